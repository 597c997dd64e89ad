// str.format(): replacement fields with names, attributes, items, conversions and nested specifications.
#include "python/format.hpp"
#include "python/runtime.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

class Fields {
  public:
    Fields(std::span<const Value> positional, const Value& keywords)
        : positional_(positional), keywords_(keywords) {}

    std::string run(std::string_view text, int depth) {
        if (depth < 0) raise(Exc::ValueError, "Max string recursion exceeded");
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            char c = text[at++];
            if (c != '{' && c != '}') {
                out += c;
                continue;
            }
            if (at < text.size() && text[at] == c) {
                out += c;
                ++at;
                continue;
            }
            if (c == '}') raise(Exc::ValueError, "Single '}' encountered in format string");
            if (at >= text.size()) raise(Exc::ValueError, "Single '{' encountered in format string");
            out += field(text, at, depth);
        }
        return out;
    }

  private:
    // `at` stands behind the opening brace and is moved behind the closing one.
    std::string field(std::string_view text, std::size_t& at, int depth) {
        std::size_t start = at;
        int braces = 1;
        bool bracket = false;
        std::size_t name_end = std::string_view::npos;
        while (at < text.size() && braces > 0) {
            char c = text[at];
            if (name_end == std::string_view::npos) {
                if (c == '[') bracket = true;
                if (c == ']') bracket = false;
                if (!bracket && (c == ':' || c == '!')) name_end = at;
            }
            if (c == '{' && !bracket) {
                if (name_end == std::string_view::npos)
                    raise(Exc::ValueError, "unexpected '{' in field name");
                ++braces;
            }
            if (c == '}' && !bracket) --braces;
            ++at;
        }
        if (braces > 0) raise(Exc::ValueError, "expected '}' before end of string");
        std::size_t end = at - 1;
        if (name_end == std::string_view::npos || name_end > end) name_end = end;
        std::string_view name = text.substr(start, name_end - start);
        std::size_t rest = name_end;
        char conversion = 0;
        if (rest < end && text[rest] == '!') {
            if (rest + 1 >= end)
                raise(Exc::ValueError, rest + 1 >= text.size()
                                           ? "end of string while looking for conversion specifier"
                                           : "unmatched '{' in format spec");
            conversion = text[rest + 1];
            rest += 2;
            if (rest < end && text[rest] != ':')
                raise(Exc::ValueError, "expected ':' after conversion specifier");
        }
        // Fields are numbered from left to right: those in the specification come after this one.
        Value value = lookup_field(name);
        switch (conversion) {
        case 0:
            break;
        case 's':
            value = make_str(to_str(value));
            break;
        case 'r':
            value = make_str(to_repr(value));
            break;
        case 'a':
            value = make_str(to_ascii(value));
            break;
        default:
            raise(Exc::ValueError, fmt::format("Unknown conversion specifier {}", conversion));
        }
        std::string spec;
        if (rest < end && text[rest] == ':') spec = run(text.substr(rest + 1, end - rest - 1), depth - 1);
        return format_value(value, spec);
    }

    static bool is_number(std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    }

    Value lookup_field(std::string_view name) {
        std::size_t at = name.find_first_of(".[");
        std::string_view first = name.substr(0, at);
        Value value;
        if (first.empty() || is_number(first)) {
            if (first.empty()) {
                if (manual_ == 1)
                    raise(Exc::ValueError,
                          "cannot switch from manual field specification to automatic field numbering");
                manual_ = 0;
            } else {
                if (manual_ == 0)
                    raise(Exc::ValueError,
                          "cannot switch from automatic field numbering to manual field specification");
                manual_ = 1;
            }
            std::size_t index = first.empty() ? automatic_++ : std::stoul(std::string(first.substr(0, 9)));
            if (index >= positional_.size())
                raise(Exc::IndexError,
                      fmt::format("Replacement index {} out of range for positional args tuple", index));
            value = positional_[index];
        } else {
            Value key = make_str(first);
            if (!keywords_.exists()) raise_key_error(key);
            value = get_item(keywords_, key);
        }
        while (at < name.size()) {
            if (name[at] == '.') {
                std::size_t end = std::min(name.find_first_of(".[", at + 1), name.size());
                if (end == at + 1) raise(Exc::ValueError, "Empty attribute in format string");
                value = get_attribute(value, name.substr(at + 1, end - at - 1));
                at = end;
            } else if (name[at] == '[') {
                std::size_t end = name.find(']', at);
                if (end == std::string_view::npos) raise(Exc::ValueError, "Missing ']' in format string");
                std::string_view key = name.substr(at + 1, end - at - 1);
                if (key.empty()) raise(Exc::ValueError, "Empty attribute in format string");
                value = get_item(value, is_number(key) ? make_int_from_digits(key) : make_str(key));
                at = end + 1;
                if (at < name.size() && name[at] != '.' && name[at] != '[')
                    raise(Exc::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
            } else {
                break;
            }
        }
        return value;
    }

    std::span<const Value> positional_;
    const Value& keywords_;
    std::size_t automatic_ = 0;
    int manual_ = -1; // not known yet
};

} // namespace

std::string format_fields(std::string_view text, std::span<const Value> positional, const Value& keywords) {
    return Fields(positional, keywords).run(text, 1);
}

} // namespace limbeck::python
