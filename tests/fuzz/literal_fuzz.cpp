// A text of any bytes as a value and as a name: SQLite reads back what went in. PostgreSQL's own literals are
// read by what its scanner does with quotes and backslashes, without a server.
#include "database/database_error.hpp"
#include "database/sqlite_connection.hpp"
#include "schema/build.hpp"
#include "sql/compiler.hpp"
#include "sql/identifier.hpp"
#include "support/text.hpp"

#include <cstdlib>

using namespace limbeck;

namespace {

database::Connection& connection() {
    static const auto made = database::connect_sqlite({.file = ":memory:"});
    return *made;
}

// What stands between the quotes of 'text'; aborts where it is anything but one literal.
std::string unquoted(std::string_view literal, bool backslashes) {
    if (literal.size() < 2 || literal.front() != '\'' || literal.back() != '\'') std::abort();
    std::string out;
    for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
        char c = literal[at];
        bool doubled = c == '\'' || (c == '\\' && backslashes);
        if (doubled && (at + 2 >= literal.size() || literal[++at] != c)) std::abort();
        out += c;
    }
    return out;
}

void check_value(const std::string& text) {
    for (bool backslashes : {false, true}) {
        sql::Dialect dialect = sql::postgresql_dialect();
        dialect.paramstyle = sql::Paramstyle::named;
        dialect.backslash_escapes = backslashes;
        std::string literal = sql::render_literal(schema::Value(text), schema::string_type(), dialect);
        if (unquoted(literal, backslashes) != text) std::abort();
    }
    std::string literal =
        sql::render_literal(schema::Value(text), schema::string_type(), sql::sqlite_dialect());
    database::Result result = connection().execute("SELECT " + literal);
    if (result.at(0, 0).text() != text) std::abort();
}

void check_name(const std::string& text) {
    database::Result result =
        connection().execute("SELECT 1 AS " + sql::quoted(schema::Name(text), sql::sqlite_dialect()));
    if (result.columns().at(0).name != text) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string source(reinterpret_cast<const char*>(data), size);
    // A text of Python has no lone bytes, and no database has a text with a NUL.
    if (source.empty() || source.find('\0') != source.npos ||
        text::find_invalid_utf8(source) != std::string_view::npos)
        return 0;
    check_value(source);
    check_name(source);
    return 0;
}
