#include "python/stdlib/decimal/types.hpp"

namespace limbeck::python::decimal {

namespace {

Context& own(Call& call) {
    return call.state<ContextState>().context;
}

Class* signal_class(const Value& value) {
    Class* type = as_class(value);
    for (auto& [bit, known] : types().signals)
        if (known == type) return type;
    raise(Exc::TypeError, "values must be signals");
}

std::uint32_t bits_of(const Value& given) {
    std::uint32_t bits = 0;
    auto add = [&](const Value& signal) {
        Class* type = signal_class(signal);
        for (auto& [bit, known] : types().signals)
            if (known == type) bits |= bit;
    };
    if (as<Dict>(given)) {
        for_each_item(given, [&](const Value& key, const Value& on) {
            if (truth(on)) add(key);
        });
    } else {
        for_each(given, [&](const Value& signal) { add(signal); });
    }
    return bits;
}

Value as_dict(std::uint32_t bits) {
    Value dict = make_dict();
    for (auto& [bit, type] : types().signals) set_item(dict, class_value(type), Value::boolean(bits & bit));
    return dict;
}

std::string names(std::uint32_t bits) {
    // In the order in which CPython writes them, which is another than that of the dictionaries.
    static constexpr std::uint32_t order[] = {clamped, any_invalid,     division_by_zero,
                                              inexact, float_operation, overflow,
                                              rounded, subnormal,       underflow};
    std::string out;
    for (std::uint32_t wanted : order)
        for (auto& [bit, type] : types().signals)
            if (bit == wanted && (bits & bit)) out += (out.empty() ? "" : ", ") + class_name(type);
    return out;
}

std::int64_t setting(const Value& value) {
    if (!is_int(value)) raise(Exc::TypeError, "an integer is required");
    return as_index(value);
}

void set_precision(Context& context, const Value& value) {
    std::int64_t precision = setting(value);
    if (precision < 1 || precision > 999999999999999999)
        raise(Exc::ValueError, "valid range for prec is [1, MAX_PREC]");
    context.precision = precision;
}

void set_emin(Context& context, const Value& value) {
    std::int64_t emin = setting(value);
    if (emin > 0 || emin < -999999999999999999)
        raise(Exc::ValueError, "valid range for Emin is [MIN_EMIN, 0]");
    context.emin = emin;
}

void set_emax(Context& context, const Value& value) {
    std::int64_t emax = setting(value);
    if (emax < 0 || emax > 999999999999999999)
        raise(Exc::ValueError, "valid range for Emax is [0, MAX_EMAX]");
    context.emax = emax;
}

bool zero_or_one(const Value& value, std::string_view name) {
    std::int64_t number = setting(value);
    if (number != 0 && number != 1)
        raise(Exc::ValueError, fmt::format("valid values for {} are 0 or 1", name));
    return number == 1;
}

// What is assigned to `flags` or `traps`: a dictionary of all signals, or another context's.
std::uint32_t assigned_bits(const Value& value) {
    Value given = value;
    if (!as<Dict>(given)) {
        Class* view = as_class(native_attribute("_decimal_tuple", "SignalDict"));
        if (!is_instance(given, view)) raise(Exc::TypeError, "argument must be a signal dict");
        given = call_method(given, "copy");
    }
    std::size_t known = 0;
    for (auto& [bit, type] : types().signals) known += contains(given, class_value(type)) ? 1 : 0;
    if (known != types().signals.size() || static_cast<std::size_t>(length(given)) != known)
        raise(Exc::KeyError, "invalid signal dict");
    return bits_of(given);
}

// prec, rounding, Emin, Emax, capitals, clamp, flags, traps: from `first` on.
void set_all(Context& context, Call& call, std::size_t first) {
    if (call.has(first)) set_precision(context, call[first]);
    if (call.has(first + 1)) context.rounding = rounding_from(call[first + 1]);
    if (call.has(first + 2)) set_emin(context, call[first + 2]);
    if (call.has(first + 3)) set_emax(context, call[first + 3]);
    if (call.has(first + 4)) context.capitals = zero_or_one(call[first + 4], "capitals");
    if (call.has(first + 5)) context.clamp = zero_or_one(call[first + 5], "clamp");
    if (call.has(first + 6)) context.flags = bits_of(call[first + 6]);
    if (call.has(first + 7)) context.traps = bits_of(call[first + 7]);
}

Value make_context(const Context& context) {
    Value made = make_instance(types().context);
    attach_state<ContextState>(made).context = context;
    return made;
}

void add_settings(ClassBuilder& type) {
    type.property(
        "prec", [](Call& call) { return Value::integer(own(call).precision); },
        [](Call& call) {
            set_precision(own(call), call[1]);
            return Value::none();
        });
    type.property(
        "rounding", [](Call& call) { return make_str(rounding_name(own(call).rounding)); },
        [](Call& call) {
            own(call).rounding = rounding_from(call[1]);
            return Value::none();
        });
    type.property(
        "Emin", [](Call& call) { return Value::integer(own(call).emin); },
        [](Call& call) {
            set_emin(own(call), call[1]);
            return Value::none();
        });
    type.property(
        "Emax", [](Call& call) { return Value::integer(own(call).emax); },
        [](Call& call) {
            set_emax(own(call), call[1]);
            return Value::none();
        });
    type.property(
        "capitals", [](Call& call) { return Value::integer(own(call).capitals); },
        [](Call& call) {
            own(call).capitals = zero_or_one(call[1], "capitals");
            return Value::none();
        });
    type.property(
        "clamp", [](Call& call) { return Value::integer(own(call).clamp); },
        [](Call& call) {
            own(call).clamp = zero_or_one(call[1], "clamp");
            return Value::none();
        });
    // A view: what a script sets in it reaches the context.
    type.property(
        "flags",
        [](Call& call) {
            return python::call(native_attribute("_decimal_tuple", "SignalDict"),
                                {call[0], Value::boolean(false)});
        },
        [](Call& call) {
            own(call).flags = assigned_bits(call[1]);
            return Value::none();
        });
    type.property(
        "traps",
        [](Call& call) {
            return python::call(native_attribute("_decimal_tuple", "SignalDict"),
                                {call[0], Value::boolean(true)});
        },
        [](Call& call) {
            own(call).traps = assigned_bits(call[1]);
            return Value::none();
        });
    type.method("_signals(self, traps)",
                [](Call& call) { return as_dict(call.truth(1) ? own(call).traps : own(call).flags); });
    type.method("_set_signal(self, traps, signal, on)", [](Call& call) {
        std::uint32_t& bits = call.truth(1) ? own(call).traps : own(call).flags;
        std::uint32_t bit = bits_of(make_list({call[2]}));
        bits = call.truth(3) ? bits | bit : bits & ~bit;
        return Value::none();
    });
    type.method("__delattr__(self, name, /)",
                [](Call&) -> Value { raise(Exc::AttributeError, "context attributes cannot be deleted"); });
    type.method("clear_flags(self)", [](Call& call) {
        own(call).flags = 0;
        return Value::none();
    });
    type.method("clear_traps(self)", [](Call& call) {
        own(call).traps = 0;
        return Value::none();
    });
    type.method("copy(self)", [](Call& call) { return make_context(own(call)); });
    type.method("__copy__(self)", [](Call& call) { return make_context(own(call)); });
    type.method("Etiny(self)", [](Call& call) { return Value::integer(own(call).etiny()); });
    type.method("Etop(self)", [](Call& call) { return Value::integer(own(call).etop()); });
    type.method("__repr__(self)", [](Call& call) {
        Context& context = own(call);
        return make_str(fmt::format("Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={}, clamp={}, "
                                    "flags=[{}], traps=[{}])",
                                    context.precision, rounding_name(context.rounding), context.emin,
                                    context.emax, static_cast<int>(context.capitals),
                                    static_cast<int>(context.clamp), names(context.flags),
                                    names(context.traps)));
    });
}

std::string name_of(std::string_view declaration) {
    return std::string(declaration.substr(0, declaration.find('(')));
}

using Binary = Number (*)(const Number&, const Number&, Context&);
using Unary = Number (*)(const Number&, Context&);

void add_operations(ClassBuilder& type) {
    auto binary = [&](const char* declaration, Binary operation) {
        type.method(declaration, [operation](Call& call) {
            Context& context = own(call);
            Number result = operation(convert(call[1], context), convert(call[2], context), context);
            settle(context);
            return make_decimal(result);
        });
    };
    binary("add(self, a, b, /)", add);
    binary("subtract(self, a, b, /)", subtract);
    binary("multiply(self, a, b, /)", multiply);
    binary("divide(self, a, b, /)", divide);
    binary("quantize(self, a, b, /)", quantize);
    binary("remainder_near(self, a, b, /)", remainder_near);
    binary("power(self, a, b, /)", power);
    auto unary = [&](const char* declaration, Unary operation) {
        type.method(declaration, [operation](Call& call) {
            Context& context = own(call);
            Number result = operation(convert(call[1], context), context);
            settle(context);
            return make_decimal(result);
        });
    };
    unary("sqrt(self, a, /)", square_root);
    unary("exp(self, a, /)", exponential);
    unary("ln(self, a, /)", natural_log);
    unary("log10(self, a, /)", decimal_log);
    unary("normalize(self, a, /)", normalize);
    unary("minus(self, a, /)", [](const Number& n, Context& context) { return negate(n, context); });
    unary("abs(self, a, /)", [](const Number& n, Context& context) {
        Number number = n;
        number.negative = false;
        return finish(number, context);
    });
    unary("plus(self, a, /)", [](const Number& n, Context& context) { return finish(n, context); });
    binary("divide_int(self, a, b, /)", [](const Number& a, const Number& b, Context& context) {
        Number quotient, rest;
        divide_integer(a, b, context, quotient, rest);
        return quotient;
    });
    binary("remainder(self, a, b, /)", [](const Number& a, const Number& b, Context& context) {
        Number quotient, rest;
        divide_integer(a, b, context, quotient, rest);
        return rest;
    });
    // What Decimal has as a method that asks a context.
    for (std::string_view declaration :
         {"compare(self, a, b, /)", "max(self, a, b, /)", "max_mag(self, a, b, /)", "min(self, a, b, /)",
          "min_mag(self, a, b, /)", "scaleb(self, a, b, /)", "shift(self, a, b, /)", "rotate(self, a, b, /)",
          "next_toward(self, a, b, /)", "compare_signal(self, a, b, /)", "logical_and(self, a, b, /)",
          "logical_or(self, a, b, /)", "logical_xor(self, a, b, /)"})
        type.method(declaration, [name = name_of(declaration)](Call& call) {
            Context& context = own(call);
            return python::call(get_attribute(make_decimal(convert(call[1], context)), name),
                                {make_decimal(convert(call[2], context)), call[0]});
        });
    for (std::string_view declaration :
         {"logical_invert(self, a, /)", "logb(self, a, /)", "next_plus(self, a, /)", "next_minus(self, a, /)",
          "number_class(self, a, /)", "is_normal(self, a, /)", "is_subnormal(self, a, /)"})
        type.method(declaration, [name = name_of(declaration)](Call& call) {
            return python::call(get_attribute(make_decimal(convert(call[1], own(call))), name), {call[0]});
        });
    for (std::string_view declaration :
         {"to_integral_value(self, a, /)", "to_integral_exact(self, a, /)", "to_integral(self, a, /)"})
        type.method(declaration, [name = name_of(declaration)](Call& call) {
            return python::call(get_attribute(make_decimal(convert(call[1], own(call))), name),
                                {Value::none(), call[0]});
        });
    // And those that ask none.
    for (std::string_view declaration :
         {"is_canonical(self, a, /)", "is_finite(self, a, /)", "is_infinite(self, a, /)",
          "is_nan(self, a, /)", "is_qnan(self, a, /)", "is_signed(self, a, /)", "is_snan(self, a, /)",
          "is_zero(self, a, /)", "copy_abs(self, a, /)", "copy_negate(self, a, /)", "canonical(self, a, /)"})
        type.method(declaration, [name = name_of(declaration)](Call& call) {
            return call_method(make_decimal(convert(call[1], own(call))), name);
        });
    for (std::string_view declaration : {"copy_sign(self, a, b, /)", "same_quantum(self, a, b, /)",
                                         "compare_total(self, a, b, /)", "compare_total_mag(self, a, b, /)"})
        type.method(declaration, [name = name_of(declaration)](Call& call) {
            Context& context = own(call);
            return call_method(make_decimal(convert(call[1], context)), name,
                               {make_decimal(convert(call[2], context))});
        });
    type.method("copy_decimal(self, a, /)",
                [](Call& call) { return make_decimal(convert(call[1], own(call))); });
    type.method("radix(self)", [](Call&) { return make_decimal(from_int(10)); });
    type.method("fma(self, a, b, c, /)", [](Call& call) {
        Context& context = own(call);
        Number result = multiply_add(convert(call[1], context), convert(call[2], context),
                                     convert(call[3], context), context);
        settle(context);
        return make_decimal(result);
    });
    type.method("divmod(self, a, b, /)", [](Call& call) {
        Context& context = own(call);
        Number quotient, rest;
        divide_integer(convert(call[1], context), convert(call[2], context), context, quotient, rest);
        settle(context);
        return make_tuple({make_decimal(quotient), make_decimal(rest)});
    });
    auto create = [](Call& call) {
        Context& context = own(call);
        Number result = finish(convert(call[1], context), context);
        settle(context);
        return make_decimal(result);
    };
    type.method("create_decimal(self, num='0', /)", create);
    type.method("create_decimal_from_float(self, f, /)", create);
    type.method("to_sci_string(self, a, /)", [](Call& call) {
        return make_str(to_text(convert(call[1], own(call)), own(call).capitals));
    });
    type.method("to_eng_string(self, a, /)", [](Call& call) {
        return make_str(to_text(convert(call[1], own(call)), own(call).capitals, true));
    });
}

// localcontext(): a copy for the block, what was current again after it.
void define_manager(ModuleBuilder& module) {
    struct Saved final : NativeState {
        Value inside, before;
    };
    ClassBuilder type = module.define_class("ContextManager");
    type.method("__enter__(self)", [](Call& call) {
        auto& self = call.state<Saved>();
        self.before = types().current;
        mutable_types().current = self.inside;
        return self.inside;
    });
    type.method("__exit__(self, kind, value, traceback, /)", [](Call& call) {
        mutable_types().current = call.state<Saved>().before;
        return Value::boolean(false);
    });
    Class* manager = type.get();
    module.function(
        "localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, "
        "clamp=None, flags=None, traps=None)",
        [manager](Call& call) {
            Context context = context_of(call[0]);
            set_all(context, call, 1);
            Value made = make_instance(manager);
            attach_state<Saved>(made).inside = make_context(context);
            return made;
        });
}

} // namespace

void define_context(ModuleBuilder& module, Types& types) {
    ClassBuilder type = module.define_class("Context");
    type.no_attributes();
    types.context = type.get();
    type.method("__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, "
                "flags=None, traps=None)",
                [](Call& call) {
                    Context& context = call.attach<ContextState>().context;
                    set_all(context, call, 1);
                    return Value::none();
                });
    add_settings(type);
    add_operations(type);
    auto constant = [&](const char* name, const Context& context) {
        Value made = make_instance(type.get());
        attach_state<ContextState>(made).context = context;
        module.constant(name, made);
        return made;
    };
    Context context;
    constant("DefaultContext", context);
    types.current = make_instance(type.get());
    attach_state<ContextState>(types.current).context = context;
    context.precision = 9;
    context.traps = 0;
    constant("ExtendedContext", context);
    context.rounding = Rounding::half_up;
    context.traps = any_invalid | division_by_zero | overflow | underflow | clamped;
    constant("BasicContext", context);
    module.function("getcontext()", [](Call&) { return decimal::types().current; });
    module.function("setcontext(context, /)", [](Call& call) {
        if (!state_if<ContextState>(call[0])) raise(Exc::TypeError, "argument must be a context");
        mutable_types().current = call[0];
        return Value::none();
    });
    define_manager(module);
}

} // namespace limbeck::python::decimal
