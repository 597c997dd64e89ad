// compile() of clauses, and the object it gives.
#pragma once

#include "python/binding.hpp"
#include "schema/expression.hpp"

#include <string>

namespace limbeck::sqlalchemy {

// element.compile(bind=None, dialect=None, **kw), compile_kwargs= among the keywords.
python::Value compile_method(python::Call& call);
// What str(element) shows: SQL of no dialect in particular.
std::string default_text(const schema::ExpressionPtr& node);

} // namespace limbeck::sqlalchemy
