#include "python/codecs.hpp"

#include "python/encodings.hpp"
#include "python/foreign_encodings.hpp"
#include "python/full_charmaps.hpp"
#include "python/operations.hpp"
#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

namespace limbeck::python {

namespace {

enum class Codec {
    Utf8,
    Utf8Signature,
    Ascii,
    Latin1,
    Utf16,
    Utf16Little,
    Utf16Big,
    Utf32,
    Utf32Little,
    Utf32Big,
    Charmap, // a byte for a character
    Foreign, // what iconv knows
    Rule     // of the module _text_codecs
};

struct FoundCodec {
    Codec codec;
    std::string shown; // what errors call it
    std::optional<encodings::FullTable> charmap = {};
};

FoundCodec find_codec(const std::string& name, bool encoding) {
    std::string key;
    for (char c : name)
        key += static_cast<char>(c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? c + 32 : c);
    struct Entry {
        std::string_view name;
        Codec codec;
        const char* shown;
    };
    static constexpr Entry known[] = {
        {"utf-8", Codec::Utf8, "utf-8"},
        {"utf-8-sig", Codec::Utf8Signature, "utf-8"},
        {"ascii", Codec::Ascii, "ascii"},
        {"iso-8859-1", Codec::Latin1, "latin-1"},
        {"utf-16", Codec::Utf16, "utf-16"},
        {"utf16", Codec::Utf16, "utf-16"},
        {"u16", Codec::Utf16, "utf-16"},
        {"utf-16-le", Codec::Utf16Little, "utf-16-le"},
        {"utf-16le", Codec::Utf16Little, "utf-16-le"},
        {"utf-16-be", Codec::Utf16Big, "utf-16-be"},
        {"utf-16be", Codec::Utf16Big, "utf-16-be"},
        {"utf-32", Codec::Utf32, "utf-32"},
        {"utf32", Codec::Utf32, "utf-32"},
        {"u32", Codec::Utf32, "utf-32"},
        {"utf-32-le", Codec::Utf32Little, "utf-32-le"},
        {"utf-32le", Codec::Utf32Little, "utf-32-le"},
        {"utf-32-be", Codec::Utf32Big, "utf-32-be"},
        {"utf-32be", Codec::Utf32Big, "utf-32-be"},
    };
    auto find_known = [](std::string_view wanted) {
        return std::find_if(std::begin(known), std::end(known),
                            [&](const Entry& each) { return each.name == wanted; });
    };
    auto* found = find_known(key);
    if (found == std::end(known)) found = find_known(encodings::resolve_alias(key));
    if (found != std::end(known)) return {found->codec, found->shown};
    std::string canonical = encodings::canonical_name(name);
    if (auto* table = encodings::find(canonical))
        return {Codec::Charmap, "charmap", encodings::with_ascii(*table)};
    if (auto* table = encodings::find_full_charmap(canonical)) return {Codec::Charmap, "charmap", *table};
    if (foreign_encodings::find(canonical)) return {Codec::Foreign, canonical};
    static constexpr std::pair<std::string_view, const char*> rules[] = {
        {"hz", "hz"},
        {"hzgb", "hz"},
        {"hz-gb", "hz"},
        {"hz-gb-2312", "hz"},
        {"idna", "idna"},
        {"punycode", "punycode"},
        {"raw-unicode-escape", "raw_unicode_escape"},
        {"rawunicodeescape", "raw_unicode_escape"},
        {"u7", "utf_7"},
        {"unicode-1-1-utf-7", "utf_7"},
        {"unicode-escape", "unicode_escape"},
        {"unicodeescape", "unicode_escape"},
        {"utf7", "utf_7"},
        {"utf-7", "utf_7"},
    };
    for (const auto& [each, shown] : rules)
        if (each == key) return {Codec::Rule, shown};
    for (std::string_view other :
         {"base64", "base64-codec", "base-64", "bz2", "bz2-codec", "hex", "hex-codec", "quopri",
          "quopri-codec", "quoted-printable", "quotedprintable", "rot13", "rot-13", "uu", "uu-codec", "zip",
          "zlib", "zlib-codec"})
        if (other == key)
            raise(Exc::LookupError,
                  fmt::format("'{}' is not a text encoding; use codecs.{}() to handle arbitrary codecs", name,
                              encoding ? "encode" : "decode"));
    raise(Exc::LookupError, "unknown encoding: " + name);
}

[[noreturn]] void raise_unicode(Exc type, const std::string& codec, const Value& object, std::size_t start,
                                std::size_t end, std::string_view reason) {
    Value error = call(class_value(exception_class(type)),
                       {make_str(codec), object, Value::integer(static_cast<std::int64_t>(start)),
                        Value::integer(static_cast<std::int64_t>(end)), make_str(reason)});
    raise(Ref<Exception>(as<Exception>(error)));
}

// What the error handler puts in place of an undecodable byte.
void handle_decode(std::string& out, std::string_view bytes, std::size_t start, std::size_t end,
                   const std::string& codec, const std::string& errors, const char* reason) {
    if (errors == "ignore") return;
    if (errors == "replace") return wtf8::append(out, 0xFFFD);
    if (errors == "backslashreplace") {
        for (std::size_t at = start; at < end; ++at)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[at]));
        return;
    }
    if (errors == "surrogateescape") {
        for (std::size_t at = start; at < end; ++at)
            wtf8::append(out, 0xDC00 + static_cast<unsigned char>(bytes[at]));
        return;
    }
    if (errors != "strict" && errors != "surrogatepass")
        raise(Exc::LookupError, fmt::format("unknown error handler name '{}'", errors));
    raise_unicode(Exc::UnicodeDecodeError, codec, make_bytes(bytes), start, end, reason);
}

// CPython's name of an encoding that iconv knows by `name`.
std::string foreign_name(std::string_view name) {
    static constexpr std::pair<std::string_view, const char*> others[] = {
        {"UHC", "cp949"},
        {"EUC-CN", "gb2312"},
        {"SJIS", "shift_jis"},
        {"BIG5-HKSCS", "big5hkscs"},
        {"ISO-2022-JP", "iso2022_jp"},
        {"ISO-2022-JP-2", "iso2022_jp_2"},
        {"ISO-2022-KR", "iso2022_kr"},
    };
    for (const auto& [each, shown] : others)
        if (each == name) return shown;
    std::string out(name);
    for (char& c : out) c = static_cast<char>(c == '-' ? '_' : c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
}

// Piece by piece: what does not fit is for the error handler.
std::string decode_foreign(std::string_view bytes, const std::string& encoding, const std::string& errors) {
    const char* name = foreign_encodings::find(encoding);
    std::string shown = foreign_name(name);
    std::string out;
    for (std::size_t at = 0;;) {
        foreign_encodings::Converted made = foreign_encodings::decode(name, bytes.substr(at));
        out += made.text;
        if (made.complete) return out;
        at += made.stopped;
        bool cut = at + 1 >= bytes.size();
        handle_decode(out, bytes, at, at + 1, shown, errors,
                      cut ? "incomplete multibyte sequence" : "illegal multibyte sequence");
        if (cut) return out;
        ++at;
    }
}

std::string encode_foreign(const Str& text, const std::string& encoding, const std::string& errors) {
    const char* name = foreign_encodings::find(encoding);
    std::string shown = foreign_name(name);
    std::string out;
    std::string_view rest = text.text;
    while (true) {
        foreign_encodings::Converted made = foreign_encodings::encode(name, rest);
        out += made.text;
        if (made.complete) return out;
        rest.remove_prefix(made.stopped);
        std::size_t size = 0;
        char32_t c = wtf8::decode(rest, size);
        if (errors == "replace") {
            out += '?';
        } else if (errors == "xmlcharrefreplace") {
            out += fmt::format("&#{};", static_cast<unsigned>(c));
        } else if (errors != "ignore") {
            std::size_t index =
                wtf8::length(std::string_view(text.text).substr(0, text.text.size() - rest.size()));
            raise_unicode(Exc::UnicodeEncodeError, shown, make_str(text.text), index, index + 1,
                          "illegal multibyte sequence");
        }
        rest.remove_prefix(size);
    }
}

// How many bytes at `at` form a bad sequence, and why; 0 where the sequence is good (then `size` is its
// length).
std::size_t bad_utf8(std::string_view bytes, std::size_t at, std::size_t& size, const char*& reason) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    unsigned char first = byte(at);
    size = first < 0x80                    ? 1
           : first >= 0xC2 && first < 0xE0 ? 2
           : first >= 0xE0 && first < 0xF0 ? 3
           : first >= 0xF0 && first < 0xF5 ? 4
                                           : 0;
    if (size == 0) return reason = "invalid start byte", 1;
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i >= bytes.size()) return reason = "unexpected end of data", i;
        unsigned char low = 0x80, high = 0xBF;
        if (i == 1) {
            if (first == 0xE0) low = 0xA0;
            if (first == 0xED) high = 0x9F;
            if (first == 0xF0) low = 0x90;
            if (first == 0xF4) high = 0x8F;
        }
        if (byte(at + i) < low || byte(at + i) > high) return reason = "invalid continuation byte", i;
    }
    return 0;
}

std::string decode_utf8(std::string_view bytes, const std::string& errors) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t size = 0;
        const char* reason = "";
        std::size_t bad = bad_utf8(bytes, at, size, reason);
        if (bad == 0) {
            out += bytes.substr(at, size);
            at += size;
            continue;
        }
        bool is_surrogate = bytes[at] == '\xED' && at + 2 < bytes.size() && (bytes[at + 1] & 0xE0) == 0xA0 &&
                            (bytes[at + 2] & 0xC0) == 0x80;
        if (errors == "surrogatepass" && is_surrogate) {
            wtf8::append(
                out, static_cast<char32_t>(0xD000 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F)));
            at += 3;
            continue;
        }
        handle_decode(out, bytes, at, at + bad, "utf-8", errors, reason);
        at += bad;
    }
    return out;
}

std::string decode_wide(std::string_view bytes, std::size_t width, bool little, const std::string& codec,
                        const std::string& errors, std::size_t from = 0) {
    std::string out;
    auto unit = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i]))
                     << 8 * (little ? i : width - 1 - i);
        return value;
    };
    std::size_t at = from;
    for (; at + width <= bytes.size(); at += width) {
        char32_t c = unit(at);
        const char* wrong = nullptr;
        std::size_t end = at + width;
        if (width == 4) {
            if (c > 0x10FFFF) wrong = "code point not in range(0x110000)";
            if (wtf8::is_surrogate(c)) wrong = "code point in surrogate code point range(0xd800, 0xe000)";
        } else if (c >= 0xDC00 && c < 0xE000) {
            wrong = "illegal encoding";
        } else if (c >= 0xD800 && c < 0xDC00) {
            std::uint32_t low = at + 4 <= bytes.size() ? unit(at + 2) : 0;
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            } else if (at + 4 > bytes.size()) {
                wrong = "unexpected end of data";
                end = bytes.size();
            } else {
                wrong = "illegal UTF-16 surrogate";
            }
        }
        bool passes = wrong && errors == "surrogatepass" && wtf8::is_surrogate(c);
        if (!wrong || passes) {
            wtf8::append(out, c);
        } else {
            handle_decode(out, bytes, at, end, codec, errors, wrong);
            at = end - width;
        }
    }
    if (at < bytes.size()) handle_decode(out, bytes, at, bytes.size(), codec, errors, "truncated data");
    return out;
}

void append_wide(std::string& out, std::uint32_t value, std::size_t width, bool little) {
    for (std::size_t i = 0; i < width; ++i)
        out += static_cast<char>(value >> 8 * (little ? i : width - 1 - i));
}

} // namespace

std::string decode_bytes(std::string_view bytes, const std::string& encoding, const std::string& errors) {
    const FoundCodec found = find_codec(encoding, false);
    const auto& [codec, shown, charmap] = found;
    switch (codec) {
    case Codec::Charmap: {
        std::string out;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            char16_t c = (*charmap)[static_cast<unsigned char>(bytes[at])];
            if (c != encodings::undefined_byte)
                wtf8::append(out, c);
            else
                handle_decode(out, bytes, at, at + 1, shown, errors, "character maps to <undefined>");
        }
        return out;
    }
    case Codec::Utf8Signature:
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        [[fallthrough]];
    case Codec::Utf8:
        return decode_utf8(bytes, errors);
    case Codec::Rule:
        return as_text(call(native_attribute("_text_codecs", "decode"),
                            {make_str(shown), make_bytes(bytes), make_str(errors)}));
    case Codec::Foreign:
        return decode_foreign(bytes, shown, errors);
    case Codec::Latin1: {
        std::string out;
        for (unsigned char c : bytes) wtf8::append(out, c);
        return out;
    }
    case Codec::Ascii: {
        std::string out;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            if (static_cast<unsigned char>(bytes[at]) < 0x80)
                out += bytes[at];
            else
                handle_decode(out, bytes, at, at + 1, "ascii", errors, "ordinal not in range(128)");
        }
        return out;
    }
    case Codec::Utf16:
    case Codec::Utf32: {
        std::size_t width = codec == Codec::Utf16 ? 2 : 4;
        std::string_view little =
            width == 2 ? std::string_view("\xFF\xFE", 2) : std::string_view("\xFF\xFE\0\0", 4);
        std::string_view big =
            width == 2 ? std::string_view("\xFE\xFF", 2) : std::string_view("\0\0\xFE\xFF", 4);
        bool is_big = bytes.starts_with(big);
        std::size_t mark = is_big || bytes.starts_with(little) ? width : 0;
        return decode_wide(bytes, width, !is_big, shown + (is_big ? "-be" : "-le"), errors, mark);
    }
    case Codec::Utf16Little:
        return decode_wide(bytes, 2, true, shown, errors);
    case Codec::Utf16Big:
        return decode_wide(bytes, 2, false, shown, errors);
    case Codec::Utf32Little:
        return decode_wide(bytes, 4, true, shown, errors);
    case Codec::Utf32Big:
        return decode_wide(bytes, 4, false, shown, errors);
    }
    return {};
}

std::string encode_text(const Str& text, const std::string& encoding, const std::string& errors) {
    const FoundCodec found = find_codec(encoding, true);
    const Codec codec = found.codec;
    const std::string& shown = found.shown;
    std::unordered_map<char32_t, unsigned char> byte_of;
    if (found.charmap)
        for (std::size_t at = 0; at < found.charmap->size(); ++at)
            if (char16_t c = (*found.charmap)[at]; c != encodings::undefined_byte)
                byte_of[c] = static_cast<unsigned char>(at);
    if (codec == Codec::Rule)
        return *bytes_if(call(native_attribute("_text_codecs", "encode"),
                              {make_str(shown), make_str(text.text), make_str(errors)}));
    if (codec == Codec::Foreign) return encode_foreign(text, shown, errors);
    std::string out;
    if (codec == Codec::Utf8Signature) out = "\xEF\xBB\xBF";
    if (codec == Codec::Utf16) out = "\xFF\xFE";
    if (codec == Codec::Utf32) out = std::string("\xFF\xFE\0\0", 4);
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.text.size(); ++index) {
        std::size_t start = at;
        char32_t c = wtf8::decode(text.text, at);
        char32_t limit = codec == Codec::Ascii ? 0x80 : codec == Codec::Latin1 ? 0x100 : 0x110000;
        auto fits = [&](char32_t one) {
            return one < limit && !wtf8::is_surrogate(one) &&
                   (codec != Codec::Charmap || byte_of.contains(one));
        };
        if (fits(c)) {
            switch (codec) {
            case Codec::Charmap:
                out += static_cast<char>(byte_of[c]);
                break;
            case Codec::Utf16:
            case Codec::Utf16Little:
            case Codec::Utf16Big: {
                bool little = codec != Codec::Utf16Big;
                if (c < 0x10000) {
                    append_wide(out, c, 2, little);
                } else {
                    append_wide(out, 0xD800 + ((c - 0x10000) >> 10), 2, little);
                    append_wide(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, little);
                }
                break;
            }
            case Codec::Utf32:
            case Codec::Utf32Little:
            case Codec::Utf32Big:
                append_wide(out, c, 4, codec != Codec::Utf32Big);
                break;
            case Codec::Ascii:
            case Codec::Latin1:
                out += static_cast<char>(c);
                break;
            default:
                out += std::string_view(text.text).substr(start, at - start);
            }
            continue;
        }
        if (errors == "ignore") continue;
        std::size_t width =
            codec == Codec::Utf16 || codec == Codec::Utf16Little || codec == Codec::Utf16Big   ? 2
            : codec == Codec::Utf32 || codec == Codec::Utf32Little || codec == Codec::Utf32Big ? 4
                                                                                               : 1;
        bool little = codec != Codec::Utf16Big && codec != Codec::Utf32Big;
        auto put = [&](std::string_view ascii) {
            for (unsigned char each : ascii)
                append_wide(out, codec == Codec::Charmap ? byte_of[each] : each, width, little);
        };
        bool narrow = codec == Codec::Ascii || codec == Codec::Latin1 || codec == Codec::Charmap;
        if (errors == "replace") {
            put("?");
        } else if (errors == "backslashreplace") {
            put(c < 0x100     ? fmt::format("\\x{:02x}", static_cast<unsigned>(c))
                : c < 0x10000 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c))
                              : fmt::format("\\U{:08x}", static_cast<unsigned>(c)));
        } else if (errors == "xmlcharrefreplace") {
            put(fmt::format("&#{};", static_cast<unsigned>(c)));
        } else if (errors == "surrogateescape" && c >= 0xDC80 && c < 0xDD00) {
            out += static_cast<char>(c - 0xDC00);
        } else if (errors == "surrogatepass" && wtf8::is_surrogate(c) && !narrow) {
            if (width > 1)
                append_wide(out, c, width, little);
            else
                out += std::string_view(text.text).substr(start, at - start);
        } else if (errors != "strict" && errors != "surrogateescape" && errors != "surrogatepass") {
            raise(Exc::LookupError, fmt::format("unknown error handler name '{}'", errors));
        } else {
            // CPython reports the whole run of characters that do not fit.
            std::size_t stop = index + 1;
            for (std::size_t next = at; next < text.text.size(); ++stop) {
                if (fits(wtf8::decode(text.text, next))) break;
            }
            const char* reason = codec == Codec::Ascii     ? "ordinal not in range(128)"
                                 : codec == Codec::Latin1  ? "ordinal not in range(256)"
                                 : codec == Codec::Charmap ? "character maps to <undefined>"
                                                           : "surrogates not allowed";
            raise_unicode(Exc::UnicodeEncodeError, shown, make_str(text.text), index, stop, reason);
        }
    }
    return out;
}

} // namespace limbeck::python
