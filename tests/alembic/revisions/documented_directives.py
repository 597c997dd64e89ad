"""What the pages on operations show of each directive, and what their arguments do."""
from datetime import date, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql import column, func, table

revision = "documented_directives"
down_revision = None

guests = table("guest", column("number", sa.Integer), column("surname", sa.String), column("arrived", sa.Date))


def attempt(name, function):
    """A case of its own: what it raises goes into the script."""
    op.execute(f"-- {name}")
    try:
        function()
    except Exception as error:
        op.execute("-- {}: {}".format(type(error).__name__, str(error).splitlines()[0].replace(":", "\\:")))


def has_alter():
    return op.get_context().dialect.name == "postgresql"


def columns():
    attempt("plain", lambda: op.add_column("hotel", sa.Column("stars", sa.SmallInteger())))
    attempt("default now", lambda: op.add_column("hotel", sa.Column("opened", sa.TIMESTAMP, server_default=func.now())))
    if has_alter():
        attempt("with a key", lambda: op.add_column("hotel", sa.Column("chain_id", sa.INTEGER, sa.ForeignKey("chain.id"))))
        attempt("with a key to a schema", lambda: op.add_column(
            "hotel", sa.Column("town_id", sa.INTEGER, sa.ForeignKey("geo.town.id", ondelete="SET NULL")), schema="beds"))
    attempt("key inline", lambda: op.add_column(
        "hotel", sa.Column("chain_id", sa.INTEGER, sa.ForeignKey("chain.id")), inline_references=True))
    attempt("key inline, with rules", lambda: op.add_column(
        "hotel",
        sa.Column("chain_id", sa.INTEGER, sa.ForeignKey(
            "chain.id", name="fk_chain", onupdate="CASCADE", ondelete="RESTRICT", deferrable=True, initially="DEFERRED")),
        inline_references=True))
    attempt("primary key", lambda: op.add_column("hotel", sa.Column("id", sa.INTEGER, primary_key=True)))
    attempt("primary key inline", lambda: op.add_column(
        "hotel", sa.Column("id", sa.INTEGER, primary_key=True), inline_primary_key=True))
    attempt("unique and indexed", lambda: op.add_column("hotel", sa.Column("code", sa.String(5), unique=True, index=True)))
    attempt("unless it is there", lambda: op.add_column("hotel", sa.Column("fax", sa.Text), if_not_exists=True))
    attempt("a check of its own", lambda: op.add_column(
        "hotel", sa.Column("rooms", sa.Integer, sa.CheckConstraint("rooms > 0", name="has_rooms"))))
    attempt("named boolean", lambda: op.add_column(
        "hotel", sa.Column("open", sa.Boolean(name=op.f("ck_hotel_open"), create_constraint=True))))
    attempt("comment", lambda: op.add_column("hotel", sa.Column("note", sa.Text(), comment="it's private")))
    attempt("drop", lambda: op.drop_column("hotel", "fax"))
    attempt("drop, with what other dialects take", lambda: op.drop_column(
        "hotel", "fax", schema="beds", mssql_drop_default=True, mssql_drop_check=True, mssql_drop_foreign_key=True))
    attempt("drop if there", lambda: op.drop_column("hotel", "fax", if_exists=True))


def alterations():
    for name, arguments in {
        "nullable": {"nullable": True},
        "not nullable": {"nullable": False, "existing_type": sa.Integer()},
        "default": {"server_default": "x"},
        "default of an expression": {"server_default": func.current_timestamp()},
        "default text": {"server_default": sa.text("7 + 1")},
        "no default": {"server_default": None, "existing_server_default": "x"},
        "name": {"new_column_name": "New Name"},
        "type": {"type_": sa.String(30), "existing_type": sa.Integer()},
        "type with using": {"type_": sa.Integer(), "postgresql_using": "trim(code)::integer"},
        "from a constrained type": {
            "type_": sa.Integer(), "existing_type": sa.Boolean(create_constraint=True, name="was_bool")},
        "to a constrained type": {
            "type_": sa.Enum("single", "double", name="bed", native_enum=False, create_constraint=True),
            "existing_type": sa.String(10)},
        "comment": {"comment": "what's on the door", "existing_comment": "old", "existing_type": sa.String(5)},
        "no comment": {"comment": None, "existing_comment": "old"},
        "schema": {"nullable": False, "schema": "beds"},
        "counted": {"autoincrement": True, "existing_autoincrement": False, "existing_nullable": False},
        "collation elsewhere": {"nullable": True, "mysql_existing_nullable": True},
        "identity": {"server_default": sa.Identity(start=100, increment=5)},
        "identity changes": {
            "server_default": sa.Identity(always=True, start=2), "existing_server_default": sa.Identity(start=1)},
        "identity goes": {"server_default": None, "existing_server_default": sa.Identity()},
        "computed": {"server_default": sa.Computed("a + 1")},
        "several at once": {
            "new_column_name": "label", "type_": sa.Text(), "nullable": True, "server_default": "none", "comment": "c"},
    }.items():
        if "comment" in arguments and not has_alter():
            continue
        attempt(name, lambda: op.alter_column("room", "code", **arguments))


def constraints():
    attempt("check of an expression", lambda: op.create_check_constraint(
        "surname_length", "guest", func.len(column("surname")) > 1))
    attempt("check of a text", lambda: op.create_check_constraint("in_time", "guest", "arrived > '2001-01-01'", schema="beds"))
    attempt("check, deferred", lambda: op.create_check_constraint(
        "in_time", "guest", sa.text("arrived IS NOT NULL"), deferrable=True, initially="IMMEDIATE"))
    attempt("key", lambda: op.create_foreign_key("fk_guest_room", "guest", "room", ["room_id"], ["id"]))
    attempt("key, deferred", lambda: op.create_foreign_key(
        "fk_guest_room", "guest", "room", ["floor", "door"], ["floor", "door"], deferrable=True, initially="DEFERRED",
        match="SIMPLE", ondelete="NO ACTION", onupdate="SET DEFAULT", source_schema="beds", referent_schema="beds"))
    attempt("key, nothing but some columns", lambda: op.create_foreign_key(
        "fk_guest_room", "guest", "room", ["a", "b"], ["a", "b"], ondelete="SET NULL (a)"))
    attempt("primary key", lambda: op.create_primary_key("pk_guest", "guest", ["number", "arrived"]))
    attempt("unique", lambda: op.create_unique_constraint("uq_surname", "guest", ["surname"]))
    attempt("unique, deferred", lambda: op.create_unique_constraint(
        "uq_surname", "guest", ["surname", "arrived"], schema="beds", deferrable=True, initially="DEFERRED"))
    attempt("unique with columns inside", lambda: op.create_unique_constraint(
        "uq_surname", "guest", ["surname"], postgresql_include=["arrived"]))
    attempt("exclusion", lambda: op.create_exclude_constraint(
        "one_at_a_time", "booking", ("stay", "&&"), ("room", "="), where="room <> 'lobby'"))
    attempt("exclusion, further", lambda: op.create_exclude_constraint(
        "one_at_a_time", "booking", (column("stay"), "&&"), (sa.text("lower(room)"), "="), using="gist",
        ops={"stay": "range_ops"}, schema="beds"))
    for kind in ("foreignkey", "primary", "unique", "check", None):
        attempt(f"drop {kind}", lambda: op.drop_constraint("c", "guest", kind))
    attempt("drop of no kind", lambda: op.drop_constraint("c", "guest", type_="index"))
    attempt("drop if there", lambda: op.drop_constraint("c", "guest", schema="beds", if_exists=True))


def indexes():
    attempt("two columns", lambda: op.create_index("ix_two", "room", ["floor", "door"]))
    attempt("an expression", lambda: op.create_index("ix_lower", "room", [sa.text("lower(code)")]))
    attempt("a function", lambda: op.create_index("ix_coalesce", "room", [func.coalesce(column("code"), "none")], unique=True))
    attempt("quoted", lambda: op.create_index("ix_quoted", "room", ["floor"], quote=True))
    attempt("elsewhere", lambda: op.create_index("ix_len", "room", ["code"], mysql_length=10, info={"a": 1}))
    attempt("while in use", lambda: op.create_index("ix_c", "room", ["floor"], postgresql_concurrently=True))
    attempt("part", lambda: op.create_index(
        "ix_part", "room", ["floor"], schema="beds", postgresql_where=column("floor") > 3, sqlite_where=column("floor") > 3))
    attempt("unless there", lambda: op.create_index("ix_two", "room", ["floor"], if_not_exists=True))
    attempt("drop by its name", lambda: op.drop_index("ix_two"))
    attempt("drop with its table", lambda: op.drop_index("ix_two", table_name="room", schema="beds"))
    attempt("drop while in use", lambda: op.drop_index("ix_c", "room", postgresql_concurrently=True, if_exists=True))


def tables():
    made = op.create_table(
        "invoice",
        sa.Column("id", sa.INTEGER, primary_key=True),
        sa.Column("title", sa.VARCHAR(80), nullable=False),
        sa.Column("remark", sa.NVARCHAR(200)),
        sa.Column("sent", sa.TIMESTAMP, server_default=func.now()),
    )
    op.bulk_insert(made, [{"title": "July", "remark": "paid"}, {"title": "August", "remark": None}])
    attempt("everything", lambda: op.create_table(
        "line",
        sa.Column("invoice_id", sa.Integer, sa.ForeignKey("beds.invoice.id")),
        sa.Column("position", sa.Integer),
        sa.Column("net", sa.Numeric(8, 2)),
        sa.Column("gross", sa.Numeric(8, 2), sa.Computed("net * 1.19")),
        sa.PrimaryKeyConstraint("invoice_id", "position"),
        sa.Index("ix_net", "net"),
        schema="beds",
        comment="what was had",
        info={"kept": True},
        postgresql_partition_by="RANGE (position)",
        sqlite_with_rowid=False,
        mysql_charset="utf8mb4",
    ))
    attempt("unless there", lambda: op.create_table("line", sa.Column("a", sa.Integer), if_not_exists=True))
    attempt("comment", lambda: op.create_table_comment("invoice", "sent: never", existing_comment=None))
    attempt("comment in a schema", lambda: op.create_table_comment("invoice", "sent", schema="beds"))
    attempt("comment goes", lambda: op.drop_table_comment("invoice", existing_comment="sent", schema="beds"))
    attempt("rename", lambda: op.rename_table("invoice", "bill", schema="beds"))
    attempt("drop", lambda: op.drop_table("bill"))
    attempt("drop in a schema", lambda: op.drop_table("bill", schema="beds", info={"a": 1}))
    attempt("drop if there", lambda: op.drop_table("bill", if_exists=True))


def data():
    op.bulk_insert(guests, [
        {"number": 1, "surname": "O'Hara", "arrived": date(2014, 2, 28)},
        {"number": 2, "surname": "Ng", "arrived": date(2016, 12, 1)},
    ])
    op.bulk_insert(
        guests,
        [
            {"number": 3, "surname": "Ito", "arrived": op.inline_literal("2017-01-09")},
            {"number": 4, "surname": "Roy", "arrived": op.inline_literal("2018-05-30")},
        ],
        multiinsert=False,
    )
    op.execute("INSERT INTO guest (surname) VALUES ('Li')")
    op.execute(r"INSERT INTO guest (surname) VALUES ('\:first')")
    op.execute(
        guests.update()
        .where(guests.c.surname == op.inline_literal("Li"))
        .values({"surname": op.inline_literal("Lee")})
    )
    op.execute(guests.update().where(guests.c.number == 2).values(surname="Ngo"))
    op.execute(guests.insert().from_select(["surname"], sa.select(column("name")).select_from(table("visitor"))))
    op.execute(sa.text("DELETE FROM guest WHERE number = :n").bindparams(n=7), execution_options={"autocommit": True})
    op.get_bind().execute(guests.update().where(guests.c.surname == "Roy").values({"surname": "Ray"}))
    op.execute(sa.insert(guests).values(arrived=op.inline_literal(datetime(2020, 1, 2), sa.DateTime())))


def upgrade():
    columns()
    alterations()
    constraints()
    indexes()
    tables()
    data()


def downgrade():
    op.drop_table("guest")
