// Questions to a chain and its answers as lines of text, the same that tests/reference/chains.py gets from
// the reference. Shared by the test that compares with the recording and by tools/chain_answers, which
// answers for a folder.
#pragma once

#include "script/script_directory.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::tests {

// Answers one question, a letter and its arguments separated by "|":
//   h base|head    ids in the order of `history`, and a sum of its plain and verbose lines
//   r              heads, effective heads, bases, effective bases; sums of `heads` and `branches`
//   u target|rows  upgrade: ids with the changes of the version table, and a sum of the log lines
//   d target|rows  downgrade
//   s targets|rows stamp
//   c rows         tips of what is applied
//   g id, n id     what a name stands for; what `as_revision_number` makes of it
// An error is "!C sentence" (a CommandError), "!R sentence" (a RevisionError) or "!X" (the reference shows a
// traceback). Warnings that were given meanwhile stand before, as "?sentence ".
std::string answer(const script::ScriptDirectory& scripts, std::string_view query,
                   std::vector<std::string>& warnings);

// A sum of a text: FNV-1a with 64 bits, in hexadecimal.
std::string sum(std::string_view text);

} // namespace limbeck::tests
