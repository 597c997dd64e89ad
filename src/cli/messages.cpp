#include "cli/messages.hpp"

#include "support/text.hpp"

#include <cctype>
#include <cstdio>
#include <deque>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace limbeck::cli {

namespace {

// The rules are those of Python's textwrap, which the reference wraps with: they work on characters, so the
// text is taken apart into code points first.
constexpr std::u32string_view indent = U"  ";

std::u32string decode(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        auto lead = static_cast<unsigned char>(text[at]);
        std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
        out += code;
        at += length;
    }
    return out;
}

void encode(std::u32string_view text, std::string& out) {
    for (char32_t code : text) {
        if (code < 0x80) {
            out += static_cast<char>(code);
            continue;
        }
        if (code < 0x800) {
            out += static_cast<char>(0xC0 | (code >> 6));
        } else {
            if (code < 0x10000) {
                out += static_cast<char>(0xE0 | (code >> 12));
            } else {
                out += static_cast<char>(0xF0 | (code >> 18));
                out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
            }
            out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        }
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

bool is_space(char32_t c) {
    return c < 0x80 && text::is_space(static_cast<char>(c));
}
bool is_letter(char32_t c) {
    return c >= 0x80 || std::isalpha(static_cast<int>(c)) != 0 || c == U'_';
}
bool is_word(char32_t c) {
    return is_letter(c) || (c >= U'0' && c <= U'9');
}
bool is_word_or_punctuation(char32_t c) {
    return is_word(c) || std::u32string_view(U"!\"'&.,?").find(c) != std::u32string_view::npos;
}

// Tabs go to the next multiple of eight columns, every other white space becomes one space.
std::u32string flatten_space(std::u32string_view text) {
    std::u32string out;
    std::size_t column = 0;
    for (char32_t c : text) {
        if (c == U'\t') {
            std::size_t spaces = 8 - column % 8;
            out.append(spaces, U' ');
            column += spaces;
            continue;
        }
        column = c == U'\n' || c == U'\r' ? 0 : column + 1;
        out += is_space(c) ? U' ' : c;
    }
    return out;
}

// Finds where the chunk that starts at `start` ends. A chunk is a run of white space, a dash of two or more
// hyphens between words, or a word up to white space, such a dash, or a hyphen inside it.
class Chunker {
  public:
    explicit Chunker(std::u32string_view text) : text_(text) {}

    std::size_t end_of_chunk(std::size_t start) const {
        std::size_t at = start;
        if (text_[at] == U' ') {
            while (at < text_.size() && text_[at] == U' ') ++at;
            return at;
        }
        if (start > 0 && is_word_or_punctuation(text_[start - 1]))
            if (std::size_t dash = dash_at(start)) return start + dash;
        for (at = start + 1; at < text_.size(); ++at) {
            if (text_[at] == U' ') return at;
            if (is_word_or_punctuation(text_[at - 1]) && dash_at(at) > 0) return at;
            if (hyphen_ends_before(at, start)) return at;
        }
        return at;
    }

  private:
    // The length of a dash that starts here and has a word behind it, or 0.
    std::size_t dash_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && text_[end] == U'-') ++end;
        return end - at >= 2 && end < text_.size() && is_word(text_[end]) ? end - at : 0;
    }

    // Whether text_[at - 1] is a hyphen at which the word may be parted: "ab-|cd", "a-b-|cd".
    bool hyphen_ends_before(std::size_t at, std::size_t start) const {
        std::size_t hyphen = at - 1;
        if (text_[hyphen] != U'-' || hyphen <= start) return false;
        bool before = (hyphen >= 2 && is_letter(text_[hyphen - 1]) && is_letter(text_[hyphen - 2])) ||
                      (hyphen >= 3 && is_letter(text_[hyphen - 1]) && text_[hyphen - 2] == U'-' &&
                       is_letter(text_[hyphen - 3]));
        if (!before || at >= text_.size() || !is_letter(text_[at])) return false;
        std::size_t next = at + 1;
        if (next < text_.size() && text_[next] == U'-') ++next;
        return next < text_.size() && is_letter(text_[next]);
    }

    std::u32string_view text_;
};

std::deque<std::u32string_view> chunks_of(std::u32string_view text) {
    std::deque<std::u32string_view> chunks;
    Chunker chunker(text);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = chunker.end_of_chunk(at);
        chunks.push_back(text.substr(at, end - at));
        at = end;
    }
    return chunks;
}

// How much of a word that is longer than a line still goes into `room` columns: up to its last hyphen, if
// any.
std::size_t part_of_long_word(std::u32string_view word, std::size_t room) {
    std::size_t hyphen = word.substr(0, room).rfind(U'-');
    bool usable = hyphen != std::u32string_view::npos && hyphen > 0 &&
                  word.substr(0, hyphen).find_first_not_of(U'-') != std::u32string_view::npos;
    return usable ? hyphen + 1 : room;
}

std::vector<std::u32string> wrap(std::u32string_view text, std::size_t width) {
    std::size_t room = width > indent.size() ? width - indent.size() : 1;
    std::deque<std::u32string_view> chunks = chunks_of(text);
    std::vector<std::u32string> lines;
    while (!chunks.empty()) {
        // White space at a line's start is dropped, but for the first line's.
        if (!lines.empty() && chunks.front().front() == U' ') chunks.pop_front();
        std::vector<std::u32string_view> line;
        std::size_t length = 0;
        while (!chunks.empty() && length + chunks.front().size() <= room) {
            length += chunks.front().size();
            line.push_back(chunks.front());
            chunks.pop_front();
        }
        if (!chunks.empty() && chunks.front().size() > room) {
            std::size_t part = part_of_long_word(chunks.front(), room - length);
            line.push_back(chunks.front().substr(0, part));
            chunks.front().remove_prefix(part);
        }
        if (!line.empty() && line.back().find_first_not_of(U' ') == std::u32string_view::npos)
            line.pop_back();
        if (line.empty()) continue;
        std::u32string& out = lines.emplace_back(indent);
        for (std::u32string_view chunk : line) out += chunk;
    }
    return lines;
}

} // namespace

int terminal_width() {
    winsize size{};
    if (::ioctl(STDIN_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

std::string format_message(std::string_view text, int width) {
    if (width <= 0) return std::string(text) + "\n";
    std::u32string flat = flatten_space(decode(text));
    std::string out;
    for (const std::u32string& line : wrap(flat, static_cast<std::size_t>(width))) {
        encode(line, out);
        out += '\n';
    }
    return out;
}

void message(std::string_view text, bool quiet) {
    if (quiet) return;
    std::string lines = format_message(text, terminal_width());
    std::fwrite(lines.data(), 1, lines.size(), stdout);
    std::fflush(stdout);
}

} // namespace limbeck::cli
