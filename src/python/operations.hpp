// What can be done with values, whatever they are: the operators and protocols of Python's data model, for
// the evaluator and for native code alike. All of them may run script code and may throw `Raised`.
#pragma once

#include "python/exceptions.hpp"
#include "python/object.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

// ---- types

Class* class_of(const Value& value);
// The class's name as messages show it: "int", "NoneType", "MyClass".
const std::string& type_name(const Value& value);
bool is_instance(const Value& value, const Class* type);
// Python's isinstance(): `type` may be a class, a tuple, a union; `__instancecheck__` is honoured.
bool is_instance(const Value& value, const Value& type);
bool is_subclass(const Class* derived, const Class* base);
bool is_subclass(const Value& derived, const Value& base);
template <class T> bool is_exact(const Value& value);

// ---- attributes

// The interned str of this name.
Str* intern(std::string_view name);
Value get_attribute(const Value& value, Str* name);
Value get_attribute(const Value& value, std::string_view name);
// Nothing where the attribute is missing (no AttributeError is raised).
Value find_attribute(const Value& value, Str* name);
Value find_attribute(const Value& value, std::string_view name);
void set_attribute(const Value& object, Str* name, const Value& value);
void set_attribute(const Value& object, std::string_view name, const Value& value);
void delete_attribute(const Value& object, Str* name);
// A special method: looked up on the class, not on the instance, and not bound. Nothing where missing.
Value find_special(const Value& value, Str* name);

// ---- calls

struct KeywordArgument {
    Str* name;
    Value value;
};

// What ** of a dict whose keys are texts passes.
std::vector<KeywordArgument> keyword_arguments(const Dict& dict);

Value call(const Value& callable, std::span<const Value> arguments = {},
           std::span<const KeywordArgument> keywords = {});
Value call(const Value& callable, std::initializer_list<Value> arguments);
// object.name(arguments...), without making a bound method.
Value call_method(const Value& object, std::string_view name, std::initializer_list<Value> arguments = {});
Value call_method(const Value& object, Str* name, std::span<const Value> arguments,
                  std::span<const KeywordArgument> keywords = {});
bool is_callable(const Value& value);

// ---- text

std::string to_str(const Value& value);  // str(value)
std::string to_repr(const Value& value); // repr(value)
std::string to_ascii(const Value& value);
std::string format_value(const Value& value, std::string_view spec); // format(value, spec)
// The quoted form that repr() gives a text or bytes.
std::string quote(std::string_view utf8);
std::string quote_bytes(std::string_view bytes);

// ---- comparison and truth

enum class Comparison : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE };

bool truth(const Value& value);
bool equal(const Value& a, const Value& b);
bool less(const Value& a, const Value& b);
Value compare(Comparison op, const Value& a, const Value& b);
std::uint64_t hash_value(const Value& value); // TypeError where unhashable

// ---- arithmetic

enum class BinaryOp : std::uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv
};

Value binary(BinaryOp op, const Value& a, const Value& b);
Value binary_in_place(BinaryOp op, const Value& a, const Value& b);
Value negative(const Value& value);
Value positive(const Value& value);
Value invert(const Value& value);
Value absolute(const Value& value);

// ---- containers and iteration

std::size_t length(const Value& value); // len(value)
Value get_item(const Value& container, const Value& key);
void set_item(const Value& container, const Value& key, const Value& value);
void delete_item(const Value& container, const Value& key);
bool contains(const Value& container, const Value& item);
// iter(value)
Value iterate(const Value& iterable);
// next(iterator): false at the end, without any StopIteration.
bool next(const Value& iterator, Value& out);
// What the iterator's StopIteration carried is lost with `next`; this keeps it (Nothing where None).
bool next(const Value& iterator, Value& out, Value& stop_value);
std::vector<Value> to_vector(const Value& iterable);

// Calls visit(value) for each item of an iterable; visit may return bool, false then ends the loop.
template <class Visit> void for_each(const Value& iterable, Visit visit) {
    Value iterator = iterate(iterable), item;
    while (next(iterator, item)) {
        if constexpr (std::is_same_v<decltype(visit(item)), bool>) {
            if (!visit(item)) return;
        } else {
            visit(item);
        }
    }
}

// Calls visit(key, value) for each item of a mapping: a dict, or anything with keys() and __getitem__.
void for_each_item(const Value& mapping, const std::function<void(const Value&, const Value&)>& visit);

// ---- conversions, with Python's TypeErrors

// The text of a str (a subclass's too), or TypeError "expected str, got int".
const std::string& as_text(const Value& value);
// A str's text, or nullptr.
const std::string* text_if(const Value& value) noexcept;
const std::string* bytes_if(const Value& value) noexcept; // bytes or bytearray
bool is_str(const Value& value) noexcept;
bool is_int(const Value& value) noexcept; // bool and subclasses included
// An int of any class that fits 64 bits (bool too); nothing where it is no int or too large.
std::optional<std::int64_t> integer_if(const Value& value) noexcept;
// As an index: ints, bools, __index__; TypeError otherwise, OverflowError where too large.
std::int64_t as_index(const Value& value);
// A float: floats, ints, __float__, __index__.
double as_double(const Value& value);
// Integers of any size as decimal digits; from digits: make_int_from_digits.
std::string int_digits(const Value& value);

} // namespace limbeck::python
