// What fills in the classes of element_classes.hpp, one function per class that has members of its own.
#pragma once

#include "sqlalchemy/element_classes.hpp"

namespace limbeck::sqlalchemy {

using Populate = void (*)(python::ClassBuilder&);
// nullptr where a class has nothing beyond its bases.
Populate members_of(Element element);

void populate_operators(python::ClassBuilder& type);        // and_, or_, not_
void populate_column_operators(python::ClassBuilder& type); // everything a column can be asked
void populate_custom_op(python::ClassBuilder& type);
void populate_clause_element(python::ClassBuilder& type);
void populate_executable(python::ClassBuilder& type);
void populate_column_element(python::ClassBuilder& type);
void populate_named_column(python::ClassBuilder& type);
void populate_column_clause(python::ClassBuilder& type);
void populate_label(python::ClassBuilder& type);
void populate_bind_parameter(python::ClassBuilder& type);
void populate_text_clause(python::ClassBuilder& type);
void populate_clause_list(python::ClassBuilder& type);
void populate_custom_op(python::ClassBuilder& type);
void populate_comparator(python::ClassBuilder& type);
void populate_binary_expression(python::ClassBuilder& type);
void populate_unary_expression(python::ClassBuilder& type);
void populate_over(python::ClassBuilder& type);
void populate_from_clause(python::ClassBuilder& type);
void populate_table_clause(python::ClassBuilder& type);
void populate_aliased(python::ClassBuilder& type);
void populate_join(python::ClassBuilder& type);
void populate_cte(python::ClassBuilder& type);
void populate_values(python::ClassBuilder& type);
void populate_table_valued(python::ClassBuilder& type);
void populate_has_cte(python::ClassBuilder& type);
void populate_select_base(python::ClassBuilder& type);
void populate_generative_select(python::ClassBuilder& type);
void populate_select(python::ClassBuilder& type);
void populate_textual_select(python::ClassBuilder& type);
void populate_scalar_select(python::ClassBuilder& type);
void populate_exists(python::ClassBuilder& type);
void populate_function_element(python::ClassBuilder& type);
void populate_generic_function(python::ClassBuilder& type);
void populate_function_generator(python::ClassBuilder& type);
void populate_update_base(python::ClassBuilder& type);
void populate_values_base(python::ClassBuilder& type);
void populate_insert(python::ClassBuilder& type);
void populate_update(python::ClassBuilder& type);
void populate_delete(python::ClassBuilder& type);
void populate_conflict_insert(python::ClassBuilder& type);
void populate_array_clause(python::ClassBuilder& type);
void populate_aggregate_order_by(python::ClassBuilder& type);
void populate_column_collection(python::ClassBuilder& type);
void populate_compiled(python::ClassBuilder& type);
void populate_quoted_name(python::ClassBuilder& type);
void populate_conv(python::ClassBuilder& type);

} // namespace limbeck::sqlalchemy
