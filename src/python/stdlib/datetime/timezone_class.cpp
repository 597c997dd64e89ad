#include "python/stdlib/datetime/types.hpp"

namespace limbeck::python::datetime {

namespace {

[[noreturn]] void not_provided(const char* method) {
    raise(Exc::NotImplementedError, fmt::format("a tzinfo subclass must implement {}()", method));
}

// tzinfo.fromutc for zones written in scripts: they answer utcoffset() and dst() about local time alone.
Value from_utc(Call& call) {
    auto* moment = datetime_if(call[1]);
    if (!moment) raise(Exc::TypeError, "fromutc: argument must be a datetime");
    if (!moment->tzinfo.is(call[0])) raise(Exc::ValueError, "fromutc: dt.tzinfo is not self");
    auto offset = zone_offset(call[0], call[1], "utcoffset");
    if (!offset) raise(Exc::ValueError, "fromutc: non-None utcoffset() result required");
    auto dst = zone_offset(call[0], call[1], "dst");
    if (!dst) raise(Exc::ValueError, "fromutc: non-None dst() result required");
    WallTime standard = add(moment->date, moment->time, Int128(*offset - *dst));
    Value guess = make_datetime_as(class_of(call[1]), standard.date, standard.time, call[0]);
    auto second = zone_offset(call[0], guess, "dst");
    if (!second) raise(Exc::ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    WallTime local = add(standard.date, standard.time, *second);
    return make_datetime_as(class_of(call[1]), local.date, local.time, call[0]);
}

void define_tzinfo(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("tzinfo");
    types.tzinfo = type.get();
    type.method("utcoffset(self, dt)", [](Call&) -> Value { not_provided("utcoffset"); });
    type.method("dst(self, dt)", [](Call&) -> Value { not_provided("dst"); });
    type.method("tzname(self, dt)", [](Call&) -> Value { not_provided("tzname"); });
    type.method("fromutc(self, dt)", from_utc);
}

std::string name_of(const TimezoneState& zone) {
    if (zone.name) return *zone.name;
    return zone.offset == 0 ? "UTC" : "UTC" + format_offset(zone.offset);
}

Value construct(Call& call) {
    auto* delta = delta_if(call[1]);
    if (!delta)
        raise(Exc::TypeError,
              fmt::format("timezone() argument 1 must be datetime.timedelta, not {}", type_name(call[1])));
    std::optional<std::string> name;
    if (call.given(2)) {
        if (!is_str(call[2]))
            raise(Exc::TypeError,
                  fmt::format("timezone() argument 2 must be str, not {}", type_name(call[2])));
        name = as_text(call[2]);
    }
    if (delta->microseconds <= -day_us || delta->microseconds >= day_us)
        raise(Exc::ValueError, "offset must be a timedelta strictly between -timedelta(hours=24) and "
                               "timedelta(hours=24), not " +
                                   to_repr(call[1]) + ".");
    auto offset = static_cast<std::int64_t>(delta->microseconds);
    if (!name && offset == 0 && types().utc.exists()) return types().utc;
    return make_instance_with<TimezoneState>(as_class(call[0]), offset, std::move(name));
}

void check_about(const Value& about, const char* method) {
    if (about.is_none() || datetime_if(about)) return;
    raise(Exc::TypeError, fmt::format("{}(dt) argument must be a datetime instance or None, not {}", method,
                                      type_name(about)));
}

} // namespace

void define_timezone(ModuleBuilder& module, Types& types) {
    define_tzinfo(module, types);
    ClassBuilder type = module.define_class("timezone", {types.tzinfo});
    types.timezone = type.get();
    type.static_method("__new__(cls, offset, name=...)", construct);
    type.method("utcoffset(self, dt)", [](Call& call) {
        check_about(call[1], "utcoffset");
        return make_delta(call.state<TimezoneState>().offset);
    });
    type.method("dst(self, dt)", [](Call& call) {
        check_about(call[1], "dst");
        return Value::none();
    });
    type.method("tzname(self, dt)", [](Call& call) {
        check_about(call[1], "tzname");
        return make_str(name_of(call.state<TimezoneState>()));
    });
    type.method("fromutc(self, dt)", [](Call& call) {
        auto* moment = datetime_if(call[1]);
        if (!moment) raise(Exc::TypeError, "fromutc: argument must be a datetime instance");
        if (!moment->tzinfo.is(call[0])) raise(Exc::ValueError, "fromutc: dt.tzinfo is not self");
        WallTime local = add(moment->date, moment->time, call.state<TimezoneState>().offset);
        return make_datetime_as(class_of(call[1]), local.date, local.time, call[0]);
    });
    type.method("__repr__(self)", [](Call& call) {
        auto& self = call.state<TimezoneState>();
        if (call[0].is(datetime::types().utc)) return make_str(std::string_view("datetime.timezone.utc"));
        std::string out = "datetime.timezone(" + to_repr(make_delta(self.offset));
        if (self.name) out += ", " + quote(*self.name);
        return make_str(out + ")");
    });
    type.method("__str__(self)", [](Call& call) { return make_str(name_of(call.state<TimezoneState>())); });
    type.method("__eq__(self, other)", [](Call& call) -> Value {
        auto* other = state_if<TimezoneState>(call[1]);
        if (!other) return Value::not_implemented();
        return Value::boolean(call.state<TimezoneState>().offset == other->offset);
    });
    type.method("__hash__(self)",
                [](Call& call) { return Value::integer(call.state<TimezoneState>().offset / second_us); });
    types.utc = make_instance_with<TimezoneState>(type.get(), std::int64_t(0), std::nullopt);
    constexpr std::int64_t most = day_us - 60 * second_us;
    type.constant("utc", types.utc);
    type.constant("min", make_instance_with<TimezoneState>(type.get(), -most, std::nullopt));
    type.constant("max", make_instance_with<TimezoneState>(type.get(), most, std::nullopt));
}

} // namespace limbeck::python::datetime
