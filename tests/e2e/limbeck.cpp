#include "e2e/limbeck.hpp"

#include <cstdlib>

#include <doctest/doctest.h>

namespace limbeck::tests {

namespace fs = std::filesystem;

fs::path limbeck_binary() {
    if (const char* binary = std::getenv("LIMBECK_BINARY")) return binary;
    return source_root() / "build" / "limbeck";
}

ProjectCopy::ProjectCopy(const std::string& fixture) {
    if (!fixture.empty())
        fs::copy(source_root() / "fixtures" / fixture, scratch_.path(), fs::copy_options::recursive);
}

ProcessOptions ProjectCopy::options(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), limbeck_binary().string());
    return {.arguments = std::move(arguments), .directory = scratch_.path(), .environment = environment_};
}

ProcessResult ProjectCopy::run(std::vector<std::string> arguments) const {
    return run_process(options(std::move(arguments)));
}

std::string ProjectCopy::output(std::vector<std::string> arguments) const {
    std::string command = "limbeck";
    for (const std::string& argument : arguments) command += " " + argument;
    const ProcessResult result = run(std::move(arguments));
    INFO(command << "\n" << result.out << result.err);
    REQUIRE(result.status == 0);
    return result.out;
}

std::string sql_revision(const std::string& id, const std::string& parent, const std::string& upgrade,
                         const std::string& downgrade) {
    return "-- " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + parent +
           "\n-- Create Date: 2026-01-02 10:00:00\n\n-- upgrade\n" + upgrade + "\n\n-- downgrade\n" +
           downgrade + "\n";
}

} // namespace limbeck::tests
