// The objects on the heap: their common header and the built-in kinds.
//
// `kind` is the layout (what the C++ struct is), `cls` the Python class: an instance of a script's subclass
// of `str` is a Str whose cls is that subclass. `as<Str>(value)` therefore means "a str or an instance of
// a subclass"; `is_exact<Str>(value)` means the built-in type itself.
//
// Who frees what: reference counts free nearly everything at once. Objects that can take part in a cycle
// (`Container`) stand in a list of their heap (heap.hpp); what a cycle keeps alive is freed when the
// interpreter ends, and is bounded by its memory limit until then. There is no cycle collector: a migration
// run is short, and a collector would have to know every reference that C++ code holds. `__del__` is never
// called. Classes live as long as their interpreter, so plain `Class*` is safe everywhere.
#pragma once

#include "python/dict_table.hpp"
#include "python/value.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

class BigInt;
class Heap;
struct Class;
struct Dict;

enum class Kind : std::uint8_t {
    Int,   // too large for a Value, or of a subclass of int
    Float, // of a subclass of float
    Complex,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
    Range,
    Slice,
    Class,
    Instance,
    Exception,
    Function,
    NativeFunction,
    BoundMethod,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    Module,
    Cell,
    Iterator, // every native iterator and generator: has next()
    DictView,
    Unresolved,
    Opaque, // inside the interpreter only
    Lazy,   // LazyAttribute, which no script sees
};

struct Object {
    std::uint32_t references = 0;
    const Kind kind;
    // Whether reads of it may be shared freely by the evaluator (interned strings).
    bool interned = false;
    bool container = false;
    Class* cls;
    // The instance's __dict__, made when the first attribute is set; null for objects that have none.
    Dict* attributes = nullptr;

    Object(Kind object_kind, Class* object_class) noexcept : kind(object_kind), cls(object_class) {}
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    virtual ~Object();
    // Drops everything this object refers to; called when the interpreter ends, before anything is deleted.
    virtual void clear();

    // From this thread's pool (object_pool.cpp): objects are many, small and short-lived.
    static void* operator new(std::size_t size);
    static void operator delete(void* memory, std::size_t size) noexcept;
};

// An object that may refer to others, and so may stand in a cycle.
struct Container : Object {
    Container* previous = nullptr;
    Container* next = nullptr;
    Heap* heap = nullptr;

    Container(Kind object_kind, Class* object_class) noexcept;
    ~Container() override;
};

template <class T> T* as(const Value& value) noexcept {
    if (!value.is_object()) return nullptr;
    Object* object = value.object_unchecked();
    return T::is_kind(object->kind) ? static_cast<T*>(object) : nullptr;
}

// What `as` gives, where the caller has checked already.
template <class T> T& cast(const Value& value) noexcept {
    return *static_cast<T*>(value.object_unchecked());
}

struct Int final : Object {
    std::unique_ptr<BigInt> big; // null: `small` holds it (an instance of a subclass of int)
    std::int64_t small = 0;
    Int(Class* object_class, std::int64_t value) noexcept;
    Int(Class* object_class, BigInt&& value);
    ~Int() override;
    static bool is_kind(Kind kind) { return kind == Kind::Int; }
};

struct Float final : Object {
    double value;
    Float(Class* object_class, double number) noexcept : Object(Kind::Float, object_class), value(number) {}
    static bool is_kind(Kind kind) { return kind == Kind::Float; }
};

struct Complex final : Object {
    double real, imaginary;
    Complex(Class* object_class, double re, double im) noexcept
        : Object(Kind::Complex, object_class), real(re), imaginary(im) {}
    static bool is_kind(Kind kind) { return kind == Kind::Complex; }
};

// Text: UTF-8 in which lone surrogates may stand too (WTF-8), its length in code points known.
struct Str final : Object {
    const std::string text;
    const std::size_t length;       // code points
    mutable std::uint64_t hash = 0; // 0: not computed yet
    Str(Class* object_class, std::string utf8);
    ~Str() override;
    bool ascii() const noexcept { return length == text.size(); }
    static bool is_kind(Kind kind) { return kind == Kind::Str; }
};

struct Bytes final : Object { // bytes and bytearray
    std::string data;
    Bytes(Kind object_kind, Class* object_class, std::string bytes);
    ~Bytes() override;
    bool is_mutable() const noexcept { return kind == Kind::ByteArray; }
    static bool is_kind(Kind kind) { return kind == Kind::Bytes || kind == Kind::ByteArray; }
};

struct List final : Container {
    std::vector<Value> items;
    std::size_t charged = 0; // bytes counted against the memory limit
    List(Class* object_class, std::vector<Value> values);
    ~List() override;
    // To be called after `items` grew, so that the memory limit sees it.
    void grown();
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::List; }
};

struct Tuple final : Container {
    std::vector<Value> items;
    Tuple(Class* object_class, std::vector<Value> values);
    ~Tuple() override;
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Tuple; }
};

struct Dict final : Container {
    DictTable table;
    explicit Dict(Class* object_class);
    ~Dict() override;
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Dict; }

    // For C++ callers that have names: nullptr where the key is missing.
    const Value* find(std::string_view key) const;
    void set(std::string_view key, Value value);
};

// set and frozenset. Iteration: sets of ints alone in CPython's order, everything else in insertion order.
struct Set final : Container {
    DictTable table;
    Set(Kind object_kind, Class* object_class);
    ~Set() override;
    void clear() override;
    bool is_frozen() const noexcept { return kind == Kind::FrozenSet; }
    static bool is_kind(Kind kind) { return kind == Kind::Set || kind == Kind::FrozenSet; }
};

struct Range final : Object {
    std::int64_t start, stop, step, length;
    Range(std::int64_t from, std::int64_t to, std::int64_t by);
    static bool is_kind(Kind kind) { return kind == Kind::Range; }
};

struct Slice final : Container {
    Value start, stop, step;
    Slice(Value from, Value to, Value by);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Slice; }
};

// Native data that C++ hangs on an instance (binding.hpp). Derive from it; `state<T>(value)` gives it back.
struct NativeState {
    virtual ~NativeState() = default;
};

// An instance of a class written in Python or in C++ (binding.hpp).
struct Instance : Container {
    std::unique_ptr<NativeState> state;
    explicit Instance(Class* object_class) : Container(Kind::Instance, object_class) {}
    ~Instance() override;
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Instance; }
};

struct Module final : Container {
    std::string name;
    struct Unit* unit = nullptr; // of a module whose text was evaluated
    bool is_package = false;
    bool initializing = false; // its body is still running
    bool built_in = false;     // C++ provides it
    std::string file;          // empty for native modules
    // Fills in attributes of native modules that are costly to make; may be empty.
    Module(std::string dotted_name);
    Dict& dict() const noexcept { return *attributes; }
    static bool is_kind(Kind kind) { return kind == Kind::Module; }
};

// Stands in a module's dict for what is made when it is first asked for.
struct LazyAttribute : Container {
    LazyAttribute();
    virtual Value make_value() = 0;
    static bool is_kind(Kind kind) { return kind == Kind::Lazy; }
};

// A native iterator. Iteration's end is a `false`, never an exception.
struct Iterator : Container {
    explicit Iterator(Class* object_class) : Container(Kind::Iterator, object_class) {}
    // Puts the next value into `out`; false at the end (and ever after).
    virtual bool next(Value& out) = 0;
    static bool is_kind(Kind kind) { return kind == Kind::Iterator; }
};

struct Property final : Container {
    Value getter, setter, deleter, doc;
    Str* name = nullptr;    // in the class that first took it; interned
    bool is_native = false; // an attribute that C++ computes: messages call it so
    explicit Property(Class* object_class) : Container(Kind::Property, object_class) {}
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Property; }
};

// staticmethod and classmethod.
struct MethodWrapper final : Container {
    Value function;
    MethodWrapper(Kind object_kind, Class* object_class, Value callable)
        : Container(object_kind, object_class), function(std::move(callable)) {}
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::StaticMethod || kind == Kind::ClassMethod; }
};

struct BoundMethod final : Container {
    Value function, self;
    BoundMethod(Value callable, Value receiver);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::BoundMethod; }
};

} // namespace limbeck::python
