// Projects of Flask-Migrate: env.py asks the application for its database, and revisions import its models.
// There is no Flask; the database is the run's.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::tests;

namespace {

const char* const env_py = R"py(from alembic import context
from flask import current_app

config = context.config


def engine():
    try:
        return current_app.extensions["migrate"].db.get_engine()
    except (AttributeError, TypeError):
        return current_app.extensions["migrate"].db.engine


config.set_main_option("sqlalchemy.url", engine().url.render_as_string(hide_password=False).replace("%", "%%"))
target = current_app.extensions["migrate"].db


def metadata():
    return target.metadatas[None] if hasattr(target, "metadatas") else target.metadata


def directives(context, revision, given):
    given[:] = []


if context.is_offline_mode():
    context.configure(url=config.get_main_option("sqlalchemy.url"), target_metadata=metadata(), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    arguments = current_app.extensions["migrate"].configure_args
    if arguments.get("process_revision_directives") is None:
        arguments["process_revision_directives"] = directives
    with engine().connect() as connection:
        context.configure(connection=connection, target_metadata=metadata(), **arguments)
        with context.begin_transaction():
            context.run_migrations()
)py";

struct FlaskProject {
    ProjectCopy project{""};

    FlaskProject() {
        project.write("migrations/alembic.ini", "[alembic]\n");
        project.write("migrations/env.py", env_py);
        project.write("shop/__init__.py", R"py(import os

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
migrate = Migrate()


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["SHOP_DATABASE"]
    db.init_app(app)
    migrate.init_app(app, db)
    return app
)py");
        project.write("shop/models.py", R"py(from shop import db


class Customer(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(40), nullable=False)
    orders = db.relationship("BulkOrder", backref="customer", lazy="dynamic")


class BulkOrder(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"))
)py");
        project.write("migrations/versions/a.py", R"py(from alembic import op

from shop import db
from shop.models import Customer

revision = "a"
down_revision = None


def upgrade():
    bind = op.get_bind()
    db.metadata.create_all(bind)
    op.bulk_insert(Customer.__table__, [{"name": "Ann"}, {"name": "Bob"}])


def downgrade():
    op.drop_table("bulk_order")
    op.drop_table("customer")
)py");
        project.write("migrations/versions/b.py", R"py(from alembic import op

from shop import db
from shop.models import BulkOrder, Customer

revision = "b"
down_revision = "a"


def upgrade():
    ann = Customer.query.filter_by(name="Ann").one()
    ann.orders.append(BulkOrder())
    db.session.commit()
    print([one.name for one in Customer.query.order_by(Customer.id)], ann.orders.all(), db.engine.name)


def downgrade():
    db.session.query(BulkOrder).delete()
    db.session.commit()
)py");
    }

    std::vector<std::string> command(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"-c", "migrations/alembic.ini"});
        return arguments;
    }
};

} // namespace

TEST_SUITE_BEGIN("flask");

TEST_CASE_FIXTURE(FlaskProject, "flask: the database of the application is the run's") {
    project.set_environment("LIMBECK_URL", "sqlite:///shop.db");
    CHECK(project.output(command({"upgrade", "head"})) == "['Ann', 'Bob'] [<BulkOrder 1>] sqlite\n");
    CHECK(project.output(command({"downgrade", "a"})) == "");
    CHECK(project.output(command({"upgrade", "head"})) == "['Ann', 'Bob'] [<BulkOrder 1>] sqlite\n");
    CHECK(project.output(command({"current"})) == "b (head)\n");
    project.output(command({"downgrade", "base"}));
}

TEST_CASE_FIXTURE(FlaskProject, "flask: db.session connects by itself on PostgreSQL") {
    TestDatabase database;
    project.set_environment("DATABASE_URL", database.url());
    project.output(command({"upgrade", "a"}));
    CHECK(project.output(command({"upgrade", "head"})) == "['Ann', 'Bob'] [<BulkOrder 1>] postgresql\n");
    CHECK(database.query("SELECT customer_id FROM bulk_order") == "1\n");
    project.output(command({"downgrade", "base"}));
    CHECK(database.query("SELECT count(*) FROM pg_class WHERE relname IN ('customer', 'bulk_order')") ==
          "0\n");
}

TEST_CASE_FIXTURE(FlaskProject, "flask: what only the application knows is an error that says so") {
    ProcessResult nowhere = project.run(command({"upgrade", "head"}));
    CHECK(nowhere.status == 1);
    CHECK(nowhere.err.find("'flask.current_app.config['SQLALCHEMY_DATABASE_URI']' is not known to limbeck") !=
          std::string::npos);
    CHECK(nowhere.err.find("--url, LIMBECK_URL") != std::string::npos);
    project.set_environment("LIMBECK_URL", "sqlite:///shop.db");
    project.write("migrations/versions/b.py", R"py(from alembic import op
from flask import current_app

revision = "b"
down_revision = "a"


def upgrade():
    op.execute("UPDATE customer SET name = '%s'" % current_app.config["SHOP_NAME"])
)py");
    ProcessResult asked = project.run(command({"upgrade", "head"}));
    CHECK(asked.status == 1);
    CHECK(asked.err.find("flask.current_app.config['SHOP_NAME']") != std::string::npos);
    CHECK(asked.err.find("without the Flask application") != std::string::npos);
    CHECK(asked.err.find("column type") == std::string::npos);
}

TEST_SUITE_END();
