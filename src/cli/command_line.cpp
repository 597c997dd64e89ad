#include "cli/command_line.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "support/interrupt.hpp"
#include "support/log.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace limbeck::cli {

namespace {

struct Command {
    const char* name;
    int (*run)(Project&, const Arguments&);
    // Ctrl-C is answered with a rollback and a sentence; other commands just end.
    bool changes_database = false;
};

constexpr Command commands[] = {
    {"branches", branches},
    {"current", current},
    {"downgrade", downgrade, true},
    {"ensure_version", ensure_version, true},
    {"heads", heads},
    {"history", history},
    {"show", show},
    {"stamp", stamp, true},
    {"upgrade", upgrade, true},
};

// The exit statuses of the reference: -1 for what it reports as FAILED, 1 where it would end in a traceback.
constexpr int failed_status = 255;
constexpr int error_status = 1;

void print(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

// The place, the source text and the way out: what stands below an error's sentence.
void explain(const Error& error) {
    std::string text;
    if (!error.source_line().empty()) {
        text += fmt::format("    {}\n", error.source_line());
        if (error.place().column > 0) text += fmt::format("    {:>{}}\n", "^", error.place().column);
    }
    if (!error.hint().empty()) text += error.hint() + "\n";
    print(stderr, text);
}

int report_command_error(const CommandError& error, const Arguments& arguments) {
    log::get("alembic.util.messaging").error("{}", error.message());
    message("FAILED: " + error.message(), arguments.open.quiet);
    if (error.place().known()) print(stderr, error.place().to_string() + "\n");
    explain(error);
    return failed_status;
}

int report_interrupt(const Interrupted& error) {
    print(stderr, fmt::format("limbeck: {}\n", error.what()));
    explain(error);
    return error.exit_status();
}

int report_error(const Error& error) {
    print(stderr, fmt::format("limbeck: {}\n", error.what()));
    explain(error);
    return error_status;
}

int run_command(const Arguments& arguments) {
    for (const Command& command : commands) {
        if (arguments.command != command.name) continue;
        Project project = Project::open(arguments.open);
        if (command.changes_database && !arguments.sql) interrupt::install();
        return command.run(project, arguments);
    }
    throw Error(fmt::format("no such command: {}", arguments.command));
}

} // namespace

int run(int argc, char** argv) {
    Parsed parsed = parse_arguments(argc, argv);
    if (parsed.exit_status) {
        print(stdout, parsed.output);
        print(stderr, parsed.error);
        return *parsed.exit_status;
    }
    int status = error_status;
    try {
        status = run_command(parsed.arguments);
    } catch (const CommandError& error) {
        std::fflush(stdout);
        status = report_command_error(error, parsed.arguments);
    } catch (const Interrupted& error) {
        std::fflush(stdout);
        status = report_interrupt(error);
    } catch (const Error& error) {
        std::fflush(stdout);
        status = report_error(error);
    } catch (const std::exception& error) {
        std::fflush(stdout);
        print(stderr, fmt::format("limbeck: {}\n", error.what()));
    }
    // A full disk or a closed pipe shows when the last of the output is written.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        print(stderr, "limbeck: the output could not be written\n");
        if (status == 0) status = error_status;
    }
    return status;
}

} // namespace limbeck::cli
