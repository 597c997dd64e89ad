#include "migrate/offline_script.hpp"

#include "support/text.hpp"

namespace limbeck::migrate {

void OfflineScript::text(std::string_view text) const {
    output_(std::string(text) + "\n\n");
}

void OfflineScript::statement(std::string_view sql) const {
    std::string spaces = text::replace_all(sql, "\t", "    ");
    text(std::string(text::trim(spaces)) + ";");
}

void OfflineScript::verbatim_statement(std::string_view sql) const {
    // A comment at the end would swallow the semicolon.
    std::string_view last = sql.substr(sql.rfind('\n') == std::string_view::npos ? 0 : sql.rfind('\n') + 1);
    text(std::string(sql) + (last.find("--") == std::string_view::npos ? ";" : "\n;"));
}

} // namespace limbeck::migrate
