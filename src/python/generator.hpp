// Generators, coroutines and asynchronous generators.
//
// A generator's body runs on a stack of its own (fiber.hpp). A coroutine has no need of one: whoever awaits
// it runs it to its end in place, since nothing here ever waits for anything. A generator expression is no
// fiber either: it keeps one iterator per `for` and goes on from there.
#pragma once

#include "python/code.hpp"
#include "python/fiber.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace limbeck::python {

struct GeneratorState {
    Frame frame;
    std::unique_ptr<Value[]> slots;
    Ref<Function> function;
    std::unique_ptr<Fiber> fiber;
    Value passing;           // what goes in and out at `yield`
    Ref<Exception> throwing; // what is raised at the `yield` that is resumed
    Value returned;
    Value delegate; // what `yield from` goes through
    int depth = 0;  // of calls, inside
    bool running = false;
    bool finished = false;
    bool abandoned = false; // the body is being unwound without running any script code

    explicit GeneratorState(Code* code) : frame{code} {}
};

struct Generator final : Iterator {
    std::unique_ptr<GeneratorState> state;
    Generator(Class* object_class, std::unique_ptr<GeneratorState> given);
    ~Generator() override;
    void clear() override;
    bool next(Value& out) override;
    // Resumes with a value or an exception; false where the generator returned (state->returned says what).
    bool resume(Value sent, Ref<Exception> thrown, Value& out);
    void close();
    const char* word() const;
};

// A called `async def`, or anything else that gives its value when awaited.
struct Coroutine final : Iterator {
    std::function<Value()> body; // empty once it ran
    std::string name;
    Coroutine(std::string function_name, std::function<Value()> run);
    void clear() override;
    bool next(Value& out) override;
    Value run();
};

struct GeneratorExpression final : Iterator {
    Frame frame;
    std::unique_ptr<Value[]> slots;
    const ast::GeneratorExp* node;
    std::vector<Value> iterators;
    Ref<Dict> globals;
    bool started = false, finished = false, running = false;
    GeneratorExpression(const ast::GeneratorExp& expression, Frame& outer, Value first);
    void clear() override;
    bool next(Value& out) override;

  private:
    bool advance(Value& out);
};

Coroutine* as_coroutine(const Value& value);
// A generator or asynchronous generator made by a function; nullptr for everything else.
Generator* as_generator(const Value& value);
// Something to be awaited that gives what `body` returns.
Value make_awaitable(std::string name, std::function<Value()> body);

} // namespace limbeck::python
