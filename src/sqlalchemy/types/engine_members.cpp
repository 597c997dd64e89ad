// What every type can do: TypeEngine and its mixins.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sql/compiler.hpp"
#include "sql/type_compiler.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/state.hpp"
#include "support/text.hpp"

#include <algorithm>

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;
using schema::Type;
using schema::TypePtr;

std::string compiled(const Value& instance, const Value& dialect) {
    TypePtr type = to_type(instance);
    if (auto found = to_dialect(dialect)) return sql::type_name(type, *found);
    // No dialect: what the generic compiler says, else the class's name.
    auto plain = std::make_shared<Type>(*schema::resolve(type, "default"));
    plain->variants.clear();
    plain->storage_format.clear();
    if (plain->kind == schema::TypeKind::ARRAY) return "ARRAY";
    if (plain->kind == schema::TypeKind::user_defined && plain->user)
        return plain->user->column_specification("default");
    return sql::generic_type_name(plain);
}

Value with_variant(Call& call) {
    Value variant = python::as_class(call[1]) ? python::call(call[1]) : call[1];
    if (call.rest(2).empty()) throw schema::ArgumentError("At least one dialect name is required");
    TypePtr type = to_type(call[0]), other = to_type(variant);
    for (const Value& name : call.rest(2))
        for (const auto& known : type->variants)
            if (known.first == python::as_text(name))
                throw schema::ArgumentError(
                    fmt::format("Dialect {} is already present in the mapping for this {}",
                                python::to_repr(name), python::to_repr(call[0])));
    if (!other->variants.empty())
        throw schema::ArgumentError(
            "can't pass a type that already has variants as a dialect-level type to with_variant()");
    Value made = copy_type(call[0]);
    for (const Value& name : call.rest(2))
        mutable_type(made).variants.emplace_back(python::as_text(name), other);
    // The tree keeps the type; the object that a script gave must come back from it.
    Value kept = python::find_attribute(made, "_variant_objects");
    std::vector<Value> objects = kept.exists() ? python::to_vector(kept) : std::vector<Value>();
    objects.push_back(variant);
    python::set_attribute(made, "_variant_objects", python::make_tuple(std::move(objects)));
    return made;
}

// The class that SQLAlchemy calls the affinity: the last below TypeEngine.
Class* affinity_class(Class* type) {
    Class* engine = type_class("TypeEngine");
    Class* mixin = type_class("TypeEngineMixin");
    Class* found = nullptr;
    for (Class* each : type->mro) {
        if (each == engine || std::find(each->bases.begin(), each->bases.end(), mixin) != each->bases.end())
            return found ? found : each;
        if (python::is_subclass(each, engine)) found = each;
    }
    return type;
}

// The camel-case class of the generic types that a class derives from, else the upper-case one.
Class* generic_class(Class* type) {
    Class* camel = nullptr;
    Class* upper = nullptr;
    for (Class* each : type->mro) {
        const TypeSpec* spec = each->is_builtin || each->mro.size() < 2 ? nullptr : spec_of(each);
        if (!spec || type_class(*spec) != each || !spec->dialect().empty() || spec->id == "TypeEngine" ||
            spec->name().starts_with('_'))
            continue;
        bool is_upper = spec->name() == text::to_upper(spec->name());
        Class*& place = is_upper ? upper : camel;
        if (!place) place = each;
    }
    return camel ? camel : upper;
}

Value as_generic(Call& call) {
    Class* generic = generic_class(python::class_of(call[0]));
    if (!generic && call.truth(1)) generic = type_class("NullType");
    if (!generic)
        python::raise(python::Exc::NotImplementedError,
                      fmt::format("Default TypeEngine.as_generic() heuristic method was unsuccessful for "
                                  "{}.{}. A custom as_generic() method must be implemented for this type "
                                  "class.",
                                  python::class_of(call[0])->module, python::type_name(call[0])));
    const TypeSpec* spec = spec_of(generic);
    auto made = std::make_shared<Type>(*to_type(call[0]));
    made->kind = *spec->kind;
    made->dialect.clear();
    made->variants.clear();
    if (made->kind == schema::TypeKind::enum_) made->name = made->schema = std::nullopt;
    Value result = make_type_instance(generic, made, true);
    if (call[0].object()->attributes)
        for (const char* name : {"enum_class", "values_callable"})
            if (const Value* kept = call[0].object()->attributes->find(name))
                python::set_attribute(result, name, *kept);
    return result;
}

} // namespace

void populate_type_engine(ClassBuilder& type) {
    type.class_method("__class_getitem__(cls, item, /)", [](Call& call) { return call[0]; });
    type.method("compile(self, dialect=None)",
                [](Call& call) { return make_str(compiled(call[0], call[1])); });
    type.method("__str__(self)", [](Call& call) { return make_str(compiled(call[0], Value::none())); });
    type.method("__repr__(self)", [](Call& call) { return make_str(type_repr(call[0])); });
    type.method("with_variant(self, type_, *dialect_names)", with_variant);
    type.method("copy(self, **kw)", [](Call& call) { return copy_type(call[0]); });
    type.method("adapt(self, cls, **kw)", [](Call& call) {
        Class* wanted = python::as_class(call[1]);
        if (!wanted || wanted == python::class_of(call[0])) return copy_type(call[0]);
        const TypeSpec* spec = spec_of(wanted);
        if (!spec) python::raise(python::Exc::TypeError, "adapt() needs the class of a type");
        auto made = std::make_shared<Type>(*to_type(call[0]));
        made->kind = *spec->kind;
        made->dialect = spec->dialect();
        return make_type_instance(wanted, made, true);
    });
    type.method("evaluates_none(self)", [](Call& call) {
        Value made = copy_type(call[0]);
        python::set_attribute(made, "should_evaluate_none", Value::boolean(true));
        return made;
    });
    type.method("dialect_impl(self, dialect)", [](Call& call) {
        auto dialect = to_dialect(call[1]);
        TypePtr own = to_type(call[0]);
        return dialect ? wrap(schema::resolve(own, dialect->name())) : call[0];
    });
    type.method("as_generic(self, allow_nulltype=False)", as_generic);
    type.property("python_type", [](Call&) -> Value { python::raise(python::Exc::NotImplementedError, ""); });
    type.property("_type_affinity",
                  [](Call& call) { return python::class_value(affinity_class(python::class_of(call[0]))); });
    type.property("_variant_mapping", [](Call& call) {
        Value made = python::make_dict();
        for (const auto& [name, variant] : to_type(call[0])->variants)
            python::set_item(made, make_str(name), wrap(variant));
        return made;
    });
    type.method("load_dialect_impl(self, dialect)", [](Call& call) { return call[0]; });
    // The type of the other side of an operator: this one, unless the value is of quite another kind.
    type.method("coerce_compared_value(self, op, value)", [](Call& call) {
        schema::TypePtr own = to_type(call[0]), other = schema::type_of(to_value(call[2]));
        if (other->kind == schema::TypeKind::null || schema::affinity(*other) == schema::affinity(*own))
            return call[0];
        return wrap(other);
    });
    for (const char* name : {"bind_processor(self, dialect)", "literal_processor(self, dialect)",
                             "result_processor(self, dialect, coltype)", "column_expression(self, colexpr)",
                             "bind_expression(self, bindvalue)", "get_dbapi_type(self, dbapi)"})
        type.method(name, [](Call&) { return Value::none(); });
    type.method("copy_value(self, value)", [](Call& call) { return call[1]; });
    type.method("compare_values(self, x, y)",
                [](Call& call) { return Value::boolean(python::equal(call[1], call[2])); });
    type.constant("hashable", Value::boolean(true));
    type.constant("should_evaluate_none", Value::boolean(false));
    type.constant("sort_key_function", Value::none());
    Value comparator = python::class_value(element_class(Element::Comparator));
    type.constant("Comparator", comparator);
    type.constant("comparator_factory", comparator);
}

void populate_external_type(ClassBuilder& type) {
    type.constant("cache_ok", Value::none());
}

Value copy_type(const Value& instance) {
    TypePtr type = to_type(instance);
    Value made = make_type_instance(python::class_of(instance), std::make_shared<Type>(*type), true);
    if (python::Dict* attributes = instance.object()->attributes)
        attributes->table.each([&](const Value& key, const Value& value) {
            python::set_attribute(made, &python::cast<python::Str>(key), value);
        });
    return made;
}

} // namespace limbeck::sqlalchemy
