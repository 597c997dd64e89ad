#include "python/call_stack.hpp"

#include "python/evaluate.hpp"
#include "python/interpreter.hpp"
#include "python/runtime.hpp"

#include <algorithm>

namespace limbeck::python {

namespace {

// What a script gives exec() is its own, too.
bool is_of_project(const Code& code) {
    const std::string& file = code.unit->file;
    return !file.starts_with('<') || file == "<string>";
}

} // namespace

const Frame* innermost_frame() {
    return rt().frame;
}

const Frame* innermost_project_frame() {
    for (const Frame* frame = rt().frame; frame; frame = frame->back)
        if (is_of_project(*frame->code)) return frame;
    return nullptr;
}

std::optional<std::vector<TracebackEntry>> unwatched_stack(const Frame* end) {
    std::vector<TracebackEntry> entries;
    for (const Frame* frame = rt().frame; frame && frame != end; frame = frame->back) {
        if (frame->watched || frame->handling.exists()) return std::nullopt;
        entries.push_back(traceback_entry(*frame));
    }
    return entries;
}

void locate(Error& error, const TracebackEntry& entry) {
    const Unit& unit = *entry.code->unit;
    error.with_place({unit.file, entry.line, entry.column + 1});
    error.with_source_line(std::string(unit.tree->source.line(entry.line)));
}

void locate(Error& error, const std::vector<TracebackEntry>& stack) {
    auto own = std::find_if(stack.begin(), stack.end(),
                            [](const TracebackEntry& entry) { return is_of_project(*entry.code); });
    if (own != stack.end()) locate(error, *own);
}

void throw_uncaught(Interpreter& interpreter, const std::function<Value()>& exception,
                    std::vector<TracebackEntry> stack) {
    interpreter.run([&]() -> Value {
        Ref<Exception> raised(&cast<Exception>(exception()));
        raised->traceback = std::move(stack);
        throw Raised(std::move(raised));
    });
    throw Error("an exception was not thrown");
}

} // namespace limbeck::python
