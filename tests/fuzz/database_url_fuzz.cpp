// A URL of any kind: parsed, shown, parsed again, and asked what it means to each database.
#include "project/database_url.hpp"

#include <cstdlib>

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    try {
        const auto url =
            project::DatabaseUrl::parse(std::string_view(reinterpret_cast<const char*>(data), size));
        url.render(true);
        // What was understood once is understood the same when it is written out.
        const std::string text = url.render(false);
        if (project::DatabaseUrl::parse(text).render(false) != text) std::abort();
        if (url.backend() == project::Backend::postgresql)
            url.libpq_parameters();
        else
            url.sqlite_target();
    } catch (const Error&) {
    }
    return 0;
}
