from sqlalchemy.engine.interfaces import Dialect

DefaultDialect = Dialect
