// DDL as scripts write it: CreateTable(t), DropIndex(i), CreateSequence(s), DDL("…"), and the ways they are
// compiled and executed.
#include "sqlalchemy/ddl_conditions.hpp"
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/operations.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/element_classes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

using Compile = std::function<sql::Statement(const sql::Dialect&)>;

DdlState& attach_state(Call& call, Compile compile, std::optional<schema::Operation> operation = {}) {
    auto& state = call.attach<DdlState>();
    state.compile = std::move(compile);
    state.operation = std::move(operation);
    return state;
}

Compile of_text(std::function<std::string(const sql::Dialect&)> text) {
    return [text = std::move(text)](const sql::Dialect& dialect) {
        return sql::Statement{text(dialect), {}};
    };
}

// The one statement of an operation.
Compile of_operation(schema::Operation operation) {
    return [operation = std::move(operation)](const sql::Dialect& dialect) {
        std::vector<sql::Statement> made = sql::statements(operation, dialect);
        return made.empty() ? sql::Statement{} : std::move(made.front());
    };
}

void attach_operation(Call& call, schema::Operation operation) {
    attach_state(call, of_operation(operation), operation);
}

struct CompiledState final : python::NativeState {
    std::string text;
};

// Classes of scripts (with @compiles) are expressions.
std::optional<sql::Statement> statement_of(const Value& element, const sql::Dialect& dialect) {
    if (auto statement = ddl_statement_if(element, dialect)) return statement;
    if (schema::ExpressionPtr expression = to_expression_if(element))
        return sql::compile(*expression, dialect);
    return std::nullopt;
}

sql::Dialect dialect_of_value(const Value& value) {
    std::optional<sql::Dialect> dialect = to_dialect(value);
    return dialect ? *dialect : sql::sqlite_dialect();
}

Value compiled(const Value& element, const Value& dialect_value, const sql::Dialect& dialect) {
    Value made = python::make_instance(
        python::as_class(python::native_attribute("sqlalchemy.sql.ddl", "_CompiledDDL")));
    std::optional<sql::Statement> statement = statement_of(element, dialect);
    python::attach_state<CompiledState>(made).text = statement ? statement->text : "";
    python::set_attribute(made, "statement", element);
    python::set_attribute(made, "dialect", dialect_value);
    return made;
}

void element_members(ClassBuilder& type) {
    type.constant("__visit_name__", make_str("ddl"));
    type.constant("target", Value::none());
    type.method("__init__(self, *args, **kwargs)", [](Call&) { return Value::none(); });
    type.method("compile(self, bind=None, dialect=None, **kw)", [](Call& call) {
        if (call.has(2)) return compiled(call.self(), call[2], dialect_of_value(call[2]));
        if (call.has(1)) return compiled(call.self(), Value::none(), dialect_of_value(call[1]));
        return compiled(call.self(), Value::none(), sql::generic_dialect());
    });
    type.method("__str__(self)", [](Call& call) {
        std::optional<sql::Statement> statement = statement_of(call.self(), sql::generic_dialect());
        return make_str(statement ? statement->text : "");
    });
    type.method("against(self, target)", [](Call& call) {
        python::set_attribute(call.self(), "target", call[1]);
        auto* state = python::state_if<DdlState>(call.self());
        if (state && state->operation)
            if (auto* raw = std::get_if<schema::RawDdl>(&*state->operation)) {
                raw->target = to_table_if(call[1]);
                state->compile = of_operation(*state->operation);
            }
        return call.self();
    });
    type.method("execute_if(self, dialect=None, callable_=None, state=None)", [](Call& call) {
        python::set_attribute(call.self(), "_execute_if_dialect", call[1]);
        python::set_attribute(call.self(), "_execute_if_callable", call[2]);
        return call.self();
    });
    type.method("execute(self, bind=None, target=None)", [](Call& call) {
        if (call.has(2)) python::call_method(call.self(), "against", {call[2]});
        return python::call(python::native_attribute("sqlalchemy.sql.ddl", "_execute_on"),
                            {call[1], call.self()});
    });
    // As a listener of a table's events.
    type.method("__call__(self, target, bind, **kw)", [](Call& call) {
        Value wanted = python::find_attribute(call.self(), "_execute_if_dialect");
        if (wanted.exists() && !wanted.is_none()) {
            Value name = make_str(dialect_of_value(call[2]).name());
            bool matches =
                python::is_str(wanted) ? python::equal(wanted, name) : python::contains(wanted, name);
            if (!matches) return Value::none();
        }
        Value callable = python::find_attribute(call.self(), "_execute_if_callable");
        if (callable.exists() && !callable.is_none() &&
            !python::truth(python::call(callable, {call.self(), call[1], call[2]})))
            return Value::none();
        python::call_method(call.self(), "against", {call[1]});
        return python::call(python::native_attribute("sqlalchemy.sql.ddl", "_execute_on"),
                            {call[2], call.self()});
    });
}

const schema::Table& table_behind(const Value& owner, std::string_view what) {
    auto* table = python::state_if<TableState>(owner);
    if (!table) throw schema::CompileError(fmt::format("{} is not bound to a table", what));
    return *table->table;
}

// While it lives, the table has no foreign keys but these.
class WithoutKeys {
  public:
    WithoutKeys(schema::Table& table, const std::vector<Value>& wanted)
        : table_(table), all_(table.constraints) {
        std::erase_if(table_.constraints, [&](const schema::ConstraintPtr& constraint) {
            return constraint->kind == schema::ConstraintKind::foreign_key &&
                   std::none_of(wanted.begin(), wanted.end(),
                                [&](const Value& each) { return to_constraint_if(each) == constraint; });
        });
    }
    ~WithoutKeys() { table_.constraints = all_; }
    WithoutKeys(const WithoutKeys&) = delete;
    WithoutKeys& operator=(const WithoutKeys&) = delete;

  private:
    schema::Table& table_;
    std::vector<schema::ConstraintPtr> all_;
};

void create_table_members(ClassBuilder& type) {
    type.method("__init__(self, element, include_foreign_key_constraints=None, if_not_exists=False, on=None, "
                "bind=None)",
                [](Call& call) {
                    Value element = call[1];
                    schema::TablePtr table = to_table(element);
                    bool if_not_exists = call.truth(3);
                    std::optional<std::vector<Value>> keys;
                    if (call.has(2)) keys = python::to_vector(call[2]);
                    attach_state(call, of_text([=](const sql::Dialect& dialect) {
                                     std::optional<WithoutKeys> without;
                                     if (keys) without.emplace(*table, *keys);
                                     if (python::state_if<TableState>(element))
                                         require_foreign_keys(element, dialect);
                                     ConditionalItems conditional(*table, dialect, Value::none());
                                     return sql::create_table(*table, dialect, if_not_exists);
                                 }));
                    python::set_attribute(call.self(), "element", element);
                    python::set_attribute(call.self(), "if_not_exists", call[3]);
                    return Value::none();
                });
}

void drop_table_members(ClassBuilder& type) {
    type.method("__init__(self, element, if_exists=False, on=None, bind=None)", [](Call& call) {
        schema::TablePtr table = to_table(call[1]);
        bool if_exists = call.truth(2);
        attach_state(call, of_text([table, if_exists](const sql::Dialect& dialect) {
                         return sql::drop_table(*table, dialect, if_exists);
                     }));
        python::set_attribute(call.self(), "element", call[1]);
        python::set_attribute(call.self(), "if_exists", call[2]);
        return Value::none();
    });
}

void index_members(ClassBuilder& type, bool create) {
    type.method(create ? "__init__(self, element, if_not_exists=False, bind=None)"
                       : "__init__(self, element, if_exists=False, bind=None)",
                [create](Call& call) {
                    Value element = call[1];
                    python::state<IndexState>(element);
                    bool conditional = call.truth(2);
                    attach_state(
                        call, of_text([element, create, conditional](const sql::Dialect& dialect) {
                            auto& state = python::state<IndexState>(element);
                            if (!create) {
                                auto* table = python::state_if<TableState>(state.table);
                                return sql::drop_index(*state.index, table ? table->table.get() : nullptr,
                                                       dialect, conditional);
                            }
                            if (!state.table.exists())
                                throw schema::CompileError(
                                    fmt::format("Index '{}' is not associated with any table.",
                                                state.index->name ? state.index->name->text : "None"));
                            return sql::create_index(*state.index, table_behind(state.table, "Index"),
                                                     dialect, conditional);
                        }));
                    python::set_attribute(call.self(), "element", element);
                    return Value::none();
                });
}

void constraint_members(ClassBuilder& type, bool add) {
    type.method(
        add ? "__init__(self, element, isolate_from_table=True, bind=None)"
            : "__init__(self, element, cascade=False, if_exists=False, isolate_from_table=True, bind=None)",
        [add](Call& call) {
            Value element = call[1];
            python::state<ConstraintState>(element);
            bool cascade = !add && call.truth(2), if_exists = !add && call.truth(3);
            if (call.truth(add ? 2 : 4)) python::state<ConstraintState>(element).constraint->apart = true;
            attach_state(
                call, of_text([=](const sql::Dialect& dialect) {
                    auto& state = python::state<ConstraintState>(element);
                    if (!add && !state.constraint->name && !state.constraint->none_name)
                        throw schema::CompileError(
                            fmt::format("Can't emit DROP CONSTRAINT for constraint {}; it has no name",
                                        python::to_repr(element)));
                    if (!state.table.exists())
                        throw schema::InvalidRequestError(
                            "This constraint is not bound to a table.  Did you mean to call "
                            "table.append_constraint(constraint) ?");
                    const schema::Table& table = table_behind(state.table, "Constraint");
                    return add ? sql::add_constraint(*state.constraint, table, dialect)
                               : sql::drop_constraint(*state.constraint, table, dialect, if_exists, cascade);
                }));
            python::set_attribute(call.self(), "element", element);
            return Value::none();
        });
}

void create_column_members(ClassBuilder& type) {
    type.method("__init__(self, element)", [](Call& call) {
        Value element = call[1];
        schema::ColumnPtr column = to_column(element);
        attach_state(call, of_text([element, column](const sql::Dialect& dialect) {
                         std::string out;
                         schema::Table none;
                         auto* state = python::state_if<ColumnState>(element);
                         auto* table = state ? python::state_if<TableState>(state->table) : nullptr;
                         sql::append_column_specification(out, *column, table ? *table->table : none,
                                                          dialect);
                         return out;
                     }));
        python::set_attribute(call.self(), "element", element);
        return Value::none();
    });
}

schema::Name schema_name(const Value& value) {
    if (python::is_unresolved(value)) python::raise_unresolved(value, "use it as a schema's name");
    return to_name(value);
}

void comment_members(ClassBuilder& type, bool set) {
    type.method("__init__(self, element)", [set](Call& call) {
        schema::TablePtr table = to_table(call[1]);
        schema::TableComment op{table->name, table->schema, std::nullopt, std::nullopt};
        if (set) op.comment = table->comment;
        attach_operation(call, op);
        python::set_attribute(call.self(), "element", call[1]);
        return Value::none();
    });
}

void column_comment_members(ClassBuilder& type, bool set) {
    type.method("__init__(self, element)", [set](Call& call) {
        schema::ColumnPtr column = to_column(call[1]);
        const schema::Table& table = table_behind(python::state<ColumnState>(call[1]).table, "Column");
        attach_state(call, of_text([set, column, &table, element = call[1]](const sql::Dialect& dialect) {
                         std::string out = "COMMENT ON COLUMN ";
                         // Dropping one, the reference leaves the schema out.
                         sql::append_qualified(out, set ? table.schema : std::nullopt, table.name, dialect);
                         out += '.';
                         sql::append_name(out, column->name, dialect);
                         out += " IS ";
                         if (set)
                             sql::append_text_literal(out, column->comment.value_or(""), dialect);
                         else
                             out += "NULL";
                         return out;
                     }));
        python::set_attribute(call.self(), "element", call[1]);
        return Value::none();
    });
}

// COMMENT ON CONSTRAINT is PostgreSQL's alone.
void constraint_comment_members(ClassBuilder& type, bool set) {
    type.method("__init__(self, element)", [set](Call& call) {
        attach_state(
            call, of_text([set, element = call[1]](const sql::Dialect& dialect) {
                auto& state = python::state<ConstraintState>(element);
                if (!dialect.is_postgresql())
                    throw schema::UnsupportedCompilationError(
                        fmt::format("Compiler for {} can't render element of type {}", dialect.name(),
                                    set ? "SetConstraintComment" : "DropConstraintComment"));
                if (!state.constraint->name)
                    throw schema::CompileError(fmt::format(
                        "Can't emit COMMENT ON for constraint {}; it has no name", python::to_repr(element)));
                const schema::Table& table = table_behind(state.table, "Constraint");
                std::string out = "COMMENT ON CONSTRAINT ";
                sql::append_constraint_name(out, *state.constraint->name, dialect);
                out += " ON ";
                sql::append_qualified(out, table.schema, table.name, dialect);
                out += " IS ";
                if (set)
                    sql::append_text_literal(out, state.constraint->comment.value_or(""), dialect);
                else
                    out += "NULL";
                return out;
            }));
        python::set_attribute(call.self(), "element", call[1]);
        return Value::none();
    });
}

void ddl_members(ClassBuilder& type) {
    type.method("__init__(self, statement, context=None, on=None, bind=None)", [](Call& call) {
        if (!python::is_str(call[1])) {
            if (python::is_unresolved(call[1])) python::raise_unresolved(call[1], "use it as a statement");
            throw schema::ArgumentError(
                fmt::format("Expected a string or unicode SQL statement, got {}", python::to_repr(call[1])));
        }
        schema::RawDdl op;
        op.statement = call.text(1);
        if (call.has(2))
            python::for_each_item(call[2], [&](const Value& key, const Value& value) {
                op.context.emplace_back(python::to_str(key), python::to_str(value));
            });
        attach_operation(call, op);
        python::set_attribute(call.self(), "statement", call[1]);
        python::set_attribute(call.self(), "context", call.has(2) ? call[2] : python::make_dict());
        return Value::none();
    });
    type.method("__repr__(self)", [](Call& call) {
        return make_str(fmt::format("<DDL@{:x}; {}>", reinterpret_cast<std::uintptr_t>(call.self().object()),
                                    python::to_repr(python::get_attribute(call.self(), "statement"))));
    });
}

void sequence_members(ClassBuilder& type, bool create) {
    type.method(create ? "__init__(self, element, if_not_exists=False, **kw)"
                       : "__init__(self, element, if_exists=False, **kw)",
                [create](Call& call) {
                    auto sequence = std::make_shared<schema::Sequence>(read_sequence(call[1]));
                    if (create)
                        attach_operation(call, schema::CreateSequence{sequence, call.truth(2)});
                    else
                        attach_operation(call, schema::DropSequence{sequence, call.truth(2)});
                    python::set_attribute(call.self(), "element", call[1]);
                    return Value::none();
                });
}

// Sends an element through whatever scripts have: a connection, an engine, a session.
Value execute_on(const Value& bind, const Value& element) {
    if (python::is_unresolved(bind)) python::raise_unresolved(bind, "execute a statement");
    if (python::find_attribute(bind, "execute").exists())
        return python::call_method(bind, "execute", {element});
    if (!python::find_attribute(bind, "begin").exists())
        python::raise(
            python::Exc::AttributeError,
            fmt::format("'{}' object has no attribute '_run_ddl_visitor'", python::type_name(bind)));
    Value manager = python::call_method(bind, "begin");
    Value connection = python::call_method(manager, "__enter__");
    Value none = Value::none();
    try {
        python::call_method(connection, "execute", {element});
    } catch (const python::Raised& raised) {
        Value error = raised.value();
        python::call_method(manager, "__exit__", {python::class_value(python::class_of(error)), error, none});
        throw;
    }
    python::call_method(manager, "__exit__", {none, none, none});
    return none;
}

} // namespace

std::optional<sql::Statement> ddl_statement_if(const Value& value, const sql::Dialect& dialect) {
    auto* state = python::state_if<DdlState>(value);
    if (state && state->compile) return state->compile(dialect);
    return std::nullopt;
}

Value ddl_of_statement(sql::Statement statement) {
    Value made =
        python::make_instance(python::as_class(python::native_attribute("sqlalchemy.sql.ddl", "_Statement")));
    auto& state = python::attach_state<DdlState>(made);
    state.compile = [statement = std::move(statement)](const sql::Dialect&) { return statement; };
    return made;
}

void define_ddl(python::ModuleBuilder& module) {
    Class* base =
        module.define_class("BaseDDLElement", {element_class(Element::ClauseElement)}, [](ClassBuilder&) {});
    Class* element = module.define_class("ExecutableDDLElement", {element_class(Element::Executable), base},
                                         element_members);
    module.constant("DDLElement", python::class_value(element));
    module.define_class("_Statement", {element}, [](ClassBuilder&) {});
    module.define_class("_CompiledDDL", {}, [](ClassBuilder& type) {
        type.constant("params", python::make_dict());
        type.property("string", [](Call& call) {
            return make_str(std::string_view(call.state<CompiledState>().text));
        });
        type.method("__str__(self)",
                    [](Call& call) { return make_str(std::string_view(call.state<CompiledState>().text)); });
    });
    module.define_class("DDL", {element}, ddl_members);
    Class* create_drop = module.define_class("_CreateDropBase", {element}, [](ClassBuilder&) {});
    auto define = [&](std::string_view name, std::function<void(ClassBuilder&)> members) {
        module.define_class(name, {create_drop}, std::move(members));
    };
    define("CreateTable", create_table_members);
    define("DropTable", drop_table_members);
    define("CreateIndex", [](ClassBuilder& type) { index_members(type, true); });
    define("DropIndex", [](ClassBuilder& type) { index_members(type, false); });
    define("AddConstraint", [](ClassBuilder& type) { constraint_members(type, true); });
    define("DropConstraint", [](ClassBuilder& type) { constraint_members(type, false); });
    define("CreateColumn", create_column_members);
    define("CreateSequence", [](ClassBuilder& type) { sequence_members(type, true); });
    define("DropSequence", [](ClassBuilder& type) { sequence_members(type, false); });
    define("SetTableComment", [](ClassBuilder& type) { comment_members(type, true); });
    define("DropTableComment", [](ClassBuilder& type) { comment_members(type, false); });
    define("SetColumnComment", [](ClassBuilder& type) { column_comment_members(type, true); });
    define("DropColumnComment", [](ClassBuilder& type) { column_comment_members(type, false); });
    define("SetConstraintComment", [](ClassBuilder& type) { constraint_comment_members(type, true); });
    define("DropConstraintComment", [](ClassBuilder& type) { constraint_comment_members(type, false); });
    define("CreateSchema", [](ClassBuilder& type) {
        type.method("__init__(self, name, if_not_exists=False, **kw)", [](Call& call) {
            attach_operation(call, schema::CreateSchema{schema_name(call[1]), call.truth(2)});
            python::set_attribute(call.self(), "element", call[1]);
            return Value::none();
        });
    });
    define("DropSchema", [](ClassBuilder& type) {
        type.method("__init__(self, name, cascade=False, if_exists=False, **kw)", [](Call& call) {
            attach_operation(call, schema::DropSchema{schema_name(call[1]), call.truth(3), call.truth(2)});
            python::set_attribute(call.self(), "element", call[1]);
            return Value::none();
        });
    });
    module.function("_execute_on(bind, element)", [](Call& call) { return execute_on(call[0], call[1]); });
    module.function("sort_tables(tables, skip_fn=None, extra_dependencies=None)", [](Call& call) {
        std::vector<Value> tables = python::to_vector(call[0]);
        if (tables.empty()) return python::make_list();
        std::vector<Value> sorted = sorted_tables(python::get_attribute(tables.front(), "metadata"));
        std::erase_if(sorted, [&](const Value& table) {
            return std::none_of(tables.begin(), tables.end(),
                                [&](const Value& other) { return other.is(table); });
        });
        return python::make_list(std::move(sorted));
    });
}

} // namespace limbeck::sqlalchemy
