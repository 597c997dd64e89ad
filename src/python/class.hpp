// Classes: names, bases, method resolution order, and the lookup along it.
#pragma once

#include "python/object.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace limbeck::python {

class ClassBuilder;

// Its namespace is the Dict in Object::attributes. Never freed before its interpreter.
struct Class final : Container {
    std::string name; // as __name__
    std::string qualified_name;
    std::string module; // where the namespace has no __module__
    std::vector<Class*> bases;
    std::vector<Class*> mro; // this class first
    std::vector<Class*> subclasses;
    Kind layout;                      // of its instances
    bool is_builtin = false;          // made by C++: attributes cannot be set from scripts
    bool is_final = false;            // cannot be a base ("bool", "NoneType")
    bool takes_attributes = true;     // instances have a __dict__
    bool is_abstract = false;         // some abstract method is left (abc)
    bool heap_instances = true;       // object.__new__ makes them
    bool has_unresolved_base = false; // attributes that are missing may be there in what is unresolved
    Value unresolved_base;            // one of the bases that are unresolved values
    std::vector<Str*> slot_names;     // __slots__ of this class and its bases; only where !takes_attributes
    // Fills the namespace of a native class at the first look at it.
    std::function<void(ClassBuilder&)> populate;

    Class(Class* metaclass, std::string class_name);
    ~Class() override;
    void clear() override;
    Dict& space() { // the namespace, filled in
        if (populate) fill();
        return *attributes;
    }
    static bool is_kind(Kind kind) { return kind == Kind::Class; }

  private:
    void fill();
};

// What __slots__ leaves in the class for one name: reads and writes it in instances.
struct SlotMember final : Container {
    Str* name;
    Class* owner;
    SlotMember(Str* slot_name, Class* slot_owner);
};
// nullptr where the value is none.
SlotMember* as_slot(const Value& value) noexcept;

// The attribute in the namespaces along the MRO, not bound; nullptr where missing.
const Value* lookup(Class* type, Str* name);
// The same, with the class it was found in.
const Value* lookup(Class* type, Str* name, Class*& where);
// To be called whenever a class's namespace or bases change.
void classes_changed() noexcept;

// C3. Raises TypeError where the bases cannot be ordered.
std::vector<Class*> linearize(Class* type, const std::vector<Class*>& bases);

// type(name, bases, namespace, **keywords): computes the layout and MRO, calls __set_name__ and
// __init_subclass__.
struct KeywordArgument;
Value make_script_class(Class* metaclass, const std::string& name, const std::vector<Value>& bases,
                        Dict& body, std::span<const KeywordArgument> keywords);
// The most derived metaclass of the bases, or TypeError "metaclass conflict".
Class* winning_metaclass(Class* metaclass, const std::vector<Value>& bases);

} // namespace limbeck::python
