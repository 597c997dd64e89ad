#include "database/database_error.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace limbeck::database {

namespace {

std::string compose_hint(const Report& report) {
    std::string hint;
    auto add = [&](std::string_view label, const std::string& text) {
        if (text.empty()) return;
        if (!hint.empty()) hint += '\n';
        hint += label;
        hint += text;
    };
    add("DETAIL: ", report.detail);
    add("HINT: ", report.hint);
    add("CONTEXT: ", report.context);
    return hint;
}

} // namespace

DatabaseError::DatabaseError(Report report)
    : Error(report.code.empty() ? report.message : report.message + " (" + report.code + ")", {},
            compose_hint(report)),
      report_(std::move(report)) {}

DatabaseError& DatabaseError::locate(const Place& start, std::size_t at) {
    std::string_view text = report_.statement;
    bool known = report_.position <= text.size() && report_.position >= at;
    std::size_t position = known ? report_.position : std::min(at, text.size());
    Place place = start;
    if (!known) place.column = 0;
    for (std::size_t i = at; i < position; ++i) {
        ++place.column;
        if (text[i] != '\n') continue;
        ++place.line;
        place.column = 1;
    }
    with_place(place);
    if (place.line != start.line) {
        std::string where =
            fmt::format("The statement begins at {}.", Place{start.file, start.line, 0}.to_string());
        with_hint(hint().empty() ? where : hint() + "\n" + where);
    }
    std::size_t line_start = position == 0 ? 0 : text.rfind('\n', position - 1) + 1;
    std::string_view line = text.substr(line_start, text.find('\n', line_start) - line_start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    with_source_line(std::string(line));
    return *this;
}

} // namespace limbeck::database
