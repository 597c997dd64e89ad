#include "python/stdlib/modules.hpp"
#include "python/stdlib/regex/utf.hpp"
#include "python/stdlib/regex/values.hpp"

namespace limbeck::python {

namespace {

using namespace regex;

// Compiled patterns by text and flags; emptied when it grows, as CPython's is.
struct Cache final : NativeState {
    std::map<std::tuple<bool, std::string, std::uint32_t>, Value> patterns;
    static constexpr std::size_t most = 512;
};

std::u32string code_points(const Value& pattern) {
    if (const std::string* bytes = bytes_if(pattern)) {
        std::u32string out;
        for (char c : *bytes) out += static_cast<char32_t>(static_cast<unsigned char>(c));
        return out;
    }
    return from_utf8(as_text(pattern));
}

Value make_pattern(Class* type, const Value& text, std::uint32_t flags) {
    bool bytes = bytes_if(text) != nullptr;
    if (bytes && (flags & flag_unicode))
        raise(Exc::ValueError, "cannot use UNICODE flag with a bytes pattern");
    if (!bytes && (flags & flag_locale)) raise(Exc::ValueError, "cannot use LOCALE flag with a str pattern");
    if (!bytes && (flags & flag_ascii) && (flags & flag_unicode))
        raise(Exc::ValueError, "ASCII and UNICODE flags are incompatible");
    try {
        Program program = compile(code_points(text), flags, bytes);
        Value made = make_instance(type);
        auto& state = attach_state<PatternState>(made);
        state.program = std::move(program);
        state.pattern = text;
        state.bytes = bytes;
        return made;
    } catch (const PatternError& error) {
        raise_pattern_error(error.message(), text, error.position);
    } catch (const RepetitionError& error) {
        raise(Exc::OverflowError, error.message());
    }
}

} // namespace

void populate_re(ModuleBuilder& module) {
    Class* match = define_match(module);
    Class* pattern = define_pattern(module, match);
    Value holder = make_instance(builtin_class("object"));
    attach_state<Cache>(holder);
    module.constant("_cache", holder);
    module.function("compile(pattern, flags)", [pattern, holder](Call& call) {
        auto flags = static_cast<std::uint32_t>(as_index(call[1]));
        if (state_if<PatternState>(call[0])) {
            if (flags) raise(Exc::ValueError, "cannot process flags argument with a compiled pattern");
            return call[0];
        }
        if (is_unresolved(call[0])) raise_unresolved(call[0], "use it as text");
        const std::string* text = text_if(call[0]);
        bool bytes = !text;
        if (bytes) text = bytes_if(call[0]);
        if (!text) raise(Exc::TypeError, "first argument must be string or compiled pattern");
        auto& cache = state<Cache>(holder);
        auto key = std::tuple(bytes, *text, flags);
        auto found = cache.patterns.find(key);
        if (found != cache.patterns.end()) return found->second;
        Value made = make_pattern(pattern, call[0], flags);
        if (cache.patterns.size() >= Cache::most) cache.patterns.clear();
        cache.patterns.emplace(std::move(key), made);
        return made;
    });
}

} // namespace limbeck::python
