from alembic_utils.replaceable_entity import OnEntity, text


class PGPolicy(OnEntity):
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        found = cls._parsed(
            sql.strip(),
            r"create policy\s+(?P<signature>.+?)\s+on\s+(?P<on_entity>.+?)\s+(?P<definition>.+)",
        )
        on_entity = found["on_entity"] if "." in found["on_entity"] else "public." + found["on_entity"]
        return cls(on_entity.partition(".")[0], found["signature"], found["definition"], on_entity)

    def to_sql_statement_create(self):
        return text("CREATE POLICY %s on %s %s" % (self.signature, self.on_entity, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return text("DROP POLICY %s on %s %s" % (self.signature, self.on_entity, "cascade" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        yield text("DROP POLICY IF EXISTS %s on %s;" % (self.signature, self.on_entity))
        yield text("CREATE POLICY %s on %s %s;" % (self.signature, self.on_entity, self.definition))
