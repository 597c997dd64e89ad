#include "migrate/sql_body.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/progress_mark.hpp"
#include "support/text.hpp"

#include <array>

namespace limbeck::migrate {

using database::Dialect;
using database::SqlStatement;

namespace {

enum class Control { none, begin, commit, other };

// Statements that begin or end transactions. Savepoints live inside one and are none of our business.
Control control_of(const SqlStatement& statement) {
    std::string words = database::leading_words(statement.text, 3);
    std::string first = words.substr(0, words.find(' '));
    if (first == "BEGIN" || words.starts_with("START TRANSACTION")) return Control::begin;
    if (words.starts_with("COMMIT PREPARED") || words.starts_with("ROLLBACK PREPARED")) return Control::none;
    if (words.starts_with("ROLLBACK TO") || words.starts_with("ROLLBACK TRANSACTION TO") ||
        words.starts_with("ROLLBACK WORK TO"))
        return Control::none;
    if (first == "COMMIT" || first == "END") return Control::commit;
    if (first == "ROLLBACK" || first == "ABORT" || words.starts_with("PREPARE TRANSACTION"))
        return Control::other;
    return Control::none;
}

// What the server refuses inside a transaction, by its first words; empty where it may be inside.
std::string outside_only(const SqlStatement& statement, Dialect dialect) {
    std::string words = database::leading_words(statement.text, 4);
    auto begins = [&](std::string_view start) {
        return words == start || words.starts_with(std::string(start) + " ");
    };
    if (begins("VACUUM")) return "VACUUM";
    if (dialect == Dialect::sqlite) return {};
    for (std::string_view start :
         {"CREATE INDEX CONCURRENTLY", "CREATE UNIQUE INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY",
          "REINDEX INDEX CONCURRENTLY", "REINDEX TABLE CONCURRENTLY", "REINDEX SCHEMA CONCURRENTLY",
          "REINDEX DATABASE", "REINDEX SYSTEM", "CREATE DATABASE", "DROP DATABASE", "CREATE TABLESPACE",
          "DROP TABLESPACE", "ALTER SYSTEM", "COMMIT PREPARED", "ROLLBACK PREPARED"})
        if (begins(start)) return std::string(start);
    return {};
}

// A PRAGMA that is set and has no effect, or is an error, inside a transaction.
bool is_outside_pragma(const SqlStatement& statement) {
    if (database::leading_words(statement.text, 1) != "PRAGMA") return false;
    std::string text = text::to_lower(statement.text.substr(statement.word_offset));
    if (text.find('=') == std::string::npos && text.find('(') == std::string::npos) return false;
    constexpr std::array<std::string_view, 3> names = {"foreign_keys", "journal_mode", "synchronous"};
    std::string_view rest = text::trim_start(std::string_view(text).substr(6));
    std::string_view name = rest.substr(0, rest.find_first_of("=( \t\r\n"));
    if (std::size_t dot = name.find('.'); dot != std::string_view::npos) name = name.substr(dot + 1);
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void refuse(const SqlStatement& statement, std::string message, std::string hint) {
    Error error(std::move(message), statement.place, std::move(hint));
    std::string_view text = std::string_view(statement.text).substr(statement.word_offset);
    error.with_source_line(std::string(text.substr(0, text.find('\n'))));
    throw error;
}

void take_pragmas_out(SqlSection& section) {
    std::vector<SqlStatement>& all = section.statements;
    auto first = std::find_if_not(all.begin(), all.end(), is_outside_pragma);
    section.before.assign(all.begin(), first);
    all.erase(all.begin(), first);
    auto last = std::find_if_not(all.rbegin(), all.rend(), is_outside_pragma);
    section.after.assign(last.base(), all.end());
    all.erase(last.base(), all.end());
}

void take_wrapping_out(SqlSection& section) {
    std::vector<SqlStatement>& all = section.statements;
    if (all.size() < 2 || control_of(all.front()) != Control::begin ||
        control_of(all.back()) != Control::commit)
        return;
    all.pop_back();
    all.erase(all.begin());
    section.wrapped = true;
}

void check_statements(const SqlSection& section, Dialect dialect) {
    const std::string autocommit_hint = "Begin the part with \"-- upgrade autocommit\" (or \"-- downgrade "
                                        "autocommit\"): it then runs outside a transaction.";
    for (const SqlStatement& statement : section.statements) {
        if (control_of(statement) != Control::none)
            refuse(statement,
                   fmt::format("{} inside a revision would end the transaction that limbeck keeps around it",
                               database::leading_words(statement.text, 1)),
                   "Take it out: each revision is one transaction, its row in the version table included. " +
                       autocommit_hint);
        if (std::string words = outside_only(statement, dialect); !words.empty())
            refuse(statement, words + " cannot run inside a transaction", autocommit_hint);
        if (dialect == Dialect::sqlite && is_outside_pragma(statement))
            refuse(statement, "This PRAGMA has no effect inside a transaction",
                   "Put it first or last in its part, where limbeck runs it outside the transaction. " +
                       autocommit_hint);
    }
}

} // namespace

SqlSection read_section(const script::SqlPart& part, Dialect dialect) {
    SqlSection section;
    section.autocommit = part.autocommit;
    section.statements = database::split_sql(dialect, part.text, {part.path.string(), part.first_line, 1});
    if (section.autocommit) return section;
    if (dialect == Dialect::sqlite) take_pragmas_out(section);
    take_wrapping_out(section);
    check_statements(section, dialect);
    return section;
}

void RevisionBody::resume_after(int, const std::string&) {
    throw CommandError("A revision that has run in part cannot be gone on with");
}

void SqlRevisionBody::run(MigrationContext& context) {
    for (std::size_t i = done_; i < sections_.size(); ++i) {
        const SqlSection& section = sections_[i];
        if (!section.autocommit) {
            run_section(context, section);
            continue;
        }
        AutocommitBlock block(context, CommittedParts{static_cast<int>(i), fingerprint_of(i)});
        for (const SqlStatement& statement : section.statements) context.execute(statement);
        block.end();
    }
}

void SqlRevisionBody::run_section(MigrationContext& context, const SqlSection& section) {
    if (!section.before.empty()) {
        AutocommitBlock block(context, std::nullopt, false);
        for (const SqlStatement& statement : section.before) context.execute(statement);
        block.end();
    }
    bool keep_wrapping = section.wrapped && context.as_sql() && !context.transactional_ddl();
    if (keep_wrapping) context.static_output("BEGIN;");
    for (const SqlStatement& statement : section.statements) context.execute(statement);
    if (keep_wrapping) context.static_output("COMMIT;");
    for (const SqlStatement& statement : section.after) context.execute_after_step(statement);
}

void SqlRevisionBody::resume_after(int parts, const std::string& fingerprint) {
    auto count = static_cast<std::size_t>(std::max(parts, 0));
    if (count > sections_.size() || fingerprint_of(count) != fingerprint)
        throw CommandError("The parts of this revision that have run already were changed since");
    done_ = count;
}

std::string SqlRevisionBody::fingerprint_of(std::size_t parts) const {
    std::string all;
    for (std::size_t i = 0; i < parts; ++i) {
        for (const auto* statements : {&sections_[i].before, &sections_[i].statements, &sections_[i].after})
            for (const SqlStatement& statement : *statements) all += statement.text + '\0';
    }
    return migrate::fingerprint(all);
}

namespace {

class StandardBodyLoader : public BodyLoader {
  public:
    explicit StandardBodyLoader(std::unique_ptr<BodyLoader> python) : python_(std::move(python)) {}

    void expect(const std::vector<const script::Revision*>& revisions) override {
        if (python_) python_->expect(revisions);
    }

    std::unique_ptr<RevisionBody> load(const script::Revision& revision, bool upgrade,
                                       Dialect dialect) override {
        if (revision.kind == script::RevisionKind::Python) {
            if (python_) return python_->load(revision, upgrade, dialect);
            throw CommandError(
                fmt::format("Revision {} is written in Python, which limbeck does not run yet; "
                            "nothing was changed",
                            revision.id),
                {revision.path, 0, 0});
        }
        script::SqlBody body = script::read_sql_body(revision);
        if (!upgrade && !body.downgrade)
            throw CommandError(fmt::format("Revision {} has no way down; nothing was changed", revision.id),
                               {revision.path, 0, 0},
                               "Add a \"-- downgrade\" part, empty where there is nothing to undo.");
        std::vector<SqlSection> sections;
        for (const script::SqlPart& part : upgrade ? body.upgrade : *body.downgrade)
            sections.push_back(read_section(part, dialect));
        return std::make_unique<SqlRevisionBody>(std::move(sections));
    }

  private:
    std::unique_ptr<BodyLoader> python_;
};

} // namespace

std::unique_ptr<BodyLoader> make_body_loader(std::unique_ptr<BodyLoader> python) {
    return std::make_unique<StandardBodyLoader>(std::move(python));
}

} // namespace limbeck::migrate
