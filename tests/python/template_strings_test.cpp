// Template strings, which are newer than the CPython that the conformance scripts are recorded with: what PEP
// 750 and the documentation of string.templatelib say of them.
#include "python/interpreter.hpp"

#include <doctest/doctest.h>

namespace {

using namespace limbeck;

std::string printed(std::string_view script) {
    std::string out;
    python::InterpreterOptions options;
    options.print = [&](std::string_view text) { out += text; };
    python::Interpreter interpreter(std::move(options));
    interpreter.run_text("from string.templatelib import Interpolation, Template, convert\n"
                         "name, n, width = 'World', 3.14159, 5\n"
                         "def show(f):\n"
                         "    try:\n"
                         "        print(repr(f()))\n"
                         "    except Exception as e:\n"
                         "        print(type(e).__name__ + ':', e)\n" +
                             std::string(script),
                         "template.py", "__main__");
    return out;
}

} // namespace

TEST_CASE("template strings keep their text, and the values with what was written around them") {
    CHECK_EQ(printed("t = t'Hello {name!r:>10} and {n:.2f}!'\nprint(t.strings, t.values)\n"),
             "('Hello ', ' and ', '!') ('World', 3.14159)\n");
    CHECK_EQ(printed("i = t'a{name!r:>10}'.interpolations[0]\n"
                     "print(i.value, i.expression, i.conversion, i.format_spec)\n"),
             "World name r >10\n");
    CHECK_EQ(printed("print(t''.strings, t'{name}{n}'.strings, t'{{}}'.strings, rt'\\d{n}'.strings)\n"),
             "('',) ('', '', '') ('{}',) ('\\\\d', '')\n");
    CHECK_EQ(printed("t = t'{name=} {n=:.1f}'\nprint(t.strings, [i.conversion for i in t.interpolations])\n"),
             "('name=', ' n=', '') ['r', None]\n");
    CHECK_EQ(printed("print(t'{n:{width}.{width}}'.interpolations[0].format_spec)\n"), "5.5\n");
}

TEST_CASE("template strings iterate over what is not empty, join each other, and are no str") {
    CHECK_EQ(printed("print([p if isinstance(p, str) else p.value for p in t'{1}{2} x'])\n"),
             "[1, 2, ' x']\n");
    CHECK_EQ(printed("print((t'a{n}' + t'b{name}c').strings, (t'a{n}' t'b').strings)\n"),
             "('a', 'b', 'c') ('a', 'b')\n");
    CHECK_EQ(printed("print(isinstance(t'', str), t'a' == t'a', t'{t\"{name}\"}'.values[0].values)\n"),
             "False False ('World',)\n");
    CHECK_EQ(printed("show(lambda: t'a' + 'b')\n"),
             "TypeError: can only concatenate string.templatelib.Template (not \"str\") to "
             "string.templatelib.Template\n");
    CHECK_EQ(printed("show(lambda: eval(\"t'a' 'b'\"))\n"),
             "SyntaxError: cannot mix t-string literals with string or bytes literals (<string>, line 1)\n");
}

TEST_CASE("templates are made by hand, matched, rendered, and never changed") {
    CHECK_EQ(
        printed("print(Template('a', Interpolation(1, 'x'), Interpolation(2, 'y', 'r', '.1'), 'b', 'c'))\n"),
        "Template(strings=('a', '', 'bc'), interpolations=(Interpolation(1, 'x', None, ''), "
        "Interpolation(2, 'y', 'r', '.1')))\n");
    CHECK_EQ(printed("match t'{name}'.interpolations[0]:\n"
                     "    case Interpolation(value, expression):\n"
                     "        print(value, expression)\n"),
             "World name\n");
    CHECK_EQ(printed("print(''.join(p if isinstance(p, str) else format(convert(p.value, p.conversion), "
                     "p.format_spec) for p in t'Hello {name!r:>10} and {n:.2f}!'))\n"),
             "Hello    'World' and 3.14!\n");
    CHECK_EQ(printed("t = t'{name}'\nshow(lambda: setattr(t, 'strings', ()))\n"
                     "show(lambda: setattr(t.interpolations[0], 'value', 1))\nprint(t.strings, t.values)\n"),
             "AttributeError: readonly attribute\nAttributeError: readonly attribute\n"
             "('', '') ('World',)\n");
    CHECK_EQ(printed("show(lambda: Interpolation(1, 'x', 'z'))\nshow(lambda: Template(1))\n"),
             "ValueError: Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'\n"
             "TypeError: Template.__new__ *args need to be of type 'str' or 'Interpolation', got int\n");
}
