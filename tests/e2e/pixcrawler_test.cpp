// The fixture pixcrawler: chunks of crawl jobs, tiers of users, and foreign keys between all tables.
#include "e2e/database.hpp"
#include "e2e/limbeck.hpp"
#include "support/sqlite_query.hpp"

#include <doctest/doctest.h>

using namespace limbeck::tests;

namespace {

struct Pixcrawler {
    ProjectCopy project{"pixcrawler"};
    TestDatabase database;

    Pixcrawler() { project.set_environment("DATABASE_URL", database.url()); }

    std::string constraints(const std::string& kind) const {
        return database.query(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = '" + kind +
            "' AND connamespace = 'public'::regnamespace ORDER BY conname");
    }
    std::string indexes(const std::string& table) const {
        return database.query("SELECT indexname, substring(indexdef from '\\((.*)\\)$') FROM pg_indexes "
                              "WHERE tablename = '" +
                              table + "' AND indexname LIKE 'ix%' ORDER BY indexname");
    }
};

const std::string ada = "'11111111-1111-1111-1111-111111111111'";
// A user with a project, a job, an image, a chunk, and a row in every table that hangs on the user.
const std::string rows =
    "INSERT INTO profiles (id, email) VALUES (" + ada +
    ", 'ada@example.org');"
    "INSERT INTO projects (id, name, user_id) VALUES (1, 'Cats', " +
    ada +
    ");"
    "INSERT INTO crawl_jobs (id, project_id, name, keywords) VALUES (1, 1, 'j', '[]');"
    "INSERT INTO images (id, crawl_job_id, original_url, filename) VALUES (1, 1, 'u', 'f');"
    "INSERT INTO job_chunks (job_id, chunk_index, image_range) VALUES "
    "(1, 0, '{\"start\": 0, \"end\": 99}');"
    "INSERT INTO activity_logs (user_id, action) VALUES (" +
    ada +
    ", 'login');"
    "INSERT INTO credit_accounts (id, user_id) VALUES (" +
    ada + ", " + ada +
    ");"
    "INSERT INTO credit_transactions (id, account_id, user_id, amount) VALUES (" +
    ada + ", " + ada + ", " + ada +
    ", 5);"
    "INSERT INTO api_keys (id, user_id, name, key_hash) VALUES (" +
    ada + ", " + ada +
    ", 'k', 'h');"
    "INSERT INTO notifications (user_id, title) VALUES (" +
    ada +
    ", 'Hi');"
    "INSERT INTO notification_preferences (id, user_id) VALUES (" +
    ada + ", " + ada +
    ");"
    "INSERT INTO usage_metrics (id, user_id, metric_date) VALUES (" +
    ada + ", " + ada + ", '2025-01-16');";
const std::vector<std::string> tables = {
    "profiles",        "projects",
    "crawl_jobs",      "images",
    "job_chunks",      "activity_logs",
    "credit_accounts", "api_keys",
    "notifications",   "notification_preferences",
    "usage_metrics",   "credit_transactions",
};

} // namespace

TEST_SUITE_BEGIN("pixcrawler");

TEST_CASE_FIXTURE(Pixcrawler, "pixcrawler: job_chunks has its indexes, its checks and its defaults") {
    project.output({"upgrade", "001"});
    CHECK(indexes("job_chunks") == "ix_job_chunks_job_id|job_id\n"
                                   "ix_job_chunks_job_status|job_id, status\n"
                                   "ix_job_chunks_priority_created|priority, created_at\n"
                                   "ix_job_chunks_status|status\n"
                                   "ix_job_chunks_task_id|task_id\n");
    database.query("INSERT INTO crawl_jobs (id, project_id, name, keywords) VALUES (123, 1, 'j', '[]')");
    const std::string chunk = "INSERT INTO job_chunks (job_id, chunk_index, image_range";
    database.query(chunk + ") VALUES (123, 0, '{\"start\": 0, \"end\": 9}')");
    CHECK(database.query("SELECT status, priority, retry_count, error_message, task_id, image_range "
                         "FROM job_chunks") == "pending|5|0|||{\"end\": 9, \"start\": 0}\n");
    CHECK(database.complaint(chunk + ", status) VALUES (123, 1, '{}', 'lost')")
              .find("ck_job_chunks_status_valid") != std::string::npos);
    for (const std::string priority : {"-1", "11"})
        CHECK(database.complaint(chunk + ", priority) VALUES (123, 1, '{}', " + priority + ")")
                  .find("ck_job_chunks_priority_range") != std::string::npos);
    CHECK(database.complaint(chunk + ", priority) VALUES (123, 1, '{}', 10)").empty());
    CHECK(database.complaint(chunk + ", retry_count) VALUES (123, 1, '{}', -1)")
              .find("ck_job_chunks_retry_count_positive") != std::string::npos);
    CHECK(database.complaint(chunk + ") VALUES (124, 1, '{}')").find("violates foreign key") !=
          std::string::npos);
    CHECK(database.query("SELECT chunk_index FROM job_chunks WHERE job_id = 123 AND status = 'pending' "
                         "ORDER BY priority DESC, created_at ASC") == "1\n0\n");
    database.query("DELETE FROM crawl_jobs WHERE id = 123");
    CHECK(database.query("SELECT count(*) FROM job_chunks") == "0\n");
}

TEST_CASE_FIXTURE(Pixcrawler, "pixcrawler: profiles that were there are FREE, and other tiers are known") {
    project.output({"upgrade", "001"});
    database.query("INSERT INTO profiles (id, email) VALUES (" + ada + ", 'ada@example.org')");
    project.output({"upgrade", "002"});
    CHECK(database.query("SELECT COUNT(*), user_tier FROM profiles GROUP BY user_tier") == "1|FREE\n");
    for (const std::string tier : {"PRO", "ENTERPRISE"})
        CHECK(database.complaint("UPDATE profiles SET user_tier = '" + tier + "'").empty());
    CHECK(database.complaint("UPDATE profiles SET user_tier = 'GOLD'").find("ck_profiles_user_tier_valid") !=
          std::string::npos);
    CHECK(indexes("profiles") == "ix_profiles_user_tier|user_tier\n");
    project.output({"downgrade", "-1"});
    CHECK(database.query("SELECT count(*) FROM information_schema.columns WHERE column_name = 'user_tier'") ==
          "0\n");
}

TEST_CASE_FIXTURE(Pixcrawler, "pixcrawler: every foreign key and index of 003") {
    project.output({"upgrade", "head"});
    CHECK(
        constraints("f") ==
        "fk_activity_logs_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_api_keys_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_crawl_jobs_project_id|FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE\n"
        "fk_credit_accounts_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_credit_transactions_account_id|FOREIGN KEY (account_id) REFERENCES credit_accounts(id) ON DELETE "
        "CASCADE\n"
        "fk_credit_transactions_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_images_crawl_job_id|FOREIGN KEY (crawl_job_id) REFERENCES crawl_jobs(id) ON DELETE CASCADE\n"
        "fk_notification_preferences_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE "
        "CASCADE\n"
        "fk_notifications_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_projects_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "fk_usage_metrics_user_id|FOREIGN KEY (user_id) REFERENCES profiles(id) ON DELETE CASCADE\n"
        "job_chunks_job_id_fkey|FOREIGN KEY (job_id) REFERENCES crawl_jobs(id) ON DELETE CASCADE\n");
    CHECK(indexes("projects") == "ix_projects_status|status\nix_projects_user_id|user_id\n");
    CHECK(indexes("crawl_jobs") ==
          "ix_crawl_jobs_created_at|created_at\nix_crawl_jobs_project_id|project_id\n"
          "ix_crawl_jobs_project_status|project_id, status\nix_crawl_jobs_status|status\n");
    CHECK(indexes("images") == "ix_images_crawl_job_id|crawl_job_id\nix_images_created_at|created_at\n");
    CHECK(indexes("activity_logs") ==
          "ix_activity_logs_resource|resource_type, resource_id\nix_activity_logs_timestamp|\"timestamp\"\n"
          "ix_activity_logs_user_id|user_id\nix_activity_logs_user_timestamp|user_id, \"timestamp\"\n");
    project.output({"downgrade", "002"});
    CHECK(constraints("f") ==
          "job_chunks_job_id_fkey|FOREIGN KEY (job_id) REFERENCES crawl_jobs(id) ON DELETE CASCADE\n");
    CHECK(indexes("activity_logs").empty());
}

TEST_CASE_FIXTURE(Pixcrawler, "pixcrawler: with a profile goes all that hangs on it") {
    project.output({"upgrade", "head"});
    database.query(rows);
    for (const std::string& table : tables) CHECK(database.query("SELECT count(*) FROM " + table) == "1\n");
    database.query("DELETE FROM profiles");
    for (const std::string& table : tables) {
        CAPTURE(table);
        CHECK(database.query("SELECT count(*) FROM " + table) == "0\n");
    }
}

TEST_CASE_FIXTURE(Pixcrawler, "pixcrawler: rows without their parent stop 003, which then changes nothing") {
    project.output({"upgrade", "002"});
    database.query("INSERT INTO projects (name, user_id) VALUES ('Orphan', " + ada + ")");
    const std::string dump = database.dump();
    const ProcessResult result = project.run({"upgrade", "head"});
    CHECK(result.status == 1);
    CHECK(result.err.find("fk_projects_user_id") != std::string::npos);
    CHECK(project.output({"current"}) == "002\n");
    CHECK(TestDatabase::difference(database.dump(), dump) == "");
    database.query("DELETE FROM projects");
    project.output({"upgrade", "head"});
}

TEST_CASE("pixcrawler: on SQLite rows survive the tables' remaking, and cascade") {
    const ProjectCopy project("pixcrawler");
    const auto database = project / "pixcrawler.db";
    project.output({"upgrade", "002"});
    sqlite_query(database, rows);
    project.output({"upgrade", "head"});
    for (const std::string& table : tables) {
        CAPTURE(table);
        CHECK(sqlite_query(database, "SELECT count(*) FROM " + table) == "1\n");
    }
    CHECK(sqlite_query(database, "PRAGMA foreign_key_check") == "");
    sqlite_query(database, "PRAGMA foreign_keys = ON; DELETE FROM profiles");
    for (const std::string& table : tables) {
        CAPTURE(table);
        CHECK(sqlite_query(database, "SELECT count(*) FROM " + table) == "0\n");
    }
    project.output({"downgrade", "base"});
}

TEST_SUITE_END();
