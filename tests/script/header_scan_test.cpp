#include "script/header.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace limbeck::script;
using Kind = HeaderValue::Kind;

namespace {

using Items = std::vector<std::string>;

HeaderValue revision(std::string_view source) {
    return scan_header(source).revision;
}
HeaderValue down(std::string_view source) {
    return scan_header(source).down_revision;
}

void check_text(const HeaderValue& value, const std::string& text) {
    CHECK(value.kind == Kind::Text);
    CHECK(value.items == Items{text});
}

void check_items(const HeaderValue& value, const Items& items) {
    CHECK(value.kind == Kind::Sequence);
    CHECK(value.items == items);
}

} // namespace

TEST_CASE("a header as the reference's template writes it") {
    Header header = scan_header("\"\"\"create users\n\nRevision ID: ae1027a6acf\nRevises: \n\"\"\"\n"
                                "from typing import Sequence, Union\n\nfrom alembic import op\n\n"
                                "# revision identifiers, used by Alembic.\n"
                                "revision: str = 'ae1027a6acf'\n"
                                "down_revision: Union[str, Sequence[str], None] = None\n"
                                "branch_labels: Union[str, Sequence[str], None] = ('a', 'b')\n"
                                "depends_on: Union[str, Sequence[str], None] = [\"c\"]\n\n"
                                "def upgrade() -> None:\n    revision = 'wrong'\n");
    check_text(header.revision, "ae1027a6acf");
    CHECK(header.revision.line == 11);
    CHECK(header.revision.column == 1);
    CHECK(header.down_revision.kind == Kind::None);
    check_items(header.branch_labels, {"a", "b"});
    check_items(header.depends_on, {"c"});
    CHECK(header.depends_on.line == 14);
    check_text(header.docstring, "create users\n\nRevision ID: ae1027a6acf\nRevises: \n");
    CHECK(header.is_literal());
}

TEST_CASE("literals in every spelling") {
    check_text(revision("revision='a'"), "a");
    check_text(revision("revision = \"it's\""), "it's");
    check_text(revision("revision = '''a\nb'''"), "a\nb");
    check_text(revision("revision = u'a' R'\\b' \"\\x63\""), "a\\bc");
    check_text(revision("revision = ('a'  # one\n  'b')\n"), "ab");
    check_text(revision("revision = \\\n    'a'\n"), "a");
    check_text(revision("revision = (('a'))"), "a");
    check_text(revision("revision = 'a'; down_revision = 'b'"), "a");
    check_text(down("revision = 'a'; down_revision = 'b'"), "b");
    check_text(down("revision = down_revision = 'b'"), "b");
    check_text(down("revision, down_revision = 'a', 'b'"), "b");
    check_text(down("(revision, down_revision) = ('a', 'b')"), "b");
    check_text(revision("revision = '\\N{LATIN SMALL LETTER A}'"), "a");
    check_items(down("down_revision = ('a',)"), {"a"});
    check_items(down("down_revision = 'a', 'b'"), {"a", "b"});
    check_items(down("down_revision = ['a', 'b', ]"), {"a", "b"});
    check_items(down("down_revision = {'a'}"), {"a"});
    check_items(down("down_revision = (\n    'a',  # the one, and (\n    'b'\n    'c',\n)"), {"a", "bc"});
    check_items(down("down_revision = ()"), {});
    CHECK(down("down_revision = (None)").kind == Kind::None);
    CHECK(down("down_revision = (None,)").kind == Kind::None);
    CHECK(down("revision = 'a'").kind == Kind::Absent);
}

TEST_CASE("the last assignment of the top level counts") {
    check_text(revision("revision = 'a'\nrevision = 'b'\n"), "b");
    check_text(revision("import os\n\ndef f():\n    pass\nrevision = 'late'\n"), "late");
    check_text(revision("revision: str\nrevision = 'a'\n"), "a");
    check_text(revision("revision = 'a'\nrevision: str\n"), "a");
    check_text(revision("if True:\n    revision = 'x'\nrevision = 'a'\n"), "a");
}

TEST_CASE("what only looks like an assignment") {
    for (const char* source : {
             "# revision = 'x'\n",
             "\"\"\"\nrevision = 'x'\n\"\"\"\n",
             "text = '''\nrevision = 'x'\n'''\n",
             "text = 'a \\\nrevision = 1'\n",
             "def f():\n    revision = 'x'\n",
             "def f(revision='x'): pass\n",
             "class A:\n    revision = 'x'\n",
             "class A:\n\trevision = 'x'\n",
             "f(revision='x')\n",
             "f(\nrevision='x')\n",
             "x.revision = 'x'\n",
             "x[revision] = 'x'\n",
             "revision == 'x'\n",
             "revisions = 'x'\n",
             "my_revision = 'x'\n",
             "import alembic.revision\n",
             "from revision import x\n",
             "from a import revision as r\n",
             "async def f():\n  revision = 'x'\n",
             "if a:\n  def f():\n    revision = 'x'\n  b = 1\n",
         }) {
        INFO(source);
        CHECK(revision(source).kind == Kind::Absent);
    }
}

TEST_CASE("a header that only running the file can tell") {
    for (const char* source : {
             "revision = OTHER\n",
             "revision = f'{x}'\n",
             "revision = b'x'\n",
             "revision = 'a' + 'b'\n",
             "revision = 'a'.lower()\n",
             "revision = __file__[:5]\n",
             "revision = 12\n",
             "revision = {'a': 1}\n",
             "revision = ('a', None)\n",
             "revision = ['a', ['b']]\n",
             "revision = 'a' if x else 'b'\n",
             "revision = 'a' 'b' c\n",
             "revision += 'x'\n",
             "revision, other = f()\n",
             "print(revision := 'x')\n",
             "if x:\n    revision = 'a'\n",
             "if x: revision = 'a'\n",
             "try:\n  revision = 'a'\nexcept E:\n  pass\n",
             "with f() as revision: pass\n",
             "for revision in x: pass\n",
             "import revision\n",
             "from a import revision\n",
             "from a import b as revision\n",
             "from a import (\n  b,\n  revision,\n)\n",
             "def revision(): pass\n",
             "class revision: pass\n",
             "revision = 'a'\ndel revision\n",
         }) {
        INFO(source);
        HeaderValue value = revision(source);
        CHECK(value.kind == Kind::NotLiteral);
        CHECK(value.line > 0);
        CHECK_FALSE(value.source.empty());
    }
    Header header = scan_header("x = 1\n  \nrevision = 'a'\ndown_revision = other(1,\n  2)\n");
    CHECK_FALSE(header.is_literal());
    CHECK(header.down_revision.line == 4);
    CHECK(header.down_revision.source == "down_revision = other(1,");
}

TEST_CASE("docstrings") {
    auto doc = [](std::string_view source) { return scan_header(source).docstring; };
    check_text(doc("'one'\n"), "one");
    check_text(doc("# coding: utf-8\n\n\n\"\"\"two\n\"\"\"\n"), "two\n");
    check_text(doc("u'a' \"b\"\n"), "ab");
    check_text(doc("('a'\n 'b')\n"), "ab");
    check_text(doc("'a'; x = 1\n"), "a");
    check_text(doc("r'''\\n'''\n"), "\\n");
    check_text(doc("'''tab\\tnew\\\nline \\u00e9'''"), "tab\tnewline \u00e9");
    check_text(doc("'a'\n__doc__ = 'b'\n"), "b");
    CHECK(doc("b'a'\n").kind == Kind::Absent);
    CHECK(doc("f'a'\n").kind == Kind::Absent);
    CHECK(doc("'a' % 1\n").kind == Kind::Absent);
    CHECK(doc("'a', 'b'\n").kind == Kind::Absent);
    CHECK(doc("x = 1\n'a'\n").kind == Kind::Absent);
    CHECK(doc("").kind == Kind::Absent);
    CHECK(doc("'a'\n__doc__ = f()\n").kind == Kind::NotLiteral);
}

TEST_CASE("files that are hard to walk through") {
    // Prefixes, escapes and quotes of strings before the header.
    check_text(revision("x = 'it\\'s'\ny = r'\\'\nz = \"\"\"a\\\"\"\"b\"\"\"\nrevision = 'a'\n"), "a");
    check_text(revision("x = {'a': ['(', \")\"]}  # [\nrevision = 'a'\n"), "a");
    check_text(revision("\frevision = 'a'\n"), "a");
    check_text(revision("if x:\n\f\n  pass\n\frevision = 'a'\n"), "a");
    check_text(revision("x = 'no end\nrevision = 'a'\n"), "a");
    CHECK(revision("x = (\nrevision = 'a'\n").kind == Kind::Absent);
    CHECK(revision("revision = 'no end").kind == Kind::Text);
    CHECK(revision("revision =").kind == Kind::NotLiteral);
    CHECK(revision("revision = (((((((((((((((((((((((((((((((((((((((((((((((((((((").kind ==
          Kind::NotLiteral);
    // A header in the middle of ten megabytes.
    std::string filler;
    while (filler.size() < 5'000'000) filler += "x = {'revision': [\"\"\"\nrevision = 'no'\n\"\"\"]}\n";
    Header header = scan_header(filler + "revision = 'middle'\ndown_revision = None\n" + filler);
    check_text(header.revision, "middle");
    CHECK(header.down_revision.kind == Kind::None);
}
