// Row sources: tables, aliases, joins, CTEs, VALUES, functions as tables.
#include "python/class.hpp"
#include "python/operations.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/constructors.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/populate.hpp"

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::ModuleBuilder;
using py::Value;
using schema::ExpressionKind;
using schema::ExpressionPtr;
using schema::FromPtr;

namespace {

FromPtr self_from(const Value& self) {
    return to_from(self);
}

std::optional<schema::Name> name_of(const schema::Expression& node) {
    if (auto* table = schema::get_if<schema::Table>(node)) return table->name;
    if (auto* alias = schema::get_if<schema::Alias>(node)) return alias->name;
    if (auto* cte = schema::get_if<schema::Cte>(node)) return cte->name;
    if (auto* values = schema::get_if<schema::Values>(node)) return values->name;
    if (auto* valued = schema::get_if<schema::TableValued>(node)) return valued->name;
    return std::nullopt;
}

Value name_value(const std::optional<schema::Name>& name) {
    return name ? py::make_str(name->text) : Value::none();
}

bool is_statement(const ExpressionPtr& node) {
    return !dynamic_cast<const schema::FromClause*>(node.get());
}

// alias() of a table or alias; of a SELECT, the subquery.
ExpressionPtr alias_of(const Value& element, const Value& name) {
    ExpressionPtr node = to_expression_if(element);
    if (node && is_statement(node) && node->kind != ExpressionKind::function)
        return schema::subquery(node, to_optional_name(name));
    return schema::alias(to_from(element), to_optional_name(name));
}

// Another name for a function among row sources; without one, it is named after the first.
std::shared_ptr<schema::TableValued> alias_of_valued(const std::shared_ptr<const schema::TableValued>& valued,
                                                     const Value& name) {
    auto made = std::make_shared<schema::TableValued>(*valued);
    made->element = valued;
    made->name = to_optional_name(name);
    return made;
}

ExpressionPtr lateral_of(const Value& element, const Value& name) {
    ExpressionPtr node = node_of(element);
    if (auto valued = schema::pointer_as<schema::TableValued>(node)) {
        auto made = alias_of_valued(valued, name);
        made->lateral = true;
        return made;
    }
    auto made = std::make_shared<schema::Alias>(ExpressionKind::lateral);
    made->element = node;
    made->name = to_optional_name(name);
    return made;
}

// What is no function is the share of SYSTEM.
ExpressionPtr sample_of(const Value& element, const Value& sampling, const Value& name, const Value& seed) {
    auto made = std::make_shared<schema::Alias>(ExpressionKind::table_sample);
    made->element = to_from(element);
    made->name = to_optional_name(name);
    ExpressionPtr method = to_expression_if(sampling);
    bool is_method = method && is_element(sampling, Element::FunctionElement);
    made->sampling = is_method ? method : schema::function("system", {to_operand(sampling)});
    if (seed.exists() && !seed.is_none()) made->seed = to_element(seed);
    return made;
}

// ---- sa.table()

void attach_column(schema::Table& table, TableState& state, const Value& given) {
    auto* clause = py::state_if<ClauseState>(given);
    auto* ref =
        clause && clause->expression ? schema::get_if<schema::ColumnRef>(*clause->expression) : nullptr;
    if (!ref) raise_expected("Column", given);
    auto made = std::make_shared<schema::Column>();
    made->name = ref->name;
    made->key = ref->key;
    made->type = ref->type;
    table.append(made);
    clause->expression = schema::column_ref(state.table, made);
    state.column_objects.push_back(given);
    collection(state.columns).set(made->key_or_name(), given);
}

Value init_table(Call& call) {
    schema::TablePtr table = schema::light_table(to_name(call[1]));
    if (const Value* schema_name = call.keywords(3).find("schema"))
        table->schema = to_optional_name(*schema_name);
    auto& state = call.attach<TableState>(table);
    state.metadata = Value::none();
    state.columns = make_column_collection();
    for (const Value& column : call.rest(2)) {
        attach_column(*table, state, column);
        if (auto* own = py::state_if<ColumnState>(column)) own->table = call.self();
    }
    return Value::none();
}

Value make_statement(Element element, const Value& table) {
    return py::call(py::class_value(element_class(element)), {table});
}

// table.select(whereclause, order_by=…), as it once was.
Value select_of(Call& call) {
    if (!call.has(1) && py::length(call[2]) == 0) return wrap(make_select({call[0]}));
    const Value arguments[] = {py::make_list({call[0]}), call[1]};
    return py::call(py::native_attribute("sqlalchemy.sql.expression", "select"), arguments,
                    py::keyword_arguments(call.keywords(2)));
}

// table.insert(values), table.update(whereclause, values), table.delete(whereclause), as they once were.
Value insert_of(Call& call) {
    Value made = make_statement(Element::Insert, call[0]);
    if (call.has(1)) made = py::call_method(made, "values", {call[1]});
    return call.truth(2) ? py::call_method(made, "inline") : made;
}

Value update_of(Call& call) {
    Value made = make_statement(Element::Update, call[0]);
    if (call.has(1)) made = py::call_method(made, "where", {call[1]});
    return call.has(2) ? py::call_method(made, "values", {call[2]}) : made;
}

Value delete_of(Call& call) {
    Value made = make_statement(Element::Delete, call[0]);
    return call.has(1) ? py::call_method(made, "where", {call[1]}) : made;
}

// ---- VALUES

std::vector<std::vector<ExpressionPtr>> value_rows(const schema::Values& values, const Value& given) {
    std::vector<std::vector<ExpressionPtr>> rows;
    py::for_each(given, [&](const Value& row) {
        std::vector<ExpressionPtr> items;
        for (const Value& item : py::to_vector(row)) {
            std::size_t at = items.size();
            schema::TypePtr type = at < values.columns.size() ? values.columns[at]->type : nullptr;
            if (type && type->kind == schema::TypeKind::null) type = nullptr;
            ExpressionPtr node = to_expression_if(item);
            items.push_back(node ? node : schema::literal(to_value(item), type));
        }
        rows.push_back(std::move(items));
    });
    return rows;
}

Value init_values(Call& call) {
    auto made = std::make_shared<schema::Values>();
    for (const Value& column : call.rest(1)) {
        auto ref = schema::pointer_as<schema::ColumnRef>(node_of(column));
        if (!ref) raise_expected("Column", column);
        made->columns.push_back(ref);
    }
    made->name = to_optional_name(call[2]);
    made->literal_binds = call.truth(3);
    call.attach<SelectableState>(ExpressionPtr(made));
    return Value::none();
}

Value cte_union(Call& call, schema::SetOperator op) {
    auto own = schema::pointer_as<schema::Cte>(node_of(call.self()));
    auto made = std::make_shared<schema::Cte>(*own);
    std::vector<ExpressionPtr> parts = {own->element};
    for (const Value& other : call.rest(1)) parts.push_back(node_of(other));
    made->element = schema::compound(op, parts);
    made->restates = own;
    return again(call.self(), made);
}

} // namespace

void populate_from_clause(ClassBuilder& type) {
    type.property("c", [](Call& call) { return columns_collection(call[0]); });
    type.property("columns", [](Call& call) { return columns_collection(call[0]); });
    type.property("exported_columns", [](Call& call) { return columns_collection(call[0]); });
    type.property("entity_namespace", [](Call& call) { return columns_collection(call[0]); });
    type.property("name", [](Call& call) { return name_value(name_of(*node_of(call[0]))); });
    type.property("description", [](Call& call) { return name_value(name_of(*node_of(call[0]))); });
    type.property("element", [](Call& call) -> Value {
        ExpressionPtr node = node_of(call[0]);
        if (auto* alias = schema::get_if<schema::Alias>(*node)) return wrap(alias->element);
        if (auto* cte = schema::get_if<schema::Cte>(*node)) return wrap(cte->element);
        if (auto* valued = schema::get_if<schema::TableValued>(*node)) return wrap(valued->element);
        return Value::none();
    });
    type.constant("schema", Value::none());
    type.constant("named_with_column", Value::boolean(true));
    type.method("select(self, whereclause=None, **kw)", select_of);
    type.method("join(self, right, onclause=None, isouter=False, full=False)", [](Call& call) {
        return wrap(make_join(self_from(call[0]), call[1], call[2], call.truth(3), call.truth(4)));
    });
    type.method("outerjoin(self, right, onclause=None, full=False)", [](Call& call) {
        return wrap(make_join(self_from(call[0]), call[1], call[2], true, call.truth(3)));
    });
    type.method("alias(self, name=None, flat=False)",
                [](Call& call) { return wrap(alias_of(call[0], call[1])); });
    type.method("lateral(self, name=None)", [](Call& call) { return wrap(lateral_of(call[0], call[1])); });
    type.method("tablesample(self, sampling, name=None, seed=None)",
                [](Call& call) { return wrap(sample_of(call[0], call[1], call[2], call[3])); });
    type.method("table_valued(self)", [](Call& call) {
        auto made = std::make_shared<schema::TableValuedColumn>();
        made->from = to_from(call[0]);
        return wrap(ExpressionPtr(made));
    });
    type.method("is_derived_from(self, fromclause)", [](Call& call) {
        return Value::boolean(to_expression_if(call[0]) == to_expression_if(call[1]));
    });
    type.method("corresponding_column(self, column, require_embedded=False)", [](Call& call) {
        return py::call_method(columns_collection(call[0]), "corresponding_column", {call[1]});
    });
}

void populate_table_clause(ClassBuilder& type) {
    type.method("__init__(self, name, *columns, **kw)", init_table);
    type.property("schema", [](Call& call) { return name_value(call.state<TableState>().table->schema); });
    type.property("fullname",
                  [](Call& call) { return py::make_str(call.state<TableState>().table->full_name()); });
    type.property("primary_key", [](Call&) { return make_column_collection(); });
    type.constant("foreign_keys", py::make_set());
    type.method("append_column(self, c)", [](Call& call) {
        auto& state = call.state<TableState>();
        attach_column(*state.table, state, call[1]);
        return Value::none();
    });
    type.method("insert(self, values=None, inline=False, **kw)", insert_of);
    type.method("update(self, whereclause=None, values=None, inline=False, **kw)", update_of);
    type.method("delete(self, whereclause=None, **kw)", delete_of);
}

void populate_aliased(ClassBuilder& type) {
    type.property("original", [](Call& call) { return py::get_attribute(call[0], "element"); });
}

void populate_join(ClassBuilder& type) {
    type.method("__init__(self, left, right, onclause=None, isouter=False, full=False)", [](Call& call) {
        call.attach<SelectableState>(
            make_join(to_from(call[1]), call[2], call[3], call.truth(4), call.truth(5)));
        return Value::none();
    });
    type.property("left",
                  [](Call& call) { return wrap(ExpressionPtr(node_as<schema::Join>(call[0]).left)); });
    type.property("right",
                  [](Call& call) { return wrap(ExpressionPtr(node_as<schema::Join>(call[0]).right)); });
    type.property("onclause", [](Call& call) { return wrap(node_as<schema::Join>(call[0]).on); });
    type.property("isouter", [](Call& call) { return Value::boolean(node_as<schema::Join>(call[0]).outer); });
    type.property("full", [](Call& call) { return Value::boolean(node_as<schema::Join>(call[0]).full); });
}

void populate_cte(ClassBuilder& type) {
    type.method("union(self, *other)",
                [](Call& call) { return cte_union(call, schema::SetOperator::union_); });
    type.method("union_all(self, *other)",
                [](Call& call) { return cte_union(call, schema::SetOperator::union_all); });
    type.property("recursive",
                  [](Call& call) { return Value::boolean(node_as<schema::Cte>(call[0]).recursive); });
    type.method("prefix_with(self, *prefixes, dialect='*')",
                generative<schema::Cte>(
                    [](schema::Cte& cte, Call& call) { add_words(cte.prefixes, call.rest(1), call[2]); }));
    type.method("suffix_with(self, *suffixes, dialect='*')",
                generative<schema::Cte>(
                    [](schema::Cte& cte, Call& call) { add_words(cte.suffixes, call.rest(1), call[2]); }));
    // A name of its own for the same CTE.
    type.method("alias(self, name=None, flat=False)", [](Call& call) {
        return wrap(ExpressionPtr(schema::alias(to_from(call[0]), to_optional_name(call[1]))));
    });
}

void populate_values(ClassBuilder& type) {
    type.method("__init__(self, *columns, name=None, literal_binds=False)", init_values);
    type.method("data(self, values)", generative<schema::Values>([](schema::Values& values, Call& call) {
                    values.data.push_back(value_rows(values, call[1]));
                }));
    type.method("alias(self, name=None, flat=False)",
                generative<schema::Values>(
                    [](schema::Values& values, Call& call) { values.name = to_optional_name(call[1]); }));
    type.method("lateral(self, name=None)",
                generative<schema::Values>([](schema::Values& values, Call& call) {
                    if (call.has(1)) values.name = to_name(call[1]);
                    values.lateral = true;
                }));
    // As a list that a value may be in.
    type.method("scalar_values(self)", [](Call& call) {
        auto made = std::make_shared<schema::Grouping>();
        made->element = node_of(call[0]);
        return wrap(ExpressionPtr(made));
    });
    type.method("cte(self, name=None, recursive=False, nesting=False)", [](Call& call) {
        return wrap(make_cte(node_of(call[0]), call[1], call.truth(2), call.truth(3)));
    });
}

void populate_table_valued(ClassBuilder& type) {
    using schema::TableValued;
    type.property("column", [](Call& call) {
        auto made = std::make_shared<schema::TableValuedColumn>();
        made->from = to_from(call[0]);
        made->type = node_as<TableValued>(call[0]).element->type;
        return wrap(ExpressionPtr(made));
    });
    type.method("alias(self, name=None, flat=False)", [](Call& call) {
        auto valued = schema::pointer_as<TableValued>(node_of(call[0]));
        return again(call[0], alias_of_valued(valued, call[1]));
    });
    type.method("render_derived(self, name=None, with_types=False)",
                generative<TableValued>([](TableValued& valued, Call& call) {
                    valued.name = to_optional_name(call[1]);
                    valued.lateral = false;
                    valued.derived = true;
                    valued.derived_types = call.truth(2);
                }));
}

void define_selectable_functions(ModuleBuilder& module) {
    module.function("alias(selectable, name=None, flat=False)",
                    [](Call& call) { return wrap(alias_of(call[0], call[1])); });
    module.function("lateral(selectable, name=None)",
                    [](Call& call) { return wrap(lateral_of(call[0], call[1])); });
    module.function("tablesample(selectable, sampling, name=None, seed=None)",
                    [](Call& call) { return wrap(sample_of(call[0], call[1], call[2], call[3])); });
    module.function("subquery(selectable, name=None)",
                    [](Call& call) { return wrap(alias_of(call[0], call[1])); });
    module.function("cte(selectable, name=None, recursive=False)", [](Call& call) {
        return wrap(make_cte(node_of(call[0]), call[1], call.truth(2), false));
    });
    module.function("join(left, right, onclause=None, isouter=False, full=False)", [](Call& call) {
        return wrap(make_join(to_from(call[0], true), call[1], call[2], call.truth(3), call.truth(4)));
    });
    module.function("outerjoin(left, right, onclause=None, full=False)", [](Call& call) {
        return wrap(make_join(to_from(call[0], true), call[1], call[2], true, call.truth(3)));
    });
}

} // namespace limbeck::sqlalchemy
