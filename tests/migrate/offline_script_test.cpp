#include "migrate/offline_script.hpp"
#include "migrate/run_report.hpp"

using namespace limbeck::migrate;

TEST_CASE("offline script: how statements end") {
    std::string out;
    OfflineScript script([&](std::string_view text) { out += text; });
    script.begin();
    script.text("-- Running upgrade  -> a");
    script.statement("\nCREATE TABLE t (\n\tn int\n)\n");
    script.verbatim_statement("INSERT INTO t VALUES ('a\tb')");
    script.verbatim_statement("SELECT 1 -- one");
    script.commit();
    CHECK(out == "BEGIN;\n\n-- Running upgrade  -> a\n\nCREATE TABLE t (\n    n int\n);\n\n"
                 "INSERT INTO t VALUES ('a\tb');\n\nSELECT 1 -- one\n;\n\nCOMMIT;\n\n");
}

TEST_CASE("run report: where the database stands, what was kept, what is next") {
    RunReport report;
    report.steps_planned = 3;
    report.revision = "c";
    CHECK(report.to_string() == "The database stands at the base: no revision is applied.\n"
                                "Nothing of this run was kept.\n"
                                "Correct revision 'c' and run the command again.");
    report.rows = {"a", "b"};
    report.steps_kept = 1;
    report.interrupted = true;
    CHECK(report.to_string() ==
          "The database stands at a, b.\n1 of 3 revisions of this run are done and stay.\n"
          "Run the command again to go on.");
    report.interrupted = false;
    report.connection_lost = true;
    CHECK(report.to_string().starts_with(
        "The server rolls back what was not committed: the database stands at a, b."));
    report.connection_lost = false;
    report.changed_outside = true;
    CHECK(report.to_string().find("outside a transaction") != std::string::npos);
    report.starts_again = true;
    CHECK(
        report.to_string() ==
        "The database stands at a, b.\n1 of 3 revisions of this run are done and stay.\n"
        "Revision 'c' has left its transaction: what it did before and in its autocommit_block() stays, what "
        "came after is rolled back.\n"
        "Correct revision 'c' and run the command again: the revision starts from its first line, and must "
        "bear what is there already.");
    report.changed_outside = false;
    report.check_failed = true;
    report.steps_kept = 3;
    CHECK(report.to_string() ==
          "The database stands at a, b.\nAll 3 revisions of this run are done and stay.\n"
          "Run the command again once the check holds.");
}
