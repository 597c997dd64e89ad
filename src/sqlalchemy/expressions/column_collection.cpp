#include "sqlalchemy/column_collection.hpp"

#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/coercion.hpp"
#include "sqlalchemy/expressions/populate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;

const Value* CollectionState::find(std::string_view key) const {
    for (const auto& [name, column] : items)
        if (name == key) return &column;
    return nullptr;
}

void CollectionState::set(std::string key, Value column) {
    for (auto& [name, known] : items)
        if (name == key) {
            known = std::move(column);
            return;
        }
    items.emplace_back(std::move(key), std::move(column));
}

void CollectionState::remove(std::string_view key) {
    std::erase_if(items, [&](const auto& item) { return item.first == key; });
}

Value make_column_collection(bool read_only) {
    Element kind = read_only ? Element::ReadOnlyColumnCollection : Element::ColumnCollection;
    return py::make_instance_with<CollectionState>(element_class(kind));
}

CollectionState& collection(const Value& value) {
    return py::state<CollectionState>(value);
}

namespace {

std::vector<Value> values_of(const CollectionState& state) {
    std::vector<Value> values;
    for (const auto& item : state.items) values.push_back(item.second);
    return values;
}

std::vector<Value> pairs_of(const CollectionState& state) {
    std::vector<Value> pairs;
    for (const auto& [key, column] : state.items)
        pairs.push_back(py::make_tuple({py::make_str(key), column}));
    return pairs;
}

std::vector<Value> keys_of(const CollectionState& state) {
    std::vector<Value> keys;
    for (const auto& item : state.items) keys.push_back(py::make_str(item.first));
    return keys;
}

Value subset(const std::vector<Value>& columns) {
    Value made = make_column_collection();
    for (const Value& column : columns)
        collection(made).items.emplace_back(py::to_str(py::get_attribute(column, "key")), column);
    return made;
}

Value get_item(Call& call) {
    auto& state = call.state<CollectionState>();
    if (const std::string* key = py::text_if(call[1])) {
        if (const Value* found = state.find(*key)) return *found;
        py::raise_key_error(call[1]);
    }
    if (py::as<py::Tuple>(call[1])) {
        std::vector<Value> chosen;
        for (const Value& key : py::to_vector(call[1])) chosen.push_back(py::get_item(call[0], key));
        return subset(chosen);
    }
    if (py::as<py::Slice>(call[1])) {
        Value list = py::make_list(values_of(state));
        return subset(py::to_vector(py::get_item(list, call[1])));
    }
    std::int64_t index = py::as_index(call[1]);
    auto size = static_cast<std::int64_t>(state.items.size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) py::raise(py::Exc::IndexError, py::to_str(call[1]));
    return state.items[static_cast<std::size_t>(index)].second;
}

bool is_column(const Value& value) {
    return py::state_if<ClauseState>(value) != nullptr;
}

bool holds(const CollectionState& state, const Value& column) {
    return std::any_of(state.items.begin(), state.items.end(),
                       [&](const auto& item) { return item.second.is(column); });
}

Value contains(Call& call) {
    auto& state = call.state<CollectionState>();
    if (const std::string* key = py::text_if(call[1])) return Value::boolean(state.find(*key) != nullptr);
    if (is_column(call[1])) throw schema::ArgumentError("__contains__ requires a string argument");
    return Value::boolean(false);
}

} // namespace

void populate_column_collection(py::ClassBuilder& type) {
    type.method("__init__(self, columns=None)", [](Call& call) {
        auto& state = call.attach<CollectionState>();
        if (!call.has(1)) return Value::none();
        py::for_each(call[1], [&](const Value& pair) {
            std::vector<Value> parts = py::to_vector(pair);
            state.items.emplace_back(py::to_str(parts.at(0)), parts.at(1));
        });
        return Value::none();
    });
    type.method("__getattr__(self, key)", [](Call& call) {
        if (const Value* found = call.state<CollectionState>().find(call.text(1))) return *found;
        py::raise(py::Exc::AttributeError, call.text(1));
    });
    type.method("__getitem__(self, key)", get_item);
    type.method("__contains__(self, key)", contains);
    type.method("__len__(self)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(call.state<CollectionState>().items.size()));
    });
    type.method("__bool__(self)", [](Call&) { return Value::boolean(true); });
    type.method("__iter__(self)", [](Call& call) {
        return py::iterate(py::make_list(values_of(call.state<CollectionState>())));
    });
    type.method("keys(self)",
                [](Call& call) { return py::make_list(keys_of(call.state<CollectionState>())); });
    type.method("values(self)",
                [](Call& call) { return py::make_list(values_of(call.state<CollectionState>())); });
    type.method("items(self)",
                [](Call& call) { return py::make_list(pairs_of(call.state<CollectionState>())); });
    type.method("get(self, key, default=None)", [](Call& call) {
        const std::string* key = py::text_if(call[1]);
        const Value* found = key ? call.state<CollectionState>().find(*key) : nullptr;
        return found ? *found : call[2];
    });
    type.method("contains_column(self, col)", [](Call& call) {
        if (py::is_str(call[1]))
            throw schema::ArgumentError(
                "contains_column cannot be used with string arguments. Use ``col_name in table.c`` instead.");
        return Value::boolean(holds(call.state<CollectionState>(), call[1]));
    });
    type.method("corresponding_column(self, column, require_embedded=False)", [](Call& call) -> Value {
        auto& state = call.state<CollectionState>();
        if (holds(state, call[1])) return call[1];
        const Value* found = state.find(py::to_str(py::get_attribute(call[1], "key")));
        return found ? *found : Value::none();
    });
    type.method("as_readonly(self)", [](Call& call) { return call[0]; });
    type.method("add(self, column, key=None)", [](Call& call) {
        std::string key = call.has(2) ? call.text(2) : py::to_str(py::get_attribute(call[1], "key"));
        call.state<CollectionState>().items.emplace_back(std::move(key), call[1]);
        return Value::none();
    });
    type.method("remove(self, column)", [](Call& call) {
        call.state<CollectionState>().remove(py::to_str(py::get_attribute(call[1], "key")));
        return Value::none();
    });
    type.method("extend(self, iter)", [](Call& call) {
        py::for_each(call[1], [&](const Value& column) { py::call_method(call[0], "add", {column}); });
        return Value::none();
    });
    type.method("compare(self, other)", [](Call& call) {
        auto& own = call.state<CollectionState>();
        auto& other = call.state<CollectionState>(1);
        bool same = own.items.size() == other.items.size();
        for (std::size_t i = 0; same && i < own.items.size(); ++i)
            same = own.items[i].second.is(other.items[i].second);
        return Value::boolean(same);
    });
    type.method("__str__(self)", [](Call& call) {
        std::string text = py::class_name(py::class_of(call[0])) + "(";
        bool first = true;
        for (const auto& item : call.state<CollectionState>().items) {
            if (!first) text += ", ";
            first = false;
            text += py::to_str(item.second);
        }
        return py::make_str(text + ")");
    });
}

} // namespace limbeck::sqlalchemy
