// Python's Decimal values as C++ sees them: what they hold, and how to make and recognise them.
#pragma once

#include "python/binding.hpp"
#include "python/stdlib/decimal/number.hpp"

namespace limbeck::python::decimal {

struct DecimalState final : NativeState {
    explicit DecimalState(Number value) : number(std::move(value)) {}
    Number number;
};

struct ContextState final : NativeState {
    Context context;
};

struct Types final : NativeState {
    Class *decimal = nullptr, *context = nullptr;
    // By bit of Signal, as the module names them.
    std::vector<std::pair<Signal, Class*>> conditions, signals;
    Value current; // the context
};
const Types& types();
Types& mutable_types();

Value make_decimal(Number number);
// The exact value that the text spells; Nothing where it is no number.
Value make_decimal(std::string_view text);
// Null where the value is no Decimal.
inline const DecimalState* decimal_if(const Value& value) {
    return state_if<DecimalState>(value);
}

// What a Decimal holds.
inline const Number& own(const Value& value) {
    return state<DecimalState>(value).number;
}

Context& current_context();
// Raises what the context traps of the status, adds the rest to its flags, and forgets the status.
void settle(Context& context);
// The context of an argument, or the current one where it is None.
Context& context_of(const Value& value);
// An operand: a Decimal or an int; nothing for anything else.
std::optional<Number> operand(const Value& value);
// The other operand of a method: TypeError for anything else.
Number other_operand(const Value& value);
// The same for compare operators: floats too.
std::optional<Number> comparable(const Value& value);
// Decimal(value): raises Python's errors.
Number convert(const Value& value, Context& context);

Rounding rounding_from(const Value& value);
std::string_view rounding_name(Rounding rounding);

void add_digit_methods(ClassBuilder& type);
void define_decimal(ModuleBuilder& module, Types& types);
void define_context(ModuleBuilder& module, Types& types);

} // namespace limbeck::python::decimal
