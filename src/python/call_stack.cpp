#include "python/call_stack.hpp"

#include "python/evaluate.hpp"
#include "python/interpreter.hpp"
#include "python/runtime.hpp"

#include <algorithm>

namespace limbeck::python {

namespace {

bool is_of_project(const std::string& file) {
    return !file.starts_with('<') || file == "<string>";
}

} // namespace

const Frame* innermost_project_frame() {
    for (const Frame* frame = rt().frame; frame; frame = frame->back)
        if (is_of_project(frame->code->unit->file)) return frame;
    return nullptr;
}

bool is_project_line(const TracebackEntry& entry) {
    return is_of_project(entry.code->unit->file);
}

const Frame* innermost_frame() {
    return rt().frame;
}

std::optional<std::vector<TracebackEntry>> unwatched_stack(const Frame* end) {
    std::vector<TracebackEntry> entries;
    for (const Frame* frame = rt().frame; frame && frame != end; frame = frame->back) {
        if (frame->watched || frame->handling.exists()) return std::nullopt;
        entries.push_back(traceback_entry(*frame));
    }
    return entries;
}

void locate(Error& error, const std::vector<TracebackEntry>& stack) {
    auto own = std::find_if(stack.begin(), stack.end(), is_project_line);
    if (own == stack.end()) return;
    error.with_place({own->code->unit->file, own->line, own->column + 1});
    error.with_source_line(std::string(own->code->unit->tree->source.line(own->line)));
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
