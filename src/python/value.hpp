// A value as scripts know it, in sixteen bytes: a tag, and beside it a small integer, a float or a pointer to
// an object on the heap.
//
// None, booleans, integers of 64 bits, floats, Ellipsis and NotImplemented live in the Value itself and cost
// no allocation; everything else is an Object (object.hpp) with an intrusive reference count. Copying a Value
// shares the object. `Nothing` is not a Python value: it marks an unbound name, an argument that was not
// given, the absence of a result.
//
// An interpreter belongs to one thread; counts are plain integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::python {

struct Object;

enum class Tag : std::uint8_t { Nothing, None, Bool, Int, Float, NotImplemented, Ellipsis, Object };

// Drops one reference; the last one destroys the object (iteratively: long chains cannot overflow the stack).
void release(Object* object) noexcept;
void retain(Object* object) noexcept;

class Value {
  public:
    Value() noexcept : integer_(0), tag_(Tag::Nothing) {}
    // Shares the object; a null pointer gives Nothing.
    Value(Object* object) noexcept : object_(object), tag_(object ? Tag::Object : Tag::Nothing) {
        if (object) retain(object);
    }
    Value(const Value& other) noexcept : integer_(other.integer_), tag_(other.tag_) {
        if (tag_ == Tag::Object) retain(object_);
    }
    Value(Value&& other) noexcept : integer_(other.integer_), tag_(other.tag_) { other.tag_ = Tag::Nothing; }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        Value taken(std::move(other));
        swap(taken);
        return *this;
    }
    ~Value() {
        if (tag_ == Tag::Object) release(object_);
    }
    void swap(Value& other) noexcept {
        std::swap(integer_, other.integer_);
        std::swap(tag_, other.tag_);
    }

    static Value none() noexcept { return Value(Tag::None, 0); }
    static Value boolean(bool value) noexcept { return Value(Tag::Bool, value ? 1 : 0); }
    static Value integer(std::int64_t value) noexcept { return Value(Tag::Int, value); }
    static Value number(double value) noexcept {
        Value result(Tag::Float, 0);
        result.number_ = value;
        return result;
    }
    static Value not_implemented() noexcept { return Value(Tag::NotImplemented, 0); }
    static Value ellipsis() noexcept { return Value(Tag::Ellipsis, 0); }

    Tag tag() const noexcept { return tag_; }
    // Whether this is a Python value at all.
    bool exists() const noexcept { return tag_ != Tag::Nothing; }
    bool is_nothing() const noexcept { return tag_ == Tag::Nothing; }
    bool is_none() const noexcept { return tag_ == Tag::None; }
    bool is_bool() const noexcept { return tag_ == Tag::Bool; }
    bool is_true() const noexcept { return tag_ == Tag::Bool && integer_ != 0; }
    // A small integer that is not a bool. Any int at all, subclasses included: as_integer() in
    // operations.hpp.
    bool is_small_int() const noexcept { return tag_ == Tag::Int; }
    bool is_float() const noexcept { return tag_ == Tag::Float; }
    bool is_not_implemented() const noexcept { return tag_ == Tag::NotImplemented; }
    bool is_object() const noexcept { return tag_ == Tag::Object; }

    bool as_bool() const noexcept { return integer_ != 0; }
    std::int64_t as_int() const noexcept { return integer_; }
    double as_float() const noexcept { return number_; }
    Object* object() const noexcept { return tag_ == Tag::Object ? object_ : nullptr; }
    // The pointer without a check of the tag.
    Object* object_unchecked() const noexcept { return object_; }

    // Python's `is`. Small ints and floats have no identity of their own; equal ones are the same.
    bool is(const Value& other) const noexcept { return tag_ == other.tag_ && integer_ == other.integer_; }

  private:
    Value(Tag tag, std::int64_t integer) noexcept : integer_(integer), tag_(tag) {}

    union {
        std::int64_t integer_;
        double number_;
        Object* object_;
    };
    Tag tag_;
};

static_assert(sizeof(Value) == 16);

// A counted pointer to an object whose C++ type is known.
template <class T> class Ref {
  public:
    Ref() noexcept = default;
    Ref(T* object) noexcept : object_(object) {
        if (object_) retain(object_);
    }
    Ref(const Ref& other) noexcept : Ref(other.object_) {}
    Ref(Ref&& other) noexcept : object_(other.object_) { other.object_ = nullptr; }
    Ref& operator=(Ref other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~Ref() {
        if (object_) release(object_);
    }

    T* get() const noexcept { return object_; }
    T* operator->() const noexcept { return object_; }
    T& operator*() const noexcept { return *object_; }
    explicit operator bool() const noexcept { return object_ != nullptr; }
    operator Value() const noexcept { return Value(object_); }

  private:
    T* object_ = nullptr;
};

// Makers. They charge the memory limit of the interpreter that is running on this thread.
Value make_str(std::string_view utf8);
Value make_str(std::string&& utf8);
inline Value make_str(const char* utf8) {
    return make_str(std::string_view(utf8));
}
Value make_bytes(std::string_view bytes);
// One str of each, for make_list() and make_tuple().
std::vector<Value> make_strs(const std::vector<std::string>& texts);
Value make_list(std::vector<Value> items = {});
Value make_tuple(std::vector<Value> items = {});
Value make_dict();
Value make_set();
Value make_frozenset();
// From decimal digits with an optional sign, any length.
Value make_int_from_digits(std::string_view digits);

} // namespace limbeck::python
