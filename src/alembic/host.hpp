// What floor 6 gives to scripts: one migration context as `alembic.op`, `alembic.context` and connections see
// it. migrate/ implements it over its MigrationContext; nothing here knows how a run goes.
//
// The host that is at work belongs to the thread: HostScope sets it for the time of a revision's function,
// and for env.py from context.configure() on.
#pragma once

#include "database/result.hpp"
#include "python/value.hpp"
#include "sql/compiler.hpp"
#include "sql/operations.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {
struct Frame;
}
namespace limbeck::database {
class Connection;
}

namespace limbeck::alembic {

// What the script's own side of context.configure() leaves behind: the objects it was given, for
// `op.get_bind()` and `op.get_context().opts`.
struct ScriptSide {
    // The Connection object that scripts hold; Nothing: the host makes one of its own.
    python::Value connection;
    // What run_migrations() was called with, a dict: every upgrade() and downgrade() gets it. Nothing:
    // nothing.
    python::Value run_arguments;
    // configure()'s arguments by name, a dict; Nothing: the built-in environment's.
    python::Value options;
    // The script frame that runs the migrations (env.py's); null: none.
    const python::Frame* outer_frame = nullptr;
    // The MigrationContext and Operations objects, once something has asked for them.
    python::Value migration_context, operations;
};

class Host {
  public:
    virtual ~Host() = default;

    // Offline: of the driver that the URL names, which decides how parameters look in a script.
    virtual const sql::Dialect& dialect() const = 0;
    virtual bool as_sql() const = 0;
    // `literal_binds` of configure(): offline, execute() writes values into the text.
    virtual bool literal_binds() const = 0;
    virtual bool transactional_ddl() const = 0;
    // Null offline.
    virtual database::Connection* connection() = 0;
    // Named types that this context has made or dropped.
    virtual sql::TypeMemo& type_memo() = 0;
    virtual std::vector<std::string> current_heads() = 0;
    // "alembic_version", unless configured otherwise.
    virtual std::string version_table() = 0;

    // Online: sent, its parameters apart from the text, perhaps before its answer is needed. Offline: written
    // into the script (sql::script_text). The statement must be compiled for dialect() offline and for
    // execution_dialect() online.
    virtual void execute(const sql::Statement& statement) = 0;
    // for_execution(dialect()).
    virtual const sql::Dialect& execution_dialect() const = 0;
    // A text for the script and an empty line; online it is dropped.
    virtual void static_output(std::string_view text) = 0;

    // The statements between the two stand outside the run's transaction: autocommit_block().
    virtual void enter_autocommit() = 0;
    virtual void leave_autocommit() = 0;

    // What the script's side of configure() was given.
    virtual ScriptSide& script_side() = 0;
};

// A dialect as database::Connection takes its statements: "$1" on PostgreSQL, whatever driver the URL names;
// "?" on SQLite.
sql::Dialect for_execution(sql::Dialect dialect);

// The host of this thread, or null where no migration context is at work.
Host* current_host() noexcept;

class HostScope {
  public:
    explicit HostScope(Host& host);
    ~HostScope();
    HostScope(const HostScope&) = delete;
    HostScope& operator=(const HostScope&) = delete;

  private:
    Host* outer_;
};

// What op.get_bind() gives: the script's own Connection object, else one made for the host's connection, or
// offline one that writes what it is told to execute.
python::Value bind_object(Host& host);
// The MigrationContext object that op.get_context() and context.get_context() give: one per host.
python::Value migration_context_object(Host& host);
// Before a host goes: its objects, which a script may have kept, know it no more.
void forget_objects(Host& host) noexcept;

} // namespace limbeck::alembic
