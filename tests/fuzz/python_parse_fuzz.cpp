// Any bytes as a Python file: a tree that can be printed, or a SyntaxError that can be shown.
#include <cstdint>
#include <string>

#include "python/ast_dump.hpp"
#include "python/parser.hpp"
#include "python/syntax_error.hpp"

using namespace limbeck::python;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        auto tree = parse_module(std::string(reinterpret_cast<const char*>(data), size), "fuzz.py");
        DumpOptions options;
        options.attributes = true;
        dump(*tree, options);
        options.form = DumpOptions::Form::Python313;
        options.attributes = false;
        options.indent = 1;
        dump(*tree, options);
    } catch (const SyntaxError& error) {
        error.report();
    }
    return 0;
}
