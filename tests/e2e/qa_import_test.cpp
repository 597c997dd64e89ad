// The fixture qa_import: a table of import jobs with an enum for their status; env.py runs on an asynchronous
// engine where the URL names an asynchronous driver.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"
#include "support/sqlite_query.hpp"

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

struct QaImport {
    ProjectCopy project{"qa_import"};
    TestDatabase database;

    QaImport() { project.set_environment("DATABASE_URL", database.url()); }
};

const std::string job = "INSERT INTO import_job (id, source_type, filename) VALUES "
                        "('6f1c1f9e-58a5-4d3e-9f0b-0c6f0f6f4b11', 'csv', 'pairs.csv')";

// "postgresql://…" with the driver named.
std::string with_driver(const std::string& url, const std::string& driver) {
    return "postgresql+" + driver + url.substr(url.find("://"));
}

} // namespace

TEST_SUITE_BEGIN("qa_import");

TEST_CASE_FIXTURE(QaImport, "qa_import: the table is created, with its enum") {
    project.output({"upgrade", "head"});
    CHECK(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'import_job' "
                         "ORDER BY ordinal_position") ==
          "id\nstatus\nsource_type\nfilename\ntotal_rows\nprocessed_rows\nsuccess_count\nerror_count\n"
          "errors\nstarted_at\ncompleted_at\ncreated_at\nupdated_at\n");
    CHECK(database.query("SELECT unnest(enum_range(NULL::importjobstatus))") ==
          "PENDING\nPROCESSING\nCOMPLETED\nFAILED\nCANCELLED\n");
}

TEST_CASE_FIXTURE(QaImport, "qa_import: the index on the status is created") {
    project.output({"upgrade", "head"});
    CHECK(database.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_import_job_status'") ==
          "CREATE INDEX ix_import_job_status ON public.import_job USING btree (status)\n");
}

TEST_CASE_FIXTURE(QaImport, "qa_import: a job starts pending, with all counters at zero") {
    project.output({"upgrade", "head"});
    database.query(job);
    CHECK(database.query("SELECT status, total_rows, processed_rows, success_count, error_count, errors, "
                         "started_at, completed_at FROM import_job") == "PENDING|0|0|0|0|[]||\n");
    database.query("UPDATE import_job SET status = 'PROCESSING', total_rows = 1000, processed_rows = 10, "
                   "errors = '[{\"row\": 3, \"error\": \"no answer\"}]'");
    CHECK(database.query("SELECT errors -> 0 ->> 'row' FROM import_job WHERE status = 'PROCESSING'") ==
          "3\n");
    CHECK(database.complaint("UPDATE import_job SET status = 'PAUSED'")
              .find("invalid input value for enum importjobstatus") != std::string::npos);
}

TEST_CASE_FIXTURE(QaImport, "qa_import: the same through an asynchronous engine") {
    project.output({"upgrade", "head"});
    const std::string dump = database.dump();
    project.output({"downgrade", "base"});
    project.set_environment("DATABASE_URL", with_driver(database.url(), "asyncpg"));
    project.output({"upgrade", "head"});
    CHECK(TestDatabase::difference(database.dump(), dump) == "");
    CHECK(project.output({"current"}) == "a3d94c18e6f0 (head)\n");
}

TEST_CASE_FIXTURE(QaImport, "qa_import: the way down takes the enum along") {
    project.output({"upgrade", "head"});
    project.output({"downgrade", "-1"});
    CHECK(project.output({"current"}) == "5f1c0a7e9b21\n");
    CHECK(database.query("SELECT to_regtype('importjobstatus') IS NULL, to_regclass('import_job') IS NULL, "
                         "to_regclass('qa_pair') IS NULL") == "t|t|f\n");
    project.output({"upgrade", "head"});
    database.query(job);
}

TEST_CASE("qa_import: on SQLite") {
    const ProjectCopy project("qa_import");
    project.output({"upgrade", "head"});
    const auto database = project / "qa_import.db";
    sqlite_query(database,
                 "INSERT INTO import_job (id, source_type, filename) VALUES ('x', 'json', 'p.json')");
    CHECK(sqlite_query(database, "SELECT status, total_rows, errors FROM import_job") == "PENDING|0|[]\n");
    CHECK(sqlite_query(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'ix_import_job_status'") ==
          "1\n");
    project.output({"downgrade", "base"});
    CHECK(sqlite_query(database, "SELECT name FROM sqlite_schema WHERE type = 'table'") ==
          "alembic_version\n");
}

TEST_SUITE_END();
