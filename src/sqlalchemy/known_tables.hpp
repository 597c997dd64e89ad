// Whether a MetaData has all the tables it should have.
//
// A mapped class one of whose bases is not there is left out of its MetaData, and a module of the application
// that cannot be evaluated adds none. An env.py may gather what there is; a step that goes through all tables
// (create_all(), a loop) would leave the rest out and be recorded as done.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

// Keeps where the MetaData is made: in a file of its own, a step knows all that is in it.
void remember_origin(const python::Value& metadata);
// Throws where a step is at work and tables may be missing.
void require_all_tables(const python::Value& metadata);
// `tables`, as a step may see them: those that are there can be had by name.
python::Value known_tables(const python::Value& metadata, const python::Value& tables);

} // namespace limbeck::sqlalchemy
