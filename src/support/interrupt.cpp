#include "support/interrupt.hpp"

#include <atomic>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace limbeck {

namespace {

volatile std::sig_atomic_t noted = 0;
int wake_pipe[2] = {-1, -1};

extern "C" void note_signal(int signal) {
    if (noted == signal) {
        // Asked twice: what is in the way (a server that does not answer) is not waited for any longer.
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    noted = signal;
    if (wake_pipe[1] >= 0) {
        int saved = errno;
        [[maybe_unused]] ssize_t written = ::write(wake_pipe[1], "!", 1);
        errno = saved;
    }
}

} // namespace

Interrupted::Interrupted(int signal)
    : Error(signal == SIGTERM ? "Stopped by a request to terminate" : "Stopped by Ctrl-C"), signal_(signal) {}

namespace interrupt {

void install() {
    if (wake_pipe[0] < 0 && ::pipe(wake_pipe) == 0) {
        for (int descriptor : wake_pipe) {
            ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        }
    }
    struct sigaction action = {};
    action.sa_handler = note_signal;
    sigemptyset(&action.sa_mask);
    for (int signal : {SIGINT, SIGTERM}) {
        struct sigaction before = {};
        ::sigaction(signal, nullptr, &before);
        // A parent that has us ignore it (nohup) is obeyed.
        if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
    }
}

int requested() {
    return noted;
}

void request(int signal) {
    note_signal(signal);
}

void clear() {
    noted = 0;
    char drop[16];
    while (wake_pipe[0] >= 0 && ::read(wake_pipe[0], drop, sizeof drop) > 0) {
    }
}

void check() {
    if (noted) throw Interrupted(noted);
}

bool sleep(double seconds) {
    if (noted) return false;
    struct pollfd wake = {wake_pipe[0], POLLIN, 0};
    ::poll(&wake, wake_pipe[0] >= 0 ? 1 : 0, static_cast<int>(std::ceil(seconds * 1000)));
    return !noted;
}

int wake_descriptor() {
    return wake_pipe[0];
}

} // namespace interrupt
} // namespace limbeck
