#include "python/stdlib/regex/pattern.hpp"

#include <utf8proc.h>

namespace limbeck::python::regex {

namespace {

bool is_space(char32_t c, bool ascii) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (!ascii && c >= 0x1C && c <= 0x1F);
    if (ascii) return false;
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_digit(char32_t c, bool ascii) {
    if (c < 128) return c >= '0' && c <= '9';
    return !ascii && utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

bool is_word(char32_t c, bool ascii) {
    if (c < 128)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (ascii) return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

} // namespace

bool is_category(Category category, char32_t c, bool ascii) {
    switch (category) {
    case Category::digit:
        return is_digit(c, ascii);
    case Category::not_digit:
        return !is_digit(c, ascii);
    case Category::space:
        return is_space(c, ascii);
    case Category::not_space:
        return !is_space(c, ascii);
    case Category::word:
        return is_word(c, ascii);
    case Category::not_word:
        return !is_word(c, ascii);
    }
    return false;
}

char32_t lower(char32_t c, bool ascii) {
    if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return ascii ? c : static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t upper(char32_t c, bool ascii) {
    if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
    return ascii ? c : static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

void CharacterSet::finish() {
    low.assign(256, false);
    for (char32_t c = 0; c < 256; ++c) low[c] = contains_slow(c);
}

bool CharacterSet::contains_slow(char32_t c) const {
    bool found = listed(c);
    if (!found && ignore_case) found = listed(lower(c, ascii)) || listed(upper(c, ascii));
    return found != negated;
}

bool CharacterSet::listed(char32_t c) const {
    for (const Range& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    for (Category category : categories)
        if (is_category(category, c, ascii)) return true;
    return false;
}

Width width(const Node& node, const std::vector<Width>& groups) {
    auto capped = [](std::uint64_t n) { return n >= unlimited ? std::uint64_t(unlimited) : n; };
    switch (node.kind) {
    case NodeKind::literal:
    case NodeKind::any:
    case NodeKind::set:
        return {1, 1};
    case NodeKind::at:
    case NodeKind::look:
        return {0, 0};
    case NodeKind::sequence: {
        Width all{0, 0};
        for (const auto& child : node.children) {
            Width one = width(*child, groups);
            all = {capped(all.minimum + one.minimum), capped(all.maximum + one.maximum)};
        }
        return all;
    }
    case NodeKind::alternate: {
        Width all{unlimited, 0};
        for (const auto& child : node.children) {
            Width one = width(*child, groups);
            all = {std::min(all.minimum, one.minimum), std::max(all.maximum, one.maximum)};
        }
        return all;
    }
    case NodeKind::group:
    case NodeKind::atomic:
        return width(*node.children[0], groups);
    case NodeKind::repeat: {
        Width one = width(*node.children[0], groups);
        return {capped(one.minimum * node.minimum), node.maximum == unlimited && one.maximum > 0
                                                        ? std::uint64_t(unlimited)
                                                        : capped(one.maximum * node.maximum)};
    }
    case NodeKind::reference:
        return node.number < groups.size() ? groups[node.number] : Width{0, unlimited};
    case NodeKind::conditional: {
        Width yes = width(*node.children[0], groups);
        Width no = node.children.size() > 1 ? width(*node.children[1], groups) : Width{0, 0};
        return {std::min(yes.minimum, no.minimum), std::max(yes.maximum, no.maximum)};
    }
    }
    return {0, unlimited};
}

} // namespace limbeck::python::regex
