// PostgreSQL's types that have a life of their own: ENUM and DOMAIN, which are created and dropped.
#include "database/connection.hpp"
#include "database/result.hpp"
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "schema/operation.hpp"
#include "sql/ddl_compiler.hpp"
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/named_types.hpp"
#include "sqlalchemy/types/state.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::Value;
using schema::Type;
using schema::TypePtr;

// ---- statements

struct StatementSpec {
    std::string_view name;
    bool creates;
};
constexpr StatementSpec statement_specs[] = {
    {"CreateEnumType", true},
    {"DropEnumType", false},
    {"CreateDomainType", true},
    {"DropDomainType", false},
};

void init_statement(const Value& self, const Value& element, bool creates) {
    TypePtr type = to_type(element);
    auto& state = python::attach_state<DdlState>(self);
    state.compile = [type, creates](const sql::Dialect& dialect) {
        if (!dialect.is_postgresql())
            throw schema::CompileError("Named types are created and dropped on PostgreSQL only");
        return sql::Statement{creates ? sql::create_type(*type, dialect) : sql::drop_type(*type, dialect),
                              {}};
    };
    if (creates)
        state.operation = schema::CreateType{type};
    else
        state.operation = schema::DropType{type};
    python::set_attribute(self, "element", element);
}

Class* statement_class(const StatementSpec& spec) {
    return registered_class(&spec, [&spec] {
        Value base = python::native_attribute("sqlalchemy.schema", "DDLElement");
        std::vector<Class*> bases;
        if (Class* known = base.exists() ? python::as_class(base) : nullptr) bases.push_back(known);
        ClassBuilder made =
            python::make_class(spec.name, bases, "sqlalchemy.dialects.postgresql.named_types");
        made.method("__init__(self, element, **kw)", [&spec](Call& call) {
            init_statement(call[0], call[1], spec.creates);
            return Value::none();
        });
        auto text = [](const Value& self, const Value& dialect) {
            auto found = to_dialect(dialect);
            return python::make_str(
                python::state<DdlState>(self).compile(found ? *found : sql::postgresql_dialect()).text);
        };
        made.method("compile(self, bind=None, dialect=None, **kw)",
                    [text](Call& call) { return text(call[0], call.has(2) ? call[2] : call[1]); });
        made.method("__str__(self)", [text](Call& call) { return text(call[0], Value::none()); });
        return made.get();
    });
}

Value make_statement(const Value& type, bool creates) {
    bool is_domain = to_type(type)->kind == schema::TypeKind::DOMAIN;
    return python::call(
        python::class_value(statement_class(statement_specs[(is_domain ? 2 : 0) + (creates ? 0 : 1)])),
        {type});
}

// ---- create() and drop()

void emit(const Value& type, const Value& bind, bool creates, bool checkfirst) {
    if (checkfirst && type_exists(bind, *to_type(type)).value_or(!creates) == creates) return;
    python::call_method(bind, "execute", {make_statement(type, creates)});
}

} // namespace

// What is done with an engine is done in a transaction of its own.
void create_or_drop_type(const Value& type, const Value& bind, bool creates, bool checkfirst) {
    Value dialect = python::get_attribute(bind, "dialect");
    if (python::as_text(python::get_attribute(dialect, "name")) != "postgresql") return;
    if (python::find_attribute(bind, "execute").exists()) return emit(type, bind, creates, checkfirst);
    Value context = python::call_method(bind, "begin");
    Value connection = python::call_method(context, "__enter__");
    try {
        emit(type, connection, creates, checkfirst);
    } catch (const python::Raised& raised) {
        Value error = raised.value();
        python::call_method(context, "__exit__",
                            {python::class_value(python::class_of(error)), error, Value::none()});
        throw;
    }
    python::call_method(context, "__exit__", {Value::none(), Value::none(), Value::none()});
}

namespace {} // namespace

std::optional<bool> type_exists(const Value& bind, const Type& type) {
    auto* state = python::state_if<ConnectionState>(bind);
    if (!state || !state->connection || !type.name) return {};
    std::string sql =
        "SELECT pg_catalog.pg_type.typname FROM pg_catalog.pg_type JOIN pg_catalog.pg_namespace "
        "ON pg_catalog.pg_namespace.oid = pg_catalog.pg_type.typnamespace "
        "WHERE pg_catalog.pg_type.typname = " +
        database::Connection::quote_literal(type.name->text);
    if (type.schema)
        sql += " AND pg_catalog.pg_namespace.nspname = " +
               database::Connection::quote_literal(type.schema->text);
    else
        sql += " AND pg_catalog.pg_type_is_visible(pg_catalog.pg_type.oid) "
               "AND pg_catalog.pg_namespace.nspname != 'pg_catalog'";
    return !state->connection->execute(sql).empty();
}

namespace {

// ---- DOMAIN

schema::ExpressionPtr state_of(const Value& clause) {
    return python::state<ClauseState>(clause).expression;
}

// DEFAULT and CHECK: a text of SQL, or text().
void set_domain_sql(Type& own, const Value& default_, const Value& check) {
    own.default_text.reset();
    own.default_expression = nullptr;
    if (const std::string* text = python::text_if(default_))
        own.default_text = *text;
    else if (default_.exists() && !default_.is_none())
        own.default_expression = state_of(default_);
    if (const std::string* text = python::text_if(check))
        own.check = schema::text(*text);
    else
        own.check = check.exists() && !check.is_none() ? state_of(check) : nullptr;
}

Value init_domain(Call& call) {
    Type& own = mutable_type(call[0]);
    own.item = to_type(call[2]);
    find_type_field("collation")->set(own, call[3]);
    set_domain_sql(own, call[4], call[7]);
    find_type_field("constraint_name")->set(own, call[5]);
    find_type_field("not_null")->set(own, call[6]);
    find_type_field("create_type")->set(own, call[8]);
    python::set_attribute(call[0], "default", call[4]);
    python::set_attribute(call[0], "check", call[7]);
    call.keywords(9).set("name", call[1]);
    set_schema_arguments(call[0], call.keywords(9));
    return Value::none();
}

} // namespace

void populate_named_type(ClassBuilder& type) {
    type.method("create(self, bind, checkfirst=True, **kw)", [](Call& call) {
        create_or_drop_type(call[0], call[1], true, call.truth(2));
        return Value::none();
    });
    type.method("drop(self, bind, checkfirst=True, **kw)", [](Call& call) {
        create_or_drop_type(call[0], call[1], false, call.truth(2));
        return Value::none();
    });
}

void populate_domain(ClassBuilder& type) {
    type.method("__init__(self, name, data_type, *, collation=None, default=None, constraint_name=None, "
                "not_null=None, check=None, create_type=True, **kw)",
                init_domain);
    for (const char* name : {"data_type", "collation", "constraint_name", "not_null", "create_type"})
        add_field(type, name);
}

void export_named_types(python::ModuleBuilder& module) {
    for (const StatementSpec& spec : statement_specs)
        module.lazy(spec.name, [&spec] { return python::class_value(statement_class(spec)); });
}

} // namespace limbeck::sqlalchemy
