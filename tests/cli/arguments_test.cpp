#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace limbeck::cli;

namespace {

Parsed parse(std::initializer_list<const char*> words) {
    std::vector<const char*> argv = {"/usr/bin/limbeck"};
    argv.insert(argv.end(), words.begin(), words.end());
    return parse_arguments(static_cast<int>(argv.size()), argv.data());
}

} // namespace

TEST_CASE("arguments: relative targets are values, not options") {
    CHECK(parse({"downgrade", "-1"}).arguments.revisions == std::vector<std::string>{"-1"});
    CHECK(parse({"upgrade", "+2"}).arguments.revisions == std::vector<std::string>{"+2"});
    CHECK(parse({"downgrade", "--sql", "head:-1"}).arguments.revisions ==
          std::vector<std::string>{"head:-1"});
    CHECK(parse({"history", "-r-3:"}).arguments.rev_range == "-3:");
    CHECK(parse({"history", "--rev-range=-3:current"}).arguments.rev_range == "-3:current");
}

TEST_CASE("arguments: global options stand before the command, -c means another thing behind current") {
    Parsed parsed = parse({"-c", "a.ini", "-c", "pyproject.toml", "-x", "a=1", "-x", "b", "-n", "other", "-q",
                           "--raiseerr", "--max-steps", "5000", "--url", "sqlite://", "current", "-c", "-v"});
    REQUIRE_FALSE(parsed.exit_status);
    const Arguments& arguments = parsed.arguments;
    CHECK(arguments.open.config_files == std::vector<std::string>{"a.ini", "pyproject.toml"});
    CHECK(arguments.open.x_arguments == std::vector<std::string>{"a=1", "b"});
    CHECK(arguments.open.section == "other");
    CHECK(arguments.open.quiet);
    CHECK(arguments.raise_errors);
    CHECK(arguments.open.max_steps == 5000);
    CHECK(arguments.open.url == "sqlite://");
    CHECK(arguments.command == "current");
    CHECK(arguments.check_heads);
    CHECK(arguments.verbose);
}

TEST_CASE("arguments: stamp takes several revisions") {
    Parsed parsed = parse({"stamp", "--purge", "a", "b@head", "heads"});
    CHECK(parsed.arguments.revisions == std::vector<std::string>{"a", "b@head", "heads"});
    CHECK(parsed.arguments.purge);
}

TEST_CASE("arguments: long options may be shortened while they are unambiguous") {
    CHECK(parse({"downgrade", "--sq", "x"}).arguments.sql);
    CHECK(parse({"history", "--rev=a:b"}).arguments.rev_range == "a:b");
    CHECK(parse({"--conf", "x.ini", "heads", "--res"}).arguments.resolve_dependencies);
    Parsed ambiguous = parse({"history", "--"});
    CHECK_FALSE(ambiguous.exit_status); // "--" ends the options
    CHECK(parse({"upgrade", "--t", "tag", "head"}).arguments.tag == "tag");
}

TEST_CASE("arguments: formats are those the report has") {
    CHECK(parse({"history", "--format", "mermaid"}).arguments.format == Format::mermaid);
    CHECK(parse({"heads", "--format=json"}).arguments.format == Format::json);
    CHECK(parse({"heads", "--format", "dot"}).exit_status == 2);
    CHECK(parse({"history", "--format", "xml"}).exit_status == 2);
}

TEST_CASE("arguments: wrong use is status 2 and a sentence on standard error") {
    for (auto words : {std::initializer_list<const char*>{},
                       {"frobnicate"},
                       {"upgrade"},
                       {"upgrade", "a", "b"},
                       {"stamp"},
                       {"heads", "--nonsense"},
                       {"upgrade", "--lock-timeout", "-1", "head"},
                       {"upgrade", "--lock-timeout", "soon", "head"},
                       {"--max-steps", "-1", "heads"},
                       {"--max-steps", "many", "heads"}}) {
        Parsed parsed = parse(words);
        CHECK(parsed.exit_status == 2);
        CHECK(parsed.output.empty());
        CHECK(parsed.error.starts_with("limbeck"));
        CHECK(parsed.error.find("error: ") != std::string::npos);
    }
}

TEST_CASE("arguments: help and version go to standard output with status 0") {
    Parsed version = parse({"--version"});
    CHECK(version.exit_status == 0);
    CHECK(version.output == "limbeck " LIMBECK_VERSION "\n");
    Parsed help = parse({"upgrade", "--help"});
    CHECK(help.exit_status == 0);
    CHECK(help.output.find("--lock-timeout") != std::string::npos);
    CHECK(help.error.empty());
}
