// A Python file of any bytes: decoded by its own word on its encoding, and scanned for its header.
#include "python/source.hpp"
#include "script/doc_text.hpp"
#include "script/header.hpp"

using namespace limbeck;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    try {
        const python::Source source =
            python::Source::decode(std::string(reinterpret_cast<const char*>(data), size), "fuzz.py");
        const script::Header header = script::scan_header(source.text());
        if (!header.docstring.items.empty()) {
            const std::string longdoc = script::longdoc_of(header.docstring.items[0]);
            script::doc_of(longdoc);
            script::create_date_of(longdoc);
            script::doc_lines(longdoc);
        }
    } catch (const Error&) {
    }
    return 0;
}
