#include "python/ast_dump.hpp"

#include <doctest/doctest.h>

using namespace limbeck::python;

namespace {

std::string dumped(const std::string& text, const DumpOptions& options = {}) {
    return dump(*parse_module(text, "test.py"), options);
}

} // namespace

TEST_CASE("dump: the forms of 3.11 and 3.13") {
    DumpOptions newer;
    newer.form = DumpOptions::Form::Python313;
    CHECK(dumped("def f(): pass") == "Module(body=[FunctionDef(name='f', args=arguments(posonlyargs=[], "
                                     "args=[], kwonlyargs=[], kw_defaults=[], "
                                     "defaults=[]), body=[Pass()], decorator_list=[])], type_ignores=[])");
    CHECK(dumped("def f(): pass", newer) ==
          "Module(body=[FunctionDef(name='f', args=arguments(), body=[Pass()])])");
    CHECK(dumped("", newer) == "Module()");
}

TEST_CASE("dump: indented, short nodes stay on their line") {
    DumpOptions options;
    options.indent = 2;
    CHECK(dumped("a.b", options) ==
          "Module(\n  body=[\n    Expr(\n      value=Attribute(\n        value=Name(id='a', "
          "ctx=Load()),\n        attr='b',\n        ctx=Load()))],\n  type_ignores=[])");
}

TEST_CASE("dump: positions inside f-strings are those of the version asked for") {
    DumpOptions options;
    options.attributes = true;
    std::string old = dumped("f'{a, b}'", options);
    CHECK(old.find(
              "ctx=Load(), lineno=1, col_offset=2, end_lineno=1, end_col_offset=8), conversion=-1, lineno=1, "
              "col_offset=0, end_lineno=1, end_col_offset=9)") != std::string::npos);
    options.form = DumpOptions::Form::Python313;
    std::string newer = dumped("f'{a, b}'", options);
    CHECK(newer.find(
              "ctx=Load(), lineno=1, col_offset=3, end_lineno=1, end_col_offset=7), conversion=-1, lineno=1, "
              "col_offset=2, end_lineno=1, end_col_offset=8)") != std::string::npos);
}

TEST_CASE("dump: values as repr shows them") {
    auto value = [](const std::string& text) {
        std::string out = dumped(text);
        std::size_t start = out.find("value=Constant(value=") + 21;
        return out.substr(start, out.rfind("))], type_ignores") - start);
    };
    CHECK(value("1e16") == "1e+16");
    CHECK(value("1e15") == "1000000000000000.0");
    CHECK(value("0.0001") == "0.0001");
    CHECK(value("0.00001234") == "1.234e-05");
    CHECK(value("1e999") == "inf");
    CHECK(value("1e999j") == "infj");
    CHECK(value("5e-324") == "5e-324");
    CHECK(value("3j") == "3j");
    CHECK(value("9223372036854775807") == "9223372036854775807");
    CHECK(value("9223372036854775808") == "9223372036854775808");
    CHECK(value("0x1_0000_0000_0000_0000_0000") == "1208925819614629174706176");
    CHECK(value("'it\\'s'") == "\"it's\"");
    CHECK(value("'\"\\''") == "'\"\\''");
    CHECK(value("'\\ud800\\xa0\\x7f\\U000e0001é'") == "'\\ud800\\xa0\\x7f\\U000e0001é'");
    CHECK(value("b'\\xff\\t\\'\"'") == "b'\\xff\\t\\'\"'");
    CHECK(value("u'a'") == "'a', kind='u'");
    CHECK(value("...") == "Ellipsis");
}
