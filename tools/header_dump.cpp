// Prints what limbeck reads of revision files, one JSON object a line: `header_dump FILE...`. For comparing
// with Python (tests/reference/headers.py); not installed.
#include "script/header.hpp"
#include "support/error.hpp"

#include <iostream>

#include <nlohmann/json.hpp>

int main(int argc, char** argv) {
    using namespace limbeck;
    for (int i = 1; i < argc; ++i) {
        nlohmann::json out{{"path", argv[i]}};
        try {
            script::Revision revision = script::read_python_revision(argv[i], {});
            out["revision"] = revision.id;
            out["down_revision"] = revision.down_revisions;
            out["branch_labels"] = revision.branch_labels;
            out["depends_on"] = revision.depends_on;
            out["longdoc"] = revision.longdoc;
            out["doc"] = revision.doc;
        } catch (const Error& error) {
            out["error"] = error.what();
        }
        std::cout << out.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) << '\n';
    }
    return 0;
}
