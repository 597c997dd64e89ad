"""INSERT, UPDATE and DELETE of mapped classes as statements: session.execute(update(User)…)."""
from sqlalchemy import exc, select
from sqlalchemy.engine.result import IteratorResult
from sqlalchemy.orm import loading
from sqlalchemy.orm.base import instance_state
from sqlalchemy.orm.unit_of_work import by_column


def execute(session, statement, params, entity, options):
    """What the session has loaded goes along, unless `options` say otherwise: what is changed is read again, what is
    deleted is let go."""
    mapper = entity.__mapper__
    synchronize = options.get("synchronize_session", "auto")
    if statement.is_update and isinstance(params, list):
        update_by_primary_key(session, mapper, statement, params, synchronize)
        return IteratorResult([], [])
    if statement.is_insert:
        return _insert(session, mapper, statement, params, options.get("render_nulls", False))
    matching = _matching(session, mapper, statement, params) if synchronize else []
    result = session._execute(statement, params)
    if statement.is_update:
        _expire(matching)
        return _given_back(session, statement, result)
    if statement._limbeck_returned:
        known = set(session.identity_map)
        result = _given_back(session, statement, result)
        matching += [one for key, one in session.identity_map.items() if key not in known]
    for instance in matching:
        session._let_go(instance)
    return result


def insert_rows(session, mapper, statement, rows, render_nulls=False):
    """The results of inserting these rows, by attribute: one for each run of rows that name the same columns. None is
    no value, unless `render_nulls`: a default takes its place."""
    runs = []
    for values in rows:
        row = by_column(mapper, values)
        if not render_nulls:
            row = {key: value for key, value in row.items() if value is not None or _means_none(mapper, key)}
        if not runs or runs[-1][0].keys() != row.keys():
            runs.append([])
        runs[-1].append(row)
    return [session._execute(statement, run) for run in runs]


def _means_none(mapper, key):
    return getattr(mapper.local_table.c[key].type, "should_evaluate_none", False)


def _insert(session, mapper, statement, params, render_nulls):
    if not isinstance(params, list):
        row = by_column(mapper, params) if params else params
        return _given_back(session, statement, session._execute(statement, row))
    results = insert_rows(session, mapper, statement, params, render_nulls)
    if len(results) == 1 or not statement._limbeck_returned:
        return _given_back(session, statement, results[-1])
    names = list(results[0].keys())
    rows = [row for result in results for row in result]
    return _given_back(session, statement, IteratorResult(names, rows))


def update_by_primary_key(session, mapper, statement, rows, synchronize):
    """The statement once for each of these rows, by attribute."""
    for values in rows:
        row = by_column(mapper, values)
        missing = [column for column in mapper.primary_key if row.get(column.key) is None]
        if missing:
            raise exc.InvalidRequestError(
                "No primary key value supplied for column(s) {}; per-row ORM Bulk UPDATE by Primary Key requires "
                "that records contain primary key values".format(", ".join(str(column) for column in missing)),
                code="bupq",
            )
        key = tuple(row.pop(column.key) for column in mapper.primary_key)
        one = statement
        for column, value in zip(mapper.primary_key, key):
            one = one.where(column == value)
        if row:
            session._execute(one.values(row))
        held = session.identity_map.get((mapper.base_mapper.class_, key))
        if synchronize and held is not None:
            _expire([held])


def _matching(session, mapper, statement, params):
    """The loaded instances whose rows the statement is about to change."""
    held = [one for one in session.identity_map.values() if isinstance(one, mapper.class_)]
    if not held:
        return held
    query = select(*mapper.primary_key)
    if statement.whereclause is not None:
        query = query.where(statement.whereclause)
    keys = set()
    for given in params if isinstance(params, list) else [params]:
        keys.update(tuple(row) for row in session._execute(query, given))
    return [one for one in held if instance_state(one).key[1] in keys]


def _expire(instances):
    for instance in instances:
        state = instance_state(instance)
        if not state.modified:
            state.expire()


def _given_back(session, statement, result):
    """The result with instances where returning() was given their class."""
    returned = statement._limbeck_returned
    if returned and any(loading.is_entity(one) for one in returned):
        return loading.loaded(session, result, list(returned))
    return result
