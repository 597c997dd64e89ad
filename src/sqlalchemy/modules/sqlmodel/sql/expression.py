"""select() and col()."""
from sqlalchemy import select


def col(column_expression):
    if not hasattr(column_expression, "__clause_element__") and not hasattr(column_expression, "compile"):
        raise RuntimeError(f"Not a SQLAlchemy column: {column_expression}")
    return column_expression
