#include "e2e/chains.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace limbeck::tests {

std::string journal_id(int number) {
    return fmt::format("r{:02}", number);
}

void write_journal_chain(const ProjectCopy& project, Target target, int count, int rows) {
    const std::string series =
        target == Target::postgres
            ? fmt::format("SELECT n, repeat('x', n % 50) FROM generate_series(1, {}) AS n", rows)
            : fmt::format("WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {}) "
                          "SELECT n, hex(zeroblob(n % 50)) FROM s",
                          rows);
    for (int number = 1; number <= count; ++number) {
        const std::string id = journal_id(number);
        std::string up;
        if (number == 1) up += "CREATE TABLE journal (id VARCHAR(10));\n";
        up += fmt::format("CREATE TABLE t{0} (n INTEGER, text VARCHAR(200));\n"
                          "INSERT INTO t{0} {1};\n"
                          "CREATE INDEX t{0}_n ON t{0} (n);\n"
                          "INSERT INTO journal VALUES ('{0}');\n"
                          "ALTER TABLE t{0} ADD COLUMN later INTEGER;\n",
                          id, series);
        // Outside a transaction a statement may be repeated after a crash, and must bear it.
        if (target == Target::postgres && number % 4 == 0)
            up += fmt::format("\n-- upgrade autocommit\nDROP INDEX IF EXISTS t{0}_text;\n"
                              "CREATE INDEX CONCURRENTLY t{0}_text ON t{0} (text);\n",
                              id);
        std::string down = fmt::format("DROP TABLE t{};\nDELETE FROM journal WHERE id = '{}';\n", id, id);
        if (number == 1) down += "DROP TABLE journal;\n";
        project.write("migrations/versions/" + id + ".sql",
                      sql_revision(id, number == 1 ? "" : journal_id(number - 1), up, down));
    }
}

std::string journal_after(int count) {
    std::string ids;
    for (int number = 1; number <= count; ++number) ids += journal_id(number) + "\n";
    return ids;
}

void write_settings(const ProjectCopy& project, const std::string& url, const std::string& more) {
    project.write("limbeck.yaml", "url: " + url + "\nscript_location: migrations\n" + more);
}

int repetitions(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text ? std::max(1, std::atoi(text)) : otherwise;
}

} // namespace limbeck::tests
