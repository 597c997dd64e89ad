#include "cli/messages.hpp"

#include <doctest/doctest.h>

using limbeck::cli::format_message;

TEST_CASE("messages: without a terminal the text stands as it is") {
    CHECK(format_message("FAILED: a  b", 0) == "FAILED: a  b\n");
}

// The expected texts are those of Python 3.11's textwrap.wrap(text, width, initial_indent="  ",
// subsequent_indent="  ").
TEST_CASE("messages: on a terminal the text is indented and wrapped as the reference wraps it") {
    CHECK(format_message("FAILED: Can't locate revision identified by 'x'", 80) ==
          "  FAILED: Can't locate revision identified by 'x'\n");
    CHECK(format_message("FAILED: Can't locate revision identified by 'x'", 20) ==
          "  FAILED: Can't\n  locate revision\n  identified by 'x'\n");
    CHECK(format_message("foo-bar-baz a-b", 10) == "  foo-bar-\n  baz a-b\n");
    CHECK(format_message("path/to/file-name.py", 10) == "  path/to/\n  file-\n  name.py\n");
    CHECK(format_message("averyverylongword x", 10) == "  averyver\n  ylongwor\n  d x\n");
    CHECK(format_message("a\tb\nc", 40) == "  a       b c\n");
    CHECK(format_message("\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9", 5) == "  \xC3\xA9\xC3\xA9\n  \xC3\xA9\xC3\xA9\n");
}
