#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/struct_sequence.hpp"

namespace limbeck::python {

void populate_datetime(ModuleBuilder& module) {
    using namespace datetime;
    Value holder = make_instance(builtin_class("object"));
    Types& types = attach_state<Types>(holder);
    // First of all: what is defined after this may ask for it.
    module.constant("_types", holder);
    define_delta(module, types);
    define_date(module, types);
    define_time(module, types);
    define_datetime(module, types);
    define_timezone(module, types);
    types.iso_date = define_struct_sequence(module, "IsoCalendarDate", "datetime.IsoCalendarDate",
                                            {"year", "week", "weekday"});
    // time.strptime()'s nine numbers.
    module.function("_parse(text, format)", [](Call& call) {
        for (std::size_t i = 0; i < 2; ++i)
            if (!is_str(call[i]))
                raise(Exc::TypeError,
                      fmt::format("strptime() argument {} must be str, not {}", i, type_name(call[i])));
        Parsed parsed = parse_wall_time(call.text(0), call.text(1));
        return make_tuple({Value::integer(parsed.date.year), Value::integer(parsed.date.month),
                           Value::integer(parsed.date.day), Value::integer(parsed.time.hour),
                           Value::integer(parsed.time.minute), Value::integer(parsed.time.second),
                           Value::integer(parsed.weekday), Value::integer(parsed.day_of_year),
                           Value::integer(parsed.is_dst)});
    });
    module.constant("UTC", types.utc);
    module.constant("MINYEAR", Value::integer(1));
    module.constant("MAXYEAR", Value::integer(9999));
}

} // namespace limbeck::python
