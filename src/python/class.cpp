#include "python/class.hpp"

#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// A cache of lookups for the whole thread, as CPython's method cache: valid for one version of all classes.
struct CacheEntry {
    Class* type = nullptr;
    Str* name = nullptr;
    std::uint64_t version = 0;
    const Value* found = nullptr;
    Class* where = nullptr;
};

constexpr std::size_t cache_size = 2048;
thread_local CacheEntry cache[cache_size];
thread_local std::uint64_t version = 1;

} // namespace

void classes_changed() noexcept {
    ++version;
}

Class::Class(Class* metaclass, std::string class_name)
    : Container(Kind::Class, metaclass), name(std::move(class_name)), qualified_name(name),
      layout(Kind::Instance) {
    attributes = new Dict(current_runtime->types.dict);
    retain(attributes);
    retain(this); // until its interpreter ends
    current_runtime->classes.push_back(this);
    classes_changed();
}

SlotMember::SlotMember(Str* slot_name, Class* slot_owner)
    : Container(Kind::Opaque, types().slot), name(slot_name), owner(slot_owner) {}

SlotMember* as_slot(const Value& value) noexcept {
    Object* object = value.object();
    if (!object || object->kind != Kind::Opaque || object->cls != types().slot) return nullptr;
    return static_cast<SlotMember*>(object);
}

Class::~Class() = default;

void Class::clear() {
    populate = nullptr;
    Object::clear();
    ++version;
}

void Class::fill() {
    auto members = std::move(populate);
    populate = nullptr;
    ClassBuilder builder(this);
    members(builder);
    classes_changed();
}

const Value* lookup(Class* type, Str* name, Class*& where) {
    auto spread =
        reinterpret_cast<std::uintptr_t>(type) / 16 * 31 + reinterpret_cast<std::uintptr_t>(name) / 16;
    CacheEntry& entry = cache[spread % cache_size];
    if (entry.type == type && entry.name == name && entry.version == version && name->interned) {
        where = entry.where;
        return entry.found;
    }
    const Value* found = nullptr;
    Class* owner = nullptr;
    for (Class* each : type->mro) {
        found = each->space().table.find(name);
        if (!found) continue;
        owner = each;
        break;
    }
    if (name->interned) entry = {type, name, version, found, owner};
    where = owner;
    return found;
}

const Value* lookup(Class* type, Str* name) {
    Class* where = nullptr;
    return lookup(type, name, where);
}

std::vector<Class*> linearize(Class* type, const std::vector<Class*>& bases) {
    std::vector<std::vector<Class*>> sequences;
    for (Class* base : bases) sequences.push_back(base->mro);
    sequences.push_back(bases);
    std::vector<Class*> result{type};
    std::vector<std::size_t> heads(sequences.size(), 0);
    while (true) {
        bool left = false;
        Class* chosen = nullptr;
        for (std::size_t at = 0; at < sequences.size() && !chosen; ++at) {
            if (heads[at] >= sequences[at].size()) continue;
            left = true;
            Class* candidate = sequences[at][heads[at]];
            bool blocked = false;
            for (std::size_t other = 0; other < sequences.size() && !blocked; ++other)
                for (std::size_t i = heads[other] + 1; i < sequences[other].size() && !blocked; ++i)
                    blocked = sequences[other][i] == candidate;
            if (!blocked) chosen = candidate;
        }
        if (!left) return result;
        if (!chosen) {
            std::string names;
            for (Class* base : bases) names += (names.empty() ? "" : ", ") + base->name;
            raise(Exc::TypeError,
                  "Cannot create a consistent method resolution\norder (MRO) for bases " + names);
        }
        result.push_back(chosen);
        for (std::size_t at = 0; at < sequences.size(); ++at)
            if (heads[at] < sequences[at].size() && sequences[at][heads[at]] == chosen) ++heads[at];
    }
}

Class* winning_metaclass(Class* metaclass, const std::vector<Value>& bases) {
    Class* winner = metaclass;
    for (const Value& base : bases) {
        if (!as<Class>(base)) continue;
        Class* candidate = class_of(base);
        if (is_subclass(winner, candidate)) continue;
        if (!is_subclass(candidate, winner))
            raise(Exc::TypeError,
                  "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                  "of the metaclasses of all its bases");
        winner = candidate;
    }
    return winner;
}

namespace {

// The layout of instances comes from the one base that is not a plain object.
void choose_layout(Class& made) {
    Class* solid = nullptr;
    for (Class* base : made.bases) {
        if (base->is_final)
            raise(Exc::TypeError, fmt::format("type '{}' is not an acceptable base type", base->name));
        if (base->layout == Kind::Instance) continue;
        if (!solid || is_subclass(base, solid) || solid->layout == base->layout)
            solid = base;
        else if (!is_subclass(solid, base))
            raise(Exc::TypeError, "multiple bases have instance lay-out conflict");
    }
    if (solid) made.layout = solid->layout;
}

void read_slots(Class& made) {
    made.takes_attributes = true;
    const Value* slots = made.attributes->table.find(names().slots);
    bool base_takes = false;
    for (Class* base : made.bases) {
        if (base != types().object && base->takes_attributes &&
            !(base->is_builtin && base->layout != Kind::Exception && base->layout != Kind::Instance &&
              base->layout != Kind::Class))
            base_takes = true;
        made.slot_names.insert(made.slot_names.end(), base->slot_names.begin(), base->slot_names.end());
    }
    if (!slots) return;
    made.takes_attributes = base_takes;
    Value names_given = *slots;
    auto add = [&](const Value& name) {
        if (!is_str(name))
            raise(Exc::TypeError, fmt::format("__slots__ items must be strings, not '{}'", type_name(name)));
        std::string text = as_text(name);
        if (!wtf8::is_identifier(text)) raise(Exc::TypeError, "__slots__ must be identifiers");
        if (text == "__dict__") made.takes_attributes = true;
        if (text.size() > 2 && text.starts_with("__") && !text.ends_with("__")) text = "_" + made.name + text;
        Str* slot = intern(text);
        if (made.attributes->table.find(slot))
            raise(Exc::ValueError, fmt::format("'{}' in __slots__ conflicts with class variable", text));
        made.slot_names.push_back(slot);
        if (text != "__dict__" && text != "__weakref__")
            made.attributes->table.set(slot, Value(make<SlotMember>(slot, &made).get()));
    };
    if (is_str(names_given))
        add(names_given);
    else
        for_each(names_given, add);
}

} // namespace

Value make_script_class(Class* metaclass, const std::string& name, const std::vector<Value>& bases,
                        Dict& body, std::span<const KeywordArgument> keywords) {
    Runtime& runtime = rt();
    auto made = make<Class>(metaclass, name);
    for (const Value& base : bases) {
        if (Class* type = as<Class>(base))
            made->bases.push_back(type);
        else if (!is_unresolved(base))
            raise(Exc::TypeError, "bases must be types");
        else {
            made->has_unresolved_base = true;
            made->unresolved_base = base;
        }
    }
    if (made->bases.empty()) made->bases.push_back(runtime.types.object);
    for (std::size_t at = 0; at < made->bases.size(); ++at) {
        made->has_unresolved_base = made->has_unresolved_base || made->bases[at]->has_unresolved_base;
        for (std::size_t other = at + 1; other < made->bases.size(); ++other)
            if (made->bases[at] == made->bases[other])
                raise(Exc::TypeError, fmt::format("duplicate base class {}", made->bases[at]->name));
    }
    choose_layout(*made);
    made->mro = linearize(made.get(), made->bases);
    body.table.each([&](const Value& key, const Value& value) { made->attributes->table.set(key, value); });
    DictTable& space = made->attributes->table;
    Names& n = runtime.names;
    if (const Value* qualified = space.find(n.qualname)) {
        made->qualified_name = as_text(*qualified);
        space.erase(n.qualname);
    }
    if (const Value* module = space.find(n.module)) {
        if (is_str(*module)) made->module = as_text(*module);
    } else if (runtime.frame) {
        if (const Value* module_name = runtime.frame->globals->table.find(n.name)) {
            space.set(n.module, *module_name);
            if (is_str(*module_name)) made->module = as_text(*module_name);
        }
    }
    if (!space.find(n.doc)) space.set(n.doc, Value::none());
    if (const Value* cell = space.find(n.class_cell)) {
        if (Cell* held = as<Cell>(*cell)) held->value = made;
        space.erase(n.class_cell);
    }
    // Some methods are class or static methods by their name.
    for (Str* special : {n.init_subclass, n.class_getitem})
        if (const Value* method = space.find(special); method && as<Function>(*method))
            space.set(special, make<MethodWrapper>(Kind::ClassMethod, runtime.types.classmethod, *method));
    if (const Value* maker = space.find(n.new_); maker && as<Function>(*maker))
        space.set(n.new_, make<MethodWrapper>(Kind::StaticMethod, runtime.types.staticmethod, *maker));
    if (space.find(n.eq) && !space.find(n.hash)) space.set(n.hash, Value::none());
    read_slots(*made);
    for (Class* base : made->bases) base->subclasses.push_back(made.get());
    classes_changed();

    std::vector<std::pair<Value, Value>> members;
    space.each([&](const Value& key, const Value& value) { members.emplace_back(key, value); });
    for (const auto& [key, value] : members) {
        if (!value.is_object()) continue;
        if (Property* property = as<Property>(value); property && is_str(key))
            property->name = intern(as_text(key));
        if (const Value* hook = lookup(class_of(value), n.set_name)) {
            Value function = *hook;
            Value arguments[] = {made, key};
            try {
                call_with(function, Arguments{&value, arguments, {}});
            } catch (const Raised& raised) {
                Ref<Exception> error = make_exception(
                    Exc::RuntimeError, fmt::format("Error calling __set_name__ on '{}' instance {} in '{}'",
                                                   type_name(value), to_repr(key), made->name));
                error->cause = error->context = Value(const_cast<Exception*>(&raised.exception()));
                error->suppress_context = true;
                raise(error);
            }
        }
    }
    // super().__init_subclass__(**keywords)
    Value self = class_value(made.get());
    for (std::size_t at = 1; at < made->mro.size(); ++at) {
        const Value* hook = made->mro[at]->space().table.find(n.init_subclass);
        if (!hook) continue;
        Value function = bind_descriptor(*hook, Value(), made.get());
        call(function, {}, keywords);
        break;
    }
    return made;
}

} // namespace limbeck::python
