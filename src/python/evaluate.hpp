// The evaluator: walks the syntax tree. Each file of it handles one family of nodes.
//
// execute() answers how control goes on; evaluate() gives a value. Python exceptions are C++ exceptions
// (Raised); no script code ever runs inside a C++ catch block: handlers take the exception out first.
#pragma once

#include "python/runtime.hpp"

namespace limbeck::python {

enum class Flow : std::uint8_t { Next, Break, Continue, Return };

// ---- expressions

Value evaluate(Frame& frame, const ast::Expression& node);
inline Value evaluate(Frame& frame, const ast::Expression* node) {
    return evaluate(frame, *node);
}
Value evaluate_call(Frame& frame, const ast::Call& node);
Value evaluate_joined(Frame& frame, const ast::JoinedStr& node);
Value evaluate_template(Frame& frame, const ast::TemplateStr& node);
Value evaluate_constant(Frame& frame, const ast::Constant& node);
Value evaluate_comprehension(Frame& frame, const ast::Expression& node);
Value make_lambda(Frame& frame, const ast::Lambda& node);
Value load_name(Frame& frame, const ast::Name& node);

// A function object of this frame: defaults evaluated, cells captured.
Value make_script_function(Frame& frame, Code& code, const ast::Parameters& parameters);
// An annotation's value: its source text under `from __future__ import annotations`, and where a name in it
// is not defined (it may be meant for type checkers only, as in Python 3.14, where nothing is evaluated until
// asked for).
Value evaluate_annotation(Frame& frame, const ast::Expression& node);
// Those of a function, now or, at module level, when its __annotations__ is asked for.
void annotate(Frame& frame, Function& function, const ast::Function& node);
// The dict of those, evaluated at the latest now.
Value annotations_of(Function& function);
Value annotations_of(Module& module);
// "f" or "module.f", as messages about wrong calls say it.
std::string callable_name(const Value& function);
// Raises RecursionError where the stack is nearly used up.
void check_stack();

// ---- statements

Flow execute(Frame& frame, ast::Sequence<ast::Statement*> body);
Flow execute_try(Frame& frame, const ast::TryBlock& node);
Flow execute_try_star(Frame& frame, const ast::TryBlock& node);
Flow execute_with(Frame& frame, const ast::WithBlock& node, bool is_async);
Flow execute_match(Frame& frame, const ast::Match& node);
[[noreturn]] void execute_raise(Frame& frame, const ast::Raise& node);
void execute_import(Frame& frame, const ast::Import& node);
void execute_import_from(Frame& frame, const ast::ImportFrom& node);
void execute_function(Frame& frame, const ast::Function& node);
void execute_class(Frame& frame, const ast::ClassDef& node);
void execute_type_alias(Frame& frame, const ast::TypeAlias& node);
void bind_type_parameters(Frame& frame, ast::Sequence<ast::TypeParameter*> parameters);

// ---- targets

void assign(Frame& frame, const ast::Expression& target, const Value& value);
void assign_augmented(Frame& frame, const ast::AugAssign& node);
void assign_annotated(Frame& frame, const ast::AnnAssign& node);
void delete_target(Frame& frame, const ast::Expression& target);
// Names that stand outside of ast::Name nodes: functions, classes, imports, `except ... as`.
void store_name(Frame& frame, Identifier id, const Value& value);
void delete_name(Frame& frame, Identifier id);
void store(Frame& frame, Access access, std::uint32_t slot, Identifier id, const Value& value);

// ---- activations

// Makes a frame the running one for as long as the guard lives.
class FrameGuard {
  public:
    explicit FrameGuard(Frame& frame) : saved_(rt().frame) {
        frame.back = saved_;
        rt().frame = &frame;
    }
    ~FrameGuard() { rt().frame = saved_; }
    FrameGuard(const FrameGuard&) = delete;
    FrameGuard& operator=(const FrameGuard&) = delete;

  private:
    Frame* saved_;
};

// Runs the body of a frame that is set up; adds traceback entries to what it raises. The value of `return`.
Value run_frame(Frame& frame);
// Cells of its own, and those of the closure.
void prepare_cells(Frame& frame, std::span<const Value> closure);
// Gives an error that no script can catch the place of this frame.
void locate(Error& error, const Frame& frame);
// The cells that an inner function takes from this frame.
std::vector<Value> capture_cells(Frame& frame, const Code& code);
void add_traceback(Exception& exception, const Frame& frame);
TracebackEntry traceback_entry(const Frame& frame);

inline void mark(Frame& frame, const ast::Expression& node) {
    frame.where = &node.where;
    frame.expression = &node;
}
inline void mark(Frame& frame, const ast::Statement& node) {
    frame.where = &node.where;
    frame.expression = nullptr;
}

// ---- generators and coroutines

Value make_generator(Function& function, std::unique_ptr<Value[]> slots);
Value make_generator_expression(Frame& frame, const ast::GeneratorExp& node, Value first_iterator);
Value yield_value(Frame& frame, Value value);
Value yield_from(Frame& frame, const Value& iterable);
Value await_value(const Value& awaitable);
Value async_iterate(const Value& iterable);
bool async_next(const Value& iterator, Value& out);

} // namespace limbeck::python
