#include "python/stdlib/zoneinfo_core.hpp"

#include "python/stdlib/datetime/civil.hpp"
#include "support/error.hpp"

#include <algorithm>

namespace limbeck::python {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::string_view take(std::size_t count) {
        if (bytes_.size() < count) throw Error("the zone file ends early");
        std::string_view part = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return part;
    }
    std::int64_t number(std::size_t width) {
        std::uint64_t value = 0;
        for (char c : take(width)) value = value << 8 | static_cast<unsigned char>(c);
        if (width == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
        if (width == 1) return static_cast<std::int64_t>(value);
        return static_cast<std::int64_t>(value);
    }
    std::string_view rest() const { return bytes_; }

  private:
    std::string_view bytes_;
};

struct Header {
    char version;
    std::size_t is_ut, is_standard, leaps, times, types, letters;
};

Header read_header(Reader& reader) {
    if (reader.take(4) != "TZif") throw Error("not a zone file");
    Header header{};
    header.version = reader.take(1)[0];
    reader.take(15);
    for (std::size_t* count :
         {&header.is_ut, &header.is_standard, &header.leaps, &header.times, &header.types, &header.letters})
        *count = static_cast<std::size_t>(reader.number(4));
    return header;
}

} // namespace

std::shared_ptr<const Zone> Zone::parse(std::string_view bytes) {
    Reader reader(bytes);
    Header header = read_header(reader);
    std::size_t width = 4;
    if (header.version >= '2') {
        reader.take(header.times * 5 + header.types * 6 + header.letters + header.leaps * 8 +
                    header.is_standard + header.is_ut);
        header = read_header(reader);
        width = 8;
    }
    auto zone = std::make_shared<Zone>();
    for (std::size_t i = 0; i < header.times; ++i) zone->transitions_.push_back(reader.number(width));
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < header.times; ++i)
        indices.push_back(static_cast<std::size_t>(reader.number(1)));
    struct Kind {
        std::int32_t offset;
        bool is_dst;
        std::size_t name;
    };
    std::vector<Kind> kinds;
    for (std::size_t i = 0; i < header.types; ++i) {
        auto offset = static_cast<std::int32_t>(reader.number(4));
        bool is_dst = reader.number(1) != 0;
        kinds.push_back({offset, is_dst, static_cast<std::size_t>(reader.number(1))});
    }
    std::string_view letters = reader.take(header.letters);
    reader.take(header.leaps * (width + 4) + header.is_standard + header.is_ut);
    auto make = [&](std::size_t kind, std::int32_t standard) {
        if (kind >= kinds.size()) throw Error("the zone file refers to what it does not have");
        ZoneOffset offset{kinds[kind].offset, 0, std::string(letters.substr(kinds[kind].name))};
        offset.name = offset.name.substr(0, offset.name.find('\0'));
        if (kinds[kind].is_dst)
            offset.dst = kinds[kind].offset != standard ? kinds[kind].offset - standard : 3600;
        return offset;
    };
    // Daylight saving is what is added to the standard time that goes before it, or else comes after.
    auto standard_near = [&](std::size_t at) {
        for (std::size_t i = at; i-- > 0;)
            if (!kinds.at(indices[i]).is_dst) return kinds[indices[i]].offset;
        for (std::size_t i = at; i < indices.size(); ++i)
            if (!kinds.at(indices[i]).is_dst) return kinds[indices[i]].offset;
        return kinds.empty() ? 0 : kinds[0].offset;
    };
    for (std::size_t i = 0; i < indices.size(); ++i) {
        ZoneOffset offset = make(indices[i], standard_near(i));
        // An offset two hours apart changed its standard time at the same moment: one hour is daylight
        // saving.
        if (offset.dst < 0 || offset.dst > 7200) offset.dst = 3600;
        zone->after_.push_back(offset);
    }
    std::size_t first = 0;
    while (first < kinds.size() && kinds[first].is_dst) ++first;
    if (!kinds.empty()) zone->before_ = make(first < kinds.size() ? first : 0, 0);
    if (width == 8) {
        std::string_view tail = reader.rest();
        if (tail.size() > 2 && tail[0] == '\n')
            zone->tail_ = Tail::parse(tail.substr(1, tail.find('\n', 1) - 1));
    }
    return zone;
}

namespace {

std::string_view take_name(std::string_view& text) {
    std::size_t end = 0;
    std::string_view name;
    if (text.starts_with('<')) {
        end = text.find('>');
        if (end == std::string_view::npos) return {};
        name = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        return name;
    }
    while (end < text.size() && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) ++end;
    name = text.substr(0, end);
    text.remove_prefix(end);
    return name;
}

int take_int(std::string_view& text) {
    int value = 0;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
        value = std::min(value * 10 + (text[0] - '0'), 100'000);
        text.remove_prefix(1);
    }
    return value;
}

std::int32_t take_time(std::string_view& text) {
    int sign = 1;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        sign = text[0] == '-' ? -1 : 1;
        text.remove_prefix(1);
    }
    int seconds = take_int(text) * 3600;
    for (int unit : {60, 1}) {
        if (!text.starts_with(':')) break;
        text.remove_prefix(1);
        seconds += take_int(text) * unit;
    }
    return sign * seconds;
}

} // namespace

bool Zone::Tail::parse_rule(std::string_view& text, Rule& rule) {
    if (!text.starts_with(',')) return false;
    text.remove_prefix(1);
    if (text.starts_with('M')) {
        text.remove_prefix(1);
        rule.month = take_int(text);
        if (!text.starts_with('.')) return false;
        text.remove_prefix(1);
        rule.week = take_int(text);
        if (!text.starts_with('.')) return false;
        text.remove_prefix(1);
        rule.day = take_int(text);
        if (rule.month < 1 || rule.month > 12 || rule.week < 1 || rule.week > 5 || rule.day > 6) return false;
    } else {
        rule.kind = text.starts_with('J') ? 'J' : '0';
        if (rule.kind == 'J') text.remove_prefix(1);
        rule.day = take_int(text);
    }
    if (text.starts_with('/')) {
        text.remove_prefix(1);
        rule.time = take_time(text);
    }
    return true;
}

Zone::Tail Zone::Tail::parse(std::string_view text) {
    Tail tail;
    tail.standard.name = take_name(text);
    if (tail.standard.name.empty()) return tail;
    tail.standard.offset = -take_time(text);
    tail.present = true;
    if (text.empty()) return tail;
    tail.daylight.name = take_name(text);
    tail.daylight.offset = tail.standard.offset + 3600;
    if (!text.empty() && text[0] != ',') tail.daylight.offset = -take_time(text);
    tail.daylight.dst = tail.daylight.offset - tail.standard.offset;
    tail.has_dst = parse_rule(text, tail.start) && parse_rule(text, tail.end);
    return tail;
}

std::int64_t Zone::Rule::seconds(int year) const {
    using namespace datetime;
    std::int64_t ordinal_day;
    if (kind == 'M') {
        int first = weekday({year, month, 1}); // Monday 0
        int wanted = (day + 6) % 7;
        int date = 1 + (wanted - first + 7) % 7 + (week - 1) * 7;
        if (date > days_in_month(year, month)) date -= 7;
        ordinal_day = ordinal({year, month, date});
    } else {
        int number = kind == 'J' ? day - 1 + (is_leap(year) && day >= 60 ? 1 : 0) : day;
        ordinal_day = ordinal({year, 1, 1}) + number;
    }
    return (ordinal_day - epoch_ordinal) * 86'400LL + time;
}

ZoneOffset Zone::tail_at(std::int64_t utc) const {
    if (!tail_.has_dst) return tail_.standard;
    std::int64_t days = datetime::floor_div(utc + tail_.standard.offset, std::int64_t(86'400));
    std::int64_t number = std::clamp<std::int64_t>(days + datetime::epoch_ordinal, 1, datetime::max_ordinal);
    int year = datetime::from_ordinal(static_cast<int>(number)).year;
    std::int64_t start = tail_.start.seconds(year) - tail_.standard.offset;
    std::int64_t end = tail_.end.seconds(year) - tail_.daylight.offset;
    bool is_dst = start < end ? utc >= start && utc < end : utc >= start || utc < end;
    return is_dst ? tail_.daylight : tail_.standard;
}

ZoneOffset Zone::at(std::int64_t utc) const {
    auto next = std::upper_bound(transitions_.begin(), transitions_.end(), utc);
    if (next == transitions_.end() && tail_.present && (transitions_.empty() || utc >= transitions_.back()))
        return tail_at(utc);
    if (next == transitions_.begin()) return before_;
    return after_[static_cast<std::size_t>(next - transitions_.begin()) - 1];
}

ZoneOffset Zone::at_wall(std::int64_t wall, int fold) const {
    // The offsets of a day before and a day after bracket any change; of those that fit, fold chooses.
    ZoneOffset early = at(wall - 86'400), late = at(wall + 86'400);
    ZoneOffset first = at(wall - early.offset), second = at(wall - late.offset);
    bool first_fits = first.offset == early.offset, second_fits = second.offset == late.offset;
    if (first_fits && second_fits) return fold ? second : first;
    if (first_fits) return first;
    if (second_fits) return second;
    // A time that never was: what held before the gap, or with fold what came after.
    return fold ? late : early;
}

bool Zone::is_second(std::int64_t utc) const {
    ZoneOffset now = at(utc), early = at(utc - 86'400);
    // Reached by the offset that held before, too, and that one was still in force then.
    if (early.offset <= now.offset) return false;
    return at(utc + now.offset - early.offset).offset == early.offset;
}

} // namespace limbeck::python
