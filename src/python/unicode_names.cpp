#include "python/unicode_names.hpp"

#include <charconv>
#include <string>

#include "python/unicode_names_table.hpp"
#include "support/text.hpp"

namespace limbeck::python::unicode_names {

namespace {

std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = hash_seed;
    for (char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

// Ideographs are named by their number.
char32_t find_ideograph(std::string_view digits) {
    std::uint32_t code = 0;
    auto end = digits.data() + digits.size();
    auto result = std::from_chars(digits.data(), end, code, 16);
    if (result.ec != std::errc() || result.ptr != end || digits.size() < 4 || digits.size() > 5)
        return unknown;
    constexpr Run ranges[] = {{0x3400, 0x4DC0 - 0x3400},    {0x4E00, 0xA000 - 0x4E00},
                              {0x20000, 0x2A6E0 - 0x20000}, {0x2A700, 0x2B73A - 0x2A700},
                              {0x2B740, 0x2B81E - 0x2B740}, {0x2B820, 0x2CEA2 - 0x2B820},
                              {0x2CEB0, 0x2EBE1 - 0x2CEB0}, {0x2EBF0, 0x2EE5E - 0x2EBF0},
                              {0x30000, 0x3134B - 0x30000}, {0x31350, 0x323B0 - 0x31350}};
    for (const Run& range : ranges) {
        if (code >= range.first && code - range.first < range.count) return code;
    }
    return unknown;
}

// The longest entry that the text begins with.
template <std::size_t N>
std::size_t longest_prefix(std::string_view& text, const std::string_view (&entries)[N]) {
    std::size_t best = N;
    for (std::size_t i = 0; i < N; ++i) {
        if (text.starts_with(entries[i]) && (best == N || entries[i].size() > entries[best].size())) best = i;
    }
    if (best < N) text.remove_prefix(entries[best].size());
    return best;
}

// Hangul syllables are named by the sounds they are made of (Unicode standard, 3.12).
char32_t find_hangul(std::string_view sounds) {
    constexpr std::string_view leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                          "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
    constexpr std::string_view vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                           "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                           "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    constexpr std::string_view tails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                          "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                          "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    std::size_t lead = longest_prefix(sounds, leads);
    std::size_t vowel = longest_prefix(sounds, vowels);
    std::size_t tail = longest_prefix(sounds, tails);
    if (!sounds.empty() || vowel == std::size(vowels)) return unknown;
    return static_cast<char32_t>(0xAC00 + (lead * 21 + vowel) * 28 + tail);
}

} // namespace

char32_t find(std::string_view name) {
    std::string upper = text::to_upper(name);
    constexpr std::string_view ideograph = "CJK UNIFIED IDEOGRAPH-";
    constexpr std::string_view syllable = "HANGUL SYLLABLE ";
    if (upper.starts_with(ideograph)) return find_ideograph(std::string_view(upper).substr(ideograph.size()));
    if (upper.starts_with(syllable)) return find_hangul(std::string_view(upper).substr(syllable.size()));
    std::uint32_t hash = hash_of(upper);
    const std::uint32_t* entry = hashes;
    for (std::size_t run = 0; run < run_count; ++run) {
        for (std::uint32_t i = 0; i < runs[run].count; ++i, ++entry) {
            if (*entry == hash) return runs[run].first + i;
        }
    }
    for (std::size_t i = 0; i < alias_count; ++i) {
        if (aliases[i].hash == hash) return aliases[i].code_point;
    }
    return unknown;
}

} // namespace limbeck::python::unicode_names
