// Parameters written into a statement as psycopg2 writes them.
//
// The reference's driver sends no parameters apart: it writes each into the text, as a literal that cannot
// end early. A script's statement is made for that (`INTERVAL :x`, `jsonb_build_object('a', :b)`, parameters
// in DDL), and means the same here only if it is sent in the same way.
#pragma once

#include "python/value.hpp"
#include "schema/value.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace limbeck::sqlalchemy {

// 'it''s', 12, NULL, '2024-01-02'::date, ARRAY['a', 'b']. Throws schema::ArgumentError with the driver's
// sentence ("can't adapt type 'dict'") for what it has no literal for.
std::string driver_literal(const schema::Value& value);

// The text with every %(name)s, or every %s in turn, replaced by a literal, and %% by %. `literal` is asked by
// name ("" for %s). Throws schema::ArgumentError for another format.
std::string interpolated(std::string_view statement,
                         const std::function<std::string(std::string_view name)>& literal);

} // namespace limbeck::sqlalchemy
