from enum import Enum

from alembic_utils.replaceable_entity import ReplaceableEntity, quoted, text, unquoted


class PGGrantTableChoice(str, Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return self.value

    def __repr__(self):
        return "'%s'" % self.value


class BadInputException(Exception):
    pass


class PGGrantTable(ReplaceableEntity):
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema, self.table, self.role = unquoted(schema), unquoted(table), unquoted(role)
        self.columns = sorted(columns) if columns else []
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        by_column = self.grant.value in ("SELECT", "INSERT", "UPDATE", "REFERENCES")
        if by_column != bool(self.columns):
            said = "must be" if by_column else "must not be"
            raise BadInputException("When grant type is %s a value %s provided for columns" % (self.grant, said))

    @property
    def identity(self):
        return "PGGrantTable: %s.%s.%s.%s" % (self.schema, self.table, self.role, self.grant)

    @property
    def _table(self):
        return "%s.%s" % (self.literal_schema, quoted(self.table))

    def to_sql_statement_create(self):
        columns = "( %s )" % ", ".join(self.columns) if self.columns else ""
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return text("GRANT %s %s ON %s TO %s %s" % (self.grant, columns, self._table, quoted(self.role), option))

    def to_sql_statement_drop(self, cascade=False):
        return text("REVOKE %s ON %s FROM %s" % (self.grant, self._table, quoted(self.role)))

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()
