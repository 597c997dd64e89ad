// def, class, lambda and type statements.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

Value apply_decorators(Frame& frame, const std::vector<Value>& decorators,
                       ast::Sequence<ast::Expression*> nodes, Value target) {
    for (std::size_t at = decorators.size(); at-- > 0;) {
        mark(frame, *nodes[at]);
        target = call(decorators[at], {target});
    }
    return target;
}

std::vector<Value> evaluate_all(Frame& frame, ast::Sequence<ast::Expression*> nodes) {
    std::vector<Value> values;
    for (ast::Expression* node : nodes) values.push_back(evaluate(frame, node));
    return values;
}

} // namespace

Value make_script_function(Frame& frame, Code& code, const ast::Parameters& parameters) {
    Ref<Function> function = make<Function>(&code, Ref<Dict>(frame.globals));
    function->defaults = evaluate_all(frame, parameters.defaults);
    bool any = false;
    for (ast::Expression* node : parameters.keyword_defaults) {
        any = any || node;
        function->keyword_defaults.push_back(node ? evaluate(frame, node) : Value());
    }
    if (!any) function->keyword_defaults.clear();
    function->closure = capture_cells(frame, code);
    function->name = Value(intern(code.name));
    function->qualified_name =
        code.qualified_name == code.name ? function->name : make_str(code.qualified_name);
    function->doc = code.doc ? Value(code.doc) : Value::none();
    return function;
}

void execute_function(Frame& frame, const ast::Function& node) {
    std::vector<Value> decorators = evaluate_all(frame, node.decorators);
    bind_type_parameters(frame, node.type_parameters);
    Value function = make_script_function(frame, *static_cast<Code*>(node.scope), *node.parameters);
    annotate(frame, cast<Function>(function), node);
    store_name(frame, node.name,
               decorators.empty() ? function
                                  : apply_decorators(frame, decorators, node.decorators, function));
}

namespace {

// Bases that are no classes may say what stands for them (__mro_entries__).
std::vector<Value> resolve_bases(const std::vector<Value>& bases, bool& changed) {
    std::vector<Value> resolved;
    Value original;
    for (const Value& base : bases) {
        if (as<Class>(base) || is_unresolved(base)) {
            resolved.push_back(base);
            continue;
        }
        Value hook = find_attribute(base, names().mro_entries);
        if (!hook.exists()) {
            resolved.push_back(base);
            continue;
        }
        if (!original.exists()) original = make_tuple(bases);
        changed = true;
        Value entries = call(hook, {original});
        if (!as<Tuple>(entries)) raise(Exc::TypeError, "__mro_entries__ must return a tuple");
        for (const Value& entry : cast<Tuple>(entries).items) resolved.push_back(entry);
    }
    return resolved;
}

} // namespace

void execute_class(Frame& frame, const ast::ClassDef& node) {
    Names& n = names();
    std::vector<Value> decorators = evaluate_all(frame, node.decorators);
    bind_type_parameters(frame, node.type_parameters);
    std::vector<Value> given;
    for (ast::Expression* base : node.bases) {
        if (auto* starred = ast::get_if<ast::Starred>(base)) {
            Value iterable = evaluate(frame, starred->value);
            for_each(iterable, [&](const Value& item) { given.push_back(item); });
        } else {
            given.push_back(evaluate(frame, base));
        }
    }
    std::vector<KeywordArgument> keywords;
    Value metaclass;
    std::vector<Value> alive;
    for (ast::Keyword* keyword : node.keywords) {
        Value value = evaluate(frame, keyword->value);
        if (!keyword->name) {
            for_each_item(value, [&](const Value& key, const Value& item) {
                alive.push_back(key);
                if (as_text(key) == "metaclass")
                    metaclass = item;
                else
                    keywords.push_back({&cast<Str>(key), item});
            });
        } else if (name_of(keyword->name) == n.metaclass) {
            metaclass = value;
        } else {
            keywords.push_back({name_of(keyword->name), value});
        }
    }
    frame.where = &node.where;
    frame.expression = nullptr;
    bool changed = false;
    std::vector<Value> bases = resolve_bases(given, changed);
    if (!metaclass.exists() || is_unresolved(metaclass)) {
        metaclass = class_value(types().type);
        for (const Value& base : bases)
            if (as<Class>(base)) {
                metaclass = class_value(class_of(base));
                break;
            }
    }
    if (Class* type = as<Class>(metaclass)) metaclass = class_value(winning_metaclass(type, bases));
    Value bases_tuple = make_tuple(bases);
    Code& code = *static_cast<Code*>(node.scope);
    Value class_name = Value(intern(code.name));

    Value space;
    Value prepare = find_attribute(metaclass, n.prepare);
    if (prepare.exists()) {
        Value arguments[] = {class_name, bases_tuple};
        space = call(prepare, arguments, keywords);
    } else {
        space = make_dict();
    }

    DepthGuard depth;
    Frame body{&code};
    body.globals = frame.globals;
    auto slots = std::make_unique<Value[]>(code.slot_names.size() + 1);
    body.slots = slots.get();
    Value holder = space;
    if (Dict* dict = as<Dict>(space); dict && is_exact<Dict>(space))
        body.space = dict;
    else
        body.mapping = space;
    auto put = [&](Str* name, const Value& value) {
        if (body.space)
            body.space->table.set(name, value);
        else
            set_item(space, Value(name), value);
    };
    if (const Value* module = frame.globals->table.find(n.name)) put(n.module, Value(*module));
    put(n.qualname, make_str(code.qualified_name));
    if (code.doc) put(n.doc, Value(code.doc));
    prepare_cells(body, capture_cells(frame, code));
    run_frame(body);
    if (code.class_cell >= 0) put(n.class_cell, body.slots[code.class_cell]);
    if (changed) put(n.orig_bases, make_tuple(given));

    frame.where = &node.where;
    frame.expression = nullptr;
    Value arguments[] = {class_name, bases_tuple, space};
    Value made = call(metaclass, arguments, keywords);
    if (code.class_cell >= 0) {
        Cell& cell = cast<Cell>(body.slots[code.class_cell]);
        if (!cell.value.exists() && as<Class>(made)) cell.value = made;
    }
    store_name(frame, node.name,
               decorators.empty() ? made : apply_decorators(frame, decorators, node.decorators, made));
}

// ---- type parameters and aliases: inert objects of the typing module where it is there, names otherwise

namespace {

Value type_variable(const char* kind, std::string_view name) {
    Value maker = native_attribute("typing", kind);
    if (!maker.exists()) return make_str(name);
    return call(maker, {make_str(name)});
}

} // namespace

void bind_type_parameters(Frame& frame, ast::Sequence<ast::TypeParameter*> parameters) {
    for (ast::TypeParameter* each : parameters) {
        switch (each->kind) {
        case ast::TypeParameterKind::TypeVar: {
            Identifier id = ast::as<ast::TypeVar>(*each).name;
            store_name(frame, id, type_variable("TypeVar", id.text()));
            break;
        }
        case ast::TypeParameterKind::ParamSpec: {
            Identifier id = ast::as<ast::ParamSpec>(*each).name;
            store_name(frame, id, type_variable("ParamSpec", id.text()));
            break;
        }
        case ast::TypeParameterKind::TypeVarTuple: {
            Identifier id = ast::as<ast::TypeVarTuple>(*each).name;
            store_name(frame, id, type_variable("TypeVarTuple", id.text()));
            break;
        }
        }
    }
}

void execute_type_alias(Frame& frame, const ast::TypeAlias& node) {
    // The alias stands for its value; nothing looks at it but annotations.
    bind_type_parameters(frame, node.type_parameters);
    assign(frame, *node.name, evaluate_annotation(frame, *node.value));
}

} // namespace limbeck::python
