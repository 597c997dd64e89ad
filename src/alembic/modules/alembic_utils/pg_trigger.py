from alembic_utils.replaceable_entity import OnEntity, matched, SQLParseFailure, text


class PGTrigger(OnEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema, signature, definition, on_entity)
        self.is_constraint = is_constraint

    @classmethod
    def from_sql(cls, sql):
        body = r"trigger\s+(?P<signature>.+?)\s+(?P<event>.+?)\s+ON\s+(?P<on_entity>.+?)\s+(?P<action>.+)"
        found = cls._parsed(sql, r"create\s+(?P<constraint>constraint)\s+" + body, r"create\s+" + body)
        on_entity = found["on_entity"] if "." in found["on_entity"] else "public." + found["on_entity"]
        return cls(
            schema=on_entity.split(".")[0],
            signature=found["signature"],
            definition=" %s ON %s %s" % (found["event"], on_entity, found["action"]),
            on_entity=on_entity,
            is_constraint="constraint" in found,
        )

    def to_sql_statement_create(self):
        found = matched(r"(?P<event>.+?)\s+ON\s+(?P<on_entity>.+?)\s+(?P<action>.+)", self.definition)
        if found is None:
            raise SQLParseFailure('Failed to parse SQL into PGTrigger.definition """%s"""' % self.definition)
        table = found["on_entity"]
        table = table.partition(".")[2] if "." in table else table
        return text(
            'CREATE%sTRIGGER "%s" %s ON %s.%s %s'
            % (
                " CONSTRAINT " if self.is_constraint else " ",
                self.signature,
                found["event"],
                self.schema,
                table,
                found["action"],
            )
        )

    def to_sql_statement_drop(self, cascade=False):
        return text('DROP TRIGGER "%s" ON %s %s' % (self.signature, self.on_entity, "cascade" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        yield text('DROP TRIGGER IF EXISTS "%s" ON %s;' % (self.signature, self.on_entity))
        yield self.to_sql_statement_create()
