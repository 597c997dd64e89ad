// The header of a Python revision file, read without running the file: `revision`, `down_revision`,
// `branch_labels`, `depends_on` and the docstring.
//
// The scan walks over the tokens of the top level only as far as one of those names occurs. Values that are
// literal (texts in any quotes and joins, tuples, lists, sets, None) are read; any other is reported with its
// place, so that an interpreter can be asked (HeaderEvaluator).
#pragma once

#include "script/revision.hpp"
#include "support/error.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

// What a name of the header is bound to once the whole file has run.
struct HeaderValue {
    enum class Kind {
        Absent,     // never assigned
        None,       // None
        Text,       // one text: items[0]
        Sequence,   // a tuple, list or set of texts
        NotLiteral, // only running the file can tell; `source` is the statement's first line
    };
    Kind kind = Kind::Absent;
    std::vector<std::string> items;
    int line = 0;
    int column = 0;
    std::string source;

    // Items of a text or a sequence; nothing otherwise.
    bool is_literal() const { return kind != Kind::NotLiteral; }
};

struct Header {
    HeaderValue revision;
    HeaderValue down_revision;
    HeaderValue branch_labels;
    HeaderValue depends_on;
    // The module's docstring, escapes processed, white space as written. A NotLiteral one (a wrong escape, an
    // assignment to __doc__ that is not literal) may have its text unprocessed in items[0].
    HeaderValue docstring;

    // Whether every value can be used as it is.
    bool is_literal() const;
};

// Runs a file and gives its header; `source` is its text in UTF-8. Supplied by the floors that have an
// interpreter. May throw Error.
using HeaderEvaluator = std::function<Header(const std::filesystem::path& path, std::string_view source)>;

// Scans the text of a Python file as python::Source gives it: UTF-8, lines that end in "\n". Never throws for
// a file that is not Python: what cannot be understood is passed over.
Header scan_header(std::string_view source);

// Reads one .py file into a Revision. `evaluator` may be empty: a header that is not literal is then an error
// with file, line and statement. Throws FileError, CommandError ("Could not determine revision id from
// filename x.py. …") and RevisionError (loops, characters that an id must not have).
Revision read_python_revision(const std::filesystem::path& path, const HeaderEvaluator& evaluator);
// The same with the file's bytes read already.
Revision read_python_revision(std::string bytes, std::string path, const HeaderEvaluator& evaluator);

// Checks what the reference checks when a revision is made: that it is not its own parent or dependency, and
// that its id has none of "@-+:". Throws RevisionError.
void check_revision(const Revision& revision);

} // namespace limbeck::script
