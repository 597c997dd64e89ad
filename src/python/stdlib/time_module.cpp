#include "python/stdlib/modules.hpp"
#include "python/stdlib/struct_sequence.hpp"

namespace limbeck::python {

void populate_time_tuple(ModuleBuilder& module) {
    define_struct_sequence(
        module, "struct_time", "time.struct_time",
        {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"});
}

} // namespace limbeck::python
