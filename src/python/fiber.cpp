#include "python/fiber.hpp"

#include "python/heap.hpp"

#include <cxxabi.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#define LIMBECK_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMBECK_ASAN 1
#endif
#endif
#ifdef LIMBECK_ASAN
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

namespace limbeck::python {

namespace {

// What a stack is counted as: the pages that a body of usual depth touches. Those beyond are never used.
constexpr std::size_t stack_cost = 32 << 10;

struct Stack {
    char* base = nullptr; // the guard page
    std::size_t size = 0; // without it
};

std::size_t page_size() {
    static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return size;
}

class SpareStacks {
  public:
    ~SpareStacks() { clear(); }

    Stack take(std::size_t size) {
        for (std::size_t at = 0; at < spare_.size(); ++at) {
            if (spare_[at].size != size) continue;
            Stack found = spare_[at];
            spare_[at] = spare_.back();
            spare_.pop_back();
            return found;
        }
        void* memory = mmap(nullptr, size + page_size(), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc();
        mprotect(memory, page_size(), PROT_NONE);
        return {static_cast<char*>(memory), size};
    }

    // `unwound`: no frame of what ran there is left.
    void give_back(Stack stack, bool unwound) noexcept {
#ifdef LIMBECK_ASAN
        if (!unwound) __asan_unpoison_memory_region(stack.base + page_size(), stack.size);
#else
        (void)unwound;
#endif
        if (spare_.size() < 16)
            spare_.push_back(stack);
        else
            munmap(stack.base, stack.size + page_size());
    }

    void clear() noexcept {
        for (Stack stack : spare_) munmap(stack.base, stack.size + page_size());
        spare_.clear();
    }

  private:
    std::vector<Stack> spare_;
};

thread_local SpareStacks spare_stacks;

// What the C++ runtime keeps per thread: exceptions being handled, and how many are in flight.
struct ExceptionGlobals {
    void* caught = nullptr;
    unsigned int uncaught = 0;
};

ExceptionGlobals& exception_globals() {
    return *reinterpret_cast<ExceptionGlobals*>(abi::__cxa_get_globals());
}

} // namespace

struct Fiber::State {
    std::function<void()> body;
    Stack stack;
    ucontext_t own{};
    ucontext_t outside{};
    ExceptionGlobals own_exceptions;
    ExceptionGlobals outside_exceptions;
    std::exception_ptr failure;
    bool started = false;
    bool done = false;
    void* own_fake_stack = nullptr;
    void* outside_fake_stack = nullptr;
    const void* outside_bottom = nullptr;
    std::size_t outside_size = 0;

    char* bottom() const { return stack.base + page_size(); }

    void enter() {
        outside_exceptions = exception_globals();
        exception_globals() = own_exceptions;
#ifdef LIMBECK_ASAN
        __sanitizer_start_switch_fiber(&outside_fake_stack, bottom(), stack.size);
#endif
        swapcontext(&outside, &own);
#ifdef LIMBECK_ASAN
        __sanitizer_finish_switch_fiber(outside_fake_stack, nullptr, nullptr);
#endif
        own_exceptions = exception_globals();
        exception_globals() = outside_exceptions;
    }

    void leave(bool for_ever) {
#ifdef LIMBECK_ASAN
        __sanitizer_start_switch_fiber(for_ever ? nullptr : &own_fake_stack, outside_bottom, outside_size);
#else
        (void)for_ever;
#endif
        swapcontext(&own, &outside);
        arrive();
    }

    void arrive() {
#ifdef LIMBECK_ASAN
        __sanitizer_finish_switch_fiber(own_fake_stack, &outside_bottom, &outside_size);
#endif
    }

    static void run(unsigned int high, unsigned int low) {
        auto address = static_cast<std::uintptr_t>(high) << 32 | low;
        auto* self = reinterpret_cast<State*>(address);
        self->arrive();
        try {
            self->body();
        } catch (...) {
            self->failure = std::current_exception();
        }
        self->done = true;
        self->leave(true);
    }
};

Fiber::Fiber(std::function<void()> body, std::size_t stack_size) : state_(std::make_unique<State>()) {
    charge(stack_cost);
    state_->body = std::move(body);
    state_->stack = spare_stacks.take(stack_size);
}

Fiber::~Fiber() {
    if (!state_->stack.base) return;
    spare_stacks.give_back(state_->stack, state_->done || !state_->started);
    discharge(stack_cost);
}

void Fiber::resume() {
    State& state = *state_;
    if (!state.started) {
        state.started = true;
        getcontext(&state.own);
        state.own.uc_stack.ss_sp = state.bottom();
        state.own.uc_stack.ss_size = state.stack.size;
        state.own.uc_link = nullptr;
        auto address = reinterpret_cast<std::uintptr_t>(&state);
        makecontext(&state.own, reinterpret_cast<void (*)()>(&State::run), 2,
                    static_cast<unsigned int>(address >> 32), static_cast<unsigned int>(address));
    }
    state.enter();
    if (state.done && state.failure) std::rethrow_exception(std::exchange(state.failure, nullptr));
}

void Fiber::suspend() {
    state_->leave(false);
}
bool Fiber::started() const {
    return state_->started;
}
bool Fiber::done() const {
    return state_->done;
}

char* Fiber::soft_limit() const {
    constexpr std::size_t room = std::size_t{512} << 10;
    return state_->bottom() + room;
}

void release_spare_stacks() noexcept {
    spare_stacks.clear();
}

} // namespace limbeck::python
