#include "schema/options.hpp"

namespace limbeck::schema {

const Option* Options::find(std::string_view key) const {
    for (const Option& option : items)
        if (option.key == key) return &option;
    return nullptr;
}

const Value& Options::value(std::string_view key) const {
    static const Value nothing;
    const Option* option = find(key);
    return option ? option->value : nothing;
}

bool Options::truthy(std::string_view key) const {
    const Option* option = find(key);
    return option && (option->expression || schema::truthy(option->value));
}

bool truthy(const Value& value) {
    if (value.is_null()) return false;
    if (auto* flag = value.get_if<bool>()) return *flag;
    if (auto* number = value.get_if<std::int64_t>()) return *number != 0;
    if (auto* real = value.get_if<double>()) return *real != 0;
    if (auto* text = value.get_if<std::string>()) return !text->empty();
    if (auto* bytes = value.get_if<Bytes>()) return !bytes->data.empty();
    if (auto* items = items_of(value)) return !items->empty();
    if (auto* dict = value.get_if<Dict>()) return !dict->items.empty();
    return true;
}

} // namespace limbeck::schema
