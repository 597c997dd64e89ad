#include "sqlalchemy/expressions/custom.hpp"

#include "python/class.hpp"
#include "python/operations.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "schema/named_expression.hpp"
#include "schema/selectable.hpp"
#include "schema/table.hpp"
#include "sql/compiler.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/type_compiler.hpp"
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/functions.hpp"
#include "sqlalchemy/schema_items.hpp"
#include "sqlalchemy/types/classes.hpp"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;
using schema::ExpressionPtr;

namespace {

// What @compiles keeps on a class: a dict of dialect name to function, "default" for all others.
constexpr std::string_view attribute = "_compiler_functions";

// Whether any script has one: types are asked for theirs by the thousand, and hardly any does.
std::atomic<bool> any_compilers{false};

Value find_compiler(const Value& instance, std::string_view dialect) {
    for (py::Class* type : py::class_of(instance)->mro) {
        if (const Value* found = type->attributes->find(attribute)) {
            auto& functions = py::cast<py::Dict>(*found);
            if (const Value* own = functions.find(dialect)) return *own;
            if (const Value* any = functions.find("default")) return *any;
        }
        // A type with a visit name of its own (TIMESTAMP) is not compiled as what it derives from (DateTime).
        if (own_visit_name(type)) break;
    }
    return {};
}

// The `compiler` that such a function gets: process() writes a part.
struct CompilerState final : py::NativeState {
    const schema::CustomExpression::Process* process = nullptr;
    std::string dialect;
    const schema::Table* table = nullptr; // whose constraints are written
};

// What the function says of the element. The compiler that it gets works no longer than the function, whether
// it returns or raises.
Value call_compiler(const Value& function, const Value& element, std::string_view dialect,
                    const schema::CustomExpression::Process& process, const schema::Table* table = nullptr) {
    py::Class* type = py::as_class(py::native_attribute("_sqlalchemy_elements", "PartCompiler"));
    Value compiler = py::make_instance(type);
    struct Working {
        CompilerState& state;
        ~Working() { state.process = nullptr; }
    } working{py::attach_state<CompilerState>(compiler)};
    working.state.process = &process;
    working.state.dialect = dialect;
    working.state.table = table;
    return py::call(function, {element, compiler});
}

sql::Dialect dialect_named(std::string_view name) {
    if (name == "sqlite") return sql::sqlite_dialect();
    return name == "postgresql" ? sql::postgresql_dialect() : sql::generic_dialect();
}

CompilerState& state_at_work(const Value& compiler) {
    auto& state = py::state<CompilerState>(compiler);
    if (!state.process)
        py::raise(py::Exc::RuntimeError, "the compiler is gone: its statement has been written already");
    return state;
}

// visit_VARCHAR(type): the type as if it were one of that name, whatever a script says of it.
Value visit_type(const CompilerState& state, const schema::TypePtr& type, std::string_view visit_name) {
    schema::TypePtr visited = type;
    if (const TypeSpec* spec = spec_for_visit_name(visit_name);
        spec && spec->kind && *spec->kind != type->kind) {
        auto other = std::make_shared<schema::Type>(*type);
        other->kind = *spec->kind;
        visited = std::move(other);
    }
    std::string out;
    sql::append_plain_type(out, visited, dialect_named(state.dialect));
    return py::make_str(std::move(out));
}

// visit_foreign_key_constraint(element) and its like: the constraint as the dialect writes it.
Value visit_constraint(const CompilerState& state, const schema::Constraint& constraint) {
    const schema::Table* table = constraint.table ? constraint.table : state.table;
    std::string out;
    if (!table || !sql::append_plain_constraint(out, constraint, *table, dialect_named(state.dialect)))
        return Value::none();
    return py::make_str(std::move(out));
}

// What a script registered for the class of a constraint.
std::optional<sql::WrittenConstraint> write_constraint(const schema::Constraint& constraint,
                                                       const schema::Table& table,
                                                       const sql::Dialect& dialect) {
    auto at = std::find_if(table.constraints.begin(), table.constraints.end(),
                           [&](const schema::ConstraintPtr& one) { return one.get() == &constraint; });
    Value element = at != table.constraints.end() ? constraint_object(object_of(table.script), *at)
                                                  : object_of(constraint.script);
    if (!element.exists()) return std::nullopt;
    std::string_view name = dialect.is_postgresql() ? "postgresql"
                            : dialect.is_sqlite()   ? "sqlite"
                                                    : "default";
    Value function = find_compiler(element, name);
    if (!function.exists()) return std::nullopt;
    schema::CustomExpression::Process process = [&](const schema::Expression& part) {
        return sql::compile(part, dialect, sql::Rendering::literal).text;
    };
    Value text = call_compiler(function, element, name, process, &table);
    if (text.is_none()) return sql::WrittenConstraint{};
    return sql::WrittenConstraint{py::to_str(text)};
}

// As it stands in a FROM, where a table is its name and a subquery has its own.
std::string written_as_from(const CompilerState& state, const ExpressionPtr& from) {
    auto select = std::make_shared<schema::Select>();
    select->columns = {schema::text("1")};
    select->froms = {from};
    select->correlate.emplace();
    std::string text = (*state.process)(*select);
    constexpr std::string_view start = "FROM ";
    std::size_t at = text.find(start);
    return at == std::string::npos ? text : text.substr(at + start.size());
}

std::string process_part(Call& call) {
    CompilerState& state = state_at_work(call[0]);
    if (schema::TypePtr type = to_type_if(call[1])) {
        std::string out;
        sql::append_type(out, type, dialect_named(state.dialect));
        return out;
    }
    ExpressionPtr node = node_of(call[1]);
    const Value* asfrom = call.keywords(2).table.find(py::intern("asfrom"));
    if (asfrom && py::truth(*asfrom) && schema::get_if<schema::FromClause>(*node))
        return written_as_from(state, node);
    return (*state.process)(*node);
}

// The name on a class of functions labels them.
std::shared_ptr<schema::CustomExpression> make_custom(const Value& instance) {
    if (is_element(instance, Element::FunctionElement))
        for (py::Class* type : py::class_of(instance)->mro) {
            if (type->module.starts_with("sqlalchemy.sql.")) break;
            const Value* name = type->attributes->find("name");
            if (!name || !py::is_str(*name)) continue;
            auto made = std::make_shared<schema::NamedExpression>();
            made->name = py::as_text(*name);
            return made;
        }
    return std::make_shared<schema::CustomExpression>();
}

} // namespace

bool has_compiler(const Value& instance) {
    if (!any_compilers) return false;
    for (py::Class* type : py::class_of(instance)->mro)
        if (type->attributes->find(attribute)) return true;
    return false;
}

std::optional<std::string> compile_custom_type(const Value& instance, std::string_view dialect) {
    Value function = find_compiler(instance, dialect);
    if (!function.exists()) return std::nullopt;
    schema::CustomExpression::Process process = [](const schema::Expression&) -> std::string {
        py::raise(py::Exc::TypeError, "a type's compiler has no expressions to process");
    };
    return py::to_str(call_compiler(function, instance, dialect, process));
}

ExpressionPtr custom_node(const Value& instance) {
    auto* state = py::state_if<ClauseState>(instance);
    if (state && state->expression) return state->expression;
    std::shared_ptr<schema::CustomExpression> made = make_custom(instance);
    if (auto* function = py::state_if<FunctionState>(instance))
        for (const ExpressionPtr& argument : function->arguments) made->parts.push_back(argument);
    // `type = Integer()` on the class.
    for (py::Class* type : py::class_of(instance)->mro) {
        if (type->module.starts_with("sqlalchemy.sql.")) continue;
        if (const Value* found = type->attributes->find("type"))
            if (schema::TypePtr own = to_type_if(*found)) {
                made->type = own;
                break;
            }
    }
    made->compile = [instance](std::string_view dialect, const schema::CustomExpression::Process& process) {
        Value function = find_compiler(instance, dialect);
        if (!function.exists())
            throw schema::CompileError(fmt::format("Compiler {} can't render element of type {}",
                                                   dialect == "postgresql" ? "PGCompiler_psycopg2"
                                                   : dialect == "sqlite"   ? "SQLiteCompiler"
                                                                           : "StrSQLCompiler",
                                                   py::to_repr(py::class_value(py::class_of(instance)))));
        return py::to_str(call_compiler(function, instance, dialect, process));
    };
    ExpressionPtr node = made;
    if (state)
        state->expression = node;
    else
        py::attach_state<ClauseState>(instance, node);
    return node;
}

void populate_part_compiler(py::ModuleBuilder& module) {
    py::ClassBuilder type = module.define_class("PartCompiler");
    type.method("process(self, obj, **kw)", [](Call& call) { return py::make_str(process_part(call)); });
    // visit_binary(), visit_select(), …: the part as the dialect writes it.
    type.method("__getattr__(self, name)", [](Call& call) -> Value {
        if (!call.text(1).starts_with("visit_"))
            py::raise(py::Exc::AttributeError,
                      fmt::format("'SQLCompiler' object has no attribute '{}'", call.text(1)));
        Value self = call[0];
        std::string visit_name = call.text(1).substr(6);
        return py::make_function("visit(element, **kw)", [self, visit_name](Call& inner) {
            if (auto* constraint = py::state_if<ConstraintState>(inner[0]))
                return visit_constraint(state_at_work(self), *constraint->constraint);
            if (schema::TypePtr visited = to_type_if(inner[0]))
                return visit_type(state_at_work(self), visited, visit_name);
            return py::call(py::get_attribute(self, "process"), std::span(&inner[0], 1),
                            py::keyword_arguments(inner.keywords(1)));
        });
    });
    type.property("dialect", [](Call& call) {
        return wrap_dialect(dialect_named(call.state<CompilerState>().dialect));
    });
    type.property("sql_compiler", [](Call& call) { return call[0]; });
    type.property("preparer", [](Call& call) {
        return py::get_attribute(py::get_attribute(call[0], "dialect"), "identifier_preparer");
    });
}

namespace {

// Of SQLAlchemy's own classes, types, constraints and functions are asked for what a script says of them; so
// is every class of a script.
bool is_asked_for(py::Class* type) {
    if (!is_own_class(*type) || spec_of(type)) return true;
    return std::any_of(type->mro.begin(), type->mro.end(), [](const py::Class* each) {
        return each->name == "FunctionElement" || each->name == "Constraint";
    });
}

bool concerns_limbeck(const std::vector<Value>& dialects) {
    return std::any_of(dialects.begin(), dialects.end(), [](const Value& dialect) {
        std::string name = py::to_str(dialect);
        return name == "default" || name == "postgresql" || name == "sqlite";
    });
}

} // namespace

void populate_compiler_extension(py::ModuleBuilder& module) {
    module.function("compiles(class_, *specs)", [](Call& call) {
        Value target = call[0];
        std::vector<Value> dialects = call.rest(1);
        if (dialects.empty()) dialects.push_back(py::make_str("default"));
        return py::make_function("decorate(fn)", [target, dialects](Call& inner) {
            py::Class* type = py::as_class(target);
            if (py::is_unresolved(target)) {
                if (concerns_limbeck(dialects)) py::raise_unresolved(target, "write it in a way of its own");
                return inner[0];
            }
            if (!type) py::raise(py::Exc::TypeError, "compiles() expects a class");
            if (!is_asked_for(type) && concerns_limbeck(dialects))
                py::raise(py::Exc::NotImplementedError,
                          fmt::format("limbeck writes {} itself and does not ask @compiles for it: execute "
                                      "the text that the function would give, with op.execute()",
                                      type->name));
            any_compilers = true;
            py::Class* constraint = schema_class("Constraint");
            if (std::find(type->mro.begin(), type->mro.end(), constraint) != type->mro.end())
                sql::set_constraint_writer(write_constraint);
            const Value* known = type->attributes->find(attribute);
            Value functions = known ? *known : py::make_dict();
            if (!known) {
                type->attributes->set(attribute, functions);
                py::classes_changed();
            }
            for (const Value& dialect : dialects) py::set_item(functions, dialect, inner[0]);
            return inner[0];
        });
    });
    module.function("deregister(class_)", [](Call& call) {
        py::Class* type = py::as_class(call[0]);
        if (type && type->attributes->find(attribute)) type->attributes->set(attribute, py::make_dict());
        return Value::none();
    });
}

} // namespace limbeck::sqlalchemy
