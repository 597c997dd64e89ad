"""db.Query: a query that can say 404."""
from sqlalchemy.exc import MultipleResultsFound, NoResultFound
from sqlalchemy.orm import Query as _Query


def not_found(description):
    # There is no request that could be answered with it.
    from _system import unresolved

    unresolved("flask.abort(404, description={!r})".format(description)).__bool__()


class Query(_Query):
    def get_or_404(self, ident, description=None):
        found = self.get(ident)
        if found is None:
            not_found(description)
        return found

    def first_or_404(self, description=None):
        found = self.first()
        if found is None:
            not_found(description)
        return found

    def one_or_404(self, description=None):
        try:
            return self.one()
        except (NoResultFound, MultipleResultsFound):
            not_found(description)

    def paginate(self, *, page=None, per_page=None, max_per_page=None, error_out=True, count=True):
        from flask_sqlalchemy.pagination import QueryPagination

        return QueryPagination(
            query=self, page=page, per_page=per_page, max_per_page=max_per_page, error_out=error_out, count=count
        )


BaseQuery = Query
