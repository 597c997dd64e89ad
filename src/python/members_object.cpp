// object, type, and what functions, methods, properties and modules show of themselves.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/super.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

Value type_call(Class& type, const Arguments& given);

namespace {

std::vector<KeywordArgument> keyword_list(Dict& dict) {
    std::vector<KeywordArgument> keywords;
    dict.table.each([&](const Value& key, const Value& value) {
        keywords.push_back({&cast<Str>(key), value});
    });
    return keywords;
}

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
            raise(Exc::TypeError,
                  fmt::format("{}.__init_subclass__() takes no keyword arguments", as_class(call[0])->name));
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
        std::vector<KeywordArgument> keywords = keyword_list(call.keywords(4));
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
        std::vector<KeywordArgument> keywords = keyword_list(call.keywords(2));
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
            if (const Value* own = self->space().table.find(names().module)) return *own;
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

void function_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    auto self = [](Call& call) -> Function& { return cast<Function>(call[0]); };
    type.property(
        "__name__", [self](Call& call) { return self(call).name; },
        [self](Call& call) {
            if (!is_str(call[1])) raise(Exc::TypeError, "__name__ must be set to a string object");
            self(call).name = call[1];
            return Value::none();
        });
    type.property(
        "__qualname__", [self](Call& call) { return self(call).qualified_name; },
        [self](Call& call) {
            if (!is_str(call[1])) raise(Exc::TypeError, "__qualname__ must be set to a string object");
            self(call).qualified_name = call[1];
            return Value::none();
        });
    type.property(
        "__doc__", [self](Call& call) { return self(call).doc; },
        [self](Call& call) {
            self(call).doc = call[1];
            return Value::none();
        });
    type.property(
        "__module__",
        [self](Call& call) -> Value {
            if (self(call).module.exists()) return self(call).module;
            const Value* name = self(call).globals->table.find(names().name);
            return name ? *name : Value::none();
        },
        [self](Call& call) {
            self(call).module = call[1];
            return Value::none();
        });
    type.property(
        "__defaults__",
        [self](Call& call) {
            return self(call).defaults.empty() ? Value::none() : make_tuple(self(call).defaults);
        },
        [self](Call& call) {
            self(call).defaults = call[1].is_none() ? std::vector<Value>() : to_vector(call[1]);
            return Value::none();
        });
    type.property(
        "__kwdefaults__",
        [self](Call& call) -> Value {
            Function& function = self(call);
            Value all = make_dict();
            for (std::size_t at = 0; at < function.keyword_defaults.size(); ++at)
                if (function.keyword_defaults[at].exists())
                    cast<Dict>(all).table.set(function.code->slot_names[function.code->positional + at],
                                              function.keyword_defaults[at]);
            return cast<Dict>(all).table.size() ? all : Value::none();
        },
        [self](Call& call) -> Value {
            Function& function = self(call);
            Dict* given = as<Dict>(call[1]);
            if (!given && !call[1].is_none())
                raise(Exc::TypeError, "__kwdefaults__ must be set to a dict object");
            function.keyword_defaults.assign(function.code->keyword_only, Value());
            for (std::size_t at = 0; given && at < function.keyword_defaults.size(); ++at)
                if (const Value* found =
                        given->table.find(function.code->slot_names[function.code->positional + at]))
                    function.keyword_defaults[at] = *found;
            return Value::none();
        });
    type.property(
        "__annotations__",
        [self](Call& call) -> Value {
            return annotations_of(self(call));
        },
        [self](Call& call) {
            self(call).annotations = call[1];
            self(call).annotated = nullptr;
            return Value::none();
        });
    type.property("__globals__", [self](Call& call) { return Value(self(call).globals.get()); });
    type.property("__closure__", [self](Call& call) {
        return self(call).closure.empty() ? Value::none() : make_tuple(self(call).closure);
    });
    type.property("__code__", [self](Call& call) -> Value {
        const Code& code = *self(call).code;
        Value made = make_instance(types().code);
        std::vector<Value> variables, cells, free;
        std::vector<bool> captured(code.slot_names.size());
        std::size_t parameters =
            code.positional + code.keyword_only + (code.star >= 0) + (code.double_star >= 0);
        for (const auto& [from, to] : code.captures) captured[to] = true;
        for (std::size_t at = 0; at < code.slot_names.size(); ++at) {
            Value name(code.slot_names[at]);
            bool own_cell =
                std::find(code.own_cells.begin(), code.own_cells.end(), at) != code.own_cells.end();
            if (captured[at])
                free.push_back(name);
            else if (own_cell)
                cells.push_back(name);
            if (!captured[at] && (!own_cell || at < parameters)) variables.push_back(name);
        }
        set_attribute(made, "co_varnames", make_tuple(std::move(variables)));
        set_attribute(made, "co_cellvars", make_tuple(std::move(cells)));
        set_attribute(made, "co_freevars", make_tuple(std::move(free)));
        set_attribute(made, "co_argcount", Value::integer(code.positional));
        set_attribute(made, "co_posonlyargcount", Value::integer(code.positional_only));
        set_attribute(made, "co_kwonlyargcount", Value::integer(code.keyword_only));
        set_attribute(made, "co_name", make_str(code.name));
        set_attribute(made, "co_qualname", make_str(code.qualified_name));
        set_attribute(made, "co_filename", make_str(code.unit->file));
        set_attribute(made, "co_firstlineno", Value::integer(code.first_line));
        int flags = (code.star >= 0 ? 4 : 0) | (code.double_star >= 0 ? 8 : 0) |
                    (code.is_generator && !code.is_async ? 32 : 0) |
                    (code.is_async ? (code.is_generator ? 512 : 128) : 0);
        set_attribute(made, "co_flags", Value::integer(flags));
        return made;
    });
    type.method("__get__(self, instance, owner=None, /)", [](Call& call) -> Value {
        return bind_descriptor(call[0], call[1].is_none() ? Value() : call[1],
                               call[2].is_none() ? class_of(call[1]) : as_class(call[2]));
    });
    type.method("__call__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        std::vector<KeywordArgument> keywords = keyword_list(call.keywords(2));
        return python::call(call[0], call.rest(1), keywords);
    });
}

void native_function_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.property("__name__", [](Call& call) { return make_str(cast<NativeFunction>(call[0]).name()); });
    type.property("__qualname__",
                  [](Call& call) { return make_str(cast<NativeFunction>(call[0]).qualified_name()); });
    type.property("__module__", [](Call& call) -> Value {
        NativeFunction& self = cast<NativeFunction>(call[0]);
        return self.module.empty() ? make_str(self.owner ? self.owner->module : "builtins")
                                   : make_str(self.module);
    });
    type.property("__doc__", [](Call&) { return Value::none(); });
    type.property("__self__", [](Call&) { return Value::none(); });
    type.method("__get__(self, instance, owner=None, /)", [](Call& call) -> Value {
        return bind_descriptor(call[0], call[1].is_none() ? Value() : call[1], class_of(call[1]));
    });
    type.method("__call__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        std::vector<KeywordArgument> keywords = keyword_list(call.keywords(2));
        return python::call(call[0], call.rest(1), keywords);
    });
}

void method_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.property("__func__", [](Call& call) { return cast<BoundMethod>(call[0]).function; });
    type.property("__self__", [](Call& call) { return cast<BoundMethod>(call[0]).self; });
    type.method("__getattr__(self, name, /)", [](Call& call) -> Value {
        return get_attribute(cast<BoundMethod>(call[0]).function, intern(call.text(1)));
    });
    for (const char* name : {"__name__", "__qualname__", "__doc__", "__module__"})
        type.property(
            name, [name](Call& call) { return get_attribute(cast<BoundMethod>(call[0]).function, name); });
    type.static_method("__new__(cls, function, instance, /)",
                       [](Call& call) -> Value { return make<BoundMethod>(call[1], call[2]); });
    type.method("__call__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        std::vector<KeywordArgument> keywords = keyword_list(call.keywords(2));
        return python::call(call[0], call.rest(1), keywords);
    });
}

void property_members(ClassBuilder& type) {
    type.static_method("__new__(cls, /, *args, **kwargs)",
                       [](Call& call) -> Value { return make<Property>(as_class(call[0])); });
    type.method("__init__(self, fget=None, fset=None, fdel=None, doc=None)", [](Call& call) -> Value {
        Property& self = cast<Property>(call[0]);
        self.getter = call[1];
        self.setter = call[2];
        self.deleter = call[3];
        self.doc = call[4];
        if (self.doc.is_none() && !self.getter.is_none()) {
            Value doc = find_attribute(self.getter, names().doc);
            if (doc.exists()) self.doc = doc;
        }
        return Value::none();
    });
    auto with = [](Call& call, Value Property::*part) -> Value {
        Property& self = cast<Property>(call[0]);
        Ref<Property> made = make<Property>(self.cls);
        made->getter = self.getter;
        made->setter = self.setter;
        made->deleter = self.deleter;
        made->doc = self.doc;
        made.get()->*part = call[1];
        return made;
    };
    type.method("getter(self, fget, /)", [with](Call& call) { return with(call, &Property::getter); });
    type.method("setter(self, fset, /)", [with](Call& call) { return with(call, &Property::setter); });
    type.method("deleter(self, fdel, /)", [with](Call& call) { return with(call, &Property::deleter); });
    type.method("__get__(self, instance, owner=None, /)", [](Call& call) -> Value {
        return bind_descriptor(call[0], call[1].is_none() ? Value() : call[1], class_of(call[1]));
    });
    type.method("__set__(self, instance, value, /)", [](Call& call) -> Value {
        Value setter = cast<Property>(call[0]).setter;
        if (!setter.exists() || setter.is_none()) raise(Exc::AttributeError, "property has no setter");
        return python::call(setter, {call[1], call[2]});
    });
    auto part = [](Value Property::*member) {
        return [member](Call& call) {
            Value value = cast<Property>(call[0]).*member;
            return value.exists() ? value : Value::none();
        };
    };
    type.property("fget", part(&Property::getter));
    type.property("fset", part(&Property::setter));
    type.property("fdel", part(&Property::deleter));
    type.property("__doc__", part(&Property::doc), [](Call& call) {
        cast<Property>(call[0]).doc = call[1];
        return Value::none();
    });
    type.property("__isabstractmethod__", [](Call& call) -> Value {
        Property& self = cast<Property>(call[0]);
        for (const Value& each : {self.getter, self.setter, self.deleter}) {
            if (!each.is_object()) continue;
            Value flag = find_attribute(each, intern("__isabstractmethod__"));
            if (flag.exists() && truth(flag)) return Value::boolean(true);
        }
        return Value::boolean(false);
    });
}

void wrapper_members(ClassBuilder& type) {
    bool is_static = type.get() == types().staticmethod;
    type.static_method("__new__(cls, function, /)", [is_static](Call& call) -> Value {
        return make<MethodWrapper>(is_static ? Kind::StaticMethod : Kind::ClassMethod, as_class(call[0]),
                                   call[1]);
    });
    type.property("__func__", [](Call& call) { return cast<MethodWrapper>(call[0]).function; });
    type.property("__wrapped__", [](Call& call) { return cast<MethodWrapper>(call[0]).function; });
    type.method("__get__(self, instance, owner=None, /)", [](Call& call) -> Value {
        return bind_descriptor(call[0], call[1].is_none() ? Value() : call[1],
                               call[2].is_none() ? class_of(call[1]) : as_class(call[2]));
    });
    for (const char* name : {"__name__", "__qualname__", "__doc__", "__isabstractmethod__"})
        type.property(name, [name](Call& call) -> Value {
            Value found = find_attribute(cast<MethodWrapper>(call[0]).function, intern(name));
            if (found.exists()) return found;
            if (std::string_view(name) == "__isabstractmethod__") return Value::boolean(false);
            return Value::none();
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
