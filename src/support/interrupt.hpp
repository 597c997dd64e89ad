// Ctrl-C as a request that is answered at the next good moment: a statement is cancelled, the transaction
// rolled back, the sentence printed. The handler itself only takes note.
#pragma once

#include "support/error.hpp"

namespace limbeck {

// Thrown where work stops because a signal asked for it. `signal` is SIGINT or SIGTERM.
class Interrupted : public Error {
  public:
    explicit Interrupted(int signal);

    int signal() const { return signal_; }
    // What a shell calls it: 128 + the signal.
    int exit_status() const { return 128 + signal_; }

  private:
    int signal_;
};

namespace interrupt {

// SIGINT and SIGTERM are noted from here on instead of ending the process. A second signal of the same kind,
// while the first is still unanswered, ends it at once. Called once, by the program; a library's caller may
// leave it.
void install();

// The signal that was noted, 0 where none was.
int requested();
// As if the signal had come: for tests and for callers that have a way of their own to stop.
void request(int signal);
// Forgets the request: the way back (rollback, the last read) must not be stopped by it again.
void clear();

// Throws Interrupted where a signal was noted.
void check();

// Sleeps, and wakes early (returning false) when a signal is noted.
bool sleep(double seconds);

// Readable once a signal is noted: for poll(). -1 before install().
int wake_descriptor();

} // namespace interrupt
} // namespace limbeck
