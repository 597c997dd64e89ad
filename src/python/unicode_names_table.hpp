// The names of characters as hashes: 34,000 names in 140 KB. A name that does not exist is taken for one that
// does about once in a hundred thousand times; a name that exists is never missed or mistaken.
#pragma once

#include <cstddef>
#include <cstdint>

namespace limbeck::python::unicode_names {

// Neighbouring characters that have names.
struct Run {
    std::uint32_t first;
    std::uint32_t count;
};
struct Alias {
    std::uint32_t hash;
    std::uint32_t code_point;
};

extern const std::uint32_t hash_seed;
extern const Run runs[];
extern const std::size_t run_count;
// One for each character of the runs, in their order.
extern const std::uint32_t hashes[];
extern const Alias aliases[];
extern const std::size_t alias_count;

} // namespace limbeck::python::unicode_names
