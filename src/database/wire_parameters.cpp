#include "database/wire_parameters.hpp"

#include "database/postgres_types.hpp"

#include <cmath>

#include <fmt/format.h>

namespace limbeck::database {

namespace {

std::string to_text(const Value& parameter) {
    if (const bool* value = std::get_if<bool>(&parameter)) return *value ? "t" : "f";
    if (const auto* value = std::get_if<std::int64_t>(&parameter)) return std::to_string(*value);
    if (const double* value = std::get_if<double>(&parameter)) {
        if (std::isnan(*value)) return "NaN";
        if (std::isinf(*value)) return *value > 0 ? "Infinity" : "-Infinity";
        return fmt::format("{}", *value);
    }
    if (const auto* value = std::get_if<Bytes>(&parameter)) return value->data;
    return std::get<std::string>(parameter);
}

} // namespace

WireParameters::WireParameters(std::span<const Value> parameters) {
    // No text may move once libpq's array points at it.
    texts.reserve(parameters.size());
    for (const Value& parameter : parameters) {
        bool is_bytes = std::holds_alternative<Bytes>(parameter);
        if (std::holds_alternative<std::nullptr_t>(parameter)) {
            values.push_back(nullptr);
            lengths.push_back(0);
        } else {
            texts.push_back(to_text(parameter));
            values.push_back(texts.back().c_str());
            lengths.push_back(static_cast<int>(texts.back().size()));
        }
        formats.push_back(is_bytes ? 1 : 0);
        types.push_back(is_bytes ? postgres_bytea : 0);
    }
}

} // namespace limbeck::database
