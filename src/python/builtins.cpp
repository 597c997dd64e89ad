// The built-in functions, and the module that holds them and the built-in classes.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/generator.hpp"
#include "python/importing.hpp"
#include "python/integers.hpp"
#include "python/iterators.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/sorting.hpp"
#include "python/source_code.hpp"
#include "python/syntax_error.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::python {

namespace {

Str* attribute_name(Call& call, std::size_t index) {
    Str* name = as<Str>(call[index]);
    if (!name)
        raise(Exc::TypeError, fmt::format("attribute name must be string, not '{}'", type_name(call[index])));
    return intern(name->text);
}

Value get_attr(Call& call) {
    Str* name = attribute_name(call, 1);
    if (!call.given(2)) return get_attribute(call[0], name);
    Value found;
    try {
        found = find_attribute(call[0], name);
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::AttributeError)) throw;
    }
    return found.exists() ? found : call[2];
}

Value has_attr(Call& call) {
    Str* name = attribute_name(call, 1);
    if (is_unresolved(call[0]))
        raise_unresolved(call[0], fmt::format("know whether it has '{}'", name->text));
    try {
        return Value::boolean(find_attribute(call[0], name).exists());
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::AttributeError)) throw;
    }
    return Value::boolean(false);
}

Value print(Call& call) {
    auto text_or = [&](std::size_t index, const char* otherwise, const char* name) -> std::string {
        if (!call.has(index)) return otherwise;
        if (!is_str(call[index]))
            raise(Exc::TypeError,
                  fmt::format("{} must be None or a string, not {}", name, type_name(call[index])));
        return as_text(call[index]);
    };
    std::string separator = text_or(1, " ", "sep"), end = text_or(2, "\n", "end"), out;
    const auto& items = call.rest(0);
    for (std::size_t at = 0; at < items.size(); ++at) {
        if (at) out += separator;
        out += to_str(items[at]);
    }
    out += end;
    if (call.has(3)) {
        if (!is_unresolved(call[3])) call_method(call[3], "write", {make_str(out)});
        return Value::none();
    }
    // A script may have put a stream of its own in the place of sys.stdout.
    if (Value* sys = rt().modules->table.find(intern("sys")); sys && as<Module>(*sys)) {
        Value stream = find_attribute(*sys, std::string_view("stdout"));
        if (stream.exists() && !stream.is_none()) {
            call_method(stream, "write", {make_str(out)});
            return Value::none();
        }
    }
    rt().options.print(out);
    return Value::none();
}

Value extreme(Call& call, bool largest) {
    const char* name = largest ? "max" : "min";
    const auto& given = call.rest(0);
    Value key = call[1], fallback = call[2];
    std::vector<Value> items = given;
    if (given.empty()) raise(Exc::TypeError, fmt::format("{} expected at least 1 argument, got 0", name));
    if (given.size() > 1 && fallback.exists())
        raise(Exc::TypeError,
              fmt::format("Cannot specify a default for {}() with multiple positional arguments", name));
    if (given.size() == 1) items = to_vector(given[0]);
    if (items.empty()) {
        if (fallback.exists()) return fallback;
        raise(Exc::ValueError, fmt::format("{}() arg is an empty sequence", name));
    }
    Value best, best_key;
    for (const Value& item : items) {
        Value item_key = key.is_none() ? item : python::call(key, {item});
        bool better = !best.exists() || (largest ? truth(compare(Comparison::Gt, item_key, best_key))
                                                 : less(item_key, best_key));
        if (!better) continue;
        best = item;
        best_key = item_key;
    }
    return best;
}

Value sum(Call& call) {
    Value total = call[1];
    if (is_str(total)) raise(Exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (bytes_if(total)) raise(Exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    for_each(call[0], [&](const Value& item) { total = binary(BinaryOp::Add, total, item); });
    return total;
}

Value round_value(Call& call) {
    Value method = find_special(call[0], names().round);
    if (is_unresolved(call[0])) raise_unresolved(call[0], "round it");
    if (!method.exists())
        raise(Exc::TypeError, fmt::format("type {} doesn't define __round__ method", type_name(call[0])));
    if (!call.has(1)) return call_with(method, Arguments{&call[0], {}, {}});
    return call_with(method, Arguments{&call[0], {&call[1], 1}, {}});
}

Value power(Call& call) {
    if (!call.has(2)) return binary(BinaryOp::Pow, call[0], call[1]);
    if (is_int(call[0]) && is_int(call[1]) && is_int(call[2]))
        return integer_power(call[0], call[1], call[2]);
    if (Value method = find_special(call[0], names().pow); method.exists() && !class_of(call[0])->is_builtin)
        return call_with(method, Arguments{&call[0], std::vector<Value>{call[1], call[2]}, {}});
    raise(Exc::TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

Value divmod(Call& call) {
    for (int turn = 0; turn < 2; ++turn) {
        const Value& self = call[static_cast<std::size_t>(turn)];
        const Value& other = call[static_cast<std::size_t>(1 - turn)];
        if (class_of(self)->is_builtin && class_of(other)->is_builtin &&
            class_of(self)->layout != Kind::Instance && class_of(other)->layout != Kind::Instance)
            break;
        Value method = find_special(self, turn == 0 ? names().divmod : names().rdivmod);
        if (!method.exists()) continue;
        Value result = call_with(method, Arguments{&self, {&other, 1}, {}});
        if (!result.is_not_implemented()) return result;
    }
    auto numeric = [](const Value& value) { return is_int(value) || value.is_float() || as<Float>(value); };
    if (!numeric(call[0]) || !numeric(call[1]))
        raise(Exc::TypeError, fmt::format("unsupported operand type(s) for divmod(): '{}' and '{}'",
                                          type_name(call[0]), type_name(call[1])));
    if (is_int(call[0]) && is_int(call[1])) {
        Value quotient, remainder;
        integer_divide(call[0], call[1], quotient, remainder);
        return make_tuple({quotient, remainder});
    }
    if (as_double(call[1]) == 0) raise(Exc::ZeroDivisionError, "float divmod()");
    return make_tuple(
        {binary(BinaryOp::FloorDiv, call[0], call[1]), binary(BinaryOp::Mod, call[0], call[1])});
}

Value ordinal(Call& call) {
    if (Str* text = as<Str>(call[0])) {
        if (text->length != 1)
            raise(Exc::TypeError,
                  fmt::format("ord() expected a character, but string of length {} found", text->length));
        std::size_t at = 0;
        return Value::integer(static_cast<std::int64_t>(wtf8::decode(text->text, at)));
    }
    if (const std::string* bytes = bytes_if(call[0])) {
        if (bytes->size() != 1)
            raise(Exc::TypeError,
                  fmt::format("ord() expected a character, but string of length {} found", bytes->size()));
        return Value::integer(static_cast<unsigned char>((*bytes)[0]));
    }
    raise(Exc::TypeError, fmt::format("ord() expected string of length 1, but {} found", type_name(call[0])));
}

Value character(Call& call) {
    std::int64_t code = as_index(call[0]);
    if (code < 0 || code > 0x10ffff) raise(Exc::ValueError, "chr() arg not in range(0x110000)");
    std::string text;
    wtf8::append(text, static_cast<char32_t>(code));
    return make_str(std::move(text));
}

Value in_base(const Value& value, int base, const char* prefix) {
    Value number = is_int(value) ? value : Value::integer(as_index(value));
    std::string digits = integer_text(number, base);
    bool negative = digits[0] == '-';
    return make_str((negative ? "-" : "") + std::string(prefix) + (negative ? digits.substr(1) : digits));
}

Value next_item(Call& call) {
    if (is_unresolved(call[0])) raise_unresolved(call[0], "iterate over it");
    if (!as<Iterator>(call[0]) && !lookup(class_of(call[0]), names().next))
        raise(Exc::TypeError, fmt::format("'{}' object is not an iterator", type_name(call[0])));
    Value item, stop;
    if (next(call[0], item, stop)) return item;
    if (call.given(1)) return call[1];
    std::vector<Value> arguments;
    if (stop.exists() && !stop.is_none()) arguments.push_back(stop);
    raise(exception_class(Exc::StopIteration), std::move(arguments));
}

Value iterator_of(Call& call) {
    if (!call.given(1)) return iterate(call[0]);
    Value function = call[0], sentinel = call[1];
    if (!is_callable(function)) raise(Exc::TypeError, "iter(v, w): v must be callable");
    return make<NativeIterator>(types().callable_iterator, [function, sentinel](Value& out) {
        out = python::call(function);
        return !equal(out, sentinel);
    });
}

// The frame of the script that called.
Frame& calling_frame() {
    if (!rt().frame) raise(Exc::RuntimeError, "no script is running");
    return *rt().frame;
}

Value locals_of(Frame& frame) {
    if (frame.space) return Value(frame.space);
    if (frame.mapping.exists()) return frame.mapping;
    Value all = make_dict();
    for (std::size_t at = 0; at < frame.code->slot_names.size(); ++at) {
        Value value = frame.slots[at];
        if (Cell* cell = as<Cell>(value)) value = cell->value;
        if (value.exists()) cast<Dict>(all).table.set(frame.code->slot_names[at], value);
    }
    return all;
}

Value variables(Call& call) {
    if (!call.given(0)) return locals_of(calling_frame());
    if (is_unresolved(call[0])) raise_unresolved(call[0], "list its attributes");
    Value dict = find_attribute(call[0], names().dict);
    if (!dict.exists() || !call[0].is_object())
        raise(Exc::TypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

Value directory(Call& call) {
    Value listed;
    if (!call.given(0)) {
        Value locals = locals_of(calling_frame());
        listed = make_list(to_vector(locals));
    } else {
        if (is_unresolved(call[0])) raise_unresolved(call[0], "list its attributes");
        Value own =
            as<Module>(call[0]) ? find_attribute(call[0], names().dir) : find_special(call[0], names().dir);
        // A class's own __dir__ is its instances'; a metaclass may have one for it.
        if (as<Class>(call[0])) {
            const Value* of_metaclass = lookup(class_of(call[0]), names().dir);
            own = of_metaclass ? *of_metaclass : *lookup(types().object, names().dir);
        }
        listed = as<Module>(call[0]) && !as<BoundMethod>(own)
                     ? python::call(own)
                     : call_with(as<BoundMethod>(own) ? cast<BoundMethod>(own).function : own,
                                 Arguments{&call[0], {}, {}});
        listed = make_list(to_vector(listed));
    }
    sort_values(cast<List>(listed).items, Value::none(), false);
    return listed;
}

Value build_import(Call& call) {
    std::vector<std::string> wanted;
    if (call.has(3)) for_each(call[3], [&](const Value& name) { wanted.push_back(as_text(name)); });
    const Dict* globals = call.has(1) ? as<Dict>(call[1]) : rt().frame ? rt().frame->globals : nullptr;
    return import_builtin(call.text(0), globals, wanted, static_cast<int>(as_index(call[4])));
}

// eval() and exec(): in the namespaces given, or those of the caller.
Value run_given(Call& call, bool expression) {
    Frame& caller = calling_frame();
    Value globals = call.has(1) ? call[1] : Value(caller.globals);
    Value locals = call.has(2) ? call[2] : call.has(1) ? globals : locals_of(caller);
    return run_source(call[0], globals, locals, expression);
}

Value is_instance_of(Call& call) {
    return Value::boolean(is_instance(call[0], call[1]));
}
Value is_subclass_of(Call& call) {
    return Value::boolean(is_subclass(call[0], call[1]));
}

Value any_all(Call& call, bool wanted) {
    bool found = false;
    for_each(call[0], [&](const Value& item) {
        found = truth(item) == wanted;
        return !found;
    });
    return Value::boolean(found == wanted);
}

} // namespace

void populate_builtins(ModuleBuilder& module) {
    Types& t = types();
    auto add = [&](std::string_view declaration, NativeBody body) {
        module.function(declaration, std::move(body), CallStyle::C);
    };
    add("print(*args, sep=' ', end='\\n', file=None, flush=False)", print);
    add("len(obj, /)", [](Call& call) { return Value::integer(static_cast<std::int64_t>(length(call[0]))); });
    add("repr(obj, /)", [](Call& call) { return make_str(to_repr(call[0])); });
    add("ascii(obj, /)", [](Call& call) { return make_str(to_ascii(call[0])); });
    add("format(value, format_spec='', /)",
        [](Call& call) { return make_str(format_value(call[0], call.text(1))); });
    add("hash(obj, /)",
        [](Call& call) { return Value::integer(static_cast<std::int64_t>(hash_value(call[0]))); });
    add("id(obj, /)", [](Call& call) -> Value {
        if (Object* object = call[0].object())
            return Value::integer(static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(object)));
        return Value::integer(static_cast<std::int64_t>(call[0].tag()) << 56 |
                              (call[0].as_int() & 0xffffffffffff));
    });
    add("isinstance(obj, class_or_tuple, /)", is_instance_of);
    add("issubclass(cls, class_or_tuple, /)", is_subclass_of);
    add("callable(obj, /)", [](Call& call) { return Value::boolean(is_callable(call[0])); });
    add("getattr(object, name, default=..., /)", get_attr);
    add("hasattr(obj, name, /)", has_attr);
    add("setattr(obj, name, value, /)", [](Call& call) -> Value {
        set_attribute(call[0], attribute_name(call, 1), call[2]);
        return Value::none();
    });
    add("delattr(obj, name, /)", [](Call& call) -> Value {
        delete_attribute(call[0], attribute_name(call, 1));
        return Value::none();
    });
    add("sorted(iterable, /, *, key=None, reverse=False)", [](Call& call) -> Value {
        std::vector<Value> items = to_vector(call[0]);
        sort_values(items, call[1], call.truth(2));
        return make_list(std::move(items));
    });
    add("min(*args, key=None, default=...)", [](Call& call) { return extreme(call, false); });
    add("max(*args, key=None, default=...)", [](Call& call) { return extreme(call, true); });
    add("sum(iterable, /, start=0)", sum);
    add("any(iterable, /)", [](Call& call) { return any_all(call, true); });
    add("all(iterable, /)", [](Call& call) { return any_all(call, false); });
    add("abs(x, /)", [](Call& call) { return absolute(call[0]); });
    add("round(number, ndigits=None)", round_value);
    add("pow(base, exp, mod=None)", power);
    add("divmod(x, y, /)", divmod);
    add("ord(c, /)", ordinal);
    add("chr(i, /)", character);
    add("hex(number, /)", [](Call& call) { return in_base(call[0], 16, "0x"); });
    add("oct(number, /)", [](Call& call) { return in_base(call[0], 8, "0o"); });
    add("bin(number, /)", [](Call& call) { return in_base(call[0], 2, "0b"); });
    add("iter(object, sentinel=..., /)", iterator_of);
    add("next(iterator, default=..., /)", next_item);
    add("aiter(async_iterable, /)", [](Call& call) { return async_iterate(call[0]); });
    add("anext(async_iterator, default=..., /)", [](Call& call) -> Value {
        Value iterator = call[0], fallback = call[1];
        return make_awaitable("anext", [iterator, fallback] {
            Value item;
            if (async_next(iterator, item)) return item;
            if (fallback.exists()) return fallback;
            raise(exception_class(Exc::StopAsyncIteration), std::vector<Value>());
        });
    });
    add("vars(object=..., /)", variables);
    add("dir(object=..., /)", directory);
    add("globals()", [](Call&) { return Value(calling_frame().globals); });
    add("locals()", [](Call&) { return locals_of(calling_frame()); });
    add("__import__(name, globals=None, locals=None, fromlist=(), level=0)", build_import);
    add("eval(source, globals=None, locals=None, /)", [](Call& call) { return run_given(call, true); });
    add("exec(source, globals=None, locals=None, /)", [](Call& call) { return run_given(call, false); });
    add("input(prompt='', /)", [](Call&) -> Value { raise(Exc::EOFError, "EOF when reading a line"); });
    add("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", [](Call& call) -> Value {
        const std::string* text = text_if(call[0]);
        if (!text) text = bytes_if(call[0]);
        if (!text) raise(Exc::TypeError, "compile() arg 1 must be a string, bytes or AST object");
        const std::string& mode = call.text(2);
        if (mode != "exec" && mode != "eval" && mode != "single")
            raise(Exc::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
        return compile_source(*text, call.text(1), mode == "eval");
    });
    add("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, "
        "opener=None)",
        [](Call& call) -> Value {
            // Files are io's business.
            Value open = native_attribute("io", "open");
            if (!open.exists()) raise(Exc::PermissionError, "scripts cannot open files here");
            std::vector<Value> all;
            for (std::size_t at = 0; at < call.size(); ++at) all.push_back(call[at]);
            return python::call(open, all);
        });
    add("breakpoint(*args, **kws)", [](Call&) { return Value::none(); });

    auto put = [&](Class* type) { module.constant(type->name, class_value(type)); };
    for (Class* type :
         {t.object, t.type,      t.bool_,    t.int_,         t.float_,      t.complex, t.str,
          t.bytes,  t.bytearray, t.list,     t.tuple,        t.dict,        t.set,     t.frozenset,
          t.range,  t.slice,     t.property, t.staticmethod, t.classmethod, t.super,   t.enumerate,
          t.zip,    t.map,       t.filter,   t.reversed})
        put(type);
    for (Class* type : t.exceptions) put(type);
    module.constant("EnvironmentError", class_value(exception_class(Exc::OSError)));
    module.constant("IOError", class_value(exception_class(Exc::OSError)));
    module.constant("NotImplemented", Value::not_implemented());
    // For annotations; scripts have no buffers to look into.
    module.define_class("memoryview", {}, [](ClassBuilder& type) {
        type.method("__init__(self, object)", [](Call&) -> Value {
            raise(Exc::NotImplementedError, "memoryview() is not available in limbeck's sandbox");
        });
    });
    module.constant("Ellipsis", Value::ellipsis());
    module.constant("__debug__", Value::boolean(true));
    module.constant("__doc__", Value::none());
}

} // namespace limbeck::python
