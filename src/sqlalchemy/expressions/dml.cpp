// INSERT, UPDATE and DELETE.
#include "python/attribute.hpp"
#include "python/class.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
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
using schema::Assignment;
using schema::Dml;
using schema::ExpressionPtr;

namespace {

template <class Change> py::NativeBody changed(Change change) {
    return [change](Call& call) {
        std::shared_ptr<Dml> made = copy_dml(call.self());
        change(*made, call);
        return again(call.self(), made);
    };
}

// Values that are given again replace the earlier ones.
void merge(std::vector<Assignment>& known, std::vector<Assignment> given) {
    for (Assignment& value : given) {
        auto same = std::find_if(known.begin(), known.end(), [&](const Assignment& other) {
            return other.key == value.key && other.target == value.target;
        });
        if (same == known.end())
            known.push_back(std::move(value));
        else
            *same = std::move(value);
    }
}

bool is_row(const Value& value) {
    return py::as<py::Dict>(value) || py::as<py::List>(value) || py::as<py::Tuple>(value);
}

void set_in_order(schema::Update& update, const std::vector<Value>& pairs) {
    for (const Value& given : pairs) {
        std::vector<Value> pair = py::to_vector(given);
        if (pair.size() != 2) raise_expected("SET column and value", given);
        update.ordered_values.push_back(to_assignment(pair[0], pair[1]));
    }
}

void set_values(Dml& dml, const Value& given) {
    auto* insert = dynamic_cast<schema::Insert*>(&dml);
    auto* update = dynamic_cast<schema::Update*>(&dml);
    std::vector<Value> rows;
    if (is_sequence(given)) rows = py::to_vector(given);
    if (insert && !insert->multi_values.empty() && rows.empty())
        throw schema::InvalidRequestError(
            "Can't mix single and multiple VALUES formats in one INSERT statement");
    if (!rows.empty() && is_row(rows.front()) && insert) {
        if (!insert->values.empty())
            throw schema::InvalidRequestError(
                "Can't mix single and multiple VALUES formats in one INSERT statement");
        for (const Value& row : rows) insert->multi_values.push_back(to_assignments(row, dml.table));
        insert->has_values = true;
        return;
    }
    if (!rows.empty() && is_row(rows.front()) && update) { // [(column, value), …]: in this order
        set_in_order(*update, rows);
        return;
    }
    std::vector<Assignment> values = to_assignments(given, dml.table);
    if (insert) {
        for (const Assignment& value : values)
            if (value.target)
                throw schema::CompileError("A part of a column cannot be the target of an INSERT");
        insert->has_values = true;
        merge(insert->values, std::move(values));
    } else if (update) {
        if (!update->ordered_values.empty())
            throw schema::InvalidRequestError("This statement already has ordered values present");
        update->has_values = true;
        merge(update->values, std::move(values));
    }
}

// Values by the names of a mapped class's attributes as values by those of their columns.
Value by_column(const Value& entity, const Value& given) {
    if (!entity.exists() || !is_entity(entity)) return given;
    if (is_sequence(given)) {
        std::vector<Value> rows = py::to_vector(given);
        if (rows.empty() || !py::as<py::Dict>(rows.front())) return given;
        for (Value& row : rows) row = by_column(entity, row);
        return py::make_list(std::move(rows));
    }
    if (!py::as<py::Dict>(given)) return given;
    Value columns = py::get_attribute(py::get_attribute(entity, "__mapper__"), "columns");
    Value made = py::make_dict();
    py::for_each_item(given, [&](const Value& key, const Value& value) {
        Value column = py::is_str(key) ? py::call_method(columns, "get", {key}) : Value::none();
        py::set_item(made, column.is_none() ? key : py::get_attribute(column, "key"), value);
    });
    return made;
}

void values_method(Dml& dml, Call& call) {
    const std::vector<Value>& given = call.rest(1);
    const Value& entity = py::state<DmlState>(call[0]).target;
    bool named = call.keywords(2).find("") != nullptr || py::length(call[2]) > 0;
    if (auto* insert = dynamic_cast<schema::Insert*>(&dml); insert && insert->select)
        throw schema::InvalidRequestError("This construct already inserts from a SELECT");
    if (given.size() > 1)
        throw schema::ArgumentError(
            "Only a single dictionary/tuple or list of dictionaries/tuples is accepted "
            "positionally.");
    if (!given.empty() && named)
        throw schema::ArgumentError("Can't pass positional and kwargs to values() simultaneously");
    if (!given.empty()) {
        if (!given[0].is_none()) set_values(dml, by_column(entity, given[0]));
        return;
    }
    if (named)
        set_values(dml, by_column(entity, call[2]));
    else if (auto* insert = dynamic_cast<schema::Insert*>(&dml))
        insert->has_values = true;
}

std::vector<ExpressionPtr>& conditions_of(Dml& dml) {
    if (auto* update = dynamic_cast<schema::Update*>(&dml)) return update->where;
    return dynamic_cast<schema::Delete&>(dml).where;
}

void add_conditions(Dml& dml, const std::vector<Value>& given) {
    for (const Value& condition : spread(given)) conditions_of(dml).push_back(to_condition(condition));
}

void set_returning(Dml& dml, const std::vector<Value>& columns) {
    dml.has_returning = true;
    for (const Value& column : spread(columns)) dml.returning.push_back(to_column_expression(column));
}

// What 1.3 took as arguments of update() and the like; those of other dialects and of the connection say
// nothing here.
void apply_keywords(Dml& dml, const Value& entity, const py::Dict& keywords) {
    auto option = [&](std::string_view name) -> const Value* {
        const Value* found = keywords.find(name);
        return found && !found->is_none() ? found : nullptr;
    };
    if (const Value* found = option("whereclause")) add_conditions(dml, {*found});
    if (const Value* found = option("values")) set_values(dml, by_column(entity, *found));
    if (const Value* found = option("returning"))
        set_returning(dml, is_sequence(*found) ? py::to_vector(*found) : std::vector<Value>{*found});
    if (const Value* found = option("prefixes"))
        add_words(dml.prefixes, py::to_vector(*found), Value::none());
    if (const Value* found = option("inline"); found && py::truth(*found))
        if (auto* insert = dynamic_cast<schema::Insert*>(&dml)) insert->is_inline = true;
}

void refuse_unknown(const Value& keywords, std::string_view function) {
    static constexpr std::string_view known[] = {
        "whereclause", "values", "returning",       "prefixes",
        "inline",      "bind",   "return_defaults", "preserve_parameter_order"};
    py::for_each_item(keywords, [&](const Value& key, const Value&) {
        const std::string& name = py::as_text(key);
        bool dialect = name.starts_with("mysql_") || name.starts_with("mssql_") ||
                       name.starts_with("postgresql_") || name.starts_with("sqlite_") ||
                       name.starts_with("oracle_");
        if (!dialect && std::find(std::begin(known), std::end(known), name) == std::end(known))
            py::raise(py::Exc::TypeError,
                      fmt::format("{}() got an unexpected keyword argument '{}'", function, name));
    });
}

template <class T> void start(Call& call, std::string_view function, const std::vector<std::size_t>& order) {
    refuse_unknown(call[call.size() - 1], function);
    auto made = std::make_shared<T>();
    ExpressionPtr table = to_expression_if(call[1]);
    if (!table || !dynamic_cast<const schema::FromClause*>(table.get()))
        raise_expected("subject table for an INSERT, UPDATE or DELETE", call[1]);
    made->table = to_from(call[1]);
    for (std::size_t at : order) {
        if (!call.has(at)) continue;
        if (at == 2 && !std::is_same_v<T, schema::Insert>)
            add_conditions(*made, {call[at]});
        else
            set_values(*made, by_column(call[1], call[at]));
    }
    apply_keywords(*made, call[1], call.keywords(call.size() - 1));
    auto& state = call.attach<DmlState>(ExpressionPtr(made));
    if (is_entity(call[1])) state.target = call[1];
}

// The conditions of UPDATE and DELETE.
void populate_where(ClassBuilder& type) {
    auto where = changed([](Dml& dml, Call& call) { add_conditions(dml, call.rest(1)); });
    type.method("where(self, *whereclause)", where);
    type.method("filter(self, *criteria)", where);
    type.method("filter_by(self, **kwargs)", changed([](Dml& dml, Call& call) {
                    for (const auto& item : filter_by_conditions(dml.table, call[1]))
                        conditions_of(dml).push_back(item);
                }));
    type.property("whereclause", [](Call& call) -> Value {
        std::shared_ptr<Dml> statement = copy_dml(call[0]);
        const std::vector<ExpressionPtr>& conditions = conditions_of(*statement);
        return conditions.empty() ? Value::none() : wrap(schema::and_of(conditions));
    });
}

} // namespace

std::shared_ptr<Dml> copy_dml(const Value& value) {
    ExpressionPtr node = node_of(value);
    if (auto* insert = schema::get_if<schema::Insert>(*node))
        return std::make_shared<schema::Insert>(*insert);
    if (auto* update = schema::get_if<schema::Update>(*node))
        return std::make_shared<schema::Update>(*update);
    if (auto* statement = schema::get_if<schema::Delete>(*node))
        return std::make_shared<schema::Delete>(*statement);
    py::raise_wrong_state(value, "");
}

void populate_update_base(ClassBuilder& type) {
    auto returning = changed([](Dml& dml, Call& call) { set_returning(dml, call.rest(1)); });
    type.method("returning(self, *cols, sort_by_parameter_order=False)", [returning](Call& call) {
        Value made = returning(call);
        Value& returned = py::state<DmlState>(made).returned;
        std::vector<Value> all = returned.exists() ? py::to_vector(returned) : std::vector<Value>();
        for (const Value& each : call.rest(1)) all.push_back(each);
        returned = py::make_tuple(std::move(all));
        return made;
    });
    // A script's own statement has those of its class alone.
    type.method("execution_options(self, **kw)", [](Call& call) {
        refuse_translation(call[1]);
        if (!py::state_if<DmlState>(call[0])) return call[0];
        Value made = again(call[0], node_of(call[0]));
        Value options = py::make_dict();
        for (const Value& part :
             {py::get_attribute(call[0], "_execution_options"), py::state<DmlState>(made).options, call[1]})
            if (part.exists())
                py::for_each_item(
                    part, [&](const Value& key, const Value& value) { py::set_item(options, key, value); });
        py::state<DmlState>(made).options = options;
        return made;
    });
    type.method("get_execution_options(self)", [](Call& call) {
        auto* state = py::state_if<DmlState>(call[0]);
        bool has_own = state && state->options.exists();
        return has_own ? state->options : py::get_attribute(call[0], "_execution_options");
    });
    // What a session asks for.
    auto given = [](Value DmlState::*member) {
        return [member](Call& call) {
            auto* state = py::state_if<DmlState>(call[0]);
            return state && (state->*member).exists() ? state->*member : Value::none();
        };
    };
    type.property("_limbeck_target", given(&DmlState::target));
    type.property("_limbeck_returned", given(&DmlState::returned));
    type.method("return_defaults(self, *cols, supplemental_cols=None, sort_by_parameter_order=False)",
                [](Call& call) { return call[0]; });
    type.method(
        "with_hint(self, text, selectable=None, dialect_name='*')", changed([](Dml& dml, Call& call) {
            dml.hints.push_back({call.has(2) ? to_from(call[2]) : dml.table, call.text(1), call.text(3)});
        }));
    type.method("with_dialect_options(self, **opt)", [](Call& call) { return call[0]; });
    type.method("prefix_with(self, *prefixes, dialect='*')",
                changed([](Dml& dml, Call& call) { add_words(dml.prefixes, call.rest(1), call[2]); }));
    // A statement of a script's own class, for @compiles, keeps what it likes under the name.
    type.property(
        "table",
        [](Call& call) -> Value {
            const py::Dict* own = py::attributes_of(call[0]);
            if (const Value* kept = own ? own->table.find(py::intern("table")) : nullptr) return *kept;
            return wrap(ExpressionPtr(dynamic_cast<const Dml&>(*node_of(call[0])).table));
        },
        [](Call& call) {
            py::attributes_of(call[0])->set("table", call[1]);
            return Value::none();
        });
    type.property("exported_columns", [](Call& call) {
        auto select = std::make_shared<schema::Select>();
        select->columns = dynamic_cast<const Dml&>(*node_of(call[0])).returning;
        return py::get_attribute(wrap(ExpressionPtr(select)), "selected_columns");
    });
}

void populate_values_base(ClassBuilder& type) {
    type.method("values(self, *args, **kwargs)", changed(values_method));
}

void populate_insert(ClassBuilder& type) {
    type.method("__init__(self, table, values=None, inline=False, **kw)", [](Call& call) {
        start<schema::Insert>(call, "insert", {2});
        if (!call.truth(3)) return Value::none();
        auto made = std::make_shared<schema::Insert>(node_as<schema::Insert>(call[0]));
        made->is_inline = true;
        Value target = py::state<DmlState>(call[0]).target;
        call.attach<DmlState>(ExpressionPtr(made)).target = target;
        return Value::none();
    });
    type.method("inline(self)",
                generative<schema::Insert>([](schema::Insert& insert, Call&) { insert.is_inline = true; }));
    type.method("from_select(self, names, select, include_defaults=True)",
                generative<schema::Insert>([](schema::Insert& insert, Call& call) {
                    if (!insert.values.empty() || !insert.multi_values.empty())
                        throw schema::InvalidRequestError("This construct already inserts value expressions");
                    for (const Value& name : py::to_vector(call[1]))
                        insert.select_names.push_back(
                            py::is_str(name) ? py::as_text(name) : to_assignment(name, Value::none()).key);
                    insert.select = to_text_or_expression(call[2]);
                    insert.include_defaults = call.truth(3);
                    insert.is_inline = true;
                }));
    type.property("select", [](Call& call) { return wrap(node_as<schema::Insert>(call[0]).select); });
}

void populate_update(ClassBuilder& type) {
    type.method("__init__(self, table, whereclause=None, values=None, inline=False, **kw)", [](Call& call) {
        start<schema::Update>(call, "update", {2, 3});
        return Value::none();
    });
    populate_where(type);
    type.method("ordered_values(self, *args)",
                generative<schema::Update>([](schema::Update& update, Call& call) {
                    if (!update.values.empty())
                        throw schema::ArgumentError("This statement already has values present");
                    set_in_order(update, call.rest(1));
                }));
    type.method("inline(self)", [](Call& call) { return call[0]; });
}

void populate_delete(ClassBuilder& type) {
    type.method("__init__(self, table, whereclause=None, **kw)", [](Call& call) {
        start<schema::Delete>(call, "delete", {2});
        return Value::none();
    });
    populate_where(type);
}

} // namespace limbeck::sqlalchemy
