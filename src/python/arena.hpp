// Memory for a syntax tree: nodes are carved from big blocks and freed all at once with the tree.
//
// Nothing that lives here is destroyed one by one, so only trivially destructible types may.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace limbeck::python {

class Arena {
  public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    Arena(Arena&&) = default;
    Arena& operator=(Arena&&) = default;

    // Bytes with the given alignment (a power of two, 16 at the most), uninitialised.
    void* allocate(std::size_t size, std::size_t alignment) {
        std::size_t start = (used_ + alignment - 1) & ~(alignment - 1);
        if (start + size > capacity_) return allocate_in_new_block(size);
        used_ = start + size;
        return block_ + start;
    }

    template <class T, class... Args> T* make(Args&&... args) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
    }

    template <class T> T* make_array(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
        return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    }

    // A copy of the text that lives as long as the arena.
    std::string_view copy(std::string_view text) {
        if (text.empty()) return {};
        char* bytes = static_cast<char*>(allocate(text.size(), 1));
        std::memcpy(bytes, text.data(), text.size());
        return {bytes, text.size()};
    }

    // All bytes taken from the system so far.
    std::size_t footprint() const { return footprint_; }

  private:
    void* allocate_in_new_block(std::size_t size) {
        // A part of what there is already: most files are small, and what a last block has left over is lost.
        std::size_t capacity = std::clamp(footprint_ / 2, smallest_block, largest_block);
        // A big piece gets a block of its own; the current one stays in use for what follows.
        if (size > capacity / 4) {
            blocks_.push_back(std::make_unique<std::byte[]>(size));
            footprint_ += size;
            return blocks_.back().get();
        }
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity));
        footprint_ += capacity;
        block_ = blocks_.back().get();
        capacity_ = capacity;
        used_ = size;
        return block_;
    }

    static constexpr std::size_t smallest_block = 1024;
    static constexpr std::size_t largest_block = 64 * 1024;

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* block_ = nullptr;
    std::size_t used_ = 0;
    std::size_t capacity_ = 0;
    std::size_t footprint_ = 0;
};

} // namespace limbeck::python
