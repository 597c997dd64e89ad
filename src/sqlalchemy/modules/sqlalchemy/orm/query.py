"""session.query(…): a SELECT whose rows become instances."""
from types import GenericAlias
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause, exc
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.engine.result import IteratorResult
from sqlalchemy.orm import loading
from sqlalchemy.orm.base import is_mapped_class

_T = TypeVar("_T")


class Bundle:
    """Several columns as one member of a row."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, name, *columns, **options):
        self.name, self.columns = name, columns
        self._limbeck_width = len(columns)


class AliasOption:
    pass


def _columns(entity):
    if loading.is_entity(entity):
        return [expression for _, expression in loading.column_source(entity)]
    if isinstance(entity, Bundle):
        return list(entity.columns)
    return [getattr(entity, "column", entity) if hasattr(entity, "sort_order") else entity]


def _expanded(entities):
    """Tables and subqueries among the entities are their columns."""
    out = []
    for entity in entities:
        if isinstance(entity, (list, tuple)):
            out.extend(_expanded(entity))
        elif isinstance(entity, str):
            from sqlalchemy import text

            out.append(text(entity))
        elif not loading.is_entity(entity) and hasattr(entity, "is_mapper"):
            out.append(entity.class_)
        elif isinstance(entity, FromClause) and not isinstance(entity, ColumnElement):
            out.extend(entity.c)
        else:
            out.append(entity)
    return out




class Query(Generic[_T]):
    def __init__(self, entities, session=None):
        self._entities = _expanded(entities if isinstance(entities, (list, tuple)) else [entities])
        self.session = session
        self._steps = []  # (name of a method of select(), arguments, keywords)
        self._autoflush = True
        self._populates = False
        self._contained = ()  # relationships whose members are among the columns, each with its target
        self._statement_given = None
        self._from = None
        self._params = {}
        self._offset = self._limit = None

    # ---- building

    def _copy(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made._steps = list(self._steps)
        made._params = dict(self._params)
        return made

    def _with(self, name, *arguments, **keywords):
        made = self._copy()
        made._steps.append((name, arguments, keywords))
        return made

    def filter(self, *criteria):
        return self._with("where", *[_criterion(one) for one in criteria])

    where = filter

    def filter_by(self, **values):
        entity = self._last_entity()
        for name in values:
            if not hasattr(entity, name):
                raise exc.InvalidRequestError(
                    'Entity namespace for "{}" has no property "{}"'.format(_selectable(entity).name, name)
                )
        return self.filter(*[getattr(entity, name) == value for name, value in values.items()])

    def order_by(self, *clauses):
        if clauses and (clauses[0] is None or clauses[0] is False):
            return self._with("order_by", None)
        return self._with("order_by", *_expanded(clauses))

    def group_by(self, *clauses):
        return self._with("group_by", *_expanded(clauses))

    def having(self, *criteria):
        return self._with("having", *criteria)

    def distinct(self, *expressions):
        return self._with("distinct", *expressions)

    def correlate(self, *tables):
        return self._with("correlate", *[_selectable(table) for table in tables])

    def prefix_with(self, *prefixes, **options):
        return self._with("prefix_with", *prefixes, **options)

    def with_for_update(self, **options):
        return self._with("with_for_update", **options)

    def with_lockmode(self, mode):
        return self.with_for_update() if mode else self

    def limit(self, count):
        made = self._copy()
        made._limit = count
        return made

    def offset(self, count):
        made = self._copy()
        made._offset = count
        return made

    def slice(self, start, stop):
        made = self._copy()
        before = self._offset or 0
        if start is not None:
            made._offset = before + start
        if stop is not None:
            made._limit = stop - (start or 0)
        return made

    def join(self, target, *more, onclause=None, isouter=False, full=False, **ignored):
        if more and not hasattr(target, "argument") and onclause is None and _is_condition(more[0]):
            onclause, more = more[0], more[1:]
        made = self._joined(target, onclause, isouter, full)
        for one in more:
            made = made._joined(one, None, isouter, full)
        return made

    def outerjoin(self, target, *more, **options):
        return self.join(target, *more, isouter=True, **options)

    def _joined(self, target, onclause, isouter, full):
        if isinstance(target, tuple):
            target, onclause = target
        if isinstance(target, str):
            target = getattr(self._last_entity(), target)
        relationship = onclause if hasattr(onclause, "argument") else target if hasattr(target, "argument") else None
        made = self._copy()
        options = {"isouter": isouter, "full": full}
        if relationship is not None:
            if relationship is target:
                target = relationship.target
            elif getattr(target, "is_aliased_class", False):
                relationship = relationship.of_type(target)
            if relationship.secondary is not None:
                made._steps.append(("join", (relationship.secondary, relationship.primaryjoin), options))
                onclause = relationship.secondaryjoin
            else:
                onclause = relationship.primaryjoin
        made._joined_entity = target
        arguments = (_selectable(target),) + (() if onclause is None else (_criterion(onclause),))
        made._steps.append(("join", arguments, options))
        return made

    def select_from(self, *sources):
        made = self._copy()
        made._from = [_selectable(source) for source in sources]
        return made

    select_entity_from = select_from

    def options(self, *options):
        made = self._copy()
        for option in options:
            made._contained += getattr(option, "contained", ())
        return made

    def execution_options(self, **ignored):
        return self

    def enable_eagerloads(self, value):
        return self

    def populate_existing(self):
        made = self._copy()
        made._populates = True
        return made

    def enable_assertions(self, value):
        return self

    def yield_per(self, count):
        return self

    def with_hint(self, *ignored, **options):
        return self

    def reset_joinpoint(self):
        return self

    def autoflush(self, setting):
        made = self._copy()
        made._autoflush = setting
        return made

    def with_session(self, session):
        made = self._copy()
        made.session = session
        return made

    def with_entities(self, *entities):
        made = self._copy()
        if made._from is None and self._entities and loading.is_entity(self._entities[0]):
            made._from = [_selectable(self._entities[0])]
        made._entities = _expanded(entities)
        return made

    def add_columns(self, *columns):
        made = self._copy()
        made._entities = self._entities + _expanded(columns)
        return made

    add_column = add_entity = add_columns

    def params(self, *given, **values):
        made = self._copy()
        for one in given:
            made._params.update(one)
        made._params.update(values)
        return made

    def from_statement(self, statement):
        made = self._copy()
        made._statement_given = statement
        return made

    def union(self, *others):
        return self._combined("union", others)

    def union_all(self, *others):
        return self._combined("union_all", others)

    def _combined(self, how, others):
        statement = getattr(self._select(), how)(*[one._select() for one in others])
        return self._copy_plain().from_statement(statement)

    def _copy_plain(self):
        return self.__class__(self._entities, self.session)

    # ---- the statement

    def _last_entity(self):
        joined = self.__dict__.get("_joined_entity")
        if joined is not None and loading.is_entity(joined):
            return joined
        for entity in self._entities:
            if loading.is_entity(entity):
                return entity
            class_ = getattr(entity, "class_", None)
            if is_mapped_class(class_):
                return class_
        if self._from:
            return _ColumnsOf(self._from[0])
        return _ColumnsOf(getattr(self._entities[0], "table", None))

    def _select(self):
        from sqlalchemy import select

        if self._statement_given is not None:
            return self._statement_given
        columns = [column for entity in self._entities for column in _columns(entity)]
        statement = select(*columns)
        if self._from is not None:
            statement = statement.select_from(*self._from)
        for entity in self._entities:
            if loading.is_entity(entity):
                statement = _restricted(statement, entity, self._from is None)
        for name, arguments, keywords in self._steps:
            statement = getattr(statement, name)(*arguments, **keywords)
        if self._limit is not None:
            statement = statement.limit(self._limit)
        if self._offset is not None:
            statement = statement.offset(self._offset)
        return statement

    @property
    def statement(self):
        return self._select()

    selectable = statement

    def __clause_element__(self):
        return self._select()

    def subquery(self, name=None, with_labels=False, reduce_columns=False):
        return self._select().subquery(name)

    def cte(self, name=None, recursive=False, nesting=False):
        return self._select().cte(name, recursive=recursive)

    def scalar_subquery(self):
        return self._select().scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self._select().scalar_subquery().label(name)

    def exists(self):
        from sqlalchemy import exists

        return exists(self._select())

    def __str__(self):
        return str(self._select())

    @property
    def whereclause(self):
        return self._select().whereclause

    @property
    def column_descriptions(self):
        return [{"name": loading._name_of(one), "entity": one, "expr": one} for one in self._entities]

    # ---- its rows

    def _flush(self):
        if self.session.autoflush and self._autoflush:
            self.session.flush()

    def _run(self, statement):
        self._flush()
        return self.session._execute(statement, self._params or None)

    def first_row(self):
        return self._run(self._select()).first()

    def _rows(self):
        if self._contained and len(self._entities) == 1 and loading.is_entity(self._entities[0]):
            yield from self._rows_with_members()
            return
        result = self._run(self._select())
        if self._populates:
            self._expire_loaded()
        if _is_text(self._statement_given) and any(loading.is_entity(one) for one in self._entities):
            result = loading.by_name(self._entities, result)
        if len(self._entities) == 1 and loading.is_entity(self._entities[0]):
            entity, seen = self._entities[0], set()
            for row in result:
                instance = loading.instance_of(self.session, entity, row)
                if id(instance) not in seen:
                    seen.add(id(instance))
                    yield instance
        elif any(loading.is_entity(one) or isinstance(one, Bundle) for one in self._entities):
            yield from loading.loaded(self.session, result, self._entities)
        else:
            yield from result

    def _result(self):
        """As execute() gives it."""
        names = [loading._name_of(one) for one in self._entities]
        alone = len(self._entities) == 1 and loading.is_entity(self._entities[0])
        return IteratorResult(names, ([row] if alone else list(row) for row in self._rows()))

    def _rows_with_members(self):
        """contains_eager(): the members of a relationship are what the rows hold, not all that there are."""
        made = self._copy()
        made._contained, made._entities = (), self._entities + [target for _, target in self._contained]
        found, members = [], {}
        if self._populates:
            self._expire_loaded()
            made._populates = False
        for owner, *others in made._rows():
            if all(owner is not one for one in found):
                found.append(owner)
            row = [owner]
            for (relationship, _), member in zip(self._contained, others):
                holder = next((one for one in reversed(row) if isinstance(one, relationship.class_)), None)
                row.append(member)
                if holder is None:
                    continue
                kept = members.setdefault((id(holder), relationship.key), (holder, relationship, []))[2]
                if member is not None and all(member is not one for one in kept):
                    kept.append(member)
        for holder, relationship, kept in members.values():
            relationship.take_loaded(holder, kept)
        yield from found

    def _expire_loaded(self):
        classes = tuple(one.__mapper__.class_ for one in self._entities if loading.is_entity(one))
        for instance in self.session.identity_map.values():
            if isinstance(instance, classes):
                instance._sa_instance_state.expire()

    def __iter__(self):
        return iter(list(self._rows()))

    def all(self):
        return list(self._rows())

    def first(self):
        limited = self if self._statement_given is not None else self.limit(1)
        return next(iter(limited.all()), None)

    def one(self):
        found = self.one_or_none()
        if found is None:
            raise exc.NoResultFound("No row was found when one was required")
        return found

    def one_or_none(self):
        rows = self.all()
        if len(rows) > 1:
            raise exc.MultipleResultsFound("Multiple rows were found when exactly one was required")
        return rows[0] if rows else None

    def scalar(self):
        row = self.one_or_none()
        if row is None:
            return None
        return row[0] if not loading.is_entity(self._entities[0]) else row

    def values(self, *columns):
        return iter(self.with_entities(*columns).all())

    def value(self, column):
        row = self.with_entities(column).first()
        return None if row is None else row[0]

    def get(self, ident):
        return self.session.get(self._entities[0], ident)

    def count(self):
        from sqlalchemy import func, select

        return self._run(select(func.count()).select_from(self._select().order_by(None).subquery())).scalar()

    def __getitem__(self, item):
        if isinstance(item, slice):
            return self.slice(item.start, item.stop).all()
        return self.slice(item, item + 1).all()[0]

    # ---- changing rows

    def _changed(self, statement):
        for name, arguments, keywords in self._steps:
            if name == "where":
                statement = statement.where(*arguments)
        return statement

    def update(self, values, synchronize_session="auto", update_args=None):
        from sqlalchemy import update

        entity = self._last_entity()
        mapper = entity.__mapper__
        table = mapper.local_table
        given = {}
        for key, value in values.items():
            column = mapper.columns.get(key) if isinstance(key, str) else key.__clause_element__() if hasattr(key, "__clause_element__") else getattr(key, "column", key)
            given[key if column is None else column.key] = value
        return self._run_change(self._changed(update(table)).values(given), entity, synchronize_session)

    def delete(self, synchronize_session="auto", delete_args=None):
        from sqlalchemy import delete

        entity = self._last_entity()
        return self._run_change(self._changed(delete(entity.__mapper__.local_table)), entity, synchronize_session)

    def _run_change(self, statement, entity, synchronize):
        from sqlalchemy.orm import bulk_persistence

        self._flush()
        options = {"synchronize_session": synchronize}
        return bulk_persistence.execute(self.session, statement, self._params or None, entity, options).rowcount


class FromStatement:
    """select(…).from_statement(…): what a session executes as a query."""

    def __init__(self, statement, element):
        self.entities, self.element = statement._limbeck_entities or list(statement.selected_columns), element

    def options(self, *ignored):
        return self

    execution_options = options


def _is_text(statement):
    return isinstance(statement, TextClause)


class _ColumnsOf:
    def __init__(self, table):
        self._table = table

    def __getattr__(self, name):
        return self._table.c[name]


def _selectable(value):
    if isinstance(value, Query):
        return value._select()
    if is_mapped_class(value):
        return value.__mapper__.persist_selectable
    if hasattr(value, "__clause_element__"):
        return value.__clause_element__()
    return value


def _criterion(value):
    if isinstance(value, str):
        from sqlalchemy import text

        return text(value)
    return value


def _is_condition(value):
    return not is_mapped_class(value) and not getattr(value, "is_aliased_class", False) and (
        hasattr(value, "argument") or hasattr(value, "compile") and not hasattr(value, "c")
    )


def _restricted(statement, entity, alone):
    """Of a class whose rows share a table with others', or are spread over several."""
    mapper = entity.__mapper__
    if mapper.inherits is None:
        return statement
    if not mapper.is_single and alone:
        statement = statement.select_from(mapper.persist_selectable)
    on = mapper.polymorphic_on
    if mapper.is_single and on is not None and mapper.self_and_descendants_identities():
        statement = statement.where(on.in_(mapper.self_and_descendants_identities()))
    return statement
