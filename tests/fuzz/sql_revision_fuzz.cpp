// A SQL revision of any bytes: its header, its sections, and the statements of each as both databases cut
// them.
#include "database/sql_split.hpp"
#include "script/sql_revision.hpp"
#include "support/error.hpp"

#include <cstdlib>

using namespace limbeck;

namespace {

void cut(const script::SqlPart& part) {
    for (const auto dialect : {database::Dialect::postgresql, database::Dialect::sqlite}) try {
            for (const database::SqlStatement& statement :
                 database::split_sql(dialect, part.text, {part.path.string(), part.first_line, 1})) {
                // A statement is a piece of the text, where it says it is.
                if (part.text.compare(statement.offset, statement.text.size(), statement.text) != 0)
                    std::abort();
                if (statement.word_offset > statement.text.size()) std::abort();
                database::leading_words(statement.text, 4);
            }
        } catch (const Error&) {
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    script::scan_sql_header(source);
    try {
        const script::SqlBody body = script::split_sql_sections(source, "fuzz.sql");
        for (const script::SqlPart& part : body.upgrade) cut(part);
        if (body.downgrade)
            for (const script::SqlPart& part : *body.downgrade) cut(part);
    } catch (const Error&) {
        // SQL before "-- upgrade".
    }
    return 0;
}
