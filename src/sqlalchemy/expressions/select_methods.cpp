// The methods of Select.
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/row_sources.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/expressions/generative.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::ClassBuilder;
using py::Value;
using schema::ExpressionPtr;
using schema::FromPtr;
using schema::Select;

namespace {

void add_conditions(std::vector<ExpressionPtr>& list, const std::vector<Value>& given) {
    for (const Value& condition : spread(given)) list.push_back(to_condition(condition));
}

std::vector<FromPtr> row_sources(const std::vector<Value>& given) {
    std::vector<FromPtr> found;
    for (const Value& value : given) found.push_back(to_from(value, true));
    return found;
}

// ---- join(): which of the row sources at hand is the left side

std::vector<const schema::Expression*> sources_of(const schema::Expression& e) {
    std::vector<const schema::Expression*> found;
    sql::collect_froms(e, found);
    return found;
}

bool can_join(const FromPtr& left, const FromPtr& right) {
    try {
        schema::join(left, right);
        return true;
    } catch (const schema::NoForeignKeysError&) {
        return false;
    } catch (const schema::AmbiguousForeignKeysError&) {
        return true; // join() itself will say so
    }
}

bool covers(const std::vector<const schema::Expression*>& all,
            const std::vector<const schema::Expression*>& some) {
    return std::all_of(some.begin(), some.end(), [&](const schema::Expression* from) {
        return std::find(all.begin(), all.end(), from) != all.end();
    });
}

std::vector<std::size_t> joinable(const std::vector<FromPtr>& lefts, const FromPtr& right,
                                  const ExpressionPtr& on) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < lefts.size(); ++i) {
        if (lefts[i] == right) continue;
        if (on && lefts.size() > 1) {
            std::vector<const schema::Expression*> both = sources_of(*lefts[i]);
            for (const schema::Expression* from : sources_of(*right)) both.push_back(from);
            if (covers(both, sources_of(*on))) found.push_back(i);
        } else if (on || can_join(lefts[i], right)) {
            found.push_back(i);
        }
    }
    if (found.size() > 1)
        std::erase_if(found, [&](std::size_t at) {
            return std::any_of(lefts.begin(), lefts.end(), [&](const FromPtr& from) {
                return from != lefts[at] && from->kind == schema::ExpressionKind::join &&
                       covers(sources_of(*from), {lefts[at].get()});
            });
        });
    if (found.empty() && on)
        for (std::size_t i = 0; i < lefts.size(); ++i) found.push_back(i);
    return found;
}

// The row sources that the columns draw on, as pointers that own.
std::vector<FromPtr> column_sources(const Select& select) {
    std::vector<FromPtr> found;
    for (const ExpressionPtr& column : select.columns) {
        if (auto from = schema::pointer_as<schema::FromClause>(column)) {
            if (std::find(found.begin(), found.end(), from) == found.end()) found.push_back(from);
            continue;
        }
        for (const schema::Expression* source : sources_of(*column)) {
            // The column keeps its row source alive.
            FromPtr from(column, static_cast<const schema::FromClause*>(source));
            if (std::none_of(found.begin(), found.end(), [&](const FromPtr& f) { return f.get() == source; }))
                found.push_back(from);
        }
    }
    return found;
}

std::string described(const Value& target) {
    return py::to_repr(target);
}

void join_implicitly(Select& select, const Value& target, const Value& on, bool outer, bool full) {
    FromPtr right = to_from(target, true);
    ExpressionPtr condition;
    if (on.exists() && !on.is_none()) condition = to_condition(on, "SQL expression for ON clause");
    std::vector<FromPtr> lefts;
    for (const ExpressionPtr& from : select.froms)
        if (auto source = schema::pointer_as<schema::FromClause>(from)) lefts.push_back(source);
    bool explicit_ones = !lefts.empty();
    if (!explicit_ones) lefts = column_sources(select);
    std::vector<std::size_t> found = joinable(lefts, right, condition);
    constexpr std::string_view advice =
        "Please use the .select_from() method to establish an explicit left side, as well as providing an "
        "explicit ON clause if not present already to help resolve the ambiguity.";
    if (found.size() > 1)
        throw schema::InvalidRequestError(fmt::format(
            "Can't determine which FROM clause to join from, there are multiple FROMS which can join to this "
            "entity. {}",
            advice));
    if (found.empty())
        throw schema::InvalidRequestError(
            fmt::format("Don't know how to join to {}. {}", described(target), advice));
    FromPtr joined = schema::join(lefts[found.front()], right, condition, outer, full);
    if (explicit_ones)
        select.froms[found.front()] = joined;
    else
        select.froms.push_back(joined);
}

// What to join, and on what.
struct JoinStep {
    Value target, on;
};

bool is_relationship(const Value& value) {
    return value.exists() && py::find_attribute(value, "secondaryjoin").exists();
}

// A relationship of a mapped class names the entity and the condition itself; one over a table between takes
// two steps.
std::vector<JoinStep> join_steps(const Value& target, const Value& on) {
    Value relationship = is_relationship(target) ? target : is_relationship(on) ? on : Value();
    if (!relationship.exists()) return {{target, on}};
    bool to_alias = !relationship.is(target) && !py::as_class(target) && is_entity(target);
    if (to_alias) relationship = py::call_method(relationship, "of_type", {target});
    auto part = [&](std::string_view name) { return py::get_attribute(relationship, name); };
    Value entity = is_relationship(target) ? part("target") : target;
    if (part("secondary").is_none()) return {{entity, part("primaryjoin")}};
    return {{part("secondary"), part("primaryjoin")}, {entity, part("secondaryjoin")}};
}

void join(Select& select, const Value& target, const Value& on, bool outer, bool full) {
    for (const JoinStep& step : join_steps(target, on))
        join_implicitly(select, step.target, step.on, outer, full);
}

void join_from(Select& select, const Value& from, const Value& target, const Value& on, bool outer,
               bool full) {
    FromPtr left = to_from(from, true);
    ExpressionPtr condition;
    if (on.exists() && !on.is_none()) condition = to_condition(on, "SQL expression for ON clause");
    FromPtr right = to_from(target, true);
    for (ExpressionPtr& known : select.froms) {
        bool same = known == left || covers(sources_of(*known), {left.get()});
        auto source = schema::pointer_as<schema::FromClause>(known);
        if (!same || !source) continue;
        known = schema::join(source, right, condition, outer, full);
        return;
    }
    select.froms.push_back(schema::join(left, right, condition, outer, full));
}

// The row source whose columns filter_by() means: what was joined last, else the first.
Value filter_by(Call& call) {
    auto made = copy_of<Select>(call.self());
    FromPtr from;
    if (!made->froms.empty()) from = schema::pointer_as<schema::FromClause>(made->froms.back());
    while (from && from->kind == schema::ExpressionKind::join) from = schema::as<schema::Join>(*from).right;
    if (!from)
        if (std::vector<FromPtr> sources = column_sources(*made); !sources.empty()) from = sources.front();
    if (!from) throw schema::InvalidRequestError("filter_by() needs a FROM clause");
    for (const auto& item : filter_by_conditions(from, call[1])) made->where.push_back(item);
    return again(call.self(), made);
}

void correlate(std::optional<std::vector<FromPtr>>& list, const std::vector<Value>& given) {
    if (given.size() == 1 && (given[0].is_none() || given[0].is_bool())) {
        list = std::vector<FromPtr>();
        return;
    }
    if (!list) list.emplace();
    for (const FromPtr& from : row_sources(spread(given))) list->push_back(from);
}

Value wrapped(const std::vector<ExpressionPtr>& nodes) {
    std::vector<Value> made;
    for (const ExpressionPtr& node : nodes) made.push_back(wrap(node));
    return py::make_list(std::move(made));
}

void populate_joins(ClassBuilder& type) {
    type.method("join(self, target, onclause=None, *, isouter=False, full=False)",
                generative<Select>([](Select& select, Call& call) {
                    join(select, call[1], call[2], call.truth(3), call.truth(4));
                }));
    type.method("outerjoin(self, target, onclause=None, *, full=False)",
                generative<Select>(
                    [](Select& select, Call& call) { join(select, call[1], call[2], true, call.truth(3)); }));
    type.method("join_from(self, from_, target, onclause=None, *, isouter=False, full=False)",
                generative<Select>([](Select& select, Call& call) {
                    join_from(select, call[1], call[2], call[3], call.truth(4), call.truth(5));
                }));
    type.method("outerjoin_from(self, from_, target, onclause=None, *, full=False)",
                generative<Select>([](Select& select, Call& call) {
                    join_from(select, call[1], call[2], call[3], true, call.truth(4));
                }));
    type.method("select_from(self, *froms)", generative<Select>([](Select& select, Call& call) {
                    for (const Value& given : call.rest(1)) {
                        ExpressionPtr from = to_expression_if(given);
                        if (!from || from->kind != schema::ExpressionKind::text) from = to_from(given, true);
                        if (std::find(select.froms.begin(), select.froms.end(), from) == select.froms.end())
                            select.froms.push_back(from);
                    }
                }));
}

void populate_columns(ClassBuilder& type) {
    auto add = generative<Select>([](Select& select, Call& call) {
        for (const Value& column : call.rest(1)) select.columns.push_back(to_column_expression(column));
    });
    auto noting = [](py::NativeBody body, bool added) {
        return [body, added](Call& call) {
            Value made = body(call);
            note_entities(made, call.rest(1), added);
            return made;
        };
    };
    type.method("add_columns(self, *entities)", noting(add, true));
    type.method("column(self, *column)", noting(add, true));
    type.method("with_only_columns(self, *entities, maintain_column_froms=False)",
                noting(generative<Select>([](Select& select, Call& call) {
                           if (call.truth(2))
                               for (const FromPtr& from : column_sources(select)) {
                                   auto same = [&](const ExpressionPtr& known) { return known == from; };
                                   if (std::none_of(select.froms.begin(), select.froms.end(), same))
                                       select.froms.push_back(from);
                               }
                           select.columns.clear();
                           for (const Value& column : spread(call.rest(1)))
                               select.columns.push_back(to_column_expression(column));
                       }),
                       false));
    // What a session asks for.
    type.method("from_statement(self, statement)", [](Call& call) {
        return py::call(py::native_attribute("sqlalchemy.orm.query", "FromStatement"), {call[0], call[1]});
    });
    type.property("_limbeck_entities", [](Call& call) {
        const Value& entities = py::state<SelectableState>(call[0]).entities;
        return entities.exists() ? entities : Value::none();
    });
    type.method("reduce_columns(self, only_synonyms=True)", [](Call& call) { return call[0]; });
    type.property("inner_columns", [](Call& call) {
        return py::iterate(py::make_list(py::to_vector(py::get_attribute(call[0], "selected_columns"))));
    });
    type.property("columns_clause_froms", [](Call& call) {
        std::vector<Value> made;
        for (const FromPtr& from : column_sources(node_as<Select>(call[0])))
            made.push_back(wrap(ExpressionPtr(from)));
        return py::make_list(std::move(made));
    });
}

Value final_froms(Call& call) {
    const Select& select = node_as<Select>(call[0]);
    std::vector<ExpressionPtr> found = select.froms;
    for (const FromPtr& from : column_sources(select)) {
        bool inside = std::any_of(found.begin(), found.end(), [&](const ExpressionPtr& known) {
            return covers(sources_of(*known), {from.get()});
        });
        if (!inside) found.push_back(from);
    }
    return wrapped(found);
}

// What `column_descriptions` says of a column.
Value describe(const ExpressionPtr& column) {
    Value object = wrap(column), about = py::make_dict();
    Value name = py::find_attribute(object, "name");
    bool is_text = column->kind == schema::ExpressionKind::text;
    if (!name.exists()) name = is_text ? Value::none() : py::make_str("_no_label");
    auto& dict = py::cast<py::Dict>(about);
    dict.set("name", name);
    dict.set("type", wrap(column->type));
    dict.set("expr", object);
    return about;
}

} // namespace

std::vector<ExpressionPtr> filter_by_conditions(const FromPtr& from, const Value& keywords) {
    std::vector<ExpressionPtr> conditions;
    py::for_each_item(keywords, [&](const Value& key, const Value& value) {
        const std::string& name = py::as_text(key);
        for (const auto& column : schema::columns_of(from)) {
            if (column_key(*column) != name) continue;
            conditions.push_back(node_of(py::call_method(wrap(ExpressionPtr(column)), "__eq__", {value})));
            return;
        }
        throw schema::InvalidRequestError(fmt::format("Entity namespace for \"{}\" has no property \"{}\"",
                                                      py::to_str(wrap(ExpressionPtr(from))), name));
    });
    return conditions;
}

void populate_select(ClassBuilder& type) {
    type.method("__init__(self, *entities, **kw)", [](Call& call) {
        std::vector<py::KeywordArgument> keywords = py::keyword_arguments(call.keywords(2));
        Value made =
            py::call(py::native_attribute("sqlalchemy.sql.expression", "select"), call.rest(1), keywords);
        call.attach<SelectableState>(node_of(made));
        return Value::none();
    });
    auto where =
        generative<Select>([](Select& select, Call& call) { add_conditions(select.where, call.rest(1)); });
    type.method("where(self, *whereclause)", where);
    type.method("filter(self, *criteria)", where);
    type.method("filter_by(self, **kwargs)", filter_by);
    type.method("having(self, *having)", generative<Select>([](Select& select, Call& call) {
                    add_conditions(select.having, call.rest(1));
                }));
    type.method("distinct(self, *expr)", generative<Select>([](Select& select, Call& call) {
                    select.distinct = true;
                    for (const ExpressionPtr& item : to_orderings(call.rest(1)))
                        select.distinct_on.push_back(item);
                }));
    type.method("correlate(self, *fromclauses)", generative<Select>([](Select& select, Call& call) {
                    correlate(select.correlate, call.rest(1));
                }));
    type.method("correlate_except(self, *fromclauses)", generative<Select>([](Select& select, Call& call) {
                    correlate(select.correlate_except, call.rest(1));
                }));
    type.method("prefix_with(self, *prefixes, dialect='*')",
                generative<Select>(
                    [](Select& select, Call& call) { add_words(select.prefixes, call.rest(1), call[2]); }));
    type.method("suffix_with(self, *suffixes, dialect='*')",
                generative<Select>(
                    [](Select& select, Call& call) { add_words(select.suffixes, call.rest(1), call[2]); }));
    type.method("with_hint(self, selectable, text, dialect_name='*')",
                generative<Select>([](Select& select, Call& call) {
                    select.hints.push_back({to_from(call[1]), call.text(2), call.text(3)});
                }));
    type.method("with_statement_hint(self, text, dialect_name='*')",
                generative<Select>([](Select& select, Call& call) {
                    select.hints.push_back({nullptr, call.text(1), call.text(2)});
                }));
    type.property("column_descriptions", [](Call& call) {
        std::vector<Value> made;
        for (const ExpressionPtr& column : node_as<Select>(call[0]).columns)
            if (auto from = schema::pointer_as<schema::FromClause>(column))
                for (const auto& inner : schema::columns_of(from)) made.push_back(describe(inner));
            else
                made.push_back(describe(column));
        return py::make_list(std::move(made));
    });
    type.property("whereclause", [](Call& call) -> Value {
        const Select& select = node_as<Select>(call[0]);
        return select.where.empty() ? Value::none() : wrap(schema::and_of(select.where));
    });
    type.property("froms", final_froms);
    type.method("get_final_froms(self)", final_froms);
    populate_joins(type);
    populate_columns(type);
}

} // namespace limbeck::sqlalchemy
