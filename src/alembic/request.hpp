// What a directive was asked, whichever way it came: `op.create_index("ix", …)`, the same inside
// batch_alter_table, or `op.invoke(CreateIndexOp("ix", …))`.
//
// The names are those of the operation classes' attributes ("index_name"); what a class keeps in `kw` is
// found by its own name too.
#pragma once

#include "python/binding.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace limbeck::alembic {

struct Directive;

class Request {
  public:
    // A call of a directive; `fixed` are the names that a batch context gives.
    struct Fixed {
        std::string_view name;
        python::Value value;
    };
    Request(const Directive& directive, python::Call& call, std::size_t first, std::vector<Fixed> fixed = {});
    // An operation object.
    explicit Request(python::Value operation);

    // None where nothing was given.
    python::Value get(std::string_view name) const;
    bool has(std::string_view name) const { return !get(name).is_none(); }
    // True, False or nothing for None.
    std::optional<bool> flag(std::string_view name) const;
    std::optional<std::string> text(std::string_view name) const;
    std::vector<python::Value> list(std::string_view name) const;
    // The arguments that go to `kw`, a new dict, without the names listed.
    python::Value keywords(std::span<const std::string_view> without = {}) const;
    // The operation object: the one given, or one made of the call.
    python::Value operation() const;

  private:
    // The attribute that an argument of the call stands for.
    struct Named {
        std::string_view attribute;
        std::size_t at; // in the call
        bool is_star;
    };

    const Directive* directive_ = nullptr;
    python::Call* call_ = nullptr;
    std::vector<Named> named_;     // all but **kw
    python::Dict* rest_ = nullptr; // **kw, where the directive has it
    std::vector<Fixed> fixed_;
    python::Value operation_;
};

} // namespace limbeck::alembic
