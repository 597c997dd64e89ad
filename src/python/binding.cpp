#include "python/binding.hpp"

#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/importing.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

NativeFunction::NativeFunction(std::string_view text, NativeBody function, CallStyle call_style)
    : Container(Kind::NativeFunction, types().builtin_function), declaration(text), body(std::move(function)),
      style(call_style) {}
NativeFunction::~NativeFunction() = default;

std::string_view NativeFunction::name() const {
    return declaration.substr(0, declaration.find('('));
}

std::string NativeFunction::qualified_name() const {
    return owner ? owner->qualified_name + "." + std::string(name()) : std::string(name());
}

// ---- arguments

namespace {

[[noreturn]] void raise_wrong_type(const Call& call, std::size_t index, const char* expected) {
    const Value& given = call[index];
    if (is_unresolved(given))
        raise_unresolved(given, fmt::format("use it as {} {}", expected[0] == 'i' ? "an" : "a", expected));
    const Signature& signature = *call.function().signature;
    // Declared order is binding order but for *args, which stands before keyword-only parameters.
    std::size_t at = index;
    if (signature.list.star >= 0 && index > signature.list.positional) --at;
    raise(Exc::TypeError, fmt::format("{}() argument '{}' must be {}, not {}", call.function().name(),
                                      signature.names[at]->text, expected, type_name(given)));
}

} // namespace

const std::string& Call::text(std::size_t index) const {
    if (const std::string* found = text_if(arguments_[index])) return *found;
    raise_wrong_type(*this, index, "str");
}

std::int64_t Call::integer(std::size_t index) const {
    if (auto small = integer_if(arguments_[index])) return *small;
    if (is_int(arguments_[index])) raise(Exc::OverflowError, "Python int too large to convert to C long");
    if (find_special(arguments_[index], names().index).exists()) return as_index(arguments_[index]);
    raise_wrong_type(*this, index, "int");
}

double Call::number(std::size_t index) const {
    if (arguments_[index].is_float()) return arguments_[index].as_float();
    if (is_int(arguments_[index]) || find_special(arguments_[index], names().float_).exists())
        return as_double(arguments_[index]);
    raise_wrong_type(*this, index, "float");
}

std::string Call::text_or(std::size_t index, std::string_view otherwise) const {
    return has(index) ? text(index) : std::string(otherwise);
}

std::int64_t Call::integer_or(std::size_t index, std::int64_t otherwise) const {
    return has(index) ? integer(index) : otherwise;
}

Interpreter& Call::interpreter() const {
    return Interpreter::current();
}

std::unique_ptr<NativeState>* state_slot(const Value& value) noexcept {
    if (Instance* instance = as<Instance>(value)) return &instance->state;
    if (Exception* exception = as<Exception>(value)) return &exception->state;
    return nullptr;
}

void raise_wrong_state(const Value& value, const char* where) {
    if (is_unresolved(value)) raise_unresolved(value, "use it");
    raise(Exc::TypeError,
          fmt::format("{}object of type '{}' is not what is needed here", where, type_name(value)));
}

// ---- classes

namespace {

Ref<NativeFunction> native(std::string_view declaration, NativeBody body, CallStyle style, Class* owner,
                           bool binds) {
    Ref<NativeFunction> function = make<NativeFunction>(declaration, std::move(body), style);
    function->owner = owner;
    function->binds = binds;
    if (owner && binds && style == CallStyle::C) function->cls = types().method_descriptor;
    return function;
}

void put(Class* type, std::string_view name, const Value& value) {
    type->attributes->table.set(intern(name), value);
    classes_changed();
}

} // namespace

ClassBuilder& ClassBuilder::method(std::string_view declaration, NativeBody body, KeywordAliases aliases) {
    auto function = native(declaration, std::move(body), style_, class_, true);
    function->aliases = aliases;
    put(class_, function->name(), function);
    if (function->name() == "__eq__" && !class_->attributes->table.find(names().hash))
        put(class_, "__hash__", Value::none());
    return *this;
}

ClassBuilder& ClassBuilder::class_method(std::string_view declaration, NativeBody body) {
    auto function = native(declaration, std::move(body), style_, class_, true);
    put(class_, function->name(),
        python::make<MethodWrapper>(Kind::ClassMethod, types().classmethod, Value(function.get())));
    return *this;
}

ClassBuilder& ClassBuilder::static_method(std::string_view declaration, NativeBody body) {
    auto function = native(declaration, std::move(body), style_, class_, false);
    put(class_, function->name(),
        python::make<MethodWrapper>(Kind::StaticMethod, types().staticmethod, Value(function.get())));
    return *this;
}

ClassBuilder& ClassBuilder::property(std::string_view name, NativeBody getter, NativeBody setter) {
    auto made = python::make<Property>(types().property);
    made->is_native = true;
    made->getter = native("__get__(self, /)", std::move(getter), CallStyle::C, class_, true);
    if (setter)
        made->setter = native("__set__(self, value, /)", std::move(setter), CallStyle::C, class_, true);
    put(class_, name, made);
    return *this;
}

ClassBuilder& ClassBuilder::constant(std::string_view name, Value value) {
    put(class_, name, value);
    return *this;
}

ClassBuilder& ClassBuilder::doc(std::string_view text) {
    return constant("__doc__", make_str(text));
}

ClassBuilder& ClassBuilder::no_attributes() {
    class_->takes_attributes = false;
    return *this;
}

ClassBuilder& ClassBuilder::style(CallStyle style) {
    style_ = style;
    return *this;
}

Value ClassBuilder::value() const {
    return Value(class_);
}

ClassBuilder make_class(std::string_view name, std::vector<Class*> bases, std::string_view module_name) {
    if (bases.empty()) bases.push_back(types().object);
    Class* meta = types().type;
    for (Class* base : bases)
        if (is_subclass(base->cls, meta)) meta = base->cls;
    auto* made = new Class(meta, std::string(name));
    made->module = module_name;
    made->bases = bases;
    made->mro = linearize(made, bases);
    for (Class* base : bases) {
        base->subclasses.push_back(made);
        if (base->layout != Kind::Instance) made->layout = base->layout;
        if (base->has_unresolved_base) made->has_unresolved_base = true;
    }
    made->attributes->table.set(names().module, make_str(module_name));
    return ClassBuilder(made);
}

// ---- modules

ModuleBuilder& ModuleBuilder::function(std::string_view declaration, NativeBody body, CallStyle style,
                                       KeywordAliases aliases) {
    auto made = native(declaration, std::move(body), style, nullptr, false);
    made->aliases = aliases;
    made->module = module_.name;
    module_.dict().table.set(intern(made->name()), Value(made.get()));
    return *this;
}

ModuleBuilder& ModuleBuilder::constant(std::string_view name, Value value) {
    module_.dict().table.set(intern(name), std::move(value));
    return *this;
}

namespace {

struct NativeLazyAttribute final : LazyAttribute {
    std::function<Value()> make;
    explicit NativeLazyAttribute(std::function<Value()> maker) : make(std::move(maker)) {}
    Value make_value() override { return make(); }
    void clear() override {
        make = nullptr;
        Object::clear();
    }
};

} // namespace

ModuleBuilder& ModuleBuilder::lazy(std::string_view name, std::function<Value()> make_value) {
    module_.dict().table.set(intern(name), python::make<NativeLazyAttribute>(std::move(make_value)));
    return *this;
}

ModuleBuilder& ModuleBuilder::missing(std::function<Value(std::string_view name)> find) {
    std::string module_name = module_.name;
    return function("__getattr__(name, /)", [find = std::move(find), module_name](Call& call) {
        Value found = find(call.text(0));
        if (!found.exists())
            raise(Exc::AttributeError,
                  fmt::format("module '{}' has no attribute '{}'", module_name, call.text(0)));
        return found;
    });
}

ClassBuilder ModuleBuilder::define_class(std::string_view name, std::vector<Class*> bases) {
    ClassBuilder made = make_class(name, std::move(bases), module_.name);
    constant(name, made.value());
    return made;
}

Class* ModuleBuilder::define_class(std::string_view name, std::vector<Class*> bases,
                                   std::function<void(ClassBuilder&)> populate) {
    Class* made = define_class(name, std::move(bases)).get();
    made->populate = std::move(populate);
    return made;
}

Class* ModuleBuilder::define_exception(std::string_view name, Class* base) {
    return define_class(name, {base}).get();
}

Value make_function(std::string_view declaration, NativeBody body, CallStyle style) {
    return native(declaration, std::move(body), style, nullptr, false);
}

Value make_instance(Class* type) {
    if (type->layout == Kind::Exception) {
        Value empty = make_tuple();
        return python::make<Exception>(type, Ref<Tuple>(as<Tuple>(empty)));
    }
    return python::make<Instance>(type);
}

Value import_native(std::string_view dotted_name) {
    Runtime& runtime = rt();
    // Asked for with every call of some functions: mostly it is there.
    if (Str* name = runtime.interned.find(dotted_name))
        if (const Value* loaded = runtime.modules->table.find(name))
            if (Module* module = as<Module>(*loaded); module && !is_of_project(*module)) return *loaded;
    bool known = runtime.native_modules.count(dotted_name) ||
                 (runtime.module_source && runtime.module_source(dotted_name));
    if (!known) return {};
    return import_dotted(std::string(dotted_name));
}

Value native_attribute(std::string_view module, std::string_view name) {
    Value found = import_native(module);
    return found.exists() ? find_attribute(found, intern(name)) : Value();
}

Class* builtin_class(std::string_view name) {
    const Value* found = rt().builtins->table.find(intern(name));
    if (found)
        if (Class* type = as<Class>(*found)) return type;
#define LIMBECK_X(member, text, layout)                                                                      \
    if (name == text) return types().member;
    LIMBECK_PYTHON_TYPES(LIMBECK_X)
#undef LIMBECK_X
    return nullptr;
}

Class* as_class(const Value& value) noexcept {
    return as<Class>(value);
}
Value class_value(Class* type) noexcept {
    return Value(type);
}
const std::string& class_name(const Class* type) noexcept {
    return type->name;
}

} // namespace limbeck::python
