// super(): an object whose attributes are looked up behind a class in the MRO of another.
#pragma once

#include "python/class.hpp"

namespace limbeck::python {

struct Super final : Container {
    Class* start;  // the lookup begins behind this class
    Class* search; // in the MRO of this one
    Value self;    // an instance, or a class
    Super(Class* behind, Class* mro_of, Value receiver);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Super; }
};

Value super_attribute(const Value& value, Str* name);
// super(type, object); with Nothing for both: the zero-argument form, from the frame that runs.
Value make_super(const Value& type, const Value& object);

} // namespace limbeck::python
