"""Texts whose length MySQL has to know."""
from sqlalchemy import types


class AutoString(types.TypeDecorator):
    impl = types.String
    cache_ok = True
    mysql_default_length = 255  # for whoever asks: limbeck writes nothing for MySQL


class GUID(types.TypeDecorator):
    """Before 0.0.14."""

    impl = types.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        from sqlalchemy.dialects import postgresql

        return dialect.type_descriptor(postgresql.UUID() if dialect.name == "postgresql" else types.CHAR(32))

    def process_bind_param(self, value, dialect):
        import uuid

        if value is None or dialect.name == "postgresql":
            return None if value is None else str(value)
        return (value if isinstance(value, uuid.UUID) else uuid.UUID(value)).hex

    def process_result_value(self, value, dialect):
        import uuid

        return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(value)
