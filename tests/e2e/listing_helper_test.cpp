// The fixture listing_helper: four slices for PostgreSQL with their rollbacks, and a runbook as checks.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"
#include "support/file.hpp"

#include <regex>

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

struct ListingHelper {
    ProjectCopy project{"listing_helper"};
    TestDatabase database;

    ListingHelper() {
        project.set_environment("DATABASE_URL", database.url());
        database.run_script(limbeck::file::read(project / "base.sql"));
    }
};

const std::string public_tables =
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' "
    "AND table_type = 'BASE TABLE' ORDER BY table_name";
const std::string enums =
    "SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e' "
    "ORDER BY typname";

} // namespace

TEST_SUITE_BEGIN("listing_helper");

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: up, down and up again, rows kept") {
    const std::string before =
        database.query("SELECT id, sku, title, price, quantity FROM listings ORDER BY id");

    project.output({"upgrade", "head"});
    CHECK(project.output({"current"}) == "004_slice_d_schema (head)\n");
    CHECK(database.query(public_tables) == "alembic_version\namazon_catalog_snapshots\nasin_entities\nbom_"
                                           "lines\nboms\ncomponents\nfeature_store\n"
                                           "fee_snapshots\njobs\nkeepa_snapshots\nlisting_cost_"
                                           "overrides\nlisting_events\nlisting_offer_current\n"
                                           "listing_sales_daily\nlistings\nmarketplaces\nrecommendation_"
                                           "events\nrecommendations\nsettings\nsuppliers\n");
    CHECK(database.query(enums) == "bom_scope_type\nbuy_box_status_type\nconfidence_band\nfeature_entity_"
                                   "type\njob_scope_type\njob_status\n"
                                   "job_type\nlisting_event_type\nrecommendation_event_type\nrecommendation_"
                                   "status\nrecommendation_type\n");
    const std::string listings =
        "SELECT id, seller_sku, title, price_inc_vat, available_quantity FROM listings ORDER BY id";
    CHECK(database.query(listings) == before);
    const std::string dump = database.dump();

    project.output({"downgrade", "base"});
    CHECK(project.output({"current"}).empty());
    CHECK(database.query(public_tables) == "alembic_version\nlistings\nsettings\n");
    CHECK(database.query(enums).empty());
    CHECK(database.query(listings) == before);
    CHECK(database.query("SELECT key FROM settings ORDER BY key") == "currency\nsync.interval_minutes\n");

    project.output({"upgrade", "head"});
    CHECK(TestDatabase::difference(database.dump(), dump) == "");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: a slice at a time, each way") {
    for (const std::string step : {"001_slice_a_schema", "002_slice_b_schema", "003_slice_c_schema"}) {
        project.output({"upgrade", "+1"});
        CHECK(project.output({"current"}) == step + "\n");
    }
    project.output({"downgrade", "-1"});
    CHECK(project.output({"current"}) == "002_slice_b_schema\n");
    CHECK(database.query("SELECT to_regclass('feature_store') IS NULL, to_regclass('jobs') IS NULL") ==
          "t|f\n");
    project.output({"upgrade", "head"});
    CHECK(project.output({"current", "--check-heads"}) == "004_slice_d_schema (head)\n");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: the script and the run make the same database") {
    const std::string script = project.output({"upgrade", "head", "--sql"});
    project.output({"upgrade", "head"});
    TestDatabase other;
    other.run_script(limbeck::file::read(project / "base.sql"));
    other.run_script(script);
    CHECK(TestDatabase::difference(other.dump(), database.dump()) == "");

    const std::string way_back = project.output({"downgrade", "head:base", "--sql"});
    project.output({"downgrade", "base"});
    other.run_script(way_back);
    CHECK(TestDatabase::difference(other.dump(), database.dump()) == "");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: one active BOM per listing, versions given once") {
    project.output({"upgrade", "head"});
    const std::string bom = "INSERT INTO boms (listing_id, scope_type, version, is_active) VALUES ";
    CHECK(database.complaint(bom + "(1, 'LISTING', 1, true)").empty());
    CHECK(database.complaint(bom + "(1, 'LISTING', 2, true)") ==
          "ERROR:  duplicate key value violates unique constraint \"boms_listing_active_unique\"");
    CHECK(database.complaint(bom + "(1, 'LISTING', 1, false)") ==
          "ERROR:  duplicate key value violates unique constraint \"boms_version_unique\"");
    CHECK(database.complaint(bom + "(1, 'LISTING', 2, false), (2, 'LISTING', 1, true)").empty());

    database.query(
        "INSERT INTO asin_entities (asin, marketplace_id) SELECT 'B000000001', id FROM marketplaces "
        "WHERE code = 'UK'");
    const std::string scenario = "INSERT INTO boms (asin_entity_id, scope_type, version, is_active) VALUES ";
    CHECK(database.complaint(scenario + "(1, 'ASIN_SCENARIO', 1, true)").empty());
    CHECK(database.complaint(scenario + "(1, 'ASIN_SCENARIO', 2, true)") ==
          "ERROR:  duplicate key value violates unique constraint \"boms_asin_active_unique\"");
    CHECK(database.complaint(scenario + "(1, 'ASIN_SCENARIO', 2, false)").empty());
    CHECK(database.complaint(scenario + "(99, 'ASIN_SCENARIO', 3, false)").find("boms_asin_entity_fk") !=
          std::string::npos);
    CHECK(database
              .complaint("INSERT INTO jobs (job_type, scope_type, asin_entity_id) VALUES "
                         "('SYNC_KEEPA_ASIN', 'ASIN', 99)")
              .find("jobs_asin_entity_fk") != std::string::npos);
    CHECK(database.complaint("INSERT INTO jobs (job_type, scope_type) VALUES ('SLEEP', 'LISTING')")
              .find("job_type") != std::string::npos);
    CHECK(database.complaint("INSERT INTO boms (scope_type, version) VALUES ('LISTING', 1)")
              .find("boms_scope_target") != std::string::npos);

    // The slices' rollbacks in the order of their numbers take the rows of the tables with them, nothing
    // else.
    project.output({"downgrade", "base"});
    CHECK(database.query("SELECT count(*) FROM listings") == "3\n");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: the newest features of a listing come from their index") {
    project.output({"upgrade", "head"});
    database.query(
        "INSERT INTO feature_store (entity_type, entity_id, features_json, computed_at) SELECT 'LISTING', n "
        "% 500, "
        "'{}', now() - n * interval '1 minute' FROM generate_series(1, 5000) AS n; ANALYZE feature_store;");
    CHECK(
        database
            .query(
                "EXPLAIN ANALYZE SELECT * FROM feature_store WHERE entity_type = 'LISTING' AND entity_id = 1 "
                "ORDER BY computed_at DESC LIMIT 1")
            .find("idx_feature_store_computed") != std::string::npos);
}

TEST_CASE("listing_helper: a failing check before the run changes nothing") {
    ProjectCopy project("listing_helper");
    const TestDatabase database;
    project.set_environment("DATABASE_URL", database.url());
    const std::string before = database.dump();
    const ProcessResult result = project.run({"upgrade", "head"});
    CHECK(result.status != 0);
    CHECK((result.out + result.err).find("listings exists") != std::string::npos);
    CHECK(TestDatabase::difference(database.dump(), before) == "");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: a failing check after the run takes the run back") {
    project.output({"upgrade", "003_slice_c_schema"});
    // A value that the runbook does not expect.
    database.query("ALTER TYPE job_status ADD VALUE 'PAUSED'");
    const std::string before = database.dump();
    const ProcessResult result = project.run({"upgrade", "head"});
    CHECK(result.status != 0);
    CHECK((result.out + result.err).find("the values of the enums") != std::string::npos);
    CHECK((result.out + result.err).find("job_status") != std::string::npos);
    CHECK(project.output({"current"}) == "003_slice_c_schema\n");
    CHECK(TestDatabase::difference(database.dump(), before) == "");
}

TEST_CASE_FIXTURE(ListingHelper, "listing_helper: every statement can be repeated") {
    project.output({"upgrade", "head"});
    const std::string before = database.dump();
    project.output({"stamp", "base"});
    project.output({"upgrade", "head"});
    // A row that is there already still uses up a number of its sequence.
    const std::regex sequences("SELECT pg_catalog.setval.*\n");
    CHECK(TestDatabase::difference(std::regex_replace(database.dump(), sequences, ""),
                                   std::regex_replace(before, sequences, "")) == "");
}

TEST_SUITE_END();
