"""lazy="dynamic": a to-many relationship that is a query."""
from sqlalchemy.orm.query import Query

_classes = {}  # of queries that take members, by the class of query


class AppenderMixin:
    """What is put in and taken out is the collection's; what is asked is the database, once that is flushed."""

    def _members(self):
        return self._relationship.members(self._owner)

    def append(self, member):
        self._members().append(member)

    add = append

    def extend(self, members):
        self._members().extend(members)

    add_all = extend

    def remove(self, member):
        self._members().remove(member)

    def __iter__(self):
        if self.session is None:  # of an instance that has no row, and no other members than these
            return iter(list(self._members()))
        return super().__iter__()

    def _rows(self):
        return iter(list(self._members())) if self.session is None else super()._rows()

    def count(self):
        return len(self._members()) if self.session is None else super().count()


def appender(relationship, instance):
    chosen = relationship.options.get("query_class") or Query
    if chosen not in _classes:
        _classes[chosen] = type("AppenderQuery", (AppenderMixin, chosen), {})
    state = instance._sa_instance_state
    _, near, _ = relationship.joined()
    session = state.session
    if session is not None and session.autoflush:
        session.flush()
    has_row = session is not None and state.key is not None
    query = _classes[chosen](relationship.target, session if has_row else None)
    query._relationship, query._owner = relationship, instance
    if not has_row:
        return query
    return relationship.related(query, [(theirs, getattr(instance, state.mapper.key_of(mine))) for mine, theirs in near])
