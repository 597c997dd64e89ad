// str: construction, tests, case, encoding; searching and shaping stand in files of their own.
#include "python/arguments.hpp"
#include "python/codecs.hpp"
#include "python/format.hpp"
#include "python/items.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

const Str& self_str(Call& call) {
    if (Str* str = as<Str>(call[0])) return *str;
    raise(Exc::TypeError, fmt::format("descriptor '{}' for 'str' objects doesn't apply to a '{}' object",
                                      call.function().name(), type_name(call[0])));
}

template <class Test> bool all_of(const std::string& text, Test test) {
    for (std::size_t at = 0; at < text.size();)
        if (!test(wtf8::decode(text, at))) return false;
    return !text.empty();
}

bool is_cased_as(const std::string& text, bool (*wanted)(char32_t), bool (*other)(char32_t)) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = wtf8::decode(text, at);
        if (other(c) || wtf8::is_title(c)) return false;
        any = any || wanted(c);
    }
    return any;
}

bool is_title_text(const std::string& text) {
    bool any = false, inside = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = wtf8::decode(text, at);
        if (wtf8::is_upper(c) || wtf8::is_title(c)) {
            if (inside) return false;
            inside = any = true;
        } else if (wtf8::is_lower(c)) {
            if (!inside) return false;
            inside = any = true;
        } else {
            inside = false;
        }
    }
    return any;
}

Value new_str(Call& call) {
    Class* cls = as_class(call[0]);
    std::string text;
    if (call.given(2) || call.given(3)) {
        const std::string* bytes = call.given(1) ? bytes_if(call[1]) : nullptr;
        if (call.given(1) && as<Str>(call[1])) raise(Exc::TypeError, "decoding str is not supported");
        if (!bytes)
            raise(Exc::TypeError, fmt::format("decoding to str: need a bytes-like object, {} found",
                                              call.given(1) ? type_name(call[1]) : "NoneType"));
        text = decode_bytes(*bytes, call.given(2) ? call.text(2) : "utf-8",
                            call.given(3) ? call.text(3) : "strict");
    } else if (call.given(1)) {
        if (cls == types().str && (is_exact<Str>(call[1]) || is_unresolved(call[1]))) return call[1];
        Value made = cls == types().str && as<Instance>(call[1]) ? call_method(call[1], "__str__") : Value();
        if (made.exists() && (is_unresolved(made) || is_exact<Str>(made))) return made;
        text = is_str(made) ? as_text(made) : to_str(call[1]);
    }
    if (cls == types().str) return make_str(std::move(text));
    return make<Str>(cls, std::move(text));
}

using Test = bool (*)(char32_t);

} // namespace

void str_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, object=..., encoding=..., errors=...)", new_str);
    sequence_members(type);
    comparison_members(type);
    type.method("__str__(self, /)", [](Call& call) {
        return class_of(call[0]) == types().str ? call[0] : make_str(self_str(call).text);
    });
    type.method("__mod__(self, value, /)",
                [](Call& call) { return format_percent(self_str(call).text, call[1]); });
    type.method("__format__(self, format_spec, /)",
                [](Call& call) { return make_str(format_text(self_str(call).text, call.text(1))); });
    struct Tester {
        const char* declaration;
        Test test;
    };
    for (const Tester& each :
         {Tester{"isalpha(self, /)", wtf8::is_alphabetic}, Tester{"isdigit(self, /)", wtf8::is_digit},
          Tester{"isdecimal(self, /)", wtf8::is_decimal}, Tester{"isnumeric(self, /)", wtf8::is_numeric},
          Tester{"isspace(self, /)", wtf8::is_space}}) {
        Test test = each.test;
        type.method(each.declaration,
                    [test](Call& call) { return Value::boolean(all_of(self_str(call).text, test)); });
    }
    type.method("isalnum(self, /)", [](Call& call) {
        return Value::boolean(all_of(
            self_str(call).text, [](char32_t c) { return wtf8::is_alphabetic(c) || wtf8::is_numeric(c); }));
    });
    type.method("isascii(self, /)", [](Call& call) { return Value::boolean(self_str(call).ascii()); });
    type.method("isprintable(self, /)", [](Call& call) {
        return Value::boolean(self_str(call).text.empty() || all_of(self_str(call).text, wtf8::is_printable));
    });
    type.method("isidentifier(self, /)",
                [](Call& call) { return Value::boolean(wtf8::is_identifier(self_str(call).text)); });
    type.method("isupper(self, /)", [](Call& call) {
        return Value::boolean(is_cased_as(self_str(call).text, wtf8::is_upper, wtf8::is_lower));
    });
    type.method("islower(self, /)", [](Call& call) {
        return Value::boolean(is_cased_as(self_str(call).text, wtf8::is_lower, wtf8::is_upper));
    });
    type.method("istitle(self, /)",
                [](Call& call) { return Value::boolean(is_title_text(self_str(call).text)); });
    using Change = std::string (*)(std::string_view);
    struct Changer {
        const char* declaration;
        Change change;
    };
    for (const Changer& each :
         {Changer{"upper(self, /)", wtf8::upper}, Changer{"lower(self, /)", wtf8::lower},
          Changer{"title(self, /)", wtf8::title}, Changer{"capitalize(self, /)", wtf8::capitalize},
          Changer{"swapcase(self, /)", wtf8::swap_case}, Changer{"casefold(self, /)", wtf8::casefold}}) {
        Change change = each.change;
        type.method(each.declaration, [change](Call& call) { return make_str(change(self_str(call).text)); });
    }
    type.method("encode(self, encoding='utf-8', errors='strict')", [](Call& call) {
        return make_bytes(encode_text(self_str(call), call.text(1), call.text(2)));
    });
    type.method("format(self, /, *args, **kwargs)", [](Call& call) {
        for (const Value& each : call.rest(1))
            if (is_unresolved(each)) return each;
        Value unresolved;
        call.keywords(2).table.each([&](const Value&, const Value& each) {
            if (!unresolved.exists() && is_unresolved(each)) unresolved = each;
        });
        if (unresolved.exists()) return unresolved;
        return make_str(format_fields(self_str(call).text, call.rest(1), call[2]));
    });
    type.method("format_map(self, mapping, /)",
                [](Call& call) { return make_str(format_fields(self_str(call).text, {}, call[1])); });
    type.method("__getnewargs__(self, /)",
                [](Call& call) { return make_tuple({make_str(self_str(call).text)}); });
    str_search_members(type);
    str_shape_members(type);
}

} // namespace limbeck::python
