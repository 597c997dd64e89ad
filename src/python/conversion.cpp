// Values to text (str, repr, ascii, format) and to C++ numbers; types of values.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/format.hpp"
#include "python/generator.hpp"
#include "python/generic_alias.hpp"
#include "python/integers.hpp"
#include "python/iterators.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/super.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"
#include "support/python_text.hpp"

#include <fmt/format.h>
#include <map>

#include <cmath>

namespace limbeck::python {

// ---- types

Class* class_of(const Value& value) {
    Types& t = types();
    switch (value.tag()) {
    case Tag::Object:
        return value.object_unchecked()->cls;
    case Tag::Int:
        return t.int_;
    case Tag::Float:
        return t.float_;
    case Tag::Bool:
        return t.bool_;
    case Tag::None:
    case Tag::Nothing:
        return t.none;
    case Tag::NotImplemented:
        return t.not_implemented;
    case Tag::Ellipsis:
        return t.ellipsis;
    }
    return t.object;
}

const std::string& type_name(const Value& value) {
    const Class* type = class_of(value);
    // What CPython writes in C carries its module in messages: 'decimal.Decimal', but 'UUID'.
    bool is_native = type->module == "collections" &&
                     (type->name == "deque" || type->name == "OrderedDict" || type->name == "defaultdict");
    if (is_native || type->module == "datetime" || type->module == "decimal") {
        static thread_local std::map<std::string, std::string, std::less<>> shown;
        std::string& full = shown[type->name];
        if (full.empty()) full = type->module + "." + type->name;
        return full;
    }
    return type->name;
}

bool is_subclass(const Class* derived, const Class* base) {
    if (derived == base) return true;
    for (const Class* each : derived->mro)
        if (each == base) return true;
    return false;
}

bool is_instance(const Value& value, const Class* type) {
    return is_subclass(class_of(value), type);
}

namespace {

bool checked_by_hook(const Value& type, Str* hook_name, const Value& value, bool& result) {
    Class* meta = class_of(type);
    if (meta == types().type) return false;
    Class* where = nullptr;
    const Value* hook = lookup(meta, hook_name, where);
    if (!hook || where == types().type) return false;
    Value function = *hook;
    Value answer = as<Function>(function) || as<NativeFunction>(function)
                       ? call_with(function, Arguments{&type, {&value, 1}, {}})
                       : call(bind_descriptor(function, type, meta), {value});
    result = truth(answer);
    return true;
}

bool any_of(const Value& value, const Value& type, bool instance) {
    const char* function = instance ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
                                    : "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    auto test = [&](const Value& each) {
        return instance ? is_instance(value, each) : is_subclass(value, each);
    };
    if (Tuple* tuple = as<Tuple>(type)) {
        for (const Value& each : std::vector<Value>(tuple->items))
            if (test(each)) return true;
        return false;
    }
    if (UnionType* all = as_union(type)) {
        for (const Value& each : all->members)
            if (test(each)) return true;
        return false;
    }
    bool result = false;
    if (instance && checked_by_hook(type, names().instancecheck, value, result)) return result;
    if (!instance && checked_by_hook(type, names().subclasscheck, value, result)) return result;
    if (is_unresolved(type))
        raise_unresolved(type, instance ? "tell whether a value is an instance of it"
                                        : "tell whether a class derives from it");
    if (instance && as_generic_alias(type))
        raise(Exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
    raise(Exc::TypeError, function);
}

} // namespace

bool is_instance(const Value& value, const Value& type) {
    if (Class* cls = as<Class>(type)) {
        bool result = false;
        if (class_of(value) == cls) return true;
        if (cls->cls != types().type && checked_by_hook(type, names().instancecheck, value, result))
            return result;
        if (is_instance(value, cls)) return true;
        if (is_unresolved(value))
            raise_unresolved(value, fmt::format("tell whether it is an instance of {}", cls->name));
        return false;
    }
    return any_of(value, type, true);
}

bool is_subclass(const Value& derived, const Value& base) {
    Class* from = as<Class>(derived);
    if (Class* to = as<Class>(base); from && to) {
        bool result = false;
        if (to->cls != types().type && checked_by_hook(base, names().subclasscheck, derived, result))
            return result;
        return is_subclass(from, to);
    }
    if (!from && is_unresolved(derived)) raise_unresolved(derived, "tell what it derives from");
    if (!from) raise(Exc::TypeError, "issubclass() arg 1 must be a class");
    return any_of(derived, base, false);
}

template <class T> bool is_exact(const Value& value) {
    T* object = as<T>(value);
    return object && object->cls->is_builtin;
}
template bool is_exact<Str>(const Value&);
template bool is_exact<List>(const Value&);
template bool is_exact<Tuple>(const Value&);
template bool is_exact<Dict>(const Value&);
template bool is_exact<Set>(const Value&);
template bool is_exact<Bytes>(const Value&);

// ---- numbers

bool is_str(const Value& value) noexcept {
    return as<Str>(value) != nullptr;
}
bool is_int(const Value& value) noexcept {
    return value.is_small_int() || value.is_bool() || as<Int>(value);
}

const std::string* text_if(const Value& value) noexcept {
    Str* str = as<Str>(value);
    return str ? &str->text : nullptr;
}

const std::string* bytes_if(const Value& value) noexcept {
    Bytes* bytes = as<Bytes>(value);
    return bytes ? &bytes->data : nullptr;
}

const std::string& as_text(const Value& value) {
    if (const std::string* text = text_if(value)) return *text;
    if (is_unresolved(value)) raise_unresolved(value, "use it as text");
    raise(Exc::TypeError, fmt::format("expected str, got {}", type_name(value)));
}

std::optional<std::int64_t> integer_if(const Value& value) noexcept {
    if (value.is_small_int() || value.is_bool()) return value.as_int();
    Int* boxed = as<Int>(value);
    if (!boxed || boxed->big) return std::nullopt;
    return boxed->small;
}

std::int64_t as_index(const Value& value) {
    if (auto small = integer_if(value)) return *small;
    if (is_int(value)) raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
    if (is_unresolved(value)) raise_unresolved(value, "use it as a number");
    const Value* hook = lookup(class_of(value), names().index);
    if (!hook)
        raise(Exc::TypeError,
              fmt::format("'{}' object cannot be interpreted as an integer", type_name(value)));
    Value function = *hook;
    Value result = call_with(function, Arguments{&value, {}, {}});
    if (!is_int(result))
        raise(Exc::TypeError, fmt::format("__index__ returned non-int (type {})", type_name(result)));
    return as_index(result);
}

double as_double(const Value& value) {
    if (value.is_float()) return value.as_float();
    if (Float* boxed = as<Float>(value)) return boxed->value;
    if (is_int(value)) return integer_to_double(value);
    if (is_unresolved(value)) raise_unresolved(value, "use it as a number");
    if (const Value* hook = lookup(class_of(value), names().float_)) {
        Value function = *hook;
        Value result = call_with(function, Arguments{&value, {}, {}});
        if (!result.is_float() && !as<Float>(result))
            raise(Exc::TypeError, fmt::format("{}.__float__ returned non-float (type {})", type_name(value),
                                              type_name(result)));
        return as_double(result);
    }
    if (lookup(class_of(value), names().index)) return static_cast<double>(as_index(value));
    raise(Exc::TypeError, fmt::format("must be real number, not {}", type_name(value)));
}

// ---- text

std::string quote(std::string_view utf8) {
    return text::script_repr(utf8);
}

std::string quote_bytes(std::string_view bytes) {
    return text::bytes_repr(bytes);
}

namespace {

// A bytearray's single quotes are escaped even between double ones.
std::string bytearray_inner(std::string_view bytes) {
    std::string plain = quote_bytes(bytes);
    if (plain.back() == '\'') return plain;
    std::string out;
    for (char c : plain) {
        if (c == '\'') out += '\\';
        out += c;
    }
    return out;
}

// Containers that hold themselves print "..." where they recur.
class ReprGuard {
  public:
    explicit ReprGuard(Object* object) {
        for (Object* each : active()) entered_ = entered_ && each != object;
        if (entered_) active().push_back(object);
    }
    ~ReprGuard() {
        if (entered_) active().pop_back();
    }
    ReprGuard(const ReprGuard&) = delete;
    ReprGuard& operator=(const ReprGuard&) = delete;
    bool entered() const { return entered_; }

  private:
    static std::vector<Object*>& active() { return rt().printing; }
    bool entered_ = true;
};

std::string joined(const std::vector<Value>& items) {
    std::string out;
    for (std::size_t at = 0; at < items.size(); ++at) {
        if (at) out += ", ";
        out += to_repr(items[at]);
    }
    return out;
}

std::string dict_repr(const Dict& dict) {
    std::string out = "{";
    for (std::size_t at = 0; at < dict.table.slots(); ++at) {
        Value key = dict.table.slot(at).key, value = dict.table.slot(at).value;
        if (!key.exists()) continue;
        if (out.size() > 1) out += ", ";
        out += to_repr(key) + ": ";
        out += to_repr(value);
    }
    return out + "}";
}

std::string address(const Object* object) {
    return fmt::format("0x{:x}", reinterpret_cast<std::uintptr_t>(object));
}

std::string view_repr(const Value& value) {
    return type_name(value) + "([" + joined(to_vector(value)) + "])";
}

std::string default_repr(const Value& value) {
    Object* object = value.object();
    Class* type = class_of(value);
    std::string where = type->module.empty() || type->module == "builtins" ? "" : type->module + ".";
    return fmt::format("<{}{} object at {}>", where, type->qualified_name, address(object));
}

} // namespace

// What the built-in type itself prints, whatever subclasses override.
std::string builtin_repr(const Value& value) {
    switch (value.tag()) {
    case Tag::Nothing:
        return "<nothing>";
    case Tag::None:
        return "None";
    case Tag::Bool:
        return value.as_bool() ? "True" : "False";
    case Tag::Int:
        return integer_text(value);
    case Tag::Float:
        return double_repr(value.as_float());
    case Tag::NotImplemented:
        return "NotImplemented";
    case Tag::Ellipsis:
        return "Ellipsis";
    case Tag::Object:
        break;
    }
    Object* object = value.object_unchecked();
    switch (object->kind) {
    case Kind::Int:
        return integer_text(value);
    case Kind::Float:
        return double_repr(static_cast<Float*>(object)->value);
    case Kind::Complex:
        return complex_repr(static_cast<Complex*>(object)->real, static_cast<Complex*>(object)->imaginary);
    case Kind::Str:
        return quote(static_cast<Str*>(object)->text);
    case Kind::Bytes:
        return quote_bytes(static_cast<Bytes*>(object)->data);
    case Kind::ByteArray:
        return object->cls->name + "(" + bytearray_inner(static_cast<Bytes*>(object)->data) + ")";
    case Kind::List: {
        ReprGuard guard(object);
        if (!guard.entered()) return "[...]";
        return "[" + joined(std::vector<Value>(static_cast<List*>(object)->items)) + "]";
    }
    case Kind::Tuple: {
        ReprGuard guard(object);
        if (!guard.entered()) return "(...)";
        const auto& items = static_cast<Tuple*>(object)->items;
        return "(" + joined(items) + (items.size() == 1 ? ",)" : ")");
    }
    case Kind::Dict: {
        ReprGuard guard(object);
        if (!guard.entered()) return "{...}";
        return dict_repr(*static_cast<Dict*>(object));
    }
    case Kind::Set:
    case Kind::FrozenSet: {
        ReprGuard guard(object);
        auto* set = static_cast<Set*>(object);
        const std::string& name = object->cls->name;
        if (!guard.entered()) return name + "(...)";
        if (set->table.empty()) return name + "()";
        std::string items = "{" + joined(set_items(*set)) + "}";
        return object->cls == types().set ? items : name + "(" + items + ")";
    }
    case Kind::Range: {
        auto* range = static_cast<Range*>(object);
        return range->step == 1 ? fmt::format("range({}, {})", range->start, range->stop)
                                : fmt::format("range({}, {}, {})", range->start, range->stop, range->step);
    }
    case Kind::Slice: {
        auto* slice = static_cast<Slice*>(object);
        return "slice(" + to_repr(slice->start) + ", " + to_repr(slice->stop) + ", " + to_repr(slice->step) +
               ")";
    }
    case Kind::Class: {
        auto* type = static_cast<Class*>(object);
        std::string module = type->module;
        if (const Value* own = type->attributes->table.find(names().module); own && is_str(*own))
            module = as_text(*own);
        return "<class '" + (module.empty() || module == "builtins" ? "" : module + ".") +
               type->qualified_name + "'>";
    }
    case Kind::Function:
        return "<function " + to_str(static_cast<Function*>(object)->qualified_name) + " at " +
               address(object) + ">";
    case Kind::NativeFunction: {
        auto* function = static_cast<NativeFunction*>(object);
        if (function->style == CallStyle::Python)
            return "<function " + function->qualified_name() + " at " + address(object) + ">";
        if (function->binds && function->owner)
            return fmt::format("<method '{}' of '{}' objects>", function->name(), function->owner->name);
        return fmt::format("<built-in function {}>", function->name());
    }
    case Kind::BoundMethod: {
        auto* method = static_cast<BoundMethod*>(object);
        if (NativeFunction* native = as<NativeFunction>(method->function);
            native && native->style == CallStyle::C)
            return fmt::format("<built-in method {} of {} object at {}>", native->name(),
                               type_name(method->self), address(method->self.object()));
        Value name = find_attribute(method->function, names().qualname);
        return "<bound method " + (name.exists() && is_str(name) ? as_text(name) : "?") + " of " +
               to_repr(method->self) + ">";
    }
    case Kind::Module: {
        auto* module = static_cast<Module*>(object);
        if (module->built_in) return fmt::format("<module '{}' (built-in)>", module->name);
        return module->file.empty() ? fmt::format("<module '{}'>", module->name)
                                    : fmt::format("<module '{}' from '{}'>", module->name, module->file);
    }
    case Kind::DictView:
        return view_repr(value);
    case Kind::Super: {
        auto* super = static_cast<Super*>(object);
        return fmt::format("<super: {}, <{} object>>", to_repr(class_value(super->start)),
                           super->search->name);
    }
    case Kind::StaticMethod:
        return "<staticmethod(" + to_repr(static_cast<MethodWrapper*>(object)->function) + ")>";
    case Kind::ClassMethod:
        return "<classmethod(" + to_repr(static_cast<MethodWrapper*>(object)->function) + ")>";
    case Kind::Iterator:
        if (Generator* generator = as_generator(value))
            return fmt::format("<{} object {} at {}>", generator->word(),
                               generator->state->frame.code->qualified_name, address(object));
        if (auto* expression = dynamic_cast<GeneratorExpression*>(object))
            return fmt::format("<generator object {} at {}>", expression->frame.code->qualified_name,
                               address(object));
        if (Coroutine* coroutine = as_coroutine(value))
            return fmt::format("<coroutine object {} at {}>", coroutine->name, address(object));
        return default_repr(value);
    case Kind::Unresolved:
        raise_unresolved(value, "write it as text");
    default:
        return default_repr(value);
    }
}

namespace {

Value text_hook(const Value& value, Str* name) {
    const Value* hook = lookup(class_of(value), name);
    if (!hook) return {};
    Value function = *hook;
    if (as<Function>(function) || as<NativeFunction>(function))
        return call_with(function, Arguments{&value, {}, {}});
    return call(bind_descriptor(function, value, class_of(value)));
}

bool prints_itself(const Value& value) {
    if (!value.is_object()) return true;
    Object* object = value.object_unchecked();
    return object->cls->is_builtin && object->kind != Kind::Instance && object->kind != Kind::Exception &&
           object->kind != Kind::Opaque && object->kind != Kind::Class;
}

// Containers in containers count as calls in calls do.
class ReprDepth {
  public:
    ReprDepth() {
        char here;
        Runtime& runtime = rt();
        if (runtime.depth >= runtime.options.limits.recursion || &here < runtime.stack_limit)
            raise(Exc::RecursionError,
                  "maximum recursion depth exceeded while getting the repr of an object");
        ++runtime.depth;
    }
    ~ReprDepth() { --rt().depth; }
    ReprDepth(const ReprDepth&) = delete;
    ReprDepth& operator=(const ReprDepth&) = delete;
};

} // namespace

std::string to_repr(const Value& value) {
    if (prints_itself(value)) {
        if (!value.is_object() || !value.object_unchecked()->container) return builtin_repr(value);
        ReprDepth deeper;
        return builtin_repr(value);
    }
    Value result = text_hook(value, names().repr);
    if (!is_str(result))
        raise(Exc::TypeError, fmt::format("__repr__ returned non-string (type {})", type_name(result)));
    return as_text(result);
}

std::string to_str(const Value& value) {
    if (Str* str = as<Str>(value); str && str->cls->is_builtin) return str->text;
    if (prints_itself(value)) {
        if (is_unresolved(value)) raise_unresolved(value, "write it as text");
        return builtin_repr(value);
    }
    Value result = text_hook(value, names().str_);
    if (is_unresolved(result)) raise_unresolved(result, "write it as text");
    if (!is_str(result))
        raise(Exc::TypeError, fmt::format("__str__ returned non-string (type {})", type_name(result)));
    return as_text(result);
}

std::string to_ascii(const Value& value) {
    std::string text = to_repr(value), out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = wtf8::decode(text, at);
        if (c < 0x80)
            out += static_cast<char>(c);
        else if (c < 0x100)
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        else if (c < 0x10000)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += fmt::format("\\U{:08x}", static_cast<unsigned>(c));
    }
    return out;
}

std::string builtin_format(const Value& value, std::string_view spec) {
    if (Str* str = as<Str>(value)) return format_text(str->text, spec);
    if (value.is_bool() && spec.empty()) return to_str(value);
    if (is_int(value)) return format_integer(value, spec);
    if (value.is_float()) return format_double(value.as_float(), spec);
    if (Float* boxed = as<Float>(value)) return format_double(boxed->value, spec);
    if (Complex* complex = as<Complex>(value)) return format_complex(complex->real, complex->imaginary, spec);
    if (is_unresolved(value)) raise_unresolved(value, "write it as text");
    if (!spec.empty())
        raise(Exc::TypeError,
              fmt::format("unsupported format string passed to {}.__format__", type_name(value)));
    return to_str(value);
}

std::string format_value(const Value& value, std::string_view spec) {
    Class* type = class_of(value);
    if (type->is_builtin && type->layout != Kind::Instance) {
        if (spec.empty() && value.is_object()) return to_str(value);
        return builtin_format(value, spec);
    }
    if (value.is_none() && spec.empty()) return "None";
    const Value* hook = lookup(type, names().format);
    if (!hook) return builtin_format(value, spec);
    Value function = *hook;
    Value given = make_str(spec);
    Value result = call_with(function, Arguments{&value, {&given, 1}, {}});
    if (!is_str(result))
        raise(Exc::TypeError, fmt::format("__format__ must return a str, not {}", type_name(result)));
    return as_text(result);
}

std::string callable_name(const Value& function) {
    if (Function* script = as<Function>(function)) {
        const Value* module = script->globals->table.find(names().name);
        return (module && is_str(*module) ? as_text(*module) + "." : "") + to_str(script->qualified_name);
    }
    if (NativeFunction* native = as<NativeFunction>(function)) return native->qualified_name();
    if (BoundMethod* method = as<BoundMethod>(function)) return callable_name(method->function);
    if (Class* type = as<Class>(function))
        return type->module.empty() || type->module == "builtins" ? type->qualified_name
                                                                  : type->module + "." + type->qualified_name;
    return type_name(function) + " object";
}

} // namespace limbeck::python
