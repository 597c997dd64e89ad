from sqlalchemy.dialects.sqlite.base import SQLiteDialect

# The class that every dialect is made of.
DefaultDialect, = SQLiteDialect.__bases__
