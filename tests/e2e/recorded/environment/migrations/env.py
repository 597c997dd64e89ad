"""What env.py can say and ask, and what it is told of each step."""
import sqlalchemy as sa
import views_plugin
from alembic import context
from alembic.autogenerate import comparators, renderers
from alembic.runtime.plugins import Plugin

config = context.config
target_metadata = sa.MetaData(naming_convention={
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
})
Plugin.setup_plugin_from_module(views_plugin, "listings")


@comparators.dispatch_for("schema")
def compare(autogen_context, upgrade_ops, schemas):
    raise AssertionError("nobody compares")


@renderers.dispatch_for(views_plugin.MakeListing)
def render(autogen_context, op):
    raise AssertionError("nobody renders")


def told(ctx, step, heads, run_args, **more):
    print(
        "applied" if step.is_migration else "stamped", step.is_upgrade, step.is_stamp, step.up_revision_id,
        step.up_revision_ids, step.down_revision_ids, step.source_revision_ids, step.destination_revision_ids,
        sorted(heads), run_args, ctx.as_sql, sorted(more))
    print(step.up_revision.doc, [revision.revision for revision in step.down_revisions])


def kept(ctx, step, heads, run_args):
    if step.up_revision_id != "001":
        ctx.impl.execute(f"INSERT INTO told VALUES ('{step.up_revision_id}', {int(step.is_upgrade)})")


def describe():
    arguments = context.get_x_argument(as_dictionary=True)
    print(context.get_x_argument(), arguments, config.config_ini_section, config.get_main_option("absent", "none"))
    print(config.get_section_option("second", "greeting"), config.attributes, context.get_tag_argument())
    print(context.get_head_revision(), context.get_head_revisions(), context.is_offline_mode())
    print(type(config.cmd_opts).__name__ != "NoneType", config.cmd_opts.x)
    return arguments


def run(callbacks, **how):
    context.configure(
        target_metadata=target_metadata,
        on_version_apply=callbacks,
        transaction_per_migration=True,
        version_table="applied",
        version_table_pk=False,
        own_option="kept",
        **how,
    )
    print(context.get_context().opts["own_option"], context.is_transactional_ddl())
    with context.begin_transaction():
        if context.is_offline_mode():
            context.static_output("-- this comes first")
            context.execute("-- and this")
        context.run_migrations(tenant=describe().get("tenant"))


if context.is_offline_mode():
    run(told, url=config.get_main_option("sqlalchemy.url"), literal_binds=True)
else:
    with sa.create_engine(config.get_main_option("sqlalchemy.url")).connect() as connection:
        run([told, kept], connection=connection)
        for row in connection.execute(sa.text("SELECT name, sql FROM sqlite_master ORDER BY name")):
            print(row[0], row[1])
        if sa.inspect(connection).has_table("told"):
            print(connection.execute(sa.text("SELECT * FROM told")).fetchall())
