"""The recipes for env.py: a shared connection, a choice by -x, hooks that only autogenerate asks."""
import replaceable
import sqlalchemy as sa
from alembic import context
from alembic.autogenerate import rewriter
from alembic.operations import ops

config = context.config
target_metadata = sa.MetaData()
sa.Table("hive", target_metadata, sa.Column("id", sa.Integer, primary_key=True), info={"kept_elsewhere": True})
writer = rewriter.Rewriter()


@writer.rewrites(ops.CreateTableOp)
@writer.rewrites(ops.CreateIndexOp)
def carefully(migration_context, revision, operation):
    operation.if_not_exists = True
    return operation


@writer.rewrites(ops.AddColumnOp)
def in_two_steps(migration_context, revision, operation):
    return [operation, ops.AlterColumnOp(operation.table_name, operation.column.name, modify_nullable=False)]


def include_object(item, name, type_, reflected, compare_to):
    return not item.info.get("kept_elsewhere", False)


def include_name(name, type_, parent_names):
    return type_ != "schema" or name in (None, "garden")


def only_with_changes(migration_context, revision, directives):
    if getattr(config.cmd_opts, "autogenerate", False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def run(**how):
    context.configure(
        target_metadata=target_metadata,
        include_object=include_object,
        include_name=include_name,
        include_schemas=True,
        process_revision_directives=[only_with_changes, writer],
        compare_type=lambda *given: None,
        compare_server_default=lambda *given: None,
        render_as_batch=True,
        render_item=lambda type_, item, autogen_context: False,
        sqlalchemy_module_prefix="sql.",
        user_module_prefix="types.",
        upgrade_token="ups",
        downgrade_token="downs",
        **how,
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    run(url=config.get_main_option("sqlalchemy.url"), literal_binds=True, dialect_opts={"paramstyle": "named"})
else:
    connectable = config.attributes.get("connection", None)
    if connectable is None:
        connectable = sa.engine_from_config(
            config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=sa.pool.NullPool)
        with connectable.connect() as connection:
            run(connection=connection)
    else:
        run(connection=connectable)
