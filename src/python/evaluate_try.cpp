// try, raise and with: how exceptions are caught, chained and passed on.
//
// A handler takes the Python exception out of the C++ one and leaves the C++ catch block before any script
// code runs. What is no Python exception (LimitError, UnresolvedError) passes through: no `except`, no
// `finally` sees it.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

#include <functional>

namespace limbeck::python {

namespace {

// The exception that is being handled, for `raise` alone and for __context__; restored at the end of the
// handler.
class Handling {
  public:
    explicit Handling(Frame& frame, Value exception) : frame_(frame), saved_(std::move(frame.handling)) {
        frame.handling = std::move(exception);
    }
    ~Handling() { frame_.handling = std::move(saved_); }
    Handling(const Handling&) = delete;
    Handling& operator=(const Handling&) = delete;

  private:
    Frame& frame_;
    Value saved_;
};

// While a body runs whose exceptions are seen here.
class Watched {
  public:
    explicit Watched(Frame& frame) : frame_(frame) { ++frame_.watched; }
    ~Watched() { --frame_.watched; }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

  private:
    Frame& frame_;
};

// Runs `body`; an exception it raises ends up in `caught`, with this frame in its traceback.
template <class Body> Flow guarded(Frame& frame, Ref<Exception>& caught, Body body) {
    Frame* running = rt().frame;
    int depth = rt().depth;
    bool listed = false;
    Watched watched(frame);
    try {
        return body();
    } catch (const Raised& raised) {
        caught = Ref<Exception>(&raised.exception());
        listed = raised.is_listed(frame);
    }
    rt().frame = running;
    rt().depth = depth;
    if (!listed) add_traceback(*caught, frame);
    return Flow::Next;
}

// Passes on what this frame caught: its line in the traceback is that of the first time.
[[noreturn]] void reraise(const Frame& frame, Ref<Exception> exception) {
    throw Raised(std::move(exception), &frame);
}

void check_handler_type(const Value& type) {
    auto fits = [](const Value& one) {
        Class* cls = as<Class>(one);
        return is_unresolved(one) || (cls && is_subclass(cls, exception_class(Exc::BaseException)));
    };
    if (Tuple* tuple = as<Tuple>(type)) {
        for (const Value& each : tuple->items)
            if (!fits(each))
                raise(Exc::TypeError,
                      "catching classes that do not inherit from BaseException is not allowed");
        return;
    }
    if (!fits(type))
        raise(Exc::TypeError, "catching classes that do not inherit from BaseException is not allowed");
}

// An unresolved class never matches: what it stands for is not raised here.
bool handler_matches(const Exception& exception, const Value& type) {
    if (Class* cls = as<Class>(type)) return matches(exception, cls);
    if (Tuple* tuple = as<Tuple>(type)) {
        for (const Value& each : tuple->items)
            if (handler_matches(exception, each)) return true;
    }
    return false;
}

// The first handler whose type fits; nullptr where none does.
const ast::ExceptHandler* find_handler(Frame& frame, const ast::TryBlock& node, const Exception& exception) {
    for (ast::ExceptHandler* handler : node.handlers) {
        if (!handler->type) return handler;
        frame.where = &handler->where;
        frame.expression = nullptr;
        Value type = evaluate(frame, handler->type);
        frame.where = &handler->where;
        frame.expression = nullptr;
        check_handler_type(type);
        if (handler_matches(exception, type)) return handler;
    }
    return nullptr;
}

Flow run_handler(Frame& frame, const ast::ExceptHandler& handler, const Ref<Exception>& exception) {
    if (!handler.name) return execute(frame, handler.body);
    store_name(frame, handler.name, Value(exception.get()));
    Ref<Exception> inner;
    Flow flow = guarded(frame, inner, [&] { return execute(frame, handler.body); });
    // `name` is unbound at the handler's end, whether the script did it already or not.
    store_name(frame, handler.name, Value::none());
    delete_name(frame, handler.name);
    if (inner) reraise(frame, inner);
    return flow;
}

bool catches_import_errors(const ast::TryBlock& node) {
    for (ast::ExceptHandler* handler : node.handlers) {
        if (!handler->type) return true;
        auto names_it = [](const ast::Expression* type) {
            auto* name = ast::get_if<ast::Name>(type);
            return name && (name->id.text() == "ImportError" || name->id.text() == "ModuleNotFoundError" ||
                            name->id.text() == "Exception" || name->id.text() == "BaseException");
        };
        if (names_it(handler->type)) return true;
        if (auto* tuple = ast::get_if<ast::Tuple>(handler->type))
            for (ast::Expression* each : tuple->elements)
                if (names_it(each)) return true;
    }
    return false;
}

// What imports in the body of a `try` block have to know: whether a handler waits, and for ImportError.
class TryBody {
  public:
    TryBody(Frame& frame, const ast::TryBlock& node)
        : frame_(frame), guards_(catches_import_errors(node)), handles_(!node.handlers.empty()) {
        frame_.guarded_imports += guards_;
        frame_.handled += handles_;
    }
    ~TryBody() {
        frame_.guarded_imports -= guards_;
        frame_.handled -= handles_;
    }
    TryBody(const TryBody&) = delete;
    TryBody& operator=(const TryBody&) = delete;

  private:
    Frame& frame_;
    bool guards_, handles_;
};

Flow try_without_finally(Frame& frame, const ast::TryBlock& node) {
    Ref<Exception> caught;
    Flow flow = guarded(frame, caught, [&] {
        TryBody body(frame, node);
        return execute(frame, node.body);
    });
    if (!caught) return flow == Flow::Next ? execute(frame, node.otherwise) : flow;
    Handling handling(frame, Value(caught.get()));
    const ast::ExceptHandler* handler = find_handler(frame, node, *caught);
    if (!handler) reraise(frame, caught);
    return run_handler(frame, *handler, caught);
}

// Runs a `finally` block; what it returns or raises replaces what was going on.
Flow finish(Frame& frame, ast::Sequence<ast::Statement*> final_body, Ref<Exception> caught, Flow flow) {
    if (final_body.empty()) {
        if (caught) reraise(frame, caught);
        return flow;
    }
    Value result = frame.result;
    Flow end;
    if (caught) {
        Handling handling(frame, Value(caught.get()));
        end = execute(frame, final_body);
    } else {
        end = execute(frame, final_body);
    }
    if (end != Flow::Next) return end;
    if (caught) reraise(frame, caught);
    frame.result = result;
    return flow;
}

} // namespace

Flow execute_try(Frame& frame, const ast::TryBlock& node) {
    if (node.final_body.empty()) return try_without_finally(frame, node);
    Ref<Exception> caught;
    Flow flow = guarded(frame, caught, [&] { return try_without_finally(frame, node); });
    return finish(frame, node.final_body, caught, flow);
}

namespace {

// What of `original` is among the leaves of these groups, in the shape that `original` has.
Value projection(const Value& original, const std::vector<Value>& groups) {
    std::vector<Value> leaves;
    std::function<void(const Value&)> gather = [&](const Value& exception) {
        if (!matches(cast<Exception>(exception), Exc::BaseExceptionGroup)) return leaves.push_back(exception);
        for_each(get_attribute(exception, "exceptions"), gather);
    };
    for (const Value& group : groups) gather(group);
    Value wanted = make_function("wanted(exception, /)", [leaves](Call& call) {
        for (const Value& leaf : leaves)
            if (leaf.is(call[0])) return Value::boolean(true);
        return Value::boolean(false);
    });
    return call_method(original, "subgroup", {wanted});
}

void check_star_type(const Value& type) {
    check_handler_type(type);
    auto check = [](const Value& one) {
        Class* cls = as<Class>(one);
        if (cls && is_subclass(cls, exception_class(Exc::BaseExceptionGroup)))
            raise(Exc::TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    };
    if (Tuple* tuple = as<Tuple>(type))
        for (const Value& each : tuple->items) check(each);
    else
        check(type);
}

// The handlers of an except* one after the other: each takes its part of `caught`. What they raise anew, what
// they let pass and what none took goes on together.
void run_star_handlers(Frame& frame, const ast::TryBlock& node, const Ref<Exception>& caught) {
    Value original(caught.get()), rest = original;
    bool naked = !matches(*caught, Exc::BaseExceptionGroup);
    std::vector<Value> raised, passed;
    Handling outer(frame, original);
    for (ast::ExceptHandler* handler : node.handlers) {
        if (rest.is_none()) break;
        Value type = evaluate(frame, handler->type);
        check_star_type(type);
        Value matched;
        if (naked) {
            if (!handler_matches(*caught, type)) continue;
            matched =
                call(class_value(exception_class(Exc::ExceptionGroup)), {make_str(""), make_tuple({rest})});
            rest = Value::none();
        } else {
            Value parts = call_method(rest, "split", {type});
            matched = cast<Tuple>(parts).items[0];
            if (matched.is_none()) continue;
            rest = cast<Tuple>(parts).items[1];
        }
        Ref<Exception> again;
        Ref<Exception> part(as<Exception>(matched));
        guarded(frame, again, [&] {
            Handling handling(frame, matched);
            return run_handler(frame, *handler, part);
        });
        if (!again) continue;
        (Value(again.get()).is(matched) ? passed : raised).push_back(Value(again.get()));
    }
    if (!rest.is_none()) passed.push_back(rest);
    if (raised.empty() && passed.empty()) return;
    if (raised.empty() && naked) reraise(frame, Ref<Exception>(as<Exception>(passed[0])));
    if (!passed.empty()) {
        Value left = naked ? passed[0] : projection(original, passed);
        if (raised.empty()) reraise(frame, Ref<Exception>(as<Exception>(left)));
        raised.push_back(left);
    }
    if (raised.size() == 1) reraise(frame, Ref<Exception>(as<Exception>(raised[0])));
    Value group = call(class_value(exception_class(Exc::ExceptionGroup)), {make_str(""), make_list(raised)});
    reraise(frame, Ref<Exception>(as<Exception>(group)));
}

} // namespace

Flow execute_try_star(Frame& frame, const ast::TryBlock& node) {
    Ref<Exception> escaped;
    Flow flow = guarded(frame, escaped, [&]() -> Flow {
        Ref<Exception> caught;
        Flow inner = guarded(frame, caught, [&] { return execute(frame, node.body); });
        if (!caught) return inner == Flow::Next ? execute(frame, node.otherwise) : inner;
        run_star_handlers(frame, node, caught);
        return Flow::Next;
    });
    return finish(frame, node.final_body, escaped, flow);
}

void execute_raise(Frame& frame, const ast::Raise& node) {
    if (!node.exception) {
        Value current = handled_exception();
        if (!current.exists()) raise(Exc::RuntimeError, "No active exception to reraise");
        reraise(frame, Ref<Exception>(as<Exception>(current)));
    }
    auto as_exception = [&](Value value, const char* complaint) -> Value {
        if (Class* type = as<Class>(value); type && is_subclass(type, exception_class(Exc::BaseException))) {
            value = call(value);
            if (!as<Exception>(value))
                raise(Exc::TypeError,
                      fmt::format("calling {} should have returned an instance of BaseException, not {}",
                                  to_repr(class_value(type)), type_name(value)));
        }
        if (as<Exception>(value)) return value;
        if (is_unresolved(value)) raise_unresolved(value, "raise it");
        raise(Exc::TypeError, complaint);
    };
    Value thrown = evaluate(frame, node.exception);
    mark(frame, node);
    Value cause;
    if (node.cause) {
        cause = evaluate(frame, node.cause);
        mark(frame, node);
    }
    Value exception = as_exception(thrown, "exceptions must derive from BaseException");
    if (cause.exists()) {
        Exception& target = cast<Exception>(exception);
        target.suppress_context = true;
        target.cause = cause.is_none()
                           ? Value()
                           : as_exception(cause, "exception causes must derive from BaseException");
    }
    mark(frame, node);
    raise(Ref<Exception>(as<Exception>(exception)));
}

// ---- with

namespace {

Value call_hook(const Value& method, const Value& manager, std::initializer_list<Value> arguments) {
    if (as<Function>(method) || as<NativeFunction>(method))
        return call_with(method, Arguments{&manager, {arguments.begin(), arguments.size()}, {}});
    return call(bind_descriptor(method, manager, class_of(manager)), arguments);
}

Flow with_item(Frame& frame, const ast::WithBlock& node, std::size_t at, bool is_async) {
    if (at == node.items.size()) return execute(frame, node.body);
    ast::WithItem& item = *node.items[at];
    Value manager = evaluate(frame, item.context);
    mark(frame, *item.context);
    Names& n = names();
    std::string wording = is_async ? "asynchronous context manager protocol" : "context manager protocol";
    Value enter, exit;
    bool unresolved = is_unresolved(manager);
    if (!unresolved) {
        enter = find_special(manager, is_async ? n.aenter : n.enter);
        if (!enter.exists())
            raise(Exc::TypeError,
                  fmt::format("'{}' object does not support the {}", type_name(manager), wording));
        exit = find_special(manager, is_async ? n.aexit : n.exit);
        if (!exit.exists())
            raise(Exc::TypeError,
                  fmt::format("'{}' object does not support the {} (missed {} method)", type_name(manager),
                              wording, is_async ? "__aexit__" : "__exit__"));
    }
    Value entered = unresolved ? unresolved_call(manager) : call_hook(enter, manager, {});
    if (is_async && !unresolved) entered = await_value(entered);
    auto leave = [&](std::initializer_list<Value> arguments) {
        if (unresolved) return Value::none();
        Value result = call_hook(exit, manager, arguments);
        return is_async ? await_value(result) : result;
    };
    Ref<Exception> caught;
    Flow flow = guarded(frame, caught, [&] {
        if (item.target) assign(frame, *item.target, entered);
        return with_item(frame, node, at + 1, is_async);
    });
    mark(frame, *item.context);
    if (!caught) {
        Value result = frame.result;
        leave({Value::none(), Value::none(), Value::none()});
        frame.result = result;
        return flow;
    }
    bool suppressed = false;
    {
        Handling handling(frame, Value(caught.get()));
        Value result = leave({class_value(caught->cls), Value(caught.get()), traceback_value(*caught)});
        suppressed = truth(result);
    }
    if (!suppressed) reraise(frame, caught);
    return Flow::Next;
}

} // namespace

Flow execute_with(Frame& frame, const ast::WithBlock& node, bool is_async) {
    return with_item(frame, node, 0, is_async);
}

} // namespace limbeck::python
