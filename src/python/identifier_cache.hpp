// Names as the lexer meets them: text to identifier and keyword in one look-up, without the global table's
// lock.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "python/identifier.hpp"
#include "python/token.hpp"

namespace limbeck::python {

class IdentifierCache {
  public:
    struct Entry {
        std::uint32_t hash = 0;
        TokenKind kind{}; // Name, or the keyword's own
        const char* text = nullptr;
        std::uint32_t size = 0;
        Identifier name;
    };

    // One for each thread, kept from file to file.
    static IdentifierCache& of_this_thread();

    IdentifierCache();

    // `hash` is hash_step folded over the text.
    const Entry& find(const char* text, std::uint32_t size, std::uint32_t hash) {
        std::uint32_t mask = static_cast<std::uint32_t>(slots_.size()) - 1;
        for (std::uint32_t at = (hash ^ (hash >> 15)) & mask;; at = (at + 1) & mask) {
            Entry& entry = slots_[at];
            if (!entry.text) return add(std::string_view(text, size), hash);
            if (entry.hash == hash && entry.size == size && std::memcmp(entry.text, text, size) == 0)
                return entry;
        }
    }
    const Entry& find(std::string_view text);

    static constexpr std::uint32_t hash_seed = 2166136261u;
    static constexpr std::uint32_t hash_step(std::uint32_t hash, unsigned char byte) {
        return (hash ^ byte) * 16777619u;
    }

  private:
    const Entry& add(std::string_view text, std::uint32_t hash);
    Entry& place(const Entry& entry);
    void grow();

    std::vector<Entry> slots_; // a power of two, never full
    std::size_t used_ = 0;
};

} // namespace limbeck::python
