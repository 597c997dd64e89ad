#include "migrate/progress_mark.hpp"

#include "migrate/version_table.hpp"
#include "support/text.hpp"

#include <charconv>

namespace limbeck::migrate {

using database::Connection;
using database::Dialect;

namespace {

constexpr std::string_view prefix = "limbeck: ";

} // namespace

std::string ProgressMark::to_string() const {
    return fmt::format("{}{} {}, {} done, {}", prefix, upgrade ? "upgrade" : "downgrade", revision, parts,
                       fingerprint);
}

std::optional<ProgressMark> ProgressMark::parse(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    std::size_t word_end = text.find(' ');
    // From the end: an id may contain anything.
    std::size_t last = text.rfind(", ");
    if (word_end == std::string_view::npos || last == std::string_view::npos || last == 0)
        return std::nullopt;
    std::size_t before = text.rfind(", ", last - 1);
    if (before == std::string_view::npos || before < word_end) return std::nullopt;
    ProgressMark mark;
    mark.upgrade = text.substr(0, word_end) == "upgrade";
    mark.revision = std::string(text.substr(word_end + 1, before - word_end - 1));
    std::string_view parts = text.substr(before + 2, last - before - 2);
    std::from_chars(parts.data(), parts.data() + parts.size(), mark.parts);
    mark.fingerprint = std::string(text.substr(last + 2));
    return mark;
}

void write_mark(Connection& connection, const VersionTable& table, const ProgressMark& mark,
                const std::string& comment) {
    std::string text = mark.to_string();
    if (connection.dialect() == Dialect::postgresql) {
        if (!comment.empty()) text += "\n" + comment;
        connection.execute("COMMENT ON TABLE " + table.quoted_name() + " IS " +
                           Connection::quote_literal(text));
        return;
    }
    connection.execute("CREATE TABLE IF NOT EXISTS " + table.quoted_mark_name() + " (mark TEXT NOT NULL)");
    connection.execute("DELETE FROM " + table.quoted_mark_name());
    connection.execute("INSERT INTO " + table.quoted_mark_name() + " VALUES (" +
                       Connection::quote_literal(text) + ")");
}

void clear_mark(Connection& connection, const VersionTable& table, const std::string& comment) {
    if (connection.dialect() == Dialect::postgresql)
        connection.execute("COMMENT ON TABLE " + table.quoted_name() + " IS " +
                           (comment.empty() ? "NULL" : Connection::quote_literal(comment)));
    else
        connection.execute("DROP TABLE " + table.quoted_mark_name());
}

std::string fingerprint(std::string_view text) {
    // FNV-1a, 64 bits.
    std::uint64_t hash = 14695981039346656037u;
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fmt::format("{:016x}", hash);
}

} // namespace limbeck::migrate
