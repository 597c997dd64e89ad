// The members of the built-in classes: one function for each class, called when a script first looks at it.
#pragma once

#include "python/binding.hpp"

namespace limbeck::python {

void object_members(ClassBuilder& type);
void type_members(ClassBuilder& type);
void int_members(ClassBuilder& type);
void bool_members(ClassBuilder& type);
void float_members(ClassBuilder& type);
void complex_members(ClassBuilder& type);
void str_members(ClassBuilder& type);
void bytes_members(ClassBuilder& type);
void bytearray_members(ClassBuilder& type);
void list_members(ClassBuilder& type);
void tuple_members(ClassBuilder& type);
void dict_members(ClassBuilder& type);
void set_members(ClassBuilder& type);
void frozenset_members(ClassBuilder& type);
void range_members(ClassBuilder& type);
void slice_members(ClassBuilder& type);
void none_members(ClassBuilder& type);
void function_members(ClassBuilder& type);
void native_function_members(ClassBuilder& type);
void method_members(ClassBuilder& type);
void property_members(ClassBuilder& type);
void wrapper_members(ClassBuilder& type);
void super_members(ClassBuilder& type);
void module_members(ClassBuilder& type);
void cell_members(ClassBuilder& type);
void slot_members(ClassBuilder& type);
void generator_members(ClassBuilder& type);
void coroutine_members(ClassBuilder& type);
void async_generator_members(ClassBuilder& type);
void enumerate_members(ClassBuilder& type);
void zip_members(ClassBuilder& type);
void map_members(ClassBuilder& type);
void filter_members(ClassBuilder& type);
void reversed_members(ClassBuilder& type);
void view_members(ClassBuilder& type);
void generic_alias_members(ClassBuilder& type);
void union_members(ClassBuilder& type);

// The methods that str has beyond those of every sequence, in two files.
void str_search_members(ClassBuilder& type);
void str_shape_members(ClassBuilder& type);

// Methods that a group of classes shares, each doing what the built-in operator does.
void arithmetic_members(ClassBuilder& type);   // __add__ ... of numbers
void comparison_members(ClassBuilder& type);   // __eq__ ... and __hash__
void sequence_members(ClassBuilder& type);     // __len__, __getitem__, __contains__, __iter__, + and *
void mutable_item_members(ClassBuilder& type); // __setitem__, __delitem__
void iterator_members(ClassBuilder& type);     // __iter__, __next__

} // namespace limbeck::python
