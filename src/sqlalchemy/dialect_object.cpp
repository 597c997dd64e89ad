#include "sqlalchemy/dialect_object.hpp"

#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/identifier.hpp"
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/dialect_flags.hpp"
#include "support/text.hpp"

#include <array>

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;

struct DialectSpec {
    std::string_view backend;
    std::string_view driver; // empty: the backend's base class
    std::string_view module;
    std::string_view class_name;
    bool is_async = false;
};

// The first with a driver is the backend's default.
constexpr std::array dialects = {
    DialectSpec{"default", "", "sqlalchemy.engine.default", "DefaultDialect"},
    DialectSpec{"postgresql", "", "sqlalchemy.dialects.postgresql.base", "PGDialect"},
    DialectSpec{"postgresql", "psycopg2", "sqlalchemy.dialects.postgresql.psycopg2", "PGDialect_psycopg2"},
    DialectSpec{"postgresql", "psycopg2cffi", "sqlalchemy.dialects.postgresql.psycopg2cffi",
                "PGDialect_psycopg2cffi"},
    DialectSpec{"postgresql", "psycopg", "sqlalchemy.dialects.postgresql.psycopg", "PGDialect_psycopg"},
    DialectSpec{"postgresql", "psycopg_async", "sqlalchemy.dialects.postgresql.psycopg",
                "PGDialectAsync_psycopg", true},
    DialectSpec{"postgresql", "asyncpg", "sqlalchemy.dialects.postgresql.asyncpg", "PGDialect_asyncpg", true},
    DialectSpec{"postgresql", "pg8000", "sqlalchemy.dialects.postgresql.pg8000", "PGDialect_pg8000"},
    DialectSpec{"sqlite", "", "sqlalchemy.dialects.sqlite.base", "SQLiteDialect"},
    DialectSpec{"sqlite", "pysqlite", "sqlalchemy.dialects.sqlite.pysqlite", "SQLiteDialect_pysqlite"},
    DialectSpec{"sqlite", "aiosqlite", "sqlalchemy.dialects.sqlite.aiosqlite", "SQLiteDialect_aiosqlite",
                true},
    DialectSpec{"sqlite", "pysqlcipher", "sqlalchemy.dialects.sqlite.pysqlcipher",
                "SQLiteDialect_pysqlcipher"},
    DialectSpec{"mysql", "", "sqlalchemy.dialects.mysql.base", "MySQLDialect"},
    DialectSpec{"mysql", "mysqldb", "sqlalchemy.dialects.mysql.mysqldb", "MySQLDialect_mysqldb"},
    DialectSpec{"mysql", "pymysql", "sqlalchemy.dialects.mysql.pymysql", "MySQLDialect_pymysql"},
    DialectSpec{"mysql", "aiomysql", "sqlalchemy.dialects.mysql.aiomysql", "MySQLDialect_aiomysql", true},
    DialectSpec{"mysql", "mysqlconnector", "sqlalchemy.dialects.mysql.mysqlconnector",
                "MySQLDialect_mysqlconnector"},
    DialectSpec{"mariadb", "mysqldb", "sqlalchemy.dialects.mysql.mysqldb", "MariaDBDialect_mysqldb"},
    DialectSpec{"oracle", "", "sqlalchemy.dialects.oracle.base", "OracleDialect"},
    DialectSpec{"oracle", "cx_oracle", "sqlalchemy.dialects.oracle.cx_oracle", "OracleDialect_cx_oracle"},
    DialectSpec{"oracle", "oracledb", "sqlalchemy.dialects.oracle.oracledb", "OracleDialect_oracledb"},
    DialectSpec{"mssql", "", "sqlalchemy.dialects.mssql.base", "MSDialect"},
    DialectSpec{"mssql", "pyodbc", "sqlalchemy.dialects.mssql.pyodbc", "MSDialect_pyodbc"},
    DialectSpec{"mssql", "pymssql", "sqlalchemy.dialects.mssql.pymssql", "MSDialect_pymssql"},
};

const DialectSpec* find_spec(std::string_view backend, std::string_view driver) {
    const DialectSpec* first = nullptr;
    for (const DialectSpec& spec : dialects) {
        if (spec.backend != backend || (spec.driver.empty() && backend != "default")) continue;
        if (spec.driver == driver) return &spec;
        if (!first) first = &spec;
    }
    return first;
}

std::string_view paramstyle_name(sql::Paramstyle style) {
    switch (style) {
    case sql::Paramstyle::pyformat:
        return "pyformat";
    case sql::Paramstyle::named:
        return "named";
    case sql::Paramstyle::qmark:
        return "qmark";
    case sql::Paramstyle::format:
        return "format";
    case sql::Paramstyle::numeric:
        return "numeric";
    case sql::Paramstyle::numeric_dollar:
        return "numeric_dollar";
    }
    return "named";
}

[[noreturn]] void raise_not_written(const std::string& backend) {
    python::raise(python::Exc::NotImplementedError,
                  fmt::format("limbeck writes SQL for PostgreSQL and SQLite, not for '{}'", backend));
}

const sql::Dialect& written(const DialectState& state) {
    if (!state.dialect) raise_not_written(state.name);
    return *state.dialect;
}

// ---- dialect.identifier_preparer

struct PreparerState final : python::NativeState {
    sql::Dialect dialect;
    explicit PreparerState(const sql::Dialect& d) : dialect(d) {}
};

std::optional<schema::Name> schema_of(const Value& item) {
    Value schema = python::find_attribute(item, "schema");
    if (!schema.exists()) return {};
    return schema.is_none() ? std::nullopt : std::optional(to_name(schema));
}

void populate_preparer(ClassBuilder& type) {
    type.method("__init__(self, dialect, **kw)", [](Call& call) {
        sql::Dialect dialect = sql::generic_dialect();
        if (std::optional<sql::Dialect> given = to_dialect(call[1])) dialect.paramstyle = given->paramstyle;
        python::attach_state<PreparerState>(call.self(), dialect);
        return Value::none();
    });
    type.method("quote(self, ident, force=None)", [](Call& call) {
        return make_str(sql::quoted(to_name(call[1]), call.state<PreparerState>().dialect));
    });
    type.method("quote_schema(self, schema, force=None)", [](Call& call) {
        return make_str(sql::quoted(to_name(call[1]), call.state<PreparerState>().dialect));
    });
    type.method("quote_identifier(self, value)", [](Call& call) {
        std::string out;
        sql::append_quoted(out, call.text(1), call.state<PreparerState>().dialect);
        return make_str(out);
    });
    type.method("format_table(self, table, use_schema=True, name=None)", [](Call& call) {
        const sql::Dialect& dialect = call.state<PreparerState>().dialect;
        schema::Name name = to_name(call.has(3) ? call[3] : python::get_attribute(call[1], "name"));
        std::string out;
        sql::append_qualified(out, call.truth(2) ? schema_of(call[1]) : std::nullopt, name, dialect);
        return make_str(out);
    });
    auto format_name = [](Call& call) {
        return make_str(sql::quoted(to_name(python::get_attribute(call[1], "name")),
                                    call.state<PreparerState>().dialect));
    };
    type.method("format_column(self, column, use_table=False, name=None, table_name=None)", [format_name](
                                                                                                Call& call) {
        if (!call.truth(2)) return format_name(call);
        const sql::Dialect& dialect = call.state<PreparerState>().dialect;
        Value table = python::get_attribute(call[1], "table");
        std::string out;
        sql::append_qualified(out, schema_of(table), to_name(python::get_attribute(table, "name")), dialect);
        return make_str(out + "." + sql::quoted(to_name(python::get_attribute(call[1], "name")), dialect));
    });
    type.method("format_constraint(self, constraint)", format_name);
    type.method("format_index(self, index)", format_name);
    type.method("format_sequence(self, sequence, use_schema=True)", [](Call& call) {
        std::string out;
        sql::append_qualified(out, call.truth(2) ? schema_of(call[1]) : std::nullopt,
                              to_name(python::get_attribute(call[1], "name")),
                              call.state<PreparerState>().dialect);
        return make_str(out);
    });
    type.method("format_type(self, type_, use_schema=True)", [](Call& call) {
        std::string out;
        sql::append_qualified(out, call.truth(2) ? schema_of(call[1]) : std::nullopt,
                              to_name(python::get_attribute(call[1], "name")),
                              call.state<PreparerState>().dialect);
        return make_str(out);
    });
    type.method("format_schema(self, name)", [](Call& call) {
        return make_str(sql::quoted(to_name(call[1]), call.state<PreparerState>().dialect));
    });
    type.method("_requires_quotes(self, value)", [](Call& call) {
        return Value::boolean(sql::requires_quotes(call.text(1), call.state<PreparerState>().dialect));
    });
    type.constant("initial_quote", make_str("\""));
    type.constant("final_quote", make_str("\""));
    type.constant("escape_quote", make_str("\""));
}

Value make_preparer(const sql::Dialect& dialect) {
    return python::make_instance_with<PreparerState>(preparer_class(), dialect);
}

// ---- dialects

const DialectSpec& spec_of(const DialectState& state) {
    return *find_spec(state.name, state.driver);
}

void populate_dialect(ClassBuilder& type) {
    type.property("is_async",
                  [](Call& call) { return Value::boolean(spec_of(call.state<DialectState>()).is_async); });
    type.property("paramstyle", [](Call& call) {
        auto& state = call.state<DialectState>();
        return make_str(state.dialect ? paramstyle_name(state.dialect->paramstyle) : "named");
    });
    type.property("dialect_description", [](Call& call) {
        Value self = call[0];
        return make_str(python::as_text(python::get_attribute(self, "name")) + "+" +
                        python::as_text(python::get_attribute(self, "driver")));
    });
    type.property("positional", [](Call& call) {
        auto& state = call.state<DialectState>();
        auto style = state.dialect ? state.dialect->paramstyle : sql::Paramstyle::named;
        return Value::boolean(style != sql::Paramstyle::pyformat && style != sql::Paramstyle::named);
    });
    type.property("max_identifier_length", [](Call& call) {
        auto& state = call.state<DialectState>();
        return Value::integer(state.dialect ? static_cast<std::int64_t>(state.dialect->max_identifier_length)
                                            : 9999);
    });
    type.property("identifier_preparer",
                  [](Call& call) { return make_preparer(written(call.state<DialectState>())); });
    type.method("type_descriptor(self, typeobj)", [](Call& call) {
        Value given = call[1];
        return python::as_class(given) ? python::call(given) : given;
    });
    type.method("type_compiler(self)", [](Call& call) { return call[0]; });
    type.method("process(self, type_, **kw)", [](Call& call) {
        return make_str(sql::type_name(to_type(call[1]), written(call.state<DialectState>())));
    });
    type.property("type_compiler_instance", [](Call& call) { return call[0]; });
    type.constant("dbapi", Value::none());
    type.constant("server_version_info", Value::none());
    type.constant("default_schema_name", Value::none());
    type.constant("implicit_returning", Value::boolean(true));
    type.constant("isolation_level", Value::none());
    type.constant("label_length", Value::none());
    type.constant("max_constraint_name_length", Value::none());
    type.constant("max_index_name_length", Value::none());
    type.constant("default_sequence_base", Value::integer(1));
    // What it knows of a database, it asks the inspector.
    for (const char* declaration : {"has_table(self, connection, table_name, schema=None, **kw)",
                                    "has_sequence(self, connection, table_name, schema=None, **kw)",
                                    "get_columns(self, connection, table_name, schema=None, **kw)",
                                    "get_pk_constraint(self, connection, table_name, schema=None, **kw)",
                                    "get_foreign_keys(self, connection, table_name, schema=None, **kw)",
                                    "get_indexes(self, connection, table_name, schema=None, **kw)",
                                    "get_unique_constraints(self, connection, table_name, schema=None, **kw)",
                                    "get_check_constraints(self, connection, table_name, schema=None, **kw)"})
        type.method(declaration, [declaration](Call& call) {
            std::string_view name(declaration);
            Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {call[1]});
            return python::call_method(inspector, name.substr(0, name.find('(')), {call[2], call[3]});
        });
    type.method("has_index(self, connection, table_name, index_name, schema=None, **kw)", [](Call& call) {
        Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {call[1]});
        return python::call_method(inspector, "has_index", {call[2], call[3], call[4]});
    });
    for (const char* declaration : {"get_table_names(self, connection, schema=None, **kw)",
                                    "get_view_names(self, connection, schema=None, **kw)",
                                    "has_schema(self, connection, schema_name, **kw)"})
        type.method(declaration, [declaration](Call& call) {
            std::string_view name(declaration);
            Value inspector = python::call(python::native_attribute("sqlalchemy", "inspect"), {call[1]});
            return python::call_method(inspector, name.substr(0, name.find('(')), {call[2]});
        });
}

void attach_dialect(const Value& self, const DialectSpec& spec) {
    auto& state = python::attach_state<DialectState>(self);
    state.name = spec.backend;
    state.driver = spec.driver;
    if (spec.backend == "postgresql" || spec.backend == "sqlite")
        state.dialect = sql::dialect_for(spec.backend, spec.driver);
    if (spec.backend == "default") state.dialect = sql::generic_dialect();
}

Class* class_for(const DialectSpec& spec);

Class* base_of(const DialectSpec& spec) {
    if (!spec.driver.empty())
        for (const DialectSpec& each : dialects)
            if (each.driver.empty() &&
                (each.backend == spec.backend || (each.backend == "mysql" && spec.backend == "mariadb")))
                return class_for(each);
    return &spec == &dialects.front() ? nullptr : class_for(dialects.front());
}

Class* class_for(const DialectSpec& spec) {
    return registered_class(&spec, [&spec] {
        Class* base = base_of(spec);
        ClassBuilder made = python::make_class(
            spec.class_name, base ? std::vector<Class*>{base} : std::vector<Class*>{}, spec.module);
        if (!base) populate_dialect(made);
        if (spec.driver.empty() || spec.backend == "mariadb") define_dialect_flags(made, spec.backend);
        made.constant("name", make_str(spec.backend));
        if (!spec.driver.empty()) made.constant("driver", make_str(spec.driver));
        made.method("__init__(self, *args, paramstyle=None, **kwargs)", [&spec](Call& call) {
            const DialectSpec* chosen = spec.driver.empty() ? find_spec(spec.backend, "") : &spec;
            attach_dialect(call[0], chosen ? *chosen : spec);
            auto& state = call.state<DialectState>();
            if (!state.dialect || !call.has(2)) return Value::none();
            for (auto style :
                 {sql::Paramstyle::pyformat, sql::Paramstyle::named, sql::Paramstyle::qmark,
                  sql::Paramstyle::format, sql::Paramstyle::numeric, sql::Paramstyle::numeric_dollar})
                if (paramstyle_name(style) == call.text(2)) state.dialect->paramstyle = style;
            return Value::none();
        });
        return made.get();
    });
}

std::string_view driver_name(sql::Driver driver) {
    switch (driver) {
    case sql::Driver::psycopg2:
        return "psycopg2";
    case sql::Driver::psycopg:
        return "psycopg";
    case sql::Driver::asyncpg:
        return "asyncpg";
    case sql::Driver::pg8000:
        return "pg8000";
    case sql::Driver::pysqlite:
        return "pysqlite";
    }
    return "psycopg2";
}

} // namespace

std::optional<sql::Dialect> to_dialect(const Value& value) {
    if (!value.exists() || value.is_none()) return {};
    if (auto* state = python::state_if<DialectState>(value)) return written(*state);
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a dialect");
    Value own = python::find_attribute(value, "dialect");
    if (own.exists() && !own.is(value))
        if (auto* state = python::state_if<DialectState>(own)) return written(*state);
    throw schema::ArgumentError(
        fmt::format("Expected a dialect, an engine or a connection, got {}", python::to_repr(value)));
}

Value wrap_dialect(const sql::Dialect& dialect) {
    Value made = make_dialect(dialect.name(), driver_name(dialect.driver));
    python::state<DialectState>(made).dialect = dialect;
    return made;
}

Value make_dialect(std::string_view backend, std::string_view driver) {
    const DialectSpec* spec = backend == "default" ? &dialects.front() : find_spec(backend, driver);
    if (!spec) return {};
    Value made = python::make_instance(class_for(*spec));
    attach_dialect(made, *spec);
    return made;
}

Class* preparer_class() {
    static const char declaration = 0;
    return registered_class(&declaration, [] {
        ClassBuilder made = python::make_class("IdentifierPreparer", {}, "sqlalchemy.sql.compiler");
        populate_preparer(made);
        return made.get();
    });
}

Class* dialect_class(std::string_view backend, std::string_view driver) {
    if (driver.empty() || driver == "base") {
        for (const DialectSpec& each : dialects)
            if (each.backend == backend && each.driver.empty() == (driver == "base")) return class_for(each);
        return nullptr;
    }
    const DialectSpec* spec = find_spec(backend, driver);
    return spec ? class_for(*spec) : nullptr;
}

void export_dialects(python::ModuleBuilder& module) {
    const std::string& name = module.module().name;
    bool has_dialect = false;
    auto export_as_dialect = [&](const DialectSpec& spec) {
        if (!has_dialect) module.lazy("dialect", [&spec] { return python::class_value(class_for(spec)); });
        has_dialect = true;
    };
    for (const DialectSpec& each : dialects) {
        if (each.module == name) {
            module.lazy(each.class_name, [&each] { return python::class_value(class_for(each)); });
            export_as_dialect(each.driver.empty() ? *find_spec(each.backend, "") : each);
        } else if (!each.driver.empty() && name == "sqlalchemy.dialects." + std::string(each.backend)) {
            export_as_dialect(each);
        }
    }
}

} // namespace limbeck::sqlalchemy
