// Frames: cells, running a body, tracebacks on the way out; steps and depth; comprehensions.
#include "python/call_stack.hpp"
#include "python/evaluate.hpp"
#include "python/fiber.hpp"
#include "python/unresolved.hpp"
#include "support/interrupt.hpp"

#include <fmt/format.h>

namespace limbeck::python {

void prepare_cells(Frame& frame, std::span<const Value> closure) {
    const Code& code = *frame.code;
    for (std::uint32_t slot : code.own_cells) frame.slots[slot] = make<Cell>(std::move(frame.slots[slot]));
    for (std::size_t at = 0; at < code.captures.size() && at < closure.size(); ++at)
        frame.slots[code.captures[at].to] = closure[at];
}

std::vector<Value> capture_cells(Frame& frame, const Code& code) {
    std::vector<Value> cells;
    cells.reserve(code.captures.size());
    for (const Code::Capture& capture : code.captures) cells.push_back(frame.slots[capture.from]);
    return cells;
}

void add_traceback(Exception& exception, const Frame& frame) {
    if (exception.traceback.size() > 5000) return; // endless recursion: the rest says nothing new
    frame.code->unit->traced = true;
    exception.traceback.push_back(traceback_entry(frame));
}

TracebackEntry traceback_entry(const Frame& frame) {
    TracebackEntry entry;
    entry.code = frame.code;
    entry.node = frame.expression;
    if (frame.where) {
        entry.line = frame.where->line;
        entry.column = frame.where->column;
        entry.end_line = frame.where->end_line;
        entry.end_column = frame.where->end_column;
    } else {
        entry.line = frame.code->first_line;
    }
    return entry;
}

Value run_frame(Frame& frame) {
    FrameGuard guard(frame);
    const Code& code = *frame.code;
    try {
        if (code.expression) return evaluate(frame, *code.expression);
        if (execute(frame, code.body) == Flow::Return) return std::move(frame.result);
        return Value::none();
    } catch (const Raised& raised) {
        if (!raised.is_listed(frame)) add_traceback(raised.exception(), frame);
        throw;
    } catch (Error& error) {
        if (!error.place().known()) locate(error, frame);
        throw;
    }
}

void locate(Error& error, const Frame& frame) {
    locate(error, std::vector<TracebackEntry>{traceback_entry(frame)});
}

void count_step() {
    Runtime& runtime = rt();
    ++runtime.steps;
    if (runtime.options.limits.steps && runtime.steps > runtime.options.limits.steps)
        throw LimitError(fmt::format("the script did not end within {} steps", runtime.options.limits.steps));
    runtime.heap.check();
    if (runtime.steps % 256 == 0 && interrupt::requested()) {
        runtime.doomed = true;
        interrupt::check();
    }
}

void check_stack() {
    char here;
    if (&here < rt().stack_limit) raise(Exc::RecursionError, "maximum recursion depth exceeded");
}

DepthGuard::DepthGuard() {
    Runtime& runtime = rt();
    char here;
    if (++runtime.depth <= runtime.options.limits.recursion && &here >= runtime.stack_limit) [[likely]]
        return;
    --runtime.depth;
    // Room for the handler: the exception itself is made a little deeper.
    int saved = runtime.options.limits.recursion;
    runtime.options.limits.recursion = saved + 50;
    Ref<Exception> error = make_exception(Exc::RecursionError, "maximum recursion depth exceeded");
    runtime.options.limits.recursion = saved;
    raise(error);
}

// ---- comprehensions

namespace {

struct Comprehension {
    ast::Sequence<ast::Comprehension*> generators;
    ast::Expression* first = nullptr;
    ast::Expression* second = nullptr;
};

template <class Emit>
void run_generators(Frame& frame, const Comprehension& node, std::size_t at, const Value& first_iterator,
                    Emit& emit) {
    if (at == node.generators.size()) return emit();
    const ast::Comprehension& generator = *node.generators[at];
    Value iterator;
    if (at == 0) {
        iterator = first_iterator;
    } else {
        Value iterable = evaluate(frame, generator.iterable);
        mark(frame, *generator.iterable);
        iterator = generator.is_async ? async_iterate(iterable) : iterate(iterable);
    }
    Value item;
    while (generator.is_async ? async_next(iterator, item) : next(iterator, item)) {
        count_step();
        assign(frame, *generator.target, item);
        bool wanted = true;
        for (ast::Expression* condition : generator.conditions) {
            Value test = evaluate(frame, condition);
            mark(frame, *condition);
            if (truth(test)) continue;
            wanted = false;
            break;
        }
        if (wanted) run_generators(frame, node, at + 1, first_iterator, emit);
    }
}

template <class Emit> void run_comprehension(Frame& outer, Code& code, const Comprehension& node, Emit emit) {
    const ast::Comprehension& first = *node.generators[0];
    Value iterable = evaluate(outer, first.iterable);
    mark(outer, *first.iterable);
    Value iterator = first.is_async ? async_iterate(iterable) : iterate(iterable);
    if (code.expression) mark(outer, *code.expression);
    DepthGuard depth;
    Frame frame{&code};
    frame.globals = outer.globals;
    std::vector<Value> slots(code.slot_names.size() + 1);
    frame.slots = slots.data();
    frame.generator = outer.generator; // `await` inside
    prepare_cells(frame, capture_cells(outer, code));
    FrameGuard guard(frame);
    mark(frame, *code.expression);
    auto step = [&] { emit(frame); };
    try {
        run_generators(frame, node, 0, iterator, step);
    } catch (const Raised& raised) {
        if (!raised.is_listed(frame)) add_traceback(raised.exception(), frame);
        throw;
    } catch (Error& error) {
        if (!error.place().known()) locate(error, frame);
        throw;
    }
}

} // namespace

Value evaluate_comprehension(Frame& frame, const ast::Expression& node) {
    using K = ast::ExpressionKind;
    switch (node.kind) {
    case K::ListComp: {
        auto& comp = ast::as<ast::ListComp>(node);
        Value result = make_list();
        List& list = cast<List>(result);
        run_comprehension(frame, *static_cast<Code*>(comp.scope), {comp.generators, comp.element, nullptr},
                          [&](Frame& inner) {
                              list.items.push_back(evaluate(inner, comp.element));
                              if (list.items.size() == list.items.capacity()) list.grown();
                          });
        list.grown();
        return result;
    }
    case K::SetComp: {
        auto& comp = ast::as<ast::SetComp>(node);
        Value result = make_set();
        run_comprehension(frame, *static_cast<Code*>(comp.scope), {comp.generators, comp.element, nullptr},
                          [&](Frame& inner) {
                              Value item = evaluate(inner, comp.element);
                              cast<Set>(result).table.set(item, Value::none());
                          });
        return result;
    }
    case K::DictComp: {
        auto& comp = ast::as<ast::DictComp>(node);
        Value result = make_dict();
        run_comprehension(frame, *static_cast<Code*>(comp.scope), {comp.generators, comp.key, comp.value},
                          [&](Frame& inner) {
                              Value key = evaluate(inner, comp.key);
                              Value value = evaluate(inner, comp.value);
                              cast<Dict>(result).table.set(key, std::move(value));
                          });
        return result;
    }
    default: {
        auto& comp = ast::as<ast::GeneratorExp>(node);
        Value iterable = evaluate(frame, comp.generators[0]->iterable);
        mark(frame, *comp.generators[0]->iterable);
        Value iterator = comp.generators[0]->is_async ? async_iterate(iterable) : iterate(iterable);
        return make_generator_expression(frame, comp, iterator);
    }
    }
}

} // namespace limbeck::python
