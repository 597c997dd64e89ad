#include "api/header_evaluator.hpp"

#include "migrate/script_runtime.hpp"
#include "project/project.hpp"
#include "python/interpreter.hpp"
#include "python/operations.hpp"

#include <fmt/format.h>

#include <memory>

namespace limbeck::api {

namespace {

using script::Header;
using script::HeaderValue;

// Texts of a tuple, list or set; a text by itself.
HeaderValue value_of(const python::Value& value, std::string_view name, const std::filesystem::path& path) {
    HeaderValue header;
    if (value.is_none()) {
        header.kind = HeaderValue::Kind::None;
        return header;
    }
    auto text_of = [&](const python::Value& item) {
        if (python::is_unresolved(item))
            throw CommandError(
                fmt::format("{} is taken from {}, which limbeck does not have", name,
                            python::unresolved_origin(item)),
                Place{path.string()},
                fmt::format("Write {} as a text, or name the folder that has it in prepend_sys_path "
                            "or PYTHONPATH.",
                            name));
        if (!python::is_str(item))
            throw CommandError(fmt::format("{} is {}, not a text", name, python::to_repr(item)),
                               Place{path.string()});
        return python::as_text(item);
    };
    if (python::is_str(value) || python::is_unresolved(value)) {
        header.kind = HeaderValue::Kind::Text;
        header.items = {text_of(value)};
        return header;
    }
    header.kind = HeaderValue::Kind::Sequence;
    for (const python::Value& item : python::to_vector(value)) header.items.push_back(text_of(item));
    return header;
}

} // namespace

script::HeaderEvaluator make_header_evaluator(const project::Project& project) {
    auto interpreter = std::make_shared<std::unique_ptr<python::Interpreter>>();
    return [interpreter, &project](const std::filesystem::path& path, std::string_view source) {
        if (!*interpreter)
            *interpreter = std::make_unique<python::Interpreter>(migrate::interpreter_options(project));
        python::Interpreter& python = **interpreter;
        Header header;
        python::Value module = python.run_text(std::string(source), path.string(), "");
        python.run([&] {
            auto read = [&](std::string_view name, HeaderValue& target) {
                python::Value value = python::find_attribute(module, name);
                if (value.exists()) target = value_of(value, name, path);
            };
            read("revision", header.revision);
            read("down_revision", header.down_revision);
            read("branch_labels", header.branch_labels);
            read("depends_on", header.depends_on);
            read("__doc__", header.docstring);
            return python::Value::none();
        });
        return header;
    };
}

} // namespace limbeck::api
