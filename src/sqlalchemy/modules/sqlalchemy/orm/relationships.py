"""relationship(): other rows that foreign keys lead to."""
from typing import TypeVar

from sqlalchemy import exc
from sqlalchemy.orm.base import Mapped, instance_state, is_mapped_class
from sqlalchemy.orm.interfaces import MANYTOMANY, MANYTOONE, ONETOMANY, MapperProperty, PropComparator

_T = TypeVar("_T")


class Relationship(Mapped[_T], MapperProperty):
    Comparator = PropComparator

    def __init__(self, argument=None, secondary=None, **options):
        self.argument, self.options = argument, options
        self._secondary = secondary
        self.class_ = None
        self._joined = None
        self.annotation = None  # Mapped[…] as it was written

    def attach(self, class_, key):
        self.class_, self.key = class_, key

    def copied(self):
        made = type(self)(self.argument, self._secondary, **self.options)
        made.annotation = self.annotation
        return made

    # ---- what it leads to

    @property
    def registry(self):
        return self.class_.registry

    @property
    def entity(self):
        return self.target.__mapper__

    mapper = entity

    @property
    def parent(self):
        return self.class_.__mapper__

    @property
    def target(self):
        argument = self.argument
        if argument is None:
            argument = self._annotated()
        if isinstance(argument, str):
            argument = self.registry.evaluate(argument, self.class_)
        elif callable(argument) and not isinstance(argument, type):
            argument = argument()
        return getattr(argument, "class_", argument)

    def _annotated(self):
        from sqlalchemy.orm.decl_annotations import target_of

        found = target_of(self.annotation, self.class_)
        if found is None:
            raise exc.ArgumentError(
                "relationship {}.{} has no target".format(self.class_.__name__, self.key)
            )
        return found

    @property
    def secondary(self):
        secondary = self._secondary
        if isinstance(secondary, str):
            found = self.registry.metadata.tables.get(secondary)
            return self.registry.evaluate(secondary, self.class_) if found is None else found
        return secondary() if callable(secondary) and not hasattr(secondary, "c") else secondary

    def _evaluated(self, name):
        given = self.options.get(name)
        if isinstance(given, str):
            return self.registry.evaluate(given, self.class_)
        if callable(given) and not hasattr(given, "__clause_element__") and not hasattr(given, "compile"):
            return given()
        return given

    # ---- how it leads there: pairs of columns

    def _pairs(self, source, target):
        """Foreign keys of `source` that lead to `target`."""
        return [
            (key.parent, key.column)
            for constraint in source.foreign_key_constraints
            if constraint.referred_table is target
            for key in constraint.elements
        ]

    def joined(self):
        """(direction, pairs of own column and target column, pairs for the secondary's far side)"""
        if self._joined is None:
            self._joined = self._find_joined()
        return self._joined

    def _find_joined(self):
        own, target = self.class_.__mapper__.local_table, self.target.__mapper__.local_table
        secondary = self.secondary
        if secondary is not None:
            near = [(theirs, mine) for mine, theirs in self._pairs(secondary, own)]
            far = self._pairs(secondary, target)
            if own is target:
                near, far = near[:1], far[1:]
            return MANYTOMANY, near, far
        forward, backward = self._pairs(own, target), self._pairs(target, own)
        keys = self._evaluated("foreign_keys")
        if keys is not None:
            wanted = [_column_of(key) for key in (keys if isinstance(keys, (list, tuple)) else [keys])]
            forward = [pair for pair in forward if any(pair[0] is key for key in wanted)]
            backward = [pair for pair in backward if any(pair[0] is key for key in wanted)]
        elif self.options.get("primaryjoin") is not None:
            forward, backward = self._narrowed(forward), self._narrowed(backward)
        if own is target:
            remote = self._evaluated("remote_side")
            remote = [_column_of(one) for one in (remote if isinstance(remote, (list, tuple)) else [remote])]
            to_one = any(one is not None and any(one is pair[1] for pair in forward) for one in remote)
            forward, backward = (forward, []) if to_one else ([], forward)
        if forward:
            return MANYTOONE, forward, []
        if backward:
            return ONETOMANY, [(theirs, mine) for mine, theirs in backward], []
        raise exc.NoForeignKeysError(
            "Could not determine join condition between parent/child tables on relationship {}.{} - there are no "
            "foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or "
            "ForeignKeyConstraint, or specify a 'primaryjoin' expression.".format(self.class_.__name__, self.key)
        )

    def _narrowed(self, pairs):
        text = str(self._evaluated("primaryjoin"))
        named = [pair for pair in pairs if str(pair[0]) in text]
        return named or pairs

    @property
    def direction(self):
        return self.joined()[0]

    @property
    def uselist(self):
        given = self.options.get("uselist")
        if given is not None:
            return given
        return self.direction is not MANYTOONE and not self._annotated_scalar()

    def _annotated_scalar(self):
        from sqlalchemy.orm.decl_annotations import says_scalar

        return self.annotation is not None and says_scalar(self.annotation)

    @property
    def primaryjoin(self):
        from sqlalchemy import and_

        given = self._evaluated("primaryjoin")
        if given is not None:
            return given
        _, near, far = self.joined()
        return and_(*[mine == theirs for mine, theirs in near])

    @property
    def secondaryjoin(self):
        from sqlalchemy import and_

        _, _, far = self.joined()
        return and_(*[mine == theirs for mine, theirs in far])

    @property
    def back(self):
        """The name of the other direction's attribute, where one was given."""
        back = self.options.get("back_populates")
        if back is None and self.options.get("backref") is not None:
            backref = self.options["backref"]
            back = backref[0] if isinstance(backref, tuple) else backref
        return back

    @property
    def deletes(self):
        """Whether what is related is deleted with its owner."""
        cascade = self.options.get("cascade") or ""
        return "delete" in cascade or "all" in cascade

    # ---- on the class and on instances

    def __clause_element__(self):
        return self.primaryjoin

    def has(self, criterion=None, **values):
        return self.any(criterion, **values)

    def any(self, criterion=None, **values):
        from sqlalchemy import exists, select

        target = self.target
        if target.__mapper__.local_table is self.class_.__mapper__.local_table:
            return self._any_of_own(target, criterion, values)
        statement = select(1).select_from(target.__table__).where(self.primaryjoin)
        if self.secondary is not None:
            statement = statement.select_from(self.secondary).where(self.secondaryjoin)
        if criterion is not None:
            statement = statement.where(criterion)
        for name, value in values.items():
            statement = statement.where(getattr(target, name) == value)
        return exists(statement)

    def _any_of_own(self, target, criterion, values):
        """The rows that are related are found by themselves: one table is both here and there."""
        from sqlalchemy import select, tuple_

        if self.options.get("primaryjoin") is not None or self.options.get("secondaryjoin") is not None:
            raise NotImplementedError(
                "limbeck cannot ask for related rows of {}.{}, which leads to its own table by a condition of its own: "
                "write the subquery with an alias".format(self.class_.__name__, self.key)
            )
        _, near, far = self.joined()
        mine, theirs = [one for one, _ in near], [one for _, one in near]
        statement = select(*theirs).where(*[one.is_not(None) for one in theirs])
        if self.secondary is not None:
            statement = statement.select_from(self.secondary.join(target.__table__, self.secondaryjoin))
        if criterion is not None:
            statement = statement.where(criterion)
        for name, value in values.items():
            statement = statement.where(getattr(target, name) == value)
        statement = statement.correlate(None)
        return mine[0].in_(statement) if len(mine) == 1 else tuple_(*mine).in_(statement)

    def contains(self, other):
        from sqlalchemy import and_

        target = type(other).__mapper__
        return self.any(and_(*[column == getattr(other, target.key_of(column)) for column in target.primary_key]))

    def __eq__(self, other):
        from sqlalchemy import and_

        if self.class_ is None or not (other is None or hasattr(other, "_sa_instance_state")):
            return self is other
        pairs = self.joined()[1]
        if other is None:
            return and_(*[mine.is_(None) for mine, _ in pairs])
        mapper = type(other).__mapper__
        return and_(*[mine == getattr(other, mapper.key_of(theirs)) for mine, theirs in pairs])

    def __hash__(self):
        return id(self)

    def of_type(self, class_):
        return Path(self, target=class_)

    def and_(self, *criteria):
        return Path(self, criteria=criteria)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.options.get("lazy") == "dynamic":
            from sqlalchemy.orm.dynamic import appender

            return appender(self, instance)
        return self.members(instance)

    def members(self, instance):
        values = instance.__dict__
        if self.key not in values:
            values[self.key] = self._load(instance)
        return values[self.key]

    def __set__(self, instance, value):
        state = instance_state(instance)
        value = state.mapper.validated(instance, self.key, value)
        # Of the other side's key, the row that has it now is asked for.
        known = self.key in instance.__dict__ or state.key is None or self.direction is not ONETOMANY
        before = instance.__dict__.get(self.key) if known else self.members(instance)
        if self.uselist:
            value = _Collection(self, instance, value)
        instance.__dict__[self.key] = value
        state.related(self.key)
        if self.uselist:
            for one in before or ():
                if all(one is not other for other in value):
                    self._detached(instance, one)
            for one in value:
                self._attached(instance, one)
                value._place(one)
        else:
            if before is not None and before is not value:
                self._detached(instance, before)
            if value is None:
                self._clear_keys(instance)
            else:
                self._attached(instance, value)

    def take_loaded(self, instance, members):
        """What a query has found to be related; what has been looked at before stays."""
        if self.key not in instance.__dict__:
            made = _Collection(self, instance, members) if self.uselist else members[0] if members else None
            instance.__dict__[self.key] = made

    def _load(self, instance):
        state = instance_state(instance)
        session = state.session
        if session is None or state.key is None:
            return _Collection(self, instance, ()) if self.uselist else None
        mapper, target = state.mapper, self.target
        direction, near, far = self.joined()
        wanted = [(theirs, getattr(instance, mapper.key_of(mine))) for mine, theirs in near]
        if any(value is None for _, value in wanted):
            return _Collection(self, instance, ()) if self.uselist else None
        if direction is MANYTOONE:
            known = session.known(target, dict((theirs, value) for theirs, value in wanted))
            if known is not None:
                return known
        query = self.related(session.query(target), wanted)
        if self.uselist:
            return _Collection(self, instance, query.all())
        return query.first()

    def related(self, query, wanted):
        """The query for the rows that have these values by column, the secondary's among them."""
        if self.secondary is not None:
            query = query.join(self.secondary, self.secondaryjoin)
        for column, value in wanted:
            query = query.filter(column == value)
        order = self._evaluated("order_by")
        if order is not None and order is not False:
            query = query.order_by(*(order if isinstance(order, (list, tuple)) else [order]))
        return query

    def _clear_keys(self, instance):
        direction, near, _ = self.joined()
        if direction is MANYTOONE:
            for mine, _ in near:
                setattr(instance, type(instance).__mapper__.key_of(mine), None)

    def _attached(self, instance, other):
        session = instance_state(instance).session
        if session is not None and instance_state(other).session is None:
            session.add(other)
        back = self.back and type(other).__mapper__.relationships.get(self.back)
        if not back:
            return
        values = other.__dict__
        if not back.uselist:
            if values.get(back.key) is not instance:
                values[back.key] = instance
                instance_state(other).related(back.key)
        elif back.key in values or instance_state(other).key is None:
            members = values.get(back.key)
            if members is None:
                members = values[back.key] = _Collection(back, other, ())
            if all(one is not instance for one in members):
                list.append(members, instance)

    def _detached(self, instance, other):
        direction, near, _ = self.joined()
        back = self.back and type(other).__mapper__.relationships.get(self.back)
        if back and not back.uselist and other.__dict__.get(back.key) is instance:
            other.__dict__[back.key] = None
        elif back and back.uselist and back.key in other.__dict__:
            members = other.__dict__[back.key]
            for at in [at for at, one in enumerate(members) if one is instance]:
                list.__delitem__(members, at)
                instance_state(other).related(back.key)
        if "delete-orphan" in (self.options.get("cascade") or "") and instance_state(instance).session is not None:
            instance_state(instance).session.delete(other)
        elif direction is ONETOMANY:
            for _, theirs in near:
                setattr(other, type(other).__mapper__.key_of(theirs), None)


RelationshipProperty = Relationship


class Path:
    """A relationship from or to an alias, or with more conditions: what is joined, and on what."""

    def __init__(self, relationship, source=None, target=None, criteria=()):
        self._relationship, self._source, self._target, self._criteria = relationship, source, target, criteria
        if (source is not None or target is not None) and relationship.options.get("primaryjoin") is not None:
            raise NotImplementedError(
                "limbeck cannot lead {}.{}, which has a condition of its own, to or from an alias: "
                "write the condition of the join".format(relationship.class_.__name__, relationship.key)
            )

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._relationship, name)

    def of_type(self, class_):
        return Path(self._relationship, self._source, class_, self._criteria)

    def and_(self, *criteria):
        return Path(self._relationship, self._source, self._target, self._criteria + criteria)

    def any(self, criterion=None, **values):
        raise NotImplementedError("limbeck cannot ask for related rows of an alias: write the subquery")

    has = contains = any

    @property
    def target(self):
        return self._relationship.target if self._target is None else self._target

    @property
    def primaryjoin(self):
        from sqlalchemy import and_

        _, near, far = self._relationship.joined()
        if self._source is None and self._target is None:
            return and_(self._relationship.primaryjoin, *self._criteria)
        to = None if far else self._target
        return and_(*[_seen(mine, self._source) == _seen(theirs, to) for mine, theirs in near], *self._criteria)

    @property
    def secondaryjoin(self):
        from sqlalchemy import and_

        _, _, far = self._relationship.joined()
        return and_(*[mine == _seen(theirs, self._target) for mine, theirs in far])


def _seen(column, entity):
    """The column as an alias of its class has it."""
    return entity.__table__.c[column.key] if getattr(entity, "is_aliased_class", False) else column


class _Collection(list):
    """The members of a to-many relationship: what is put in becomes related, and what is taken out no more."""

    def __init__(self, relationship, owner, members):
        super().__init__(members if not isinstance(members, dict) else members.values())
        self._relationship, self._owner = relationship, owner

    def _joins(self, member):
        instance_state(self._owner).related(self._relationship.key)
        self._relationship._attached(self._owner, member)

    def _leaves(self, member):
        instance_state(self._owner).related(self._relationship.key)
        self._relationship._detached(self._owner, member)

    def _place(self, added=None):
        """The members' positions, where the collection is an ordering_list(): of all, or of the one at the end."""
        ordering = getattr(self._relationship.options.get("collection_class"), "_limbeck_ordering", None)
        if ordering is not None:
            ordering.place(self, added)

    def reorder(self):
        self._place()

    def append(self, member):
        list.append(self, member)
        self._joins(member)
        self._place(member)

    add = append

    def extend(self, members):
        for member in members:
            self.append(member)

    def insert(self, at, member):
        list.insert(self, at, member)
        self._joins(member)
        self._place()

    def __setitem__(self, at, given):
        before = self[at] if isinstance(at, slice) else [self[at]]
        list.__setitem__(self, at, given)
        self._changed(before)

    def __delitem__(self, at):
        before = self[at] if isinstance(at, slice) else [self[at]]
        list.__delitem__(self, at)
        self._changed(before)

    def _changed(self, before):
        for one in before:
            if all(one is not other for other in self):
                self._leaves(one)
        for one in self:
            self._joins(one)
        self._place()

    def __iadd__(self, members):
        self.extend(members)
        return self

    def remove(self, member):
        list.remove(self, member)
        self._leaves(member)
        self._place()

    discard = remove

    def pop(self, at=-1):
        member = self[at]
        self.remove(member)
        return member

    def clear(self):
        for member in list(self):
            self.remove(member)

    def all(self):
        return list(self)

    def count(self, *member):
        return list.count(self, *member) if member else len(self)


def _column_of(value):
    value = value.__clause_element__() if hasattr(value, "__clause_element__") else value
    return getattr(value, "column", value)


def relationship(argument=None, secondary=None, **options):
    return Relationship(argument, secondary, **options)


relation = relationship


def dynamic_loader(argument=None, **options):
    return Relationship(argument, lazy="dynamic", **options)


def backref(name, **options):
    return (name, options)


def foreign(expression):
    return expression.__clause_element__() if hasattr(expression, "__clause_element__") else expression


remote = foreign
