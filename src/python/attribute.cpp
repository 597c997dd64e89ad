// Attributes: the rules of object.__getattribute__, type.__getattribute__, modules, super and unresolved
// values.
#include "python/attribute.hpp"

#include "python/arguments.hpp"
#include "python/evaluate.hpp"
#include "python/super.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

bool is_data_descriptor(const Value& attribute) {
    Object* object = attribute.object();
    if (!object) return false;
    if (object->kind == Kind::Property || as_slot(attribute)) return true;
    if (object->kind != Kind::Instance) return false;
    return lookup(object->cls, names().get) &&
           (lookup(object->cls, names().set) || lookup(object->cls, names().delete_));
}

Value call_special(const Value& method, const Value& self, std::initializer_list<Value> rest) {
    if (as<Function>(method) || as<NativeFunction>(method))
        return call_with(method, Arguments{&self, {rest.begin(), rest.size()}, {}});
    Value bound = bind_descriptor(method, self, class_of(self));
    return call_with(bound, Arguments{nullptr, {rest.begin(), rest.size()}, {}});
}

// The method that a class written in a script, derived from property, classmethod or staticmethod, has in
// place of the built-in one; null for all other objects.
const Value* overridden_by_script(Class* type, Kind kind, Str* method) {
    if (type->is_builtin ||
        (kind != Kind::Property && kind != Kind::ClassMethod && kind != Kind::StaticMethod))
        return nullptr;
    Class* where = nullptr;
    const Value* found = lookup(type, method, where);
    return found && !where->is_builtin ? found : nullptr;
}

Value find_in_class(Class& type, Str* name) {
    Value self = class_value(&type);
    const Value* meta = lookup(type.cls, name);
    Value meta_attribute = meta ? *meta : Value();
    if (meta && is_data_descriptor(meta_attribute)) return bind_descriptor(meta_attribute, self, type.cls);
    if (const Value* own = lookup(&type, name)) {
        Value attribute = *own;
        return bind_descriptor(attribute, Value(), &type);
    }
    if (meta) return bind_descriptor(meta_attribute, self, type.cls);
    if (const Value* fallback = lookup(type.cls, names().getattr)) {
        Value hook = *fallback;
        return call_special(hook, self, {Value(name)});
    }
    if (type.has_unresolved_base && !name->text.starts_with("__")) {
        for (Class* each : type.mro)
            if (each->unresolved_base.exists()) return unresolved_attribute(each->unresolved_base, name);
    }
    return {};
}

// Before a script sees the dict.
void resolve_all(Dict& dict) {
    std::vector<Ref<Str>> lazy;
    dict.table.each([&](const Value& key, const Value& value) {
        if (as<LazyAttribute>(value)) lazy.emplace_back(as<Str>(key));
    });
    for (const Ref<Str>& name : lazy)
        if (const Value* found = dict.table.find(name.get())) resolve_lazy(dict, name.get(), *found);
}

Value find_in_module(Module& module, Str* name) {
    if (const Value* found = module.dict().table.find(name)) {
        return resolve_lazy(module.dict(), name, *found);
    }
    if (name == names().dict) {
        resolve_all(module.dict());
        return Value(module.attributes);
    }
    Value generic = generic_find_attribute(Value(&module), name);
    if (generic.exists()) return generic;
    if (const Value* hook = module.dict().table.find(names().getattr)) {
        Value function = *hook;
        return call(function, {Value(name)});
    }
    return {};
}

} // namespace

LazyAttribute::LazyAttribute() : Container(Kind::Lazy, types().object) {}

Value resolve_lazy(Dict& dict, Str* name, const Value& found) {
    if (!as<LazyAttribute>(found)) return found;
    Value lazy = found;
    Value made = cast<LazyAttribute>(lazy).make_value();
    dict.table.set(name, made);
    return made;
}

Value bind_descriptor(const Value& attribute, const Value& instance, Class* owner) {
    Object* object = attribute.object();
    if (!object) return attribute;
    // A script's own kind of property, classmethod or staticmethod may say itself what it gives.
    if (const Value* custom = overridden_by_script(object->cls, object->kind, names().get)) {
        Value function = *custom;
        return call_special(function, attribute,
                            {instance.is_nothing() ? Value::none() : instance, class_value(owner)});
    }
    return bind_builtin_descriptor(attribute, instance, owner);
}

Value bind_builtin_descriptor(const Value& attribute, const Value& instance, Class* owner) {
    Object* object = attribute.object();
    if (!object) return attribute;
    switch (object->kind) {
    case Kind::Function:
        if (instance.is_nothing()) return attribute;
        return make<BoundMethod>(attribute, instance);
    case Kind::NativeFunction:
        if (instance.is_nothing() || !static_cast<NativeFunction*>(object)->binds) return attribute;
        return make<BoundMethod>(attribute, instance);
    case Kind::ClassMethod: {
        const Value& function = static_cast<MethodWrapper*>(object)->function;
        if (as<Function>(function) || as<NativeFunction>(function))
            return make<BoundMethod>(function, class_value(owner));
        Value bound = bind_descriptor(function, class_value(owner), owner->cls);
        // A class (`classmethod(GenericAlias)`) or a callable object binds nothing by itself.
        if (bound.is(function) && (as<Class>(function) || as<Instance>(function)))
            return make<BoundMethod>(function, class_value(owner));
        return bound;
    }
    case Kind::StaticMethod:
        return static_cast<MethodWrapper*>(object)->function;
    case Kind::Property: {
        auto* property = static_cast<Property*>(object);
        if (instance.is_nothing()) return attribute;
        if (!property->getter.exists() || property->getter.is_none())
            raise(Exc::AttributeError,
                  fmt::format("property{} of '{}' object has no getter",
                              property->name ? " '" + property->name->text + "'" : "", type_name(instance)));
        Value getter = property->getter;
        return call_with(getter, Arguments{&instance, {}, {}});
    }
    case Kind::Instance: {
        const Value* getter = lookup(object->cls, names().get);
        if (!getter) return attribute;
        Value function = *getter;
        return call_special(function, attribute,
                            {instance.is_nothing() ? Value::none() : instance, class_value(owner)});
    }
    case Kind::Opaque: {
        SlotMember* slot = as_slot(attribute);
        if (!slot || instance.is_nothing()) return attribute;
        Object* holder = instance.object();
        const Value* found =
            holder && holder->attributes ? holder->attributes->table.find(slot->name) : nullptr;
        if (!found) raise_no_attribute(instance, slot->name);
        return *found;
    }
    default:
        return attribute;
    }
}

Dict* attributes_of(const Value& value) {
    Object* object = value.object();
    if (!object) return nullptr;
    if (object->attributes) return object->attributes;
    switch (object->kind) {
    case Kind::Function:
        break;
    case Kind::Instance:
    case Kind::Exception:
        if (!object->cls->takes_attributes && object->cls->slot_names.empty()) return nullptr;
        break;
    default:
        if (object->cls->is_builtin) return nullptr;
        if (!object->cls->takes_attributes && object->cls->slot_names.empty()) return nullptr;
    }
    object->attributes = new Dict(types().dict);
    retain(object->attributes);
    return object->attributes;
}

Value generic_find_attribute(const Value& value, Str* name) {
    Class* type = class_of(value);
    const Value* found = lookup(type, name);
    Value attribute = found ? *found : Value();
    if (found && is_data_descriptor(attribute)) return bind_descriptor(attribute, value, type);
    Object* object = value.object();
    if (object && object->attributes && object->kind != Kind::Class)
        if (const Value* own = object->attributes->table.find(name)) return *own;
    if (found) return bind_descriptor(attribute, value, type);
    return {};
}

Value find_attribute(const Value& value, Str* name) {
    Object* object = value.object();
    Class* type = class_of(value);
    if (object) {
        switch (object->kind) {
        case Kind::Unresolved:
            return unresolved_attribute(value, name);
        case Kind::Class:
            if (type == types().type) return find_in_class(*static_cast<Class*>(object), name);
            break;
        case Kind::Module:
            return find_in_module(*static_cast<Module*>(object), name);
        case Kind::Super:
            return super_attribute(value, name);
        default:
            break;
        }
    }
    if (!type->is_builtin || type->layout == Kind::Instance) {
        Class* where = nullptr;
        const Value* custom = lookup(type, names().getattribute, where);
        bool overridden = custom && where != types().object && where != types().type;
        const Value* fallback = lookup(type, names().getattr);
        if (overridden || fallback) {
            Value hook = fallback ? *fallback : Value();
            Value found;
            bool missing = false;
            if (overridden) {
                Value getter = *custom;
                try {
                    found = call_special(getter, value, {Value(name)});
                } catch (const Raised& raised) {
                    if (!matches(raised.exception(), Exc::AttributeError)) throw;
                    if (!hook.exists()) throw;
                    missing = true;
                }
            } else {
                try {
                    found = object && object->kind == Kind::Class
                                ? find_in_class(*static_cast<Class*>(object), name)
                                : generic_find_attribute(value, name);
                    missing = !found.exists();
                } catch (const Raised& raised) {
                    if (!matches(raised.exception(), Exc::AttributeError)) throw;
                    missing = true;
                }
            }
            if (!missing) return found;
            if (!hook.exists()) return {};
            return call_special(hook, value, {Value(name)});
        }
    }
    if (object && object->kind == Kind::Class) return find_in_class(*static_cast<Class*>(object), name);
    Value found = generic_find_attribute(value, name);
    // A bound method shows what hangs on its function.
    if (!found.exists() && object && object->kind == Kind::BoundMethod)
        found = find_attribute(static_cast<BoundMethod*>(object)->function, name);
    if (!found.exists() && type->has_unresolved_base && !name->text.starts_with("__"))
        for (Class* each : type->mro)
            if (each->unresolved_base.exists()) return unresolved_attribute(each->unresolved_base, name);
    return found;
}

Value find_attribute(const Value& value, std::string_view name) {
    try {
        return find_attribute(value, intern(name));
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::AttributeError)) throw;
    }
    return {};
}

void raise_no_attribute(const Value& value, const Str* name) {
    std::string message;
    if (Class* type = as<Class>(value))
        message = fmt::format("type object '{}' has no attribute '{}'", type->name, name->text);
    else if (Module* module = as<Module>(value)) {
        const Value* own = module->dict().table.find(names().name);
        message = fmt::format("module '{}' has no attribute '{}'",
                              own && is_str(*own) ? as_text(*own) : module->name, name->text);
    } else
        message = fmt::format("'{}' object has no attribute '{}'", type_name(value), name->text);
    Ref<Exception> error = make_exception(Exc::AttributeError, std::move(message));
    Value holder(error.get());
    generic_set_attribute(holder, names().name_attr, Value(const_cast<Str*>(name)));
    generic_set_attribute(holder, names().obj, value);
    raise(error);
}

Value get_attribute(const Value& value, Str* name) {
    Value found = find_attribute(value, name);
    if (!found.exists()) raise_no_attribute(value, name);
    return found;
}

Value get_attribute(const Value& value, std::string_view name) {
    return get_attribute(value, intern(name));
}

Value find_special(const Value& value, Str* name) {
    const Value* found = lookup(class_of(value), name);
    return found ? *found : Value();
}

Value load_method(const Value& object, Str* name, Value& self) {
    Object* holder = object.object();
    Class* type = class_of(object);
    bool plain = !holder || (holder->kind != Kind::Class && holder->kind != Kind::Module &&
                             holder->kind != Kind::Super && holder->kind != Kind::Unresolved);
    if (plain) {
        const Value* found = lookup(type, name);
        if (found &&
            (as<Function>(*found) || (as<NativeFunction>(*found) && cast<NativeFunction>(*found).binds))) {
            bool shadowed = holder && holder->attributes && holder->attributes->table.find(name);
            Class* where = nullptr;
            bool custom =
                !type->is_builtin && lookup(type, names().getattribute, where) && where != types().object;
            if (!shadowed && !custom) {
                self = object;
                return *found;
            }
        }
    }
    return get_attribute(object, name);
}

void generic_set_attribute(const Value& target, Str* name, const Value& value) {
    Class* type = class_of(target);
    if (const Value* found = lookup(type, name)) {
        Value attribute = *found;
        if (Property* property = as<Property>(attribute)) {
            if (const Value* custom = overridden_by_script(property->cls, Kind::Property, names().set)) {
                Value function = *custom;
                call_special(function, attribute, {target, value});
                return;
            }
            if (!property->setter.exists() || property->setter.is_none()) {
                if (property->is_native)
                    raise(Exc::AttributeError, fmt::format("attribute '{}' of '{}' objects is not writable",
                                                           name->text, type->name));
                raise(Exc::AttributeError,
                      fmt::format("property '{}' of '{}' object has no setter", name->text, type->name));
            }
            Value setter = property->setter;
            call_with(setter, Arguments{&target, {&value, 1}, {}});
            return;
        }
        if (attribute.is_object() && attribute.object_unchecked()->kind == Kind::Instance) {
            if (const Value* setter = lookup(class_of(attribute), names().set)) {
                Value function = *setter;
                call_special(function, attribute, {target, value});
                return;
            }
            if (lookup(class_of(attribute), names().delete_)) raise(Exc::AttributeError, "__set__");
        }
    }
    Dict* own = attributes_of(target);
    bool refused = !own;
    if (own && !type->takes_attributes) {
        refused = true;
        for (Str* slot : type->slot_names) refused = refused && slot->text != name->text;
    }
    if (refused) {
        if (lookup(type, name))
            raise(Exc::AttributeError,
                  fmt::format("'{}' object attribute '{}' is read-only", type->name, name->text));
        raise_no_attribute(target, name);
    }
    own->table.set(name, value);
}

namespace {

void set_class_attribute(Class& type, Str* name, const Value& value) {
    if (const Value* meta = lookup(type.cls, name); meta && is_data_descriptor(*meta))
        return generic_set_attribute(class_value(&type), name, value);
    if (type.is_builtin)
        raise(Exc::TypeError,
              fmt::format("cannot set '{}' attribute of immutable type '{}'", name->text, type.name));
    type.space().table.set(name, value);
    classes_changed();
}

} // namespace

void type_set_attribute(Class& type, Str* name, const Value& value) {
    set_class_attribute(type, name, value);
}

void set_attribute(const Value& target, Str* name, const Value& value) {
    Object* object = target.object();
    Class* type = class_of(target);
    if (object && object->kind == Kind::Unresolved) return; // nobody looks at it
    if (!type->is_builtin || type->layout == Kind::Instance) {
        Class* where = nullptr;
        const Value* custom = lookup(type, names().setattr, where);
        if (custom && where != types().object && where != types().type) {
            Value function = *custom;
            call_special(function, target, {Value(name), value});
            return;
        }
    }
    if (object && object->kind == Kind::Class)
        return set_class_attribute(*static_cast<Class*>(object), name, value);
    if (object && object->kind == Kind::Module) {
        static_cast<Module*>(object)->dict().table.set(name, value);
        return;
    }
    generic_set_attribute(target, name, value);
}

void set_attribute(const Value& target, std::string_view name, const Value& value) {
    set_attribute(target, intern(name), value);
}

void generic_delete_attribute(const Value& target, Str* name) {
    Class* type = class_of(target);
    if (const Value* found = lookup(type, name)) {
        Value attribute = *found;
        if (Property* property = as<Property>(attribute)) {
            if (const Value* custom = overridden_by_script(property->cls, Kind::Property, names().delete_)) {
                Value function = *custom;
                call_special(function, attribute, {target});
                return;
            }
            if (!property->deleter.exists() || property->deleter.is_none())
                raise(Exc::AttributeError,
                      fmt::format("property '{}' of '{}' object has no deleter", name->text, type->name));
            Value deleter = property->deleter;
            call_with(deleter, Arguments{&target, {}, {}});
            return;
        }
        if (attribute.is_object() && attribute.object_unchecked()->kind == Kind::Instance) {
            if (const Value* deleter = lookup(class_of(attribute), names().delete_)) {
                Value function = *deleter;
                call_special(function, attribute, {target});
                return;
            }
            if (lookup(class_of(attribute), names().set)) raise(Exc::AttributeError, "__delete__");
        }
    }
    Object* object = target.object();
    Dict* own = object ? object->attributes : nullptr;
    if (!own || !own->table.erase(name)) {
        if (const Value* found = lookup(type, name); found && as_slot(*found))
            raise(Exc::AttributeError, name->text);
        raise_no_attribute(target, name);
    }
    if (object->kind == Kind::Class) classes_changed();
}

void delete_attribute(const Value& target, Str* name) {
    Class* type = class_of(target);
    if (is_unresolved(target)) return;
    Class* where = nullptr;
    const Value* custom = lookup(type, names().delattr, where);
    if (custom && where != types().object && where != types().type) {
        Value function = *custom;
        call_special(function, target, {Value(name)});
        return;
    }
    if (Class* holder = as<Class>(target)) {
        if (holder->is_builtin)
            raise(Exc::TypeError, fmt::format("cannot delete '{}' attribute of immutable type '{}'",
                                              name->text, holder->name));
    }
    generic_delete_attribute(target, name);
}

} // namespace limbeck::python
