// The fixture glyphd: plain SQL files as they were found, an SQLite database with rows in it.
#include "e2e/limbeck.hpp"
#include "support/sqlite_query.hpp"

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

const std::string listings = "SELECT id, title, canonical_model, vram_gb, price, score, import_id, seen_at "
                             "FROM scored_listings ORDER BY id";
const std::string models = "SELECT id, canonical_model, listing_count, min_price, median_price, max_price, "
                           "avg_price, import_id FROM models ORDER BY id";

} // namespace

TEST_SUITE_BEGIN("glyphd");

TEST_CASE("glyphd: from an empty database up, down and up again") {
    const ProjectCopy project("glyphd");
    const auto database = project / "glyphd.db";

    CHECK(project.output({"current"}).empty());
    project.output({"upgrade", "head"});
    CHECK(project.output({"current"}) == "001_add_import_index (head)\n");
    const std::string schema = sqlite_schema(database);
    const std::string rows = sqlite_query(database, listings + ";" + models);
    CHECK(schema.find("idx_scored_listings_import_batch") != std::string::npos);
    CHECK(sqlite_query(database, "SELECT version, description FROM schema_version") ==
          "1.0.0|Initial schema\n1.1.0|Add import_index to scored_listings\n");

    project.output({"downgrade", "base"});
    CHECK(project.output({"current"}).empty());
    CHECK(sqlite_query(database, "SELECT name FROM sqlite_schema WHERE type = 'table'") ==
          "alembic_version\n");

    project.output({"upgrade", "head"});
    CHECK(sqlite_schema(database) == schema);
    CHECK(sqlite_query(database, listings + ";" + models) == rows);
}

TEST_CASE("glyphd: a database in use keeps its rows") {
    const ProjectCopy project("glyphd");
    const auto database = project / "glyphd.db";
    project.output({"upgrade", "000_base_schema"});
    sqlite_query(database, "INSERT INTO scored_listings (title, canonical_model, price, score, import_id) "
                           "VALUES ('H100 ''SXM''', 'NVIDIA H100', 25000, 0.99, '2025-08-01-c')");
    const std::string before = sqlite_schema(database);
    const std::string rows = sqlite_query(database, listings + ";" + models);

    project.output({"upgrade", "head"});
    CHECK(sqlite_query(database, listings + ";" + models) == rows);
    CHECK(sqlite_query(database, "SELECT count(*), count(import_index) FROM scored_listings") == "5|0\n");
    CHECK(sqlite_query(database, "SELECT count(*), count(import_index) FROM models") == "3|0\n");

    project.output({"downgrade", "-1"});
    CHECK(project.output({"current"}) == "000_base_schema\n");
    CHECK(sqlite_schema(database) == before);
    CHECK(sqlite_query(database, listings + ";" + models) == rows);
    CHECK(sqlite_query(database, "SELECT version FROM schema_version") == "1.0.0\n");

    project.output({"upgrade", "+1"});
    CHECK(sqlite_query(database, listings + ";" + models) == rows);
}

TEST_CASE("glyphd: a database that was there before limbeck is stamped") {
    const ProjectCopy project("glyphd");
    const auto database = project / "glyphd.db";
    project.output({"upgrade", "000_base_schema"});
    sqlite_query(database, "DROP TABLE alembic_version");

    const ProcessResult refused = project.run({"upgrade", "head"});
    CHECK(refused.status != 0);
    CHECK(refused.err.find("models already exists") != std::string::npos);
    project.output({"stamp", "000_base_schema"});
    project.output({"upgrade", "head"});
    CHECK(project.output({"current"}) == "001_add_import_index (head)\n");
}

TEST_CASE("glyphd: a place in an import is taken once") {
    const ProjectCopy project("glyphd");
    const auto database = project / "glyphd.db";
    project.output({"upgrade", "head"});

    const std::string listing =
        "INSERT INTO scored_listings (title, canonical_model, price, score, import_id, "
        "import_index) VALUES ('x', 'NVIDIA L4', 1, 0.5, ";
    CHECK(sqlite_complaint(database, listing + "'c', 0)").empty());
    CHECK(sqlite_complaint(database, listing + "'c', 1)").empty());
    CHECK(sqlite_complaint(database, listing + "'d', 0)").empty());
    CHECK(sqlite_complaint(database, listing + "'c', 1)") ==
          "UNIQUE constraint failed: scored_listings.import_id, scored_listings.import_index");
    // What was imported before has no place, as often as it likes.
    CHECK(sqlite_complaint(database, listing + "'c', NULL)").empty());
    CHECK(sqlite_complaint(database, listing + "'c', NULL)").empty());

    const std::string model = "INSERT INTO models (canonical_model, import_id, import_index) VALUES ('x', ";
    CHECK(sqlite_complaint(database, model + "'c', 7)").empty());
    CHECK(sqlite_complaint(database, model + "'c', 7)") ==
          "UNIQUE constraint failed: models.import_id, models.import_index");

    // Rows that break the rule keep the schema where it is: nothing of the step stays.
    project.output({"downgrade", "-1"});
    sqlite_query(database, "ALTER TABLE scored_listings ADD COLUMN import_index INTEGER DEFAULT 0");
    const std::string schema = sqlite_schema(database);
    CHECK(project.run({"upgrade", "head"}).status != 0);
    CHECK(sqlite_schema(database) == schema);
    CHECK(project.output({"current"}) == "000_base_schema\n");
}

TEST_SUITE_END();
