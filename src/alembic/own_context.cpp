// MigrationContext.configure(): a migration context that a script makes for itself, on a connection of its
// own or for a script of its own.
#include "alembic/own_context.hpp"

#include "database/connection.hpp"
#include "project/database_url.hpp"
#include "python/binding.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/parameters.hpp"

#include <fmt/format.h>

namespace limbeck::alembic {

using python::Value;

namespace {

Value option(const Value& options, std::string_view name) {
    const Value* found = python::cast<python::Dict>(options).find(name);
    return found ? *found : Value::none();
}

bool flag(const Value& options, std::string_view name) {
    return python::truth(option(options, name));
}

class OwnHost final : public Host {
  public:
    OwnHost(sql::Dialect dialect, const Value& connection, database::Connection* real, const Value& options)
        : dialect_(dialect), execution_dialect_(for_execution(dialect)), real_(real) {
        side_.options = options;
        if (real) side_.connection = connection;
    }

    ~OwnHost() override { forget_objects(*this); }

    const sql::Dialect& dialect() const override { return dialect_; }
    const sql::Dialect& execution_dialect() const override { return execution_dialect_; }
    bool as_sql() const override { return real_ == nullptr; }
    bool literal_binds() const override { return flag(side_.options, "literal_binds"); }
    bool transactional_ddl() const override {
        Value given = option(side_.options, "transactional_ddl");
        return given.is_none() ? dialect_.is_postgresql() : python::truth(given);
    }
    database::Connection* connection() override { return real_; }
    sql::TypeMemo& type_memo() override { return memo_; }
    std::string version_table() override {
        Value given = option(side_.options, "version_table");
        return given.is_none() ? "alembic_version" : python::as_text(given);
    }

    std::vector<std::string> current_heads() override {
        if (as_sql()) return {};
        if (is_run() && current_host()->version_table() == version_table())
            return current_host()->current_heads();
        std::vector<std::string> heads;
        Value schema = option(side_.options, "version_table_schema"),
              name = python::make_str(version_table());
        Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {side_.connection});
        if (!python::truth(python::call_method(inspector, "has_table", {name, schema}))) return heads;
        Value column = python::call(python::native_attribute("sqlalchemy", "column"),
                                    {python::make_str(std::string_view("version_num"))});
        std::vector<Value> named = {name, column};
        std::vector<python::KeywordArgument> in_schema = {{python::intern("schema"), schema}};
        Value table = python::call(python::native_attribute("sqlalchemy", "table"), named, in_schema);
        Value query = python::call(python::native_attribute("sqlalchemy", "select"),
                                   {python::get_attribute(python::get_attribute(table, "c"), "version_num")});
        Value rows = python::call_method(side_.connection, "execute", {query});
        python::for_each(python::call_method(rows, "scalars"),
                         [&](const Value& head) { heads.push_back(python::as_text(head)); });
        return heads;
    }

    void execute(const sql::Statement& statement) override {
        if (as_sql()) return static_output(sql::script_text(statement.text));
        real_->execute(statement.text, sqlalchemy::to_parameters(statement, execution_dialect_));
    }
    void static_output(std::string_view text) override {
        if (!as_sql()) return;
        Value buffer = option(side_.options, "output_buffer");
        if (buffer.is_none()) buffer = python::native_attribute("sys", "stdout");
        python::call_method(buffer, "write", {python::make_str(std::string(text) + "\n\n")});
    }

    void enter_autocommit() override {
        if (as_sql()) return;
        if (!is_run()) refuse_autocommit();
        current_host()->enter_autocommit();
    }
    void leave_autocommit() override {
        if (!as_sql()) current_host()->leave_autocommit();
    }
    ScriptSide& script_side() override { return side_; }

  private:
    // Whether the connection is that of the run.
    bool is_run() const {
        return current_host() && current_host() != this && current_host()->connection() == real_;
    }
    [[noreturn]] static void refuse_autocommit() {
        python::raise(python::Exc::NotImplementedError,
                      "limbeck has autocommit_block() on the connection of the run only; use "
                      "op.get_context().autocommit_block()");
    }

    sql::Dialect dialect_, execution_dialect_;
    database::Connection* real_;
    ScriptSide side_;
    sql::TypeMemo memo_;
};

} // namespace

std::shared_ptr<Host> make_own_host(const OwnContext& given) {
    Value options = python::make_dict();
    if (!given.options.is_none())
        python::for_each_item(given.options, [&](const Value& name, const Value& value) {
            python::set_item(options, name, value);
        });
    if (!given.connection.is_none()) {
        if (python::is_unresolved(given.connection))
            python::raise_unresolved(given.connection,
                                     "use it as the connection of MigrationContext.configure()");
        if (flag(options, "as_sql")) {
            Value name = python::get_attribute(python::get_attribute(given.connection, "dialect"), "name");
            return std::make_shared<OwnHost>(sql::dialect_for(python::as_text(name), ""), Value::none(),
                                             nullptr, options);
        }
        if (current_host() && current_host()->as_sql())
            python::raise(
                python::Exc::NotImplementedError,
                "MigrationContext.configure() has no connection to work on in --sql mode; use op and "
                "op.get_context()");
        database::Connection& real = sqlalchemy::to_connection(given.connection);
        return std::make_shared<OwnHost>(sqlalchemy::dialect_of(real), given.connection, &real, options);
    }
    std::string name, driver;
    if (!given.url.is_none()) {
        Value url = python::is_str(given.url)
                        ? given.url
                        : python::call_method(given.url, "render_as_string", {Value::boolean(false)});
        project::DatabaseUrl parsed = project::DatabaseUrl::parse(python::as_text(url));
        name = parsed.dialect();
        driver = parsed.driver();
    } else if (!given.dialect_name.is_none()) {
        name = python::as_text(given.dialect_name);
    } else if (!given.dialect.is_none()) {
        name = python::as_text(python::get_attribute(given.dialect, "name"));
    } else {
        python::raise(python::Exc::Exception, "Connection, url, or dialect_name is required.");
    }
    return std::make_shared<OwnHost>(sql::dialect_for(name, driver), Value::none(), nullptr, options);
}

} // namespace limbeck::alembic
