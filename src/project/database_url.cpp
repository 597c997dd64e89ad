#include "project/database_url.hpp"

#include "support/python_text.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace limbeck::project {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// How many of the bytes at `at` belong to one broken character: the longest start of a valid sequence, as
// Python's "replace" counts them.
std::size_t broken_length(std::string_view bytes, std::size_t at) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    unsigned lead = byte(0);
    std::size_t needed = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4) return 1;
    std::size_t length = 1;
    while (length < needed && at + length < bytes.size()) {
        unsigned next = byte(length);
        unsigned low = 0x80, high = 0xBF;
        if (length == 1) {
            if (lead == 0xE0) low = 0xA0;
            if (lead == 0xED) high = 0x9F;
            if (lead == 0xF0) low = 0x90;
            if (lead == 0xF4) high = 0x8F;
        }
        if (next < low || next > high) break;
        ++length;
    }
    return length;
}

void append_replacing(std::string& out, std::string_view bytes) {
    while (!bytes.empty()) {
        std::size_t bad = text::find_invalid_utf8(bytes);
        out += bytes.substr(0, bad);
        if (bad == std::string_view::npos) return;
        out += "\xEF\xBF\xBD";
        bytes.remove_prefix(bad + broken_length(bytes, bad));
    }
}

// urllib.parse.unquote: escapes between plain ASCII characters make up characters together.
std::string unquote(std::string_view text) {
    if (text.find('%') == std::string_view::npos) return std::string(text);
    std::string out, ascii;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            append_replacing(out, std::exchange(ascii, {}));
            out += c;
        } else if (c == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
                   hex_digit(text[at + 2]) >= 0) {
            ascii += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
            at += 2;
        } else {
            ascii += c;
        }
    }
    append_replacing(out, ascii);
    return out;
}

std::string quote(std::string_view text, std::string_view safe) {
    std::string out;
    for (char c : text) {
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     std::string_view("_.-~").find(c) != std::string_view::npos ||
                     safe.find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string quote_plus(std::string_view text) {
    return text::replace_all(quote(text, " "), " ", "+");
}

[[noreturn]] void unparsable() {
    throw ConfigError("Could not parse SQLAlchemy URL from given URL string");
}

// int(text), for the numbers a port can be.
int parse_port(std::string_view text) {
    std::string digits;
    std::string_view rest = text::python_strip(text);
    bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    bool after_digit = false;
    for (char c : rest) {
        if (c == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        after_digit = c >= '0' && c <= '9';
        if (!after_digit) break;
        digits += c;
    }
    int number = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    // The text itself may be the rest of a password: it is not shown.
    if (!after_digit || error != std::errc())
        throw ConfigError(
            "the port in the database URL is not a number", {},
            "characters such as @ : / in a password must be percent-encoded: @ as %40, : as %3A, / as %2F");
    return negative ? -number : number;
}

// The parts of the authority: [user[:password]@][host][:port], in the order in which the reference's regular
// expression tries them.
class Authority {
  public:
    Authority(DatabaseUrl& url, std::string_view text) : url_(url), rest_(text) {}

    // What is left behind it: "/database?query", or something that nobody reads.
    std::string_view read() {
        credentials();
        host();
        port();
        return rest_;
    }

  private:
    void credentials() {
        std::size_t stop = rest_.find_first_of(":/");
        if (stop != std::string_view::npos && rest_[stop] == ':') {
            std::size_t at = rest_.find('@', stop);
            if (at != std::string_view::npos) {
                url_.username = unquote(rest_.substr(0, stop));
                url_.password = unquote(rest_.substr(stop + 1, at - stop - 1));
                rest_.remove_prefix(at + 1);
                return;
            }
        }
        std::size_t at = rest_.substr(0, stop).rfind('@');
        if (at == std::string_view::npos) return;
        url_.username = unquote(rest_.substr(0, at));
        rest_.remove_prefix(at + 1);
    }

    void host() {
        if (rest_.starts_with('[')) {
            std::size_t close = rest_.substr(0, rest_.find_first_of("/?")).rfind(']');
            if (close != std::string_view::npos && close > 1) {
                url_.host = rest_.substr(1, close - 1);
                rest_.remove_prefix(close + 1);
                return;
            }
        }
        std::size_t length = std::min(rest_.find_first_of("/:?"), rest_.size());
        if (length > 0) url_.host = rest_.substr(0, length);
        rest_.remove_prefix(length);
    }

    void port() {
        if (!rest_.starts_with(':')) return;
        std::size_t end = std::min(rest_.find_first_of("/?"), rest_.size());
        url_.port = parse_port(rest_.substr(1, end - 1));
        rest_.remove_prefix(end);
    }

    DatabaseUrl& url_;
    std::string_view rest_;
};

void read_query(DatabaseUrl& url, std::string_view text) {
    for (std::string_view pair : text::split(text, '&')) {
        std::size_t equals = pair.find('=');
        // A name without a value is as good as absent.
        if (equals == std::string_view::npos || equals + 1 == pair.size()) continue;
        std::string name = unquote(text::replace_all(pair.substr(0, equals), "+", " "));
        std::string value = unquote(text::replace_all(pair.substr(equals + 1), "+", " "));
        auto found =
            std::find_if(url.query.begin(), url.query.end(), [&](auto& one) { return one.first == name; });
        if (found == url.query.end())
            url.query.push_back({name, {value}});
        else
            found->second.push_back(value);
    }
}

std::string render_parts(const DatabaseUrl& url, bool hide_password, const std::string& host,
                         const std::vector<std::pair<std::string, std::string>>& query) {
    std::string out = url.drivername + "://";
    if (url.username) {
        out += quote(*url.username, " +");
        if (url.password) out += ":" + (hide_password ? "***" : quote(*url.password, " +"));
        out += "@";
    }
    out += host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (url.port) out += fmt::format(":{}", *url.port);
    if (url.database) out += "/" + *url.database;
    char separator = '?';
    for (const auto& [name, value] : query) {
        out += separator + quote_plus(name) + "=" + quote_plus(value);
        separator = '&';
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> sorted_query(const DatabaseUrl& url) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& [name, values] : url.query)
        for (const std::string& value : values) pairs.emplace_back(name, value);
    std::stable_sort(pairs.begin(), pairs.end(), [](auto& a, auto& b) { return a.first < b.first; });
    return pairs;
}

} // namespace

DatabaseUrl DatabaseUrl::parse(std::string_view text) {
    DatabaseUrl url;
    std::size_t end = text.find("://");
    if (end == std::string_view::npos || end == 0) unparsable();
    for (char c : text.substr(0, end)) {
        bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                    c == '+' || static_cast<unsigned char>(c) >= 0x80;
        if (!word) unparsable();
    }
    url.drivername = text.substr(0, end);
    std::string_view rest = Authority(url, text.substr(end + 3)).read();
    if (rest.starts_with('/')) {
        std::size_t question = std::min(rest.find('?'), rest.size());
        url.database = rest.substr(1, question - 1);
        rest.remove_prefix(question);
    }
    if (rest.starts_with('?')) read_query(url, rest.substr(1, std::min(rest.find('\n'), rest.size()) - 1));
    return url;
}

std::string DatabaseUrl::render(bool hide_password) const {
    return render_parts(*this, hide_password, host.value_or(""), sorted_query(*this));
}

std::string DatabaseUrl::display() const {
    std::string shown_host = host.value_or("");
    if (std::size_t at = shown_host.rfind('@'); at != std::string::npos) shown_host.replace(0, at, "***");
    auto pairs = sorted_query(*this);
    for (auto& [name, value] : pairs)
        if (text::to_lower(name).find("pass") != std::string::npos && name != "passfile") value = "***";
    std::string out = render_parts(*this, true, shown_host, pairs);
    return text::replace_all(out, "%2A%2A%2A", "***");
}

std::string DatabaseUrl::backend_name() const {
    return drivername.substr(0, drivername.find('+'));
}

std::string DatabaseUrl::driver() const {
    std::size_t plus = drivername.find('+');
    if (plus == std::string::npos) return {};
    std::string rest = drivername.substr(plus + 1);
    return rest.substr(0, rest.find('+'));
}

const std::vector<std::string>* DatabaseUrl::query_values(std::string_view name) const {
    for (const auto& [key, values] : query)
        if (key == name) return &values;
    return nullptr;
}

} // namespace limbeck::project
