// What compile(), eval() and exec() do: text becomes a code object, code objects run in namespaces.
#pragma once

#include "python/binding.hpp"

namespace limbeck::python {

class SyntaxError;

// The exception that a script sees. `with_line`: the source line is shown, as it is where the grammar is at
// fault, and where there is a file.
[[noreturn]] void raise_syntax_error(const SyntaxError& error, bool with_line);

// compile(source, filename, mode): a code object. Raises SyntaxError.
Value compile_source(const std::string& text, std::string file, bool expression);
// eval() and exec(): text or code object, in these namespaces.
Value run_source(const Value& source, const Value& globals, const Value& locals, bool expression);

} // namespace limbeck::python
