// The interned strings of an interpreter by their texts: every name that native code asks for goes through
// here.
#pragma once

#include "python/object.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace limbeck::python {

class NameTable {
  public:
    // The string with this text; null where none is interned.
    Str* find(std::string_view text) const {
        std::uint64_t hash = hash_of(text);
        for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
            const Slot& slot = slots_[at];
            if (!slot.name) return nullptr;
            if (slot.hash == hash && slot.name->text == text) return slot.name;
        }
    }

    // Adds one that is not there; it must live as long as it stands here.
    void add(Str* name);
    void clear();

  private:
    struct Slot {
        std::uint64_t hash = 0;
        Str* name = nullptr; // null: free
    };
    static constexpr std::size_t first_size = 4096;

    static std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }
    void place(const Slot& slot);

    std::vector<Slot> slots_ = std::vector<Slot>(first_size); // a power of two, never full
    std::size_t mask_ = first_size - 1;
    std::size_t used_ = 0;
};

} // namespace limbeck::python
