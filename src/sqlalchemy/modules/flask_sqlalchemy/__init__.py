"""Flask-SQLAlchemy 3.1, in the measure in which models, env.py and revisions need it."""
from flask_sqlalchemy.extension import SQLAlchemy
from flask_sqlalchemy.query import Query as BaseQuery

__all__ = ["SQLAlchemy"]
__version__ = "3.1.1"


def __getattr__(name):
    # What it passed on before 3.0.
    from flask_sqlalchemy import model, pagination, session

    for module, names in ((model, ("Model", "DefaultMeta")), (pagination, ("Pagination",))):
        if name in names:
            return getattr(module, name)
    if name in ("SignallingSession", "SessionBase"):
        return session.Session
    raise AttributeError("module 'flask_sqlalchemy' has no attribute {!r}".format(name))
