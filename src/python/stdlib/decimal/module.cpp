#include "python/stdlib/decimal/types.hpp"
#include "python/stdlib/modules.hpp"

namespace limbeck::python {

namespace decimal {

namespace {

constexpr std::pair<Rounding, std::string_view> roundings[] = {
    {Rounding::up, "ROUND_UP"},
    {Rounding::down, "ROUND_DOWN"},
    {Rounding::ceiling, "ROUND_CEILING"},
    {Rounding::floor, "ROUND_FLOOR"},
    {Rounding::half_up, "ROUND_HALF_UP"},
    {Rounding::half_down, "ROUND_HALF_DOWN"},
    {Rounding::half_even, "ROUND_HALF_EVEN"},
    {Rounding::zero_five_up, "ROUND_05UP"},
};

void define_signals(ModuleBuilder& module, Types& types) {
    Class* base = module.define_exception("DecimalException", exception_class(Exc::ArithmeticError));
    auto define = [&](const char* name, std::vector<Class*> bases) {
        return module.define_class(name, std::move(bases)).get();
    };
    Class* invalid = define("InvalidOperation", {base});
    Class* is_inexact = define("Inexact", {base});
    Class* is_rounded = define("Rounded", {base});
    Class* is_subnormal = define("Subnormal", {base});
    types.signals = {
        {any_invalid, invalid},
        {float_operation, define("FloatOperation", {base, exception_class(Exc::TypeError)})},
        {division_by_zero, define("DivisionByZero", {base, exception_class(Exc::ZeroDivisionError)})},
        {overflow, define("Overflow", {is_inexact, is_rounded})},
        {underflow, define("Underflow", {is_inexact, is_rounded, is_subnormal})},
        {subnormal, is_subnormal},
        {inexact, is_inexact},
        {rounded, is_rounded},
        {clamped, define("Clamped", {base})},
    };
    types.conditions = {
        {invalid_operation, invalid},
        {conversion_syntax, define("ConversionSyntax", {invalid})},
        {division_impossible, define("DivisionImpossible", {invalid})},
        {division_undefined, define("DivisionUndefined", {invalid, exception_class(Exc::ZeroDivisionError)})},
        {invalid_context, define("InvalidContext", {invalid})},
    };
}

} // namespace

Types& mutable_types() {
    return state<Types>(native_attribute("decimal", "_types"));
}
const Types& types() {
    return mutable_types();
}

Value make_decimal(Number number) {
    return make_instance_with<DecimalState>(types().decimal, std::move(number));
}

Value make_decimal(std::string_view text) {
    auto number = parse(text);
    return number ? make_decimal(*number) : Value();
}

Context& current_context() {
    return state<ContextState>(types().current).context;
}

Context& context_of(const Value& value) {
    if (!value.exists() || value.is_none()) return current_context();
    if (auto* found = state_if<ContextState>(value)) return found->context;
    raise(Exc::TypeError, "optional argument must be a context");
}

void settle(Context& context) {
    std::uint32_t status = context.status;
    context.status = 0;
    if (!status) return;
    context.flags |= status;
    std::uint32_t trapped = status & context.traps;
    if (!trapped) return;
    Class* raised = nullptr;
    std::vector<Value> listed;
    for (auto& [bit, type] : types().conditions)
        if (trapped & bit) listed.push_back(class_value(type));
    for (auto& [bits, type] : types().signals) {
        if (!(trapped & bits)) continue;
        if (!raised) raised = type;
        if (bits != any_invalid) listed.push_back(class_value(type));
    }
    raise(raised, std::vector<Value>{make_list(listed)});
}

Rounding rounding_from(const Value& value) {
    if (const std::string* text = text_if(value))
        for (auto& [rounding, name] : roundings)
            if (name == *text) return rounding;
    raise(Exc::TypeError,
          "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
          "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

std::string_view rounding_name(Rounding rounding) {
    return roundings[static_cast<int>(rounding)].second;
}

} // namespace decimal

void populate_decimal(ModuleBuilder& module) {
    using namespace decimal;
    Value holder = make_instance(builtin_class("object"));
    Types& types = attach_state<Types>(holder);
    module.constant("_types", holder);
    define_signals(module, types);
    define_decimal(module, types);
    define_context(module, types);
    module.lazy("DecimalTuple", [] { return native_attribute("_decimal_tuple", "DecimalTuple"); });
    for (auto& [rounding, name] : roundings) module.constant(name, make_str(name));
    module.constant("MAX_PREC", Value::integer(999999999999999999));
    module.constant("MAX_EMAX", Value::integer(999999999999999999));
    module.constant("MIN_EMIN", Value::integer(-999999999999999999));
    module.constant("MIN_ETINY", Value::integer(-1999999999999999997));
    module.constant("HAVE_THREADS", Value::boolean(true));
    module.constant("HAVE_CONTEXTVAR", Value::boolean(true));
}

} // namespace limbeck::python
