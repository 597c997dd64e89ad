"""SQLModel: classes that are pydantic's models and mapped at once. Everything is made when it is first asked for:
most revisions only import it."""

__version__ = "0.0.24"
_own = {
    "Field": "main", "Relationship": "main", "SQLModel": "main", "Session": "orm.session",
    "select": "sql.expression", "col": "sql.expression", "AutoString": "sql.sqltypes",
}
_passed_on = """
    create_engine create_mock_engine engine_from_config inspect BLANK_SCHEMA DDL CheckConstraint Column ColumnDefault
    Computed Constraint DefaultClause FetchedValue ForeignKey ForeignKeyConstraint Identity Index MetaData
    PrimaryKeyConstraint Sequence Table UniqueConstraint LABEL_STYLE_DEFAULT LABEL_STYLE_NONE alias bindparam column
    delete except_ except_all exists false func insert intersect intersect_all join lambda_stmt lateral literal
    literal_column null nullsfirst nullslast outerjoin outparam table tablesample text true union union_all update
    values ARRAY BIGINT BINARY BLOB BOOLEAN CHAR CLOB DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION FLOAT INT INTEGER
    JSON NCHAR NUMERIC NVARCHAR REAL SMALLINT TEXT TIME TIMESTAMP UUID VARBINARY VARCHAR BigInteger Boolean Date
    DateTime Double Enum Float Integer Interval LargeBinary Numeric PickleType SmallInteger String Text Time TupleType
    TypeDecorator Unicode UnicodeText Uuid all_ and_ any_ asc between case cast collate desc distinct extract funcfilter
    not_ nulls_first nulls_last or_ over tuple_ type_coerce within_group
""".split()
__all__ = [*_own, *_passed_on]


def __getattr__(name):
    if name in _own:
        from importlib import import_module

        value = getattr(import_module("sqlmodel." + _own[name]), name)
    elif name in _passed_on:
        import sqlalchemy

        value = getattr(sqlalchemy, name)
    elif name in ("sql", "orm", "main"):
        from importlib import import_module

        value = import_module("sqlmodel." + name)
    elif name in ("QueuePool", "StaticPool"):
        from sqlalchemy import pool

        value = getattr(pool, name)
    else:
        raise AttributeError("module 'sqlmodel' has no attribute {!r}".format(name))
    globals()[name] = value
    return value
