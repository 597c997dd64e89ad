#include "python/generator.hpp"

#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// Unwinds an abandoned generator: no script code sees it.
struct Abandoned {};

} // namespace

Generator::Generator(Class* object_class, std::unique_ptr<GeneratorState> given)
    : Iterator(object_class), state(std::move(given)) {}

const char* Generator::word() const {
    return cls == types().async_generator ? "async generator" : "generator";
}

Generator::~Generator() {
    if (!state || state->finished || !state->fiber || state->running) return;
    // As CPython does when the last reference goes: `finally` blocks run. Not where the run itself ends.
    retain(this); // the body may look at us
    if (!rt().shutting_down && !rt().doomed) {
        try {
            close();
        } catch (const Raised&) {
            // There is nobody to tell.
        } catch (const Error&) {
        }
    }
    clear();
    --references;
}

void Generator::clear() {
    if (state && state->fiber && state->fiber->started() && !state->finished && !state->running) {
        state->abandoned = true;
        Value ignored;
        try {
            resume(Value::none(), {}, ignored);
        } catch (const Abandoned&) {
        } catch (const Raised&) {
        } catch (const Error&) {
        }
    }
    if (state && !state->running) {
        state->finished = true;
        state->passing = state->returned = state->delegate = Value();
        state->throwing = {};
        state->slots.reset();
        state->function = {};
        state->fiber.reset();
    }
    Object::clear();
}

bool Generator::resume(Value sent, Ref<Exception> thrown, Value& out) {
    GeneratorState& s = *state;
    if (s.running) raise(Exc::ValueError, fmt::format("{} already executing", word()));
    if (s.finished) {
        if (thrown) throw Raised(thrown);
        s.returned = Value();
        return false;
    }
    if (!s.fiber) {
        if (thrown) {
            s.finished = true;
            s.frame.where = nullptr;
            add_traceback(*thrown, s.frame);
            throw Raised(thrown);
        }
        if (!sent.is_none())
            raise(Exc::TypeError, fmt::format("can't send non-None value to a just-started {}", word()));
        s.fiber = std::make_unique<Fiber>(
            [this] {
                GeneratorState& inside = *state;
                inside.returned = run_frame(inside.frame);
            },
            generator_stack_size);
    }
    DepthGuard guard;
    Runtime& runtime = rt();
    Value alive(this);
    Frame* caller = runtime.frame;
    int depth = runtime.depth;
    char* limit = runtime.stack_limit;
    s.passing = std::move(sent);
    s.throwing = std::move(thrown);
    s.running = true;
    runtime.stack_limit = s.fiber->soft_limit();
    runtime.depth = depth + s.depth;
    if (s.fiber->started()) {
        s.frame.back = caller;
        runtime.frame = &s.frame;
    }
    Ref<Exception> raised;
    std::exception_ptr other;
    try {
        s.fiber->resume();
    } catch (const Raised& error) {
        raised = Ref<Exception>(&error.exception());
    } catch (...) {
        other = std::current_exception();
    }
    s.running = false;
    s.depth = runtime.depth - depth;
    runtime.stack_limit = limit;
    runtime.depth = depth;
    runtime.frame = caller;
    if (!s.fiber->done()) {
        out = std::move(s.passing);
        return true;
    }
    s.finished = true;
    s.slots.reset();
    s.function = {};
    s.fiber.reset();
    s.delegate = Value();
    if (other) std::rethrow_exception(other);
    if (!raised) return false;
    // An escaping StopIteration would look like the generator's end.
    Exc stop = cls == types().async_generator ? Exc::StopAsyncIteration : Exc::StopIteration;
    if (matches(*raised, Exc::StopIteration) || matches(*raised, stop)) {
        Ref<Exception> error =
            make_exception(Exc::RuntimeError, fmt::format("{} raised {}", word(), raised->cls->name));
        error->cause = Value(raised.get());
        error->context = Value(raised.get());
        error->suppress_context = true;
        error->traceback = {raised->traceback.back()};
        throw Raised(error);
    }
    throw Raised(raised);
}

bool Generator::next(Value& out) {
    return resume(Value::none(), {}, out);
}

void Generator::close() {
    if (state->finished) return;
    if (!state->fiber) {
        state->finished = true;
        return;
    }
    Value ignored;
    bool yielded = false;
    try {
        yielded = resume(Value::none(), make_exception(exception_class(Exc::GeneratorExit), {}), ignored);
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::GeneratorExit) &&
            !matches(raised.exception(), Exc::StopIteration))
            throw;
    }
    if (yielded) raise(Exc::RuntimeError, fmt::format("{} ignored GeneratorExit", word()));
}

Value yield_value(Frame& frame, Value value) {
    if (!frame.generator) raise(Exc::SyntaxError, "'yield' outside function");
    GeneratorState& s = *frame.generator;
    s.passing = std::move(value);
    s.fiber->suspend();
    if (s.abandoned) throw Abandoned();
    if (s.throwing) {
        Ref<Exception> thrown = std::move(s.throwing);
        s.throwing = {};
        raise(thrown);
    }
    return std::move(s.passing);
}

Value yield_from(Frame& frame, const Value& iterable) {
    if (!frame.generator) raise(Exc::SyntaxError, "'yield' outside function");
    Value iterator = as_coroutine(iterable) ? iterable : iterate(iterable);
    if (Coroutine* coroutine = as_coroutine(iterator)) return coroutine->run();
    Generator* generator = as_generator(iterator);
    Value sent = Value::none();
    Ref<Exception> thrown;
    struct Through {
        Value& place;
        Through(Value& where, const Value& what) : place(where) { place = what; }
        ~Through() { place = Value(); }
    } through(frame.generator->delegate, iterator);
    while (true) {
        Value item;
        if (generator) {
            if (!generator->resume(sent, thrown, item))
                return generator->state->returned.exists() ? generator->state->returned : Value::none();
        } else if (thrown || !sent.is_none()) {
            Value hook = find_attribute(iterator, std::string_view(thrown ? "throw" : "send"));
            if (!hook.exists()) {
                if (thrown) raise(thrown);
                hook = get_attribute(iterator, "send");
            }
            Value stop;
            bool ended = false;
            try {
                item = call(hook, {thrown ? Value(thrown.get()) : sent});
            } catch (const Raised& raised) {
                if (!matches(raised.exception(), Exc::StopIteration)) throw;
                ended = true;
                stop = raised.value();
            }
            if (ended) return get_attribute(stop, "value");
        } else {
            Value stop;
            if (!next(iterator, item, stop)) return stop.exists() ? stop : Value::none();
        }
        thrown = {};
        bool again = false;
        try {
            sent = yield_value(frame, std::move(item));
        } catch (const Raised& raised) {
            thrown = Ref<Exception>(&raised.exception());
            again = true;
        }
        if (again && matches(*thrown, Exc::GeneratorExit)) {
            if (generator)
                generator->close();
            else if (Value hook = find_attribute(iterator, std::string_view("close")); hook.exists())
                call(hook, {});
            throw Raised(thrown);
        }
    }
}

Value make_generator(Function& function, std::unique_ptr<Value[]> slots) {
    Code& code = *function.code;
    auto state = std::make_unique<GeneratorState>(&code);
    state->slots = std::move(slots);
    state->function = Ref<Function>(&function);
    state->frame.globals = function.globals.get();
    state->frame.slots = state->slots.get();
    state->frame.function = &function;
    prepare_cells(state->frame, function.closure);
    state->frame.generator = state.get();
    if (code.is_generator)
        return make<Generator>(code.is_async ? types().async_generator : types().generator, std::move(state));
    // A coroutine: the frame waits until somebody awaits it.
    std::shared_ptr<GeneratorState> shared = std::move(state);
    return make<Coroutine>(to_str(function.qualified_name), [shared] {
        DepthGuard depth;
        return run_frame(shared->frame);
    });
}

// ---- coroutines

Coroutine::Coroutine(std::string function_name, std::function<Value()> run_body)
    : Iterator(types().coroutine), body(std::move(run_body)), name(std::move(function_name)) {}

void Coroutine::clear() {
    body = nullptr;
    Object::clear();
}

Value Coroutine::run() {
    if (!body) raise(Exc::RuntimeError, "cannot reuse already awaited coroutine");
    Value alive(this);
    auto once = std::move(body);
    body = nullptr;
    return once();
}

bool Coroutine::next(Value& out) {
    out = run();
    Ref<Exception> stop = make_exception(exception_class(Exc::StopIteration), {out});
    throw Raised(stop);
}

Coroutine* as_coroutine(const Value& value) {
    return value.is_object() && value.object_unchecked()->cls == types().coroutine
               ? static_cast<Coroutine*>(value.object_unchecked())
               : nullptr;
}

Generator* as_generator(const Value& value) {
    if (!value.is_object()) return nullptr;
    Object* object = value.object_unchecked();
    if (object->cls != types().generator && object->cls != types().async_generator) return nullptr;
    return dynamic_cast<Generator*>(object); // a generator expression is of these classes, too
}

Value make_awaitable(std::string name, std::function<Value()> body) {
    return make<Coroutine>(std::move(name), std::move(body));
}

Value await_value(const Value& awaitable) {
    if (is_unresolved(awaitable)) return unresolved_call(awaitable);
    if (Coroutine* coroutine = as_coroutine(awaitable)) return coroutine->run();
    Value hook = find_special(awaitable, names().await);
    if (!hook.exists())
        raise(Exc::TypeError,
              fmt::format("object {} can't be used in 'await' expression", type_name(awaitable)));
    Value iterator = call(bind_descriptor(hook, awaitable, class_of(awaitable)));
    if (Coroutine* coroutine = as_coroutine(iterator)) return coroutine->run();
    Value item, stop;
    while (next(iterator, item, stop))
        count_step(); // what a loop would wait for: there is nothing to wait for here
    return stop.exists() ? stop : Value::none();
}

Value async_iterate(const Value& iterable) {
    if (is_unresolved(iterable)) raise_unresolved(iterable, "iterate over it");
    if (class_of(iterable) == types().async_generator) return iterable;
    Value hook = find_special(iterable, names().aiter);
    if (!hook.exists())
        raise(Exc::TypeError, fmt::format("'async for' requires an object with __aiter__ method, got {}",
                                          type_name(iterable)));
    return call(bind_descriptor(hook, iterable, class_of(iterable)));
}

bool async_next(const Value& iterator, Value& out) {
    if (class_of(iterator) == types().async_generator) return cast<Iterator>(iterator).next(out);
    Value hook = find_special(iterator, names().anext);
    if (!hook.exists())
        raise(Exc::TypeError, fmt::format("'async for' requires an iterator with __anext__ method, got {}",
                                          type_name(iterator)));
    try {
        out = await_value(call(bind_descriptor(hook, iterator, class_of(iterator))));
        return true;
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::StopAsyncIteration)) throw;
    }
    return false;
}

// ---- generator expressions

GeneratorExpression::GeneratorExpression(const ast::GeneratorExp& expression, Frame& outer, Value first)
    : Iterator(types().generator), frame{static_cast<Code*>(expression.scope)}, node(&expression),
      globals(outer.globals) {
    if (node->generators[0]->is_async || frame.code->is_async) cls = types().async_generator;
    slots = std::make_unique<Value[]>(frame.code->slot_names.size() + 1);
    frame.slots = slots.get();
    frame.globals = outer.globals;
    prepare_cells(frame, capture_cells(outer, *frame.code));
    iterators.push_back(std::move(first));
}

void GeneratorExpression::clear() {
    iterators.clear();
    if (!running) slots.reset();
    finished = true;
    globals = {};
    Object::clear();
}

bool GeneratorExpression::next(Value& out) {
    if (finished) return false;
    if (running) raise(Exc::ValueError, "generator already executing");
    DepthGuard depth;
    Value alive(this);
    FrameGuard guard(frame);
    mark(frame, *node);
    running = true;
    struct Stop {
        bool& running;
        ~Stop() { running = false; }
    } stop{running};
    try {
        if (advance(out)) return true;
    } catch (const Raised& raised) {
        finished = true;
        if (!raised.is_listed(frame)) add_traceback(raised.exception(), frame);
        if (!matches(raised.exception(), Exc::StopIteration)) throw;
    } catch (Error& error) {
        finished = true;
        if (!error.place().known()) locate(error, frame);
        throw;
    }
    if (finished) raise(Exc::RuntimeError, "generator raised StopIteration");
    finished = true;
    iterators.clear();
    return false;
}

// Takes the next item of the innermost loop that has one, and goes down from there.
bool GeneratorExpression::advance(Value& out) {
    while (!iterators.empty()) {
        std::size_t level = iterators.size() - 1;
        const ast::Comprehension& generator = *node->generators[level];
        Value item, iterator = iterators[level];
        if (generator.is_async ? !async_next(iterator, item) : !python::next(iterator, item)) {
            iterators.pop_back();
            continue;
        }
        count_step();
        assign(frame, *generator.target, item);
        bool wanted = true;
        for (ast::Expression* condition : generator.conditions) {
            Value test = evaluate(frame, condition);
            mark(frame, *condition);
            wanted = wanted && truth(test);
            if (!wanted) break;
        }
        if (!wanted) continue;
        if (level + 1 == node->generators.size()) {
            out = evaluate(frame, node->element);
            return true;
        }
        const ast::Comprehension& inner = *node->generators[level + 1];
        Value iterable = evaluate(frame, inner.iterable);
        mark(frame, *inner.iterable);
        iterators.push_back(inner.is_async ? async_iterate(iterable) : iterate(iterable));
    }
    return false;
}

Value make_generator_expression(Frame& frame, const ast::GeneratorExp& node, Value first_iterator) {
    return make<GeneratorExpression>(node, frame, std::move(first_iterator));
}

} // namespace limbeck::python
