"""The rows of a query, a page at a time."""
from flask_sqlalchemy.query import not_found


class Pagination:
    def __init__(self, page=None, per_page=None, max_per_page=100, error_out=True, count=True, **source):
        self._source = source
        self.page = 1 if page is None else page
        self.per_page = 20 if per_page is None else per_page
        self.max_per_page = max_per_page
        if max_per_page is not None:
            self.per_page = min(self.per_page, max_per_page)
        if error_out and (self.page < 1 or self.per_page < 1):
            not_found(None)
        if self.page < 1:
            self.page = 1
        if self.per_page < 1:
            self.per_page = 20
        self.items = self._query_items()
        if not self.items and self.page != 1 and error_out:
            not_found(None)
        self.total = self._query_count() if count else None

    @property
    def _query_offset(self):
        return (self.page - 1) * self.per_page

    first = property(lambda self: self._query_offset + 1 if self.items else 0)
    last = property(lambda self: max(self.first, self.first + len(self.items) - 1))
    pages = property(lambda self: -(-self.total // self.per_page) if self.total else 0)
    has_prev = property(lambda self: self.page > 1)
    has_next = property(lambda self: self.page < self.pages)
    prev_num = property(lambda self: self.page - 1 if self.has_prev else None)
    next_num = property(lambda self: self.page + 1 if self.has_next else None)

    def _at(self, page, error_out):
        made = type(self)(
            page=page, per_page=self.per_page, max_per_page=self.max_per_page, error_out=error_out, count=False, **self._source
        )
        made.total = self.total
        return made

    def prev(self, *, error_out=False):
        return self._at(self.page - 1, error_out)

    def next(self, *, error_out=False):
        return self._at(self.page + 1, error_out)

    def iter_pages(self, *, left_edge=2, left_current=2, right_current=4, right_edge=2):
        last = self.pages
        shown = [
            number
            for number in range(1, last + 1)
            if number <= left_edge
            or self.page - left_current <= number <= self.page + right_current
            or number > last - right_edge
        ]
        before = 0
        for number in shown:
            if number != before + 1:
                yield None
            yield number
            before = number

    def __iter__(self):
        yield from self.items


class QueryPagination(Pagination):
    def _query_items(self):
        return self._source["query"].limit(self.per_page).offset(self._query_offset).all()

    def _query_count(self):
        return self._source["query"].order_by(None).count()


class SelectPagination(Pagination):
    def _query_items(self):
        statement = self._source["select"].limit(self.per_page).offset(self._query_offset)
        return list(self._source["session"].execute(statement).unique().scalars())

    def _query_count(self):
        from sqlalchemy import func, select

        inner = self._source["select"].order_by(None).subquery()
        return self._source["session"].execute(select(func.count()).select_from(inner)).scalar()
