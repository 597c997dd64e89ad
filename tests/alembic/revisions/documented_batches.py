"""The page on batches, as far as it goes without a database: tables that are given."""
import sqlalchemy as sa
from alembic import op

revision = "documented_batches"
down_revision = None

def berth():
    return sa.Table(
        "berth",
        sa.MetaData(),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("pier", sa.String(10), nullable=False),
        sa.Column("taken", sa.Boolean(create_constraint=True, name="ck_taken")),
        sa.Column("depth", sa.Integer, server_default="3"),
        sa.CheckConstraint("depth > 0", name="ck_depth"),
        sa.ForeignKeyConstraint(["pier"], ["pier.name"], name="fk_pier"),
        sa.Index("ix_berth_depth", "depth"),
    )


def attempt(name, what, **arguments):
    op.execute(f"-- {name}")
    try:
        with op.batch_alter_table("berth", copy_from=berth(), **arguments) as batch_op:
            what(batch_op)
    except Exception as error:
        op.execute("-- {}: {}".format(type(error).__name__, str(error).splitlines()[0].replace(":", "\\:")))


def constrained(b):
    b.drop_constraint("ck_depth", type_="check")
    b.drop_column("depth")


def upgrade():
    attempt("add and drop", lambda b: (b.add_column(sa.Column("power", sa.Integer)), b.drop_column("pier")))
    attempt("always", lambda b: b.add_column(sa.Column("power", sa.Integer)), recreate="always")
    attempt("never", lambda b: b.add_column(sa.Column("power", sa.Integer)), recreate="never")
    attempt("order", lambda b: None, recreate="always", partial_reordering=[("depth", "pier", "id", "taken")])
    attempt("order in part", lambda b: None, recreate="always", partial_reordering=[("taken", "id"), ("depth", "pier")])
    attempt("place of a column", lambda b: b.add_column(sa.Column("power", sa.Integer), insert_after="id"), recreate="always")
    attempt("place before a column", lambda b: b.add_column(sa.Column("power", sa.Integer), insert_before="pier"), recreate="always")
    attempt("rename", lambda b: b.alter_column("depth", new_column_name="draught"))
    attempt("from a boolean", lambda b: b.alter_column(
        "taken", type_=sa.Integer, existing_type=sa.Boolean(create_constraint=True, name="ck_taken")))
    attempt("a boolean goes", lambda b: b.drop_column(
        "taken", existing_type=sa.Boolean(create_constraint=True, name="ck_taken")))
    attempt("a check and its column go", constrained)
    attempt("an unknown constraint", lambda b: b.drop_constraint("fk_owner", type_="foreignkey"))
    attempt("a key goes", lambda b: b.drop_constraint("fk_pier", type_="foreignkey"))
    attempt("a check more", lambda b: b.drop_column("pier"), table_args=[sa.CheckConstraint("depth < 90")])
    attempt("options", lambda b: b.drop_column("pier"), table_kwargs={"sqlite_autoincrement": True})
    attempt("a key", lambda b: b.create_foreign_key("fk_owner", "person", ["id"], ["berth_id"], ondelete="CASCADE"))
    attempt("a name by convention", lambda b: b.create_unique_constraint("uq_pier", ["pier"]), naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_name)s"})
    attempt("a primary key", lambda b: (b.drop_column("id"), b.create_primary_key("pk_berth", ["pier"])))
    attempt("indexes", lambda b: (b.drop_index("ix_berth_depth"), b.create_index("ix_pier", ["pier"], unique=True)))
    attempt("comments", lambda b: (b.create_table_comment("where ships lie"), b.drop_table_comment(existing_comment="x")))
    attempt("a directive for all tables", lambda b: b.execute("SELECT 1"))


def downgrade():
    with op.batch_alter_table("berth", recreate="never") as batch_op:
        batch_op.drop_column("power")
