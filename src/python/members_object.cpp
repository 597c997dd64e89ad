// object, type, and what slots, modules and cells show of themselves.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/super.hpp"

#include <fmt/format.h>

namespace limbeck::python {

Value type_call(Class& type, const Arguments& given);

namespace {

Value new_object(Call& call) {
    Class* type = as_class(call[0]);
    if (!type)
        raise(Exc::TypeError,
              fmt::format("object.__new__(X): X is not a type object ({})", type_name(call[0])));
    if (!call.rest(1).empty() || call.keywords(2).table.size()) {
        Class* where = nullptr;
        lookup(type, names().new_, where);
        if (where != types().object)
            raise(Exc::TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        lookup(type, names().init, where);
        if (where == types().object)
            raise(Exc::TypeError, fmt::format("{}() takes no arguments", type->name));
    }
    if (type->is_abstract) {
        Value abstract = find_attribute(call[0], std::string_view("__abstractmethods__"));
        std::string listed;
        std::size_t count = 0;
        if (abstract.exists())
            for_each(abstract, [&](const Value& name) {
                listed += (listed.empty() ? "" : ", ") + as_text(name);
                ++count;
            });
        if (count)
            raise(Exc::TypeError, fmt::format("Can't instantiate abstract class {} with abstract method{} {}",
                                              type->name, count == 1 ? "" : "s", listed));
    }
    switch (type->layout) {
    case Kind::Instance:
        if (!type->heap_instances)
            raise(Exc::TypeError, fmt::format("cannot create '{}' instances", type->name));
        return make<Instance>(type);
    case Kind::Exception:
        return make_instance(type);
    default:
        raise(Exc::TypeError,
              fmt::format("object.__new__({}) is not safe, use {}.__new__()", type->name, type->name));
    }
}

Value dir_of(const Value& value) {
    Value found = make_set();
    DictTable& all = cast<Set>(found).table;
    auto add = [&](Dict* dict) {
        if (dict) dict->table.each([&](const Value& key, const Value&) { all.set(key, Value::none()); });
    };
    Class* type = as<Class>(value) ? as<Class>(value) : class_of(value);
    if (!as<Module>(value))
        for (Class* each : type->mro) add(&each->space());
    if (Object* object = value.object(); object && object->kind != Kind::Class) add(object->attributes);
    std::vector<Value> names_found;
    all.each([&](const Value& key, const Value&) { names_found.push_back(key); });
    return make_list(std::move(names_found));
}

} // namespace

void object_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, /, *args, **kwargs)", new_object);
    type.method("__init__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        if (!call.rest(1).empty() || call.keywords(2).table.size()) {
            Class* own = class_of(call[0]);
            Class* where = nullptr;
            lookup(own, names().init, where);
            if (where != types().object)
                raise(Exc::TypeError,
                      "object.__init__() takes exactly one argument (the instance to initialize)");
            lookup(own, names().new_, where);
            if (where == types().object)
                raise(Exc::TypeError, fmt::format("{}() takes no arguments", own->name));
        }
        return Value::none();
    });
    type.method("__repr__(self, /)", [](Call& call) -> Value { return make_str(builtin_repr(call[0])); });
    type.method("__str__(self, /)", [](Call& call) -> Value { return make_str(to_repr(call[0])); });
    type.method("__format__(self, format_spec, /)", [](Call& call) -> Value {
        if (!call.text(1).empty())
            raise(Exc::TypeError,
                  fmt::format("unsupported format string passed to {}.__format__", type_name(call[0])));
        return make_str(to_str(call[0]));
    });
    type.method("__eq__(self, value, /)", [](Call& call) -> Value {
        return call[0].is(call[1]) ? Value::boolean(true) : Value::not_implemented();
    });
    type.method("__ne__(self, value, /)", [](Call& call) -> Value {
        Value same = find_special(call[0], names().eq);
        Value result = call_with(same, Arguments{&call[0], {&call[1], 1}, {}});
        return result.is_not_implemented() ? result : Value::boolean(!truth(result));
    });
    for (const char* order : {"__lt__(self, value, /)", "__le__(self, value, /)", "__gt__(self, value, /)",
                              "__ge__(self, value, /)"})
        type.method(order, [](Call&) { return Value::not_implemented(); });
    type.method("__hash__(self, /)", [](Call& call) -> Value {
        return Value::integer(static_cast<std::int64_t>(builtin_hash(call[0])));
    });
    type.method("__getattribute__(self, name, /)", [](Call& call) -> Value {
        Str* name = as<Str>(call[1]);
        if (!name)
            raise(Exc::TypeError, fmt::format("attribute name must be string, not '{}'", type_name(call[1])));
        Value found =
            as<Class>(call[0]) ? find_attribute(call[0], name) : generic_find_attribute(call[0], name);
        if (!found.exists()) raise_no_attribute(call[0], name);
        return found;
    });
    type.method("__setattr__(self, name, value, /)", [](Call& call) -> Value {
        Str* name = as<Str>(call[1]);
        if (!name)
            raise(Exc::TypeError, fmt::format("attribute name must be string, not '{}'", type_name(call[1])));
        generic_set_attribute(call[0], intern(name->text), call[2]);
        return Value::none();
    });
    type.method("__delattr__(self, name, /)", [](Call& call) -> Value {
        generic_delete_attribute(call[0], intern(call.text(1)));
        return Value::none();
    });
    type.class_method("__init_subclass__(cls, /, **kwargs)", [](Call& call) -> Value {
        if (call.keywords(1).table.size() && !as_class(call[0])->has_unresolved_base)
            raise(Exc::TypeError, fmt::format("{}.__init_subclass__() takes no keyword arguments",
                                              as_class(call[0])->qualified_name));
        return Value::none();
    });
    type.class_method("__subclasshook__(cls, subclass, /)", [](Call&) { return Value::not_implemented(); });
    type.method("__dir__(self, /)", [](Call& call) { return dir_of(call[0]); });
    type.method("__reduce_ex__(self, protocol, /)", [](Call& call) -> Value {
        raise(Exc::TypeError, fmt::format("cannot pickle '{}' object", type_name(call[0])));
    });
    type.method("__sizeof__(self, /)", [](Call&) { return Value::integer(64); });
    type.property(
        "__class__", [](Call& call) { return class_value(class_of(call[0])); },
        [](Call& call) -> Value {
            Class* wanted = as_class(call[1]);
            Object* object = call[0].object();
            if (!wanted)
                raise(Exc::TypeError,
                      fmt::format("__class__ must be set to a class, not '{}' object", type_name(call[1])));
            if (!object || object->cls->is_builtin || wanted->is_builtin ||
                wanted->layout != object->cls->layout)
                raise(Exc::TypeError,
                      "__class__ assignment only supported for mutable types or ModuleType subclasses");
            object->cls = wanted;
            return Value::none();
        });
    type.property(
        "__dict__",
        [](Call& call) -> Value {
            if (Class* own = as<Class>(call[0])) return Value(&own->space());
            Dict* dict = attributes_of(call[0]);
            Class* cls = class_of(call[0]);
            if (!dict || (!cls->takes_attributes && !as<Module>(call[0])))
                raise_no_attribute(call[0], names().dict);
            return Value(dict);
        },
        [](Call& call) -> Value {
            Dict* dict = as<Dict>(call[1]);
            if (!dict)
                raise(Exc::TypeError,
                      fmt::format("__dict__ must be set to a dictionary, not a '{}'", type_name(call[1])));
            Object* object = call[0].object();
            retain(dict);
            if (object->attributes) release(object->attributes);
            object->attributes = dict;
            return Value::none();
        });
    type.constant("__doc__", Value::none());
}

void type_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, name, bases=..., namespace=..., /, **kwargs)", [](Call& call) -> Value {
        if (!call.given(2)) return class_value(class_of(call[1]));
        if (!call.given(3)) raise(Exc::TypeError, "type() takes 1 or 3 arguments");
        if (!is_str(call[1]))
            raise(Exc::TypeError,
                  fmt::format("type.__new__() argument 1 must be str, not {}", type_name(call[1])));
        if (!as<Tuple>(call[2]))
            raise(Exc::TypeError,
                  fmt::format("type.__new__() argument 2 must be tuple, not {}", type_name(call[2])));
        Dict* body = as<Dict>(call[3]);
        if (!body)
            raise(Exc::TypeError,
                  fmt::format("type.__new__() argument 3 must be dict, not {}", type_name(call[3])));
        Class* meta = winning_metaclass(as_class(call[0]), cast<Tuple>(call[2]).items);
        std::vector<KeywordArgument> keywords = keyword_arguments(call.keywords(4));
        if (meta != as_class(call[0])) {
            // The bases' metaclass decides how its classes are made.
            const Value* maker = lookup(meta, names().new_);
            Class* where = nullptr;
            lookup(meta, names().new_, where);
            if (maker && where != types().type) {
                Value function = bind_descriptor(*maker, Value(), meta);
                return python::call(
                    function, std::vector<Value>{class_value(meta), call[1], call[2], call[3]}, keywords);
            }
        }
        return make_script_class(meta, as_text(call[1]), cast<Tuple>(call[2]).items, *body, keywords);
    });
    type.method("__init__(self, /, *args, **kwargs)", [](Call&) { return Value::none(); });
    type.method("__call__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        std::vector<KeywordArgument> keywords = keyword_arguments(call.keywords(2));
        return type_call(*as_class(call[0]), Arguments{nullptr, call.rest(1), keywords});
    });
    type.static_method("__prepare__(*args, **kwargs)", [](Call&) { return make_dict(); });
    type.method("__repr__(self, /)", [](Call& call) -> Value { return make_str(builtin_repr(call[0])); });
    type.method("mro(self, /)", [](Call& call) -> Value {
        std::vector<Value> all;
        for (Class* each : as_class(call[0])->mro) all.push_back(class_value(each));
        return make_list(std::move(all));
    });
    type.method("__subclasses__(self, /)", [](Call& call) -> Value {
        std::vector<Value> all;
        for (Class* each : as_class(call[0])->subclasses) all.push_back(class_value(each));
        return make_list(std::move(all));
    });
    type.method("__instancecheck__(self, instance, /)",
                [](Call& call) { return Value::boolean(is_instance(call[1], as_class(call[0]))); });
    type.method("__subclasscheck__(self, subclass, /)", [](Call& call) -> Value {
        Class* derived = as_class(call[1]);
        if (!derived) raise(Exc::TypeError, "issubclass() arg 1 must be a class");
        return Value::boolean(is_subclass(derived, as_class(call[0])));
    });
    type.method("__setattr__(self, name, value, /)", [](Call& call) -> Value {
        type_set_attribute(*as_class(call[0]), intern(call.text(1)), call[2]);
        return Value::none();
    });
    type.method("__or__(self, other, /)",
                [](Call& call) { return builtin_binary(BinaryOp::BitOr, call[0], call[1]); });
    type.method("__ror__(self, other, /)",
                [](Call& call) { return builtin_binary(BinaryOp::BitOr, call[1], call[0]); });
    type.property(
        "__name__", [](Call& call) { return make_str(as_class(call[0])->name); },
        [](Call& call) {
            as_class(call[0])->name = call.text(1);
            return Value::none();
        });
    type.property(
        "__qualname__", [](Call& call) { return make_str(as_class(call[0])->qualified_name); },
        [](Call& call) {
            as_class(call[0])->qualified_name = call.text(1);
            return Value::none();
        });
    type.property(
        "__module__",
        [](Call& call) -> Value {
            Class* self = as_class(call[0]);
            // A builtin class may have a property of that name, for its instances.
            if (const Value* own = self->space().table.find(names().module); own && !as<Property>(*own))
                return *own;
            return make_str(self->module);
        },
        [](Call& call) -> Value {
            Class* self = as_class(call[0]);
            self->space().table.set(names().module, call[1]);
            if (is_str(call[1])) self->module = as_text(call[1]);
            classes_changed();
            return Value::none();
        });
    type.property("__bases__", [](Call& call) -> Value {
        std::vector<Value> all;
        for (Class* each : as_class(call[0])->bases) all.push_back(class_value(each));
        return make_tuple(std::move(all));
    });
    type.property("__base__", [](Call& call) -> Value {
        Class* self = as_class(call[0]);
        return self->bases.empty() ? Value::none() : class_value(self->bases[0]);
    });
    type.property("__mro__", [](Call& call) -> Value {
        std::vector<Value> all;
        for (Class* each : as_class(call[0])->mro) all.push_back(class_value(each));
        return make_tuple(std::move(all));
    });
    type.property(
        "__annotations__",
        [](Call& call) -> Value {
            Class* self = as_class(call[0]);
            if (const Value* own = self->space().table.find(names().annotations)) return *own;
            Value made = make_dict();
            self->space().table.set(names().annotations, made);
            return made;
        },
        [](Call& call) -> Value {
            as_class(call[0])->space().table.set(names().annotations, call[1]);
            classes_changed();
            return Value::none();
        });
    type.property(
        "__abstractmethods__",
        [](Call& call) -> Value {
            if (const Value* own = as_class(call[0])->space().table.find(intern("__abstractmethods__")))
                return *own;
            raise(Exc::AttributeError, "__abstractmethods__");
        },
        [](Call& call) -> Value {
            Class* self = as_class(call[0]);
            self->space().table.set(intern("__abstractmethods__"), call[1]);
            self->is_abstract = length(call[1]) != 0;
            classes_changed();
            return Value::none();
        });
    type.property(
        "__doc__",
        [](Call& call) -> Value {
            if (const Value* own = as_class(call[0])->space().table.find(names().doc)) return *own;
            return Value::none();
        },
        [](Call& call) -> Value {
            as_class(call[0])->space().table.set(names().doc, call[1]);
            classes_changed();
            return Value::none();
        });
}

void slot_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__repr__(self, /)", [](Call& call) {
        SlotMember& self = *as_slot(call[0]);
        return make_str(fmt::format("<member '{}' of '{}' objects>", self.name->text, self.owner->name));
    });
    type.property("__name__", [](Call& call) { return Value(as_slot(call[0])->name); });
    type.property("__objclass__", [](Call& call) { return class_value(as_slot(call[0])->owner); });
    type.method("__get__(self, instance, owner=None, /)", [](Call& call) {
        return bind_descriptor(call[0], call[1].is_none() ? Value() : call[1], class_of(call[1]));
    });
    type.method("__set__(self, instance, value, /)", [](Call& call) -> Value {
        generic_set_attribute(call[1], as_slot(call[0])->name, call[2]);
        return Value::none();
    });
    type.method("__delete__(self, instance, /)", [](Call& call) -> Value {
        generic_delete_attribute(call[1], as_slot(call[0])->name);
        return Value::none();
    });
}

void none_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__repr__(self, /)", [](Call& call) -> Value { return make_str(builtin_repr(call[0])); });
    type.method("__bool__(self, /)", [](Call& call) { return Value::boolean(truth(call[0])); });
    type.static_method("__new__(cls, /)", [](Call& call) -> Value {
        if (as_class(call[0]) == types().ellipsis) return Value::ellipsis();
        return as_class(call[0]) == types().not_implemented ? Value::not_implemented() : Value::none();
    });
}

void super_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, type=..., object=..., /)",
                       [](Call& call) { return make_super(call[1], call[2]); });
    type.method("__init__(self, /, *args)", [](Call&) { return Value::none(); });
}

void module_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, name, doc=None)", [](Call& call) -> Value {
        Ref<Module> made = make<Module>(call.text(1));
        made->dict().table.set(names().name, call[1]);
        made->dict().table.set(names().doc, call[2]);
        return made;
    });
    type.method("__init__(self, /, *args, **kwargs)", [](Call&) { return Value::none(); });
    type.property("__annotations__", [](Call& call) { return annotations_of(cast<Module>(call[0])); });
}

void cell_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.property("cell_contents", [](Call& call) -> Value {
        Value held = cast<Cell>(call[0]).value;
        if (!held.exists()) raise(Exc::ValueError, "Cell is empty");
        return held;
    });
}

} // namespace limbeck::python
