"""What statements gave: rows, fetched from a cursor that has them all."""
from sqlalchemy import exc
from sqlalchemy.engine import _native
from sqlalchemy.engine._native import Row, RowMapping

_NO_ROW = object()


class _Rows:
    """Fetching, in the forms that rows, mappings and single values share."""

    _unique = None

    def __class_getitem__(cls, item):
        return cls

    def _take(self, count):
        raise NotImplementedError

    def _seen(self, items):
        if self._unique is None:
            return items
        strategy, seen = self._unique
        out = []
        for item in items:
            key = strategy(item) if strategy else item
            if key not in seen:
                seen.add(key)
                out.append(item)
        return out

    def _next(self):
        while True:
            taken = self._take(1)
            if not taken:
                return _NO_ROW
            kept = self._seen(taken)
            if kept:
                return kept[0]

    def unique(self, strategy=None):
        self._unique = (strategy, set())
        return self

    def all(self):
        return self._seen(self._take(-1))

    def fetchmany(self, size=None):
        return self._seen(self._take(1 if size is None else size))

    def partitions(self, size=None):
        while True:
            part = self.fetchmany(size if size is not None else 100)
            if not part:
                return
            yield part

    def __iter__(self):
        return iter(self.all())

    def __next__(self):
        item = self._next()
        if item is _NO_ROW:
            raise StopIteration
        return item

    def first(self):
        item = self._next()
        self.close()
        return None if item is _NO_ROW else item

    def _only(self, required):
        item = self._next()
        if item is _NO_ROW:
            self.close()
            if required:
                raise exc.NoResultFound("No row was found when one was required")
            return None
        another = self._next()
        self.close()
        if another is not _NO_ROW:
            raise exc.MultipleResultsFound(
                "Multiple rows were found when exactly one was required"
                if required
                else "Multiple rows were found when one or none was required"
            )
        return item

    def one(self):
        return self._only(True)

    def one_or_none(self):
        return self._only(False)

    def yield_per(self, num):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()


class Result(_Rows):
    def __init__(self, cursor):
        self._cursor = cursor
        self._columns = None
        self.closed = False

    def _open(self):
        if self._cursor is None or not self._cursor.has_rows:
            raise exc.ResourceClosedError(
                "This result object does not return rows. It has been closed automatically."
            )
        if self.closed:
            raise exc.ResourceClosedError("This result object is closed.")
        return self._cursor

    def _take(self, count):
        rows = self._open().take(count)
        if self._columns is not None:
            names = self.keys()
            rows = [_native.make_row(names, [row[i] for i in self._columns]) for row in rows]
        return rows

    def _index(self, key):
        if isinstance(key, int):
            return self._columns[key] if self._columns is not None else key
        return self._open().index_of(key)

    def keys(self):
        names = self._open().keys
        return _Keys(names if self._columns is None else [names[i] for i in self._columns])

    def columns(self, *keys):
        self._columns = [self._index(key) for key in keys]
        return self

    def fetchone(self):
        row = self._next()
        return None if row is _NO_ROW else row

    def fetchall(self):
        return self.all()

    def scalar(self):
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self):
        return self.one()[0]

    def scalar_one_or_none(self):
        row = self.one_or_none()
        return None if row is None else row[0]

    def scalars(self, index=0):
        return ScalarResult(self, self._index(index))

    def mappings(self):
        return MappingResult(self)

    def tuples(self):
        return self

    @property
    def t(self):
        return self

    def freeze(self):
        return FrozenResult(self)

    def close(self):
        self.closed = True

    def _soft_close(self, hard=False):
        self.closed = True


class _Keys(list):
    """The names of the columns."""

    def __repr__(self):
        return "RMKeyView({!r})".format(list(self))

    def __eq__(self, other):
        return list(self) == list(other)


class FrozenResult:
    def __class_getitem__(cls, item):
        return cls

    def __init__(self, result):
        self._rows, self._names = result.all(), list(result.keys())

    def __call__(self):
        return IteratorResult(self._names, self._rows)


class IteratorResult(Result):
    def __init__(self, keys, rows):
        super().__init__(None)
        self._names = list(getattr(keys, "keys", keys))
        self._items = iter([row if isinstance(row, Row) else _native.make_row(self._names, row) for row in rows])

    def _open(self):
        return self

    @property
    def has_rows(self):
        return True

    def take(self, count):
        taken = []
        while count != 0:
            item = next(self._items, _NO_ROW)
            if item is _NO_ROW:
                break
            taken.append(item)
            count -= 1
        return taken

    def _take(self, count):
        return self.take(count)

    def index_of(self, key):
        return self._names.index(key)

    def keys(self):
        return _Keys(self._names)


ChunkedIteratorResult = IteratorResult


class FilterResult(_Rows):
    def __init__(self, result):
        self._result = result
        self._unique = result._unique

    @property
    def closed(self):
        return self._result.closed

    def close(self):
        self._result.close()


class ScalarResult(FilterResult):
    def __init__(self, result, index=0):
        super().__init__(result)
        self._at = index

    def _take(self, count):
        at = self._at
        return [row[at] for row in self._result._open().take(count)]

    def fetchall(self):
        return self.all()


class MappingResult(FilterResult):
    def _take(self, count):
        return [row._mapping for row in self._result._take(count)]

    def fetchall(self):
        return self.all()

    def fetchone(self):
        row = self._next()
        return None if row is _NO_ROW else row

    def keys(self):
        return self._result.keys()

    def columns(self, *keys):
        self._result.columns(*keys)
        return self


class CursorResult(Result):
    def __init__(self, cursor, is_insert=False, key_names=(), key_values=(), connection=None):
        super().__init__(cursor)
        self.is_insert = is_insert
        self.connection = connection
        self._key = (key_names, key_values)

    @property
    def returns_rows(self):
        return self._cursor.has_rows

    @property
    def rowcount(self):
        return self._cursor.rowcount

    @property
    def lastrowid(self):
        return self._cursor.lastrowid

    @property
    def inserted_primary_key(self):
        if not self.is_insert:
            raise exc.InvalidRequestError("Statement is not an insert() expression construct.")
        return _native.make_row(*self._key)

    @property
    def inserted_primary_key_rows(self):
        return [self.inserted_primary_key]

    @property
    def cursor(self):
        return self._cursor

    def supports_sane_rowcount(self):
        return True

    def supports_sane_multi_rowcount(self):
        return True


LegacyCursorResult = ResultProxy = CursorResult
RowProxy = Row
