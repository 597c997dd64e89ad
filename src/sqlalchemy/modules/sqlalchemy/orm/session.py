"""Sessions: instances read from rows, and their changes written back."""
from typing import Generic, TypeVar

from sqlalchemy import event, exc
from sqlalchemy.engine.base import Engine
from sqlalchemy.orm.base import instance_state, is_mapped_class
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError, UnmappedInstanceError
from sqlalchemy.orm.mapper import configure_mappers

_sessions = []
_T = TypeVar("_T")


class SessionTransactionOrigin:
    AUTOBEGIN, BEGIN, BEGIN_NESTED, SUBTRANSACTION = range(4)


JoinTransactionMode = str


class ORMExecuteState:
    pass


class SessionTransaction:
    """session.begin() and begin_nested(): ended by the session."""

    def __init__(self, session, nested=None):
        self.session, self._nested = session, nested
        self._before = len(session._inserted), len(session._gone)

    @property
    def is_active(self):
        return self._nested.is_active if self._nested is not None else self.session.in_transaction()

    def commit(self):
        self.session.flush()
        self._nested.commit() if self._nested is not None else self.session.commit()

    def rollback(self):
        if self._nested is not None:
            self._nested.rollback()
            self._forget_unwritten()
            self.session._take_back(*self._before)
            self.session.expire_all()
        else:
            self.session.rollback()

    close = rollback

    def _forget_unwritten(self):
        for instance in list(self.session._new):
            self.session.expunge(instance)
        self.session._deleted, self.session._dirty = [], []

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        if self._nested is not None and not self._nested.is_active:
            return
        self.commit() if kind is None else self.rollback()


class Session:
    def __init__(self, bind=None, autoflush=True, future=True, expire_on_commit=True, autocommit=False,
                 autobegin=True, twophase=False, binds=None, enable_baked_queries=True, info=None, query_cls=None,
                 join_transaction_mode="conditional_savepoint", close_resets_only=None):
        self.bind = getattr(bind, "sync_connection", getattr(bind, "sync_engine", bind))
        self.autoflush, self.expire_on_commit, self.autocommit = autoflush, expire_on_commit, autocommit
        self.info = dict(info or {})
        self._binds = binds or {}
        self._query_class = query_cls
        self._connection = None
        self._own = None  # the transaction that this session began
        self._begun = False  # whether it is in one, its own or its connection's
        self.identity_map = {}
        self._new, self._deleted, self._dirty = [], [], []
        self._inserted, self._gone = [], []  # whose rows came and went in this transaction
        self._flushing = False
        _sessions.append(self)

    # ---- its connection

    def get_bind(self, mapper=None, clause=None, **ignored):
        if self.bind is not None:
            return self.bind
        for bind in self._binds.values():
            return bind
        bind = getattr(getattr(getattr(mapper, "local_table", None), "metadata", None), "bind", None)
        if bind is None:
            raise exc.UnboundExecutionError("Could not locate a bind configured on session")
        return bind

    def connection(self, bind_arguments=None, execution_options=None, **ignored):
        self._begun = True
        if self._connection is None:
            bind = self.get_bind()
            bind = getattr(bind, "_limbeck_connection", bind)
            if isinstance(bind, Engine):
                bind = bind.connect()
            elif not hasattr(bind, "in_transaction"):  # offline
                raise AttributeError(f"'{type(bind).__name__}' object has no attribute 'close'")
            self._connection = bind
        connection = self._connection
        if self._own is None and not connection.in_transaction():
            self._own = connection.begin()
        return connection

    def in_transaction(self):
        return self._begun

    def in_nested_transaction(self):
        return self._connection is not None and self._connection.in_nested_transaction()

    def get_transaction(self):
        return SessionTransaction(self) if self.in_transaction() else None

    @property
    def transaction(self):
        return SessionTransaction(self)

    @property
    def is_active(self):
        return True

    def begin(self, subtransactions=False, nested=False):
        if nested:
            return self.begin_nested()
        self._begun = True
        if hasattr(self.get_bind(), "in_transaction") or hasattr(self.get_bind(), "pool"):
            self.connection()
        return SessionTransaction(self)

    def begin_nested(self):
        self.flush()
        return SessionTransaction(self, self.connection().begin_nested())

    def commit(self):
        event._fire_session(self, "before_commit")
        self.flush()
        if self._own is not None:
            own, self._own = self._own, None
            own.commit()
        self._inserted, self._gone = [], []
        self._release()
        event._fire_session(self, "after_commit")
        if self.expire_on_commit:
            self.expire_all()

    def rollback(self):
        connection = self._connection
        if self._own is not None:
            own, self._own = self._own, None
            own.rollback()
        elif connection is not None and connection.in_transaction():
            connection.rollback()
        for instance in self._new:
            instance_state(instance).session = None
        self._new, self._deleted, self._dirty = [], [], []
        self._take_back(0, 0)
        self.expire_all()
        self._release()

    def _take_back(self, inserted, gone):
        """Rows that a transaction has lost are not there, and those that it has back are; the numbers were so before it."""
        for instance in self._inserted[inserted:]:
            state = instance_state(instance)
            self.identity_map.pop(state.key, None)
            state.key = state.session = None
            state.is_deleted = False
            state.settle()
        for instance in self._gone[gone:]:
            state = instance_state(instance)
            if state.key is not None:
                state.session, state.is_deleted = self, False
                self.identity_map[state.key] = instance
        del self._inserted[inserted:], self._gone[gone:]

    def _release(self):
        self._begun = False
        bind = self.bind
        if bind is not None and hasattr(bind, "pool") and self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self):
        if self._own is not None:
            own, self._own = self._own, None
            own.rollback()
        self._release()
        self.expunge_all()
        self._inserted, self._gone = [], []

    reset = invalidate = close
    close_all = classmethod(lambda cls: close_all_sessions())

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()

    # ---- statements

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **ignored):
        if self.autoflush:
            self.flush()
        from sqlalchemy.orm import loading

        if isinstance(statement, str):
            from sqlalchemy import text

            statement = text(statement)
        if hasattr(statement, "entities") and hasattr(statement, "element"):  # select().from_statement()
            return self.query(*statement.entities).from_statement(statement.element).params(params or {})._result()
        changed = getattr(statement, "_limbeck_target", None)
        if changed is not None:
            from sqlalchemy.orm import bulk_persistence

            options = {**statement.get_execution_options(), **(execution_options or {})}
            return bulk_persistence.execute(self, statement, params, changed, options)
        configure_mappers()
        entities = loading.entities_of(statement)
        result = self._execute(statement, params)
        return result if entities is None else loading.loaded(self, result, entities)

    def _execute(self, statement, params=None):
        return self.connection().execute(statement, *(() if params is None else (params,)))

    def scalar(self, statement, params=None, **ignored):
        return self.execute(statement, params).scalar()

    def scalars(self, statement, params=None, **ignored):
        return self.execute(statement, params).scalars()

    def query(self, *entities, **ignored):
        configure_mappers()
        if self._query_class is not None:
            return self._query_class(entities, self)
        from sqlalchemy.orm.query import Query

        return Query(entities, self)

    def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, **ignored):
        mapper = entity.__mapper__
        names = [mapper.key_of(column) for column in mapper.primary_key]
        if isinstance(ident, dict):
            ident = tuple(ident[name] for name in names)
        elif not isinstance(ident, (tuple, list)):
            ident = (ident,)
        found = self.identity_map.get((mapper.base_mapper.class_, tuple(ident)))
        if found is not None and not populate_existing and not instance_state(found).expired:
            return found
        query = self.query(entity)
        for column, value in zip(mapper.primary_key, ident):
            query = query.filter(column == value)
        return query.first()

    def get_one(self, entity, ident, **options):
        found = self.get(entity, ident, **options)
        if found is None:
            raise exc.NoResultFound("No row was found when one was required")
        return found

    def known(self, entity, values):
        """The instance with this primary key where it is loaded: `values` by column."""
        mapper = entity.__mapper__
        key = []
        for column in mapper.primary_key:
            match = [value for known, value in values.items() if known is column]
            if not match:
                return None
            key.append(match[0])
        return self.identity_map.get((mapper.base_mapper.class_, tuple(key)))

    # ---- which instances are its own

    def add(self, instance, _warn=True):
        state = _state_of(instance)
        if state.session is self and (instance in self or state.key is not None):
            self._deleted = [one for one in self._deleted if one is not instance]
            return
        state.session = self
        if state.key is None:
            self._new.append(instance)
        else:
            self.identity_map[state.key] = instance
            if state.modified:
                self._touched(instance)
        self._cascade(instance)

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def _cascade(self, instance):
        for name in type(instance).__mapper__.relationships.keys():
            value = instance.__dict__.get(name)
            members = value if isinstance(value, list) else [value]
            for member in list(members):
                if member is not None and instance_state(member).session is None:
                    self.add(member)

    def merge(self, instance, *, load=True, options=None):
        state = _state_of(instance)
        mapper = state.mapper
        key = state.key[1] if state.key is not None else tuple(mapper.primary_key_from_instance(instance))
        found = self.get(type(instance), key) if None not in key else None
        if found is None:
            found = type(instance).__new__(type(instance))
            self.add(found)
        for name in mapper.columns.keys():
            if name in instance.__dict__:
                setattr(found, name, instance.__dict__[name])
        return found

    def delete(self, instance):
        state = _state_of(instance)
        if state.key is None:
            raise exc.InvalidRequestError("Instance {!r} is not persisted".format(instance))
        if self.autoflush:
            self.flush()
        with self.no_autoflush:
            self._gather(instance, self._deleted)

    def _gather(self, instance, deleted):
        """What goes with an instance that is deleted, behind it."""
        if any(one is instance for one in deleted):
            return
        deleted.append(instance)
        for relationship in type(instance).__mapper__.relationships:
            if not relationship.deletes:
                continue
            members = relationship.members(instance)
            for member in members if isinstance(members, list) else [members]:
                if member is not None and _state_of(member).key is not None:
                    self._gather(member, deleted)

    def delete_all(self, instances):
        for instance in instances:
            self.delete(instance)

    def expunge(self, instance):
        state = _state_of(instance)
        state.session = None
        self.identity_map.pop(state.key, None)
        for kept in (self._new, self._deleted, self._dirty):
            kept[:] = [one for one in kept if one is not instance]

    def expunge_all(self):
        for instance in list(self.identity_map.values()) + self._new:
            instance_state(instance).session = None
        self.identity_map.clear()
        self._new, self._deleted, self._dirty = [], [], []

    def expire(self, instance, attribute_names=None):
        instance_state(instance).expire(attribute_names)

    def expire_all(self):
        for instance in self.identity_map.values():
            instance_state(instance).expire()

    def _let_go(self, instance):
        """Its row is gone."""
        self.expunge(instance)
        self._gone.append(instance)
        instance_state(instance).is_deleted = True

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        self.flush()
        self.expire(instance, attribute_names)
        self._reload(instance)

    def _reload(self, instance):
        from sqlalchemy.orm import loading

        state = instance_state(instance)
        mapper = state.mapper
        query = self.query(type(instance)).autoflush(False)
        for column, value in zip(mapper.primary_key, state.key[1]):
            query = query.filter(column == value)
        row = query.first_row()
        if row is None:
            raise ObjectDeletedError(
                "Instance '<{} at 0x{:x}>' has been deleted, or its row is otherwise not present.".format(
                    type(instance).__name__, id(instance)
                )
            )
        loading.fill(instance, mapper, row)
        state.expired = False

    def _touched(self, instance):
        if instance_state(instance).key is not None and all(one is not instance for one in self._dirty):
            self._dirty.append(instance)

    def __contains__(self, instance):
        state = instance_state(instance)
        return state.session is self and (state.key in self.identity_map or any(one is instance for one in self._new))

    def __iter__(self):
        return iter(self._new + list(self.identity_map.values()))

    new = property(lambda self: list(self._new))
    deleted = property(lambda self: list(self._deleted))
    dirty = property(lambda self: [one for one in self._dirty if instance_state(one).modified])

    def is_modified(self, instance, include_collections=True):
        return instance_state(instance).modified

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    # ---- writing

    def flush(self, objects=None):
        if self._flushing or not (self._new or self._deleted or self._dirty):
            return
        from sqlalchemy.orm.unit_of_work import flush

        self._flushing = True
        try:
            flush(self)
        finally:
            self._flushing = False

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True, preserve_order=True):
        self.add_all(objects)
        self.flush()

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        from sqlalchemy import insert
        from sqlalchemy.orm import bulk_persistence

        mapper = getattr(mapper, "__mapper__", mapper)
        bulk_persistence.insert_rows(self, mapper, insert(mapper.local_table), mappings, render_nulls)

    def bulk_update_mappings(self, mapper, mappings):
        from sqlalchemy import update
        from sqlalchemy.orm import bulk_persistence

        mapper = getattr(mapper, "__mapper__", mapper)
        bulk_persistence.update_by_primary_key(self, mapper, update(mapper.local_table), mappings, False)


class _NoAutoflush:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        self._before = self._session.autoflush
        self._session.autoflush = False
        return self._session

    def __exit__(self, *problem):
        self._session.autoflush = self._before


def _state_of(instance):
    state = getattr(instance, "__dict__", {}).get("_sa_instance_state")
    if state is None:
        raise UnmappedInstanceError(instance)
    return state


class sessionmaker(Generic[_T]):
    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **options):
        self.class_ = class_
        self.kw = {"bind": bind, "autoflush": autoflush, "expire_on_commit": expire_on_commit, **options}
        if info is not None:
            self.kw["info"] = info

    def __call__(self, **options):
        made = self.class_(**{**self.kw, **options})
        made._limbeck_maker = self
        return made

    def begin(self):
        return _Begun(self())

    def configure(self, **options):
        self.kw.update(options)


class _Begun:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        return self._session

    def __exit__(self, kind, problem, trace):
        try:
            self._session.commit() if kind is None else self._session.rollback()
        finally:
            self._session.close()


def object_session(instance):
    return _state_of(instance).session


def make_transient(instance):
    state = _state_of(instance)
    if state.session is not None:
        state.session.expunge(instance)
    state.key = None


def make_transient_to_detached(instance):
    state = _state_of(instance)
    state.key = state.mapper.identity_key_from_instance(instance)


def close_all_sessions():
    for session in _sessions:
        session.close()
