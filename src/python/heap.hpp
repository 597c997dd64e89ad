// The heap of one interpreter: what it has allocated, how much that may be, and which objects may stand in
// cycles.
//
// Reference counts free almost everything. Containers are linked into a list, so that the interpreter's end
// can break whatever cycles are left: every container drops its references (clear()), then all counts fall to
// zero. Until then the memory limit bounds what cycles hold.
#pragma once

#include "python/object.hpp"

#include <cstdint>
#include <vector>

namespace limbeck::python {

class Heap {
  public:
    ~Heap();

    // 0: no limit.
    void set_limit(std::uint64_t bytes) { limit_ = bytes; }
    std::uint64_t used() const { return used_; }
    // Counts bytes; throws LimitError where the limit is passed.
    void charge(std::size_t bytes) {
        used_ += bytes;
        if (limit_ && used_ > limit_) refuse(bytes);
    }
    // Counts one object; the limit is looked at when a step is counted or something is charged, since objects
    // under construction cannot fail.
    void count_object() noexcept { used_ += object_size; }
    // Throws LimitError where the limit has been passed.
    void check() {
        if (limit_ && used_ > limit_) refuse(0);
    }
    static constexpr std::size_t object_size = 96;
    void discharge(std::size_t bytes) noexcept { used_ -= bytes < used_ ? bytes : used_; }
    // Throws LimitError where that many more bytes would pass the limit; for what is big and made in one go.
    void foresee(std::uint64_t bytes) const;

    void link(Container* container) noexcept;
    void unlink(Container* container) noexcept;
    // Breaks every cycle and frees what is left.
    void clear_all() noexcept;

    // Destroys an object whose count has fallen to zero, and then, one after the other, what that leaves
    // unreferenced.
    void destroy(Object* object) noexcept;

    // The heap of the interpreter that runs on this thread; nullptr where none does.
    static Heap* current() noexcept;
    static void make_current(Heap* heap) noexcept;

  private:
    [[noreturn]] void refuse(std::size_t bytes);

    std::uint64_t used_ = 0;
    std::uint64_t limit_ = 0;
    Container* first_ = nullptr;
    bool destroying_ = false;
    std::vector<Object*> doomed_;
};

// Charges the current heap, where there is one.
void charge(std::size_t bytes);
void discharge(std::size_t bytes) noexcept;

} // namespace limbeck::python
