import re

from alembic_utils.replaceable_entity import ReplaceableEntity, escaped, one_line, text, without_semicolon


class PGFunction(ReplaceableEntity):
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        procedural = "language plpgsql" in one_line(definition).lower().replace("'", "")
        keep = ["::", ":=", "\\:"] if procedural else ["::"]
        self.definition = escaped(without_semicolon(definition), keep)

    @classmethod
    def from_sql(cls, sql):
        found = cls._parsed(
            sql.strip(),
            r"create.+?function\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+returns\s+(?P<definition>.+)",
        )
        signature = found["signature"]
        if signature.startswith('"'):
            signature = "".join(signature.split('"', 2))
        return cls(found["schema"], signature, "returns " + found["definition"])

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return '"%s"(%s' % (name.strip(), rest)

    def to_sql_statement_create(self):
        return text("CREATE FUNCTION %s.%s %s" % (self.literal_schema, self.literal_signature, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        found = re.fullmatch(r"(.+?)\((.*)\)", self.signature, re.DOTALL)
        # Without their defaults.
        parameters = [part[: len(part.lower().split("default")[0])].strip() for part in found.group(2).strip().split(",")]
        return text(
            'DROP FUNCTION %s."%s"(%s) %s'
            % (self.literal_schema, found.group(1).strip(), ", ".join(parameters), "cascade" if cascade else "")
        )

    def to_sql_statement_create_or_replace(self):
        yield text("CREATE OR REPLACE FUNCTION %s.%s %s" % (self.literal_schema, self.literal_signature, self.definition))
