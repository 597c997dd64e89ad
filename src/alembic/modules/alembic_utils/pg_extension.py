from alembic_utils.replaceable_entity import ReplaceableEntity, one_line, text, unquoted


class PGExtension(ReplaceableEntity):
    type_ = "extension"

    def __init__(self, schema, signature):
        self.schema = unquoted(one_line(schema))
        self.signature = unquoted(one_line(signature))
        self.definition = "PGExtension: %s %s" % (self.schema, self.signature)

    def to_sql_statement_create(self):
        return text('CREATE EXTENSION "%s" WITH SCHEMA %s;' % (self.signature, self.literal_schema))

    def to_sql_statement_drop(self, cascade=False):
        return text('DROP EXTENSION "%s" %s' % (self.signature, "CASCADE" if cascade else ""))

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()
