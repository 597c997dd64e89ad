// Annotations: their values, and when those are made.
//
// As in Python 3.14 a module's and its functions' annotations are evaluated when somebody asks for
// `__annotations__`, which migrations hardly ever do, though every file of today's template has them. Those
// of a class body are evaluated at once: dataclasses and declarative models look at them, and they may name
// what is gone later.
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/interpreter.hpp"

#include <utility>

namespace limbeck::python {

namespace {

std::string source_of(const Frame& frame, const ast::Expression& node) {
    const ast::Span& w = node.where;
    return std::string(frame.code->unit->tree->source.between(w.line, w.column, w.end_line, w.end_column));
}

Ref<Dict> evaluate_all(Frame& frame, const ast::Function& node) {
    Ref<Dict> all = make<Dict>(types().dict);
    auto add = [&](const ast::Parameter* parameter) {
        if (parameter && parameter->annotation)
            all->table.set(name_of(parameter->name), evaluate_annotation(frame, *parameter->annotation));
    };
    const ast::Parameters& parameters = *node.parameters;
    // CPython's order.
    for (ast::Parameter* each : parameters.positional) add(each);
    for (ast::Parameter* each : parameters.positional_only) add(each);
    add(parameters.star);
    for (ast::Parameter* each : parameters.keyword_only) add(each);
    add(parameters.double_star);
    if (node.returns) all->set("return", evaluate_annotation(frame, *node.returns));
    return all;
}

// The module's own frame once more, as its names stand now.
template <class Evaluate> void at_module_level(Unit& unit, Dict& globals, Evaluate evaluate) {
    Frame frame{unit.module_code};
    frame.globals = &globals;
    frame.space = &globals;
    DepthGuard depth;
    FrameGuard guard(frame);
    evaluate(frame);
}

} // namespace

Value evaluate_annotation(Frame& frame, const ast::Expression& node) {
    if (frame.code->future_annotations) return make_str(source_of(frame, node));
    try {
        return evaluate(frame, node);
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::NameError)) throw;
    }
    return make_str(source_of(frame, node));
}

void annotate(Frame& frame, Function& function, const ast::Function& node) {
    if (frame.code->kind == ScopeKind::Module)
        function.annotated = &node;
    else if (Ref<Dict> all = evaluate_all(frame, node); !all->table.empty())
        function.annotations = all;
}

Value annotations_of(Function& function) {
    if (const ast::Function* node = std::exchange(function.annotated, nullptr))
        at_module_level(*function.code->unit, *function.globals,
                        [&](Frame& frame) { function.annotations = evaluate_all(frame, *node); });
    if (!function.annotations.exists()) function.annotations = make_dict();
    return function.annotations;
}

Value annotations_of(Module& module) {
    DictTable& names_of_module = module.dict().table;
    Str* name = names().annotations;
    if (!names_of_module.find(name)) names_of_module.set(name, make_dict());
    Value all = *names_of_module.find(name);
    if (module.unit && !module.unit->annotated.empty())
        at_module_level(*module.unit, module.dict(), [&](Frame& frame) {
            for (const ast::AnnAssign* node : std::exchange(module.unit->annotated, {}))
                set_item(all, Value(name_of(ast::as<ast::Name>(*node->target).id)),
                         evaluate_annotation(frame, *node->annotation));
        });
    return all;
}

} // namespace limbeck::python
