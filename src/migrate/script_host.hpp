// A migration context as scripts' directives use it.
#pragma once

#include "alembic/host.hpp"

namespace limbeck::migrate {

class MigrationContext;

class ScriptHost final : public alembic::Host {
  public:
    // `dialect` is that of the URL or the connection; `side` what configure() left of the script's own.
    ScriptHost(MigrationContext& context, sql::Dialect dialect, alembic::ScriptSide side);
    // Forgets the Python objects that hold on to this host.
    ~ScriptHost() override;

    const sql::Dialect& dialect() const override { return dialect_; }
    const sql::Dialect& execution_dialect() const override { return execution_dialect_; }
    bool as_sql() const override;
    bool literal_binds() const override;
    bool transactional_ddl() const override;
    database::Connection* connection() override;
    sql::TypeMemo& type_memo() override { return memo_; }
    std::vector<std::string> current_heads() override;
    std::string version_table() override;
    void execute(const sql::Statement& statement) override;
    void static_output(std::string_view text) override;
    void enter_autocommit() override;
    void leave_autocommit() override;
    alembic::ScriptSide& script_side() override { return side_; }

  private:
    MigrationContext& context_;
    sql::Dialect dialect_;
    sql::Dialect execution_dialect_;
    alembic::ScriptSide side_;
    sql::TypeMemo memo_;
};

} // namespace limbeck::migrate
