"""What the inspector says of a database."""
import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None

STATEMENTS = """
CREATE TABLE o (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER, UNIQUE (x, y));
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
    CHECK (f IN (0, 1))
);
CREATE TABLE twice (
    a INTEGER REFERENCES o (id),
    b INTEGER,
    CONSTRAINT first_of_two FOREIGN KEY (b) REFERENCES o (id) ON DELETE CASCADE,
    CONSTRAINT second_of_two FOREIGN KEY (b) REFERENCES o (id),
    CONSTRAINT once_more FOREIGN KEY (a) REFERENCES o (id)
);
CREATE TABLE two (a INTEGER, b INTEGER, c INTEGER AS (a + 1) STORED, PRIMARY KEY (b, a));
CREATE TABLE plain (a, b VARCHAR, c CHAR(3), d DOUBLE PRECISION, e BIGINT, f TIMESTAMP, g TIME, h DECIMAL, i UUID, j strange);
CREATE INDEX ix_a ON t (a);
CREATE UNIQUE INDEX ix_ab ON t (a, b);
CREATE INDEX ix_part ON t (c) WHERE c > 5;
CREATE INDEX ix_desc ON t (a DESC);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TEMP TABLE temporary_one (id INTEGER);
"""


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def shown(info):
    return [(key, repr(value) if key == "type" else value) for key, value in info.items()]


def upgrade():
    for statement in STATEMENTS.split(";"):
        if statement.strip():
            op.execute(statement)
    bind = op.get_bind()
    inspector = sa.inspect(bind)
    print(type(inspector).__name__, inspector.dialect.name, inspector.default_schema_name, inspector.get_schema_names())
    print(inspector.get_table_names(), inspector.get_view_names(), inspector.get_temp_table_names(), inspector.get_temp_view_names())
    print(inspector.get_view_definition("v"))
    for name in ["o", "t", "two", "plain", "v", "nothing", "temporary_one"]:
        print("==", name, inspector.has_table(name))
        attempt(lambda: "\n".join(str(shown(column)) for column in inspector.get_columns(name)))
        attempt(lambda: inspector.get_pk_constraint(name))
        attempt(lambda: sorted(inspector.get_foreign_keys(name), key=str))
        attempt(lambda: sorted(inspector.get_unique_constraints(name), key=str))
        attempt(lambda: sorted(inspector.get_check_constraints(name), key=str))
        attempt(lambda: sorted((i["name"], i["column_names"], i["unique"], {k: str(v) for k, v in i["dialect_options"].items()}) for i in inspector.get_indexes(name)))
        attempt(lambda: inspector.get_table_options(name))
    attempt(lambda: inspector.get_table_comment("t"))
    print(inspector.has_table("t", schema="main"), inspector.has_index("t", "ix_a"), inspector.has_index("t", "nothing"), inspector.has_schema("main"), inspector.has_schema("other"))
    print(inspector.get_table_names(schema="main"), [c["name"] for c in inspector.get_columns("t", schema="main")])
    print(sorted(fk["constrained_columns"][0] for fk in inspector.get_foreign_keys("t")))
    metadata = sa.MetaData()
    metadata.reflect(bind=bind)
    for table in metadata.sorted_tables:
        if table.name != "alembic_version":
            print(table.name, [(c.name, repr(c.type), c.nullable, c.primary_key, str(c.server_default.arg) if c.server_default is not None and hasattr(c.server_default, "arg") else None) for c in table.columns])
            print(sorted((type(c).__name__, str(c.name)) for c in table.constraints), sorted(i.name for i in table.indexes))
    table = sa.Table("t", sa.MetaData(), autoload_with=bind)
    print(table.c.keys(), sorted(f.target_fullname for f in table.foreign_keys), sorted(table.metadata.tables))
    table = sa.Table("t", sa.MetaData(), sa.Column("a", sa.String(7)), autoload_with=bind, include_columns=["id", "a"], resolve_fks=False)
    print([(c.name, repr(c.type)) for c in table.c])
    attempt(lambda: sa.Table("nothing", sa.MetaData(), autoload_with=bind))
    print(bind.dialect.has_table(bind, "t"), bind.dialect.has_table(bind, "zz"))
    op.execute("CREATE TABLE later (id INTEGER)")
    print(inspector.has_table("later"), sa.inspect(bind).has_table("later"))
    inspector.clear_cache()
    print("later" in inspector.get_table_names())


def downgrade():
    pass
