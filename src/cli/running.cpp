#include "cli/running.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <unistd.h>

namespace limbeck::cli {

namespace {

// One line per revision: "[3/17] ae1027a6acf add a column … 0.12 s". The line is written before the step, so
// that a long one is seen to be under way, and completed after it.
void show_progress(const Progress& progress) {
    std::string text;
    if (!progress.finished)
        text = fmt::format("[{}/{}] {} {}{}{} ... ", progress.number, progress.total,
                           progress.upgrade ? "upgrade" : "downgrade", progress.id,
                           progress.title.empty() ? "" : " ", progress.title);
    else
        text = fmt::format("{:.2f} s\n", progress.seconds);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace

RunOptions run_options(const Arguments& arguments) {
    RunOptions options;
    options.sql = arguments.sql;
    options.tag = arguments.tag;
    options.purge = arguments.purge;
    options.lock_timeout = arguments.lock_timeout;
    options.output = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
    options.on_notice = [](std::string_view text) {
        std::fwrite(text.data(), 1, text.size(), stderr);
        std::fputc('\n', stderr);
    };
    // A log file or a pipe gets plain log lines; only a person watching gets the progress.
    if (!arguments.sql && !arguments.open.quiet && ::isatty(STDERR_FILENO) != 0)
        options.on_progress = show_progress;
    return options;
}

} // namespace limbeck::cli
