#include "support/process.hpp"
#include "support/scratch.hpp"

#include <csignal>

#include <doctest/doctest.h>

using namespace limbeck::tests;

TEST_CASE("process: status, output and input") {
    const auto result =
        run_process({.arguments = {"sh", "-c", "cat; echo bad >&2; exit 3"}, .input = "hello"});
    CHECK(result.status == 3);
    CHECK(result.out == "hello");
    CHECK(result.err == "bad\n");
    CHECK(run_process({.arguments = {"no-such-program"}}).status == 127);
}

TEST_CASE("process: environment and directory") {
    Scratch scratch;
    setenv("PGHOST", "somebody.example", 1);
    const auto result = run_process({.arguments = {"sh", "-c", "echo \"$PGHOST|$MINE|$PWD\""},
                                     .directory = scratch.path(),
                                     .environment = {{"MINE", "yes"}}});
    unsetenv("PGHOST");
    CHECK(result.out == "|yes|" + scratch.path().string() + "\n");
}

TEST_CASE("process: signals and time-outs") {
    Process process({.arguments = {"sh", "-c", "echo ready >&2; sleep 60"}});
    CHECK(process.says("ready"));
    CHECK_FALSE(process.says("never", std::chrono::milliseconds(5)));
    process.signal(SIGTERM);
    CHECK(process.wait().signal == SIGTERM);

    const auto result = run_process({.arguments = {"sleep", "60"}, .timeout = std::chrono::seconds(0)});
    CHECK(result.timed_out);
    CHECK(result.signal == SIGKILL);
}
