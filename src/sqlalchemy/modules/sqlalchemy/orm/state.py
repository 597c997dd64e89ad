"""What a session knows of one instance."""


class InstanceState:
    is_instance = True

    def __init__(self, instance, mapper):
        self._instance, self.mapper = instance, mapper
        self.session = None
        self.key = None  # (class, primary key) once its row is there
        self.committed = {}  # attributes changed since, with what they were
        self.flagged = set()  # changed in place
        self.relations = set()  # relationships changed since
        self.expired = False
        self.is_deleted = False

    class_ = property(lambda self: self.mapper.class_)
    dict = property(lambda self: self._instance.__dict__)
    manager = property(lambda self: self.mapper)
    identity = property(lambda self: self.key[1] if self.key else None)
    identity_key = property(lambda self: self.key)
    persistent = property(lambda self: self.key is not None and self.session is not None)
    pending = property(lambda self: self.key is None and self.session is not None)
    transient = property(lambda self: self.key is None and self.session is None)
    detached = property(lambda self: self.key is not None and self.session is None)
    deleted = was_deleted = property(lambda self: self.is_deleted)
    has_identity = property(lambda self: self.key is not None)
    modified = property(lambda self: bool(self.committed or self.flagged))
    unmodified = property(lambda self: {k for k in self.mapper.columns.keys() if k not in self.committed})
    unloaded = property(lambda self: {k for k in self.mapper.properties if k not in self._instance.__dict__})

    def obj(self):
        return self._instance

    object = property(obj)

    @property
    def attrs(self):
        return _Attributes((name, _AttributeState(self, name)) for name in self.mapper.properties)

    def changed(self, instance, key):
        if key not in self.committed:
            self.committed[key] = instance.__dict__.get(key)
        if self.session is not None:
            self.session._touched(instance)

    def related(self, key):
        self.relations.add(key)
        if self.session is not None:
            self.session._touched(self._instance)

    def load(self, instance, key):
        """An attribute that has no value yet: of a row, it is read."""
        if self.key is None:
            return None
        if self.session is None:
            from sqlalchemy.orm.exc import DetachedInstanceError

            raise DetachedInstanceError(
                "Instance <{} at 0x{:x}> is not bound to a Session; attribute refresh operation cannot proceed".format(
                    self.class_.__name__, id(instance)
                )
            )
        self.session._reload(instance)
        return instance.__dict__.get(key)

    def settle(self):
        self.committed.clear()
        self.flagged.clear()
        self.relations.clear()

    def expire(self, names=None):
        values = self._instance.__dict__
        for name in list(values):
            if name in self.mapper.properties and (names is None or name in names):
                del values[name]
                self.committed.pop(name, None)
        self.expired = True


class _Attributes(dict):
    def __getattr__(self, name):
        if name not in self:
            raise AttributeError(name)
        return self[name]


class _AttributeState:
    def __init__(self, state, key):
        self.state, self.key = state, key

    @property
    def value(self):
        return getattr(self.state.obj(), self.key)

    loaded_value = value

    @property
    def history(self):
        from sqlalchemy.orm.attributes import get_history

        return get_history(self.state.obj(), self.key)
