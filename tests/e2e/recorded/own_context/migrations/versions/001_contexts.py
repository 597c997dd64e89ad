"""Migration contexts that a script makes for itself: on the run's connection, on another, for a script."""
import io

import sqlalchemy as sa
from alembic import op
from alembic.migration import MigrationContext
from alembic.operations import Operations

revision = "001"
down_revision = None


def columns(connection, table):
    print(table, [(column["name"], column["nullable"]) for column in sa.inspect(connection).get_columns(table)])


def upgrade():
    op.create_table("well", sa.Column("id", sa.Integer, primary_key=True))
    context = MigrationContext.configure(op.get_bind())
    own = Operations(context)
    own.add_column("well", sa.Column("depth", sa.Integer))
    print(context.dialect.name, context.as_sql, context.get_current_revision(), context.get_current_heads(), context.opts)
    with own.batch_alter_table("well") as batch_op:
        batch_op.alter_column("depth", nullable=False, existing_type=sa.Integer())
    columns(op.get_bind(), "well")
    print(type(own.impl).__name__, own.get_context() is context)

    with sa.create_engine("sqlite://").connect() as connection:
        elsewhere = MigrationContext.configure(connection, opts={"version_table": "versions"})
        Operations(elsewhere).create_table("tank", sa.Column("id", sa.Integer, primary_key=True))
        print(elsewhere.get_current_heads())
        connection.execute(sa.text("CREATE TABLE versions (version_num VARCHAR(32))"))
        connection.execute(sa.text("INSERT INTO versions VALUES ('abc')"))
        print(elsewhere.get_current_heads(), elsewhere.get_current_revision())
        columns(connection, "tank")
        bind = op.get_bind()
        with Operations.context(elsewhere) as other:
            other.add_column("tank", sa.Column("litres", sa.Integer))
            op.add_column("tank", sa.Column("full", sa.Boolean))
            op.rename_table("tank", "barrel")
            print(op.get_context().get_current_revision())
        columns(connection, "barrel")
        print(sa.inspect(bind).get_table_names())

    for given in ({"dialect_name": "postgresql"}, {"url": "postgresql+asyncpg://"}, {"dialect_name": "sqlite"}):
        text = io.StringIO()
        offline = MigrationContext.configure(**given, opts={"as_sql": True, "output_buffer": text, "target_metadata": sa.MetaData(
            naming_convention={"uq": "uq_%(table_name)s_%(column_0_name)s"})})
        script = Operations(offline)
        script.create_table("spring", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text, unique=True))
        script.execute("SELECT 1")
        script.create_index("ix_spring", "spring", ["name"])
        print(offline.dialect.name, offline.as_sql, offline.impl.transactional_ddl)
        print(text.getvalue())
    try:
        MigrationContext.configure()
    except Exception as error:
        print(type(error).__name__, error)


def downgrade():
    op.drop_table("well")
