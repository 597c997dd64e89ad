// Methods of bytes and bytearray that change letters, widths and tables.
#include "python/members_bytes.hpp"

#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c + 32) : c;
}
char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 32) : c;
}

Bytes& self_bytes(Call& call) {
    return cast<Bytes>(call[0]);
}

Value padded(Call& call, bool left, bool right) {
    const std::string& data = self_bytes(call).data;
    std::int64_t width = as_index(call[1]);
    char fill = ' ';
    if (call.given(2)) {
        const std::string* given = bytes_if(call[2]);
        if (!given || given->size() != 1)
            raise(Exc::TypeError, fmt::format("{}() argument 2 must be a byte string of length 1, not {}",
                                              call.function().name(), type_name(call[2])));
        fill = given->front();
    }
    auto size = static_cast<std::int64_t>(data.size());
    if (width <= size) return bytes_like(call, data);
    rt().heap.foresee(static_cast<std::uint64_t>(width));
    auto missing = static_cast<std::size_t>(width - size);
    std::size_t before = left && right ? missing / 2 + (missing & static_cast<std::size_t>(width) & 1)
                         : left        ? missing
                                       : 0;
    return bytes_like(call, std::string(before, fill) + data + std::string(missing - before, fill));
}

template <class Change> Value changed(Call& call, Change change) {
    std::string out = self_bytes(call).data;
    bool inside = false;
    for (char& c : out) {
        bool letter = is_lower(c) || is_upper(c);
        c = change(c, inside);
        inside = letter;
    }
    return bytes_like(call, std::move(out));
}

Value expand_tabs(Call& call) {
    std::int64_t size = as_index(call[1]);
    std::string out;
    std::int64_t column = 0;
    for (char c : self_bytes(call).data) {
        if (c == '\t') {
            std::int64_t spaces = size > 0 ? size - column % size : 0;
            rt().heap.foresee(out.size() + static_cast<std::uint64_t>(spaces));
            out.append(static_cast<std::size_t>(spaces), ' ');
            column += spaces;
            continue;
        }
        out += c;
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return bytes_like(call, std::move(out));
}

Value is_title(Call& call) {
    bool inside = false, any = false;
    for (char c : self_bytes(call).data) {
        if ((is_upper(c) && inside) || (is_lower(c) && !inside)) return Value::boolean(false);
        inside = is_upper(c) || is_lower(c);
        any = any || inside;
    }
    return Value::boolean(any);
}

Value translated(Call& call) {
    const std::string* table = call[1].is_none() ? nullptr : &needed_bytes(call[1]);
    if (table && table->size() != 256)
        raise(Exc::ValueError, "translation table must be 256 characters long");
    const std::string& dropped = needed_bytes(call[2]);
    std::string out;
    for (char c : self_bytes(call).data)
        if (dropped.find(c) == std::string::npos) out += table ? (*table)[static_cast<unsigned char>(c)] : c;
    return bytes_like(call, std::move(out));
}

Value translation_table(Call& call) {
    const std::string& from = needed_bytes(call[0]);
    const std::string& to = needed_bytes(call[1]);
    if (from.size() != to.size()) raise(Exc::ValueError, "maketrans arguments must have same length");
    std::string table(256, '\0');
    for (std::size_t at = 0; at < table.size(); ++at) table[at] = static_cast<char>(at);
    for (std::size_t at = 0; at < from.size(); ++at) table[static_cast<unsigned char>(from[at])] = to[at];
    return make_bytes(table);
}

} // namespace

void bytes_shape_members(ClassBuilder& type) {
    type.method("center(self, width, fillchar=..., /)", [](Call& call) { return padded(call, true, true); });
    type.method("ljust(self, width, fillchar=..., /)", [](Call& call) { return padded(call, false, true); });
    type.method("rjust(self, width, fillchar=..., /)", [](Call& call) { return padded(call, true, false); });
    type.method("upper(self, /)",
                [](Call& call) { return changed(call, [](char c, bool) { return to_upper(c); }); });
    type.method("lower(self, /)",
                [](Call& call) { return changed(call, [](char c, bool) { return to_lower(c); }); });
    type.method("swapcase(self, /)", [](Call& call) {
        return changed(call, [](char c, bool) { return is_lower(c) ? to_upper(c) : to_lower(c); });
    });
    type.method("title(self, /)", [](Call& call) {
        return changed(call, [](char c, bool inside) { return inside ? to_lower(c) : to_upper(c); });
    });
    type.method("capitalize(self, /)", [](Call& call) {
        std::string out = self_bytes(call).data;
        for (std::size_t at = 0; at < out.size(); ++at) out[at] = at ? to_lower(out[at]) : to_upper(out[at]);
        return bytes_like(call, std::move(out));
    });
    type.method("isupper(self, /)", [](Call& call) {
        bool any = false;
        for (char c : self_bytes(call).data) {
            if (is_lower(c)) return Value::boolean(false);
            any = any || is_upper(c);
        }
        return Value::boolean(any);
    });
    type.method("islower(self, /)", [](Call& call) {
        bool any = false;
        for (char c : self_bytes(call).data) {
            if (is_upper(c)) return Value::boolean(false);
            any = any || is_lower(c);
        }
        return Value::boolean(any);
    });
    type.method("istitle(self, /)", is_title);
    type.method("expandtabs(self, tabsize=8)", expand_tabs);
    type.method("zfill(self, width, /)", [](Call& call) -> Value {
        std::string data = self_bytes(call).data;
        std::int64_t width = as_index(call[1]);
        if (width <= static_cast<std::int64_t>(data.size())) return bytes_like(call, data);
        rt().heap.foresee(static_cast<std::uint64_t>(width));
        bool sign = !data.empty() && (data[0] == '+' || data[0] == '-');
        data.insert(sign ? 1 : 0, static_cast<std::size_t>(width) - data.size(), '0');
        return bytes_like(call, data);
    });
    type.method("translate(self, table, /, delete=b'')", translated);
    type.static_method("maketrans(frm, to, /)", translation_table);
}

} // namespace limbeck::python
