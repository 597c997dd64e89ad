"""The application around the models: Flask's where it is installed; limbeck has none, and its runs name the database."""
from flask import Flask

try:
    from sqlalchemy import limbeck_url
except ImportError:
    pass
else:
    limbeck_url.override = "sqlite://"


def start(db):
    app = Flask("models")
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db.init_app(app)
    app.app_context().push()
