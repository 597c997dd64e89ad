// Sentences, lines and columns as CPython 3.13 gives them for the same text.
#include "python/syntax_error.hpp"

#include <doctest/doctest.h>

#include "python/parser.hpp"

using namespace limbeck::python;

namespace {

struct Case {
    const char* text;
    int line;
    int column;
    const char* type;
    const char* message;
};

const Case cases[] = {
    {"a b", 1, 3, "SyntaxError", "invalid syntax"},
    {"a = = b", 1, 5, "SyntaxError", "invalid syntax"},
    {"(a, b", 1, 1, "SyntaxError", "'(' was never closed"},
    {"a)", 1, 2, "SyntaxError", "unmatched ')'"},
    {"(a]", 1, 3, "SyntaxError", "closing parenthesis ']' does not match opening parenthesis '('"},
    {"{1: 2", 1, 1, "SyntaxError", "'{' was never closed"},
    {"x = 'abc", 1, 5, "SyntaxError", "unterminated string literal (detected at line 1)"},
    {"x = \"\"\"abc\n\ndef", 1, 5, "SyntaxError",
     "unterminated triple-quoted string literal (detected at line 3)"},
    {"if a\n    b", 1, 5, "SyntaxError", "expected ':'"},
    {"if a:\nb", 2, 1, "IndentationError", "expected an indented block after 'if' statement on line 1"},
    {"while a:\n\nb", 3, 1, "IndentationError",
     "expected an indented block after 'while' statement on line 1"},
    {"for a in b:\nc", 2, 1, "IndentationError",
     "expected an indented block after 'for' statement on line 1"},
    {"class A:\nb", 2, 1, "IndentationError", "expected an indented block after class definition on line 1"},
    {"  a = 1", 1, 2, "IndentationError", "unexpected indent"},
    {"if a:\n    b\n      c", 3, 6, "IndentationError", "unexpected indent"},
    {"if a:\n        b\n    c", 3, 6, "IndentationError",
     "unindent does not match any outer indentation level"},
    {"f() = 1", 1, 1, "SyntaxError",
     "cannot assign to function call here. Maybe you meant '==' instead of '='?"},
    {"1 = a", 1, 1, "SyntaxError", "cannot assign to literal here. Maybe you meant '==' instead of '='?"},
    {"None = 1", 1, 1, "SyntaxError", "cannot assign to None"},
    {"a + b = c", 1, 1, "SyntaxError",
     "cannot assign to expression here. Maybe you meant '==' instead of '='?"},
    {"[a, 1] = b", 1, 5, "SyntaxError", "cannot assign to literal"},
    {"(a, f()) = c", 1, 5, "SyntaxError", "cannot assign to function call"},
    {"a, b += 1", 1, 1, "SyntaxError", "'tuple' is an illegal expression for augmented assignment"},
    {"(a): b = f(): c", 1, 13, "SyntaxError", "invalid syntax"},
    {"lambda: 1 = 2", 1, 1, "SyntaxError", "cannot assign to lambda"},
    {"del f()", 1, 5, "SyntaxError", "cannot delete function call"},
    {"del a, 1", 1, 8, "SyntaxError", "cannot delete literal"},
    {"for 1 in a: pass", 1, 5, "SyntaxError", "cannot assign to literal"},
    {"for f() in a: pass", 1, 5, "SyntaxError", "cannot assign to function call"},
    {"with a as 1: pass", 1, 11, "SyntaxError", "cannot assign to literal"},
    {"x = yield = 1", 1, 5, "SyntaxError", "assignment to yield expression not possible"},
    {"f(a for a in b, c)", 1, 3, "SyntaxError", "Generator expression must be parenthesized"},
    {"f(a=1, b)", 1, 9, "SyntaxError", "positional argument follows keyword argument"},
    {"f(**a, *b)", 1, 6, "SyntaxError", "iterable argument unpacking follows keyword argument unpacking"},
    {"f(**a, b)", 1, 9, "SyntaxError", "positional argument follows keyword argument unpacking"},
    {"f(a.b=1)", 1, 3, "SyntaxError", "expression cannot contain assignment, perhaps you meant \"==\"?"},
    {"f(True=1)", 1, 3, "SyntaxError", "cannot assign to True"},
    {"f(a=)", 1, 3, "SyntaxError", "expected argument value expression"},
    {"(a b)", 1, 2, "SyntaxError", "invalid syntax. Perhaps you forgot a comma?"},
    {"[a b]", 1, 2, "SyntaxError", "invalid syntax. Perhaps you forgot a comma?"},
    {"{a: b c: d}", 1, 5, "SyntaxError", "invalid syntax. Perhaps you forgot a comma?"},
    {"{a: , b: c}", 1, 3, "SyntaxError", "expression expected after dictionary key and ':'"},
    {"{a: *b}", 1, 5, "SyntaxError", "cannot use a starred expression in a dictionary value"},
    {"{a: 1, b}", 1, 8, "SyntaxError", "':' expected after dictionary key"},
    {"print a", 1, 1, "SyntaxError", "Missing parentheses in call to 'print'. Did you mean print(...)?"},
    {"print \"a\"", 1, 1, "SyntaxError", "Missing parentheses in call to 'print'. Did you mean print(...)?"},
    {"exec \"a\"", 1, 1, "SyntaxError", "Missing parentheses in call to 'exec'. Did you mean exec(...)?"},
    {"if a = 1: pass", 1, 4, "SyntaxError", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
    {"if a.b = 1: pass", 1, 4, "SyntaxError",
     "cannot assign to attribute here. Maybe you meant '==' instead of '='?"},
    {"[a for a, b c in d]", 1, 13, "SyntaxError", "'in' expected after for-loop variables"},
    {"[a, b for a in c]", 1, 2, "SyntaxError", "did you forget parentheses around the comprehension target?"},
    {"[*a for a in b]", 1, 2, "SyntaxError", "iterable unpacking cannot be used in comprehension"},
    {"{**a for a in b}", 1, 2, "SyntaxError", "dict unpacking cannot be used in dict comprehension"},
    {"def f(a, a=1, b): pass", 1, 15, "SyntaxError",
     "parameter without a default follows parameter with a default"},
    {"def f(*): pass", 1, 7, "SyntaxError", "named arguments must follow bare *"},
    {"def f(*, **a): pass", 1, 7, "SyntaxError", "named arguments must follow bare *"},
    {"def f(a, /, b, /): pass", 1, 16, "SyntaxError", "/ may appear only once"},
    {"def f(/): pass", 1, 7, "SyntaxError", "invalid syntax"},
    {"def f(*a, /): pass", 1, 11, "SyntaxError", "/ must be ahead of *"},
    {"def f(**a, b): pass", 1, 12, "SyntaxError", "arguments cannot follow var-keyword argument"},
    {"def f(*a, *b): pass", 1, 11, "SyntaxError", "* argument may appear only once"},
    {"def f(*a=1): pass", 1, 9, "SyntaxError", "var-positional argument cannot have default value"},
    {"def f((a, b)): pass", 1, 7, "SyntaxError", "Function parameters cannot be parenthesized"},
    {"lambda (a): 1", 1, 8, "SyntaxError", "Lambda expression parameters cannot be parenthesized"},
    {"def f(a=): pass", 1, 8, "SyntaxError", "expected default value expression"},
    {"def f: pass", 1, 6, "SyntaxError", "expected '('"},
    {"import", 1, 7, "SyntaxError", "Expected one or more names after 'import'"},
    {"import a.", 1, 10, "SyntaxError", "invalid syntax"},
    {"from a import", 1, 14, "SyntaxError", "Expected one or more names after 'import'"},
    {"from a import b,", 1, 17, "SyntaxError", "trailing comma not allowed without surrounding parentheses"},
    {"from a import (b, c", 1, 15, "SyntaxError", "'(' was never closed"},
    {"from . import *, a", 1, 16, "SyntaxError", "invalid syntax"},
    {"try:\n    a\nb", 3, 1, "SyntaxError", "expected 'except' or 'finally' block"},
    {"try: pass\nexcept: pass\nexcept* A: pass", 3, 1, "SyntaxError",
     "cannot have both 'except' and 'except*' on the same 'try'"},
    {"try: pass\nexcept*: pass", 2, 8, "SyntaxError", "expected one or more exception types"},
    {"class A(a b): pass", 1, 9, "SyntaxError", "invalid syntax. Perhaps you forgot a comma?"},
    {"a if b", 1, 1, "SyntaxError", "expected 'else' after 'if' expression"},
    {"a if b else", 1, 12, "SyntaxError", "invalid syntax"},
    {"x = (a = 1)", 1, 6, "SyntaxError", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
    {"x = a := 1", 1, 7, "SyntaxError", "invalid syntax"},
    {"(a.b := 1)", 1, 2, "SyntaxError", "cannot use assignment expressions with attribute"},
    {"f\"{}\"", 1, 4, "SyntaxError", "f-string: valid expression required before '}'"},
    {"f\"{a\"", 1, 5, "SyntaxError", "f-string: expecting '}'"},
    {"f\"{a b}\"", 1, 4, "SyntaxError", "invalid syntax. Perhaps you forgot a comma?"},
    {"f\"{a!x}\"", 1, 6, "SyntaxError",
     "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"},
    {"f\"{a!}\"", 1, 6, "SyntaxError", "f-string: missing conversion character"},
    {"f\"{a!r b}\"", 1, 8, "SyntaxError", "f-string: expecting ':' or '}'"},
    {"f\"}\"", 1, 3, "SyntaxError", "f-string: single '}' is not allowed"},
    {"f\"{a:{b:{c:{d}}}}\"", 1, 11, "SyntaxError", "f-string: expressions nested too deeply"},
    {"f\"{a[\"", 1, 6, "SyntaxError", "f-string: expecting '}'"},
    {"b\"é\"", 1, 1, "SyntaxError", "bytes can only contain ASCII literal characters"},
    {"b\"a\" \"b\"", 1, 9, "SyntaxError", "cannot mix bytes and nonbytes literals"},
    {"\"\\x4\"", 1, 1, "SyntaxError",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"},
    {"\"\\N{no such name}\"", 1, 1, "SyntaxError",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character "
     "name"},
    {"\"\\U00110000\"", 1, 1, "SyntaxError",
     "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"},
    {"b\"\\x4\"", 1, 1, "SyntaxError", "(value error) invalid \\x escape at position 0"},
    {"match a:\n    case b", 2, 11, "SyntaxError", "expected ':'"},
    {"match a:\nb", 2, 1, "IndentationError", "expected an indented block after 'match' statement on line 1"},
    {"match a:\n    case 1 + 2: pass", 2, 14, "SyntaxError", "imaginary number required in complex literal"},
    {"match a:\n    case b as _: pass", 2, 15, "SyntaxError", "cannot use '_' as a target"},
    {"match a:\n    case {**b, \"c\": d}: pass", 2, 16, "SyntaxError", "invalid syntax"},
    {"match a:\n    case A(b=c, d): pass", 2, 17, "SyntaxError",
     "positional patterns follow keyword patterns"},
    {"type X[] = int", 1, 8, "SyntaxError", "Type parameter list cannot be empty"},
    {"type X[*T: int] = int", 1, 10, "SyntaxError", "cannot use bound with TypeVarTuple"},
    {"else: pass", 1, 1, "SyntaxError", "invalid syntax"},
    {"elif a: pass", 1, 1, "SyntaxError", "invalid syntax"},
    {"a ? b", 1, 3, "SyntaxError", "invalid syntax"},
    {"a $ b", 1, 3, "SyntaxError", "invalid syntax"},
    {"a!b", 1, 2, "SyntaxError", "invalid syntax"},
    {"a \\ b", 1, 4, "SyntaxError", "unexpected character after line continuation character"},
    {"0777", 1, 1, "SyntaxError",
     "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"},
    {"1__0", 1, 2, "SyntaxError", "invalid decimal literal"},
    {"0xg", 1, 2, "SyntaxError", "invalid hexadecimal literal"},
    {"1.e", 1, 2, "SyntaxError", "invalid decimal literal"},
    {"nonlocal", 1, 9, "SyntaxError", "invalid syntax"},
    {"global a.b", 1, 9, "SyntaxError", "invalid syntax"},
    {"return = 1", 1, 8, "SyntaxError", "invalid syntax"},
    {"raise a from", 1, 13, "SyntaxError", "invalid syntax"},
    {"assert", 1, 7, "SyntaxError", "invalid syntax"},
    {"async a", 1, 7, "SyntaxError", "invalid syntax"},
    {"@a\nb = 1", 2, 1, "SyntaxError", "invalid syntax"},
    {"a: int: str", 1, 7, "SyntaxError", "invalid syntax"},
    {"(a, b): int", 1, 1, "SyntaxError", "only single target (not tuple) can be annotated"},
    {"[a]: int", 1, 1, "SyntaxError", "only single target (not list) can be annotated"},
    {"f(a)(b) c", 1, 9, "SyntaxError", "invalid syntax"},
    {"*a = ", 1, 6, "SyntaxError", "invalid syntax"},
    {"*", 1, 2, "SyntaxError", "invalid syntax"},
    {"if True:\n\ta\n        b", 3, 1, "TabError", "inconsistent use of tabs and spaces in indentation"},
    {"f(", 1, 2, "SyntaxError", "'(' was never closed"},
    {"f(a,\n\nb = c", 1, 2, "SyntaxError", "'(' was never closed"},
    {"x = [\n1,\n2\ny = 3", 1, 5, "SyntaxError", "'[' was never closed"},
    {"x = {'a': 1\ny = 2", 1, 5, "SyntaxError", "'{' was never closed"},
};

SyntaxError error_of(const std::string& text) {
    try {
        parse_module(text, "test.py");
    } catch (const SyntaxError& error) {
        return error;
    }
    return SyntaxError("nothing is wrong", {}, "");
}

} // namespace

TEST_CASE("syntax errors: CPython's sentence and place") {
    for (const Case& one : cases) {
        CAPTURE(one.text);
        SyntaxError error = error_of(one.text);
        CHECK(error.message() == one.message);
        CHECK(error.type_name() == std::string(one.type));
        CHECK(error.place().line == one.line);
        CHECK(error.place().column == one.column);
    }
}

TEST_CASE("syntax errors: what Python 3.14 says in its own way") {
    CHECK(error_of("try: pass\nexcept A, B as c: pass").message() ==
          "multiple exception types must be parenthesized when using 'as'");
    CHECK(error_of("t'a' f'b'").message() == "cannot mix t-string literals with string or bytes literals");
    CHECK(error_of("t'{}'").message() == "t-string: valid expression required before '}'");
}

TEST_CASE("syntax errors: text that cannot be cut is reported before what stands in front of it") {
    CHECK(error_of("a b\nx = 'abc\n").message() == "unterminated string literal (detected at line 2)");
    CHECK(error_of("a b\nx = (\n").message() == "invalid syntax");
    CHECK(error_of("x = (\na b\n").message() == "'(' was never closed");
}

TEST_CASE("syntax errors: the report has the line and a caret, counted in characters") {
    SyntaxError error = error_of("def f():\n    é = 1 2\n");
    CHECK(error.place().file == "test.py");
    CHECK(error.place().line == 2);
    CHECK(error.place().column == 11);
    CHECK(error.source_line() == "    é = 1 2");
    CHECK(error.report() ==
          "  File \"test.py\", line 2\n    é = 1 2\n          ^\nSyntaxError: invalid syntax");
    CHECK(error_of("if a:\n").report() == "  File \"test.py\", line 2\nIndentationError: expected an "
                                          "indented block after 'if' statement on line 1");
}
