// Who shows people something while work is under way elsewhere lets that work catch up first.
//
// A run may be ahead of its database (database/posted.hpp). What it logs or a script prints must not stand on
// the screen when it turns out that a statement from before has failed.
#pragma once

#include <functional>

namespace limbeck::output {

// Called before something is written to standard output, standard error or a log: waits for the work of the
// innermost CatchUp of this thread. Throws what that throws.
void before_write();

// As long as this lives, what is written waits for `wait`.
class CatchUp {
  public:
    explicit CatchUp(std::function<void()> wait);
    ~CatchUp();
    CatchUp(const CatchUp&) = delete;
    CatchUp& operator=(const CatchUp&) = delete;

  private:
    friend void before_write();

    std::function<void()> wait_;
    CatchUp* outer_;
};

} // namespace limbeck::output
