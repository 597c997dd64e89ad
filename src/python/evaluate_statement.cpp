#include "python/evaluate.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// Methods of loggers and the like, which write what nobody reads again.
bool is_talk(std::string_view method) {
    static constexpr std::string_view names[] = {
        "collect", "critical", "debug", "echo",  "error",   "exception", "fatal", "flush",  "info",
        "log",     "msg",      "print", "secho", "success", "trace",     "warn",  "warning"};
    return std::find(std::begin(names), std::end(names), method) != std::end(names);
}

// A call whose result nobody takes stands there for what it does (InterpreterOptions::strict_file).
void require_known_call(const Frame& frame, const Value& value) {
    const std::string& called = cast<Unresolved>(value).called;
    if (called.empty() || is_talk(called)) return;
    if (frame.code->unit->file != rt().options.strict_file) {
        if (rt().options.on_passed_over) rt().options.on_passed_over(value);
        return;
    }
    raise_unresolved(value, "do what it does",
                     "limbeck runs it where the module lies in the project; a line that does nothing to the "
                     "database can go");
}

Flow execute_loop(Frame& frame, const ast::ForLoop& node, const ast::Statement& statement, bool is_async) {
    Value iterable = evaluate(frame, node.iterable);
    mark(frame, *node.iterable);
    Value iterator = is_async ? async_iterate(iterable) : iterate(iterable);
    Value item;
    while (true) {
        mark(frame, *node.iterable);
        if (is_async ? !async_next(iterator, item) : !next(iterator, item)) break;
        count_step();
        mark(frame, statement);
        assign(frame, *node.target, item);
        Flow flow = execute(frame, node.body);
        if (flow == Flow::Break) return Flow::Next;
        if (flow == Flow::Return) return flow;
    }
    return execute(frame, node.otherwise);
}

Flow execute_while(Frame& frame, const ast::While& node) {
    while (true) {
        count_step();
        Value test = evaluate(frame, node.test);
        mark(frame, *node.test);
        if (!truth(test)) break;
        Flow flow = execute(frame, node.body);
        if (flow == Flow::Break) return Flow::Next;
        if (flow == Flow::Return) return flow;
    }
    return execute(frame, node.otherwise);
}

void execute_assert(Frame& frame, const ast::Assert& node) {
    Value test = evaluate(frame, node.test);
    mark(frame, node);
    if (truth(test)) return;
    std::vector<Value> arguments;
    if (node.message) arguments.push_back(evaluate(frame, node.message));
    // CPython points at the condition.
    mark(frame, *node.test);
    raise(exception_class(Exc::AssertionError), std::move(arguments));
}

Flow execute_one(Frame& frame, const ast::Statement& node) {
    using K = ast::StatementKind;
    switch (node.kind) {
    case K::Expr:
        if (Value value = evaluate(frame, ast::as<ast::Expr>(node).value); is_unresolved(value))
            require_known_call(frame, value);
        return Flow::Next;
    case K::Assign: {
        auto& assignment = ast::as<ast::Assign>(node);
        Value value = evaluate(frame, assignment.value);
        for (ast::Expression* target : assignment.targets) assign(frame, *target, value);
        return Flow::Next;
    }
    case K::If: {
        // A chain of elifs is a loop here, so that long ones do not nest.
        const ast::If* branch = &ast::as<ast::If>(node);
        while (true) {
            Value test = evaluate(frame, branch->test);
            mark(frame, *branch->test);
            if (truth(test)) return execute(frame, branch->body);
            if (branch->otherwise.size() == 1 && branch->otherwise.front()->kind == K::If) {
                branch = &ast::as<ast::If>(*branch->otherwise.front());
                mark(frame, *branch);
                continue;
            }
            return execute(frame, branch->otherwise);
        }
    }
    case K::Return: {
        auto& statement = ast::as<ast::Return>(node);
        frame.result = statement.value ? evaluate(frame, statement.value) : Value::none();
        return Flow::Return;
    }
    case K::For:
        return execute_loop(frame, ast::as<ast::For>(node), node, false);
    case K::AsyncFor:
        return execute_loop(frame, ast::as<ast::AsyncFor>(node), node, true);
    case K::While:
        return execute_while(frame, ast::as<ast::While>(node));
    case K::AugAssign:
        assign_augmented(frame, ast::as<ast::AugAssign>(node));
        return Flow::Next;
    case K::AnnAssign:
        assign_annotated(frame, ast::as<ast::AnnAssign>(node));
        return Flow::Next;
    case K::FunctionDef:
        execute_function(frame, ast::as<ast::FunctionDef>(node));
        return Flow::Next;
    case K::AsyncFunctionDef:
        execute_function(frame, ast::as<ast::AsyncFunctionDef>(node));
        return Flow::Next;
    case K::ClassDef:
        execute_class(frame, ast::as<ast::ClassDef>(node));
        return Flow::Next;
    case K::Import:
        execute_import(frame, ast::as<ast::Import>(node));
        return Flow::Next;
    case K::ImportFrom:
        execute_import_from(frame, ast::as<ast::ImportFrom>(node));
        return Flow::Next;
    case K::Try:
        return execute_try(frame, ast::as<ast::Try>(node));
    case K::TryStar:
        return execute_try_star(frame, ast::as<ast::TryStar>(node));
    case K::With:
        return execute_with(frame, ast::as<ast::With>(node), false);
    case K::AsyncWith:
        return execute_with(frame, ast::as<ast::AsyncWith>(node), true);
    case K::Match:
        return execute_match(frame, ast::as<ast::Match>(node));
    case K::Raise:
        execute_raise(frame, ast::as<ast::Raise>(node));
    case K::Assert:
        execute_assert(frame, ast::as<ast::Assert>(node));
        return Flow::Next;
    case K::Delete:
        for (ast::Expression* target : ast::as<ast::Delete>(node).targets) delete_target(frame, *target);
        return Flow::Next;
    case K::TypeAlias:
        execute_type_alias(frame, ast::as<ast::TypeAlias>(node));
        return Flow::Next;
    case K::Break:
        return Flow::Break;
    case K::Continue:
        return Flow::Continue;
    case K::Global:
    case K::Nonlocal:
    case K::Pass:
        return Flow::Next;
    }
    return Flow::Next;
}

} // namespace

Flow execute(Frame& frame, ast::Sequence<ast::Statement*> body) {
    for (ast::Statement* statement : body) {
        count_step();
        mark(frame, *statement);
        Flow flow = execute_one(frame, *statement);
        if (flow != Flow::Next) return flow;
    }
    return Flow::Next;
}

} // namespace limbeck::python
