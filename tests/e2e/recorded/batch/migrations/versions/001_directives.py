"""Every directive inside a batch."""
import sqlalchemy as sa
from alembic import op
from cases import case

revision = "001"
down_revision = None

PLAIN = """
CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, b VARCHAR(10) DEFAULT 'x' NOT NULL, c NUMERIC(10, 2), PRIMARY KEY (id));
INSERT INTO t VALUES (1, 2, 'three', 4.5);
INSERT INTO t VALUES (2, NULL, 'it''s', NULL)
"""


def batch(title, what, sql=PLAIN, table="t", **keywords):
    def run():
        with op.batch_alter_table(table, **keywords) as b:
            what(b)
    case(title, sql, run)


def upgrade():
    batch("nothing", lambda b: None)
    batch("nothing, recreate", lambda b: None, recreate="always")
    batch("add", lambda b: b.add_column(sa.Column("n", sa.Integer)))
    batch("add, recreate", lambda b: b.add_column(sa.Column("n", sa.Integer, server_default="5", nullable=False)), recreate="always")
    batch("add with an expression", lambda b: b.add_column(sa.Column("n", sa.DateTime, server_default=sa.func.now())), sql=PLAIN.split("INSERT")[0])
    batch("add with text()", lambda b: b.add_column(sa.Column("n", sa.Integer, server_default=sa.text("5"))))
    batch("add unique", lambda b: b.add_column(sa.Column("n", sa.Integer, unique=True)))
    batch("add unique, recreate", lambda b: b.add_column(sa.Column("n", sa.Integer, unique=True)), recreate="always")
    batch("add indexed", lambda b: b.add_column(sa.Column("n", sa.Integer, index=True)))
    batch("add indexed, recreate", lambda b: b.add_column(sa.Column("n", sa.Integer, index=True)), recreate="always")
    batch("add with key", lambda b: b.add_column(sa.Column("n", sa.Integer, sa.ForeignKey("o.id"))), sql="CREATE TABLE o (id INTEGER PRIMARY KEY);" + PLAIN)
    batch("add with named key", lambda b: b.add_column(sa.Column("n", sa.Integer, sa.ForeignKey("o.id", name="fk_o", ondelete="CASCADE"))), sql="CREATE TABLE o (id INTEGER PRIMARY KEY);" + PLAIN)
    batch("add boolean", lambda b: b.add_column(sa.Column("n", sa.Boolean(create_constraint=True, name="is_n"))))
    batch("add enum", lambda b: b.add_column(sa.Column("n", sa.Enum("x", "y", name="n_kind", create_constraint=True))))
    batch("add computed", lambda b: b.add_column(sa.Column("n", sa.Integer, sa.Computed("a * 2"))))
    batch("add computed, stored", lambda b: b.add_column(sa.Column("n", sa.Integer, sa.Computed("a * 2", persisted=True))))
    batch("add check", lambda b: b.add_column(sa.Column("n", sa.Integer, sa.CheckConstraint("n > 0", name="positive"))))
    batch("add several", lambda b: (b.add_column(sa.Column("n", sa.Integer)), b.add_column(sa.Column("m", sa.Text)), b.drop_column("c")))
    batch("drop", lambda b: b.drop_column("a"))
    batch("drop unknown", lambda b: b.drop_column("zz"))
    batch("drop two", lambda b: (b.drop_column("a"), b.drop_column("c")))
    batch("drop the key", lambda b: b.drop_column("id"))
    batch("drop, never", lambda b: b.drop_column("a"), recreate="never")
    batch("rename", lambda b: b.alter_column("a", new_column_name="aa"))
    batch("rename two", lambda b: (b.alter_column("a", new_column_name="b2"), b.alter_column("b", new_column_name="a2")))
    batch("rename, never", lambda b: b.alter_column("a", new_column_name="aa"), recreate="never")
    batch("rename unknown", lambda b: b.alter_column("zz", new_column_name="aa"))
    batch("type", lambda b: b.alter_column("a", type_=sa.String(20)))
    batch("type, same group", lambda b: b.alter_column("a", type_=sa.BigInteger()))
    batch("type json", lambda b: b.alter_column("b", type_=sa.JSON()))
    batch("type numeric to float", lambda b: b.alter_column("c", type_=sa.Float()))
    batch("type and name", lambda b: b.alter_column("a", type_=sa.Text(), new_column_name="aa", existing_type=sa.Integer()))
    batch("type to boolean", lambda b: b.alter_column("a", type_=sa.Boolean(create_constraint=True, name="is_a"), existing_type=sa.Integer()))
    batch("type to enum", lambda b: b.alter_column("b", type_=sa.Enum("x", "three", "it's", name="b_kind", create_constraint=True)))
    batch("nullable", lambda b: b.alter_column("b", nullable=True))
    batch("not nullable", lambda b: b.alter_column("a", nullable=False, existing_type=sa.Integer()), sql=PLAIN.replace("NULL, 'it", "3, 'it"))
    batch("not nullable, fails", lambda b: b.alter_column("a", nullable=False))
    batch("default", lambda b: b.alter_column("a", server_default="7"))
    batch("default text", lambda b: b.alter_column("a", server_default=sa.text("7")))
    batch("default function", lambda b: b.alter_column("b", server_default=sa.func.current_timestamp()))
    batch("default expression", lambda b: b.alter_column("b", server_default=sa.text("1 + 1")))
    batch("no default", lambda b: b.alter_column("b", server_default=None))
    batch("comment", lambda b: b.alter_column("b", comment="words"))
    batch("autoincrement", lambda b: b.alter_column("id", autoincrement=True, existing_type=sa.Integer()))
    batch("everything", lambda b: b.alter_column("b", new_column_name="bb", type_=sa.Text(), nullable=True, server_default="yy", existing_type=sa.String(10), existing_nullable=False, existing_server_default="x"))
    batch("unique", lambda b: b.create_unique_constraint("uq_b", ["b"]))
    batch("unique two", lambda b: b.create_unique_constraint("uq_ab", ["a", "b"]))
    batch("unique unnamed", lambda b: b.create_unique_constraint(None, ["a", "b"]))
    batch("check", lambda b: b.create_check_constraint("ck", "id > 0"))
    batch("check expression", lambda b: b.create_check_constraint("ck", sa.column("id") > 0))
    batch("check unnamed", lambda b: b.create_check_constraint(None, "id > 0"))
    batch("key", lambda b: b.create_foreign_key("fk", "o", ["a"], ["id"]), sql="CREATE TABLE o (id INTEGER PRIMARY KEY);" + PLAIN)
    batch("key with rules", lambda b: b.create_foreign_key("fk", "o", ["a"], ["id"], ondelete="CASCADE", onupdate="SET NULL", deferrable=True, initially="DEFERRED"), sql="CREATE TABLE o (id INTEGER PRIMARY KEY);" + PLAIN)
    batch("key to itself", lambda b: b.create_foreign_key("fk", "t", ["a"], ["id"]))
    batch("key unnamed", lambda b: b.create_foreign_key(None, "o", ["a"], ["id"]), sql="CREATE TABLE o (id INTEGER PRIMARY KEY);" + PLAIN)
    batch("primary key", lambda b: b.create_primary_key("pk", ["id"]))
    batch("primary key of two", lambda b: b.create_primary_key("pk", ["id", "b"]))
    batch("primary key added", lambda b: b.create_primary_key("pk", ["id"]), sql="CREATE TABLE t (id INTEGER NOT NULL, a INTEGER); INSERT INTO t VALUES (1, 2)")
    batch("index", lambda b: b.create_index("ix", ["a", "b"]))
    batch("index, recreate", lambda b: b.create_index("ix", ["a", "b"], unique=True), recreate="always")
    batch("index on an expression", lambda b: b.create_index("ix", [sa.text("lower(b)")]))
    batch("index on an expression, recreate", lambda b: b.create_index("ix", [sa.text("lower(b)"), "a"]), recreate="always")
    batch("index with where", lambda b: b.create_index("ix", ["a"], sqlite_where=sa.text("a > 1")), recreate="always")
    batch("drop index", lambda b: b.drop_index("ix"), sql=PLAIN + "; CREATE INDEX ix ON t (a)")
    batch("drop index, recreate", lambda b: b.drop_index("ix"), sql=PLAIN + "; CREATE INDEX ix ON t (a)", recreate="always")
    batch("drop unknown index", lambda b: b.drop_index("ix"), recreate="always")
    batch("drop unknown constraint", lambda b: b.drop_constraint("zz"))
    batch("drop constraint without a name", lambda b: b.drop_constraint(None, type_="unique"))
    batch("table comment", lambda b: b.create_table_comment("words"), recreate="always")
    batch("execute", lambda b: b.execute("UPDATE t SET a = 100"))
    batch("execute and more", lambda b: (b.execute("UPDATE t SET a = 100"), b.drop_column("c")))
    batch("unknown table", lambda b: b.drop_column("c"), table="nothing")
    batch("exception inside", lambda b: [][0])


def downgrade():
    pass
