#include "support/process.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace limbeck::tests {

namespace {

// A file without a name; what a child writes to it cannot fill a pipe and stall it.
int memory_file(const char* name) {
    const int fd = memfd_create(name, MFD_CLOEXEC);
    if (fd < 0) throw std::runtime_error(std::string("memfd_create: ") + std::strerror(errno));
    return fd;
}

std::string contents(int fd) {
    std::string text;
    char buffer[65536];
    off_t at = 0;
    for (;;) {
        const ssize_t n = pread(fd, buffer, sizeof buffer, at);
        if (n <= 0) return text;
        text.append(buffer, static_cast<std::size_t>(n));
        at += n;
    }
}

bool leads_astray(std::string_view variable) {
    for (const std::string_view prefix : {"PG", "LIMBECK_", "ALEMBIC_", "DATABASE_URL=", "PYTHON"})
        if (variable.substr(0, prefix.size()) == prefix) return true;
    return false;
}

std::vector<std::string> environment_for(const std::map<std::string, std::string>& additions) {
    std::vector<std::string> result;
    for (char** variable = environ; *variable; ++variable) {
        const std::string_view text = *variable;
        const std::string name(text.substr(0, text.find('=')));
        if (!leads_astray(text) && !additions.count(name)) result.emplace_back(text);
    }
    for (const auto& [name, value] : additions) result.push_back(name + "=" + value);
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

} // namespace

Process::Process(ProcessOptions options) : options_(std::move(options)) {
    const int in = memory_file("stdin");
    out_ = memory_file("stdout");
    err_ = memory_file("stderr");
    if (write(in, options_.input.data(), options_.input.size()) !=
        static_cast<ssize_t>(options_.input.size()))
        throw std::runtime_error("cannot hand over the input");
    lseek(in, 0, SEEK_SET);

    // Everything the child needs is made before the fork: between fork and exec it only calls the kernel.
    std::vector<std::string> environment = environment_for(options_.environment);
    std::vector<char*> argv = pointers(options_.arguments);
    std::vector<char*> envp = pointers(environment);
    const std::string directory = options_.directory.string();

    start_ = std::chrono::steady_clock::now();
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error(std::string("fork: ") + std::strerror(errno));
    if (pid_ == 0) {
        setpgid(0, 0);
        if (!directory.empty() && chdir(directory.c_str()) != 0) _exit(126);
        dup2(in, 0);
        dup2(out_, 1);
        dup2(err_, 2);
        execvpe(argv[0], argv.data(), envp.data());
        _exit(127);
    }
    setpgid(pid_, pid_);
    close(in);
}

Process::~Process() {
    if (!ended_) {
        signal(SIGKILL);
        reap(true);
    }
    close(out_);
    close(err_);
}

void Process::signal(int number) {
    if (!ended_) ::kill(-pid_, number);
}

bool Process::reap(bool block) {
    if (ended_) return true;
    pid_t got;
    do got = waitpid(pid_, &wait_status_, block ? 0 : WNOHANG);
    while (got < 0 && errno == EINTR);
    ended_ = got == pid_;
    return ended_;
}

bool Process::ends_within(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!reap(false)) {
        if (std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

ProcessResult Process::wait() {
    const auto left = options_.timeout - (std::chrono::steady_clock::now() - start_);
    ProcessResult result;
    if (!ends_within(std::chrono::duration_cast<std::chrono::milliseconds>(left))) {
        result.timed_out = true;
        signal(SIGKILL);
        reap(true);
    }
    if (WIFEXITED(wait_status_)) result.status = WEXITSTATUS(wait_status_);
    if (WIFSIGNALED(wait_status_)) result.signal = WTERMSIG(wait_status_);
    result.out = contents(out_);
    result.err = contents(err_);
    return result;
}

std::string Process::out_so_far() const {
    return contents(out_);
}
std::string Process::err_so_far() const {
    return contents(err_);
}

bool Process::says(const std::string& text, std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    for (;;) {
        const bool ended = reap(false);
        if (err_so_far().find(text) != std::string::npos) return true;
        if (ended || std::chrono::steady_clock::now() >= until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

ProcessResult run_process(ProcessOptions options) {
    return Process(std::move(options)).wait();
}

bool eventually(const std::function<bool()>& condition) {
    for (int tries = 0; tries < 1200; ++tries) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

} // namespace limbeck::tests
