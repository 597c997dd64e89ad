// str: searching, counting, splitting, joining, replacing.
#include "python/items.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

const Str& self_str(Call& call) {
    return cast<Str>(call[0]);
}

const Str& str_argument(Call& call, std::size_t index) {
    if (Str* str = as<Str>(call[index])) return *str;
    if (is_unresolved(call[index])) raise_unresolved(call[index], "use it as text");
    std::string_view name = call.function().name();
    if (name == "replace")
        raise(Exc::TypeError,
              fmt::format("replace() argument {} must be str, not {}", index, type_name(call[index])));
    if (name == "removeprefix" || name == "removesuffix")
        raise(Exc::TypeError, fmt::format("{}() argument must be str, not {}", name, type_name(call[index])));
    bool splits = name == "split" || name == "rsplit";
    raise(Exc::TypeError,
          fmt::format("must be str{}, not {}", splits ? " or None" : "", type_name(call[index])));
}

// The bounds of `start` and `end` arguments, as code point indices within the text.
bool bounds(Call& call, std::size_t first, std::size_t length, std::size_t& from, std::size_t& to) {
    auto size = static_cast<std::int64_t>(length);
    auto bound = [&](std::size_t index, std::int64_t otherwise) {
        if (!call.has(index)) return otherwise;
        std::int64_t value = slice_index(call[index]);
        return value < 0 ? std::max<std::int64_t>(value + size, 0) : value;
    };
    std::int64_t start = bound(first, 0), end = std::min(bound(first + 1, size), size);
    from = static_cast<std::size_t>(start);
    to = static_cast<std::size_t>(std::max<std::int64_t>(end, 0));
    return start <= end && start <= size;
}

// The code point index of the first (last) occurrence, or -1.
std::int64_t find(Call& call, bool from_right) {
    const Str& self = self_str(call);
    const Str& part = str_argument(call, 1);
    std::size_t from = 0, to = 0;
    if (!bounds(call, 2, self.length, from, to)) return -1;
    std::size_t start = wtf8::offset_of(self.text, from, self.ascii());
    std::size_t stop = wtf8::offset_of(self.text, to, self.ascii());
    std::string_view window = std::string_view(self.text).substr(start, stop - start);
    std::size_t found = from_right ? window.rfind(part.text) : window.find(part.text);
    if (found == std::string_view::npos) return -1;
    return static_cast<std::int64_t>(from + (self.ascii() ? found : wtf8::length(window.substr(0, found))));
}

Value count(Call& call) {
    const Str& self = self_str(call);
    const Str& part = str_argument(call, 1);
    std::size_t from = 0, to = 0;
    if (!bounds(call, 2, self.length, from, to)) return Value::integer(0);
    if (part.text.empty()) return Value::integer(static_cast<std::int64_t>(to - from + 1));
    std::string_view window = wtf8::slice(self.text, from, to, self.ascii());
    std::int64_t found = 0;
    for (std::size_t at = window.find(part.text); at != std::string_view::npos;
         at = window.find(part.text, at + part.text.size()))
        ++found;
    return Value::integer(found);
}

Value starts_or_ends(Call& call, bool starts) {
    const Str& self = self_str(call);
    std::size_t from = 0, to = 0;
    bool possible = bounds(call, 2, self.length, from, to);
    std::string_view window = possible ? wtf8::slice(self.text, from, to, self.ascii()) : std::string_view();
    auto test = [&](const Value& part) {
        if (is_unresolved(part)) raise_unresolved(part, "use it as text");
        Str* text = as<Str>(part);
        if (!text)
            raise(Exc::TypeError, as<Tuple>(call[1])
                                      ? fmt::format("tuple for {} must only contain str, not {}",
                                                    call.function().name(), type_name(part))
                                      : fmt::format("{} first arg must be str or a tuple of str, not {}",
                                                    call.function().name(), type_name(part)));
        return possible && (starts ? window.starts_with(text->text) : window.ends_with(text->text));
    };
    if (Tuple* tuple = as<Tuple>(call[1])) {
        for (const Value& each : tuple->items)
            if (test(each)) return Value::boolean(true);
        return Value::boolean(false);
    }
    return Value::boolean(test(call[1]));
}

Value replace(Call& call) {
    const std::string& text = self_str(call).text;
    const std::string& from = str_argument(call, 1).text;
    const std::string& to = str_argument(call, 2).text;
    std::int64_t left = as_index(call[3]);
    if (left < 0) left = INT64_MAX;
    std::string out;
    if (from.empty()) {
        for (std::size_t at = 0; left > 0; --left) {
            out += to;
            if (at >= text.size()) return make_str(std::move(out));
            std::size_t start = at;
            wtf8::decode(text, at);
            out += text.substr(start, at - start);
            if (left == 1) out += text.substr(at);
        }
        return make_str(out.empty() ? text : out);
    }
    std::size_t at = 0;
    for (; left > 0; --left) {
        std::size_t found = text.find(from, at);
        if (found == std::string::npos) break;
        out.append(text, at, found - at);
        out += to;
        at = found + from.size();
        rt().heap.foresee(out.size());
    }
    if (at == 0 && out.empty() && left > 0)
        return class_of(call[0]) == types().str ? call[0] : make_str(text);
    out.append(text, at, std::string::npos);
    return make_str(std::move(out));
}

// Words between runs of white space.
std::vector<Value> split_words(const std::string& text, std::int64_t most) {
    std::vector<Value> parts;
    std::size_t at = 0;
    while (true) {
        std::size_t start = at;
        while (at < text.size()) {
            std::size_t next = at;
            if (!wtf8::is_space(wtf8::decode(text, next))) break;
            at = next;
        }
        if (at >= text.size()) return parts;
        start = at;
        if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
            parts.push_back(make_str(text.substr(start)));
            return parts;
        }
        while (at < text.size()) {
            std::size_t next = at;
            if (wtf8::is_space(wtf8::decode(text, next))) break;
            at = next;
        }
        parts.push_back(make_str(text.substr(start, at - start)));
    }
}

std::vector<Value> split_words_right(const std::string& text, std::int64_t most) {
    std::u32string all = wtf8::to_code_points(text);
    std::vector<Value> parts;
    std::size_t end = all.size();
    while (true) {
        while (end > 0 && wtf8::is_space(all[end - 1])) --end;
        if (end == 0) break;
        if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
            parts.push_back(make_str(wtf8::from_code_points(std::u32string_view(all).substr(0, end))));
            break;
        }
        std::size_t start = end;
        while (start > 0 && !wtf8::is_space(all[start - 1])) --start;
        parts.push_back(
            make_str(wtf8::from_code_points(std::u32string_view(all).substr(start, end - start))));
        end = start;
    }
    std::reverse(parts.begin(), parts.end());
    return parts;
}

Value split(Call& call, bool from_right) {
    const std::string& text = self_str(call).text;
    std::int64_t most = as_index(call[2]);
    if (call[1].is_none())
        return make_list(from_right ? split_words_right(text, most) : split_words(text, most));
    const std::string& separator = str_argument(call, 1).text;
    if (separator.empty()) raise(Exc::ValueError, "empty separator");
    std::vector<Value> parts;
    if (!from_right) {
        std::size_t at = 0;
        while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
            std::size_t found = text.find(separator, at);
            if (found == std::string::npos) break;
            parts.push_back(make_str(text.substr(at, found - at)));
            at = found + separator.size();
        }
        parts.push_back(make_str(text.substr(at)));
        return make_list(std::move(parts));
    }
    std::size_t end = text.size();
    while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
        if (end < separator.size()) break;
        std::size_t found = text.rfind(separator, end - separator.size());
        if (found == std::string::npos) break;
        parts.push_back(make_str(text.substr(found + separator.size(), end - found - separator.size())));
        end = found;
    }
    parts.push_back(make_str(text.substr(0, end)));
    std::reverse(parts.begin(), parts.end());
    return make_list(std::move(parts));
}

Value partition(Call& call, bool from_right) {
    const std::string& text = self_str(call).text;
    const std::string& separator = str_argument(call, 1).text;
    if (separator.empty()) raise(Exc::ValueError, "empty separator");
    std::size_t found = from_right ? text.rfind(separator) : text.find(separator);
    if (found == std::string::npos)
        return from_right ? make_tuple({make_str(""), make_str(""), make_str(text)})
                          : make_tuple({make_str(text), make_str(""), make_str("")});
    return make_tuple({make_str(text.substr(0, found)), make_str(separator),
                       make_str(text.substr(found + separator.size()))});
}

Value split_lines(Call& call) {
    const std::string& text = self_str(call).text;
    bool keep = call.truth(1);
    std::vector<Value> lines;
    for (std::size_t at = 0, start = 0; at < text.size();) {
        std::size_t here = at;
        char32_t c = wtf8::decode(text, at);
        if (wtf8::is_line_break(c)) {
            if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
            lines.push_back(make_str(text.substr(start, (keep ? at : here) - start)));
            start = at;
        } else if (at >= text.size()) {
            lines.push_back(make_str(text.substr(start)));
        }
    }
    return make_list(std::move(lines));
}

Value join(Call& call) {
    const std::string& separator = self_str(call).text;
    if (is_unresolved(call[1])) raise_unresolved(call[1], "iterate over it");
    if (!lookup(class_of(call[1]), names().iter) && !lookup(class_of(call[1]), names().getitem))
        raise(Exc::TypeError, "can only join an iterable");
    std::vector<Value> items = to_vector(call[1]);
    std::size_t size = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
        Str* part = as<Str>(items[at]);
        if (!part) {
            if (is_unresolved(items[at])) return items[at];
            raise(Exc::TypeError,
                  fmt::format("sequence item {}: expected str instance, {} found", at, type_name(items[at])));
        }
        size += part->text.size() + separator.size();
    }
    if (items.size() == 1 && class_of(items[0]) == types().str) return items[0];
    rt().heap.foresee(size);
    std::string out;
    out.reserve(size);
    for (std::size_t at = 0; at < items.size(); ++at) {
        if (at) out += separator;
        out += cast<Str>(items[at]).text;
    }
    return make_str(std::move(out));
}

} // namespace

void str_search_members(ClassBuilder& type) {
    type.method("find(self, sub, start=None, end=None, /)",
                [](Call& call) { return Value::integer(find(call, false)); });
    type.method("rfind(self, sub, start=None, end=None, /)",
                [](Call& call) { return Value::integer(find(call, true)); });
    for (const char* declaration :
         {"index(self, sub, start=None, end=None, /)", "rindex(self, sub, start=None, end=None, /)"}) {
        bool from_right = declaration[0] == 'r';
        type.method(declaration, [from_right](Call& call) -> Value {
            std::int64_t at = find(call, from_right);
            if (at < 0) raise(Exc::ValueError, "substring not found");
            return Value::integer(at);
        });
    }
    type.method("count(self, sub, start=None, end=None, /)", count);
    type.method("startswith(self, prefix, start=None, end=None, /)",
                [](Call& call) { return starts_or_ends(call, true); });
    type.method("endswith(self, suffix, start=None, end=None, /)",
                [](Call& call) { return starts_or_ends(call, false); });
    type.method("replace(self, old, new, count=-1, /)", replace);
    type.method("split(self, sep=None, maxsplit=-1)", [](Call& call) { return split(call, false); });
    type.method("rsplit(self, sep=None, maxsplit=-1)", [](Call& call) { return split(call, true); });
    type.method("partition(self, sep, /)", [](Call& call) { return partition(call, false); });
    type.method("rpartition(self, sep, /)", [](Call& call) { return partition(call, true); });
    type.method("splitlines(self, keepends=False)", split_lines);
    type.method("join(self, iterable, /)", join);
    type.method("removeprefix(self, prefix, /)", [](Call& call) {
        const std::string& text = self_str(call).text;
        const std::string& prefix = str_argument(call, 1).text;
        return make_str(text.starts_with(prefix) ? text.substr(prefix.size()) : text);
    });
    type.method("removesuffix(self, suffix, /)", [](Call& call) {
        const std::string& text = self_str(call).text;
        const std::string& suffix = str_argument(call, 1).text;
        return make_str(
            !suffix.empty() && text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text);
    });
}

} // namespace limbeck::python
