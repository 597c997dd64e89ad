from alembic_utils.replaceable_entity import ReplaceableEntity, one_line, text, unquoted, without_semicolon


class PGView(ReplaceableEntity):
    type_ = "view"

    def __init__(self, schema, signature, definition):
        self.schema = unquoted(one_line(schema))
        self.signature = unquoted(one_line(signature))
        self.definition = without_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        found = cls._parsed(
            sql, r"create.+?view\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+as\s+(?P<definition>.+)"
        )
        return cls(found["schema"], found["signature"].split("(")[0], without_semicolon(found["definition"]))

    def to_sql_statement_create(self):
        return text("CREATE VIEW %s AS %s;" % (self._name, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP VIEW %s %s" % (self._name, "cascade" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        # Where it cannot be replaced, it is dropped and made again.
        lines = [
            "",
            "        do $$",
            "            begin",
            "                CREATE OR REPLACE VIEW {0} AS {1};",
            "",
            "            exception when others then",
            "                DROP VIEW IF EXISTS {0};",
            "",
            "                CREATE VIEW {0} AS {1};",
            "            end;",
            "        $$ language 'plpgsql'",
            "        ",
        ]
        yield text("\n".join(lines).format(self._name, self.definition))
