#include "python/stdlib/json/json.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/regex/utf.hpp"

namespace limbeck::python {

namespace {

std::string separator(const Value& pair, std::size_t index) {
    return as_text(get_item(pair, Value::integer(static_cast<std::int64_t>(index))));
}

json::EncodeOptions encode_options(Call& call) {
    json::EncodeOptions options;
    options.skip_keys = call.truth(1);
    options.ensure_ascii = call.truth(2);
    options.check_circular = call.truth(3);
    options.allow_nan = call.truth(4);
    if (call.has(5)) {
        if (const std::string* text = text_if(call[5]))
            options.indent = *text;
        else
            options.indent =
                std::string(static_cast<std::size_t>(std::max<std::int64_t>(0, as_index(call[5]))), ' ');
    }
    if (call.has(6)) {
        options.item_separator = separator(call[6], 0);
        options.key_separator = separator(call[6], 1);
    } else if (options.indent) {
        options.item_separator = ",";
    }
    options.fallback = call[7];
    options.sort_keys = call.truth(8);
    return options;
}

Value decode(Call& call) {
    json::DecodeOptions options{call[2], call[3], call[4], call[5], call[6], call.truth(7)};
    std::u32string text = regex::from_utf8(call.text(0));
    auto at = static_cast<std::size_t>(call.integer(1));
    try {
        Value value = json::decode(text, at, options);
        return make_tuple({value, Value::integer(static_cast<std::int64_t>(at))});
    } catch (const json::DecodeFailure& failure) {
        // The module's own exception class tells line and column.
        return make_tuple(
            {make_str(failure.sentence), Value::integer(-1 - static_cast<std::int64_t>(failure.position))});
    }
}

} // namespace

void populate_json(ModuleBuilder& module) {
    module.function("encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, "
                    "default, sort_keys)",
                    [](Call& call) { return make_str(json::encode(call[0], encode_options(call))); });
    module.function("decode(text, start, object_hook, parse_float, parse_int, parse_constant, "
                    "object_pairs_hook, strict)",
                    decode);
}

} // namespace limbeck::python
