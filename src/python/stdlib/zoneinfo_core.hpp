// The system's zone data: what offset a zone had, has and will have (RFC 8536 files and the rule at their
// end).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

struct ZoneOffset {
    std::int32_t offset = 0; // seconds east of Greenwich
    std::int32_t dst = 0;    // of which daylight saving
    std::string name;
};

class Zone {
  public:
    // Throws limbeck::Error where the bytes are no zone file.
    static std::shared_ptr<const Zone> parse(std::string_view bytes);

    // At a moment, in seconds since 1970 (UTC).
    ZoneOffset at(std::int64_t utc) const;
    // At a local wall time, in seconds since 1970 as if it were UTC; `fold` chooses between two.
    ZoneOffset at_wall(std::int64_t wall, int fold) const;
    // Whether the wall time of this moment comes twice and this is the second.
    bool is_second(std::int64_t utc) const;

  private:
    struct Rule {        // when a change comes in a year
        char kind = 'M'; // M: month, week, day; J: day without 29 February; 0: day with it
        int month = 0, week = 0, day = 0;
        std::int32_t time = 7200;
        std::int64_t seconds(int year) const; // local, since 1970
    };
    struct Tail {
        bool present = false, has_dst = false;
        ZoneOffset standard, daylight;
        Rule start, end;
        static bool parse_rule(std::string_view& text, Rule& rule);
        static Tail parse(std::string_view text);
    };

    ZoneOffset tail_at(std::int64_t utc) const;

    std::vector<std::int64_t> transitions_;
    std::vector<ZoneOffset> after_; // what holds from each transition on
    ZoneOffset before_;             // what held before the first one
    Tail tail_;
};

} // namespace limbeck::python
