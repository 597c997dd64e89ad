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
        self.session = self._make_scoped_session(dict(session_options or {}))
        self.metadatas = {}
        if metadata is not None and not _declarative_bases(model_class):
            if not is_unresolved(metadata):
                metadata.info["bind_key"] = None
            self.metadatas[None] = metadata
        self.Table = self._make_table_class()
        self.Model = self._make_declarative_base(model_class, disable_autonaming)
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

    def _make_scoped_session(self, options):
        scope = options.pop("scopefunc", None)
        return sqlalchemy.orm.scoped_session(self._make_session_factory(options), scope)

    def _make_session_factory(self, options):
        options.setdefault("class_", Session)
        options.setdefault("query_cls", self.Query)
        return sqlalchemy.orm.sessionmaker(db=self, **options)

    def create_scoped_session(self, options=None):
        return self._make_scoped_session(dict(options or {}))

    def create_session(self, options):
        return self._make_session_factory(dict(options))

    # ---- tables and models

    @property
    def metadata(self):
        return self.metadatas[None]

    def _make_metadata(self, bind_key):
        if bind_key not in self.metadatas:
            convention = None if bind_key is None else self._make_metadata(None).naming_convention
            self.metadatas[bind_key] = sqlalchemy.MetaData(naming_convention=convention, info={"bind_key": bind_key})
        return self.metadatas[bind_key]

    def _make_table_class(self):
        db = self

        class Table(metaclass=_TableMeta):
            def __new__(cls, *args, bind_key=None, **options):
                if args and not (len(args) > 1 and isinstance(args[1], sqlalchemy.MetaData)) and "metadata" not in options:
                    args = (args[0], db._make_metadata(bind_key), *args[1:])
                return sqlalchemy.Table(*args, **options)

        return Table

    def _make_declarative_base(self, model_class, disable_autonaming=False):
        declarative = _declarative_bases(model_class)
        if len(declarative) > 1:
            raise ValueError(
                "Only one declarative base can be passed to SQLAlchemy. Got: {}".format(model_class.__bases__)
            )
        if declarative:
            mixins = [_model.BindMixin, _model.NameMixin, _model.Model]
            if disable_autonaming:
                mixins.remove(_model.NameMixin)
            body = {
                name: value for name, value in model_class.__dict__.items() if name not in ("__dict__", "__weakref__")
            }
            body["__fsa__"] = self
            made = types.new_class(
                "FlaskSQLAlchemyBase", (*mixins, *model_class.__bases__), {"metaclass": type(declarative[0])},
                lambda members: members.update(body),
            )
        elif not isinstance(model_class, DeclarativeMeta):
            made = sqlalchemy.orm.declarative_base(
                metadata=self._make_metadata(None), cls=model_class, name="Model",
                metaclass=_model.DefaultMetaNoName if disable_autonaming else _model.DefaultMeta,
            )
        else:
            made = model_class
        if None not in self.metadatas:
            made.metadata.info["bind_key"] = None
            self.metadatas[None] = made.metadata
        else:
            made.metadata = self.metadatas[None]
        made.query_class = self.Query
        made.query = _model._QueryProperty()
        made.__fsa__ = self
        return made

    def make_declarative_base(self, model, metadata=None):
        if metadata is not None:
            self.metadatas[None] = metadata
        return self._make_declarative_base(model)

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

    def _call_for_binds(self, bind_key, name):
        if bind_key == "__all__":
            keys = list(self.metadatas)
        elif bind_key is None or isinstance(bind_key, str):
            keys = [bind_key]
        else:
            keys = bind_key
        for key in keys:
            try:
                engine = self._engines[key]
            except KeyError:
                raise UnboundExecutionError("Bind key '{}' is not in 'SQLALCHEMY_BINDS' config.".format(key)) from None
            getattr(self.metadatas[key], name)(bind=engine)

    def create_all(self, bind_key="__all__"):
        self._call_for_binds(bind_key, "create_all")

    def drop_all(self, bind_key="__all__"):
        self._call_for_binds(bind_key, "drop_all")

    def reflect(self, bind_key="__all__"):
        self._call_for_binds(bind_key, "reflect")

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

    def _set_rel_query(self, options):
        options.setdefault("query_class", self.Query)
        backref = options.get("backref")
        if backref is not None:
            name, more = (backref, {}) if isinstance(backref, str) else backref
            more.setdefault("query_class", self.Query)
            options["backref"] = (name, more)

    def relationship(self, *args, **options):
        self._set_rel_query(options)
        return sqlalchemy.orm.relationship(*args, **options)

    relation = relationship

    def dynamic_loader(self, argument, **options):
        self._set_rel_query(options)
        return sqlalchemy.orm.dynamic_loader(argument, **options)

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
