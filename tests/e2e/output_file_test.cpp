// An env.py that opens files for the scripts of `--sql`, one for each database, as the reference's template
// for several databases does.
#include "e2e/limbeck.hpp"
#include "support/file.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace limbeck::tests;

namespace {

// `middle` stands between opening the file and the run.
void write_project(const ProjectCopy& project, const std::string& open, const std::string& middle = "pass") {
    project.write("alembic.ini", "[alembic]\nscript_location = migrations\n");
    project.write("migrations/versions/a.sql", sql_revision("a", "", "CREATE TABLE t (n INTEGER);"));
    project.write("migrations/env.py", fmt::format(R"(from alembic import context

for number in (1, 2):
    with {} as buffer:
        {}
        context.configure(url="sqlite:///d.db", output_buffer=buffer)
        with context.begin_transaction():
            context.run_migrations()
)",
                                                   open, middle));
}

} // namespace

TEST_CASE("output file: each run's script is in the file that env.py opened for it") {
    const ProjectCopy project("");
    write_project(project, "open(f'engine{number}.sql', 'w')");
    CHECK(project.output({"upgrade", "head", "--sql"}) == "");
    const std::string script = limbeck::file::read(project / "engine1.sql");
    CHECK(script.find("CREATE TABLE t (n INTEGER);") != std::string::npos);
    CHECK(script.ends_with(
        "INSERT INTO alembic_version (version_num) VALUES ('a') RETURNING version_num;\n\n"));
    CHECK(limbeck::file::read(project / "engine2.sql") == script);
    // A longer script of an earlier run is gone.
    project.write("engine1.sql", std::string(100'000, 'x'));
    project.output({"upgrade", "head", "--sql"});
    CHECK(limbeck::file::read(project / "engine1.sql") == script);
}

TEST_CASE("output file: nothing else is ever written") {
    for (const auto& [open, middle] :
         {std::pair{"open('new.sql', 'w')", "buffer.write('x')"},
          std::pair{"open('new.sql', 'w')", "buffer.close()"},
          std::pair{"open('new.sql', 'w')", "buffer.writelines(['x'])"},
          std::pair{"open('new.sql', 'a')", "pass"}, std::pair{"open('new.sql', 'wb')", "pass"},
          std::pair{"open('../new.sql', 'w')", "pass"}}) {
        INFO(open << " " << middle);
        const ProjectCopy project("");
        write_project(project, open, middle);
        const ProcessResult result = project.run({"upgrade", "head", "--sql"});
        CHECK(result.status == 1);
        CHECK(result.err.find("PermissionError: limbeck") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(project / "new.sql"));
        CHECK_FALSE(std::filesystem::exists(project / "../new.sql"));
    }
    // Online there is no script to write.
    const ProjectCopy project("");
    write_project(project, "open('new.sql', 'w')");
    CHECK(project.run({"upgrade", "head"}).err.find("PermissionError: limbeck") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(project / "new.sql"));
}

TEST_CASE("output file: a folder in its place is an error with its name") {
    const ProjectCopy project("");
    write_project(project, "open('migrations', 'w')");
    const ProcessResult result = project.run({"upgrade", "head", "--sql"});
    CHECK(result.status == 1);
    CHECK(result.err.find("cannot write migrations: Is a directory") != std::string::npos);
}
