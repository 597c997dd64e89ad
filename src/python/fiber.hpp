// Small stacks of their own: generators run on one, so that `yield` may stand anywhere.
//
// ucontext switches them. Below every stack lies a page that must not be touched; the C++ runtime's record of
// the exceptions being handled, which is kept per thread, is saved and restored around every switch;
// AddressSanitizer is told of switches. Memory of a stack is only taken by pages that were used, and stacks
// are kept for reuse.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace limbeck::python {

class Fiber {
  public:
    // Nothing runs until the first resume().
    Fiber(std::function<void()> body, std::size_t stack_size);
    // The body must have ended, or never have begun.
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    // Runs the body until it suspends or ends. What it throws is thrown here.
    void resume();
    // Called by the body: goes back to whoever resumed it.
    void suspend();

    bool started() const;
    bool done() const;
    // The lowest address that code on this stack should use: some room is left below it for handlers.
    char* soft_limit() const;

    struct State;

  private:
    std::unique_ptr<State> state_;
};

// Stacks for script code: deep recursion in a debug or sanitizer build needs room, pages are taken when used.
constexpr std::size_t generator_stack_size = std::size_t{16} << 20;
constexpr std::size_t main_stack_size = std::size_t{512} << 20;

// Frees the stacks kept for reuse on this thread.
void release_spare_stacks() noexcept;

} // namespace limbeck::python
