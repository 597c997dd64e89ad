// Generators and coroutines, and the classes that are iterators: enumerate, zip, map, filter, reversed.
#include "python/generator.hpp"
#include "python/iterators.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

Value next_or_stop(const Value& iterator) {
    Value item, stop;
    if (next(iterator, item, stop)) return item;
    std::vector<Value> arguments;
    if (stop.exists() && !stop.is_none()) arguments.push_back(stop);
    raise(exception_class(Exc::StopIteration), std::move(arguments));
}

// What generator.throw() was given, as an exception object.
Ref<Exception> thrown_exception(Call& call) {
    Value given = call[1];
    Class* type = as_class(given);
    if (type && is_subclass(type, exception_class(Exc::BaseException)))
        given = call.has(2) ? (as<Exception>(call[2]) ? call[2] : python::call(given, {call[2]}))
                            : python::call(given);
    else if (as<Exception>(given) && call.has(2))
        raise(Exc::TypeError, "instance exception may not have a separate value");
    if (Exception* exception = as<Exception>(given)) return Ref<Exception>(exception);
    raise(Exc::TypeError,
          fmt::format("exceptions must be classes or instances deriving from BaseException, not {}",
                      type_name(given)));
}

// A generator or a generator expression goes on with a value or an exception, which the latter has no `yield`
// to receive with.
Value resumed(const Value& self, const Value& sent, Ref<Exception> thrown) {
    Value out;
    std::vector<Value> arguments;
    if (Generator* generator = as_generator(self)) {
        if (generator->resume(sent, std::move(thrown), out)) return out;
        Value returned = generator->state->returned;
        if (returned.exists() && !returned.is_none()) arguments.push_back(returned);
    } else {
        auto& expression = *static_cast<GeneratorExpression*>(self.object());
        if (thrown) {
            expression.finished = true;
            raise(thrown);
        }
        if (expression.next(out)) return out;
    }
    raise(exception_class(class_of(self) == types().async_generator ? Exc::StopAsyncIteration
                                                                    : Exc::StopIteration),
          std::move(arguments));
}

} // namespace

void iterator_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__iter__(self, /)", [](Call& call) { return call[0]; });
    type.method("__next__(self, /)", [](Call& call) -> Value {
        Value item;
        if (cast<Iterator>(call[0]).next(item)) return item;
        raise(exception_class(Exc::StopIteration), std::vector<Value>());
    });
}

void generator_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__iter__(self, /)", [](Call& call) { return call[0]; });
    type.method("__next__(self, /)", [](Call& call) { return next_or_stop(call[0]); });
    type.method("send(self, value, /)", [](Call& call) -> Value { return resumed(call[0], call[1], {}); });
    type.method("throw(self, type, value=None, traceback=None, /)",
                [](Call& call) -> Value { return resumed(call[0], Value::none(), thrown_exception(call)); });
    type.method("close(self, /)", [](Call& call) -> Value {
        if (Generator* generator = as_generator(call[0]))
            generator->close();
        else
            static_cast<GeneratorExpression*>(call[0].object())->finished = true;
        return Value::none();
    });
    type.property("gi_running", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        return Value::boolean(generator && generator->state->running);
    });
    type.property("gi_frame", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        return generator && generator->state->finished ? Value::none() : make_instance(types().frame);
    });
    type.property("gi_suspended", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        if (!generator) {
            auto& expression = *static_cast<GeneratorExpression*>(call[0].object());
            return Value::boolean(expression.started && !expression.finished);
        }
        const GeneratorState& state = *generator->state;
        return Value::boolean(!state.running && !state.finished && state.fiber && state.fiber->started());
    });
    type.property("gi_yieldfrom", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        return generator && generator->state->delegate.exists() ? generator->state->delegate : Value::none();
    });
    type.property("gi_code", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        if (generator && generator->state->function)
            return get_attribute(Value(generator->state->function.get()), "__code__");
        Value made = make_instance(types().code);
        set_attribute(made, "co_name", get_attribute(call[0], "__name__"));
        return made;
    });
    type.property("__name__", [](Call& call) -> Value {
        Generator* generator = as_generator(call[0]);
        return make_str(generator ? generator->state->frame.code->name : "<genexpr>");
    });
    type.property("__qualname__", [](Call& call) -> Value {
        if (Generator* generator = as_generator(call[0]))
            return make_str(generator->state->frame.code->qualified_name);
        return make_str(static_cast<GeneratorExpression*>(call[0].object())->frame.code->qualified_name);
    });
}

void coroutine_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__await__(self, /)", [](Call& call) { return call[0]; });
    type.method("send(self, value, /)", [](Call& call) -> Value {
        Value result = as_coroutine(call[0])->run();
        raise(exception_class(Exc::StopIteration), std::vector<Value>{result});
    });
    type.method("close(self, /)", [](Call& call) -> Value {
        as_coroutine(call[0])->body = nullptr;
        return Value::none();
    });
    type.property("__name__", [](Call& call) { return make_str(as_coroutine(call[0])->name); });
}

void async_generator_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__aiter__(self, /)", [](Call& call) { return call[0]; });
    type.method("__anext__(self, /)", [](Call& call) -> Value {
        Value self = call[0];
        return make_awaitable("__anext__", [self] {
            Value item;
            if (cast<Iterator>(self).next(item)) return item;
            raise(exception_class(Exc::StopAsyncIteration), std::vector<Value>());
        });
    });
    type.method("asend(self, value, /)", [](Call& call) -> Value {
        Value self = call[0], sent = call[1];
        return make_awaitable("asend", [self, sent] { return resumed(self, sent, {}); });
    });
    type.method("athrow(self, type, value=None, traceback=None, /)", [](Call& call) -> Value {
        Value self = call[0], exception(thrown_exception(call).get());
        return make_awaitable("athrow", [self, exception] {
            return resumed(self, Value::none(), Ref<Exception>(as<Exception>(exception)));
        });
    });
    type.method("aclose(self, /)", [](Call& call) -> Value {
        Value self = call[0];
        return make_awaitable("aclose", [self] {
            if (Generator* generator = as_generator(self)) generator->close();
            return Value::none();
        });
    });
}

void enumerate_members(ClassBuilder& type) {
    type.static_method("__new__(cls, iterable, start=0)", [](Call& call) -> Value {
        Value iterator = iterate(call[1]);
        Value count = call[2].is_small_int() ? call[2] : Value::integer(as_index(call[2]));
        return make<NativeIterator>(as_class(call[0]), [iterator, count](Value& out) mutable {
            Value item;
            if (!next(iterator, item)) return false;
            out = make_tuple({count, item});
            count = binary(BinaryOp::Add, count, Value::integer(1));
            return true;
        });
    });
    iterator_members(type);
    type.class_method("__class_getitem__(cls, item, /)", [](Call& call) { return call[0]; });
}

void zip_members(ClassBuilder& type) {
    type.static_method("__new__(cls, /, *iterables, strict=False)", [](Call& call) -> Value {
        std::vector<Value> iterators;
        const auto& iterables = call.rest(1);
        for (std::size_t at = 0; at < iterables.size(); ++at) {
            iterators.push_back(iterate(iterables[at]));
        }
        bool strict = call.truth(2);
        return make<NativeIterator>(as_class(call[0]), [iterators, strict](Value& out) {
            if (iterators.empty()) return false;
            std::vector<Value> items;
            for (std::size_t at = 0; at < iterators.size(); ++at) {
                Value item;
                if (next(iterators[at], item)) {
                    items.push_back(item);
                    continue;
                }
                if (!strict) return false;
                auto plural = [](std::size_t n) {
                    return n == 1 ? std::string(" 1") : fmt::format("s 1-{}", n);
                };
                if (at > 0)
                    raise(Exc::ValueError,
                          fmt::format("zip() argument {} is shorter than argument{}", at + 1, plural(at)));
                for (std::size_t other = 1; other < iterators.size(); ++other)
                    if (next(iterators[other], item))
                        raise(Exc::ValueError, fmt::format("zip() argument {} is longer than argument{}",
                                                           other + 1, plural(other)));
                return false;
            }
            out = make_tuple(std::move(items));
            return true;
        });
    });
    iterator_members(type);
}

void map_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, function=..., /, *iterables)", [](Call& call) -> Value {
        if (call.rest(2).empty()) raise(Exc::TypeError, "map() must have at least two arguments.");
        std::vector<Value> iterators;
        for (const Value& each : call.rest(2)) iterators.push_back(iterate(each));
        Value function = call[1];
        return make<NativeIterator>(as_class(call[0]), [function, iterators](Value& out) {
            std::vector<Value> items(iterators.size());
            for (std::size_t at = 0; at < iterators.size(); ++at)
                if (!next(iterators[at], items[at])) return false;
            out = python::call(function, items);
            return true;
        });
    });
    iterator_members(type);
}

void filter_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, function, iterable, /)", [](Call& call) -> Value {
        Value function = call[1], iterator = iterate(call[2]);
        return make<NativeIterator>(as_class(call[0]), [function, iterator](Value& out) {
            while (next(iterator, out))
                if (truth(function.is_none() ? out : python::call(function, {out}))) return true;
            return false;
        });
    });
    iterator_members(type);
}

void reversed_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, sequence, /)", [](Call& call) { return reverse_iterate(call[1]); });
    iterator_members(type);
}

} // namespace limbeck::python
