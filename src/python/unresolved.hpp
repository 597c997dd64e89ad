// Unresolved values: what an import stands for that limbeck does not have.
//
// Each knows its dotted origin and the line that imported it. Attributes, calls and subscripts of one give
// another, and so do texts made of one; it can be passed on, stored, used as a base class, a decorator, a
// context manager. Where a decision or a statement needs it (a truth value, iteration, order, arithmetic),
// that is an UnresolvedError, which scripts cannot catch: nothing is ever guessed. A module of the project
// that needs one while it is imported is itself one from then on: an env.py whose application cannot be
// evaluated still runs, as long as it does not need the application. The modules of a package whose
// `__init__` stands aside are evaluated all the same.
#pragma once

#include "python/binding.hpp"

namespace limbeck::python {

struct Unresolved final : Object {
    std::string origin; // "app.models.Base.metadata", "app.settings()"
    Place imported_at;
    std::string import_line; // the text of that line
    std::string reason;      // of a module that is there: why it could not be evaluated
    std::string folder; // of a package that is there: where its other modules lie, which may do without it
    std::string called; // of a call's result: the last name of what was called, "upgrade"
    Unresolved(std::string dotted_origin, Place place);
    static bool is_kind(Kind kind) { return kind == Kind::Unresolved; }
};

Value unresolved_attribute(const Value& value, const Str* name);
Value unresolved_call(const Value& value);
Value unresolved_item(const Value& value);

} // namespace limbeck::python
