// Where the memory of objects comes from: free lists by size, filled from big pieces.
//
// An interpreter belongs to one thread, so there is nothing to lock, and a script makes and drops values of
// the same few sizes all the time. Pieces go back to the system when their thread ends, unless objects of
// theirs outlive it. Under AddressSanitizer every object is an allocation of its own, so that a use after its
// end is seen.
#include "python/object.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#define LIMBECK_POOLS_OBJECTS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMBECK_POOLS_OBJECTS 0
#endif
#endif
#ifndef LIMBECK_POOLS_OBJECTS
#define LIMBECK_POOLS_OBJECTS 1
#endif

namespace limbeck::python {

#if LIMBECK_POOLS_OBJECTS

namespace {

constexpr std::size_t step = 16; // every size is rounded up to a multiple of this
constexpr std::size_t largest = 256;
constexpr std::size_t piece_size = 64 * 1024;

struct Free {
    Free* next;
};

struct Pool {
    Free* free[largest / step + 1] = {};
    std::byte* rest = nullptr;
    std::size_t left = 0;
    std::size_t in_use = 0;
    std::vector<std::unique_ptr<std::byte[]>> pieces;

    ~Pool() {
        if (in_use)
            for (auto& piece : pieces) static_cast<void>(piece.release());
    }

    void* carve(std::size_t size) {
        if (left < size) {
            pieces.push_back(std::make_unique_for_overwrite<std::byte[]>(piece_size));
            rest = pieces.back().get();
            left = piece_size;
        }
        void* memory = rest;
        rest += size;
        left -= size;
        return memory;
    }
};

thread_local Pool pool;

} // namespace

void* Object::operator new(std::size_t size) {
    if (size > largest) return ::operator new(size);
    std::size_t which = (size + step - 1) / step;
    ++pool.in_use;
    if (Free* first = pool.free[which]) {
        pool.free[which] = first->next;
        return first;
    }
    return pool.carve(which * step);
}

void Object::operator delete(void* memory, std::size_t size) noexcept {
    if (size > largest) return ::operator delete(memory);
    --pool.in_use;
    auto* freed = static_cast<Free*>(memory);
    std::size_t which = (size + step - 1) / step;
    freed->next = pool.free[which];
    pool.free[which] = freed;
}

#else

void* Object::operator new(std::size_t size) {
    return ::operator new(size);
}

void Object::operator delete(void* memory, std::size_t) noexcept {
    ::operator delete(memory);
}

#endif

} // namespace limbeck::python
