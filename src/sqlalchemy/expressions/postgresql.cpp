// What sqlalchemy.dialects.postgresql has beside its types.
#include "python/class.hpp"
#include "schema/build.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/operator_names.hpp"
#include "sqlalchemy/expressions/populate.hpp"
#include "sqlalchemy/modules.hpp"

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;
using schema::ExpressionPtr;
using schema::TypeKind;

namespace {

schema::TypePtr postgresql_array(const schema::TypePtr& item) {
    auto type = schema::make_type(TypeKind::ARRAY);
    type->item = item;
    type->dialect = "postgresql";
    return type;
}

// Any(value, array, operator=eq) and All().
Value quantified(Call& call, std::string_view method) {
    Value bound = py::get_attribute(call[1], method);
    return call.given(2) ? py::call(bound, {call[0], call[2]}) : py::call(bound, {call[0]});
}

Value array_agg(Call& call) {
    std::vector<schema::Operand> operands;
    for (const Value& argument : call.rest(0)) operands.push_back(to_operand(argument));
    schema::TypePtr item = schema::null_type();
    if (!call.rest(0).empty())
        if (ExpressionPtr first = to_expression_if(call.rest(0)[0])) item = first->type;
    schema::TypePtr type = schema::affinity(*item) == schema::Affinity::array ? item : postgresql_array(item);
    if (const Value* given = call.keywords(1).find("type_")) type = to_type(*given);
    return wrap(schema::function("array_agg", operands, type));
}

struct TextSearch {
    std::string_view declaration;
    TypeKind type;
};
constexpr TextSearch text_search[] = {
    {"to_tsvector(*args, **kwargs)", TypeKind::TSVECTOR},
    {"to_tsquery(*args, **kwargs)", TypeKind::TSQUERY},
    {"plainto_tsquery(*args, **kwargs)", TypeKind::TSQUERY},
    {"phraseto_tsquery(*args, **kwargs)", TypeKind::TSQUERY},
    {"websearch_to_tsquery(*args, **kwargs)", TypeKind::TSQUERY},
    {"ts_headline(*args, **kwargs)", TypeKind::TEXT},
};

// With two arguments, the first is the configuration.
Value text_search_call(Call& call, const TextSearch& about) {
    std::string name(about.declaration.substr(0, about.declaration.find('(')));
    std::vector<schema::Operand> operands;
    const std::vector<Value>& arguments = call.rest(0);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        ExpressionPtr node = to_expression_if(arguments[i]);
        if (!node && i == 0 && arguments.size() > 1 && name != "ts_headline") {
            auto bind = std::make_shared<schema::Bind>(schema::as<schema::Bind>(
                *schema::literal(to_value(arguments[i]), schema::make_type(TypeKind::REGCONFIG))));
            bind->key = schema::Name(name);
            node = bind;
        }
        operands.push_back(node ? schema::Operand(node) : to_operand(arguments[i]));
    }
    return wrap(schema::function(name, operands, schema::make_type(about.type)));
}

} // namespace

void populate_array_clause(py::ClassBuilder& type) {
    type.method("__init__(self, clauses, *, type_=None, **kw)", [](Call& call) {
        std::vector<schema::Operand> items;
        schema::TypePtr item_type = call.has(2) ? to_type(call[2]) : nullptr;
        for (const Value& item : py::to_vector(call[1])) items.push_back(to_operand(item));
        call.attach<ClauseState>(schema::array_of(items, item_type));
        return Value::none();
    });
    type.property("clauses", [](Call& call) {
        std::vector<Value> items;
        for (const ExpressionPtr& item : node_as<schema::Array>(call[0]).items) items.push_back(wrap(item));
        return py::make_list(items);
    });
}

void populate_aggregate_order_by(py::ClassBuilder& type) {
    type.method("__init__(self, target, *order_by)", [](Call& call) {
        call.attach<ClauseState>(schema::aggregate_order_by(to_element(call[1]), to_orderings(call.rest(2))));
        return Value::none();
    });
}

void export_postgresql_expressions(py::ModuleBuilder& dialect) {
    dialect.lazy("array", [] { return py::class_value(element_class(Element::array)); });
    dialect.lazy("aggregate_order_by",
                 [] { return py::class_value(element_class(Element::aggregate_order_by)); });
    dialect.lazy("Insert", [] { return py::class_value(element_class(Element::PostgresqlInsert)); });
    dialect.function("Any(other, arrexpr, operator=...)", [](Call& call) { return quantified(call, "any"); });
    dialect.function("All(other, arrexpr, operator=...)", [](Call& call) { return quantified(call, "all"); });
    dialect.function("array_agg(*arg, **kw)", array_agg);
    dialect.function("hstore(*args, **kwargs)", [](Call& call) {
        std::vector<schema::Operand> operands;
        for (const Value& argument : call.rest(0)) operands.push_back(to_operand(argument));
        return wrap(schema::function("hstore", operands, schema::make_type(TypeKind::HSTORE)));
    });
    for (const TextSearch& about : text_search)
        dialect.function(about.declaration, [&about](Call& call) { return text_search_call(call, about); });
    dialect.function("insert(table)", [](Call& call) {
        return py::call(py::class_value(element_class(Element::PostgresqlInsert)), {call[0]});
    });
}

void export_sqlite_expressions(py::ModuleBuilder& dialect) {
    dialect.lazy("Insert", [] { return py::class_value(element_class(Element::SqliteInsert)); });
    dialect.function("insert(table)", [](Call& call) {
        return py::call(py::class_value(element_class(Element::SqliteInsert)), {call[0]});
    });
}

} // namespace limbeck::sqlalchemy
