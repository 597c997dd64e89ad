#include "python/stdlib/regex/pattern.hpp"

#include "python/stdlib/regex/utf.hpp"
#include "python/unicode_names.hpp"

#include <optional>

namespace limbeck::python::regex {

namespace {

using NodePtr = std::unique_ptr<Node>;

constexpr std::uint32_t global_flags = flag_debug;
constexpr std::uint32_t type_flags = flag_ascii | flag_locale | flag_unicode;
// Deeper nesting than this is nobody's pattern; it would only exhaust the stack.
constexpr int deepest = 400;

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_octal(char32_t c) {
    return c >= '0' && c <= '7';
}

bool is_identifier(std::u32string_view name) {
    if (name.empty() || is_category(Category::digit, name[0], false)) return false;
    for (char32_t c : name)
        if (!is_category(Category::word, c, false)) return false;
    return true;
}

std::optional<std::uint32_t> flag_of(char32_t c) {
    switch (c) {
    case 'i':
        return flag_ignore_case;
    case 'L':
        return flag_locale;
    case 'm':
        return flag_multiline;
    case 's':
        return flag_dot_all;
    case 'x':
        return flag_verbose;
    case 'a':
        return flag_ascii;
    case 'u':
        return flag_unicode;
    default:
        return std::nullopt;
    }
}

class Parser {
  public:
    Parser(std::u32string_view text, std::uint32_t flags, bool bytes)
        : text_(text), flags_(flags), bytes_(bytes) {
        group_widths_.push_back({0, 0});
        group_closed_.push_back(false);
    }

    Pattern parse() {
        NodePtr root = parse_alternatives(flags_, 0, true);
        if (more()) fail("unbalanced parenthesis", at_);
        for (auto& [group, position] : conditions_)
            if (group >= group_closed_.size())
                fail(fmt::format("invalid group reference {}", group), position);
        if (open_ended_look_behind_) throw PatternError("look-behind requires fixed-width pattern", -1);
        Pattern pattern;
        pattern.root = std::move(root);
        pattern.flags = flags_;
        if (!bytes_ && !(flags_ & flag_ascii)) pattern.flags |= flag_unicode;
        pattern.group_count = static_cast<std::uint32_t>(group_closed_.size()) - 1;
        pattern.names = std::move(names_);
        pattern.sets = std::move(sets_);
        return pattern;
    }

  private:
    [[noreturn]] void fail(std::string sentence, std::size_t position) {
        throw PatternError(std::move(sentence), static_cast<long>(position));
    }

    bool more() const { return at_ < text_.size(); }
    bool next_is(char32_t c) const { return more() && text_[at_] == c; }
    bool take(char32_t c) {
        if (!next_is(c)) return false;
        ++at_;
        return true;
    }
    std::string slice(std::size_t from, std::size_t to) const {
        return to_utf8(text_.substr(from, to - from));
    }
    // A backslash that ends the pattern is wrong wherever it is read.
    void check_escape() { check_escape_at(at_); }
    void check_escape_at(std::size_t at) {
        if (text_[at] == '\\' && at + 1 >= text_.size()) fail("bad escape (end of pattern)", at);
    }

    NodePtr parse_alternatives(std::uint32_t flags, int depth, bool outermost = false) {
        if (depth > deepest) fail("the pattern is nested too deeply", at_);
        std::vector<NodePtr> branches;
        std::uint32_t current = flags;
        for (;;) {
            branches.push_back(parse_sequence(current, depth, outermost && branches.empty()));
            // Flags set for the whole expression hold from here on.
            if (outermost) current = flags_;
            if (!take('|')) break;
        }
        if (branches.size() == 1) return std::move(branches[0]);
        auto node = std::make_unique<Node>(NodeKind::alternate);
        node->children = std::move(branches);
        return node;
    }

    NodePtr parse_sequence(std::uint32_t flags, int depth, bool first) {
        auto node = std::make_unique<Node>(NodeKind::sequence);
        auto& items = node->children;
        while (more()) {
            char32_t c = text_[at_];
            if (c == '|' || c == ')') break;
            check_escape();
            if (flags & flag_verbose) {
                if (c == ' ' || (c >= 9 && c <= 13)) {
                    ++at_;
                    continue;
                }
                if (c == '#') {
                    while (more() && text_[at_] != '\n') ++at_;
                    continue;
                }
            }
            if (c == '*' || c == '+' || c == '?' || c == '{') {
                parse_repeat(items, flags);
            } else if (c == '(') {
                NodePtr group = parse_group(flags, depth, first && items.empty());
                if (group) items.push_back(std::move(group));
            } else {
                items.push_back(parse_item(flags));
            }
        }
        return node;
    }

    NodePtr parse_item(std::uint32_t flags) {
        char32_t c = text_[at_];
        switch (c) {
        case '\\':
            return parse_escape(flags);
        case '[':
            return parse_set(flags);
        case '.': {
            ++at_;
            auto node = std::make_unique<Node>(NodeKind::any);
            node->dot_all = flags & flag_dot_all;
            return node;
        }
        case '^':
            ++at_;
            return at(flags & flag_multiline ? At::line_start : At::start, flags);
        case '$':
            ++at_;
            return at(flags & flag_multiline ? At::line_end : At::end, flags);
        default:
            ++at_;
            return literal(c, flags);
        }
    }

    bool ascii(std::uint32_t flags) const { return bytes_ || (flags & flag_ascii); }

    NodePtr literal(char32_t c, std::uint32_t flags) {
        auto node = std::make_unique<Node>(NodeKind::literal);
        node->ascii = ascii(flags);
        node->ignore_case =
            (flags & flag_ignore_case) && (lower(c, node->ascii) != c || upper(c, node->ascii) != c);
        node->character = node->ignore_case ? lower(c, node->ascii) : c;
        return node;
    }

    NodePtr at(At where, std::uint32_t flags) {
        auto node = std::make_unique<Node>(NodeKind::at);
        node->at = where;
        node->ascii = ascii(flags);
        return node;
    }

    NodePtr set_node(CharacterSet set, std::uint32_t flags) {
        set.ascii = ascii(flags);
        set.ignore_case = flags & flag_ignore_case;
        set.finish();
        auto node = std::make_unique<Node>(NodeKind::set);
        node->number = static_cast<std::uint32_t>(sets_.size());
        sets_.push_back(std::move(set));
        return node;
    }

    static std::optional<Category> category_of(char32_t c) {
        switch (c) {
        case 'd':
            return Category::digit;
        case 'D':
            return Category::not_digit;
        case 's':
            return Category::space;
        case 'S':
            return Category::not_space;
        case 'w':
            return Category::word;
        case 'W':
            return Category::not_word;
        default:
            return std::nullopt;
        }
    }

    // Escapes that name one character, inside sets and outside; at_ is after the letter. Nothing where the
    // letter is none of them.
    std::optional<char32_t> parse_character_escape(std::size_t start, char32_t letter) {
        switch (letter) {
        case 'a':
            return 7;
        case 'f':
            return 12;
        case 'n':
            return 10;
        case 'r':
            return 13;
        case 't':
            return 9;
        case 'v':
            return 11;
        case '\\':
            return '\\';
        case 'N':
            return bytes_ ? std::nullopt : std::optional<char32_t>(parse_character_name(start));
        case 'x':
            return parse_hex(start, 2);
        case 'u':
            return bytes_ ? std::nullopt : std::optional<char32_t>(parse_hex(start, 4));
        case 'U':
            return bytes_ ? std::nullopt : std::optional<char32_t>(parse_hex(start, 8));
        default:
            return std::nullopt;
        }
    }

    // The {...} of a character that is named.
    char32_t parse_character_name(std::size_t start) {
        if (!more() || text_[at_] != '{') fail("missing {", at_);
        std::size_t first = ++at_;
        while (more() && text_[at_] != '}') ++at_;
        if (!more()) fail(first == at_ ? "missing character name" : "missing }, unterminated name", first);
        std::string name = slice(first, at_++);
        if (name.empty()) fail("missing character name", first);
        char32_t found = unicode_names::find(name);
        if (found == unicode_names::unknown) fail("undefined character name '" + name + "'", start);
        return found;
    }

    char32_t parse_hex(std::size_t start, int digits) {
        std::uint64_t value = 0;
        for (int i = 0; i < digits; ++i) {
            char32_t c = more() ? text_[at_] : U'\0';
            int digit;
            if (is_ascii_digit(c))
                digit = static_cast<int>(c - '0');
            else if (c >= 'a' && c <= 'f')
                digit = static_cast<int>(c - 'a' + 10);
            else if (c >= 'A' && c <= 'F')
                digit = static_cast<int>(c - 'A' + 10);
            else
                fail("incomplete escape " + slice(start, at_), start);
            value = value * 16 + static_cast<std::uint64_t>(digit);
            ++at_;
        }
        if (value > 0x10FFFF) fail("bad escape " + slice(start, at_), start);
        return static_cast<char32_t>(value);
    }

    char32_t parse_octal(std::size_t start, int more_digits) {
        char32_t value = 0;
        for (std::size_t i = start + 1; i < at_; ++i) value = value * 8 + (text_[i] - '0');
        for (int i = 0; i < more_digits && more() && is_octal(text_[at_]); ++i)
            value = value * 8 + (text_[at_++] - '0');
        if (value > 0377)
            fail(fmt::format("octal escape value {} outside of range 0-0o377", slice(start, at_)), start);
        return value;
    }

    NodePtr parse_escape(std::uint32_t flags) {
        std::size_t start = at_++;
        char32_t c = text_[at_++];
        if (auto category = category_of(c)) {
            CharacterSet set;
            set.categories.push_back(*category);
            return set_node(std::move(set), flags);
        }
        switch (c) {
        case 'A':
            return at(At::text_start, flags);
        case 'Z':
            return at(At::text_end, flags);
        case 'b':
            return at(At::boundary, flags);
        case 'B':
            return at(At::not_boundary, flags);
        default:
            break;
        }
        if (auto character = parse_character_escape(start, c)) return literal(*character, flags);
        if (c == '0') return literal(parse_octal(start, 2), flags);
        if (is_ascii_digit(c)) return parse_number_escape(start, flags);
        if (is_ascii_letter(c)) fail("bad escape " + slice(start, at_), start);
        return literal(c, flags);
    }

    // \12: a group, or with three octal digits a character.
    NodePtr parse_number_escape(std::size_t start, std::uint32_t flags) {
        if (more() && is_ascii_digit(text_[at_])) {
            ++at_;
            if (is_octal(text_[start + 1]) && is_octal(text_[start + 2]) && more() && is_octal(text_[at_])) {
                ++at_;
                return literal(parse_octal(start, 0), flags);
            }
        }
        std::uint32_t group = 0;
        for (std::size_t i = start + 1; i < at_; ++i) group = group * 10 + (text_[i] - '0');
        if (group >= group_closed_.size()) fail(fmt::format("invalid group reference {}", group), start + 1);
        return reference(group, start, flags);
    }

    NodePtr reference(std::uint32_t group, std::size_t position, std::uint32_t flags) {
        if (!group_closed_[group]) fail("cannot refer to an open group", position);
        check_look_behind(group);
        auto node = std::make_unique<Node>(NodeKind::reference);
        node->number = group;
        node->ascii = ascii(flags);
        node->ignore_case = flags & flag_ignore_case;
        return node;
    }

    void check_look_behind(std::uint32_t group) {
        if (!look_behind_groups_) return;
        if (group >= group_closed_.size() || !group_closed_[group])
            fail("cannot refer to an open group", at_);
        if (group >= *look_behind_groups_)
            fail("cannot refer to group defined in the same lookbehind subpattern", at_);
    }

    // One member of [...]: a character, or a category that is added to the set at once.
    std::optional<char32_t> parse_set_member(std::vector<Category>& found) {
        check_escape();
        std::size_t start = at_;
        char32_t c = text_[at_++];
        if (c != '\\') return c;
        c = text_[at_++];
        if (auto category = category_of(c)) {
            found.push_back(*category);
            return std::nullopt;
        }
        if (c == 'b') return 8;
        if (auto character = parse_character_escape(start, c)) return character;
        if (is_octal(c)) return parse_octal(start, 2);
        if (is_ascii_digit(c) || is_ascii_letter(c)) fail("bad escape " + slice(start, at_), start);
        return c;
    }

    NodePtr parse_set(std::uint32_t flags) {
        std::size_t open = at_++;
        CharacterSet set;
        set.negated = take('^');
        bool empty = true;
        for (;; empty = false) {
            if (!more()) fail("unterminated character set", open);
            if (text_[at_] == ']' && !empty) break;
            std::size_t start = at_;
            std::vector<Category> found;
            auto first = parse_set_member(found);
            std::size_t middle = at_;
            if (take('-')) {
                if (!more()) fail("unterminated character set", open);
                if (text_[at_] != ']') {
                    auto last = parse_set_member(found);
                    if (!first || !last || *last < *first)
                        fail(fmt::format("bad character range {}-{}", slice(start, middle),
                                         slice(middle + 1, at_)),
                             start);
                    set.ranges.push_back({*first, *last});
                    continue;
                }
                set.ranges.push_back({'-', '-'});
            }
            if (first) set.ranges.push_back({*first, *first});
            for (Category category : found) set.categories.push_back(category);
        }
        ++at_;
        bool single = set.categories.empty() && set.ranges.size() == 1 && !set.negated &&
                      set.ranges[0].first == set.ranges[0].last;
        return single ? literal(set.ranges[0].first, flags) : set_node(std::move(set), flags);
    }

    void parse_repeat(std::vector<NodePtr>& items, std::uint32_t flags) {
        std::size_t start = at_;
        char32_t c = text_[at_++];
        std::uint32_t minimum = 0, maximum = unlimited;
        if (c == '?') maximum = 1;
        if (c == '+') minimum = 1;
        if (c == '{' && !parse_bounds(minimum, maximum)) {
            at_ = start + 1;
            items.push_back(literal('{', flags));
            return;
        }
        if (items.empty() || items.back()->kind == NodeKind::at) fail("nothing to repeat", start);
        if (items.back()->kind == NodeKind::repeat) fail("multiple repeat", start);
        auto node = std::make_unique<Node>(NodeKind::repeat);
        node->minimum = minimum;
        node->maximum = maximum;
        node->greed = take('?') ? Greed::lazy : take('+') ? Greed::possessive : Greed::greedy;
        node->children.push_back(std::move(items.back()));
        items.back() = std::move(node);
    }

    // After "{": true where it is {m}, {m,}, {,n}, {m,n}; a brace that is not is an ordinary character.
    bool parse_bounds(std::uint32_t& minimum, std::uint32_t& maximum) {
        std::size_t start = at_;
        if (next_is('}')) return false;
        auto number = [&](std::uint32_t& out) {
            std::uint64_t value = 0;
            bool any = false;
            for (; more() && is_ascii_digit(text_[at_]); ++at_, any = true) {
                value = value * 10 + (text_[at_] - '0');
                if (value >= unlimited) throw RepetitionError();
            }
            if (any) out = static_cast<std::uint32_t>(value);
            return any;
        };
        bool has_low = number(minimum);
        if (take(',')) {
            number(maximum);
        } else if (has_low) {
            maximum = minimum;
        }
        if (!take('}')) return false;
        if (maximum < minimum) fail("min repeat greater than max repeat", start);
        return true;
    }

    std::u32string_view parse_name(char32_t end) {
        std::size_t start = at_;
        // An escaped character is one with its backslash, even here.
        while (more() && text_[at_] != end) {
            check_escape();
            at_ += text_[at_] == '\\' ? 2 : 1;
        }
        if (!more()) {
            if (at_ == start) fail("missing group name", at_);
            fail(fmt::format("missing {}, unterminated name", static_cast<char>(end)), start);
        }
        if (at_ == start) fail("missing group name", start);
        return text_.substr(start, at_++ - start);
    }

    void check_name(std::u32string_view name, std::size_t start) {
        if (!is_identifier(name)) fail(fmt::format("bad character in group name {}", quoted(name)), start);
    }

    std::optional<std::uint32_t> find_name(std::u32string_view name) const {
        for (auto& [known, group] : names_)
            if (known == name) return group;
        return std::nullopt;
    }

    std::uint32_t named_group(std::u32string_view name, std::size_t start) {
        auto group = find_name(name);
        if (!group) fail(fmt::format("unknown group name {}", quoted(name)), start);
        return *group;
    }

    // Null where the parentheses held a comment or flags for the whole pattern (then `flags` is changed).
    NodePtr parse_group(std::uint32_t& flags, int depth, bool first) {
        std::size_t open = at_++;
        if (!take('?')) return parse_capture(open, {}, 0, flags, depth);
        if (!more()) fail("unexpected end of pattern", at_);
        check_escape();
        char32_t c = text_[at_++];
        if (c == '\\') fail_extension(at_ - 1, 1);
        switch (c) {
        case 'P':
            return parse_named(open, flags, depth);
        case ':':
            return parse_inside(open, flags, depth);
        case '#':
            while (more() && text_[at_] != ')') ++at_;
            if (!more()) fail("missing ), unterminated comment", open);
            ++at_;
            return nullptr;
        case '=':
        case '!':
            return parse_look(open, c == '!', false, flags, depth);
        case '<': {
            if (!more()) fail("unexpected end of pattern", at_);
            char32_t kind = text_[at_++];
            if (kind != '=' && kind != '!') fail_extension(at_ - 1, 2);
            return parse_look(open, kind == '!', true, flags, depth);
        }
        case '(':
            return parse_conditional(open, flags, depth);
        case '>': {
            auto node = std::make_unique<Node>(NodeKind::atomic);
            node->children.push_back(parse_inside(open, flags, depth));
            return node;
        }
        default:
            break;
        }
        if (!flag_of(c) && c != '-') fail_extension(at_ - 1, 1);
        auto local = parse_flags(c, flags);
        if (!local) {
            if (!first) fail("global flags not at the start of the expression", open);
            flags = flags_;
            return nullptr;
        }
        // Kept as a group of its own, so that a repeat after it is not a second repeat of what is inside.
        auto node = std::make_unique<Node>(NodeKind::group);
        node->children.push_back(parse_inside(open, *local, depth));
        return node;
    }

    // "(?" and then what no Python knows: the character at `last`, `before` characters after the bracket.
    [[noreturn]] void fail_extension(std::size_t last, std::size_t before) {
        check_escape_at(last);
        std::size_t length = text_[last] == '\\' ? 2 : 1;
        fail("unknown extension " + slice(last - before, last + length), last - before);
    }

    NodePtr parse_inside(std::size_t open, std::uint32_t flags, int depth) {
        NodePtr inner = parse_alternatives(flags, depth + 1);
        if (!take(')')) fail("missing ), unterminated subpattern", open);
        if (inner->kind == NodeKind::sequence || inner->kind == NodeKind::alternate) return inner;
        auto node = std::make_unique<Node>(NodeKind::sequence);
        node->children.push_back(std::move(inner));
        return node;
    }

    NodePtr parse_capture(std::size_t open, std::u32string_view name, std::size_t name_start,
                          std::uint32_t flags, int depth) {
        auto group = static_cast<std::uint32_t>(group_closed_.size());
        group_closed_.push_back(false);
        group_widths_.push_back({0, unlimited});
        if (!name.empty()) {
            if (auto before = find_name(name))
                fail(fmt::format("redefinition of group name {} as group {}; was group {}", quoted(name),
                                 group, *before),
                     name_start);
            names_.emplace_back(name, group);
        }
        auto node = std::make_unique<Node>(NodeKind::group);
        node->number = group;
        node->children.push_back(parse_inside(open, flags, depth));
        group_closed_[group] = true;
        group_widths_[group] = width(*node, group_widths_);
        return node;
    }

    NodePtr parse_named(std::size_t open, std::uint32_t flags, int depth) {
        if (take('<')) {
            std::size_t start = at_;
            std::u32string_view name = parse_name('>');
            check_name(name, start);
            return parse_capture(open, name, start, flags, depth);
        }
        if (take('=')) {
            std::size_t start = at_;
            std::u32string_view name = parse_name(')');
            check_name(name, start);
            return reference(named_group(name, start), start, flags);
        }
        if (!more()) fail("unexpected end of pattern", at_);
        fail_extension(at_, 2);
    }

    NodePtr parse_look(std::size_t open, bool negated, bool behind, std::uint32_t flags, int depth) {
        auto outer = look_behind_groups_;
        if (behind && !outer) look_behind_groups_ = static_cast<std::uint32_t>(group_closed_.size());
        auto node = std::make_unique<Node>(NodeKind::look);
        node->negated = negated;
        node->behind = behind;
        node->children.push_back(parse_inside(open, flags, depth));
        look_behind_groups_ = outer;
        if (behind) {
            Width inner = width(*node->children[0], group_widths_);
            if (inner.minimum != inner.maximum) open_ended_look_behind_ = true;
            node->minimum = static_cast<std::uint32_t>(inner.minimum);
        }
        return node;
    }

    NodePtr parse_conditional(std::size_t open, std::uint32_t flags, int depth) {
        std::size_t start = at_;
        std::u32string_view name = parse_name(')');
        std::uint32_t group = 0;
        if (is_identifier(name)) {
            group = named_group(name, start);
        } else {
            for (char32_t c : name) {
                if (!is_ascii_digit(c) || group > 100'000'000)
                    fail(fmt::format("bad character in group name {}", quoted(name)), start);
                group = group * 10 + (c - '0');
            }
            if (group == 0) fail("bad group number", start);
            conditions_.emplace(group, start);
        }
        check_look_behind(group);
        auto node = std::make_unique<Node>(NodeKind::conditional);
        node->number = group;
        node->children.push_back(parse_sequence(flags, depth + 1, false));
        if (take('|')) {
            node->children.push_back(parse_sequence(flags, depth + 1, false));
            if (next_is('|')) fail("conditional backref with more than two branches", at_);
        }
        if (!take(')')) fail("missing ), unterminated subpattern", open);
        return node;
    }

    // After "(?" and its first letter. The flags inside "(?flags:...)", or nothing for "(?flags)".
    std::optional<std::uint32_t> parse_flags(char32_t c, std::uint32_t flags) {
        std::uint32_t added = 0, removed = 0;
        auto read = [&](const char* missing) {
            if (!more()) fail(missing, at_);
            return text_[at_++];
        };
        auto check_known = [&](char32_t letter, const char* missing) {
            if (!flag_of(letter))
                fail(is_category(Category::word, letter, false) && !is_ascii_digit(letter) && letter != '_'
                         ? "unknown flag"
                         : missing,
                     at_ - 1);
        };
        while (c != '-') {
            std::uint32_t flag = *flag_of(c);
            if (!bytes_ && c == 'L') fail("bad inline flags: cannot use 'L' flag with a str pattern", at_);
            if (bytes_ && c == 'u') fail("bad inline flags: cannot use 'u' flag with a bytes pattern", at_);
            added |= flag;
            if ((flag & type_flags) && (added & type_flags) != flag)
                fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at_);
            c = read("missing -, : or )");
            if (c == ')' || c == '-' || c == ':') break;
            check_known(c, "missing -, : or )");
        }
        if (c == ')') {
            flags_ |= added;
            return std::nullopt;
        }
        if (added & global_flags) fail("bad inline flags: cannot turn on global flag", at_ - 1);
        if (c == '-') {
            c = read("missing flag");
            check_known(c, "missing flag");
            while (c != ':') {
                std::uint32_t flag = *flag_of(c);
                if (flag & type_flags) fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at_);
                removed |= flag;
                c = read("missing :");
                if (c != ':') check_known(c, "missing :");
            }
        }
        if (added & removed) fail("bad inline flags: flag turned on and off", at_ - 1);
        std::uint32_t base = added & type_flags ? flags & ~type_flags : flags;
        return (base | added) & ~removed;
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::uint32_t flags_;
    bool bytes_;
    std::vector<bool> group_closed_;
    std::vector<Width> group_widths_;
    std::vector<std::pair<std::u32string, std::uint32_t>> names_;
    std::map<std::uint32_t, std::size_t> conditions_;
    std::optional<std::uint32_t> look_behind_groups_;
    std::vector<CharacterSet> sets_;
    bool open_ended_look_behind_ = false;
};

} // namespace

Pattern parse(std::u32string_view text, std::uint32_t flags, bool bytes) {
    return Parser(text, flags, bytes).parse();
}

} // namespace limbeck::python::regex
