// The fixture deal_brain: listings whose price is not known yet, and imports grouped into bulk jobs. Each
// test holds on PostgreSQL and on SQLite.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"
#include "support/sqlite_query.hpp"

#include <functional>

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

struct DealBrain {
    ProjectCopy project{"deal_brain"};
    TestDatabase postgres;

    // Calls the test with a way to ask the database, first PostgreSQL's, then SQLite's.
    void on_both(const std::function<void(const std::function<std::string(const std::string&)>&)>& test) {
        project.set_environment("DATABASE_URL", postgres.url());
        SUBCASE("on PostgreSQL") {
            test([this](const std::string& sql) { return postgres.query(sql); });
        }
        SUBCASE("on SQLite") {
            project.set_environment("DATABASE_URL", "sqlite:///deal_brain.db");
            test([this](const std::string& sql) {
                // SQLite looks at foreign keys only where it is told to.
                return sqlite_query(project / "deal_brain.db", "PRAGMA foreign_keys = ON; " + sql);
            });
        }
    }
};

const std::string insert_session =
    "INSERT INTO import_session (filename, status, bulk_job_id, quality, listing_id, completed_at) VALUES ";

} // namespace

TEST_SUITE_BEGIN("deal_brain");

TEST_CASE_FIXTURE(DealBrain, "deal_brain: 0024 to 0026 and back, one at a time") {
    on_both([&](const auto&) {
        for (const std::string revision : {"0024", "0025", "0026 (head)"}) {
            project.output({"upgrade", "+1"});
            CHECK(project.output({"current"}) == revision + "\n");
        }
        for (const std::string revision : {"0025", "0024"}) {
            project.output({"downgrade", "-1"});
            CHECK(project.output({"current"}) == revision + "\n");
        }
        project.output({"upgrade", "head"});
        CHECK(project.output({"current"}) == "0026 (head)\n");
    });
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: a price must be there before 0025, and need not after it") {
    on_both([&](const auto& ask) {
        project.output({"upgrade", "0024"});
        ask("INSERT INTO listing (title, price_usd) VALUES ('Mini PC', 199.5)");
        project.output({"upgrade", "0025"});
        ask("INSERT INTO listing (title, price_usd, quality) VALUES ('No price', NULL, 'partial')");
        CHECK(ask("SELECT title, price_usd, quality FROM listing ORDER BY id") ==
              "Mini PC|199.5|full\nNo price||partial\n");
    });
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: listings that were there are full, with nothing missing") {
    on_both([&](const auto& ask) {
        project.output({"upgrade", "0024"});
        ask("INSERT INTO listing (title, price_usd) VALUES ('A', 1), ('B', 2)");
        project.output({"upgrade", "head"});
        CHECK(ask("SELECT title, quality, extraction_metadata, missing_fields FROM listing ORDER BY id") ==
              "A|full|{}|[]\nB|full|{}|[]\n");
        ask("INSERT INTO listing (title, price_usd, extraction_metadata, missing_fields) VALUES "
            "('C', NULL, '{\"title\": \"extracted\", \"price\": \"extraction_failed\"}', '[\"price\"]')");
        CHECK(ask("SELECT extraction_metadata, missing_fields FROM listing WHERE title = 'C'") ==
              "{\"title\": \"extracted\", \"price\": \"extraction_failed\"}|[\"price\"]\n");
        CHECK(ask("SELECT quality, count(*) FROM listing GROUP BY quality") == "full|3\n");
    });
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: the way down deletes partial listings and keeps full ones") {
    on_both([&](const auto& ask) {
        project.output({"upgrade", "head"});
        ask("INSERT INTO listing (title, price_usd, quality) VALUES ('Full', 10.5, 'full'), "
            "('Partial', NULL, 'partial'), ('Priced partial', 20.5, 'partial')");
        CHECK(ask("SELECT title FROM listing WHERE quality = 'partial' ORDER BY created_at DESC, id") ==
              "Partial\nPriced partial\n");
        project.output({"downgrade", "0024"});
        CHECK(ask("SELECT title, price_usd FROM listing ORDER BY id") == "Full|10.5\nPriced partial|20.5\n");
        project.output({"upgrade", "head"});
        CHECK(ask("SELECT title, quality FROM listing ORDER BY id") == "Full|full\nPriced partial|full\n");
    });
    CHECK(project.output({"show", "0025"}).find("0025_partial_import_support.py") != std::string::npos);
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: a bulk job's status, quality and listings") {
    on_both([&](const auto& ask) {
        project.output({"upgrade", "head"});
        ask("INSERT INTO listing (id, title, price_usd, quality) VALUES (1, 'One', 5, 'full'), "
            "(2, 'Two', NULL, 'partial')");
        ask(insert_session + "('a.html', 'completed', 'job-1', 'full', 1, '2025-11-08 14:00:00'), "
                             "('b.html', 'completed', 'job-1', 'partial', 2, '2025-11-08 14:01:00'), "
                             "('c.html', 'failed', 'job-1', NULL, NULL, NULL), "
                             "('d.html', 'completed', 'job-2', 'full', NULL, NULL)");
        CHECK(ask("SELECT status, quality, COUNT(*) FROM import_session WHERE bulk_job_id = 'job-1' "
                  "GROUP BY status, quality ORDER BY status, quality") ==
              "completed|full|1\ncompleted|partial|1\nfailed||1\n");
        CHECK(ask("SELECT l.title FROM listing l JOIN import_session i ON i.listing_id = l.id "
                  "WHERE i.bulk_job_id = 'job-1' ORDER BY l.id") == "One\nTwo\n");
        CHECK(ask("SELECT count(*), count(completed_at), sum(CASE WHEN status = 'failed' THEN 1 ELSE 0 END) "
                  "FROM import_session WHERE bulk_job_id = 'job-1'") == "3|2|1\n");
    });
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: the history of imports outlives its listing") {
    on_both([&](const auto& ask) {
        project.output({"upgrade", "head"});
        ask("INSERT INTO listing (id, title, price_usd) VALUES (1, 'One', 5)");
        ask(insert_session + "('a.html', 'completed', 'job-1', 'full', 1, NULL)");
        ask("DELETE FROM listing WHERE id = 1");
        CHECK(ask("SELECT filename, bulk_job_id, listing_id FROM import_session") == "a.html|job-1|\n");
        project.output({"downgrade", "0025"});
        CHECK(ask("SELECT filename, status FROM import_session") == "a.html|completed\n");
    });
}

TEST_CASE_FIXTURE(DealBrain, "deal_brain: a session refers to a listing that is there") {
    project.set_environment("DATABASE_URL", postgres.url());
    project.output({"upgrade", "head"});
    CHECK(postgres.complaint(insert_session + "('a.html', 'pending', NULL, NULL, 99, NULL)")
              .find("fk_import_session_listing_id") != std::string::npos);
    CHECK(postgres.query("SELECT indexname FROM pg_indexes WHERE tablename = 'import_session' ORDER BY 1") ==
          "idx_import_session_bulk_job_id\nidx_import_session_bulk_job_status\n"
          "idx_import_session_listing_id\nimport_session_pkey\nix_import_session_status\n");
    CHECK(postgres.query("SELECT indexname FROM pg_indexes WHERE tablename = 'listing' ORDER BY 1") ==
          "idx_listing_quality\nidx_listing_quality_created\nlisting_pkey\n");
}

TEST_SUITE_END();
