#include "alembic/output_file.hpp"

#include "python/stdlib/sandbox.hpp"
#include "support/error.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace limbeck::alembic {

using python::Call;
using python::Value;

namespace {

struct OutputFileState final : python::NativeState {
    std::string name; // as the script gave it
    std::filesystem::path path;
    std::ofstream stream;
    bool started = false;
};

[[noreturn]] void refuse(const OutputFileState& file) {
    python::raise_sandbox(fmt::format("writing to {}, for all but the statements of --sql (output_buffer=…),",
                                      python::to_repr(python::make_str(file.name))));
}

[[noreturn]] void fail(const OutputFileState& file) {
    throw FileError(fmt::format("cannot write {}: {}", file.name, std::strerror(errno)), Place{file.name});
}

// A file that became nobody's output would be left unwritten in silence.
Value close(Call& call) {
    auto& file = call.state<OutputFileState>();
    if (!file.started) refuse(file);
    if (file.stream.is_open()) {
        file.stream.close();
        if (!file.stream) fail(file);
    }
    return Value::none();
}

python::Class* output_file_class() {
    python::ClassBuilder type = python::make_class("TextIOWrapper", {}, "_io");
    type.method("write(self, text, /)", [](Call& call) -> Value { refuse(call.state<OutputFileState>()); });
    type.method("writelines(self, lines, /)",
                [](Call& call) -> Value { refuse(call.state<OutputFileState>()); });
    type.method("flush(self)", [](Call&) { return Value::none(); });
    type.method("close(self)", close);
    type.method("__enter__(self)", [](Call& call) { return call[0]; });
    type.method("__exit__(self, type, value, traceback, /)", [](Call& call) {
        // What ended the block is told, not this.
        if (call.has(1)) return Value::none();
        return close(call);
    });
    type.property("name", [](Call& call) { return python::make_str(call.state<OutputFileState>().name); });
    type.property("closed", [](Call& call) {
        auto& file = call.state<OutputFileState>();
        return Value::boolean(file.started && !file.stream.is_open());
    });
    return type;
}

} // namespace

Value make_output_file(const std::string& path) {
    std::filesystem::path resolved = python::allowed_path(path, "write");
    Value made = python::make_instance_with<OutputFileState>(output_file_class());
    auto& file = python::state<OutputFileState>(made);
    file.name = path;
    file.path = std::move(resolved);
    return made;
}

bool is_output_file(const Value& value) {
    return python::state_if<OutputFileState>(value) != nullptr;
}

void start_output_file(const Value& value) {
    auto& file = python::state<OutputFileState>(value);
    file.started = true;
    file.stream.open(file.path, std::ios::binary | std::ios::trunc);
    if (!file.stream) fail(file);
}

void write_output_file(const Value& value, std::string_view text) {
    auto& file = python::state<OutputFileState>(value);
    // Each text arrives, whatever becomes of the rest of the run.
    file.stream.write(text.data(), static_cast<std::streamsize>(text.size())).flush();
    if (!file.stream) fail(file);
}

} // namespace limbeck::alembic
