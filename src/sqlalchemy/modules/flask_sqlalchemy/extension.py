"""SQLAlchemy(): models, tables and sessions of a Flask application.

There is no Flask here, and the application is not made. Its database is the one that the run of migrations
has: while a revision runs, the engine of the run's own connection; before, the URL that the run was given
(sqlalchemy.limbeck_url)."""
import types

import sqlalchemy
import sqlalchemy.orm
from _system import is_unresolved, unresolved
from sqlalchemy.engine.base import Engine
from sqlalchemy.engine.url import _dialect_of, make_url
from sqlalchemy.exc import UnboundExecutionError
from sqlalchemy.orm import DeclarativeBase, DeclarativeBaseNoMeta, DeclarativeMeta

from flask_sqlalchemy import model as _model
from flask_sqlalchemy.query import Query, not_found
from flask_sqlalchemy.session import Session


def setting(app, name):
    """What the application's configuration says, if it can be known."""
    config = None if app is None or is_unresolved(app) else getattr(app, "config", None)
    if isinstance(config, dict) and name in config:
        return config[name]
    return of_application("config[{!r}]".format(name))


def of_application(what):
    """What only the application knows: an error where something depends on it."""
    return unresolved(
        "flask.current_app." + what, "limbeck runs migrations without the Flask application: what it is configured with "
        "is not known, but for its database, which --url, LIMBECK_URL or DATABASE_URL name"
    )


class Engines:
    """The engines by their bind keys, each made when it is asked for."""

    def __init__(self, app=None, options=None):
        self._app, self._options = app, options or {}
        self._made = {}

    def _of_run(self):
        try:
            from alembic import op
        except ImportError:
            return None
        try:
            bind = op.get_bind()
        except NameError:  # before context.configure()
            return None
        if not isinstance(bind, sqlalchemy.engine.Connection):
            return None
        engine = bind.engine
        # env.py may have connected to another of the application's databases.
        others = [made for key, made in self._made.items() if key is not None]
        return None if any(engine is made for made in others) else engine

    def __getitem__(self, key):
        if key is None:
            engine = self._of_run()
            if engine is not None:
                return engine
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def _make(self, key):
        if key is None:
            return sqlalchemy.create_engine(setting(self._app, "SQLALCHEMY_DATABASE_URI"), **self._options)
        given = setting(self._app, "SQLALCHEMY_BINDS")[key]
        options = dict(self._options)
        if isinstance(given, dict):
            options.update(given)
            given = options.pop("url")
        # Not create_engine(): the URL that the run was given is that of the first database.
        url = make_url(given)
        return Engine(url, _dialect_of(url), options)

    def _keys(self):
        return [None, *setting(self._app, "SQLALCHEMY_BINDS")]

    def __iter__(self):
        return iter(self._keys())

    def __len__(self):
        return len(self._keys())

    def __contains__(self, key):
        return key is None or key in setting(self._app, "SQLALCHEMY_BINDS")

    def keys(self):
        return self._keys()

    def items(self):
        return [(key, self[key]) for key in self._keys()]

    def values(self):
        return [self[key] for key in self._keys()]

    def get(self, key, default=None):
        return self[key] if key in self else default


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=Query, model_class=_model.Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False, use_native_unicode=True):
        self.Query = query_class
        self.session = self._scoped_session(dict(session_options or {}))
        self.metadatas = {}
        if metadata is not None and not _declarative_bases(model_class):
            if not is_unresolved(metadata):
                metadata.info["bind_key"] = None
            self.metadatas[None] = metadata
        self.Table = self._table_class()
        self.Model = self._base(model_class, disable_autonaming)
        self._engine_options = dict(engine_options or {})
        self._engines = Engines(None, self._engine_options)
        if app is not None:
            self.init_app(app)

    def __repr__(self):
        return "<{}>".format(type(self).__name__)

    def init_app(self, app):
        self.app = app
        self._engines = Engines(app, self._engine_options)

    # ---- sessions

    def _scoped_session(self, options):
        scope = options.pop("scopefunc", None)
        return sqlalchemy.orm.scoped_session(self._session_factory(options), scope)

    def _session_factory(self, options):
        options.setdefault("class_", Session)
        options.setdefault("query_cls", self.Query)
        return sqlalchemy.orm.sessionmaker(db=self, **options)

    def create_scoped_session(self, options=None):
        return self._scoped_session(dict(options or {}))

    def create_session(self, options):
        return self._session_factory(dict(options))

    # ---- tables and models

    @property
    def metadata(self):
        return self.metadatas[None]

    def _metadata_of(self, bind_key):
        """The MetaData of a bind; all name their constraints as the first one does."""
        known = self.metadatas.get(bind_key)
        if known is None:
            first = None if bind_key is None else self._metadata_of(None)
            known = sqlalchemy.MetaData(
                naming_convention=None if first is None else first.naming_convention, info={"bind_key": bind_key}
            )
            self.metadatas[bind_key] = known
        return known

    def _table_class(self):
        db = self

        class Table(metaclass=_TableMeta):
            def __new__(cls, *args, bind_key=None, **options):
                says_metadata = "metadata" in options or any(isinstance(each, sqlalchemy.MetaData) for each in args[1:2])
                if args and not says_metadata:
                    args = (args[0], db._metadata_of(bind_key), *args[1:])
                return sqlalchemy.Table(*args, **options)

        return Table

    def _base_in_new_style(self, model_class, base, disable_autonaming):
        """Model(DeclarativeBase) as a base with the names and binds of db.Model."""
        members = {key: value for key, value in vars(model_class).items() if key not in ("__dict__", "__weakref__")}
        naming = () if disable_autonaming else (_model.NameMixin,)
        bases = (_model.BindMixin, *naming, _model.Model, *model_class.__bases__)
        return types.new_class(
            "FlaskSQLAlchemyBase", bases, {"metaclass": type(base)}, lambda body: body.update(members, __fsa__=self)
        )

    def _base(self, model_class, disable_autonaming=False):
        in_new_style = _declarative_bases(model_class)
        if len(in_new_style) > 1:
            raise ValueError(
                "Only one declarative base can be passed to SQLAlchemy. Got: {}".format(model_class.__bases__)
            )
        if in_new_style:
            model = self._base_in_new_style(model_class, in_new_style[0], disable_autonaming)
        elif isinstance(model_class, DeclarativeMeta):
            model = model_class
        else:
            metaclass = _model.DefaultMetaNoName if disable_autonaming else _model.DefaultMeta
            model = sqlalchemy.orm.declarative_base(
                metadata=self._metadata_of(None), cls=model_class, name="Model", metaclass=metaclass
            )
        own = self.metadatas.setdefault(None, model.metadata)
        if own is model.metadata:
            own.info["bind_key"] = None
        else:
            model.metadata = own
        model.__fsa__, model.query_class, model.query = self, self.Query, _model._QueryProperty()
        return model

    def make_declarative_base(self, model, metadata=None):
        if metadata is not None:
            self.metadatas[None] = metadata
        return self._base(model)

    # ---- engines

    @property
    def engines(self):
        return self._engines

    @property
    def engine(self):
        return self._engines[None]

    def get_engine(self, bind_key=None, *ignored, **options):
        if "bind" in options:
            bind_key = options["bind"]
        return self._engines[bind_key if isinstance(bind_key, str) else None]

    def _of_binds(self, bind_key, method):
        if bind_key == "__all__":
            wanted = list(self.metadatas)
        else:
            wanted = [bind_key] if bind_key is None or isinstance(bind_key, str) else bind_key
        for each in wanted:
            if each not in self._engines:
                raise UnboundExecutionError("Bind key '{}' is not in 'SQLALCHEMY_BINDS' config.".format(each))
            getattr(self.metadatas[each], method)(bind=self._engines[each])

    def create_all(self, bind_key="__all__"):
        self._of_binds(bind_key, "create_all")

    def drop_all(self, bind_key="__all__"):
        self._of_binds(bind_key, "drop_all")

    def reflect(self, bind_key="__all__"):
        self._of_binds(bind_key, "reflect")

    # ---- rows

    def get_or_404(self, entity, ident, *, description=None, **options):
        found = self.session.get(entity, ident, **options)
        if found is None:
            not_found(description)
        return found

    def first_or_404(self, statement, *, description=None):
        found = self.session.execute(statement).scalar()
        if found is None:
            not_found(description)
        return found

    def one_or_404(self, statement, *, description=None):
        try:
            return self.session.execute(statement).scalar_one()
        except (sqlalchemy.exc.NoResultFound, sqlalchemy.exc.MultipleResultsFound):
            not_found(description)

    def paginate(self, select, *, page=None, per_page=None, max_per_page=None, error_out=True, count=True):
        from flask_sqlalchemy.pagination import SelectPagination

        return SelectPagination(
            select=select, session=self.session(), page=page, per_page=per_page, max_per_page=max_per_page,
            error_out=error_out, count=count,
        )

    # ---- relationships

    def _with_query(self, options):
        """What relationship() is given, with the class of queries that both of its sides have."""
        options.setdefault("query_class", self.Query)
        back = options.get("backref")
        if back is not None:
            name, more = (back, {}) if isinstance(back, str) else back
            options["backref"] = (name, {"query_class": self.Query, **more})
        return options

    def relationship(self, *args, **options):
        return sqlalchemy.orm.relationship(*args, **self._with_query(options))

    relation = relationship

    def dynamic_loader(self, argument, **options):
        return sqlalchemy.orm.dynamic_loader(argument, **self._with_query(options))

    def __getattr__(self, name):
        if name == "event":
            from sqlalchemy import event

            return event
        if name == "BaseQuery":
            return self.Query
        if name.startswith("_"):
            raise AttributeError(name)
        for module in (sqlalchemy, sqlalchemy.orm):
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)


class _TableMeta(type):
    """Tables are SQLAlchemy's own, whoever made them."""

    def __instancecheck__(cls, value):
        return isinstance(value, sqlalchemy.Table)


def _declarative_bases(model_class):
    return [base for base in model_class.__bases__ if issubclass(base, (DeclarativeBase, DeclarativeBaseNoMeta))]
