"""From rows to instances."""
from sqlalchemy import exc
from sqlalchemy.engine.result import IteratorResult
from sqlalchemy.orm.base import is_mapped_class
from sqlalchemy.orm.state import InstanceState


def entities_of(statement):
    """What a select() was given, where a mapped class is among it; None for every other statement."""
    given = getattr(statement, "_limbeck_entities", None)
    if given and any(is_entity(one) for one in given):
        return list(given)
    return None


def is_entity(value):
    return is_mapped_class(value) or getattr(value, "is_aliased_class", False)


def column_source(entity):
    """(attribute, expression) for every column of a mapped class or its alias."""
    mapper = entity.__mapper__
    return [(name, getattr(entity, name).__clause_element__()) for name in mapper.columns.keys()]


def loaded(session, result, entities):
    """The rows with instances in place of their columns."""
    names = [_name_of(entity) for entity in entities]
    return IteratorResult(names, (row_of(session, row, entities) for row in result))


def _name_of(entity):
    if is_entity(entity):
        return getattr(entity, "__name__", "entity")
    return getattr(entity, "key", None) or getattr(entity, "name", None) or "anon"


def row_of(session, row, entities):
    at, out = 0, []
    for entity in entities:
        if is_entity(entity):
            width = len(entity.__mapper__.columns)
            out.append(instance_of(session, entity, row[at : at + width]))
            at += width
        else:
            width = getattr(entity, "_limbeck_width", 1)
            out.append(row[at] if width == 1 else tuple(row[at : at + width]))
            at += width
    return out


def instance_of(session, entity, values):
    mapper = entity.__mapper__
    names = list(mapper.columns.keys())
    by_name = dict(zip(names, values))
    key = tuple(by_name[mapper.key_of(column)] for column in mapper.primary_key)
    if all(value is None for value in key):
        return None
    identity = (mapper.base_mapper.class_, key)
    found = session.identity_map.get(identity)
    if found is not None:
        state = found.__dict__["_sa_instance_state"]
        if state.expired:
            fill(found, mapper, values)
            state.expired = False
        return found
    class_ = mapper.class_
    on = mapper.polymorphic_on
    if on is not None:
        class_ = mapper.class_for(by_name.get(mapper.find_key(on)))
    made = object.__new__(class_)
    state = InstanceState(made, class_.__mapper__)
    made.__dict__["_sa_instance_state"] = state
    state.key, state.session = identity, session
    fill(made, mapper, values)
    session.identity_map[identity] = made
    return made


ABSENT = object()  # of a column that a statement in text does not give: it is read when it is asked for


def by_name(entities, result):
    """The rows of a statement in text, whose columns are found by their names, in the order of the entities'."""
    for row in result:
        known, out, at = row._mapping, [], 0
        for entity in entities:
            if not is_entity(entity):
                name = getattr(entity, "name", None)
                out.append(known[name] if name in known else row[at])
                at += 1
                continue
            mapper = entity.__mapper__
            for column in mapper.columns.values():
                names = (column.name, "{}_{}".format(mapper.local_table.name, column.name))
                out.append(next((known[name] for name in names if name in known), ABSENT))
            for column in mapper.primary_key:
                if out[-len(mapper.columns) :][list(mapper.columns.values()).index(column)] is ABSENT:
                    raise exc.NoSuchColumnError("Could not locate column in row for column '{}'".format(column))
        yield out


def fill(instance, mapper, values):
    state = instance.__dict__["_sa_instance_state"]
    for name, value in zip(mapper.columns.keys(), values):
        if name not in state.committed and value is not ABSENT:
            instance.__dict__[name] = value
