// The body of a SQL revision: statements to be sent one by one, and what of them must stand outside the
// step's transaction.
#pragma once

#include <vector>

#include "database/sql_split.hpp"
#include "migrate/revision_body.hpp"
#include "script/sql_revision.hpp"

namespace limbeck::migrate {

// The statements of one part of a file, sorted by where they run.
struct SqlSection {
    // All of it outside a transaction: "-- upgrade autocommit".
    bool autocommit = false;
    // SQLite: PRAGMAs at the start and at the end that do nothing inside a transaction (foreign_keys,
    // journal_mode, synchronous). They run before it begins and after it has ended.
    std::vector<database::SqlStatement> before;
    std::vector<database::SqlStatement> statements;
    std::vector<database::SqlStatement> after;
    // The file's own BEGIN … COMMIT around all statements: the step's transaction stands in for it. Kept for
    // scripts that have no transaction of their own.
    bool wrapped = false;
};

// Splits one part and sorts its statements. Throws Error with the place of a statement that can't be where it
// is: COMMIT in the middle, CREATE INDEX CONCURRENTLY or VACUUM in a transaction, PRAGMA foreign_keys among
// statements.
SqlSection read_section(const script::SqlPart& part, database::Dialect dialect);

class SqlRevisionBody : public RevisionBody {
  public:
    explicit SqlRevisionBody(std::vector<SqlSection> sections) : sections_(std::move(sections)) {}

    void run(MigrationContext& context) override;
    void resume_after(int parts, const std::string& fingerprint) override;

  private:
    void run_section(MigrationContext& context, const SqlSection& section);
    std::string fingerprint_of(std::size_t parts) const;

    std::vector<SqlSection> sections_;
    // Sections that an earlier run has committed.
    std::size_t done_ = 0;
};

} // namespace limbeck::migrate
