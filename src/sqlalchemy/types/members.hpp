// What the classes of types have beyond arguments: methods, and attributes with rules of their own.
#pragma once

#include "python/binding.hpp"

namespace limbeck::sqlalchemy {

void populate_type_engine(python::ClassBuilder& type);
void populate_external_type(python::ClassBuilder& type);
void populate_user_defined(python::ClassBuilder& type);
void populate_type_decorator(python::ClassBuilder& type);
void populate_variant(python::ClassBuilder& type);
void populate_pickle(python::ClassBuilder& type);
void populate_schema_type(python::ClassBuilder& type);

void populate_string(python::ClassBuilder& type);
void populate_integer(python::ClassBuilder& type);
void populate_numeric(python::ClassBuilder& type);
void populate_float(python::ClassBuilder& type);
void populate_datetime_type(python::ClassBuilder& type);
void populate_date_type(python::ClassBuilder& type);
void populate_time_type(python::ClassBuilder& type);
void populate_binary(python::ClassBuilder& type);
void populate_boolean(python::ClassBuilder& type);
void populate_interval(python::ClassBuilder& type);
void populate_generic_interval(python::ClassBuilder& type);
void populate_json(python::ClassBuilder& type);
void populate_array(python::ClassBuilder& type);
void populate_tuple(python::ClassBuilder& type);
void populate_uuid(python::ClassBuilder& type);

void populate_enum(python::ClassBuilder& type);
void populate_mysql_numeric(python::ClassBuilder& type);
void populate_mysql_float(python::ClassBuilder& type);
void populate_mysql_integer(python::ClassBuilder& type);
void populate_mysql_string(python::ClassBuilder& type);
void populate_oracle_number(python::ClassBuilder& type);
void populate_mysql_enum(python::ClassBuilder& type);
void populate_mysql_set(python::ClassBuilder& type);

void populate_named_type(python::ClassBuilder& type);
void populate_postgresql_enum(python::ClassBuilder& type);
void populate_domain(python::ClassBuilder& type);
void populate_bit(python::ClassBuilder& type);
void populate_hstore(python::ClassBuilder& type);
void populate_postgresql_json(python::ClassBuilder& type);

} // namespace limbeck::sqlalchemy
