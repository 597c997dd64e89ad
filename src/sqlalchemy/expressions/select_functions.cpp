// select(), in the style of SQLAlchemy 2 and of 1.3; exists(); UNION and its kin.
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/constructors.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <cctype>
#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::KeywordArgument;
using py::ModuleBuilder;
using py::Value;
using schema::ExpressionPtr;

namespace {

// 1.3 took a text that looks like one name for a column of that name, any other for SQL.
bool looks_like_name(const std::string& text) {
    if (text.empty() || !(std::isalnum(static_cast<unsigned char>(text[0])) || text[0] == '_')) return false;
    return text.find_first_of(" \t\r\n\f\v") == std::string::npos;
}

ExpressionPtr old_style_column(const Value& value) {
    if (const std::string* text = py::text_if(value); text && !to_expression_if(value))
        return looks_like_name(*text) ? ExpressionPtr(schema::column(to_name(value)))
                                      : ExpressionPtr(schema::literal_column(*text));
    return to_column_expression(value, true);
}

// Keywords of 1.3 that are methods now; those about the connection say nothing of the statement.
Value apply_keyword(const Value& select, std::string_view name, const Value& value) {
    auto method = [&](std::string_view called) { return py::call_method(select, called, {value}); };
    auto spread_method = [&](std::string_view called) {
        std::vector<Value> items = is_sequence(value) ? py::to_vector(value) : std::vector<Value>{value};
        return py::call_method(select, py::intern(called), items);
    };
    if (name == "whereclause") return value.is_none() ? select : method("where");
    if (name == "having") return value.is_none() ? select : method("having");
    if (name == "from_obj") return value.is_none() ? select : spread_method("select_from");
    if (name == "order_by" || name == "group_by")
        return value.is_none() || (value.is_bool() && !value.is_true()) ? select : spread_method(name);
    if (name == "limit" || name == "offset") return value.is_none() ? select : method(name);
    if (name == "prefixes") return value.is_none() ? select : spread_method("prefix_with");
    if (name == "suffixes") return value.is_none() ? select : spread_method("suffix_with");
    if (name == "distinct") {
        if (value.is_none() || (value.is_bool() && !value.is_true())) return select;
        return value.is_bool() ? py::call_method(select, "distinct") : spread_method("distinct");
    }
    if (name == "correlate")
        return py::truth(value) ? select : py::call_method(select, "correlate", {Value::none()});
    if (name == "for_update") return py::truth(value) ? py::call_method(select, "with_for_update") : select;
    if (name == "use_labels") return py::truth(value) ? py::call_method(select, "apply_labels") : select;
    if (name == "bind" || name == "autocommit") return select;
    py::raise(py::Exc::TypeError, fmt::format("select() got an unexpected keyword argument '{}'", name));
}

// select([columns], whereclause, from_obj, distinct, having, correlate, prefixes, suffixes, order_by=…, …)
Value old_style(std::vector<Value> arguments, const py::Dict& keywords) {
    static constexpr std::string_view positional[] = {"whereclause", "from_obj", "distinct", "having",
                                                      "correlate",   "prefixes", "suffixes"};
    auto made = std::make_shared<schema::Select>();
    const Value* columns = arguments.empty() ? keywords.find("columns") : &arguments.front();
    if (columns && !columns->is_none())
        for (const Value& column :
             is_sequence(*columns) ? py::to_vector(*columns) : std::vector<Value>{*columns})
            made->columns.push_back(old_style_column(column));
    Value select = wrap(ExpressionPtr(made));
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (i > std::size(positional))
            py::raise(py::Exc::TypeError,
                      fmt::format("select() takes from 1 to {} positional arguments but {} were given",
                                  std::size(positional) + 1, arguments.size()));
        select = apply_keyword(select, positional[i - 1], arguments[i]);
    }
    py::for_each_item(Value(const_cast<py::Dict*>(&keywords)), [&](const Value& key, const Value& value) {
        const std::string& name = py::as_text(key);
        if (name != "columns") select = apply_keyword(select, name, value);
    });
    return select;
}

Value select_function(Call& call) {
    const std::vector<Value>& arguments = call.rest(0);
    py::Dict& keywords = call.keywords(1);
    bool list = arguments.size() >= 1 && is_sequence(arguments[0]);
    if (list || py::length(call[1]) > 0) return old_style(arguments, keywords);
    Value made = wrap(make_select(arguments));
    note_entities(made, arguments);
    return made;
}

Value exists_function(Call& call) {
    return py::call(py::class_value(element_class(Element::Exists)), call.rest(0));
}

} // namespace

bool is_table_label_style(const Value& style) {
    const std::string* name = py::text_if(style);
    return name && *name == "LABEL_STYLE_TABLENAME_PLUS_COL";
}

ExpressionPtr make_exists(const std::vector<Value>& arguments) {
    if (arguments.empty() || (arguments.size() == 1 && arguments[0].is_none())) {
        auto everything = std::make_shared<schema::Select>();
        everything->columns.push_back(schema::literal_column("*"));
        return schema::exists(everything);
    }
    ExpressionPtr node = arguments.size() == 1 ? to_expression_if(arguments[0]) : nullptr;
    if (node && is_rows(*node)) return schema::exists(node);
    if (node)
        if (auto* scalar = schema::get_if<schema::ScalarSelect>(*node)) return schema::exists(scalar->select);
    Value made = is_sequence(arguments[0]) ? old_style(arguments, *py::as<py::Dict>(py::make_dict()))
                                           : wrap(make_select(arguments));
    return schema::exists(node_of(made));
}

void define_statement_functions(ModuleBuilder& module) {
    module.function("select(*entities, **kw)", select_function);
    module.function("exists(*entities)", exists_function);
    static constexpr std::pair<std::string_view, schema::SetOperator> set_operators[] = {
        {"union(*selects, **kw)", schema::SetOperator::union_},
        {"union_all(*selects, **kw)", schema::SetOperator::union_all},
        {"intersect(*selects, **kw)", schema::SetOperator::intersect},
        {"intersect_all(*selects, **kw)", schema::SetOperator::intersect_all},
        {"except_(*selects, **kw)", schema::SetOperator::except},
        {"except_all(*selects, **kw)", schema::SetOperator::except_all},
    };
    for (const auto& entry : set_operators)
        module.function(entry.first, [op = entry.second](Call& call) {
            Value made = wrap(compound_of(op, call.rest(0)));
            py::for_each_item(call[1], [&](const Value& key, const Value& value) {
                made = apply_keyword(made, py::as_text(key), value);
            });
            return made;
        });
    auto statement = [&](std::string_view declaration, Element element) {
        module.function(declaration, [element](Call& call) {
            std::vector<KeywordArgument> keywords = py::keyword_arguments(call.keywords(1));
            return py::call(py::class_value(element_class(element)), call.rest(0), keywords);
        });
    };
    statement("insert(*args, **kw)", Element::Insert);
    statement("update(*args, **kw)", Element::Update);
    statement("delete(*args, **kw)", Element::Delete);
}

} // namespace limbeck::sqlalchemy
