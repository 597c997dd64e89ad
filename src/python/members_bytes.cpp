// bytes and bytearray.
#include "python/members_bytes.hpp"
#include "python/arguments.hpp"
#include "python/codecs.hpp"
#include "python/format.hpp"
#include "python/items.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

Value bytes_like(Call& call, std::string data) {
    bool is_mutable = cast<Bytes>(call[0]).is_mutable();
    return make<Bytes>(is_mutable ? Kind::ByteArray : Kind::Bytes,
                       is_mutable ? types().bytearray : types().bytes, std::move(data));
}

const std::string& needed_bytes(const Value& value) {
    if (const std::string* bytes = bytes_if(value)) return *bytes;
    if (is_unresolved(value)) raise_unresolved(value, "use it as bytes");
    raise(Exc::TypeError, fmt::format("a bytes-like object is required, not '{}'", type_name(value)));
}

namespace {

Bytes& self_bytes(Call& call) {
    return cast<Bytes>(call[0]);
}

std::string part(const Value& value) {
    if (is_int(value)) return std::string(1, static_cast<char>(byte_of(value)));
    if (!bytes_if(value) && !is_unresolved(value))
        raise(Exc::TypeError,
              fmt::format("argument should be integer or bytes-like object, not '{}'", type_name(value)));
    return needed_bytes(value);
}

std::string content(Call& call) {
    if (!call.given(1)) return {};
    const Value& source = call[1];
    if (Str* text = as<Str>(source)) {
        if (!call.given(2)) raise(Exc::TypeError, "string argument without an encoding");
        return encode_text(*text, call.text(2), call.given(3) ? call.text(3) : "strict");
    }
    if (call.given(2)) raise(Exc::TypeError, "encoding without a string argument");
    if (const std::string* bytes = bytes_if(source)) return *bytes;
    if (is_int(source)) {
        std::int64_t size = as_index(source);
        if (size < 0) raise(Exc::ValueError, "negative count");
        rt().heap.foresee(static_cast<std::uint64_t>(size));
        return std::string(static_cast<std::size_t>(size), '\0');
    }
    if (const Value* hook = lookup(class_of(source), names().bytes)) {
        Value function = *hook;
        return needed_bytes(call_with(function, Arguments{&source, {}, {}}));
    }
    if (!is_unresolved(source) && !lookup(class_of(source), names().iter) &&
        !lookup(class_of(source), names().getitem))
        raise(Exc::TypeError, fmt::format("cannot convert '{}' object to bytes", type_name(source)));
    std::string out;
    for_each(source, [&](const Value& item) {
        std::int64_t byte = as_index(item);
        if (byte < 0 || byte > 255) raise(Exc::ValueError, "bytes must be in range(0, 256)");
        out += static_cast<char>(byte);
    });
    return out;
}

void window(Call& call, std::size_t first, std::string_view& text, std::int64_t& offset) {
    auto size = static_cast<std::int64_t>(text.size());
    auto bound = [&](std::size_t index, std::int64_t otherwise) {
        if (!call.has(index)) return otherwise;
        std::int64_t value = slice_index(call[index]);
        return std::clamp<std::int64_t>(value < 0 ? value + size : value, 0, size);
    };
    offset = bound(first, 0);
    std::int64_t end = bound(first + 1, size);
    text = end < offset
               ? std::string_view()
               : text.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(end - offset));
}

std::int64_t find(Call& call, bool from_right) {
    std::string_view text = self_bytes(call).data;
    std::int64_t offset = 0;
    window(call, 2, text, offset);
    std::string wanted = part(call[1]);
    std::size_t found = from_right ? text.rfind(wanted) : text.find(wanted);
    return found == std::string_view::npos ? -1 : static_cast<std::int64_t>(found) + offset;
}

bool is_space(char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

Value split(Call& call, bool from_right) {
    const std::string& data = self_bytes(call).data;
    std::int64_t most = as_index(call[2]);
    std::vector<Value> parts;
    if (call[1].is_none()) {
        std::size_t at = 0;
        while (true) {
            while (at < data.size() && is_space(data[at])) ++at;
            if (at >= data.size()) break;
            std::size_t start = at;
            if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
                parts.push_back(bytes_like(call, data.substr(start)));
                break;
            }
            while (at < data.size() && !is_space(data[at])) ++at;
            parts.push_back(bytes_like(call, data.substr(start, at - start)));
        }
        return make_list(std::move(parts));
    }
    std::string separator = needed_bytes(call[1]);
    if (separator.empty()) raise(Exc::ValueError, "empty separator");
    if (from_right && most >= 0) {
        std::size_t end = data.size();
        while (static_cast<std::int64_t>(parts.size()) < most && end >= separator.size()) {
            std::size_t found = data.rfind(separator, end - separator.size());
            if (found == std::string::npos) break;
            parts.push_back(
                bytes_like(call, data.substr(found + separator.size(), end - found - separator.size())));
            end = found;
        }
        parts.push_back(bytes_like(call, data.substr(0, end)));
        std::reverse(parts.begin(), parts.end());
        return make_list(std::move(parts));
    }
    std::size_t at = 0;
    while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
        std::size_t found = data.find(separator, at);
        if (found == std::string::npos) break;
        parts.push_back(bytes_like(call, data.substr(at, found - at)));
        at = found + separator.size();
    }
    parts.push_back(bytes_like(call, data.substr(at)));
    return make_list(std::move(parts));
}

Value strip(Call& call, bool left, bool right) {
    const std::string& data = self_bytes(call).data;
    std::string set = call.has(1) ? needed_bytes(call[1]) : std::string(" \t\n\r\v\f");
    std::size_t start = 0, end = data.size();
    while (left && start < end && set.find(data[start]) != std::string::npos) ++start;
    while (right && end > start && set.find(data[end - 1]) != std::string::npos) --end;
    return bytes_like(call, data.substr(start, end - start));
}

Value hex_text(Call& call) {
    std::string out;
    const std::string& data = self_bytes(call).data;
    std::string separator = call.has(1) ? (is_str(call[1]) ? as_text(call[1]) : needed_bytes(call[1])) : "";
    if (call.has(1) && separator.size() != 1) raise(Exc::ValueError, "sep must be length 1.");
    std::int64_t group = as_index(call[2]);
    for (std::size_t at = 0; at < data.size(); ++at) {
        if (at && !separator.empty() && group != 0) {
            auto size = static_cast<std::size_t>(group);
            if (group < 0) size = 0 - size;
            if ((group > 0 ? (data.size() - at) % size : at % size) == 0) out += separator;
        }
        out += fmt::format("{:02x}", static_cast<unsigned char>(data[at]));
    }
    return make_str(std::move(out));
}

std::string from_hex(const std::string& text) {
    std::string out;
    auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        int high = digit(text[at]), low = at + 1 < text.size() ? digit(text[at + 1]) : -1;
        if (high < 0 || low < 0)
            raise(Exc::ValueError, fmt::format("non-hexadecimal number found in fromhex() arg at position {}",
                                               high < 0 ? at : at + 1));
        out += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return out;
}

template <class Test> Value all_of(Call& call, Test test) {
    const std::string& data = self_bytes(call).data;
    for (unsigned char c : data)
        if (!test(c)) return Value::boolean(false);
    return Value::boolean(!data.empty());
}

void common_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    sequence_members(type);
    comparison_members(type);
    type.method("__mod__(self, value, /)",
                [](Call& call) { return format_percent_bytes(self_bytes(call), call[1]); });
    type.method("__bytes__(self, /)", [](Call& call) { return make_bytes(self_bytes(call).data); });
    type.method("decode(self, encoding='utf-8', errors='strict')", [](Call& call) {
        return make_str(decode_bytes(self_bytes(call).data, call.text(1), call.text(2)));
    });
    type.method("hex(self, sep=None, bytes_per_sep=1)", hex_text);
    type.class_method("fromhex(cls, string, /)", [](Call& call) -> Value {
        Class* cls = as_class(call[0]);
        if (!is_str(call[1]))
            raise(Exc::TypeError, fmt::format("fromhex() argument must be str, not {}", type_name(call[1])));
        return make<Bytes>(cls->layout, cls, from_hex(call.text(1)));
    });
    type.method("find(self, sub, start=None, end=None, /)",
                [](Call& call) { return Value::integer(find(call, false)); });
    type.method("rfind(self, sub, start=None, end=None, /)",
                [](Call& call) { return Value::integer(find(call, true)); });
    type.method("index(self, sub, start=None, end=None, /)", [](Call& call) -> Value {
        std::int64_t at = find(call, false);
        if (at < 0) raise(Exc::ValueError, "subsection not found");
        return Value::integer(at);
    });
    type.method("rindex(self, sub, start=None, end=None, /)", [](Call& call) -> Value {
        std::int64_t at = find(call, true);
        if (at < 0) raise(Exc::ValueError, "subsection not found");
        return Value::integer(at);
    });
    type.method("count(self, sub, start=None, end=None, /)", [](Call& call) -> Value {
        std::string_view text = self_bytes(call).data;
        std::int64_t offset = 0;
        window(call, 2, text, offset);
        std::string wanted = part(call[1]);
        if (wanted.empty()) return Value::integer(static_cast<std::int64_t>(text.size() + 1));
        std::int64_t found = 0;
        for (std::size_t at = text.find(wanted); at != std::string_view::npos;
             at = text.find(wanted, at + wanted.size()))
            ++found;
        return Value::integer(found);
    });
    for (const char* declaration : {"startswith(self, prefix, start=None, end=None, /)",
                                    "endswith(self, suffix, start=None, end=None, /)"}) {
        bool starts = declaration[0] == 's';
        type.method(declaration, [starts](Call& call) -> Value {
            std::string_view text = self_bytes(call).data;
            std::int64_t offset = 0;
            window(call, 2, text, offset);
            std::vector<Value> wanted =
                as<Tuple>(call[1]) ? cast<Tuple>(call[1]).items : std::vector<Value>{call[1]};
            for (const Value& each : wanted) {
                const std::string* bytes = bytes_if(each);
                if (!bytes)
                    raise(Exc::TypeError,
                          fmt::format("{} first arg must be bytes or a tuple of bytes, not {}",
                                      call.function().name(), type_name(each)));
                if (starts ? text.starts_with(*bytes) : text.ends_with(*bytes)) return Value::boolean(true);
            }
            return Value::boolean(false);
        });
    }
    type.method("replace(self, old, new, count=-1, /)", [](Call& call) -> Value {
        const std::string& data = self_bytes(call).data;
        std::string from = needed_bytes(call[1]), to = needed_bytes(call[2]), out;
        std::int64_t left = as_index(call[3]);
        std::size_t at = 0;
        if (from.empty()) {
            for (; at <= data.size() && left != 0; ++at, --left) {
                rt().heap.foresee(out.size() + to.size());
                out += to;
                if (at < data.size()) out += data[at];
            }
            return bytes_like(call, at < data.size() ? out + data.substr(at) : out);
        }
        for (std::size_t found = 0; left != 0 && (found = data.find(from, at)) != std::string::npos; --left) {
            out.append(data, at, found - at);
            out += to;
            at = found + from.size();
        }
        return bytes_like(call, out + data.substr(at));
    });
    type.method("split(self, sep=None, maxsplit=-1)", [](Call& call) { return split(call, false); });
    type.method("rsplit(self, sep=None, maxsplit=-1)", [](Call& call) { return split(call, true); });
    type.method("splitlines(self, keepends=False)", [](Call& call) -> Value {
        const std::string& data = self_bytes(call).data;
        std::vector<Value> lines;
        for (std::size_t start = 0; start < data.size();) {
            std::size_t end = std::min(data.find_first_of("\r\n", start), data.size());
            std::size_t next = end;
            if (next < data.size())
                next += data[next] == '\r' && next + 1 < data.size() && data[next + 1] == '\n' ? 2 : 1;
            lines.push_back(bytes_like(call, data.substr(start, (call.truth(1) ? next : end) - start)));
            start = next;
        }
        return make_list(std::move(lines));
    });
    type.method("partition(self, sep, /)", [](Call& call) -> Value {
        const std::string& data = self_bytes(call).data;
        std::string separator = needed_bytes(call[1]);
        if (separator.empty()) raise(Exc::ValueError, "empty separator");
        std::size_t found = data.find(separator);
        if (found == std::string::npos)
            return make_tuple({bytes_like(call, data), bytes_like(call, ""), bytes_like(call, "")});
        return make_tuple({bytes_like(call, data.substr(0, found)), bytes_like(call, separator),
                           bytes_like(call, data.substr(found + separator.size()))});
    });
    type.method("rpartition(self, sep, /)", [](Call& call) -> Value {
        const std::string& data = self_bytes(call).data;
        std::string separator = needed_bytes(call[1]);
        if (separator.empty()) raise(Exc::ValueError, "empty separator");
        std::size_t found = data.rfind(separator);
        if (found == std::string::npos)
            return make_tuple({bytes_like(call, ""), bytes_like(call, ""), bytes_like(call, data)});
        return make_tuple({bytes_like(call, data.substr(0, found)), bytes_like(call, separator),
                           bytes_like(call, data.substr(found + separator.size()))});
    });
    type.method("join(self, iterable, /)", [](Call& call) -> Value {
        std::string out;
        std::size_t at = 0;
        Value items;
        try {
            items = iterate(call[1]);
        } catch (const Raised& raised) {
            if (!matches(raised.exception(), Exc::TypeError)) throw;
            raise(Exc::TypeError, "can only join an iterable");
        }
        for_each(items, [&](const Value& item) {
            const std::string* bytes = bytes_if(item);
            if (!bytes)
                raise(Exc::TypeError, fmt::format("sequence item {}: expected a bytes-like object, {} found",
                                                  at, type_name(item)));
            if (at++) out += self_bytes(call).data;
            out += *bytes;
        });
        return bytes_like(call, std::move(out));
    });
    type.method("strip(self, bytes=None, /)", [](Call& call) { return strip(call, true, true); });
    type.method("lstrip(self, bytes=None, /)", [](Call& call) { return strip(call, true, false); });
    type.method("rstrip(self, bytes=None, /)", [](Call& call) { return strip(call, false, true); });
    type.method("isdigit(self, /)", [](Call& call) {
        return all_of(call, [](unsigned char c) { return c >= '0' && c <= '9'; });
    });
    type.method("isalpha(self, /)", [](Call& call) {
        return all_of(call, [](unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
    });
    type.method("isalnum(self, /)", [](Call& call) {
        return all_of(call, [](unsigned char c) {
            return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
        });
    });
    type.method("isspace(self, /)", [](Call& call) {
        return all_of(call, [](unsigned char c) { return is_space(static_cast<char>(c)); });
    });
    type.method("isascii(self, /)", [](Call& call) {
        for (unsigned char c : self_bytes(call).data)
            if (c >= 0x80) return Value::boolean(false);
        return Value::boolean(true);
    });
    type.method("removeprefix(self, prefix, /)", [](Call& call) {
        const std::string& data = self_bytes(call).data;
        const std::string& prefix = needed_bytes(call[1]);
        return bytes_like(call, data.starts_with(prefix) ? data.substr(prefix.size()) : data);
    });
    type.method("removesuffix(self, suffix, /)", [](Call& call) {
        const std::string& data = self_bytes(call).data;
        const std::string& suffix = needed_bytes(call[1]);
        return bytes_like(call, data.ends_with(suffix) ? data.substr(0, data.size() - suffix.size()) : data);
    });
    bytes_shape_members(type);
}

} // namespace

void bytes_members(ClassBuilder& type) {
    common_members(type);
    type.static_method("__new__(cls, source=..., encoding=..., errors=...)", [](Call& call) -> Value {
        return make<Bytes>(Kind::Bytes, as_class(call[0]), content(call));
    });
}

namespace {

// Changes the bytes, and counts what they take more or less.
template <class Change> void resize(Bytes& bytes, std::size_t more, Change change) {
    rt().heap.foresee(more);
    std::size_t before = bytes.data.size();
    change(bytes.data);
    std::size_t after = bytes.data.size();
    if (after > before)
        charge(after - before);
    else
        discharge(before - after);
}

} // namespace

void bytearray_members(ClassBuilder& type) {
    common_members(type);
    mutable_item_members(type);
    type.constant("__hash__", Value::none());
    type.static_method("__new__(cls, /, *args, **kwargs)", [](Call& call) -> Value {
        return make<Bytes>(Kind::ByteArray, as_class(call[0]), std::string());
    });
    type.method("__init__(self, source=..., encoding=..., errors=...)", [](Call& call) -> Value {
        std::string given = content(call);
        resize(self_bytes(call), given.size(), [&](std::string& data) { data = std::move(given); });
        return Value::none();
    });
    type.method("append(self, item, /)", [](Call& call) -> Value {
        char byte = static_cast<char>(byte_of(call[1]));
        resize(self_bytes(call), 1, [&](std::string& data) { data += byte; });
        return Value::none();
    });
    type.method("insert(self, index, item, /)", [](Call& call) -> Value {
        std::string& data = self_bytes(call).data;
        auto size = static_cast<std::int64_t>(data.size());
        std::int64_t at = as_index(call[1]);
        char byte = static_cast<char>(byte_of(call[2]));
        at = std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
        data.insert(static_cast<std::size_t>(at), 1, byte);
        return Value::none();
    });
    type.method("remove(self, value, /)", [](Call& call) -> Value {
        std::string& data = self_bytes(call).data;
        std::size_t found = data.find(static_cast<char>(byte_of(call[1])));
        if (found == std::string::npos) raise(Exc::ValueError, "value not found in bytearray");
        data.erase(found, 1);
        return Value::none();
    });
    type.method("extend(self, iterable, /)", [](Call& call) -> Value {
        std::string more;
        if (const std::string* bytes = bytes_if(call[1]))
            more = *bytes;
        else if (!is_unresolved(call[1]) && !lookup(class_of(call[1]), names().iter) &&
                 !lookup(class_of(call[1]), names().getitem))
            raise(Exc::TypeError, fmt::format("can't extend bytearray with {}", type_name(call[1])));
        else
            for_each(call[1], [&](const Value& item) { more += static_cast<char>(byte_of(item)); });
        resize(self_bytes(call), more.size(), [&](std::string& data) { data += more; });
        return Value::none();
    });
    type.method("__iadd__(self, value, /)", [](Call& call) -> Value {
        std::string more(needed_bytes(call[1]));
        resize(self_bytes(call), more.size(), [&](std::string& data) { data += more; });
        return call[0];
    });
    type.method("pop(self, index=-1, /)", [](Call& call) -> Value {
        std::string& data = self_bytes(call).data;
        if (data.empty()) raise(Exc::IndexError, "pop from empty bytearray");
        std::int64_t at = as_index(call[1]);
        if (at < 0) at += static_cast<std::int64_t>(data.size());
        if (at < 0 || at >= static_cast<std::int64_t>(data.size()))
            raise(Exc::IndexError, "pop index out of range");
        Value item = Value::integer(static_cast<unsigned char>(data[static_cast<std::size_t>(at)]));
        data.erase(static_cast<std::size_t>(at), 1);
        return item;
    });
    type.method("clear(self, /)", [](Call& call) -> Value {
        resize(self_bytes(call), 0, [](std::string& data) { data.clear(); });
        return Value::none();
    });
    type.method("reverse(self, /)", [](Call& call) -> Value {
        std::reverse(self_bytes(call).data.begin(), self_bytes(call).data.end());
        return Value::none();
    });
    type.method("copy(self, /)", [](Call& call) { return bytes_like(call, self_bytes(call).data); });
}

} // namespace limbeck::python
