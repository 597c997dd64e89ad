from alembic_utils.pg_view import PGView
from alembic_utils.replaceable_entity import text, without_semicolon


class PGMaterializedView(PGView):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        super().__init__(schema, signature, definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        start = r"create.+?materialized.+?view\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+as\s+(?P<definition>.+?)"
        found = cls._parsed(
            without_semicolon(sql),
            start + r"\s+with\s+data",
            start + r".+?with\s+(?P<no_data>.+?)\s+data",
            start,
        )
        return cls(found["schema"], found["signature"].split("(")[0], found["definition"], "no_data" not in found)

    def _made(self):
        definition = self.definition.rstrip().rstrip(";")
        return "CREATE MATERIALIZED VIEW %s AS %s WITH %s DATA" % (self._name, definition, "" if self.with_data else "NO")

    def to_sql_statement_create(self):
        return text(self._made() + ";")

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP MATERIALIZED VIEW %s %s" % (self._name, "cascade" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        yield text("DROP MATERIALIZED VIEW IF EXISTS %s; " % self._name)
        yield text(self._made())
