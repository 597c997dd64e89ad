"""What all entities have, and the directives op.create_entity(), op.drop_entity(), op.replace_entity().

Their statements are those of the package alembic_utils, character by character.
"""

import re

from alembic.operations import MigrateOperation, Operations
from sqlalchemy import text


class SQLParseFailure(Exception):
    pass


def unquoted(name):
    return name.replace('"', "")


def quoted(name):
    parts = name.split(".", 1) if "." in name else [name]
    return ".".join('"%s"' % part.strip().strip('"').strip() for part in parts)


def one_line(text_given):
    return " ".join(text_given.split())


def without_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def escaped(sql, keep):
    """Colons that begin no parameter get a backslash; those of `keep` ("::") stay."""
    return re.sub("|".join(map(re.escape, keep)) + "|:", lambda m: m.group() if m.group() != ":" else "\\:", sql)


def matched(pattern, sql):
    """The groups of a pattern that has to be all of the text, in any case."""
    found = re.fullmatch(pattern, sql, re.IGNORECASE | re.DOTALL)
    return found.groupdict() if found else None


class ReplaceableEntity:
    type_ = None

    def __init__(self, schema, signature, definition):
        self.schema = unquoted(one_line(schema))
        self.signature = unquoted(one_line(signature))
        self.definition = escaped(without_semicolon(definition), ["::"])

    @classmethod
    def from_path(cls, path):
        with open(path) as file:
            return cls.from_sql(file.read())

    @classmethod
    def _parsed(cls, sql, *patterns):
        for pattern in patterns:
            found = matched(pattern, sql)
            if found is not None:
                return found
        raise SQLParseFailure('Failed to parse SQL into %s """%s"""' % (cls.__name__, sql))

    @property
    def literal_schema(self):
        return quoted(self.schema)

    @property
    def _name(self):
        return '%s."%s"' % (self.literal_schema, self.signature)

    @property
    def identity(self):
        return "%s: %s.%s" % (type(self).__name__, self.schema, self.signature)

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.identity == other.identity and one_line(self.definition) == one_line(other.definition)

    def __hash__(self):
        return hash(self.identity)


class OnEntity(ReplaceableEntity):
    """An entity that stands on a table."""

    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema, signature, definition)
        self.on_entity = unquoted(on_entity if "." in on_entity else "public." + on_entity)


class _EntityOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))


@Operations.register_operation("create_entity", "invoke_for_target")
class CreateOp(_EntityOp):
    def reverse(self):
        return DropOp(self.target)


@Operations.register_operation("drop_entity", "invoke_for_target")
class DropOp(_EntityOp):
    def __init__(self, target, cascade=False):
        super().__init__(target)
        self.cascade = cascade

    @classmethod
    def invoke_for_target(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade))

    def reverse(self):
        return CreateOp(self.target)


@Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(_EntityOp):
    pass


@Operations.implementation_for(CreateOp)
def _create(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@Operations.implementation_for(DropOp)
def _drop(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@Operations.implementation_for(ReplaceOp)
def _replace(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)


def register_entities(entities, *arguments, **keywords):
    """For what compares a database with its models; running revisions asks for nothing of it."""
