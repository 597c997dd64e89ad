// A database whose version table does not fit the chain: what is known about it, and the exact way out.
#pragma once

#include <string>
#include <vector>

namespace limbeck::script {
class ScriptDirectory;
}

namespace limbeck::migrate {

// The ids of `heads` that no revision of the chain has.
std::vector<std::string> unknown_ids(const script::ScriptDirectory& scripts,
                                     const std::vector<std::string>& heads);

// Several lines about each unknown id: the nearest ids, files that define it elsewhere in the project or
// under another name, and the `stamp` command for each way out. Empty where every id is known.
std::string explain_unknown_ids(const script::ScriptDirectory& scripts,
                                const std::vector<std::string>& heads);

} // namespace limbeck::migrate
