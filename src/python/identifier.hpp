// Interned names: two identifiers with the same text are the same pointer, in every tree and on every thread.
//
// They are never freed. What a script makes at run time (`getattr(x, some_text)`) is looked up with
// `Identifier::find`, which adds nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace limbeck::python {

class Identifier {
  public:
    // No name at all: the missing `asname` of an alias, the `arg` of a `**mapping` argument.
    Identifier() = default;

    // The identifier with this text (NFKC-normalised UTF-8 already), made where there is none yet.
    static Identifier intern(std::string_view text);
    // The identifier with this text where one exists, otherwise none.
    static Identifier find(std::string_view text);

    std::string_view text() const { return entry_ ? entry_->text : std::string_view{}; }
    // The hash of the text, computed once.
    std::size_t hash() const { return entry_ ? entry_->hash : 0; }
    // Counts from 0 in the order of interning: a key for arrays.
    std::uint32_t index() const { return entry_->index; }
    explicit operator bool() const { return entry_ != nullptr; }
    friend bool operator==(Identifier a, Identifier b) { return a.entry_ == b.entry_; }

  private:
    struct Entry {
        std::string_view text;
        std::size_t hash;
        std::uint32_t index;
    };
    friend class IdentifierTable;
    explicit Identifier(const Entry* entry) : entry_(entry) {}

    const Entry* entry_ = nullptr;
};

} // namespace limbeck::python

template <> struct std::hash<limbeck::python::Identifier> {
    std::size_t operator()(limbeck::python::Identifier name) const noexcept { return name.hash(); }
};
