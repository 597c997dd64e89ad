#include "python/stdlib/modules.hpp"
#include "python/stdlib/regex/utf.hpp"
#include "python/unicode_names.hpp"

#include <cstdlib>
#include <utf8proc.h>

namespace limbeck::python {

namespace {

char32_t character(Call& call) {
    std::u32string text = regex::from_utf8(call.text(0));
    if (text.size() != 1)
        raise(Exc::TypeError,
              fmt::format("{}() argument must be a unicode character, not str", call.function().name()));
    return text[0];
}

const utf8proc_property_t& property(Call& call) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(character(call)));
}

Value normalize(Call& call) {
    const std::string &form = call.text(0), &text = call.text(1);
    int options;
    if (form == "NFC")
        options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    else if (form == "NFD")
        options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    else if (form == "NFKC")
        options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    else if (form == "NFKD")
        options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
    else
        raise(Exc::ValueError, "invalid normalization form");
    if (as<Str>(call[1])->ascii()) return call[1];
    utf8proc_uint8_t* out = nullptr;
    utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &out,
                                           static_cast<utf8proc_option_t>(options));
    // Lone surrogates have no normal form.
    if (length < 0) return call[1];
    std::string made(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
    std::free(out);
    return make_str(std::move(made));
}

} // namespace

void populate_unicodedata(ModuleBuilder& module) {
    module.function("normalize(form, unistr, /)", normalize);
    module.function("is_normalized(form, unistr, /)",
                    [](Call& call) { return Value::boolean(as_text(normalize(call)) == call.text(1)); });
    module.function("lookup(name, /)", [](Call& call) {
        char32_t found = unicode_names::find(call.text(0));
        if (found == unicode_names::unknown)
            raise(exception_class(Exc::KeyError),
                  std::vector<Value>{make_str(fmt::format("undefined character name '{}'", call.text(0)))});
        std::string out;
        regex::append_utf8(out, found);
        return make_str(std::move(out));
    });
    module.function("category(chr, /)", [](Call& call) {
        return make_str(
            std::string_view(utf8proc_category_string(static_cast<utf8proc_int32_t>(character(call)))));
    });
    module.function("combining(chr, /)",
                    [](Call& call) { return Value::integer(property(call).combining_class); });
    module.function("bidirectional(chr, /)", [](Call& call) {
        static constexpr const char* names[] = {"",    "L",  "LRE", "LRO", "R",   "AL",  "RLE", "RLO",
                                                "PDF", "EN", "ES",  "ET",  "AN",  "CS",  "NSM", "BN",
                                                "B",   "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
        return make_str(std::string_view(names[property(call).bidi_class]));
    });
    module.function("east_asian_width(chr, /)", [](Call& call) {
        return make_str(std::string_view(
            utf8proc_charwidth(static_cast<utf8proc_int32_t>(character(call))) == 2 ? "W" : "Na"));
    });
    module.constant("unidata_version", make_str(std::string_view("14.0.0")));
}

} // namespace limbeck::python
