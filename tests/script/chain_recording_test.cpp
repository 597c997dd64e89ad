// Every report, target and plan of some hundred random chains, as the reference answered
// (tests/reference/chains.py).
#include "script/chain_queries.hpp"
#include "script/script_directory.hpp"
#include "support/error.hpp"
#include "support/file.hpp"
#include "support/scratch.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

using namespace limbeck;

namespace {

std::vector<std::string> items_of(std::string_view text) {
    std::vector<std::string> items;
    if (text.empty()) return items;
    for (std::string_view item : text::split(text, ',')) items.emplace_back(item);
    return items;
}

// "id|down_revision|depends_on|branch_labels|doc"
script::Revision revision_of(std::string_view line) {
    std::vector<std::string_view> fields = text::split(line, '|');
    script::Revision revision;
    revision.id = fields[0];
    revision.down_revisions = items_of(fields[1]);
    revision.depends_on = items_of(fields[2]);
    revision.branch_labels = items_of(fields[3]);
    revision.longdoc = revision.doc = fields[4];
    revision.path = "/x/" + revision.id + ".py";
    return revision;
}

// As a chain of files is read: each is checked before the map is made.
std::vector<script::Revision> checked(const std::vector<script::Revision>& revisions) {
    for (const script::Revision& revision : revisions) script::check_revision(revision);
    return revisions;
}

} // namespace

TEST_CASE("a chain answers what the reference recorded") {
    std::string recording = file::read(tests::source_root() / "tests" / "script" / "recorded" / "chains.txt");
    std::vector<std::string_view> lines = text::split_lines(recording);
    std::vector<std::string> warnings;
    auto warn = [&](const std::string& warning) { warnings.push_back(warning); };
    int graphs = 0;
    int questions = 0;
    std::size_t i = 0;
    while (i < lines.size()) {
        REQUIRE(lines[i++] == "G");
        ++graphs;
        std::vector<script::Revision> revisions;
        for (; i < lines.size() && lines[i].starts_with("r "); ++i)
            revisions.push_back(revision_of(lines[i].substr(2)));
        script::ScriptDirectory scripts([&] { return checked(revisions); }, warn);
        for (; i + 1 < lines.size() && lines[i] != "G"; i += 2) {
            ++questions;
            std::string found = tests::answer(scripts, lines[i], warnings);
            INFO("graph " << graphs << ", question " << std::string(lines[i]));
            CHECK(found == lines[i + 1]);
        }
    }
    CHECK(graphs >= 200);
    CHECK(questions >= 8000);
}
