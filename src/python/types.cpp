// The built-in classes are made here, each with its bases and layout; their members are filled in when first
// looked at, by the members_*.cpp files.
#include "python/class.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/templates.hpp"

namespace limbeck::python {

namespace {

struct Members {
    std::string_view name;
    void (*fill)(ClassBuilder&);
};

constexpr Members members[] = {
    {"object", object_members},
    {"type", type_members},
    {"int", int_members},
    {"bool", bool_members},
    {"float", float_members},
    {"complex", complex_members},
    {"str", str_members},
    {"bytes", bytes_members},
    {"bytearray", bytearray_members},
    {"list", list_members},
    {"tuple", tuple_members},
    {"dict", dict_members},
    {"set", set_members},
    {"frozenset", frozenset_members},
    {"range", range_members},
    {"slice", slice_members},
    {"NoneType", none_members},
    {"ellipsis", none_members},
    {"NotImplementedType", none_members},
    {"function", function_members},
    {"builtin_function_or_method", native_function_members},
    {"method_descriptor", native_function_members},
    {"method", method_members},
    {"property", property_members},
    {"staticmethod", wrapper_members},
    {"classmethod", wrapper_members},
    {"super", super_members},
    {"module", module_members},
    {"cell", cell_members},
    {"member_descriptor", slot_members},
    {"generator", generator_members},
    {"coroutine", coroutine_members},
    {"async_generator", async_generator_members},
    {"enumerate", enumerate_members},
    {"zip", zip_members},
    {"map", map_members},
    {"filter", filter_members},
    {"reversed", reversed_members},
    {"dict_keys", view_members},
    {"dict_values", view_members},
    {"dict_items", view_members},
    {"iterator", iterator_members},
    {"list_iterator", iterator_members},
    {"tuple_iterator", iterator_members},
    {"str_iterator", iterator_members},
    {"bytes_iterator", iterator_members},
    {"range_iterator", iterator_members},
    {"set_iterator", iterator_members},
    {"dict_keyiterator", iterator_members},
    {"dict_valueiterator", iterator_members},
    {"dict_itemiterator", iterator_members},
    {"dict_reversekeyiterator", iterator_members},
    {"callable_iterator", iterator_members},
    {"list_reverseiterator", iterator_members},
    {"GenericAlias", generic_alias_members},
    {"UnionType", union_members},
    {"Template", template_members},
    {"Interpolation", interpolation_members},
};

Class* make_type(Runtime& runtime, const char* name, Kind layout, Class* base) {
    auto* type = new Class(runtime.types.type, name);
    type->module = "builtins";
    type->layout = layout;
    type->is_builtin = true;
    type->takes_attributes = false;
    type->heap_instances = layout == Kind::Instance;
    if (base) {
        type->bases = {base};
        type->mro = base->mro;
        base->subclasses.push_back(type);
    }
    type->mro.insert(type->mro.begin(), type);
    for (const Members& each : members)
        if (each.name == name) type->populate = each.fill;
    return type;
}

} // namespace

void make_types(Runtime& runtime) {
    Types& t = runtime.types;
    // The very first objects refer to classes that do not exist yet: they are told afterwards.
    t.object = make_type(runtime, "object", Kind::Instance, nullptr);
    t.object->heap_instances = true;
    t.type = make_type(runtime, "type", Kind::Class, t.object);
    t.object->cls = t.type->cls = t.type;
#define LIMBECK_X(member, name, layout) t.member = make_type(runtime, name, Kind::layout, t.object);
    LIMBECK_PYTHON_TYPES(LIMBECK_X)
#undef LIMBECK_X
    for (Class* type : runtime.classes) type->attributes->cls = t.dict;
    auto derive = [&](Class* type, Class* base) {
        type->bases = {base};
        type->mro = base->mro;
        type->mro.insert(type->mro.begin(), type);
    };
    derive(t.bool_, t.int_);
    for (Class* type : {t.bool_, t.none, t.ellipsis, t.not_implemented, t.function, t.builtin_function,
                        t.method, t.range, t.slice, t.generator, t.coroutine, t.cell})
        type->is_final = true;
    for (Class* type : {t.none, t.ellipsis, t.not_implemented}) type->heap_instances = false;
    for (Class* type : {t.template_, t.interpolation, t.traceback, t.frame, t.code}) {
        type->takes_attributes = true;
        type->layout = Kind::Instance;
    }
    t.function->takes_attributes = t.module->takes_attributes = true;
    for (Class* type : {t.generic_alias, t.union_}) type->module = "types";
    t.template_->module = t.interpolation->module = "string.templatelib";
}

} // namespace limbeck::python
