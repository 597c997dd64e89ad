#include "python/stdlib/regex/utf.hpp"
#include "python/stdlib/regex/values.hpp"

namespace limbeck::python::regex {

Text::Text(Value value, bool pattern_is_bytes) : value_(std::move(value)), bytes_(false) {
    if (is_unresolved(value_)) raise_unresolved(value_, "use it as text");
    if (const std::string* text = text_if(value_)) {
        if (pattern_is_bytes) raise(Exc::TypeError, "cannot use a bytes pattern on a string-like object");
        narrow_ = text;
        if (!as<Str>(value_)->ascii()) wide_ = std::make_shared<std::u32string>(from_utf8(*text));
        return;
    }
    narrow_ = bytes_if(value_);
    if (!narrow_)
        raise(Exc::TypeError,
              fmt::format("expected string or bytes-like object, got '{}'", type_name(value_)));
    bytes_ = true;
    if (!pattern_is_bytes) raise(Exc::TypeError, "cannot use a string pattern on a bytes-like object");
}

Subject Text::subject() const {
    if (wide_) return {wide_->data(), wide_->size(), true};
    return {narrow_->data(), narrow_->size(), false};
}

std::string Text::utf8(std::size_t start, std::size_t end) const {
    if (wide_) return to_utf8(std::u32string_view(*wide_).substr(start, end - start));
    return narrow_->substr(start, end - start);
}

Value Text::slice(std::size_t start, std::size_t end) const {
    if (start == 0 && end == size() && class_of(value_) == builtin_class(bytes_ ? "bytes" : "str"))
        return value_;
    return make_text(utf8(start, end), bytes_);
}

Value make_text(std::string text, bool bytes) {
    return bytes ? make_bytes(text) : make_str(std::move(text));
}

Value make_match(Class* type, const Value& pattern, const Text& text, Found found, std::size_t position,
                 std::size_t end) {
    return make_instance_with<MatchState>(type, pattern, text, std::move(found), position, end);
}

namespace {

MatchState& own(Call& call) {
    return call.state<MatchState>();
}

// The group that a script names by number or name.
std::size_t group_index(MatchState& match, const Value& name) {
    if (is_int(name)) {
        auto number = integer_if(name);
        if (number && *number >= 0 && static_cast<std::size_t>(*number) < match.found.groups.size())
            return static_cast<std::size_t>(*number);
    } else if (const std::string* text = text_if(name)) {
        std::u32string wanted = from_utf8(*text);
        for (auto& [known, group] : state<PatternState>(match.pattern).program.pattern.names)
            if (known == wanted) return group;
    }
    raise(Exc::IndexError, "no such group");
}

Value group_value(MatchState& match, std::size_t group, const Value& otherwise) {
    Span span = match.found.groups[group];
    if (!span.matched()) return otherwise;
    return match.text.slice(static_cast<std::size_t>(span.start), static_cast<std::size_t>(span.end));
}

Value groups(Call& call) {
    MatchState& match = own(call);
    std::vector<Value> all;
    for (std::size_t i = 1; i < match.found.groups.size(); ++i) all.push_back(group_value(match, i, call[1]));
    return make_tuple(std::move(all));
}

Value group_dict(Call& call) {
    MatchState& match = own(call);
    Value dict = make_dict();
    for (auto& [name, group] : state<PatternState>(match.pattern).program.pattern.names)
        set_item(dict, make_str(to_utf8(name)), group_value(match, group, call[1]));
    return dict;
}

Value group(Call& call) {
    MatchState& match = own(call);
    auto& names = call.rest(1);
    if (names.empty()) return group_value(match, 0, Value::none());
    if (names.size() == 1) return group_value(match, group_index(match, names[0]), Value::none());
    std::vector<Value> all;
    for (const Value& name : names)
        all.push_back(group_value(match, group_index(match, name), Value::none()));
    return make_tuple(std::move(all));
}

Span span_of(Call& call) {
    MatchState& match = own(call);
    return match.found.groups[group_index(match, call[1])];
}

Value span_value(Span span) {
    return make_tuple({Value::integer(span.start), Value::integer(span.end)});
}

Value expand(Call& call) {
    MatchState& match = own(call);
    Replacement replacement = parse_replacement(call[1], state<PatternState>(match.pattern));
    std::string out;
    for (auto& part : replacement.parts) {
        out += part.literal;
        if (part.group < 0) continue;
        Span span = match.found.groups[static_cast<std::size_t>(part.group)];
        if (span.matched())
            out += match.text.utf8(static_cast<std::size_t>(span.start), static_cast<std::size_t>(span.end));
    }
    return make_text(std::move(out), match.text.is_bytes());
}

} // namespace

Class* define_match(ModuleBuilder& module) {
    ClassBuilder type = module.define_class("Match");
    type.method("group(self, *names)", group);
    type.method("__getitem__(self, name, /)", [](Call& call) {
        MatchState& match = own(call);
        return group_value(match, group_index(match, call[1]), Value::none());
    });
    type.method("groups(self, default=None)", groups);
    type.method("groupdict(self, default=None)", group_dict);
    type.method("start(self, group=0, /)", [](Call& call) { return Value::integer(span_of(call).start); });
    type.method("end(self, group=0, /)", [](Call& call) { return Value::integer(span_of(call).end); });
    type.method("span(self, group=0, /)", [](Call& call) { return span_value(span_of(call)); });
    type.method("expand(self, template)", expand);
    type.property("string", [](Call& call) { return own(call).text.value(); });
    type.property("re", [](Call& call) { return own(call).pattern; });
    type.property("pos",
                  [](Call& call) { return Value::integer(static_cast<std::int64_t>(own(call).position)); });
    type.property("endpos",
                  [](Call& call) { return Value::integer(static_cast<std::int64_t>(own(call).end)); });
    type.property("lastindex", [](Call& call) -> Value {
        std::uint32_t last = own(call).found.last_group;
        return last ? Value::integer(last) : Value::none();
    });
    type.property("lastgroup", [](Call& call) -> Value {
        MatchState& match = own(call);
        for (auto& [name, group] : state<PatternState>(match.pattern).program.pattern.names)
            if (group == match.found.last_group) return make_str(to_utf8(name));
        return Value::none();
    });
    type.property("regs", [](Call& call) {
        std::vector<Value> all;
        for (Span span : own(call).found.groups) all.push_back(span_value(span));
        return make_tuple(std::move(all));
    });
    type.method("__repr__(self)", [](Call& call) {
        MatchState& match = own(call);
        Span span = match.found.groups[0];
        std::string shown = to_repr(group_value(match, 0, Value::none()));
        // Long matches are cut as "%.50R" cuts them.
        std::u32string cut = from_utf8(shown);
        if (cut.size() > 50) shown = to_utf8(std::u32string_view(cut).substr(0, 50));
        return make_str(
            fmt::format("<re.Match object; span=({}, {}), match={}>", span.start, span.end, shown));
    });
    type.method("__copy__(self)", [](Call& call) { return call[0]; });
    type.method("__deepcopy__(self, memo)", [](Call& call) { return call[0]; });
    return type.get();
}

} // namespace limbeck::python::regex
