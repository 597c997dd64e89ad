#include "python/stdlib/datetime/types.hpp"

namespace limbeck::python::datetime {

namespace {

TimeState& time_of(const Value& value) {
    return state<TimeState>(value);
}

// Zones are asked about None: a time has no date that they could look at.
std::optional<std::int64_t> offset_of(const Value& value) {
    return zone_offset(time_of(value).tzinfo, Value::none(), "utcoffset");
}

Value construct(Call& call) {
    Time time;
    int* parts[] = {&time.hour, &time.minute, &time.second, &time.microsecond};
    for (std::size_t i = 0; i < 4; ++i)
        if (call.given(i + 1)) *parts[i] = int_argument(call[i + 1]);
    int fold = int_argument(call[6]);
    check_time(time);
    check_fold(fold);
    check_tzinfo(call[5]);
    return make_instance_with<TimeState>(as_class(call[0]), time, call[5], fold);
}

Value make_time_as(Class* type, const Time& time, const Value& tzinfo, int fold) {
    if (type == types().time) return make_time(time, tzinfo, fold);
    std::vector<Value> arguments = {Value::integer(time.hour), Value::integer(time.minute),
                                    Value::integer(time.second), Value::integer(time.microsecond), tzinfo};
    std::vector<KeywordArgument> keywords;
    if (fold) keywords.push_back({intern("fold"), Value::integer(fold)});
    return call(class_value(type), arguments, keywords);
}

std::string time_text(const Value& value, std::string_view timespec) {
    auto clock = format_time(time_of(value).time, timespec);
    if (!clock) raise(Exc::ValueError, "Unknown timespec value");
    if (auto offset = offset_of(value)) *clock += format_offset(*offset);
    return *clock;
}

template <class Test> NativeBody comparison(bool is_order, Test test) {
    return [is_order, test](Call& call) -> Value {
        auto* other = time_if(call[1]);
        if (!other) return Value::not_implemented();
        TimeState& own = time_of(call[0]);
        if (own.tzinfo.is(other->tzinfo))
            return Value::boolean(test(time_of_day(own.time), time_of_day(other->time)));
        auto a = offset_of(call[0]), b = offset_of(call[1]);
        if (a.has_value() != b.has_value()) {
            if (!is_order) return Value::not_implemented();
            raise(Exc::TypeError, "can't compare offset-naive and offset-aware times");
        }
        return Value::boolean(
            test(time_of_day(own.time) - a.value_or(0), time_of_day(other->time) - b.value_or(0)));
    };
}

std::string time_repr(const Value& value) {
    TimeState& self = time_of(value);
    Class* own = class_of(value);
    std::string out = fmt::format("{}({}, {}", own == types().time ? "datetime.time" : class_name(own),
                                  self.time.hour, self.time.minute);
    if (self.time.second || self.time.microsecond) out += fmt::format(", {}", self.time.second);
    if (self.time.microsecond) out += fmt::format(", {}", self.time.microsecond);
    if (self.fold) out += ", fold=1";
    if (!self.tzinfo.is_none()) out += ", tzinfo=" + to_repr(self.tzinfo);
    return out + ")";
}

Value from_iso(Call& call) {
    if (!is_str(call[1])) raise(Exc::TypeError, "fromisoformat: argument must be str");
    std::string_view text = as_text(call[1]);
    if (text.starts_with('T')) text.remove_prefix(1);
    auto parsed = parse_iso_time(text);
    if (!parsed) raise(Exc::ValueError, "Invalid isoformat string: " + to_repr(call[1]));
    check_time(parsed->time);
    Value zone = parsed->has_offset ? make_timezone(parsed->offset) : Value::none();
    return make_time_as(as_class(call[0]), parsed->time, zone, 0);
}

} // namespace

void define_time(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("time");
    types.time = type.get();
    type.static_method(
        "__new__(cls, hour=..., minute=..., second=..., microsecond=..., tzinfo=None, *, fold=0)", construct);
    type.class_method("fromisoformat(cls, string, /)", from_iso);
    type.property("hour", [](Call& call) { return Value::integer(time_of(call[0]).time.hour); });
    type.property("minute", [](Call& call) { return Value::integer(time_of(call[0]).time.minute); });
    type.property("second", [](Call& call) { return Value::integer(time_of(call[0]).time.second); });
    type.property("microsecond",
                  [](Call& call) { return Value::integer(time_of(call[0]).time.microsecond); });
    type.property("tzinfo", [](Call& call) { return time_of(call[0]).tzinfo; });
    type.property("fold", [](Call& call) { return Value::integer(time_of(call[0]).fold); });
    type.method("isoformat(self, timespec='auto')",
                [](Call& call) { return make_str(time_text(call[0], call.text(1))); });
    type.method("__str__(self)", [](Call& call) { return make_str(time_text(call[0], "auto")); });
    type.method("__repr__(self)", [](Call& call) { return make_str(time_repr(call[0])); });
    type.method("strftime(self, format)", [](Call& call) {
        return make_str(
            format_wall_time(format_argument(call[1]), {1900, 1, 1}, time_of(call[0]).time, call[0]));
    });
    type.method("__format__(self, format, /)", [](Call& call) {
        if (call.text(1).empty()) return make_str(to_str(call[0]));
        return call_method(call[0], "strftime", {call[1]});
    });
    type.method("utcoffset(self)", [](Call& call) -> Value {
        auto offset = offset_of(call[0]);
        return offset ? make_delta(*offset) : Value::none();
    });
    type.method("dst(self)", [](Call& call) -> Value {
        auto offset = zone_offset(time_of(call[0]).tzinfo, Value::none(), "dst");
        return offset ? make_delta(*offset) : Value::none();
    });
    type.method("tzname(self)", [](Call& call) -> Value {
        const Value& zone = time_of(call[0]).tzinfo;
        return zone.is_none() ? Value::none() : call_method(zone, "tzname", {Value::none()});
    });
    type.method("replace(self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)",
                [](Call& call) {
                    TimeState& self = time_of(call[0]);
                    Time time = self.time;
                    int* parts[] = {&time.hour, &time.minute, &time.second, &time.microsecond};
                    for (std::size_t i = 0; i < 4; ++i)
                        if (call.given(i + 1)) *parts[i] = int_argument(call[i + 1]);
                    Value zone = call.given(5) ? call[5] : self.tzinfo;
                    int fold = call.given(6) ? int_argument(call[6]) : self.fold;
                    check_time(time);
                    check_fold(fold);
                    check_tzinfo(zone);
                    return make_time_as(class_of(call[0]), time, zone, fold);
                });
    type.method("__eq__(self, other)", comparison(false, [](auto a, auto b) { return a == b; }));
    type.method("__lt__(self, other)", comparison(true, [](auto a, auto b) { return a < b; }));
    type.method("__le__(self, other)", comparison(true, [](auto a, auto b) { return a <= b; }));
    type.method("__gt__(self, other)", comparison(true, [](auto a, auto b) { return a > b; }));
    type.method("__ge__(self, other)", comparison(true, [](auto a, auto b) { return a >= b; }));
    type.method("__hash__(self)", [](Call& call) {
        return Value::integer(time_of_day(time_of(call[0]).time) - offset_of(call[0]).value_or(0));
    });
    type.constant("min", make_instance_with<TimeState>(type.get(), Time{}, Value::none(), 0));
    type.constant("max",
                  make_instance_with<TimeState>(type.get(), Time{23, 59, 59, 999999}, Value::none(), 0));
    type.constant("resolution", make_instance_with<DeltaState>(types.delta, Int128(1)));
}

} // namespace limbeck::python::datetime
