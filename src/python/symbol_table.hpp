// What scope analysis notes of the names of one scope.
#pragma once

#include "python/ast.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace limbeck::python {

struct Symbol {
    bool bound = false;
    bool imported = false;  // by an import and nothing else
    bool annotated = false; // `x: int`
    bool used = false;
    bool global = false;
    bool nonlocal = false;
    const ast::Statement* declared = nullptr; // the first `global` or `nonlocal`
    bool cell = false;
    std::int32_t slot = -1;
};

// The names of one scope in the order of their first mention. Most scopes have a dozen: those are looked
// through, as that costs less than hashing; from more than that on, an index is kept.
class SymbolTable {
  public:
    // A reference holds until the next name is added.
    Symbol& of(Identifier id) {
        if (Symbol* known = find(id)) return *known;
        if (names_.empty()) {
            names_.reserve(linear_limit);
            symbols_.reserve(linear_limit);
        }
        names_.push_back(id);
        if (names_.size() > linear_limit) {
            if (index_.empty())
                for (std::size_t at = 0; at + 1 < names_.size(); ++at) index_.emplace(names_[at], at);
            index_.emplace(id, names_.size() - 1);
        }
        return symbols_.emplace_back();
    }
    Symbol* find(Identifier id) {
        if (!index_.empty()) {
            auto found = index_.find(id);
            return found == index_.end() ? nullptr : &symbols_[found->second];
        }
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (names_[at] == id) return &symbols_[at];
        return nullptr;
    }
    std::size_t size() const { return names_.size(); }
    Identifier name(std::size_t at) const { return names_[at]; }
    Symbol& operator[](std::size_t at) { return symbols_[at]; }

  private:
    static constexpr std::size_t linear_limit = 16;
    std::vector<Identifier> names_;
    std::vector<Symbol> symbols_;
    std::unordered_map<Identifier, std::size_t> index_;
};

} // namespace limbeck::python
