"""What a table had before is there afterwards."""
import sqlalchemy as sa
from alembic import op
from cases import case

revision = "002"
down_revision = "001"

RICH = """
CREATE TABLE o (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER, UNIQUE (x, y));
INSERT INTO o VALUES (1, 1, 1);
CREATE TABLE t (
    id INTEGER NOT NULL,
    a INTEGER CONSTRAINT a_positive CHECK (a > 0),
    b VARCHAR(10) DEFAULT 'x' NOT NULL COLLATE NOCASE,
    c NUMERIC(10, 2) DEFAULT 1.5,
    d DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    e DATE DEFAULT (date('now')),
    f BOOLEAN DEFAULT 0,
    g BLOB,
    h JSON DEFAULT '{}',
    i "strange type",
    j INTEGER REFERENCES o (id),
    k INTEGER UNIQUE,
    "Mixed Case" FLOAT DEFAULT -1,
    "select" TEXT DEFAULT NULL,
    CONSTRAINT pk_t PRIMARY KEY (id),
    CONSTRAINT uq_ab UNIQUE (a, b),
    UNIQUE (c, d),
    CONSTRAINT fk_xy FOREIGN KEY (a, k) REFERENCES o (x, y) ON DELETE CASCADE ON UPDATE SET NULL,
    FOREIGN KEY (k) REFERENCES o (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_ab CHECK (a < 100 AND b != 'zz'),
    CHECK (f IN (0, 1)),
    CONSTRAINT "Ck Mixed" CHECK ("Mixed Case" > -5)
);
CREATE INDEX ix_a ON t (a);
CREATE UNIQUE INDEX ix_ab ON t (a, b);
CREATE INDEX ix_expr ON t (lower(b));
CREATE INDEX ix_part ON t (c) WHERE c > 5;
CREATE INDEX ix_desc ON t (a DESC);
CREATE INDEX "Ix Mixed" ON t ("Mixed Case");
INSERT INTO t (id, a, b, j) VALUES (1, 1, 'one', 1);
INSERT INTO t (id, a, b, c, d, e, f, g, h, i, k) VALUES (2, 2, 'two', 2.5, '2020-01-02 03:04:05', '2020-01-02', 1, x'00ff', '{"a": 1}', 'z', 5);
UPDATE t SET d = '2020-01-01 00:00:00', e = '2020-01-01' WHERE id = 1
"""


def batch(title, what, sql=RICH, table="t", **keywords):
    def run():
        with op.batch_alter_table(table, **keywords) as b:
            what(b)
    case(title, sql, run)


def upgrade():
    batch("as it is", lambda b: None, recreate="always")
    batch("one column more", lambda b: b.add_column(sa.Column("n", sa.Integer)), recreate="always")
    batch("one column less", lambda b: b.drop_column("i"))
    batch("a column that a constraint has", lambda b: b.drop_column("a"))
    batch("renamed", lambda b: b.alter_column("a", new_column_name="aa"))
    batch("renamed mixed", lambda b: b.alter_column("Mixed Case", new_column_name="plain"))
    batch("renamed to a word", lambda b: b.alter_column("i", new_column_name="order"))
    batch("without unique", lambda b: b.drop_constraint("uq_ab", type_="unique"))
    batch("without key", lambda b: b.drop_constraint("fk_xy", type_="foreignkey"))
    batch("without check", lambda b: b.drop_constraint("ck_ab", type_="check"))
    batch("without column's check", lambda b: b.drop_constraint("a_positive", type_="check"))
    batch("without primary key", lambda b: b.drop_constraint("pk_t", type_="primary"))
    batch("another primary key", lambda b: (b.drop_constraint("pk_t", type_="primary"), b.create_primary_key("pk_2", ["b"])))
    batch("unnamed by convention", lambda b: b.drop_constraint("uq_t_k", type_="unique"), naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"})
    batch("unnamed by convention, two columns", lambda b: b.drop_constraint("uq_t_c_d", type_="unique"), naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s"})
    batch("unnamed keys by convention", lambda b: (b.drop_constraint("fk_t_j_o", type_="foreignkey"), b.drop_constraint("fk_t_k_o", type_="foreignkey")), naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"})
    batch("all by convention", lambda b: b.drop_column("i"), naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s", "ix": "ix_%(column_0_label)s"})
    batch("a column that an index has", lambda b: b.drop_column("c"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, c INTEGER); CREATE INDEX ix_c ON t (c); INSERT INTO t VALUES (1, 2, 3)")
    batch("a column that an index has among others", lambda b: b.drop_column("c"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, c INTEGER); CREATE INDEX ix_ac ON t (a, c); INSERT INTO t VALUES (1, 2, 3)")
    batch("without index", lambda b: b.drop_index("ix_ab"), recreate="always")
    batch("the same constraint again", lambda b: (b.drop_constraint("uq_ab"), b.create_unique_constraint("uq_ab", ["b", "c"])))
    batch("type with constraint", lambda b: b.alter_column("f", existing_type=sa.Boolean(), type_=sa.Integer()))
    batch("reflect_kwargs", lambda b: b.drop_column("i"), reflect_kwargs={"listeners": [("column_reflect", listen)]})
    batch("reflect_args", lambda b: b.drop_column("i"), reflect_args=[sa.Column("f", sa.Boolean(create_constraint=True, name="ck_f")), sa.Column("b", sa.String(99))])
    batch("reflect_args, type changed", lambda b: b.alter_column("f", type_=sa.Integer()), reflect_args=[sa.Column("f", sa.Boolean(create_constraint=True, name="ck_f"))])
    batch("table_args", lambda b: b.drop_column("i"), table_args=[sa.CheckConstraint("id > 0", name="ck_id"), sa.UniqueConstraint("id", "g", name="uq_idg")])
    batch("table_kwargs", lambda b: b.drop_column("i"), table_kwargs={"sqlite_autoincrement": True})
    batch("table_kwargs strict", lambda b: b.drop_column("i"), table_kwargs={"sqlite_with_rowid": False})
    batch("schema main", lambda b: b.add_column(sa.Column("n", sa.Integer)), schema="main")
    batch("autoincrement kept", lambda b: b.add_column(sa.Column("n", sa.Integer)), recreate="always", sql="CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER); INSERT INTO t VALUES (5, 6)")
    batch("no key", lambda b: b.add_column(sa.Column("n", sa.Integer)), recreate="always", sql="CREATE TABLE t (id INTEGER, a INTEGER); INSERT INTO t VALUES (5, 6)")
    batch("quoted table", lambda b: b.drop_column("a"), table="Ta ble", sql='CREATE TABLE "Ta ble" (id INTEGER PRIMARY KEY, a INTEGER, "b b" TEXT); CREATE INDEX "i x" ON "Ta ble" ("b b"); INSERT INTO "Ta ble" VALUES (1, 2, 3)')
    batch("a very long name", lambda b: b.drop_column("a"), table="n" * 60, sql="CREATE TABLE %s (id INTEGER PRIMARY KEY, a INTEGER); INSERT INTO %s VALUES (1, 2)" % ("n" * 60, "n" * 60))
    batch("generated columns", lambda b: b.drop_column("z"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER,\n g INTEGER GENERATED ALWAYS AS (a * 2) STORED,\n z TEXT); INSERT INTO t (id, a) VALUES (1, 2)")
    batch("virtual column", lambda b: b.drop_column("z"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER,\n v INTEGER GENERATED ALWAYS AS (a + 1) VIRTUAL,\n z TEXT); INSERT INTO t (id, a) VALUES (1, 2)")
    batch("generated column changed", lambda b: b.alter_column("g", type_=sa.Text(), server_default=sa.Computed("a * 3"), existing_server_default=sa.Computed("a * 2")), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER,\n g INTEGER GENERATED ALWAYS AS (a * 2) STORED); INSERT INTO t (id, a) VALUES (1, 2)")
    batch("defaults of many kinds", lambda b: b.drop_column("z"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER DEFAULT 0, b INTEGER DEFAULT (1+2), c TEXT DEFAULT 'it''s', d TEXT DEFAULT \"dq\", e TEXT DEFAULT '', f TEXT DEFAULT (lower('X') || 'y'), g REAL DEFAULT -1.5, h DEFAULT TRUE, i DEFAULT x'00', j DEFAULT 10.25, k DEFAULT CURRENT_DATE, l DEFAULT NULL, m DEFAULT +5, n DEFAULT 1e5, z INTEGER); INSERT INTO t (id) VALUES (1); UPDATE t SET k = '2020-01-01'")
    batch("types of many kinds", lambda b: b.drop_column("z"), sql="CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR, b VARCHAR(5), c CHAR(3), d NVARCHAR(5), e DECIMAL(5,2), f DOUBLE, g REAL, h TIMESTAMP, i TIME, j BIGINT, k SMALLINT, l CLOB, m UUID, n CHAR(36), o DOUBLE PRECISION, p INT, q, r NUMERIC, s TINYINT, t DATETIME, u DATE, v BOOL, w VARCHAR(5, 6), x UNSIGNED BIG INT, z INTEGER)")


def listen(inspector, table, column):
    if column["name"] == "b":
        column["type"] = sa.String(77)


def downgrade():
    pass
