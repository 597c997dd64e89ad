// The names that mean something to the parser in some places only.
#pragma once

#include "python/identifier.hpp"

namespace limbeck::python {

struct SoftKeywords {
    Identifier match = Identifier::intern("match");
    Identifier case_ = Identifier::intern("case");
    Identifier type = Identifier::intern("type");
    Identifier underscore = Identifier::intern("_");
    Identifier print = Identifier::intern("print");
    Identifier exec = Identifier::intern("exec");
    Identifier star = Identifier::intern("*");
};

inline const SoftKeywords& soft_keywords() {
    static const SoftKeywords names;
    return names;
}

} // namespace limbeck::python
