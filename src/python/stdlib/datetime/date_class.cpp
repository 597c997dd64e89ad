#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/struct_sequence.hpp"

namespace limbeck::python::datetime {

namespace {

const Date& date_of(const Value& value) {
    return state<DateState>(value).date;
}

// The parts that C's constructor needs: its own sentence where one is missing.
Date parts(Call& call) {
    static constexpr const char* names[] = {"year", "month", "day"};
    for (std::size_t i = 0; i < 3; ++i)
        if (!call.given(i + 1))
            raise(Exc::TypeError,
                  fmt::format("function missing required argument '{}' (pos {})", names[i], i + 1));
    Date date{int_argument(call[1]), int_argument(call[2]), int_argument(call[3])};
    check_date(date);
    return date;
}

Value plus(const Value& date, const Value& other, int sign) {
    auto* delta = delta_if(other);
    if (!delta) return Value::not_implemented();
    Int128 days = floor_div(delta->microseconds, Int128(day_us)) * sign + ordinal(date_of(date));
    if (days < 1 || days > max_ordinal) raise(Exc::OverflowError, "date value out of range");
    return make_date_as(class_of(date), from_ordinal(static_cast<int>(days)));
}

template <class Test> NativeBody comparison(bool is_order, Test test) {
    return [is_order, test](Call& call) -> Value {
        auto* other = date_if(call[1]);
        if (!other) return Value::not_implemented();
        if (datetime_if(call[1]) && !datetime_if(call[0])) {
            if (!is_order) return Value::not_implemented();
            raise(Exc::TypeError, "can't compare datetime.datetime to datetime.date");
        }
        return Value::boolean(test(date_of(call[0]), other->date));
    };
}

void add_constructors(ClassBuilder& type) {
    type.static_method("__new__(cls, year=..., month=..., day=...)", [](Call& call) {
        return make_instance_with<DateState>(as_class(call[0]), parts(call));
    });
    type.class_method("today(cls)", [](Call& call) {
        return make_date_as(as_class(call[0]), epoch_to_local(now_us() / second_us).date);
    });
    type.class_method("fromtimestamp(cls, timestamp, /)", [](Call& call) {
        std::int64_t us = timestamp_us(call[1]);
        return make_date_as(as_class(call[0]), epoch_to_local(floor_div(us, second_us)).date);
    });
    type.class_method("fromordinal(cls, ordinal, /)", [](Call& call) {
        int number = int_argument(call[1]);
        if (number < 1) raise(Exc::ValueError, "ordinal must be >= 1");
        if (number > max_ordinal) raise(Exc::ValueError, "year is out of range");
        return make_date_as(as_class(call[0]), from_ordinal(number));
    });
    type.class_method("fromisoformat(cls, string, /)", [](Call& call) {
        if (!is_str(call[1])) raise(Exc::TypeError, "fromisoformat: argument must be str");
        auto date = parse_iso_date(as_text(call[1]));
        if (!date) raise(Exc::ValueError, "Invalid isoformat string: " + to_repr(call[1]));
        check_date(*date);
        return make_date_as(as_class(call[0]), *date);
    });
    type.class_method("fromisocalendar(cls, year, week, day)", [](Call& call) {
        int year = int_argument(call[1]), week = int_argument(call[2]), day = int_argument(call[3]);
        if (year < 1 || year > 9999) raise(Exc::ValueError, fmt::format("Year is out of range: {}", year));
        auto number = from_iso_calendar(year, week, day);
        if (!number && day >= 1 && day <= 7) raise(Exc::ValueError, fmt::format("Invalid week: {}", week));
        if (!number) {
            if (!from_iso_calendar(year, week, 1))
                raise(Exc::ValueError, fmt::format("Invalid week: {}", week));
            raise(Exc::ValueError, fmt::format("Invalid day: {} (range is [1, 7])", day));
        }
        return make_date_as(as_class(call[0]), from_ordinal(*number));
    });
}

void add_text(ClassBuilder& type) {
    auto iso = [](Call& call) { return make_str(format_date(date_of(call[0]))); };
    type.method("isoformat(self)", iso);
    type.method("__str__(self)", iso);
    type.method("__repr__(self)", [](Call& call) {
        const Date& date = date_of(call[0]);
        Class* own = class_of(call[0]);
        return make_str(fmt::format("{}({}, {}, {})", own == types().date ? "datetime.date" : class_name(own),
                                    date.year, date.month, date.day));
    });
    type.method("ctime(self)", [](Call& call) {
        return make_str(format_wall_time("%a %b %e 00:00:00 ", date_of(call[0]), {}, Value::none()) +
                        fmt::format("{:04}", date_of(call[0]).year));
    });
    type.method("strftime(self, format)", [](Call& call) {
        return make_str(format_wall_time(format_argument(call[1]), date_of(call[0]), {}, call[0]));
    });
    type.method("__format__(self, format, /)", [](Call& call) {
        if (call.text(1).empty()) return make_str(to_str(call[0]));
        return call_method(call[0], "strftime", {call[1]});
    });
}

void add_calendar(ClassBuilder& type) {
    type.property("year", [](Call& call) { return Value::integer(date_of(call[0]).year); });
    type.property("month", [](Call& call) { return Value::integer(date_of(call[0]).month); });
    type.property("day", [](Call& call) { return Value::integer(date_of(call[0]).day); });
    type.method("toordinal(self)", [](Call& call) { return Value::integer(ordinal(date_of(call[0]))); });
    type.method("weekday(self)", [](Call& call) { return Value::integer(weekday(date_of(call[0]))); });
    type.method("isoweekday(self)", [](Call& call) { return Value::integer(weekday(date_of(call[0])) + 1); });
    type.method("isocalendar(self)", [](Call& call) {
        IsoDate iso = iso_calendar(date_of(call[0]));
        return make_struct_sequence(types().iso_date, {Value::integer(iso.year), Value::integer(iso.week),
                                                       Value::integer(iso.weekday)});
    });
    type.method("timetuple(self)", [](Call& call) { return make_time_tuple(date_of(call[0]), {}, -1); });
    type.method("replace(self, year=..., month=..., day=...)", [](Call& call) {
        Date date = date_of(call[0]);
        if (call.given(1)) date.year = int_argument(call[1]);
        if (call.given(2)) date.month = int_argument(call[2]);
        if (call.given(3)) date.day = int_argument(call[3]);
        check_date(date);
        return make_date_as(class_of(call[0]), date);
    });
    type.method("__reduce__(self)", [](Call& call) {
        const Date& date = date_of(call[0]);
        return make_tuple(
            {class_value(class_of(call[0])),
             make_tuple({Value::integer(date.year), Value::integer(date.month), Value::integer(date.day)})});
    });
}

void add_operators(ClassBuilder& type) {
    type.method("__add__(self, other)", [](Call& call) { return plus(call[0], call[1], 1); });
    type.method("__radd__(self, other)", [](Call& call) { return plus(call[0], call[1], 1); });
    type.method("__sub__(self, other)", [](Call& call) -> Value {
        auto* other = date_if(call[1]);
        if (!other) return plus(call[0], call[1], -1);
        if (datetime_if(call[1])) return Value::not_implemented();
        return make_delta(Int128(ordinal(date_of(call[0])) - ordinal(other->date)) * day_us);
    });
    type.method("__eq__(self, other)", comparison(false, [](auto& a, auto& b) { return a == b; }));
    type.method("__lt__(self, other)", comparison(true, [](auto& a, auto& b) { return a < b; }));
    type.method("__le__(self, other)", comparison(true, [](auto& a, auto& b) { return a <= b; }));
    type.method("__gt__(self, other)", comparison(true, [](auto& a, auto& b) { return a > b; }));
    type.method("__ge__(self, other)", comparison(true, [](auto& a, auto& b) { return a >= b; }));
    type.method("__hash__(self)", [](Call& call) { return Value::integer(ordinal(date_of(call[0]))); });
}

} // namespace

void define_date(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("date");
    types.date = type.get();
    add_constructors(type);
    add_text(type);
    add_calendar(type);
    add_operators(type);
    type.constant("min", make_instance_with<DateState>(type.get(), Date{1, 1, 1}));
    type.constant("max", make_instance_with<DateState>(type.get(), Date{9999, 12, 31}));
    type.constant("resolution", make_instance_with<DeltaState>(types.delta, Int128(day_us)));
}

} // namespace limbeck::python::datetime
