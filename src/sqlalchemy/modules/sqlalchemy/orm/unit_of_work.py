"""Flushing: rows that are new, changed or gone, parents before their children."""
from sqlalchemy import event
from sqlalchemy.orm.base import instance_state
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.orm.interfaces import MANYTOMANY, MANYTOONE, ONETOMANY


def flush(session):
    event._fire_session(session, "before_flush", None, None)
    for instance in session._new + session._dirty:
        event._refuse_unheard(type(instance))
    new, session._new = session._new, []
    deleted, session._deleted = session._deleted, []
    dirty, session._dirty = session._dirty, []
    order = _class_order(new + deleted)
    gone = {id(instance) for instance in deleted}
    for instance in _sorted(new, order):
        _take_keys(instance)
        _fire(session, instance, "before_insert")
        _insert(session, instance)
        _give_keys(session, instance)
        _fire(session, instance, "after_insert")
    for instance in dirty:
        if id(instance) not in gone:
            _take_keys(instance)
            _give_keys(session, instance)
    for instance in dirty + session._dirty:
        if id(instance) not in gone:
            changed = instance_state(instance).modified
            if changed:
                _fire(session, instance, "before_update")
            _update(session, instance)
            if changed:
                _fire(session, instance, "after_update")
    session._dirty = []
    for instance in new + dirty:
        if id(instance) not in gone:
            _write_secondary(session, instance)
            instance_state(instance).settle()
    for instance in reversed(_sorted(deleted, order)):
        _fire(session, instance, "before_delete")
        _delete(session, instance)
        _fire(session, instance, "after_delete")
    event._fire_session(session, "after_flush", None)


def _fire(session, instance, name):
    if event._registered:
        event._fire_mapper(instance, name, session.connection())


def _class_order(instances):
    """The place of each hierarchy of classes: after the tables that its own refer to."""
    tables, order = {}, {}
    for instance in instances:
        mapper = type(instance).__mapper__
        for table in mapper.tables:
            for known in table.metadata.sorted_tables:
                tables.setdefault(id(known), len(tables))
            base = id(mapper.base_mapper)
            order[base] = max(order.get(base, 0), tables[id(table)])
    return order


def _sorted(instances, order):
    """By hierarchy; those of one table whose row refers to another's after it."""
    by_table = sorted(instances, key=lambda one: order[id(type(one).__mapper__.base_mapper)])
    out, placed = [], set()

    def place(instance):
        if id(instance) in placed:
            return
        placed.add(id(instance))
        for relationship in type(instance).__mapper__.relationships:
            other = instance.__dict__.get(relationship.key)
            if other is None or isinstance(other, list) or relationship.direction is not MANYTOONE:
                continue
            if type(other).__mapper__.local_table is type(instance).__mapper__.local_table and any(
                one is other for one in by_table
            ):
                place(other)
        out.append(instance)

    for instance in by_table:
        place(instance)
    return out


def _take_keys(instance):
    """The foreign keys of what it refers to."""
    mapper = type(instance).__mapper__
    for relationship in mapper.relationships:
        other = instance.__dict__.get(relationship.key)
        if other is None or isinstance(other, list) or relationship.direction is not MANYTOONE:
            continue
        for mine, theirs in relationship.joined()[1]:
            value = getattr(other, type(other).__mapper__.key_of(theirs))
            if getattr(instance, mapper.key_of(mine)) != value:
                setattr(instance, mapper.key_of(mine), value)


def _give_keys(session, instance):
    """Its own key to those that refer to it."""
    mapper = type(instance).__mapper__
    for relationship in mapper.relationships:
        value = instance.__dict__.get(relationship.key)
        if not value or relationship.direction is not ONETOMANY:
            continue
        for member in value if isinstance(value, list) else [value]:
            for mine, theirs in relationship.joined()[1]:
                key = type(member).__mapper__.key_of(theirs)
                given = getattr(instance, mapper.key_of(mine))
                if getattr(member, key) != given:
                    setattr(member, key, given)


def by_column(mapper, values):
    """Values by attribute as values by the column's key."""
    return {mapper.columns[name].key: value for name, value in values.items() if name in mapper.columns}


def _insert(session, instance):
    from sqlalchemy import insert

    state, mapper = instance_state(instance), type(instance).__mapper__
    values = instance.__dict__
    on = mapper.polymorphic_on
    if on is not None and mapper.polymorphic_identity is not None:
        values.setdefault(mapper.key_of(on), mapper.polymorphic_identity)
    for table in mapper.tables:
        row = {}
        for name, column in _columns_of(mapper, table):
            if name in values and not (values[name] is None and _fills_itself(column)):
                row[column.key] = values[name]
        result = session._execute(insert(table).values(row))
        key = result.inserted_primary_key
        for column, value in zip(table.primary_key, key or ()):
            name = next((n for n, c in _columns_of(mapper, table) if c is column), None)
            if name is not None and value is not None:
                values[name] = value
        for name, column in _columns_of(mapper, table):
            if name not in values and column.server_default is None and column.default is None:
                values[name] = None
    state.key = mapper.identity_key_from_instance(instance)
    session.identity_map[state.key] = instance
    session._inserted.append(instance)


def _fills_itself(column):
    return column.primary_key or column.default is not None or column.server_default is not None


def _columns_of(mapper, table):
    """The attributes whose columns are in this table; a joined class's key is in both."""
    found = [(name, column) for name, column in mapper.columns.items() if column.table is table]
    names = {column.name for _, column in found}
    if mapper.inherits is not None:
        for column in table.c:
            if column.name not in names and column.primary_key:
                found.append((mapper.key_of(column), column))
    return found


def _update(session, instance):
    from sqlalchemy import update

    state, mapper = instance_state(instance), type(instance).__mapper__
    changed = {
        name
        for name, before in state.committed.items()
        if name in state.flagged or name not in instance.__dict__ or instance.__dict__[name] is not before and instance.__dict__[name] != before
    } | state.flagged
    if not changed:
        return
    for table in mapper.tables:
        row = {
            column.key: instance.__dict__.get(name) for name, column in _columns_of(mapper, table) if name in changed
        }
        if not row:
            continue
        statement = update(table).values(row)
        for column, value in zip(table.primary_key, state.key[1]):
            statement = statement.where(column == value)
        count = session._execute(statement).rowcount
        if count == 0:
            raise StaleDataError(
                "UPDATE statement on table {!r} expected to update 1 row(s); 0 were matched.".format(table.name)
            )
    key = mapper.identity_key_from_instance(instance)
    if key != state.key:
        session.identity_map.pop(state.key, None)
        state.key = key
        session.identity_map[key] = instance
    state.committed.clear()
    state.flagged.clear()


def _write_secondary(session, instance):
    from sqlalchemy import and_, delete, insert, select

    mapper = type(instance).__mapper__
    for relationship in mapper.relationships:
        if relationship.key not in instance_state(instance).relations or relationship.direction is not MANYTOMANY:
            continue
        _, near, far = relationship.joined()
        secondary = relationship.secondary
        own = [(theirs, getattr(instance, mapper.key_of(mine))) for mine, theirs in near]
        present = {
            tuple(row)
            for row in session._execute(
                select(*[theirs for theirs, _ in far]).where(and_(*[column == value for column, value in own]))
            )
        }
        wanted = set()
        for member in instance.__dict__[relationship.key]:
            other = type(member).__mapper__
            key = tuple(getattr(member, other.key_of(theirs)) for _, theirs in far)
            wanted.add(key)
            if key not in present:
                row = {column.key: value for column, value in own}
                row.update((mine.key, value) for (mine, _), value in zip(far, key))
                session._execute(insert(secondary).values(row))
        for key in present - wanted:
            conditions = [column == value for column, value in own]
            conditions += [mine == value for (mine, _), value in zip(far, key)]
            session._execute(delete(secondary).where(and_(*conditions)))


def _delete(session, instance):
    from sqlalchemy import delete

    state, mapper = instance_state(instance), type(instance).__mapper__
    for relationship in mapper.relationships:
        if relationship.direction is ONETOMANY and not relationship.options.get("passive_deletes"):
            _release_children(session, instance, relationship)
        elif relationship.direction is MANYTOMANY:
            _, near, _ = relationship.joined()
            statement = delete(relationship.secondary)
            for mine, theirs in near:
                statement = statement.where(theirs == getattr(instance, mapper.key_of(mine)))
            session._execute(statement)
    for table in reversed(mapper.tables):
        statement = delete(table)
        for column, value in zip(table.primary_key, state.key[1]):
            statement = statement.where(column == value)
        session._execute(statement)
    session.identity_map.pop(state.key, None)
    session._gone.append(instance)
    state.session, state.is_deleted = None, True


def _release_children(session, instance, relationship):
    from sqlalchemy import update

    mapper = type(instance).__mapper__
    if relationship.deletes:
        return
    _, near, _ = relationship.joined()
    target = relationship.target.__mapper__.local_table
    statement = update(target)
    for mine, theirs in near:
        if not theirs.nullable:
            return
        statement = statement.where(theirs == getattr(instance, mapper.key_of(mine)))
    session._execute(statement.values({theirs.key: None for _, theirs in near}))
