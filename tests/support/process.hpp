// Runs a program as a person would, and keeps what it said. For tests of the real binary.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace limbeck::tests {

struct ProcessResult {
    // The exit status, or -1 where a signal ended it.
    int status = -1;
    // The signal that ended it, 0 where none did.
    int signal = 0;
    // It was still running when its time was over, and was killed.
    bool timed_out = false;
    std::string out;
    std::string err;
};

struct ProcessOptions {
    std::vector<std::string> arguments; // the program first, looked up in PATH where it has no slash
    std::filesystem::path directory;    // empty: the current one
    // On top of the test's own environment, from which everything that could lead a program to somebody's
    // database or settings (PG*, LIMBECK_*, ALEMBIC_*, DATABASE_URL, PYTHON*) has been taken.
    std::map<std::string, std::string> environment;
    std::string input;
    std::chrono::seconds timeout{120};
};

class Process {
  public:
    // Starts it, in a process group of its own. Throws std::runtime_error where that fails.
    explicit Process(ProcessOptions options);
    // Kills what still runs.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t pid() const { return pid_; }
    // To the process group, as a terminal sends Ctrl-C. Nothing where it has ended.
    void signal(int number);
    // Whether it ends within that time; it can be waited for again.
    bool ends_within(std::chrono::milliseconds time);
    // Until it ends or its time is over.
    ProcessResult wait();
    // What it has said so far.
    std::string out_so_far() const;
    std::string err_so_far() const;
    // Until `text` stands in what it said on standard error, it ends or `time` is over: whether it does.
    bool says(const std::string& text, std::chrono::milliseconds time = std::chrono::seconds(60));

  private:
    bool reap(bool block);

    ProcessOptions options_;
    pid_t pid_ = -1;
    int out_ = -1;
    int err_ = -1;
    bool ended_ = false;
    int wait_status_ = 0;
    std::chrono::steady_clock::time_point start_;
};

// Starts, waits, gives the result.
ProcessResult run_process(ProcessOptions options);

// Asks again and again until it holds, a minute at most: whether it does.
bool eventually(const std::function<bool()>& condition);

} // namespace limbeck::tests
