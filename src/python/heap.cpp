#include "python/heap.hpp"

#include "python/exceptions.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

thread_local Heap* current_heap = nullptr;

} // namespace

Heap* Heap::current() noexcept {
    return current_heap;
}
void Heap::make_current(Heap* heap) noexcept {
    current_heap = heap;
}

Heap::~Heap() {
    if (current_heap == this) current_heap = nullptr;
}

void charge(std::size_t bytes) {
    if (current_heap) current_heap->charge(bytes);
}

void discharge(std::size_t bytes) noexcept {
    if (current_heap) current_heap->discharge(bytes);
}

void Heap::refuse(std::size_t bytes) {
    used_ -= bytes;
    throw LimitError(fmt::format("the script needs more memory than the limit of {} MB", limit_ >> 20));
}

void Heap::foresee(std::uint64_t bytes) const {
    if (limit_ && (bytes > limit_ || used_ + bytes > limit_))
        throw LimitError(fmt::format("the script needs more memory than the limit of {} MB", limit_ >> 20));
}

void Heap::link(Container* container) noexcept {
    container->heap = this;
    container->next = first_;
    container->previous = nullptr;
    if (first_) first_->previous = container;
    first_ = container;
}

void Heap::unlink(Container* container) noexcept {
    if (container->previous) container->previous->next = container->next;
    if (container->next) container->next->previous = container->previous;
    if (first_ == container) first_ = container->next;
}

void Heap::clear_all() noexcept {
    // Every object is held while the others let go of it, so that none is destroyed under our feet.
    std::vector<Container*> all;
    for (Container* object = first_; object; object = object->next) {
        retain(object);
        all.push_back(object);
    }
    for (Container* object : all) object->clear();
    for (Container* object : all) release(object);
}

void Heap::destroy(Object* object) noexcept {
    doomed_.push_back(object);
    if (destroying_) return;
    destroying_ = true;
    while (!doomed_.empty()) {
        Object* next = doomed_.back();
        doomed_.pop_back();
        delete next;
    }
    destroying_ = false;
}

void retain(Object* object) noexcept {
    ++object->references;
}

void release(Object* object) noexcept {
    if (--object->references != 0) return;
    if (current_heap)
        current_heap->destroy(object);
    else
        delete object;
}

} // namespace limbeck::python
