// A URL of any kind: parsed, shown, parsed again, and asked what it means to each database.
#include "project/database_url.hpp"
#include "support/text.hpp"

#include <cstdlib>

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    // Bytes that are no text become U+FFFD somewhere on the way.
    const bool is_text = text::find_invalid_utf8(input) == std::string::npos;
    try {
        const auto url = project::DatabaseUrl::parse(input);
        url.render(true);
        // What was understood once is understood the same when it is written out.
        const std::string written = url.render(false);
        if (is_text && project::DatabaseUrl::parse(written).render(false) != written) std::abort();
        if (url.backend() == project::Backend::postgresql)
            url.libpq_parameters();
        else
            url.sqlite_target();
    } catch (const Error&) {
    }
    return 0;
}
