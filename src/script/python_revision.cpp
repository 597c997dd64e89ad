#include "script/doc_text.hpp"
#include "script/header.hpp"
#include "script/revision_error.hpp"

#include "python/source.hpp"
#include "support/error.hpp"
#include "support/file.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

using Kind = HeaderValue::Kind;

[[noreturn]] void refuse(const std::string& path, std::string_view name, const HeaderValue& value) {
    Error error(fmt::format("{} is not a literal value: only running the file can tell what it is", name),
                Place{path, value.line, value.column});
    error.with_source_line(value.source);
    throw error;
}

std::vector<std::string> items_of(const std::string& path, std::string_view name, HeaderValue& value) {
    if (!value.is_literal()) refuse(path, name, value);
    return std::move(value.items);
}

// Before `revision` there were file names: "ae1027a6acf.py".
std::string legacy_id(const std::string& path) {
    std::string name = path.substr(path.rfind('/') + 1);
    std::size_t digits = std::min(name.find_first_not_of("0123456789abcdef"), name.size());
    if (digits > 0 && name.substr(digits) == ".py") return name.substr(0, digits);
    throw CommandError(fmt::format("Could not determine revision id from filename {}. Be sure the 'revision' "
                                   "variable is declared inside the script (please see 'Upgrading from "
                                   "Alembic 0.1 to 0.2' in the documentation).",
                                   name),
                       Place{path});
}

std::string id_of(const std::string& path, const HeaderValue& value) {
    if (value.kind == Kind::Absent) return legacy_id(path);
    if (value.kind == Kind::NotLiteral) refuse(path, "revision", value);
    if (value.kind != Kind::Text)
        throw Error("revision must be a text", Place{path, value.line, value.column});
    return value.items.front();
}

} // namespace

Revision read_python_revision(const std::filesystem::path& path, const HeaderEvaluator& evaluator) {
    return read_python_revision(file::read(path), path.string(), evaluator);
}

Revision read_python_revision(std::string bytes, std::string path, const HeaderEvaluator& evaluator) {
    python::Source source = python::Source::decode(std::move(bytes), path);
    Header header = scan_header(source.text());
    if (evaluator && !(header.is_literal() && header.docstring.is_literal()))
        header = evaluator(path, source.text());

    Revision revision;
    revision.id = id_of(path, header.revision);
    if (header.down_revision.kind == Kind::Absent)
        throw Error(fmt::format("Revision {} has no down_revision", revision.id), Place{path},
                    "a first revision says `down_revision = None`");
    revision.down_revisions = items_of(path, "down_revision", header.down_revision);
    revision.depends_on = items_of(path, "depends_on", header.depends_on);
    revision.branch_labels = items_of(path, "branch_labels", header.branch_labels);
    if (!header.docstring.items.empty()) revision.longdoc = longdoc_of(header.docstring.items.front());
    revision.doc = doc_of(revision.longdoc);
    revision.create_date = create_date_of(revision.longdoc);
    revision.id_line = header.revision.line;
    revision.down_line = header.down_revision.line;
    revision.depends_line = header.depends_on.line;
    revision.labels_line = header.branch_labels.line;
    revision.path = std::move(path);
    check_revision(revision);
    return revision;
}

void check_revision(const Revision& revision) {
    auto names_itself = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), revision.id) != names.end();
    };
    if (names_itself(revision.down_revisions)) throw CycleDetected("Self-loop", {revision.id});
    if (names_itself(revision.depends_on)) throw CycleDetected("Dependency self-loop", {revision.id});
    std::vector<std::string_view> illegal;
    for (std::string_view character : {"+", "-", ":", "@"})
        if (revision.id.find(character) != std::string::npos) illegal.push_back(character);
    if (!illegal.empty())
        throw RevisionError(fmt::format("Character(s) '{}' not allowed in revision identifier '{}'",
                                        text::join(illegal, ", "), revision.id),
                            revision.id_place());
}

} // namespace limbeck::script
