// Where the running script is, kept for an error that comes when it has gone on.
#pragma once

#include "python/exceptions.hpp"

#include <optional>
#include <vector>

namespace limbeck::python {

class Interpreter;

// The innermost frame at work; nullptr where no script runs.
const Frame* innermost_frame();
// The innermost that is the project's own, not limbeck's library's; nullptr where there is none.
const Frame* innermost_project_frame();

// The frames at work as a traceback has them, innermost first, out to `end`, which is not among them. Nothing
// where one of them watches what its body raises (`try`, `with`, a handler): an error must come while it
// does.
std::optional<std::vector<TracebackEntry>> unwatched_stack(const Frame* end);

// Gives an error this place and its line of source text.
void locate(Error& error, const TracebackEntry& entry);
// The innermost place of `stack` that is the project's own; where there is none, the error stays as it is.
void locate(Error& error, const std::vector<TracebackEntry>& stack);

// Throws the ScriptError that an uncaught `exception`, raised where `stack` was taken, would have become.
[[noreturn]] void throw_uncaught(Interpreter& interpreter, const std::function<Value()>& exception,
                                 std::vector<TracebackEntry> stack);

} // namespace limbeck::python
