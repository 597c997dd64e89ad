#include "python/identifier.hpp"

#include <mutex>
#include <unordered_set>

#include "python/arena.hpp"

namespace limbeck::python {

class IdentifierTable {
  public:
    static IdentifierTable& instance() {
        // Never destroyed: trees with static lifetime may outlive every other static.
        static auto* table = new IdentifierTable;
        return *table;
    }

    const Identifier::Entry* find(std::string_view text) {
        std::lock_guard lock(mutex_);
        auto found = entries_.find(text);
        return found == entries_.end() ? nullptr : *found;
    }

    const Identifier::Entry* intern(std::string_view text) {
        std::lock_guard lock(mutex_);
        auto found = entries_.find(text);
        if (found != entries_.end()) return *found;
        auto* entry = arena_.make<Identifier::Entry>();
        // An empty name is a name still: its text must not be confused with "no name".
        *entry = {text.empty() ? std::string_view("") : arena_.copy(text),
                  std::hash<std::string_view>{}(text), static_cast<std::uint32_t>(entries_.size())};
        entries_.insert(entry);
        return entry;
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
        std::size_t operator()(const Identifier::Entry* entry) const { return entry->hash; }
    };
    struct Equal {
        using is_transparent = void;
        static std::string_view text(std::string_view text) { return text; }
        static std::string_view text(const Identifier::Entry* entry) { return entry->text; }
        template <class A, class B> bool operator()(A a, B b) const { return text(a) == text(b); }
    };

    std::mutex mutex_;
    Arena arena_;
    std::unordered_set<const Identifier::Entry*, Hash, Equal> entries_;
};

Identifier Identifier::intern(std::string_view text) {
    return Identifier(IdentifierTable::instance().intern(text));
}

Identifier Identifier::find(std::string_view text) {
    return Identifier(IdentifierTable::instance().find(text));
}

} // namespace limbeck::python
