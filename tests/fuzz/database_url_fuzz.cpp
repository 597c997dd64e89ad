// A URL of any kind: parsed, shown, parsed again, and asked what it means to each database; with a password
// that none of the answers but the driver's may have in it.
#include "project/database_url.hpp"
#include "support/text.hpp"

#include <cstddef>
#include <cstdlib>

using namespace limbeck;

namespace {

constexpr std::string_view secret = "sEcReT";

void check_hidden(std::string_view shown) {
    if (shown.find(secret) != std::string_view::npos) std::abort();
}

template <class Use> void try_to(Use use) {
    try {
        use();
    } catch (const Error& error) {
        // A refusal is an answer, but no place for a password.
        check_hidden(error.what());
        check_hidden(error.hint());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.find(secret) != std::string_view::npos) return 0;
    // Bytes that are no text become U+FFFD somewhere on the way.
    const bool is_text = text::find_invalid_utf8(input) == std::string::npos;
    try_to([&] {
        auto url = project::DatabaseUrl::parse(input);
        // What was understood once is understood the same when it is written out.
        const std::string written = url.render(false);
        if (is_text && project::DatabaseUrl::parse(written).render(false) != written) std::abort();
        if (url.username) url.password = secret;
        check_hidden(url.render());
        check_hidden(url.display());
        if (url.backend() == project::Backend::postgresql)
            url.libpq_parameters();
        else
            url.sqlite_target();
    });
    return 0;
}
