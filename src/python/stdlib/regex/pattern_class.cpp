#include "python/stdlib/regex/utf.hpp"
#include "python/stdlib/regex/values.hpp"

namespace limbeck::python::regex {

namespace {

PatternState& own(Call& call) {
    return call.state<PatternState>();
}

bool find_or_raise(const PatternState& pattern, const Text& text, std::size_t position, std::size_t end,
                   Mode mode, bool must_advance, Found& found) {
    try {
        return find(pattern.program, text.subject(), position, end, mode, must_advance, found);
    } catch (const StepError& error) {
        raise(Exc::RuntimeError, error.message() + ": " + to_repr(pattern.pattern));
    }
}

struct Range {
    std::size_t start, end;
};

Range range_of(Call& call, const Text& text, std::size_t first) {
    auto clamp = [&](std::int64_t at) {
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(at, 0, static_cast<std::int64_t>(text.size())));
    };
    return {clamp(call.integer(first)), clamp(call.integer(first + 1))};
}

NativeBody single(Mode mode, Class* match_class) {
    return [mode, match_class](Call& call) -> Value {
        PatternState& pattern = own(call);
        Text text(call[1], pattern.bytes);
        Range range = range_of(call, text, 2);
        Found found;
        if (range.start > range.end ||
            !find_or_raise(pattern, text, range.start, range.end, mode, false, found))
            return Value::none();
        return make_match(match_class, call[0], text, std::move(found), range.start, range.end);
    };
}

// All matches one after the other, as CPython's scanner finds them.
class Scanner {
  public:
    Scanner(const PatternState& pattern, Text text, Range range)
        : pattern_(pattern), text_(std::move(text)), range_(range) {}

    bool next(Found& found) {
        if (range_.start > range_.end) return false;
        if (!find_or_raise(pattern_, text_, range_.start, range_.end, Mode::search, must_advance_, found)) {
            range_.start = range_.end + 1;
            return false;
        }
        auto end = static_cast<std::size_t>(found.groups[0].end);
        must_advance_ = end == static_cast<std::size_t>(found.groups[0].start);
        range_.start = end;
        return true;
    }

    const Text& text() const { return text_; }

  private:
    const PatternState& pattern_;
    Text text_;
    Range range_;
    bool must_advance_ = false;
};

Value part(const Text& text, Span span, const Value& otherwise) {
    if (!span.matched()) return otherwise;
    return text.slice(static_cast<std::size_t>(span.start), static_cast<std::size_t>(span.end));
}

Value find_all(Call& call) {
    PatternState& pattern = own(call);
    Text text(call[1], pattern.bytes);
    Scanner scanner(pattern, text, range_of(call, text, 2));
    std::vector<Value> all;
    Found found;
    Value empty = text.empty();
    while (scanner.next(found)) {
        if (found.groups.size() <= 2) {
            all.push_back(part(text, found.groups.back(), empty));
            continue;
        }
        std::vector<Value> groups;
        for (std::size_t i = 1; i < found.groups.size(); ++i)
            groups.push_back(part(text, found.groups[i], empty));
        all.push_back(make_tuple(std::move(groups)));
    }
    return make_list(std::move(all));
}

NativeBody find_iter(Class* match_class) {
    return [match_class](Call& call) {
        PatternState& pattern = own(call);
        Text text(call[1], pattern.bytes);
        Range range = range_of(call, text, 2);
        auto scanner = std::make_shared<Scanner>(pattern, text, range);
        Value self = call[0];
        return make_iterator(
            [scanner, self, range, match_class](Value& out) {
                Found found;
                if (!scanner->next(found)) return false;
                out =
                    make_match(match_class, self, scanner->text(), std::move(found), range.start, range.end);
                return true;
            },
            "callable_iterator");
    };
}

Value split(Call& call) {
    PatternState& pattern = own(call);
    Text text(call[1], pattern.bytes);
    std::int64_t most = call.integer(2);
    Scanner scanner(pattern, text, {0, text.size()});
    std::vector<Value> parts;
    std::size_t last = 0;
    Found found;
    for (std::int64_t n = 0; most <= 0 || n < most; ++n) {
        if (most < 0 || !scanner.next(found)) break;
        parts.push_back(text.slice(last, static_cast<std::size_t>(found.groups[0].start)));
        for (std::size_t i = 1; i < found.groups.size(); ++i)
            parts.push_back(part(text, found.groups[i], Value::none()));
        last = static_cast<std::size_t>(found.groups[0].end);
    }
    parts.push_back(text.slice(last, text.size()));
    return make_list(std::move(parts));
}

struct Substituted {
    Value text;
    std::int64_t count;
};

// What a replacement function gave: text of the right kind, or None for nothing.
void append_result(std::string& out, const Value& result, bool bytes, std::size_t index) {
    if (result.is_none()) return;
    const std::string* text = bytes ? bytes_if(result) : text_if(result);
    if (is_unresolved(result)) raise_unresolved(result, "use it as text");
    if (!text)
        raise(Exc::TypeError, fmt::format("sequence item {}: expected {}, {} found", index,
                                          bytes ? "a bytes-like object" : "str instance", type_name(result)));
    out += *text;
}

Substituted substitute(Call& call, Class* match_class) {
    PatternState& pattern = own(call);
    const Value& by = call[1];
    bool is_function = is_callable(by);
    if (!is_function && (pattern.bytes ? !bytes_if(by) : !text_if(by))) {
        if (is_unresolved(by)) raise_unresolved(by, "use it as text");
        if (text_if(by) || bytes_if(by))
            raise(Exc::TypeError,
                  fmt::format("sequence item 0: expected {}, {} found",
                              pattern.bytes ? "a bytes-like object" : "str instance", type_name(by)));
        raise(Exc::TypeError,
              fmt::format("decoding to str: need a bytes-like object, {} found", type_name(by)));
    }
    Text text(call[2], pattern.bytes);
    Replacement replacement;
    if (!is_function) replacement = parse_replacement(by, pattern);
    std::int64_t most = call.integer(3), count = 0;
    Scanner scanner(pattern, text, {0, text.size()});
    std::string out;
    std::size_t last = 0;
    Found found;
    while ((most == 0 || count < most) && scanner.next(found)) {
        out += text.utf8(last, static_cast<std::size_t>(found.groups[0].start));
        last = static_cast<std::size_t>(found.groups[0].end);
        ++count;
        if (is_function) {
            Value match = make_match(match_class, call[0], text, found, 0, text.size());
            append_result(out, python::call(by, {match}), pattern.bytes, static_cast<std::size_t>(count - 1));
            continue;
        }
        for (auto& piece : replacement.parts) {
            out += piece.literal;
            if (piece.group < 0) continue;
            Span span = found.groups[static_cast<std::size_t>(piece.group)];
            if (span.matched())
                out += text.utf8(static_cast<std::size_t>(span.start), static_cast<std::size_t>(span.end));
        }
    }
    if (count == 0) return {text.slice(0, text.size()), 0};
    out += text.utf8(last, text.size());
    return {make_text(std::move(out), pattern.bytes), count};
}

std::string pattern_repr(PatternState& pattern) {
    std::string shown = to_repr(pattern.pattern);
    std::u32string cut = from_utf8(shown);
    if (cut.size() > 200) shown = to_utf8(std::u32string_view(cut).substr(0, 200));
    std::string flags;
    std::uint32_t bits = pattern.program.pattern.flags;
    if (!pattern.bytes) bits &= ~flag_unicode;
    static constexpr std::pair<std::uint32_t, const char*> names[] = {{flag_ignore_case, "IGNORECASE"},
                                                                      {flag_locale, "LOCALE"},
                                                                      {flag_multiline, "MULTILINE"},
                                                                      {flag_dot_all, "DOTALL"},
                                                                      {flag_unicode, "UNICODE"},
                                                                      {flag_verbose, "VERBOSE"},
                                                                      {flag_debug, "DEBUG"},
                                                                      {flag_ascii, "ASCII"}};
    for (auto& [bit, name] : names)
        if (bits & bit) flags += (flags.empty() ? "re." : "|re.") + std::string(name);
    return "re.compile(" + shown + (flags.empty() ? "" : ", " + flags) + ")";
}

} // namespace

void raise_pattern_error(const std::string& sentence, const Value& pattern, long position) {
    Value error =
        python::call(native_attribute("re", "error"),
                     {make_str(sentence), pattern, position < 0 ? Value::none() : Value::integer(position)});
    python::raise(Ref<Exception>(as<Exception>(error)));
}

Class* define_pattern(ModuleBuilder& module, Class* match_class) {
    ClassBuilder type = module.define_class("Pattern");
    type.method("search(self, string, pos=0, endpos=9223372036854775807)", single(Mode::search, match_class));
    type.method("match(self, string, pos=0, endpos=9223372036854775807)", single(Mode::match, match_class));
    type.method("fullmatch(self, string, pos=0, endpos=9223372036854775807)",
                single(Mode::full_match, match_class));
    type.method("findall(self, string, pos=0, endpos=9223372036854775807)", find_all);
    type.method("finditer(self, string, pos=0, endpos=9223372036854775807)", find_iter(match_class));
    type.method("split(self, string, maxsplit=0)", split);
    type.method("sub(self, repl, string, count=0)",
                [match_class](Call& call) { return substitute(call, match_class).text; });
    type.method("subn(self, repl, string, count=0)", [match_class](Call& call) {
        Substituted result = substitute(call, match_class);
        return make_tuple({result.text, Value::integer(result.count)});
    });
    type.property("pattern", [](Call& call) { return own(call).pattern; });
    type.property("flags", [](Call& call) { return Value::integer(own(call).program.pattern.flags); });
    type.property("groups", [](Call& call) { return Value::integer(own(call).program.pattern.group_count); });
    type.property("groupindex", [](Call& call) {
        Value dict = make_dict();
        for (auto& [name, group] : own(call).program.pattern.names)
            set_item(dict, make_str(to_utf8(name)), Value::integer(group));
        return python::call(native_attribute("types", "MappingProxyType"), {dict});
    });
    type.method("__repr__(self)", [](Call& call) { return make_str(pattern_repr(own(call))); });
    type.method("__eq__(self, other)", [](Call& call) -> Value {
        auto* other = state_if<PatternState>(call[1]);
        if (!other) return Value::not_implemented();
        return Value::boolean(own(call).program.pattern.flags == other->program.pattern.flags &&
                              equal(own(call).pattern, other->pattern));
    });
    type.method("__hash__(self)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(hash_value(own(call).pattern) >> 2));
    });
    type.method("__copy__(self)", [](Call& call) { return call[0]; });
    type.method("__deepcopy__(self, memo)", [](Call& call) { return call[0]; });
    return type.get();
}

} // namespace limbeck::python::regex
