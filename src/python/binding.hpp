// How C++ gives scripts modules, functions and classes: each entry one declaration, in Python's own notation.
//
//     void populate(ModuleBuilder& module) {
//         module.function("dumps(obj, *, indent=None, sort_keys=False)", [](Call& call) {
//             return make_str(dump(call[0], call.given(1) ? ..., call.truth(2)));
//         });
//         module.constant("VERSION", make_str("1"));
//         ClassBuilder point = module.define_class("Point");
//         point.method("__init__(self, x, y=0)", [](Call& call) {
//             call.attach<PointState>(call.number(1), call.number(2));
//             return Value::none();
//         });
//         point.property("x", [](Call& call) { return Value::number(call.state<PointState>().x); });
//         point.method("__eq__(self, other)", [](Call& call) -> Value { ... Value::not_implemented() ... });
//     }
//
// A signature is Python's: `name(a, /, b, *args, c=1, **kwargs)`. Arguments arrive in the order of
// declaration: call[0] is the first parameter, `*args` is a tuple in its place, `**kwargs` a dict. Defaults
// are literals (None, True, False, numbers, strings, `()`); the default `...` means "not given": the argument
// is then Nothing. The text is parsed at the first call. Wrong calls raise exactly the TypeError that a
// function written in Python raises ("dumps() missing 1 required positional argument: 'obj'"; methods with
// the class's name before theirs).
//
// Signature text and names must outlive the interpreter: string literals.
//
// Classes are ordinary classes: scripts call, subclass, print and compare them. Operators, iteration,
// containers and context managers are their dunder methods. Attributes of instances are set with
// set_attribute; C++ data is attached with `attach<T>` and read with `state<T>`, T deriving from NativeState.
// A state that refers to Values may do so freely (cycles are freed at the interpreter's end).
#pragma once

#include "python/operations.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace limbeck::python {

class Call;
class Interpreter;
struct Signature;

using NativeBody = std::function<Value(Call&)>;

// Whose TypeError sentences a wrong call raises: those of functions written in Python (what a library's
// functions are, mostly), or those of CPython's C functions ("len() takes exactly one argument (0 given)").
enum class CallStyle : std::uint8_t { Python, C };

// Keywords that a function takes by another name too: {"name", "index_name"}.
using KeywordAliases = std::span<const std::pair<std::string_view, std::string_view>>;

struct NativeFunction final : Container {
    const std::string_view declaration; // "name(parameters)"
    NativeBody body;
    std::unique_ptr<Signature> signature; // parsed at the first call
    Class* owner = nullptr;               // the class it is a method of
    std::string module;                   // of module functions, for __module__ and repr
    CallStyle style;
    bool binds = false;     // a method: becomes bound when read from an instance
    KeywordAliases aliases; // of static lifetime

    NativeFunction(std::string_view text, NativeBody function, CallStyle call_style);
    ~NativeFunction() override;
    std::string_view name() const; // without the parameters
    std::string qualified_name() const;
    static bool is_kind(Kind kind) { return kind == Kind::NativeFunction; }
};

// The arguments of one call of a native function, bound to its parameters.
class Call {
  public:
    Call(NativeFunction& function, std::span<Value> arguments) : function_(function), arguments_(arguments) {}

    std::size_t size() const { return arguments_.size(); }
    Value& operator[](std::size_t index) const { return arguments_[index]; }
    // False where the default is `...` and nothing was passed.
    bool given(std::size_t index) const { return arguments_[index].exists(); }
    // Neither missing nor None.
    bool has(std::size_t index) const { return given(index) && !arguments_[index].is_none(); }
    const Value& self() const { return arguments_[0]; }
    // What *args holds, and **kwargs.
    const std::vector<Value>& rest(std::size_t index) const { return cast<Tuple>(arguments_[index]).items; }
    Dict& keywords(std::size_t index) const { return cast<Dict>(arguments_[index]); }

    // Arguments of one type. TypeError "name() argument 'x' must be str, not int" where they are of another.
    const std::string& text(std::size_t index) const;
    std::int64_t integer(std::size_t index) const;
    double number(std::size_t index) const; // int or float
    bool truth(std::size_t index) const { return python::truth(arguments_[index]); }
    // The same, with what stands for "not given" or None.
    std::string text_or(std::size_t index, std::string_view otherwise) const;
    std::int64_t integer_or(std::size_t index, std::int64_t otherwise) const;

    // The native state of `self` (or of another argument); TypeError where it is not there.
    template <class T> T& state(std::size_t index = 0) const;
    // Attaches native state to self, replacing what was there.
    template <class T, class... Args> T& attach(Args&&... args) const;

    Interpreter& interpreter() const;
    NativeFunction& function() const { return function_; }

  private:
    NativeFunction& function_;
    std::span<Value> arguments_;
};

// The native state of a value as T, or nullptr where it has none or one of another type.
std::unique_ptr<NativeState>* state_slot(const Value& value) noexcept;
template <class T> T* state_if(const Value& value) noexcept {
    auto* slot = state_slot(value);
    return slot ? dynamic_cast<T*>(slot->get()) : nullptr;
}
[[noreturn]] void raise_wrong_state(const Value& value, const char* where);
template <class T> T& state(const Value& value) {
    if (T* found = state_if<T>(value)) return *found;
    raise_wrong_state(value, "");
}
template <class T, class... Args> T& attach_state(const Value& value, Args&&... args) {
    auto* slot = state_slot(value);
    if (!slot) raise_wrong_state(value, "");
    auto made = std::make_unique<T>(std::forward<Args>(args)...);
    T& result = *made;
    *slot = std::move(made);
    return result;
}
template <class T> T& Call::state(std::size_t index) const {
    return python::state<T>(arguments_[index]);
}
template <class T, class... Args> T& Call::attach(Args&&... args) const {
    return attach_state<T>(arguments_[0], std::forward<Args>(args)...);
}

// A class under construction. Every member returns the builder, so that declarations can be chained.
class ClassBuilder {
  public:
    explicit ClassBuilder(Class* built) : class_(built) {}

    ClassBuilder& method(std::string_view declaration, NativeBody body,
                         KeywordAliases aliases = {});                         // name(self, ...)
    ClassBuilder& class_method(std::string_view declaration, NativeBody body); // name(cls, ...)
    ClassBuilder& static_method(std::string_view declaration, NativeBody body);
    // Getter: call[0] is self; setter: call[0] is self, call[1] the value. Without a setter, assignment
    // raises AttributeError.
    ClassBuilder& property(std::string_view name, NativeBody getter, NativeBody setter = {});
    ClassBuilder& constant(std::string_view name, Value value);
    ClassBuilder& doc(std::string_view text);
    // Instances take no attributes of their own (as __slots__ = () or C types).
    ClassBuilder& no_attributes();
    // Methods declared after this raise TypeErrors in the style of C functions.
    ClassBuilder& style(CallStyle style);

    Class* get() const { return class_; }
    Value value() const;
    operator Class*() const { return class_; }

  private:
    Class* class_;
    CallStyle style_ = CallStyle::Python;
};

// A module under construction.
class ModuleBuilder {
  public:
    explicit ModuleBuilder(Module& module) : module_(module) {}

    ModuleBuilder& function(std::string_view declaration, NativeBody body,
                            CallStyle style = CallStyle::Python, KeywordAliases aliases = {});
    ModuleBuilder& constant(std::string_view name, Value value);
    // An attribute made at its first use.
    ModuleBuilder& lazy(std::string_view name, std::function<Value()> make);
    // Called for attributes that are not there (a module's __getattr__); Nothing: AttributeError.
    ModuleBuilder& missing(std::function<Value(std::string_view name)> find);
    // A class with its `populate` run at once; lazily: see below. Bases default to `object`.
    ClassBuilder define_class(std::string_view name, std::vector<Class*> bases = {});
    // A class whose members are filled in when first looked at.
    Class* define_class(std::string_view name, std::vector<Class*> bases,
                        std::function<void(ClassBuilder&)> populate);
    // An exception class: `module.exception("DecimalException", exception_class(Exc::ArithmeticError))`.
    Class* define_exception(std::string_view name, Class* base);

    Module& module() const { return module_; }
    Value value() const { return Value(&module_); }

  private:
    Module& module_;
};

// One native module: filled in when a script first imports it. Submodules are entries of their own
// ("os.path"); importing them imports their parents first and sets the attribute there.
struct NativeModule {
    std::string_view name; // dotted
    void (*populate)(ModuleBuilder& module);
};

// A function value that stands by itself.
Value make_function(std::string_view declaration, NativeBody body, CallStyle style = CallStyle::Python);
// An iterator from a C++ function: fills `out`, false at the end.
Value make_iterator(std::function<bool(Value& out)> next, std::string_view type_name = "iterator");
// A class outside any module (module_name is what __module__ says).
ClassBuilder make_class(std::string_view name, std::vector<Class*> bases = {},
                        std::string_view module_name = "builtins");
// An instance made without calling __init__, to attach native state to.
Value make_instance(Class* type);
template <class T, class... Args> Value make_instance_with(Class* type, Args&&... args) {
    Value made = make_instance(type);
    attach_state<T>(made, std::forward<Args>(args)...);
    return made;
}

// The module of this name, imported as `import name` would; Nothing where there is none.
Value import_native(std::string_view dotted_name);
// An attribute of a native module, imported where needed: native_attribute("datetime", "datetime").
Value native_attribute(std::string_view module, std::string_view name);

// The built-in class of this name ("str", "dict", "type", "property", ...), and any class behind a value.
Class* builtin_class(std::string_view name);
Class* as_class(const Value& value) noexcept; // nullptr where it is none
Value class_value(Class* type) noexcept;
const std::string& class_name(const Class* type) noexcept;

// An unresolved value: stands for what `origin` names and limbeck does not have.
Value make_unresolved(std::string origin, Place imported_at);
Value make_unresolved(std::string origin, std::string reason);
bool is_unresolved(const Value& value) noexcept;
// Its dotted origin: "app.models.Base.metadata".
std::string unresolved_origin(const Value& value);
// Throws the UnresolvedError that says what needed it: "needs the truth value of ...".
[[noreturn]] void raise_unresolved(const Value& value, std::string_view need, std::string_view way_out = {});

} // namespace limbeck::python
