// str: stripping, padding, tabs, translation.
#include "python/format.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

const Str& self_str(Call& call) {
    return cast<Str>(call[0]);
}

Value strip(Call& call, bool left, bool right) {
    std::u32string set;
    bool given = call.has(1);
    if (given) {
        if (!is_str(call[1]))
            raise(Exc::TypeError, fmt::format("{} arg must be None or str", call.function().name()));
        set = wtf8::to_code_points(call.text(1));
    }
    auto drops = [&](char32_t c) { return given ? set.find(c) != std::u32string::npos : wtf8::is_space(c); };
    const std::string& text = self_str(call).text;
    std::size_t start = 0, end = text.size();
    while (left && start < end) {
        std::size_t next = start;
        if (!drops(wtf8::decode(text, next))) break;
        start = next;
    }
    while (right && end > start) {
        std::size_t last = end - 1;
        while (last > start && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
        std::size_t probe = last;
        if (!drops(wtf8::decode(text, probe))) break;
        end = last;
    }
    if (start == 0 && end == text.size() && class_of(call[0]) == types().str) return call[0];
    return make_str(text.substr(start, end - start));
}

Value justify(Call& call, char align) {
    FormatSpec spec;
    spec.width = as_index(call[1]);
    rt().heap.foresee(spec.width > 0 ? static_cast<std::uint64_t>(spec.width) : 0);
    if (call.given(2)) {
        Str* fill = as<Str>(call[2]);
        if (!fill)
            raise(Exc::TypeError,
                  fmt::format("The fill character must be a unicode character, not {}", type_name(call[2])));
        if (fill->length != 1) raise(Exc::TypeError, "The fill character must be exactly one character long");
        std::size_t at = 0;
        spec.fill = wtf8::decode(fill->text, at);
    }
    const Str& self = self_str(call);
    if (align == '^' && spec.width > static_cast<std::int64_t>(self.length)) {
        // str.center puts the odd one to the left where the width is odd; format() never does.
        std::size_t missing = static_cast<std::size_t>(spec.width) - self.length;
        std::size_t before = missing / 2 + (missing & static_cast<std::size_t>(spec.width) & 1);
        std::string out;
        for (std::size_t i = 0; i < before; ++i) wtf8::append(out, spec.fill);
        out += self.text;
        for (std::size_t i = 0; i < missing - before; ++i) wtf8::append(out, spec.fill);
        return make_str(std::move(out));
    }
    spec.align = align;
    return make_str(pad(self.text, self.length, spec, align));
}

Value expand_tabs(Call& call) {
    std::int64_t size = as_index(call[1]);
    std::string out;
    std::int64_t column = 0;
    const std::string& text = self_str(call).text;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t start = at;
        char32_t c = wtf8::decode(text, at);
        if (c == '\t') {
            std::int64_t count = size > 0 ? size - column % size : 0;
            rt().heap.foresee(out.size() + static_cast<std::uint64_t>(count));
            out.append(static_cast<std::size_t>(count), ' ');
            column += count;
            continue;
        }
        out += text.substr(start, at - start);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return make_str(std::move(out));
}

Value zero_fill(Call& call) {
    const Str& self = self_str(call);
    std::int64_t width = as_index(call[1]);
    if (width <= static_cast<std::int64_t>(self.length)) return make_str(self.text);
    rt().heap.foresee(static_cast<std::uint64_t>(width));
    std::string zeros(static_cast<std::size_t>(width) - self.length, '0');
    bool sign = !self.text.empty() && (self.text[0] == '+' || self.text[0] == '-');
    return make_str(sign ? self.text.substr(0, 1) + zeros + self.text.substr(1) : zeros + self.text);
}

Value translate(Call& call) {
    std::string out;
    const std::string& text = self_str(call).text;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t start = at;
        char32_t c = wtf8::decode(text, at);
        Value mapped;
        try {
            mapped = get_item(call[1], Value::integer(static_cast<std::int64_t>(c)));
        } catch (const Raised& raised) {
            if (!matches(raised.exception(), Exc::LookupError)) throw;
        }
        if (!mapped.exists())
            out += text.substr(start, at - start);
        else if (Str* with = as<Str>(mapped))
            out += with->text;
        else if (auto code = integer_if(mapped); code && !mapped.is_none()) {
            if (*code < 0 || *code > 0x10FFFF)
                raise(Exc::ValueError, "character mapping must be in range(0x110000)");
            wtf8::append(out, static_cast<char32_t>(*code));
        } else if (!mapped.is_none())
            raise(Exc::TypeError, "character mapping must return integer, None or str");
    }
    return make_str(std::move(out));
}

Value make_translation(Call& call) {
    Value table = make_dict();
    DictTable& entries = cast<Dict>(table).table;
    auto code = [](char32_t c) { return Value::integer(static_cast<std::int64_t>(c)); };
    if (!call.given(1)) {
        Dict* from = as<Dict>(call[0]);
        if (!from) raise(Exc::TypeError, "if you give only one argument to maketrans it must be a dict");
        from->table.each([&](const Value& key, const Value& value) {
            Str* text = as<Str>(key);
            if (!text) {
                entries.set(key, value);
                return;
            }
            if (text->length != 1)
                raise(Exc::ValueError, "string keys in translate table must be of length 1");
            std::size_t at = 0;
            entries.set(code(wtf8::decode(text->text, at)), value);
        });
        return table;
    }
    std::u32string from = wtf8::to_code_points(call.text(0)), to = wtf8::to_code_points(call.text(1));
    if (from.size() != to.size())
        raise(Exc::ValueError, "the first two maketrans arguments must have equal length");
    for (std::size_t at = 0; at < from.size(); ++at) entries.set(code(from[at]), code(to[at]));
    if (call.given(2))
        for (char32_t c : wtf8::to_code_points(call.text(2))) entries.set(code(c), Value::none());
    return table;
}

} // namespace

void str_shape_members(ClassBuilder& type) {
    type.method("strip(self, chars=None, /)", [](Call& call) { return strip(call, true, true); });
    type.method("lstrip(self, chars=None, /)", [](Call& call) { return strip(call, true, false); });
    type.method("rstrip(self, chars=None, /)", [](Call& call) { return strip(call, false, true); });
    type.method("ljust(self, width, fillchar=..., /)", [](Call& call) { return justify(call, '<'); });
    type.method("rjust(self, width, fillchar=..., /)", [](Call& call) { return justify(call, '>'); });
    type.method("center(self, width, fillchar=..., /)", [](Call& call) { return justify(call, '^'); });
    type.method("zfill(self, width, /)", zero_fill);
    type.method("expandtabs(self, tabsize=8)", expand_tabs);
    type.method("translate(self, table, /)", translate);
    type.static_method("maketrans(x, y=..., z=..., /)", make_translation);
}

} // namespace limbeck::python
