// The arguments of a call on their way to parameters, with the TypeErrors of CPython on the way.
#pragma once

#include "python/operations.hpp"

#include <span>
#include <string>
#include <vector>

namespace limbeck::python {

struct Function;
struct NativeFunction;

// What a caller passes. `receiver` is the instance of a method call, put before the positional ones without
// copying.
struct Arguments {
    const Value* receiver = nullptr;
    std::span<const Value> positional;
    std::span<const KeywordArgument> keywords;

    std::size_t count() const { return positional.size() + (receiver ? 1 : 0); }
    const Value& operator[](std::size_t at) const {
        if (!receiver) return positional[at];
        return at == 0 ? *receiver : positional[at - 1];
    }
};

// A parameter list, as far as binding needs it. Slots come in the order: positional, keyword-only, *, **.
struct ParameterList {
    std::span<Str* const> names;
    std::size_t positional_only = 0;
    std::size_t positional = 0;
    std::size_t keyword_only = 0;
    std::int32_t star = -1;
    std::int32_t double_star = -1;
};

// What fills parameters that were not given; `provided` false: required.
struct DefaultValue {
    bool provided = false;
    const Value* value = nullptr;
};
// What binding has to know of the function besides: asked for when it is needed, since most calls need
// neither.
class Callee {
  public:
    virtual ~Callee() = default;
    virtual DefaultValue default_of(std::size_t parameter) const = 0;
    // As messages name it.
    virtual std::string name() const = 0;
};

// Fills slots[0 ...] (as many as there are names). Raises TypeError as functions written in Python do.
void bind_arguments(const ParameterList& parameters, const Arguments& given, const Callee& callee,
                    Value* slots);

// A parsed declaration of a native function.
struct Signature {
    std::vector<Str*> names;
    std::vector<Value> defaults;
    std::vector<bool> has_default;
    ParameterList list;
};
// Parses "name(parameters)". A malformed declaration is a programming error: std::logic_error.
std::unique_ptr<Signature> parse_signature(std::string_view declaration);

Value call_with(const Value& callable, const Arguments& arguments);
Value call_function(Function& function, const Arguments& arguments);
Value call_native(NativeFunction& function, const Arguments& arguments);
Value call_class(Class& type, const Arguments& arguments);

} // namespace limbeck::python
