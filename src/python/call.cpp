// Calls: whatever a value is, what calling it means.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/runtime.hpp"
#include "python/syntax_error.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// Slots of a call: on the C++ stack while there are few.
class Slots {
  public:
    explicit Slots(std::size_t count) {
        if (count > few) large_ = std::make_unique<Value[]>(count);
    }
    Value* data() { return large_ ? large_.get() : small_; }

  private:
    static constexpr std::size_t few = 8;
    Value small_[few];
    std::unique_ptr<Value[]> large_;
};

class ScriptCallee final : public Callee {
  public:
    explicit ScriptCallee(const Function& function) : function_(function) {}
    DefaultValue default_of(std::size_t at) const override {
        const Code& code = *function_.code;
        if (at < code.positional) {
            std::size_t first =
                code.positional - std::min<std::size_t>(function_.defaults.size(), code.positional);
            if (at < first) return {};
            return {true, &function_.defaults[at - first]};
        }
        if (at - code.positional >= function_.keyword_defaults.size()) return {};
        const Value& value = function_.keyword_defaults[at - code.positional];
        return {value.exists(), &value};
    }
    std::string name() const override { return to_str(function_.qualified_name); }

  private:
    const Function& function_;
};

class NativeCallee final : public Callee {
  public:
    explicit NativeCallee(const NativeFunction& function) : function_(function) {}
    DefaultValue default_of(std::size_t at) const override {
        return {function_.signature->has_default[at], &function_.signature->defaults[at]};
    }
    std::string name() const override { return function_.qualified_name(); }

  private:
    const NativeFunction& function_;
};

// What the TypeErrors of functions written in C need to know of one, native or of a module that stands for
// such.
class CFunction {
  public:
    virtual ~CFunction() = default;
    virtual std::string qualified() const = 0;
    virtual std::string name() const = 0;
    virtual std::size_t hidden() const = 0;          // parameters before those that callers count: self, cls
    virtual bool counts_single_argument() const = 0; // "takes exactly one argument" where it has just one
};

class NativeCFunction final : public CFunction {
  public:
    explicit NativeCFunction(const NativeFunction& function) : function_(function) {}
    // Constructors speak in their class's name, and do not count the class.
    std::string qualified() const override {
        return is_constructor() ? function_.owner->name : function_.qualified_name();
    }
    std::string name() const override {
        return is_constructor() ? function_.owner->name : std::string(function_.name());
    }
    std::size_t hidden() const override { return function_.binds || is_constructor() ? 1 : 0; }
    bool counts_single_argument() const override { return true; }

  private:
    bool is_constructor() const {
        return function_.owner && (function_.name() == "__new__" || function_.name() == "__init__");
    }
    const NativeFunction& function_;
};

class ScriptCFunction final : public CFunction {
  public:
    explicit ScriptCFunction(const Function& function) : code_(*function.code) {}
    std::string qualified() const override {
        if (is_method()) return speaks_for_class() ? class_name() : code_.qualified_name;
        return (code_.unit->file == "<operator>" ? "_operator." : "") + code_.name;
    }
    std::string name() const override { return speaks_for_class() ? class_name() : code_.name; }
    std::size_t hidden() const override { return is_method() ? 1 : 0; }
    bool counts_single_argument() const override { return !speaks_for_class(); }

  private:
    bool is_method() const { return code_.parent && code_.parent->kind == ScopeKind::Class; }
    bool speaks_for_class() const {
        return is_method() && (code_.name == "__init__" || code_.name == "__call__");
    }
    std::string class_name() const { return code_.parent->name; }
    const Code& code_;
};

// The TypeErrors of functions written in C, as far as they differ.
void check_c_arguments(const CFunction& function, const ParameterList& list, const Callee& callee,
                       const Arguments& given) {
    std::size_t hidden = function.hidden();
    auto has_default = [&](std::size_t at) { return callee.default_of(at).provided; };
    std::size_t count = given.count() - std::min(hidden, given.count());
    std::size_t most = list.positional - std::min(hidden, list.positional), least = 0;
    for (std::size_t at = hidden; at < list.positional; ++at) least += !has_default(at);
    auto qualified = [&] { return function.qualified(); };
    auto name = [&] { return function.name(); };
    if (given.count() < hidden)
        raise(Exc::TypeError, fmt::format("unbound method {}() needs an argument", qualified()));
    bool all_positional_only = list.positional_only == list.positional && list.keyword_only == 0;
    if (!given.keywords.empty() && all_positional_only && list.double_star < 0)
        raise(Exc::TypeError, fmt::format("{}() takes no keyword arguments", qualified()));
    if (list.star < 0 && all_positional_only) {
        if (most == 0 && count > 0)
            raise(Exc::TypeError, fmt::format("{}() takes no arguments ({} given)", qualified(), count));
        if (most == 1 && least == 1 && count != 1 && function.counts_single_argument())
            raise(Exc::TypeError,
                  fmt::format("{}() takes exactly one argument ({} given)", qualified(), count));
        if (count < least || count > most)
            raise(Exc::TypeError, fmt::format("{} expected {}{} argument{}, got {}", name(),
                                              least == most   ? ""
                                              : count < least ? "at least "
                                                              : "at most ",
                                              count < least ? least : most,
                                              (count < least ? least : most) == 1 ? "" : "s", count));
        return;
    }
    if (list.star >= 0 && count < least)
        raise(Exc::TypeError, fmt::format("{} expected at least {} argument{}, got {}", name(), least,
                                          least == 1 ? "" : "s", count));
    if (list.star < 0 && count + given.keywords.size() > most + list.keyword_only && list.double_star < 0)
        raise(Exc::TypeError,
              fmt::format("{}() takes at most {} argument{} ({} given)", name(), most + list.keyword_only,
                          most + list.keyword_only == 1 ? "" : "s", count + given.keywords.size()));
    if (list.star < 0 && count > most)
        raise(Exc::TypeError,
              fmt::format("{}() takes {} {} positional argument{} ({} given)", name(),
                          least == most ? "exactly" : "at most", most, most == 1 ? "" : "s", count));
    for (const KeywordArgument& keyword : given.keywords) {
        bool known = list.double_star >= 0;
        for (std::size_t at = list.positional_only; at < list.positional + list.keyword_only; ++at)
            known = known || list.names[at]->text == keyword.name->text;
        if (!known)
            raise(Exc::TypeError,
                  fmt::format("'{}' is an invalid keyword argument for {}()", keyword.name->text, name()));
    }
    for (std::size_t at = count + hidden; at < list.positional; ++at) {
        if (has_default(at)) continue;
        bool named = false;
        for (const KeywordArgument& keyword : given.keywords)
            named = named || list.names[at]->text == keyword.name->text;
        if (!named)
            raise(Exc::TypeError, fmt::format("{}() missing required argument '{}' (pos {})", name(),
                                              list.names[at]->text, at + 1 - hidden));
    }
}

} // namespace

Value call_function(Function& function, const Arguments& given) {
    Code& code = *function.code;
    if (code.lazy) complete(code);
    std::size_t count = code.slot_names.size();
    if (code.is_generator || code.is_async) {
        auto slots = std::make_unique<Value[]>(std::max<std::size_t>(count, 1));
        ParameterList list{code.slot_names, code.positional_only, code.positional, code.keyword_only,
                           code.star,       code.double_star};
        bind_arguments(list, given, ScriptCallee(function), slots.get());
        return make_generator(function, std::move(slots));
    }
    Slots slots(count);
    Value* data = slots.data();
    if (given.keywords.empty() && given.count() == code.positional && code.keyword_only == 0 &&
        code.star < 0 && code.double_star < 0) {
        for (std::size_t at = 0; at < code.positional; ++at) data[at] = given[at];
    } else {
        ParameterList list{code.slot_names, code.positional_only, code.positional, code.keyword_only,
                           code.star,       code.double_star};
        if (code.unit->speaks_as_c)
            check_c_arguments(ScriptCFunction(function), list, ScriptCallee(function), given);
        bind_arguments(list, given, ScriptCallee(function), data);
    }
    DepthGuard depth;
    Frame frame{&code};
    frame.globals = function.globals.get();
    frame.slots = data;
    frame.function = &function;
    Value alive(&function); // the function may be rebound while it runs
    prepare_cells(frame, function.closure);
    return run_frame(frame);
}

namespace {

bool is_own_error(const Error& error) {
    return dynamic_cast<const ScriptError*>(&error) || dynamic_cast<const LimitError*>(&error) ||
           dynamic_cast<const UnresolvedError*>(&error) || dynamic_cast<const SyntaxError*>(&error);
}

// An Error of the host becomes the exception that a script can catch for it.
Value call_translated(NativeFunction& function, Call& call) {
    Value exception;
    try {
        return function.body(call);
    } catch (const Error& error) {
        if (is_own_error(error)) throw;
        exception = rt().options.translate_error(error);
        if (!as<Exception>(exception)) throw;
    }
    raise(Ref<Exception>(as<Exception>(exception)));
}

} // namespace

namespace {

Str* todays_name(const KeywordAliases& aliases, Str* given) {
    for (const auto& [alias, name] : aliases)
        if (alias == given->text) return intern(name);
    return given;
}

// The call again, its keywords by today's names.
Value call_by_aliases(NativeFunction& function, const Arguments& given) {
    std::vector<KeywordArgument> keywords(given.keywords.begin(), given.keywords.end());
    for (KeywordArgument& each : keywords) each.name = todays_name(function.aliases, each.name);
    return call_native(function, Arguments{given.receiver, given.positional, keywords});
}

} // namespace

Value call_native(NativeFunction& function, const Arguments& given) {
    if (!function.aliases.empty())
        for (const KeywordArgument& each : given.keywords)
            if (todays_name(function.aliases, each.name) != each.name)
                return call_by_aliases(function, given);
    if (!function.signature) function.signature = parse_signature(function.declaration);
    const Signature& signature = *function.signature;
    const ParameterList& list = signature.list;
    if (function.style == CallStyle::C)
        check_c_arguments(NativeCFunction(function), list, NativeCallee(function), given);
    std::size_t count = signature.names.size();
    Slots slots(count);
    Value* data = slots.data();
    if (given.keywords.empty() && given.count() == list.positional && count == list.positional)
        for (std::size_t at = 0; at < count; ++at) data[at] = given[at];
    else
        bind_arguments(list, given, NativeCallee(function), data);
    // Declared before the keyword-only parameters, bound after them.
    if (list.star >= 0 && list.keyword_only > 0)
        std::rotate(data + list.positional, data + list.star, data + list.star + 1);
    DepthGuard depth;
    Value alive(&function);
    Call call(function, std::span(data, count));
    if (!rt().options.translate_error) return function.body(call);
    return call_translated(function, call);
}

namespace {

bool is_native_method(const Value* found, const Value& native) {
    return found && found->is(native);
}

// How what is unresolved makes its instances, and what they hold, is not known.
Value unresolved_instance(Class& type) {
    Class* from = &type;
    for (Class* each : type.mro)
        if (each->unresolved_base.exists()) from = each;
    Ref<Unresolved> made = make<Unresolved>(type.name + "()", Place{});
    if (Unresolved* base = as<Unresolved>(from->unresolved_base)) {
        made->imported_at = base->imported_at;
        made->import_line = base->import_line;
    }
    return made;
}

// The default type.__call__: __new__, then __init__.
Value instantiate(Class& type, const Arguments& given) {
    Runtime& runtime = rt();
    if (&type == runtime.types.type && given.count() == 1 && given.keywords.empty())
        return class_value(class_of(given[0]));
    const Value* maker = lookup(&type, runtime.names.new_);
    const Value* initializer = lookup(&type, runtime.names.init);
    if (!runtime.object_new.exists()) {
        runtime.object_new = *runtime.types.object->space().table.find(runtime.names.new_);
        runtime.object_init = *runtime.types.object->space().table.find(runtime.names.init);
    }
    const Value& default_new = runtime.object_new;
    const Value& default_init = runtime.object_init;
    Value made;
    Value own_init = initializer ? *initializer : Value();
    bool init_is_default = is_native_method(initializer, default_init);
    if (is_native_method(maker, default_new)) {
        if (init_is_default && type.has_unresolved_base) return unresolved_instance(type);
        if (init_is_default && (given.count() || !given.keywords.empty()))
            raise(Exc::TypeError, fmt::format("{}() takes no arguments", type.name));
        if (type.is_abstract) {
            Value alone = class_value(&type);
            Arguments only{&alone, {}, {}};
            made = call_with(default_new, only);
        } else if (type.layout == Kind::Instance && type.heap_instances) {
            made = make<Instance>(&type);
        } else {
            raise(Exc::TypeError, fmt::format("cannot create '{}' instances", type.name));
        }
    } else {
        Value function = *maker;
        if (MethodWrapper* wrapper = as<MethodWrapper>(function)) function = wrapper->function;
        Value self = class_value(&type);
        std::vector<Value> all;
        all.reserve(given.count() + 1);
        all.push_back(self);
        for (std::size_t at = 0; at < given.count(); ++at) all.push_back(given[at]);
        made = call_with(function, Arguments{nullptr, all, given.keywords});
    }
    if (init_is_default || !own_init.exists() || !is_instance(made, &type)) return made;
    if (class_of(made) != &type) own_init = *lookup(class_of(made), runtime.names.init);
    std::vector<Value> all;
    Arguments forwarded{&made, given.positional, given.keywords};
    if (given.receiver) {
        for (std::size_t at = 0; at < given.count(); ++at) all.push_back(given[at]);
        forwarded.positional = all;
    }
    Value result = call_with(own_init, forwarded);
    if (!result.is_none())
        raise(Exc::TypeError, fmt::format("__init__() should return None, not '{}'", type_name(result)));
    return made;
}

} // namespace

Value call_class(Class& type, const Arguments& given) {
    if (type.cls != types().type) {
        Class* where = nullptr;
        const Value* custom = lookup(type.cls, names().call, where);
        if (custom && where != types().type) {
            Value self = class_value(&type);
            std::vector<Value> all;
            for (std::size_t at = 0; at < given.count(); ++at) all.push_back(given[at]);
            return call_with(*custom, Arguments{&self, all, given.keywords});
        }
    }
    DepthGuard depth;
    return instantiate(type, given);
}

Value type_call(Class& type, const Arguments& given) {
    return instantiate(type, given);
}

Value call_with(const Value& callable, const Arguments& given) {
    if (Object* object = callable.object()) {
        switch (object->kind) {
        case Kind::Function:
            return call_function(*static_cast<Function*>(object), given);
        case Kind::NativeFunction:
            return call_native(*static_cast<NativeFunction*>(object), given);
        case Kind::Class:
            return call_class(*static_cast<Class*>(object), given);
        case Kind::BoundMethod: {
            auto* method = static_cast<BoundMethod*>(object);
            Value function = method->function, self = method->self;
            if (!given.receiver)
                return call_with(function, Arguments{&self, given.positional, given.keywords});
            std::vector<Value> all;
            for (std::size_t at = 0; at < given.count(); ++at) all.push_back(given[at]);
            return call_with(function, Arguments{&self, all, given.keywords});
        }
        case Kind::StaticMethod:
            return call_with(static_cast<MethodWrapper*>(object)->function, given);
        case Kind::Unresolved:
            return unresolved_call(callable);
        default:
            break;
        }
        if (const Value* method = lookup(class_of(callable), names().call)) {
            Value function = *method;
            std::vector<Value> all;
            for (std::size_t at = 0; at < given.count(); ++at) all.push_back(given[at]);
            DepthGuard depth;
            if (as<Function>(function) || as<NativeFunction>(function))
                return call_with(function, Arguments{&callable, all, given.keywords});
            Value bound = bind_descriptor(function, callable, class_of(callable));
            return call_with(bound, Arguments{nullptr, all, given.keywords});
        }
    }
    raise(Exc::TypeError, fmt::format("'{}' object is not callable", type_name(callable)));
}

std::vector<KeywordArgument> keyword_arguments(const Dict& dict) {
    std::vector<KeywordArgument> keywords;
    dict.table.each([&](const Value& key, const Value& value) {
        keywords.push_back({intern(as_text(key)), value});
    });
    return keywords;
}

Value call(const Value& callable, std::span<const Value> arguments,
           std::span<const KeywordArgument> keywords) {
    return call_with(callable, Arguments{nullptr, arguments, keywords});
}

Value call(const Value& callable, std::initializer_list<Value> arguments) {
    return call_with(callable, Arguments{nullptr, {arguments.begin(), arguments.size()}, {}});
}

Value call_method(const Value& object, Str* name, std::span<const Value> arguments,
                  std::span<const KeywordArgument> keywords) {
    Value self;
    Value function = load_method(object, name, self);
    return call_with(function, Arguments{self.exists() ? &self : nullptr, arguments, keywords});
}

Value call_method(const Value& object, std::string_view name, std::initializer_list<Value> arguments) {
    return call_method(object, intern(name), std::span(arguments.begin(), arguments.size()));
}

bool is_callable(const Value& value) {
    Object* object = value.object();
    if (!object) return false;
    switch (object->kind) {
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Class:
    case Kind::BoundMethod:
    case Kind::StaticMethod:
    case Kind::Unresolved:
        return true;
    default:
        return lookup(class_of(value), names().call) != nullptr;
    }
}

} // namespace limbeck::python
