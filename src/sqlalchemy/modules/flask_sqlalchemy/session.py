"""db.session: of the run's database."""
from sqlalchemy.orm import Session as _Session


class Session(_Session):
    def __init__(self, db, **options):
        super().__init__(**options)
        self._db = db

    def get_bind(self, mapper=None, clause=None, bind=None, **ignored):
        if bind is not None:
            return bind
        if self.bind is not None or self._binds:
            return super().get_bind(mapper=mapper, clause=clause)
        return self._db.engines[None]

    def _release(self):
        self._begun = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _keeps_to(self, tables):
        """A table of another bind would be looked for in the wrong database."""
        for table in tables:
            key = getattr(getattr(table, "metadata", None), "info", {}).get("bind_key")
            if key is not None:
                raise NotImplementedError(
                    "limbeck's db.session has one database, and {} is of the bind {!r}: use Session(db.engines[{!r}])"
                    .format(table.name, key, key)
                )

    def add(self, instance, _warn=True):
        mapper = getattr(type(instance), "__mapper__", None)
        self._keeps_to([] if mapper is None else [mapper.local_table])
        super().add(instance)

    def _execute(self, statement, params=None):
        froms = statement.get_final_froms() if hasattr(statement, "get_final_froms") else [getattr(statement, "table", None)]
        self._keeps_to(froms)
        return super()._execute(statement, params)


SignallingSession = Session
