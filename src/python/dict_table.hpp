// The hash table under dict, set and every namespace: entries in insertion order, open addressing beside
// them.
//
// Up to eight entries are searched in a row without any index, which is what most instances and keyword
// arguments are. Keys are compared by identity first (names are interned), then by hash and `==`; the latter
// may run script code, which may change the table meanwhile: lookups then start again.
#pragma once

#include "python/value.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace limbeck::python {

struct Str;

class DictTable {
  public:
    struct Entry {
        Value key; // Nothing: erased
        Value value;
        std::uint64_t hash = 0;
    };

    std::size_t size() const noexcept { return live_; }
    bool empty() const noexcept { return live_ == 0; }

    // nullptr where missing. The pointer is valid until the table changes. Throws what hashing or comparing
    // raises (TypeError: unhashable type).
    Value* find(const Value& key) const;
    // For interned names: no script code runs.
    Value* find(const Str* name) const noexcept;
    bool contains(const Value& key) const { return find(key) != nullptr; }
    // Inserts, or replaces the value and keeps the key and its position. True where the key is new.
    bool set(const Value& key, Value value);
    bool set(Str* name, Value value);
    // False where missing; `removed` receives the value.
    bool erase(const Value& key, Value* removed = nullptr);
    bool erase(const Str* name);
    void clear();
    void reserve(std::size_t count);

    // Slots in insertion order, erased ones (key is Nothing) among them.
    std::size_t slots() const noexcept { return entries_.size(); }
    const Entry& slot(std::size_t position) const noexcept { return entries_[position]; }
    Entry& slot(std::size_t position) noexcept { return entries_[position]; }
    // Changes whenever an entry is added or removed.
    std::uint32_t version() const noexcept { return version_; }

    // Calls visit(key, value) in order; the table must not change meanwhile.
    template <class Visit> void each(Visit visit) const {
        for (const Entry& entry : entries_)
            if (entry.key.exists()) visit(entry.key, entry.value);
    }

  private:
    std::ptrdiff_t position(const Value& key, std::uint64_t hash) const;
    std::ptrdiff_t position(const Str* name) const noexcept;
    void append(const Value& key, std::uint64_t hash, Value value);
    void remove(std::size_t at);
    void rebuild(std::size_t expected);
    void insert_index(std::uint64_t hash, std::size_t at) noexcept;

    std::vector<Entry> entries_;
    std::vector<std::int32_t> index_; // -1: free; else a slot, which may be an erased one
    std::size_t live_ = 0;
    std::uint32_t version_ = 0;
};

} // namespace limbeck::python
