"""Entities of alembic_utils: functions, views, triggers, extensions, policies, grants.

Revision ID: 1
"""
from alembic import op
from alembic_utils.pg_extension import PGExtension
from alembic_utils.pg_function import PGFunction
from alembic_utils.pg_grant_table import PGGrantTable
from alembic_utils.pg_materialized_view import PGMaterializedView
from alembic_utils.pg_policy import PGPolicy
from alembic_utils.pg_trigger import PGTrigger
from alembic_utils.pg_view import PGView

revision = "1"
down_revision = None

to_upper = PGFunction(schema="public", signature="to_upper(some_text text)", definition="""
    RETURNS text as
    $$
        SELECT upper(some_text) || 'abc'::text || ':x'
    $$ language SQL;
""")
defaults = PGFunction("s", 'toLower(a integer default 5, "b" text DEFAULT \'x\')', "returns integer language sql as $$ select 1 $$")
no_parameters = PGFunction("public", "now_is()", "returns trigger as $$ begin x := 1; return new; end; $$ language plpgsql;")
parsed = PGFunction.from_sql("""
CREATE OR REPLACE FUNCTION public."someFunction"(a int)
RETURNS int AS $$ SELECT a + 1 $$ LANGUAGE sql""")
extension = PGExtension("public", "uuid-ossp")
view = PGView(schema="public", signature="some_view", definition="select 1::int as a, 'x:y' as b;")
parsed_view = PGView.from_sql("create or replace view public.other_view as select * from t where a = '1';")
materialized = PGMaterializedView("public", "m_view", "select 1 as a", with_data=False)
filled = PGMaterializedView("public", "m_filled", "select 2 as a;")
parsed_materialized = PGMaterializedView.from_sql("create materialized view public.m_parsed as select 3 as a with no data;")
trigger = PGTrigger(schema="public", signature="lower_account_trig", on_entity="public.account",
    definition="BEFORE INSERT ON public.account FOR EACH ROW EXECUTE PROCEDURE public.downcase_email()")
constraint = PGTrigger(schema="other", signature="check_it", on_entity="account", is_constraint=True,
    definition="AFTER UPDATE on account\n DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f()")
parsed_trigger = PGTrigger.from_sql("create trigger parsed_trig after delete on public.account for each row execute procedure f()")
policy = PGPolicy(schema="public", signature="some_policy", on_entity="account", definition="for all to anon using (id = 5)")
grant = PGGrantTable(schema="public", table="account", columns=["id", "email"], role="anon_user", grant="SELECT", with_grant_option=True)
table_grant = PGGrantTable("public", "account", "anon_user", "DELETE")

everything = [to_upper, defaults, no_parameters, parsed, extension, view, parsed_view, materialized, filled, parsed_materialized,
    trigger, constraint, parsed_trigger, policy, grant, table_grant]


def upgrade():
    for entity in everything:
        op.create_entity(entity)
    for entity in everything:
        if entity is not extension:
            op.replace_entity(entity)


def downgrade():
    for entity in reversed(everything):
        op.drop_entity(entity)
    op.drop_entity(view, cascade=True)
    op.drop_entity(to_upper, cascade=True)
