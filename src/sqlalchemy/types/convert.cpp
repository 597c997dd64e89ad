// From a script's type to schema::Type and back.
#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sqlalchemy/types/script_types.hpp"
#include "sqlalchemy/types/state.hpp"

#include <unordered_map>

namespace limbeck::sqlalchemy {

namespace {

using python::Class;
using python::Value;
using schema::Type;
using schema::TypeKind;
using schema::TypePtr;

thread_local std::unordered_map<const Type*, python::Object*> instances;

void remember(TypeState& state, python::Object* instance) {
    state.instance = instance;
    instances[state.type.get()] = instance;
}

void forget(const TypeState& state) {
    auto found = instances.find(state.type.get());
    if (found != instances.end() && found->second == state.instance) instances.erase(found);
}

TypeState& attach(const Value& instance, TypePtr type, bool own) {
    auto& state = python::attach_state<TypeState>(instance, std::move(type));
    state.own = own;
    remember(state, instance.object());
    return state;
}

std::shared_ptr<Type> blank_type(const TypeSpec& spec) {
    std::shared_ptr<Type> made = schema::make_type(*spec.kind);
    made->dialect = spec.dialect();
    if (*spec.kind == TypeKind::foreign) made->foreign_name = spec.name();
    return made;
}

// What stands for a type that the script itself does not know: an error as soon as its name is needed.
TypePtr unresolved_type(const Value& value) {
    auto made = schema::make_type(TypeKind::user_defined);
    auto user = std::make_shared<schema::UserDefined>();
    user->class_name = python::unresolved_origin(value);
    user->column_specification = [value](std::string_view) -> std::string {
        python::raise_unresolved(value, "write it as a column's type");
    };
    made->user = std::move(user);
    return made;
}

const Value* unresolved_base(Class* type) {
    for (Class* each : type->mro)
        if (each->unresolved_base.exists()) return &each->unresolved_base;
    return nullptr;
}

// The line of the table for a type: by its kind and, where several dialects have one, its own.
const TypeSpec* spec_for(const Type& type) {
    if (type.kind == TypeKind::foreign) return find_type_spec(type.dialect + "." + type.foreign_name);
    const TypeSpec* best = nullptr;
    for (const TypeSpec& spec : type_specs()) {
        if (spec.kind != type.kind || spec.name().starts_with('_')) continue;
        if (spec.dialect() == type.dialect && spec.name() == schema::type_class_name(type)) return &spec;
        if (!best || (spec.name() == schema::type_class_name(type) && !spec.dialect().empty() &&
                      best->name() != schema::type_class_name(type)))
            best = &spec;
    }
    return best;
}

} // namespace

TypeState::~TypeState() {
    forget(*this);
}

TypeState& type_state(const Value& instance) {
    if (auto* state = python::state_if<TypeState>(instance)) return *state;
    const TypeSpec* spec = python::as_class(instance) ? nullptr : spec_of(python::class_of(instance));
    if (!spec) {
        if (python::is_unresolved(instance)) python::raise_unresolved(instance, "use it as a type");
        python::raise(python::Exc::TypeError, fmt::format("object of type '{}' is not a type of SQLAlchemy",
                                                          python::type_name(instance)));
    }
    return attach(instance, blank_type(*spec), true);
}

Type& mutable_type(const Value& instance) {
    TypeState& state = type_state(instance);
    if (!state.own) {
        forget(state);
        state.type = std::make_shared<Type>(*state.type);
        state.own = true;
        remember(state, instance.object());
    }
    return const_cast<Type&>(*state.type);
}

Value make_type_instance(Class* type, TypePtr meaning, bool own) {
    Value made = python::make_instance(type);
    attach(made, std::move(meaning), own);
    return made;
}

Value instance_of(const Type& type) {
    auto found = instances.find(&type);
    return found == instances.end() ? Value() : Value(found->second);
}

TypePtr to_type_if(const Value& value) {
    if (python::is_unresolved(value)) return unresolved_type(value);
    if (Class* type = python::as_class(value)) {
        if (!spec_of(type)) return nullptr;
        return to_type_if(python::call(value));
    }
    auto* state = python::state_if<TypeState>(value);
    if (!state) {
        Class* type = python::class_of(value);
        if (!spec_of(type)) return nullptr;
        state = &type_state(value);
    }
    if (!state->complete) complete_type(value, *state);
    return state->type;
}

TypePtr to_type(const Value& value) {
    if (!value.exists() || value.is_none()) return schema::null_type();
    if (TypePtr found = to_type_if(value)) return found;
    if (Class* type = python::as_class(value)) {
        if (const Value* base = unresolved_base(type)) return unresolved_type(*base);
    } else if (const Value* base = unresolved_base(python::class_of(value))) {
        return unresolved_type(*base);
    }
    if (python::is_callable(value))
        if (TypePtr found = to_type_if(python::call(value))) return found;
    throw schema::ArgumentError(
        fmt::format("Object {} is not legal as a SQLAlchemy type", python::to_repr(value)));
}

Value wrap(const TypePtr& type) {
    if (!type) return Value::none();
    Value known = instance_of(*type);
    if (known.exists()) return known;
    const TypeSpec* spec = spec_for(*type);
    Value made = make_type_instance(type_class(spec ? *spec : *find_type_spec("NullType")), type, false);
    python::state<TypeState>(made).complete = true;
    return made;
}

} // namespace limbeck::sqlalchemy
