#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/bigint.hpp"
#include "python/evaluate.hpp"
#include "python/integers.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

[[noreturn]] void raise_name_error(const Str* name) {
    Ref<Exception> error =
        make_exception(Exc::NameError, fmt::format("name '{}' is not defined", name->text));
    generic_set_attribute(Value(error.get()), names().name_attr, Value(const_cast<Str*>(name)));
    raise(error);
}

Value load_global(Frame& frame, Str* name) {
    if (const Value* found = frame.globals->table.find(name))
        return resolve_lazy(*frame.globals, name, *found);
    if (const Value* found = rt().builtins->table.find(name)) return *found;
    if (const auto star = rt().star_imports.find(frame.globals); star != rt().star_imports.end())
        return unresolved_attribute(star->second, name);
    raise_name_error(name);
}

Value evaluate_bool(Frame& frame, const ast::BoolOp& node) {
    Value value;
    for (std::size_t at = 0; at < node.values.size(); ++at) {
        value = evaluate(frame, node.values[at]);
        if (at + 1 == node.values.size()) break;
        mark(frame, node);
        if (truth(value) == (node.op == ast::BoolOperator::Or)) break;
    }
    return value;
}

Value compare_once(ast::CompareOperator op, const Value& left, const Value& right) {
    using O = ast::CompareOperator;
    switch (op) {
    case O::Eq:
        return compare(Comparison::Eq, left, right);
    case O::NotEq:
        return compare(Comparison::NotEq, left, right);
    case O::Lt:
        return compare(Comparison::Lt, left, right);
    case O::LtE:
        return compare(Comparison::LtE, left, right);
    case O::Gt:
        return compare(Comparison::Gt, left, right);
    case O::GtE:
        return compare(Comparison::GtE, left, right);
    case O::Is:
        return Value::boolean(left.is(right));
    case O::IsNot:
        return Value::boolean(!left.is(right));
    case O::In:
        return Value::boolean(contains(right, left));
    case O::NotIn:
        return Value::boolean(!contains(right, left));
    }
    return {};
}

Value evaluate_compare(Frame& frame, const ast::Compare& node) {
    Value left = evaluate(frame, node.left);
    for (std::size_t at = 0;; ++at) {
        Value right = evaluate(frame, node.comparators[at]);
        mark(frame, node);
        Value result = compare_once(node.operators[at], left, right);
        if (at + 1 == node.comparators.size() || !truth(result)) return result;
        left = std::move(right);
    }
}

void append_element(Frame& frame, std::vector<Value>& items, ast::Expression* element) {
    if (auto* starred = ast::get_if<ast::Starred>(element)) {
        Value iterable = evaluate(frame, starred->value);
        mark(frame, *element);
        if (!lookup(class_of(iterable), names().iter) && !lookup(class_of(iterable), names().getitem) &&
            !is_unresolved(iterable))
            raise(Exc::TypeError,
                  fmt::format("Value after * must be an iterable, not {}", type_name(iterable)));
        for_each(iterable, [&](const Value& item) { items.push_back(item); });
        return;
    }
    items.push_back(evaluate(frame, element));
}

std::vector<Value> evaluate_elements(Frame& frame, ast::Sequence<ast::Expression*> elements) {
    std::vector<Value> items;
    items.reserve(elements.size());
    for (ast::Expression* element : elements) append_element(frame, items, element);
    return items;
}

Value evaluate_dict(Frame& frame, const ast::Dict& node) {
    Ref<Dict> result = make<Dict>(types().dict);
    for (std::size_t at = 0; at < node.keys.size(); ++at) {
        if (!node.keys[at]) {
            Value mapping = evaluate(frame, node.values[at]);
            mark(frame, node);
            if (!as<Dict>(mapping) && !is_unresolved(mapping) &&
                !find_attribute(mapping, names().keys).exists())
                raise(Exc::TypeError, fmt::format("'{}' object is not a mapping", type_name(mapping)));
            for_each_item(mapping,
                          [&](const Value& key, const Value& value) { result->table.set(key, value); });
            continue;
        }
        Value key = evaluate(frame, node.keys[at]);
        Value value = evaluate(frame, node.values[at]);
        mark(frame, node);
        result->table.set(key, std::move(value));
    }
    return result;
}

Value evaluate_slice(Frame& frame, const ast::Slice& node) {
    auto part = [&](ast::Expression* each) { return each ? evaluate(frame, each) : Value::none(); };
    Value start = part(node.lower), stop = part(node.upper), step = part(node.step);
    return make<Slice>(start, stop, step);
}

Value evaluate_unary(Frame& frame, const ast::UnaryOp& node) {
    Value operand = evaluate(frame, node.operand);
    mark(frame, node);
    switch (node.op) {
    case ast::UnaryOperator::Not:
        return Value::boolean(!truth(operand));
    case ast::UnaryOperator::USub:
        return negative(operand);
    case ast::UnaryOperator::UAdd:
        return positive(operand);
    case ast::UnaryOperator::Invert:
        return invert(operand);
    }
    return {};
}

} // namespace

Value load_name(Frame& frame, const ast::Name& node) {
    switch (static_cast<Access>(node.access)) {
    case Access::Local: {
        const Value& value = frame.slots[node.slot];
        if (value.exists()) return value;
        mark(frame, node);
        raise(Exc::UnboundLocalError,
              fmt::format("cannot access local variable '{}' where it is not associated with a value",
                          node.id.text()));
    }
    case Access::Cell: {
        const Value& value = cast<Cell>(frame.slots[node.slot]).value;
        if (value.exists()) return value;
        mark(frame, node);
        bool own = false;
        for (std::uint32_t slot : frame.code->own_cells) own = own || slot == node.slot;
        if (own)
            raise(Exc::UnboundLocalError,
                  fmt::format("cannot access local variable '{}' where it is not associated with a value",
                              node.id.text()));
        raise(
            Exc::NameError,
            fmt::format(
                "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
                node.id.text()));
    }
    case Access::Global:
        mark(frame, node);
        return load_global(frame, name_of(node.id));
    case Access::Unknown:
    case Access::Namespace:
    case Access::ClassCell: {
        mark(frame, node);
        Str* name = name_of(node.id);
        if (frame.space)
            if (const Value* found = frame.space->table.find(name))
                return resolve_lazy(*frame.space, name, *found);
        if (frame.mapping.exists()) {
            Value key(name);
            Value found;
            try {
                found = get_item(frame.mapping, key);
            } catch (const Raised& raised) {
                if (!matches(raised.exception(), Exc::KeyError)) throw;
            }
            if (found.exists()) return found;
        }
        if (static_cast<Access>(node.access) == Access::ClassCell) {
            Value value = cast<Cell>(frame.slots[node.slot]).value;
            if (value.exists()) return value;
            raise(Exc::NameError, fmt::format("cannot access free variable '{}' where it is not associated "
                                              "with a value in enclosing scope",
                                              node.id.text()));
        }
        return load_global(frame, name);
    }
    }
    return {};
}

Value evaluate_constant(Frame& frame, const ast::Constant& node) {
    using T = ast::ConstantType;
    switch (node.type) {
    case T::None:
        return Value::none();
    case T::True:
        return Value::boolean(true);
    case T::False:
        return Value::boolean(false);
    case T::Ellipsis:
        return Value::ellipsis();
    case T::Integer:
        return Value::integer(node.integer);
    case T::Float:
        return Value::number(node.real);
    default:
        break;
    }
    // Objects are made once, and live as long as their tree.
    auto& cached = const_cast<ast::Constant&>(node).value;
    if (cached) return Value(static_cast<Object*>(cached));
    Value made;
    switch (node.type) {
    case T::String:
        // Short texts without blanks are mostly names: interning makes them quick keys.
        made = node.text.size() <= 24 ? Value(intern(node.text)) : make_str(node.text);
        break;
    case T::Bytes:
        made = make_bytes(node.text);
        break;
    case T::Imaginary:
        made = make<Complex>(types().complex, 0.0, node.real);
        break;
    default:
        made = make_integer(BigInt::from_digits(node.text, node.radix));
        break;
    }
    frame.code->unit->constants.push_back(made);
    cached = made.object();
    return made;
}

Value make_lambda(Frame& frame, const ast::Lambda& node) {
    Code* code = static_cast<Code*>(node.scope);
    return make_script_function(frame, *code, *node.parameters);
}

Value evaluate_call(Frame& frame, const ast::Call& node) {
    // object.method(...) without an intermediate bound method.
    Value self, function;
    if (auto* attribute = ast::get_if<ast::Attribute>(node.function)) {
        Value object = evaluate(frame, attribute->value);
        mark(frame, *attribute);
        function = load_method(object, name_of(attribute->name), self);
    } else {
        function = evaluate(frame, node.function);
    }
    constexpr std::size_t few = 6;
    Value inline_arguments[few];
    std::vector<Value> many;
    std::span<const Value> positional;
    bool simple = node.arguments.size() <= few;
    for (ast::Expression* argument : node.arguments)
        simple = simple && argument->kind != ast::ExpressionKind::Starred;
    if (simple) {
        for (std::size_t at = 0; at < node.arguments.size(); ++at)
            inline_arguments[at] = evaluate(frame, node.arguments[at]);
        positional = {inline_arguments, node.arguments.size()};
    } else {
        for (ast::Expression* argument : node.arguments) {
            if (auto* starred = ast::get_if<ast::Starred>(argument)) {
                Value iterable = evaluate(frame, starred->value);
                mark(frame, node);
                if (!is_unresolved(iterable) && !lookup(class_of(iterable), names().iter) &&
                    !lookup(class_of(iterable), names().getitem))
                    raise(Exc::TypeError, fmt::format("{}() argument after * must be an iterable, not {}",
                                                      callable_name(function), type_name(iterable)));
                for_each(iterable, [&](const Value& item) { many.push_back(item); });
            } else {
                many.push_back(evaluate(frame, argument));
            }
        }
        positional = many;
    }
    if (node.keywords.empty()) {
        mark(frame, node);
        return call_with(function, Arguments{self.exists() ? &self : nullptr, positional, {}});
    }
    std::vector<KeywordArgument> keywords;
    keywords.reserve(node.keywords.size());
    std::vector<Value> alive; // names that come out of mappings
    for (ast::Keyword* keyword : node.keywords) {
        if (keyword->name) {
            keywords.push_back({name_of(keyword->name), evaluate(frame, keyword->value)});
            continue;
        }
        Value mapping = evaluate(frame, keyword->value);
        mark(frame, node);
        if (!as<Dict>(mapping) && !is_unresolved(mapping) && !find_attribute(mapping, names().keys).exists())
            raise(Exc::TypeError, fmt::format("{}() argument after ** must be a mapping, not {}",
                                              callable_name(function), type_name(mapping)));
        for_each_item(mapping, [&](const Value& key, const Value& value) {
            Str* name = as<Str>(key);
            if (!name) raise(Exc::TypeError, "keywords must be strings");
            for (const KeywordArgument& other : keywords)
                if (other.name->text == name->text)
                    raise(Exc::TypeError, fmt::format("{}() got multiple values for keyword argument '{}'",
                                                      callable_name(function), name->text));
            alive.push_back(key);
            keywords.push_back({name, value});
        });
    }
    mark(frame, node);
    return call_with(function, Arguments{self.exists() ? &self : nullptr, positional, keywords});
}

Value evaluate(Frame& frame, const ast::Expression& node) {
    using K = ast::ExpressionKind;
    switch (node.kind) {
    case K::Name:
        return load_name(frame, ast::as<ast::Name>(node));
    case K::Constant:
        return evaluate_constant(frame, ast::as<ast::Constant>(node));
    case K::Call:
        return evaluate_call(frame, ast::as<ast::Call>(node));
    case K::Attribute: {
        auto& attribute = ast::as<ast::Attribute>(node);
        Value object = evaluate(frame, attribute.value);
        mark(frame, node);
        return get_attribute(object, name_of(attribute.name));
    }
    case K::Subscript: {
        auto& subscript = ast::as<ast::Subscript>(node);
        Value object = evaluate(frame, subscript.value);
        Value index = evaluate(frame, subscript.index);
        mark(frame, node);
        return get_item(object, index);
    }
    case K::BinOp: {
        auto& operation = ast::as<ast::BinOp>(node);
        check_stack();
        Value left = evaluate(frame, operation.left);
        Value right = evaluate(frame, operation.right);
        mark(frame, node);
        return binary(static_cast<BinaryOp>(operation.op), left, right);
    }
    case K::BoolOp:
        return evaluate_bool(frame, ast::as<ast::BoolOp>(node));
    case K::Compare:
        return evaluate_compare(frame, ast::as<ast::Compare>(node));
    case K::UnaryOp:
        check_stack();
        return evaluate_unary(frame, ast::as<ast::UnaryOp>(node));
    case K::IfExp: {
        auto& choice = ast::as<ast::IfExp>(node);
        Value test = evaluate(frame, choice.test);
        mark(frame, node);
        return evaluate(frame, truth(test) ? choice.body : choice.otherwise);
    }
    case K::NamedExpr: {
        auto& named = ast::as<ast::NamedExpr>(node);
        Value value = evaluate(frame, named.value);
        assign(frame, *named.target, value);
        return value;
    }
    case K::Lambda:
        return make_lambda(frame, ast::as<ast::Lambda>(node));
    case K::Tuple:
        return make_tuple(evaluate_elements(frame, ast::as<ast::Tuple>(node).elements));
    case K::List:
        return make_list(evaluate_elements(frame, ast::as<ast::List>(node).elements));
    case K::Set: {
        Value result = make_set();
        std::vector<Value> items;
        for (ast::Expression* element : ast::as<ast::Set>(node).elements) {
            auto* starred = ast::get_if<ast::Starred>(element);
            Value item = evaluate(frame, starred ? starred->value : element);
            mark(frame, *element);
            if (!starred)
                items.push_back(std::move(item));
            else
                for_each(item, [&](const Value& each) { items.push_back(each); });
        }
        mark(frame, node);
        for (const Value& item : items) cast<Set>(result).table.set(item, Value::none());
        return result;
    }
    case K::Dict:
        check_stack();
        return evaluate_dict(frame, ast::as<ast::Dict>(node));
    case K::Slice:
        return evaluate_slice(frame, ast::as<ast::Slice>(node));
    case K::ListComp:
    case K::SetComp:
    case K::DictComp:
    case K::GeneratorExp:
        return evaluate_comprehension(frame, node);
    case K::JoinedStr:
        return evaluate_joined(frame, ast::as<ast::JoinedStr>(node));
    case K::TemplateStr:
        return evaluate_template(frame, ast::as<ast::TemplateStr>(node));
    case K::Await: {
        Value awaitable = evaluate(frame, ast::as<ast::Await>(node).value);
        mark(frame, node);
        return await_value(awaitable);
    }
    case K::Yield: {
        auto& yield = ast::as<ast::Yield>(node);
        Value value = yield.value ? evaluate(frame, yield.value) : Value::none();
        mark(frame, node);
        return yield_value(frame, std::move(value));
    }
    case K::YieldFrom: {
        Value iterable = evaluate(frame, ast::as<ast::YieldFrom>(node).value);
        mark(frame, node);
        return yield_from(frame, iterable);
    }
    case K::Starred:
        raise(Exc::SyntaxError, "can't use starred expression here");
    case K::FormattedValue:
    case K::Interpolation:
        break; // only inside of JoinedStr and TemplateStr
    }
    return {};
}

} // namespace limbeck::python
