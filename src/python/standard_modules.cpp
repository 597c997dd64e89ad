#include "python/runtime.hpp"

namespace limbeck::python {

void add_standard_modules(Runtime&) {}

} // namespace limbeck::python
