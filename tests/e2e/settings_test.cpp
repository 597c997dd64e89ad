// An env.py that takes its database from the settings of the application, which pydantic reads from the
// environment and from .env.
#include "e2e/limbeck.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::tests;

namespace {

struct SettingsProject {
    ProjectCopy project{""};

    SettingsProject() {
        project.write("alembic.ini", "[alembic]\nscript_location = migrations\n");
        project.write("migrations/env.py", R"py(from alembic import context
from sqlalchemy import create_engine

from service.config import settings

if context.is_offline_mode():
    context.configure(url=settings.database_url)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(settings.database_url).connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
)py");
        project.write("service/__init__.py", "");
        project.write("service/config.py", R"py(from pydantic import computed_field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="SERVICE_", extra="ignore")
    folder: str
    name: str = "default.db"

    @computed_field
    @property
    def database_url(self) -> str:
        return "sqlite:///{}{}".format(self.folder, self.name)


settings = Settings()
)py");
        // Not a module of the package that limbeck brings along.
        project.write("views.py", "raise SystemExit('taken for pydantic.views')\n");
        project.write("migrations/versions/a.py", R"py(from alembic import op

try:
    import pydantic.views as views
except ImportError:
    views = None

revision = "a"
down_revision = None


def upgrade():
    op.execute("CREATE TABLE made (n INTEGER)")
    print(op.get_bind().engine.url, views)
)py");
    }
};

} // namespace

TEST_SUITE_BEGIN("settings");

TEST_CASE_FIXTURE(SettingsProject, "settings: the environment and .env say where the database is") {
    project.write(".env", "SERVICE_FOLDER=./\nSERVICE_NAME=from_file.db\n");
    CHECK(project.output({"upgrade", "head"}) == "sqlite:///./from_file.db None\n");
    project.set_environment("SERVICE_NAME", "from_environment.db");
    CHECK(project.output({"upgrade", "head"}) == "sqlite:///./from_environment.db None\n");
    project.set_environment("LIMBECK_URL", "sqlite:///given.db");
    CHECK(project.output({"upgrade", "head"}) == "sqlite:///given.db None\n");
}

TEST_CASE_FIXTURE(SettingsProject, "settings: what is not set is named where the URL is needed") {
    ProcessResult result = project.run({"upgrade", "head"});
    CHECK(result.status == 1);
    CHECK(result.err.find("1 validation error for Settings\nfolder\n  Field required") != std::string::npos);
}

TEST_SUITE_END();
