// What every statement that gives rows has: SELECT, UNION and its kin, text().columns().
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;

namespace {

using schema::SelectBase;

std::shared_ptr<SelectBase> copy_base(const Value& self) {
    ExpressionPtr node = node_of(self);
    if (auto* select = schema::get_if<schema::Select>(*node))
        return std::make_shared<schema::Select>(*select);
    if (auto* compound = schema::get_if<schema::CompoundSelect>(*node))
        return std::make_shared<schema::CompoundSelect>(*compound);
    py::raise_wrong_state(self, "");
}

template <class Change> py::NativeBody changed(Change change) {
    return [change](Call& call) {
        std::shared_ptr<SelectBase> made = copy_base(call.self());
        change(*made, call);
        return again(call.self(), made);
    };
}

// LIMIT, OFFSET and FETCH: a number is a parameter of type INTEGER, None takes it away.
ExpressionPtr count_of(const Value& value) {
    if (value.is_none()) return nullptr;
    if (ExpressionPtr node = to_expression_if(value))
        return is_rows(*node) ? schema::scalar_subquery(node) : node;
    Value number = py::call(py::class_value(py::builtin_class("int")), {value});
    return schema::literal(to_value(number), schema::integer_type());
}

// order_by(None) begins anew.
void extend(std::vector<ExpressionPtr>& list, const std::vector<Value>& given, std::string_view role) {
    if (given.size() == 1 && (given[0].is_none() || (given[0].is_bool() && !given[0].is_true()))) {
        list.clear();
        return;
    }
    for (const Value& item : spread(given)) {
        if (!item.is_none() && !py::is_str(item) && !to_expression_if(item)) raise_expected(role, item);
        list.push_back(to_ordering(item));
    }
}

schema::ForUpdate for_update(Call& call) {
    schema::ForUpdate lock;
    lock.nowait = call.truth(1);
    lock.read = call.truth(2);
    if (call.has(3)) {
        std::vector<Value> of = is_sequence(call[3]) ? py::to_vector(call[3]) : std::vector<Value>{call[3]};
        for (const Value& item : of) lock.of.push_back(node_of(item));
    }
    lock.skip_locked = call.truth(4);
    lock.key_share = call.truth(5);
    return lock;
}

Value subquery_of(const Value& self, const Value& name, bool lateral = false) {
    return wrap(ExpressionPtr(schema::subquery(node_of(self), to_optional_name(name), lateral)));
}

Value scalar_of(const Value& self) {
    return wrap(schema::scalar_subquery(node_of(self)));
}

// The collection of the columns that the statement itself names.
Value selected_columns(const Value& self) {
    ExpressionPtr node = node_of(self);
    while (auto* compound = schema::get_if<schema::CompoundSelect>(*node)) {
        node = compound->selects.front();
        while (auto* group = schema::get_if<schema::Grouping>(*node)) node = group->element;
    }
    Value made = make_column_collection();
    auto* base = dynamic_cast<const schema::SelectBase*>(node.get());
    bool as_given = node->kind == schema::ExpressionKind::textual_select;
    schema::ColumnKeys keys;
    for (const ExpressionPtr& column : schema::spread_columns(columns_named(*node))) {
        Value object = wrap(column);
        std::string key = as_given ? py::to_str(py::get_attribute(object, "key"))
                                   : keys.next(*column, base && base->table_labels);
        collection(made).items.emplace_back(std::move(key), std::move(object));
    }
    return made;
}

// `.c` of a SELECT is that of a subquery made for it, as SQLAlchemy 1.4 has it.
Value implicit_columns(const Value& self) {
    auto& state = py::state<SelectableState>(self);
    if (!state.columns.exists()) state.columns = make_collection(schema::subquery(state.expression));
    return state.columns;
}

void add_set_operators(ClassBuilder& type) {
    static constexpr std::pair<std::string_view, schema::SetOperator> set_operators[] = {
        {"union(self, *other)", schema::SetOperator::union_},
        {"union_all(self, *other)", schema::SetOperator::union_all},
        {"intersect(self, *other)", schema::SetOperator::intersect},
        {"intersect_all(self, *other)", schema::SetOperator::intersect_all},
        {"except_(self, *other)", schema::SetOperator::except},
        {"except_all(self, *other)", schema::SetOperator::except_all},
    };
    for (const auto& entry : set_operators)
        type.method(entry.first, [op = entry.second](Call& call) {
            std::vector<Value> selects = {call[0]};
            for (const Value& other : call.rest(1)) selects.push_back(other);
            return wrap(compound_of(op, selects));
        });
}

} // namespace

std::vector<ExpressionPtr> columns_named(const schema::Expression& statement) {
    if (auto* select = schema::get_if<schema::Select>(statement)) return select->columns;
    if (auto* textual = schema::get_if<schema::TextualSelect>(statement)) return textual->columns;
    return {};
}

void populate_has_cte(ClassBuilder& type) {
    type.method("cte(self, name=None, recursive=False, nesting=False)", [](Call& call) {
        return wrap(make_cte(node_of(call[0]), call[1], call.truth(2), call.truth(3)));
    });
    type.method("add_cte(self, *ctes, nest_here=False)", [](Call& call) {
        bool here = call.truth(2);
        auto add = [&](auto& list, std::vector<const schema::Expression*>* placed) {
            for (const Value& given : call.rest(1)) {
                auto cte = schema::pointer_as<schema::Cte>(node_of(given));
                if (!cte) raise_expected("CTE", given);
                if (here && placed) placed->push_back(cte.get());
                list.push_back(cte);
            }
        };
        ExpressionPtr node = node_of(call[0]);
        if (auto* textual = schema::get_if<schema::TextualSelect>(*node)) {
            auto made = std::make_shared<schema::TextualSelect>(*textual);
            add(made->ctes, nullptr);
            return again(call[0], made);
        }
        if (dynamic_cast<const schema::Dml*>(node.get())) {
            std::shared_ptr<schema::Dml> made = copy_dml(call[0]);
            add(made->independent_ctes, &made->ctes_here);
            return again(call[0], made);
        }
        std::shared_ptr<SelectBase> made = copy_base(call[0]);
        add(made->independent_ctes, &made->ctes_here);
        return again(call[0], made);
    });
}

void populate_select_base(ClassBuilder& type) {
    type.method("alias(self, name=None, flat=False)",
                [](Call& call) { return subquery_of(call[0], call[1]); });
    type.method("subquery(self, name=None)", [](Call& call) { return subquery_of(call[0], call[1]); });
    type.method("lateral(self, name=None)", [](Call& call) { return subquery_of(call[0], call[1], true); });
    type.method("scalar_subquery(self)", [](Call& call) { return scalar_of(call[0]); });
    type.method("as_scalar(self)", [](Call& call) { return scalar_of(call[0]); });
    type.method("label(self, name)",
                [](Call& call) { return wrap(schema::label(to_optional_name(call[1]), node_of(call[0]))); });
    type.method("exists(self)", [](Call& call) { return wrap(schema::exists(node_of(call[0]))); });
    type.method("select(self, *args, **kwargs)",
                [](Call& call) { return py::call_method(subquery_of(call[0], Value::none()), "select"); });
    type.property("selected_columns", [](Call& call) { return selected_columns(call[0]); });
    type.property("exported_columns", [](Call& call) { return selected_columns(call[0]); });
    type.property("c", [](Call& call) { return implicit_columns(call[0]); });
    type.property("columns", [](Call& call) { return implicit_columns(call[0]); });
    type.property("selectable", [](Call& call) { return call[0]; });
}

void populate_generative_select(ClassBuilder& type) {
    type.method("order_by(self, *clauses)", changed([](SelectBase& select, Call& call) {
                    extend(select.order_by, call.rest(1), "ORDER BY expression");
                }));
    type.method("group_by(self, *clauses)", changed([](SelectBase& select, Call& call) {
                    extend(select.group_by, call.rest(1), "GROUP BY expression");
                }));
    type.method("limit(self, limit)",
                changed([](SelectBase& select, Call& call) { select.limit = count_of(call[1]); }));
    type.method("offset(self, offset)",
                changed([](SelectBase& select, Call& call) { select.offset = count_of(call[1]); }));
    type.method("fetch(self, count, with_ties=False, percent=False, **dialect_kw)",
                changed([](SelectBase& select, Call& call) {
                    select.fetch = count_of(call[1]);
                    select.fetch_with_ties = call.truth(2);
                    select.fetch_percent = call.truth(3);
                    if (select.fetch) select.limit = nullptr;
                }));
    type.method("slice(self, start, stop)", changed([](SelectBase& select, Call& call) {
                    std::int64_t start = call.has(1) ? call.integer(1) : 0;
                    select.limit = call.has(2) ? count_of(Value::integer(call.integer(2) - start)) : nullptr;
                    select.offset = call.has(1) && start != 0 ? count_of(call[1]) : nullptr;
                }));
    type.method("with_for_update(self, nowait=False, read=False, of=None, skip_locked=False, "
                "key_share=False)",
                changed([](SelectBase& select, Call& call) { select.for_update = for_update(call); }));
    type.method("set_label_style(self, style)", changed([](SelectBase& select, Call& call) {
                    select.table_labels = is_table_label_style(call[1]);
                }));
    for (const char* name : {"apply_labels(self)", "with_labels(self)"})
        type.method(name, changed([](SelectBase& select, Call&) { select.table_labels = true; }));
    add_set_operators(type);
}

void populate_textual_select(ClassBuilder& type) {
    type.property("element", [](Call& call) {
        return wrap(ExpressionPtr(node_as<schema::TextualSelect>(call[0]).element));
    });
    type.method("bindparams(self, *binds, **bind_as_values)", [](Call& call) {
        auto made = copy_of<schema::TextualSelect>(call[0]);
        std::vector<py::KeywordArgument> keywords = py::keyword_arguments(call.keywords(2));
        Value text = py::call_method(wrap(ExpressionPtr(made->element)), py::intern("bindparams"),
                                     call.rest(1), keywords);
        made->element = schema::pointer_as<schema::Text>(node_of(text));
        return again(call[0], made);
    });
}

void populate_scalar_select(ClassBuilder& type) {
    // A condition or a correlation is the SELECT's.
    auto inner = [](Call& call, std::string_view method) {
        Value select = wrap(node_as<schema::ScalarSelect>(call[0]).select);
        Value changed_one = py::call_method(select, py::intern(method), call.rest(1));
        return again(call[0], schema::scalar_subquery(node_of(changed_one)));
    };
    type.method("where(self, *crit)", [inner](Call& call) { return inner(call, "where"); });
    type.method("correlate(self, *fromclauses)", [inner](Call& call) { return inner(call, "correlate"); });
    type.method("correlate_except(self, *fromclauses)",
                [inner](Call& call) { return inner(call, "correlate_except"); });
    type.property("element", [](Call& call) { return wrap(node_as<schema::ScalarSelect>(call[0]).select); });
}

void populate_exists(ClassBuilder& type) {
    auto inner = [](Call& call, std::string_view method) {
        Value select = wrap(node_as<schema::Exists>(call[0]).select);
        Value changed_one = py::call_method(select, py::intern(method), call.rest(1));
        return again(call[0], schema::exists(node_of(changed_one)));
    };
    type.method("__init__(self, *entities)", [](Call& call) {
        call.attach<ClauseState>(make_exists(call.rest(1)));
        return Value::none();
    });
    type.method("where(self, *clause)", [inner](Call& call) { return inner(call, "where"); });
    type.method("filter(self, *clause)", [inner](Call& call) { return inner(call, "where"); });
    type.method("select_from(self, *froms)", [inner](Call& call) { return inner(call, "select_from"); });
    type.method("correlate(self, *fromclauses)", [inner](Call& call) { return inner(call, "correlate"); });
    type.method("correlate_except(self, *fromclauses)",
                [inner](Call& call) { return inner(call, "correlate_except"); });
    type.method("select(self)", [](Call& call) { return wrap(make_select({call[0]})); });
    type.property("element", [](Call& call) { return wrap(node_as<schema::Exists>(call[0]).select); });
}

} // namespace limbeck::sqlalchemy
