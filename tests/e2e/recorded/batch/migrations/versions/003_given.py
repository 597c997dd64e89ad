"""Tables that the script gives, and the order of columns."""
import sqlalchemy as sa
from alembic import op
from cases import case

revision = "003"
down_revision = "002"

PLAIN = """
CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b VARCHAR(10), c INTEGER, PRIMARY KEY (id));
INSERT INTO t VALUES (1, 2, 'three', 4)
"""


def batch(title, what, sql=PLAIN, table="t", **keywords):
    def run():
        with op.batch_alter_table(table, **keywords) as b:
            what(b)
    case(title, sql, run)


def given(*more, **keywords):
    return sa.Table("t", keywords.pop("metadata", None) or sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer), sa.Column("b", sa.String(10)), sa.Column("c", sa.Integer), *more, **keywords)


class Colour(sa.types.TypeDecorator):
    impl = sa.String(5)
    cache_ok = True


def upgrade():
    batch("copy_from", lambda b: b.drop_column("a"), copy_from=given())
    batch("copy_from, unnamed check", lambda b: b.drop_column("a"), copy_from=given(sa.CheckConstraint("c > 1")))
    batch("copy_from, constraints", lambda b: b.drop_constraint("uq"), copy_from=given(sa.UniqueConstraint("b", name="uq"), sa.CheckConstraint("c > 1", name="ck"), sa.ForeignKeyConstraint(["a"], ["o.id"], name="fk")))
    batch("copy_from, conventions", lambda b: b.drop_constraint("uq_t_b"), copy_from=given(sa.UniqueConstraint("b"), metadata=sa.MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"})))
    batch("copy_from, indexes", lambda b: b.drop_column("a"), copy_from=given(sa.Index("ix_b", "b"), sa.Index("ix_cb", "c", "b", unique=True)), sql=PLAIN + "; CREATE INDEX ix_b ON t (b)")
    batch("copy_from, column index", lambda b: b.drop_column("a"), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer), sa.Column("b", sa.String, index=True, unique=True), sa.Column("c", sa.Integer, unique=True)))
    batch("copy_from, boolean", lambda b: b.alter_column("c", type_=sa.Integer(), existing_type=sa.Boolean(create_constraint=True, name="ck_c")), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("c", sa.Boolean(create_constraint=True, name="ck_c"))))
    batch("copy_from, enum renamed", lambda b: b.alter_column("b", new_column_name="bb", existing_type=sa.Enum("three", name="ck_b", create_constraint=True)), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Enum("three", name="ck_b", create_constraint=True))))
    batch("copy_from, enum to enum", lambda b: b.alter_column("b", type_=sa.Enum("three", "four", name="ck_b2", create_constraint=True), existing_type=sa.Enum("three", name="ck_b", create_constraint=True)), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("b", sa.Enum("three", name="ck_b", create_constraint=True))))
    batch("copy_from, decorator", lambda b: b.drop_column("a"), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer), sa.Column("b", Colour())))
    batch("copy_from, options", lambda b: b.drop_column("a"), copy_from=given(sqlite_autoincrement=True))
    batch("copy_from, key", lambda b: b.alter_column("kay", new_column_name="other"), copy_from=sa.Table("t", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer, key="kay")))
    batch("before", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_before="b"), recreate="always")
    batch("after", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_after="b"), recreate="always")
    batch("after the last", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_after="c"), recreate="always")
    batch("before the first", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_before="id"), recreate="always")
    batch("both", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_after="id", insert_before="a"), recreate="always")
    batch("chained", lambda b: (b.add_column(sa.Column("n", sa.Integer), insert_after="a"), b.add_column(sa.Column("m", sa.Integer), insert_after="n"), b.add_column(sa.Column("o", sa.Integer), insert_before="n"), b.add_column(sa.Column("p", sa.Integer))), recreate="always")
    batch("chained, one gone", lambda b: (b.drop_column("b"), b.add_column(sa.Column("n", sa.Integer), insert_after="a"), b.add_column(sa.Column("p", sa.Integer))), recreate="always")
    batch("after unknown", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_after="zz"), recreate="always")
    batch("before, with ALTER", lambda b: b.add_column(sa.Column("n", sa.Integer), insert_before="b"))
    batch("reordered", lambda b: None, recreate="always", partial_reordering=[("c", "b", "a"), ("id",)])
    batch("reordered in part", lambda b: b.drop_column("id"), recreate="always", partial_reordering=[("c", "a")])
    batch("reordered and added", lambda b: b.add_column(sa.Column("n", sa.Integer)), recreate="always", partial_reordering=[("b", "n", "a")])
    batch("reordered in a circle", lambda b: None, recreate="always", partial_reordering=[("b", "a"), ("a", "b")])
    batch("a wrong recreate", lambda b: b.drop_column("a"), recreate="sometimes")
    batch("renamed and dropped", lambda b: (b.alter_column("a", new_column_name="aa"), b.drop_column("b")))
    batch("renamed twice", lambda b: (b.alter_column("a", new_column_name="aa"), b.alter_column("aa", new_column_name="aaa")))
    batch("renamed with a new constraint", lambda b: (b.alter_column("a", new_column_name="aa"), b.create_unique_constraint("uq", ["a"])))
    batch("renamed with an index", lambda b: (b.alter_column("a", new_column_name="aa"), b.create_index("ix", ["aa"])))
    batch("added with an index", lambda b: (b.add_column(sa.Column("n", sa.Integer)), b.create_index("ix", ["n"])), recreate="always")
    batch("key of several schemas", lambda b: b.create_foreign_key("fk", "o", ["a"], ["id"], referent_schema="main"))
    batch("variant", lambda b: b.alter_column("b", type_=sa.String(5).with_variant(sa.Text(), "sqlite")))
    batch("collation", lambda b: b.alter_column("b", type_=sa.String(5, collation="NOCASE")))
    batch("converted", lambda b: b.alter_column("b", type_=sa.Integer(), postgresql_using="b::integer"))
    batch("date", lambda b: b.alter_column("b", type_=sa.Date()))
    case("op inside", PLAIN, op_inside)
    case("f names", PLAIN, f_names)
    case("two batches", PLAIN, two_batches)
    case("values", PLAIN, values)


def op_inside():
    with op.batch_alter_table("t") as b:
        b.drop_column("a")
        op.execute("UPDATE t SET c = 9")
        b.add_column(sa.Column("n", sa.Integer, server_default="1"))


def f_names():
    with op.batch_alter_table("t", naming_convention={"uq": "x_%(constraint_name)s", "ck": "y_%(constraint_name)s"}) as b:
        b.create_unique_constraint(b.f("uq_b"), ["b"])
        b.create_check_constraint("plain", "a > 1")
        b.create_check_constraint(op.f("given"), "a > 0")


def two_batches():
    with op.batch_alter_table("t") as b:
        b.add_column(sa.Column("n", sa.Integer, nullable=True))
        b.create_unique_constraint("uq_n", ["n"])
    op.execute("UPDATE t SET n = id * 10")
    with op.batch_alter_table("t") as b:
        b.alter_column("n", nullable=False, existing_type=sa.Integer())
        b.drop_constraint("uq_n", type_="unique")
        b.create_index(b.f("ix_t_n"), ["n"], unique=False)


def values():
    with op.batch_alter_table("t", recreate="always") as b:
        b.add_column(sa.Column("s", sa.String, server_default="it's 50% :x"))
        b.add_column(sa.Column("d", sa.DateTime, server_default=sa.text("(CURRENT_TIMESTAMP)")))
        b.add_column(sa.Column("f", sa.Boolean, server_default=sa.false(), nullable=False))
        b.add_column(sa.Column("g", sa.Boolean, server_default=sa.text("1"), nullable=False))
    op.execute("UPDATE t SET d = '2020-01-01'")


def downgrade():
    pass
