#include "python/parser.hpp"

#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "python/ast_dump.hpp"
#include "python/syntax_error.hpp"
#include "support/file.hpp"

using namespace limbeck;
using namespace limbeck::python;
namespace fs = std::filesystem;

namespace {

fs::path trees() {
    if (const char* root = std::getenv("LIMBECK_SOURCE")) return fs::path(root) / "tests/python/trees";
    fs::path folder = fs::current_path();
    while (!fs::exists(folder / "tests/python/trees") && folder.has_relative_path())
        folder = folder.parent_path();
    return folder / "tests/python/trees";
}

std::string tree_of(const std::string& text) {
    return dump(*parse_module(text, "test.py"));
}

std::string refusal(const std::string& text, const Limits& limits = {}) {
    try {
        parse_module(text, "test.py", limits);
        return "";
    } catch (const SyntaxError& error) {
        return error.message();
    }
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

} // namespace

TEST_CASE("parser: the recorded trees") {
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(trees())) {
        if (entry.path().extension() != ".py") continue;
        CAPTURE(entry.path().filename().string());
        std::string expected = file::read(fs::path(entry.path()).replace_extension(".tree"));
        DumpOptions options;
        options.form = DumpOptions::Form::Python313;
        options.indent = 1;
        options.attributes = expected.find("lineno=") != std::string::npos;
        auto tree = parse_module(file::read(entry.path()), entry.path().filename().string());
        CHECK(dump(*tree, options) + "\n" == expected);
        ++compared;
    }
    CHECK(compared >= 9);
}

TEST_CASE("parser: a with statement's parenthesis belongs to the items or to an expression") {
    std::string items = "items=[withitem(context_expr=Name(id='a', ctx=Load())), "
                        "withitem(context_expr=Name(id='b', ctx=Load()))]";
    CHECK(tree_of("with (a, b): pass").find(items) != std::string::npos);
    CHECK(tree_of("with a, b: pass").find(items) != std::string::npos);
    CHECK(tree_of("with (a, b) as c: pass").find("context_expr=Tuple(") != std::string::npos);
    CHECK(tree_of("with (a, b).c: pass").find("context_expr=Attribute(value=Tuple(") != std::string::npos);
    CHECK(tree_of("with (a := b): pass").find("context_expr=NamedExpr(") != std::string::npos);
    CHECK(tree_of("with (*a, b): pass").find("context_expr=Tuple(elts=[Starred(") != std::string::npos);
    CHECK(tree_of("with (a for a in b): pass").find("context_expr=GeneratorExp(") != std::string::npos);
    CHECK(tree_of("with (): pass").find("context_expr=Tuple(elts=[]") != std::string::npos);
}

TEST_CASE("parser: soft keywords are names wherever they can be") {
    CHECK(tree_of("match = case = type = _ = 1").starts_with("Module(body=[Assign("));
    CHECK(tree_of("match(a)[b]").starts_with("Module(body=[Expr(value=Subscript("));
    CHECK(tree_of("match: int").starts_with("Module(body=[AnnAssign("));
    CHECK(tree_of("match (a):\n case b: pass").starts_with("Module(body=[Match("));
    CHECK(tree_of("type X = int").starts_with("Module(body=[TypeAlias("));
    CHECK(tree_of("type(X)").starts_with("Module(body=[Expr(value=Call("));
}

TEST_CASE("parser: one expression") {
    auto tree = parse_expression("  a + 1\n\n", "test.py");
    CHECK(tree->module == nullptr);
    CHECK(dump(*tree) ==
          "Expression(body=BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=Constant(value=1)))");
    CHECK_THROWS_AS(parse_expression("a = 1", "test.py"), SyntaxError);
    CHECK_THROWS_AS(parse_expression("", "test.py"), SyntaxError);
    CHECK_THROWS_AS(parse_expression("a\nb", "test.py"), SyntaxError);
}

TEST_CASE("parser: nesting has a bound, in whichever way it is made") {
    const std::string deep = "too many nested expressions or blocks";
    CHECK(refusal(repeated("-", 100000) + "1") == deep);
    CHECK(refusal(repeated("not ", 100000) + "1") == deep);
    CHECK(refusal(repeated("lambda:", 100000) + "1") == deep);
    CHECK(refusal(repeated("a + ", 100000) + "1") == deep);
    CHECK(refusal(repeated("a ** ", 100000) + "1") == deep);
    CHECK(refusal(repeated("a if b else ", 100000) + "c") == deep);
    CHECK(refusal("a" + repeated(".b", 100000)) == deep);
    CHECK(refusal("a" + repeated("()", 100000)) == deep);
    CHECK(refusal("a" + repeated("[0]", 100000)) == deep);
    CHECK(refusal("if a: pass\n" + repeated("elif a: pass\n", 100000)) == deep);
    CHECK(refusal("match x:\n case a" + repeated(".b", 100000) + ": pass\n") == deep);
    CHECK(refusal(repeated("(", 300)) == "too many nested parentheses");
    // Each of these takes a level of everything: sanitized frames are too large for the usual stack.
    Limits roomy;
    roomy.stack_bytes = 7u << 20;
    CHECK(refusal(repeated("f'{", 200), roomy) == "too many nested f-strings or t-strings");
    // What grows sideways has none.
    CHECK(refusal(repeated("a or ", 20000) + "b") == "");
    CHECK(refusal(repeated("a < ", 20000) + "b") == "");
    CHECK(refusal(repeated("'a' ", 20000)) == "");
    CHECK(refusal(repeated("f(a.b.c + 1)\n", 20000)) == "");
    CHECK(refusal(repeated("(", 190) + "a" + repeated(")", 190)) == "");
}

TEST_CASE("parser: the height of a finished subtree counts towards what is put on top of it") {
    std::string chain = "a" + repeated(".b", 60);
    Limits limits;
    limits.depth = 100;
    CHECK(refusal(chain, limits) == "");
    CHECK(refusal("(" + chain + ")" + repeated(".b", 60), limits) == "too many nested expressions or blocks");
    CHECK(refusal("[" + chain + ", " + chain + "]", limits) == "");
}

TEST_CASE("parser: a small stack is enough to be refused on") {
    Limits limits;
    limits.stack_bytes = 16 * 1024;
    CHECK(refusal(repeated("(", 190) + "a" + repeated(")", 190), limits) ==
          "too many nested expressions or blocks");
    CHECK(refusal("a = 1", limits) == "");
}
