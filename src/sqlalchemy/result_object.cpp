#include "sqlalchemy/result_object.hpp"

#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/exceptions.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::make_str;
using python::Value;

[[noreturn]] void no_such_column(const Value& key) {
    bool quoted = python::is_str(key);
    raise_exception("NoSuchColumnError", fmt::format("Could not locate column in row for column '{}'",
                                                     quoted ? python::as_text(key) : python::to_str(key)));
}

int found_index(const RowKeys& keys, std::string_view name, bool& known) {
    auto found = keys.index.find(name);
    known = found != keys.index.end();
    if (known && found->second < 0)
        raise_exception("InvalidRequestError",
                        fmt::format("Ambiguous column name '{}' in result set column descriptions", name));
    return known ? found->second : -1;
}

// A column object finds its value by what it is, else by its name.
int index_of_expression(const RowKeys& keys, const schema::ExpressionPtr& wanted, bool& known) {
    auto* column = schema::get_if<schema::ColumnRef>(*wanted);
    for (std::size_t i = 0; i < keys.expressions.size(); ++i) {
        const schema::ExpressionPtr& have = keys.expressions[i];
        auto* own = schema::get_if<schema::ColumnRef>(*have);
        auto* label = schema::get_if<schema::Label>(*have);
        bool same_column = own && column && own->from && own->from == column->from && own->key == column->key;
        if (have == wanted || same_column || (label && label->element == wanted)) {
            known = true;
            return static_cast<int>(i);
        }
    }
    if (column) return found_index(keys, column->name.text, known);
    if (auto* label = schema::get_if<schema::Label>(*wanted); label && label->name)
        return found_index(keys, label->name->text, known);
    if (auto* function = schema::get_if<schema::Function>(*wanted))
        return found_index(keys, function->name.text, known);
    return -1;
}

std::size_t index_of(const RowKeys& keys, const Value& key) {
    bool known = false;
    int index = -1;
    if (const std::string* name = python::text_if(key))
        index = found_index(keys, *name, known);
    else if (schema::ExpressionPtr expression = to_expression_if(key))
        index = index_of_expression(keys, expression, known);
    if (!known) no_such_column(key);
    return static_cast<std::size_t>(index);
}

Value tuple_of(const RowState& row) {
    return python::make_tuple(row.values);
}

Value names_of(const RowState& row) {
    return python::make_tuple(python::make_strs(row.keys->names));
}

Value dict_of(const RowState& row) {
    Value dict = python::make_dict();
    for (std::size_t i = 0; i < row.values.size(); ++i)
        python::cast<python::Dict>(dict).set(row.keys->names[i], row.values[i]);
    return dict;
}

Value class_of_module(std::string_view name) {
    return python::native_attribute("sqlalchemy.engine._native", name);
}

Value new_row(std::shared_ptr<const RowKeys> keys, std::vector<Value> values, python::Class* row_class) {
    Value row = python::make_instance(row_class);
    auto& state = python::attach_state<RowState>(row);
    state.keys = std::move(keys);
    state.values = std::move(values);
    return row;
}

// The other side of a comparison as a tuple: a row's values, or what was given.
Value comparable(const Value& other) {
    if (auto* row = python::state_if<RowState>(other)) return tuple_of(*row);
    return other;
}

void define_comparisons(python::ClassBuilder& row) {
    auto define = [&](std::string_view declaration, python::Comparison op) {
        row.method(declaration, [op](Call& call) {
            Value other = comparable(call[1]);
            if (!python::as<python::Tuple>(other)) return Value::not_implemented();
            return python::compare(op, tuple_of(call.state<RowState>()), other);
        });
    };
    define("__eq__(self, other)", python::Comparison::Eq);
    define("__ne__(self, other)", python::Comparison::NotEq);
    define("__lt__(self, other)", python::Comparison::Lt);
    define("__le__(self, other)", python::Comparison::LtE);
    define("__gt__(self, other)", python::Comparison::Gt);
    define("__ge__(self, other)", python::Comparison::GtE);
}

void populate_row(python::ClassBuilder& row) {
    row.no_attributes();
    row.class_method("__class_getitem__(cls, item, /)", [](Call& call) { return call[0]; });
    row.method("__getitem__(self, key)", [](Call& call) {
        auto& state = call.state<RowState>();
        if (python::is_int(call[1]) || python::as<python::Slice>(call[1]))
            return python::get_item(tuple_of(state), call[1]);
        return state.values[index_of(*state.keys, call[1])];
    });
    row.method("__getattr__(self, name)", [](Call& call) {
        auto& state = call.state<RowState>();
        bool known = false;
        int index = found_index(*state.keys, call.text(1), known);
        if (!known)
            python::raise(python::Exc::AttributeError,
                          fmt::format("Could not locate column in row for column '{}'", call.text(1)));
        return state.values[static_cast<std::size_t>(index)];
    });
    row.method("__len__(self)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(call.state<RowState>().values.size()));
    });
    row.method("__iter__(self)",
               [](Call& call) { return python::iterate(tuple_of(call.state<RowState>())); });
    row.method("__contains__(self, key)", [](Call& call) {
        return Value::boolean(python::contains(tuple_of(call.state<RowState>()), call[1]));
    });
    row.method("__hash__(self)", [](Call& call) {
        return Value::integer(
            static_cast<std::int64_t>(python::hash_value(tuple_of(call.state<RowState>()))));
    });
    row.method("__repr__(self)",
               [](Call& call) { return make_str(python::to_repr(tuple_of(call.state<RowState>()))); });
    row.method("__add__(self, other)", [](Call& call) {
        return python::binary(python::BinaryOp::Add, tuple_of(call.state<RowState>()), comparable(call[1]));
    });
    row.method("__radd__(self, other)", [](Call& call) {
        return python::binary(python::BinaryOp::Add, comparable(call[1]), tuple_of(call.state<RowState>()));
    });
    define_comparisons(row);
    row.method("count(self, value)", [](Call& call) {
        return python::call_method(tuple_of(call.state<RowState>()), "count", {call[1]});
    });
    row.method("index(self, value)", [](Call& call) {
        return python::call_method(tuple_of(call.state<RowState>()), "index", {call[1]});
    });
    row.property("_mapping", [](Call& call) {
        auto& state = call.state<RowState>();
        return new_row(state.keys, state.values, python::as_class(class_of_module("RowMapping")));
    });
    row.property("_fields", [](Call& call) { return names_of(call.state<RowState>()); });
    row.method("_asdict(self)", [](Call& call) { return dict_of(call.state<RowState>()); });
    row.method("_tuple(self)", [](Call& call) { return call[0]; });
    row.method("tuple(self)", [](Call& call) { return call[0]; });
    row.property("_t", [](Call& call) { return call[0]; });
    row.property("t", [](Call& call) { return call[0]; });
    // As rows were before 2.0.
    row.method("keys(self)", [](Call& call) {
        return python::make_list(python::to_vector(names_of(call.state<RowState>())));
    });
    row.method("values(self)", [](Call& call) { return python::make_list(call.state<RowState>().values); });
    row.method("items(self)",
               [](Call& call) { return python::call_method(dict_of(call.state<RowState>()), "items"); });
    row.method("has_key(self, key)", [](Call& call) {
        return Value::boolean(python::contains(names_of(call.state<RowState>()), call[1]));
    });
}

void populate_mapping(python::ClassBuilder& mapping) {
    mapping.no_attributes();
    mapping.class_method("__class_getitem__(cls, item, /)", [](Call& call) { return call[0]; });
    mapping.method("__getitem__(self, key)", [](Call& call) {
        auto& state = call.state<RowState>();
        return state.values[index_of(*state.keys, call[1])];
    });
    mapping.method("__len__(self)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(call.state<RowState>().values.size()));
    });
    mapping.method("__iter__(self)",
                   [](Call& call) { return python::iterate(names_of(call.state<RowState>())); });
    mapping.method("__contains__(self, key)", [](Call& call) {
        auto& keys = *call.state<RowState>().keys;
        bool known = false;
        if (const std::string* name = python::text_if(call[1]))
            known = keys.index.contains(*name);
        else if (schema::ExpressionPtr expression = to_expression_if(call[1]))
            index_of_expression(keys, expression, known);
        return Value::boolean(known);
    });
    mapping.method("get(self, key, default=None)", [](Call& call) {
        auto& state = call.state<RowState>();
        const std::string* name = python::text_if(call[1]);
        if (name && !state.keys->index.contains(*name)) return call[2];
        return state.values[index_of(*state.keys, call[1])];
    });
    mapping.method("keys(self)",
                   [](Call& call) { return python::call_method(dict_of(call.state<RowState>()), "keys"); });
    mapping.method("values(self)",
                   [](Call& call) { return python::make_list(call.state<RowState>().values); });
    mapping.method("items(self)",
                   [](Call& call) { return python::call_method(dict_of(call.state<RowState>()), "items"); });
    mapping.method("__eq__(self, other)", [](Call& call) {
        Value other = call[1];
        if (auto* row = python::state_if<RowState>(other)) other = dict_of(*row);
        if (!python::as<python::Dict>(other)) return Value::not_implemented();
        return Value::boolean(python::equal(dict_of(call.state<RowState>()), other));
    });
    mapping.method("__repr__(self)",
                   [](Call& call) { return make_str(python::to_repr(dict_of(call.state<RowState>()))); });
}

Value next_row(CursorState& cursor, python::Class* row_class) {
    std::span<const database::Cell> cells = cursor.result.row(cursor.position++);
    std::vector<Value> values;
    values.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Value value = driver_value(cells[i], cursor.result.columns()[i], cursor.is_postgresql);
        values.push_back(cursor.processors[i] ? cursor.processors[i](value) : std::move(value));
    }
    return new_row(cursor.keys, std::move(values), row_class);
}

void populate_cursor(python::ClassBuilder& cursor) {
    // The next rows, all that are left where `count` is below 0.
    cursor.method("take(self, count)", [](Call& call) {
        auto& state = call.state<CursorState>();
        std::size_t left = state.result.size() - std::min(state.position, state.result.size());
        std::int64_t wanted = call.integer(1);
        std::size_t count = wanted < 0 ? left : std::min(left, static_cast<std::size_t>(wanted));
        python::Class* row_class = python::as_class(class_of_module("Row"));
        std::vector<Value> rows;
        rows.reserve(count);
        for (std::size_t i = 0; i < count; ++i) rows.push_back(next_row(state, row_class));
        return python::make_list(std::move(rows));
    });
    cursor.property("keys", [](Call& call) {
        return python::make_list(python::make_strs(call.state<CursorState>().keys->names));
    });
    cursor.property("has_rows",
                    [](Call& call) { return Value::boolean(call.state<CursorState>().result.has_rows()); });
    cursor.property("rowcount",
                    [](Call& call) { return Value::integer(call.state<CursorState>().result.row_count()); });
    cursor.property("lastrowid", [](Call& call) {
        return Value::integer(call.state<CursorState>().result.inserted_id());
    });
    cursor.property("command",
                    [](Call& call) { return make_str(call.state<CursorState>().result.command()); });
    cursor.method("index_of(self, key)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(index_of(*call.state<CursorState>().keys, call[1])));
    });
}

} // namespace

RowKeys::RowKeys(std::vector<std::string> column_names) : names(std::move(column_names)) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto [at, is_new] = index.try_emplace(names[i], static_cast<int>(i));
        if (!is_new) at->second = -1;
    }
}

Value make_cursor(database::Result result, std::vector<schema::ExpressionPtr> expressions,
                  const sql::Dialect& dialect) {
    std::vector<std::string> names;
    for (const database::Column& column : result.columns()) names.push_back(column.name);
    auto keys = std::make_shared<RowKeys>(std::move(names));
    std::vector<ValueProcessor> processors(result.columns().size());
    if (expressions.size() == processors.size()) {
        for (std::size_t i = 0; i < processors.size(); ++i)
            processors[i] = result_processor(expressions[i]->type, dialect);
        keys->expressions = std::move(expressions);
    }
    Value cursor = python::make_instance(python::as_class(class_of_module("Cursor")));
    auto& state = python::attach_state<CursorState>(cursor);
    state.result = std::move(result);
    state.keys = std::move(keys);
    state.processors = std::move(processors);
    state.is_postgresql = dialect.is_postgresql();
    return cursor;
}

void add_row_classes(python::ModuleBuilder& module) {
    module.define_class("Row", {}, populate_row);
    module.define_class("RowMapping", {}, populate_mapping);
    module.define_class("Cursor", {}, populate_cursor);
    // A row of a script's own making: selected columns of another.
    module.function("make_row(keys, values)", [](Call& call) {
        std::vector<std::string> names;
        python::for_each(call[0], [&](const Value& name) { names.push_back(python::as_text(name)); });
        return new_row(std::make_shared<RowKeys>(std::move(names)), python::to_vector(call[1]),
                       python::as_class(class_of_module("Row")));
    });
}

} // namespace limbeck::sqlalchemy
