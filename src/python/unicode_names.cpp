#include "python/unicode_names.hpp"
namespace limbeck::python::unicode_names {
char32_t find(std::string_view) {
    return unknown;
}
} // namespace limbeck::python::unicode_names
