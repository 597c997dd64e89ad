// What functions, methods, properties and their wrappers show of themselves.
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"

namespace limbeck::python {

namespace {

Value call_itself(Call& call) {
    std::vector<KeywordArgument> keywords = keyword_arguments(call.keywords(2));
    return python::call(call[0], call.rest(1), keywords);
}

} // namespace

void function_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    auto self = [](Call& call) -> Function& { return cast<Function>(call[0]); };
    auto name_property = [&](const char* name, Value Function::*member) {
        type.property(
            name, [=](Call& call) { return self(call).*member; },
            [=](Call& call) {
                if (!is_str(call[1]))
                    raise(Exc::TypeError, fmt::format("{} must be set to a string object", name));
                self(call).*member = call[1];
                return Value::none();
            });
    };
    name_property("__name__", &Function::name);
    name_property("__qualname__", &Function::qualified_name);
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
        "__annotations__", [self](Call& call) { return annotations_of(self(call)); },
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
        Code& code = *self(call).code;
        if (code.lazy) complete(code);
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
    type.method("__call__(self, /, *args, **kwargs)", call_itself);
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
    type.method("__call__(self, /, *args, **kwargs)", call_itself);
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
    type.method("__call__(self, /, *args, **kwargs)", call_itself);
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
        return bind_builtin_descriptor(call[0], call[1].is_none() ? Value() : call[1], class_of(call[1]));
    });
    type.method("__set__(self, instance, value, /)", [](Call& call) -> Value {
        Value setter = cast<Property>(call[0]).setter;
        if (!setter.exists() || setter.is_none()) raise(Exc::AttributeError, "property has no setter");
        return python::call(setter, {call[1], call[2]});
    });
    type.method("__delete__(self, instance, /)", [](Call& call) -> Value {
        Value deleter = cast<Property>(call[0]).deleter;
        if (!deleter.exists() || deleter.is_none()) raise(Exc::AttributeError, "property has no deleter");
        return python::call(deleter, {call[1]});
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
        return bind_builtin_descriptor(call[0], call[1].is_none() ? Value() : call[1],
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

} // namespace limbeck::python
