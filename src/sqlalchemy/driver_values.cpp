// The drivers' half of result_values.hpp: what psycopg2 and pysqlite make of a cell.
#include "python/stdlib/datetime/types.hpp"
#include "python/stdlib/decimal/types.hpp"
#include "sqlalchemy/result_values.hpp"

#include <charconv>

namespace limbeck::sqlalchemy {

namespace {

using python::make_str;
using python::Value;
namespace datetime = python::datetime;

int digits(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + std::min(text.size(), at + count), value);
    return value;
}

// "04:05:06.789" with whatever follows; `end` is where it stops.
datetime::Time read_time(std::string_view text, std::size_t& end) {
    datetime::Time time{digits(text, 0, 2), digits(text, 3, 2), 0, 0};
    end = std::min<std::size_t>(text.size(), 5);
    if (end < text.size() && text[end] == ':') {
        time.second = digits(text, 6, 2);
        end = std::min<std::size_t>(text.size(), 8);
    }
    if (end < text.size() && text[end] == '.') {
        int scale = 100000;
        for (++end; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end, scale /= 10)
            time.microsecond += (text[end] - '0') * scale;
    }
    return time;
}

// "+02", "-03:30", "+00:19:32"; None where there is none.
Value read_offset(std::string_view text) {
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return Value::none();
    std::int64_t seconds = digits(text, 1, 2) * 3600;
    if (text.size() > 4) seconds += digits(text, 4, 2) * 60;
    if (text.size() > 7) seconds += digits(text, 7, 2);
    return datetime::make_timezone((text[0] == '-' ? -seconds : seconds) * datetime::second_us);
}

[[noreturn]] void out_of_range(std::string_view text) {
    python::raise(python::Exc::ValueError, fmt::format("year is out of range: {}", text));
}

datetime::Date read_date(std::string_view text) {
    if (text == "infinity") return {9999, 12, 31};
    if (text == "-infinity") return {1, 1, 1};
    if (text.size() < 10 || text[4] != '-' || text.ends_with(" BC")) out_of_range(text);
    return {digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
}

Value read_timestamp(std::string_view text) {
    datetime::Date date = read_date(text);
    if (text.ends_with("infinity")) {
        bool last = text[0] != '-';
        return datetime::make_datetime(date, last ? datetime::Time{23, 59, 59, 999999} : datetime::Time{});
    }
    std::size_t end = 0;
    std::string_view rest = text.size() > 11 ? text.substr(11) : std::string_view();
    datetime::Time time = read_time(rest, end);
    return datetime::make_datetime(date, time, read_offset(rest.substr(std::min(end, rest.size()))));
}

// "1 year 2 mons -3 days +04:05:06.7": a year is 365 days and a month 30, as the driver counts.
Value read_interval(std::string_view text) {
    datetime::Int128 us = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.find(':') != std::string_view::npos) {
            bool negative = word[0] == '-';
            if (negative || word[0] == '+') word.remove_prefix(1);
            std::size_t colon = word.find(':');
            std::int64_t hours = 0;
            std::from_chars(word.data(), word.data() + colon, hours);
            std::size_t stop = 0;
            datetime::Time time = read_time("00" + std::string(word.substr(colon)), stop);
            datetime::Int128 part = datetime::Int128(hours) * 3600 * datetime::second_us +
                                    datetime::time_of_day(time);
            us += negative ? -part : part;
            continue;
        }
        std::int64_t number = 0;
        std::from_chars(word.data() + (word[0] == '+' ? 1 : 0), word.data() + word.size(), number);
        end = std::min(text.find(' ', at), text.size());
        std::string_view unit = at < text.size() ? text.substr(at, end - at) : std::string_view();
        at = end + 1;
        std::int64_t days = unit.starts_with("year") ? 365 : unit.starts_with("mon") ? 30 : 1;
        us += datetime::Int128(number) * days * datetime::day_us;
    }
    return datetime::make_delta(us);
}

std::string unescaped_bytes(std::string_view text) {
    std::string out;
    if (!text.starts_with("\\x")) return std::string(text);
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        unsigned value = 0;
        std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
        out += static_cast<char>(value);
    }
    return out;
}

bool is_text_type(std::string_view type) {
    return type == "text" || type == "varchar" || type == "bpchar" || type == "name" || type == "char" ||
           type == "inet" || type == "cidr";
}

// Whether the driver knows arrays of this element type; of others it gives the text.
bool has_array(std::string_view element) {
    static constexpr std::string_view known[] = {
        "bool", "int2", "int4", "int8",  "oid",       "float4",      "float8",   "numeric", "date",
        "time", "json", "uuid", "jsonb", "timestamp", "timestamptz", "interval", "timetz",  "bytea"};
    return is_text_type(element) || std::find(std::begin(known), std::end(known), element) != std::end(known);
}

Value value_of_text(std::string_view type, std::string_view text);

// "{a,NULL,"b c",{…}}", its dimensions ("[1:3]=") left out.
Value read_array(std::string_view element, std::string_view text, std::size_t& at) {
    std::vector<Value> items;
    for (++at; at < text.size() && text[at] != '}';) {
        if (text[at] == ',') {
            ++at;
        } else if (text[at] == '{') {
            items.push_back(read_array(element, text, at));
        } else if (text[at] == '"') {
            std::string item;
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\') ++at;
                item += text[at];
            }
            ++at;
            items.push_back(value_of_text(element, item));
        } else {
            std::size_t end = text.find_first_of(",}", at);
            std::string_view item = text.substr(at, end - at);
            at = end;
            items.push_back(item == "NULL" ? Value::none() : value_of_text(element, item));
        }
    }
    ++at;
    return python::make_list(std::move(items));
}

Value value_of_text(std::string_view type, std::string_view text) {
    if (is_text_type(type)) return make_str(text);
    if (type == "numeric") return python::decimal::make_decimal(text);
    if (type == "date") return datetime::make_date(read_date(text));
    if (type == "timestamp" || type == "timestamptz") return read_timestamp(text);
    if (type == "time" || type == "timetz") {
        std::size_t end = 0;
        datetime::Time time = read_time(text, end);
        if (time.hour == 24) time.hour = 0;
        return datetime::make_time(time, read_offset(text.substr(end)));
    }
    if (type == "interval") return read_interval(text);
    if (type == "uuid") return python::call(python::native_attribute("uuid", "UUID"), {make_str(text)});
    if (type == "json" || type == "jsonb")
        return python::call(python::native_attribute("json", "loads"), {make_str(text)});
    if (type == "int2" || type == "int4" || type == "int8" || type == "oid")
        return python::make_int_from_digits(text);
    if (type == "float4" || type == "float8")
        return python::call(python::class_value(python::builtin_class("float")), {make_str(text)});
    if (type == "bool") return Value::boolean(text == "t");
    if (type == "bytea") return python::make_bytes(unescaped_bytes(text));
    if (type.starts_with('_') && has_array(type.substr(1))) {
        std::size_t at = text.find('{');
        return at == std::string_view::npos ? make_str(text) : read_array(type.substr(1), text, at);
    }
    return make_str(text);
}

} // namespace

Value driver_value(const database::Cell& cell, const database::Column& column, bool is_postgresql) {
    switch (cell.kind()) {
    case database::CellKind::null: return Value::none();
    case database::CellKind::boolean: return Value::boolean(cell.boolean());
    case database::CellKind::integer: return Value::integer(cell.integer());
    case database::CellKind::real: return Value::number(cell.real());
    case database::CellKind::bytes: return python::make_bytes(cell.text());
    case database::CellKind::text: break;
    }
    return is_postgresql ? value_of_text(column.type, cell.text()) : make_str(cell.text());
}

} // namespace limbeck::sqlalchemy
