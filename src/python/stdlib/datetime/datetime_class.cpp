#include "python/stdlib/datetime/types.hpp"

namespace limbeck::python::datetime {

namespace {

DatetimeState& own(const Value& value) {
    return state<DatetimeState>(value);
}

std::optional<std::int64_t> offset_of(const Value& value) {
    return zone_offset(own(value).tzinfo, value, "utcoffset");
}

// Microseconds since 0001-01-01, of the wall time.
Int128 instant(const DatetimeState& self) {
    return Int128(ordinal(self.date)) * day_us + time_of_day(self.time);
}

Value construct(Call& call) {
    static constexpr const char* names[] = {"year", "month", "day"};
    for (std::size_t i = 0; i < 3; ++i)
        if (!call.given(i + 1))
            raise(Exc::TypeError,
                  fmt::format("function missing required argument '{}' (pos {})", names[i], i + 1));
    Date date{int_argument(call[1]), int_argument(call[2]), int_argument(call[3])};
    Time time;
    int* parts[] = {&time.hour, &time.minute, &time.second, &time.microsecond};
    for (std::size_t i = 0; i < 4; ++i)
        if (call.given(i + 4)) *parts[i] = int_argument(call[i + 4]);
    int fold = int_argument(call[9]);
    check_date(date);
    check_time(time);
    check_fold(fold);
    check_tzinfo(call[8]);
    return make_instance_with<DatetimeState>(as_class(call[0]), date, time, call[8], fold);
}

Value from_epoch(Class* type, std::int64_t us, const Value& tzinfo) {
    std::int64_t within;
    std::int64_t seconds = floor_div(us, second_us, &within);
    if (tzinfo.is_none()) {
        LocalTime local = epoch_to_local(seconds);
        local.time.microsecond = static_cast<int>(within);
        return make_datetime_as(type, local.date, local.time, tzinfo, local.fold);
    }
    std::int64_t days = floor_div(us, day_us, &within) + epoch_ordinal;
    if (days < 1 || days > max_ordinal) raise(Exc::ValueError, "year is out of range");
    Value utc =
        make_datetime_as(type, from_ordinal(static_cast<int>(days)), from_time_of_day(within), tzinfo);
    return call_method(tzinfo, "fromutc", {utc});
}

Value from_epoch_utc(Class* type, std::int64_t us) {
    std::int64_t within;
    std::int64_t days = floor_div(us, day_us, &within) + epoch_ordinal;
    if (days < 1 || days > max_ordinal) {
        // Year and a bit: near enough to name it as CPython does.
        std::int64_t year = days < 1 ? 0 : days * 400 / 146097 + 1;
        raise(Exc::ValueError, fmt::format("year {} is out of range", year));
    }
    return make_datetime_as(type, from_ordinal(static_cast<int>(days)), from_time_of_day(within),
                            Value::none());
}

Value combine(Call& call) {
    auto* date = date_if(call[1]);
    if (!date)
        raise(Exc::TypeError,
              fmt::format("combine() argument 1 must be datetime.date, not {}", type_name(call[1])));
    auto* time = time_if(call[2]);
    if (!time)
        raise(Exc::TypeError,
              fmt::format("combine() argument 2 must be datetime.time, not {}", type_name(call[2])));
    Value zone = call.given(3) ? call[3] : time->tzinfo;
    check_tzinfo(zone);
    return make_datetime_as(as_class(call[0]), date->date, time->time, zone, time->fold);
}

Value from_iso(Call& call) {
    if (!is_str(call[1])) raise(Exc::TypeError, "fromisoformat: argument must be str");
    auto invalid = [&] { raise(Exc::ValueError, "Invalid isoformat string: " + to_repr(call[1])); };
    auto parts = split_iso(as_text(call[1]));
    if (!parts) invalid();
    auto date = parse_iso_date(parts->date);
    if (!date) invalid();
    std::optional<IsoTime> time = IsoTime{};
    if (!parts->time.empty()) time = parse_iso_time(parts->time);
    if (!time) invalid();
    check_date(*date);
    check_time(time->time);
    Value zone = time->has_offset ? make_timezone(time->offset) : Value::none();
    return make_datetime_as(as_class(call[0]), *date, time->time, zone);
}

Value parse_text(Call& call) {
    for (std::size_t i = 1; i <= 2; ++i)
        if (!is_str(call[i]))
            raise(Exc::TypeError,
                  fmt::format("strptime() argument {} must be str, not {}", i, type_name(call[i])));
    Parsed parsed = parse_wall_time(as_text(call[1]), as_text(call[2]));
    Value zone = Value::none();
    if (parsed.has_offset) {
        zone = parsed.zone.empty()
                   ? make_timezone(parsed.offset)
                   : make_instance_with<TimezoneState>(types().timezone, parsed.offset, parsed.zone);
    }
    check_date(parsed.date);
    check_time(parsed.time);
    return make_datetime_as(as_class(call[0]), parsed.date, parsed.time, zone);
}

void add_constructors(ClassBuilder& type) {
    type.static_method("__new__(cls, year=..., month=..., day=..., hour=..., minute=..., second=..., "
                       "microsecond=..., tzinfo=None, *, fold=0)",
                       construct);
    type.class_method("now(cls, tz=None)", [](Call& call) {
        check_tzinfo(call[1]);
        return from_epoch(as_class(call[0]), now_us(), call[1]);
    });
    type.class_method("today(cls)",
                      [](Call& call) { return from_epoch(as_class(call[0]), now_us(), Value::none()); });
    type.class_method("utcnow(cls)", [](Call& call) { return from_epoch_utc(as_class(call[0]), now_us()); });
    type.class_method("fromtimestamp(cls, timestamp, tz=None)", [](Call& call) {
        check_tzinfo(call[2]);
        return from_epoch(as_class(call[0]), timestamp_us(call[1]), call[2]);
    });
    type.class_method("utcfromtimestamp(cls, timestamp, /)",
                      [](Call& call) { return from_epoch_utc(as_class(call[0]), timestamp_us(call[1])); });
    type.class_method("combine(cls, date, time, tzinfo=...)", combine);
    type.class_method("fromisoformat(cls, string, /)", from_iso);
    type.class_method("strptime(cls, date_string, format, /)", parse_text);
}

std::string repr(const Value& value) {
    DatetimeState& self = own(value);
    Class* type = class_of(value);
    std::string out = fmt::format(
        "{}({}, {}, {}, {}, {}", type == types().datetime ? "datetime.datetime" : class_name(type),
        self.date.year, self.date.month, self.date.day, self.time.hour, self.time.minute);
    if (self.time.second || self.time.microsecond) out += fmt::format(", {}", self.time.second);
    if (self.time.microsecond) out += fmt::format(", {}", self.time.microsecond);
    if (self.fold) out += ", fold=1";
    if (!self.tzinfo.is_none()) out += ", tzinfo=" + to_repr(self.tzinfo);
    return out + ")";
}

void add_text(ClassBuilder& type) {
    type.method("isoformat(self, sep='T', timespec='auto')", [](Call& call) {
        const std::string& separator = call.text(1);
        if (as<Str>(call[1])->length != 1)
            raise(Exc::TypeError, "isoformat() argument 1 must be a unicode character, not str");
        return make_str(datetime_text(call[0], separator, call.text(2)));
    });
    type.method("__str__(self)", [](Call& call) { return make_str(datetime_text(call[0])); });
    type.method("__repr__(self)", [](Call& call) { return make_str(repr(call[0])); });
    type.method("ctime(self)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        return make_str(format_wall_time("%a %b %e %H:%M:%S ", self.date, self.time, Value::none()) +
                        fmt::format("{:04}", self.date.year));
    });
    type.method("strftime(self, format)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        return make_str(format_wall_time(format_argument(call[1]), self.date, self.time, call[0]));
    });
}

void add_parts(ClassBuilder& type) {
    type.property("hour", [](Call& call) { return Value::integer(own(call[0]).time.hour); });
    type.property("minute", [](Call& call) { return Value::integer(own(call[0]).time.minute); });
    type.property("second", [](Call& call) { return Value::integer(own(call[0]).time.second); });
    type.property("microsecond", [](Call& call) { return Value::integer(own(call[0]).time.microsecond); });
    type.property("tzinfo", [](Call& call) { return own(call[0]).tzinfo; });
    type.property("fold", [](Call& call) { return Value::integer(own(call[0]).fold); });
    type.method("date(self)", [](Call& call) { return make_date(own(call[0]).date); });
    type.method("time(self)",
                [](Call& call) { return make_time(own(call[0]).time, Value::none(), own(call[0]).fold); });
    type.method("timetz(self)", [](Call& call) {
        return make_time(own(call[0]).time, own(call[0]).tzinfo, own(call[0]).fold);
    });
    type.method("replace(self, year=..., month=..., day=..., hour=..., minute=..., second=..., "
                "microsecond=..., tzinfo=..., *, fold=...)",
                [](Call& call) {
                    DatetimeState& self = own(call[0]);
                    Date date = self.date;
                    Time time = self.time;
                    int* parts[] = {&date.year,   &date.month,  &date.day,        &time.hour,
                                    &time.minute, &time.second, &time.microsecond};
                    for (std::size_t i = 0; i < 7; ++i)
                        if (call.given(i + 1)) *parts[i] = int_argument(call[i + 1]);
                    Value zone = call.given(8) ? call[8] : self.tzinfo;
                    int fold = call.given(9) ? int_argument(call[9]) : self.fold;
                    check_date(date);
                    check_time(time);
                    check_fold(fold);
                    check_tzinfo(zone);
                    return make_datetime_as(class_of(call[0]), date, time, zone, fold);
                });
    type.method("__reduce__(self)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        return make_tuple({class_value(class_of(call[0])),
                           make_tuple({Value::integer(self.date.year), Value::integer(self.date.month),
                                       Value::integer(self.date.day), Value::integer(self.time.hour),
                                       Value::integer(self.time.minute), Value::integer(self.time.second),
                                       Value::integer(self.time.microsecond), self.tzinfo})});
    });
}

Value as_zone(Call& call) {
    const Value& value = call[0];
    DatetimeState& self = own(value);
    check_tzinfo(call[1]);
    auto offset = offset_of(value);
    std::int64_t us = offset ? *offset : 0;
    if (!offset) {
        // A naive value is local time.
        std::int64_t epoch = local_to_epoch(self.date, self.time, self.fold);
        us = epoch_to_local(epoch).offset * second_us;
    }
    if (self.tzinfo.is(call[1]) && !call[1].is_none()) return value;
    WallTime utc = add(self.date, self.time, -us);
    Value target = call[1];
    if (target.is_none()) {
        std::int64_t seconds =
            (ordinal(utc.date) - epoch_ordinal) * 86'400LL + time_of_day(utc.time) / second_us;
        LocalTime local = epoch_to_local(seconds);
        target = make_instance_with<TimezoneState>(types().timezone, local.offset * second_us, local.zone);
    }
    Value moved = make_datetime_as(class_of(value), utc.date, utc.time, target);
    return call_method(target, "fromutc", {moved});
}

void add_zone(ClassBuilder& type) {
    type.method("utcoffset(self)", [](Call& call) -> Value {
        auto offset = offset_of(call[0]);
        return offset ? make_delta(*offset) : Value::none();
    });
    type.method("dst(self)", [](Call& call) -> Value {
        auto offset = zone_offset(own(call[0]).tzinfo, call[0], "dst");
        return offset ? make_delta(*offset) : Value::none();
    });
    type.method("tzname(self)", [](Call& call) -> Value {
        const Value& zone = own(call[0]).tzinfo;
        return zone.is_none() ? Value::none() : call_method(zone, "tzname", {call[0]});
    });
    type.method("astimezone(self, tz=None)", as_zone);
    type.method("timestamp(self)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        if (auto offset = offset_of(call[0])) {
            Int128 us = instant(self) - *offset - Int128(epoch_ordinal) * day_us;
            return Value::number(static_cast<double>(static_cast<long double>(us) / 1e6L));
        }
        std::int64_t seconds = local_to_epoch(self.date, self.time, self.fold);
        return Value::number(static_cast<double>(seconds) + self.time.microsecond / 1e6);
    });
    type.method("timetuple(self)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        auto dst = zone_offset(self.tzinfo, call[0], "dst");
        return make_time_tuple(self.date, self.time, dst ? (*dst != 0 ? 1 : 0) : -1);
    });
    type.method("utctimetuple(self)", [](Call& call) {
        DatetimeState& self = own(call[0]);
        WallTime utc = add(self.date, self.time, -Int128(offset_of(call[0]).value_or(0)));
        return make_time_tuple(utc.date, utc.time, 0);
    });
}

Value plus(const Value& value, const Value& other, int sign) {
    auto* delta = delta_if(other);
    if (!delta) return Value::not_implemented();
    DatetimeState& self = own(value);
    WallTime sum = add(self.date, self.time, delta->microseconds * sign);
    return make_datetime_as(class_of(value), sum.date, sum.time, self.tzinfo);
}

Value minus(Call& call) {
    auto* other = datetime_if(call[1]);
    if (!other) return plus(call[0], call[1], -1);
    DatetimeState& self = own(call[0]);
    Int128 difference = instant(self) - instant(*other);
    if (!self.tzinfo.is(other->tzinfo)) {
        auto a = offset_of(call[0]), b = offset_of(call[1]);
        if (a.has_value() != b.has_value())
            raise(Exc::TypeError, "can't subtract offset-naive and offset-aware datetimes");
        difference += b.value_or(0) - a.value_or(0);
    }
    return make_delta(difference);
}

template <class Test> NativeBody comparison(bool is_order, Test test) {
    return [is_order, test](Call& call) -> Value {
        auto* other = datetime_if(call[1]);
        if (!other) {
            if (date_if(call[1]) && is_order)
                raise(Exc::TypeError, "can't compare datetime.datetime to datetime.date");
            return date_if(call[1]) ? Value::boolean(false) : Value::not_implemented();
        }
        DatetimeState& self = own(call[0]);
        if (self.tzinfo.is(other->tzinfo)) return Value::boolean(test(instant(self), instant(*other)));
        auto a = offset_of(call[0]), b = offset_of(call[1]);
        if (a.has_value() != b.has_value()) {
            if (!is_order) return Value::boolean(false);
            raise(Exc::TypeError, "can't compare offset-naive and offset-aware datetimes");
        }
        return Value::boolean(test(instant(self) - a.value_or(0), instant(*other) - b.value_or(0)));
    };
}

void add_operators(ClassBuilder& type) {
    type.method("__add__(self, other)", [](Call& call) { return plus(call[0], call[1], 1); });
    type.method("__radd__(self, other)", [](Call& call) { return plus(call[0], call[1], 1); });
    type.method("__sub__(self, other)", minus);
    type.method("__eq__(self, other)", comparison(false, [](auto a, auto b) { return a == b; }));
    type.method("__lt__(self, other)", comparison(true, [](auto a, auto b) { return a < b; }));
    type.method("__le__(self, other)", comparison(true, [](auto a, auto b) { return a <= b; }));
    type.method("__gt__(self, other)", comparison(true, [](auto a, auto b) { return a > b; }));
    type.method("__ge__(self, other)", comparison(true, [](auto a, auto b) { return a >= b; }));
    type.method("__hash__(self)", [](Call& call) {
        Int128 us = instant(own(call[0])) - offset_of(call[0]).value_or(0);
        return Value::integer(static_cast<std::int64_t>(us));
    });
}

} // namespace

void define_datetime(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("datetime", {types.date});
    types.datetime = type.get();
    add_constructors(type);
    add_text(type);
    add_parts(type);
    add_zone(type);
    add_operators(type);
    Value none = Value::none();
    type.constant("min", make_instance_with<DatetimeState>(type.get(), Date{1, 1, 1}, Time{}, none, 0));
    type.constant("max", make_instance_with<DatetimeState>(type.get(), Date{9999, 12, 31},
                                                           Time{23, 59, 59, 999999}, none, 0));
    type.constant("resolution", make_instance_with<DeltaState>(types.delta, Int128(1)));
}

} // namespace limbeck::python::datetime
