#include "database/database_error.hpp"

#include <algorithm>

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

DatabaseError& DatabaseError::locate(const Place& start) {
    const std::string& text = report_.statement;
    std::size_t position = report_.position <= text.size() ? report_.position : 0;
    Place place = start;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < position; ++i) {
        if (text[i] != '\n') continue;
        ++place.line;
        line_start = i + 1;
    }
    if (report_.position > text.size())
        place.column = 0;
    else if (line_start > 0)
        place.column = static_cast<int>(position - line_start) + 1;
    else
        place.column = std::max(start.column, 1) + static_cast<int>(position);
    with_place(place);
    std::size_t line_end = text.find('\n', line_start);
    std::string line =
        text.substr(line_start, line_end == std::string::npos ? line_end : line_end - line_start);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    with_source_line(std::move(line));
    return *this;
}

} // namespace limbeck::database
