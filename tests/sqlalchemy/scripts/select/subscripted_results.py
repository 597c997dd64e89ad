# Classes of results in hints that are evaluated where they stand: those of methods, and of casts.
from collections.abc import Sequence
from typing import Any, Optional, cast

import sqlalchemy as sa
from sqlalchemy.engine import FrozenResult, Result, ScalarResult
from sqlalchemy.ext.asyncio import AsyncResult


class Jobs:
    connection: Optional[sa.Connection] = None

    @classmethod
    def open(cls, rows: Sequence[sa.Row[Any]]) -> dict[str, int]:
        return {row.name: row.id for row in rows}

    @staticmethod
    def first(result: sa.CursorResult[Any]) -> Optional[sa.Row[tuple[int, str]]]:
        return result.first()

    def names(self, result: Result[tuple[str]]) -> ScalarResult[str]:
        return result.scalars()


engine = sa.create_engine("sqlite://")
with engine.connect() as connection:
    query = sa.text("SELECT 1 AS id, 'a' AS name UNION ALL SELECT 2, 'b'")
    print(Jobs.open(connection.execute(query).all()))
    print(Jobs.first(cast(sa.CursorResult[Any], connection.execute(query))))
    print(Jobs().names(connection.execute(sa.text("SELECT 'c' AS name"))).all())
for kind in (FrozenResult, AsyncResult, sa.ScalarResult):
    print(kind.__name__, kind[int] is not None)
