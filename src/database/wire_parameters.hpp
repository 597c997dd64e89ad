// Parameters as libpq takes them: texts, except for bytes. For postgres_*.cpp alone.
#pragma once

#include "database/libpq_library.hpp"
#include "database/value.hpp"

#include <span>
#include <string>
#include <vector>

namespace limbeck::database {

// Parallel arrays, one entry per parameter; they live as long as this does.
struct WireParameters {
    std::vector<std::string> texts;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    std::vector<Oid> types;

    explicit WireParameters(std::span<const Value> parameters);

    int size() const { return static_cast<int>(values.size()); }
};

} // namespace limbeck::database
