#include "python/source_code.hpp"

#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/runtime.hpp"
#include "python/syntax_error.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// A code object that compile() made.
struct CompiledText final : NativeState {
    Unit* unit;
    bool expression;
    CompiledText(Unit& made, bool is_expression) : unit(&made), expression(is_expression) {}
};

Unit& parsed(const std::string& text, std::string file, bool expression) {
    Unit& unit = *rt().units.emplace_back(std::make_unique<Unit>());
    unit.file = std::move(file);
    unit.names_annotations = true; // the names belong to whoever runs it, who may look for them there
    std::optional<SyntaxError> failure;
    bool grammatical = false;
    try {
        unit.tree = expression ? parse_expression(text, unit.file) : parse_module(text, unit.file);
        grammatical = true;
        analyse_scopes(unit);
        give_objects(unit);
    } catch (const SyntaxError& error) {
        failure = error;
    }
    if (failure) raise_syntax_error(*failure, !grammatical);
    return unit;
}

} // namespace

void raise_syntax_error(const SyntaxError& error, bool with_line) {
    std::vector<Value> details{make_str(error.place().file), Value::integer(error.place().line),
                               Value::integer(error.place().column),
                               with_line ? make_str(error.source_line() + "\n") : Value::none()};
    Exc sort = error.kind() == SyntaxErrorKind::Syntax ? Exc::SyntaxError
               : error.kind() == SyntaxErrorKind::Tab  ? Exc::TabError
                                                       : Exc::IndentationError;
    Value made =
        call(class_value(exception_class(sort)), {make_str(error.message()), make_tuple(std::move(details))});
    raise(Ref<Exception>(as<Exception>(made)));
}

Value compile_source(const std::string& text, std::string file, bool expression) {
    Unit& unit = parsed(text, std::move(file), expression);
    Value made = make_instance(types().code);
    attach_state<CompiledText>(made, unit, expression);
    set_attribute(made, "co_name", make_str("<module>"));
    set_attribute(made, "co_filename", make_str(unit.file));
    set_attribute(made, "co_firstlineno", Value::integer(1));
    return made;
}

Value run_source(const Value& source, const Value& globals, const Value& locals, bool expression) {
    const char* name = expression ? "eval" : "exec";
    auto* compiled = state_if<CompiledText>(source);
    const std::string* text = text_if(source);
    if (!text) text = bytes_if(source);
    if (!text && !compiled)
        raise(Exc::TypeError, fmt::format("{}() arg 1 must be a string, bytes or code object", name));
    Dict* space = as<Dict>(globals);
    if (!space)
        raise(Exc::TypeError, fmt::format("{}() globals must be a dict, not {}", name, type_name(globals)));
    Value built_in_name = make_str("__builtins__");
    if (!space->table.find(built_in_name)) space->table.set(built_in_name, Value(rt().builtins.get()));
    Unit& unit = compiled ? *compiled->unit : parsed(*text, "<string>", expression);
    Frame frame{unit.module_code};
    frame.globals = space;
    if (is_exact<Dict>(locals))
        frame.space = as<Dict>(locals);
    else
        frame.mapping = locals;
    DepthGuard depth;
    Value result = run_frame(frame);
    bool gives = compiled ? compiled->expression && expression : expression;
    return gives ? result : Value::none();
}

} // namespace limbeck::python
