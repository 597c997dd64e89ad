// Assignment, deletion and augmented assignment, to every kind of target.
#include "python/evaluate.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

void store_in_space(Frame& frame, Str* name, const Value& value) {
    if (frame.mapping.exists())
        set_item(frame.mapping, Value(name), value);
    else
        frame.space->table.set(name, value);
}

void unpack(Frame& frame, const ast::Expression& target, ast::Sequence<ast::Expression*> elements,
            const Value& value) {
    std::size_t star = elements.size();
    for (std::size_t at = 0; at < elements.size(); ++at)
        if (elements[at]->kind == ast::ExpressionKind::Starred) star = at;
    bool starred = star < elements.size();
    std::size_t fixed = elements.size() - (starred ? 1 : 0);
    std::vector<Value> items;
    mark(frame, target);
    if (Tuple* tuple = as<Tuple>(value); tuple && is_exact<Tuple>(value))
        items = tuple->items;
    else if (List* list = as<List>(value); list && is_exact<List>(value))
        items = list->items;
    else {
        Class* type = class_of(value);
        if (!is_unresolved(value) && !lookup(type, names().iter) && !lookup(type, names().getitem))
            raise(Exc::TypeError, fmt::format("cannot unpack non-iterable {} object", type->name));
        // No more than needed to know that there are too many.
        Value iterator = iterate(value), item;
        while (next(iterator, item)) {
            items.push_back(item);
            if (!starred && items.size() > fixed) break;
        }
        if (!starred && items.size() > fixed)
            raise(Exc::ValueError, fmt::format("too many values to unpack (expected {})", fixed));
    }
    if (items.size() < fixed)
        raise(Exc::ValueError, fmt::format("not enough values to unpack (expected {}{}, got {})",
                                           starred ? "at least " : "", fixed, items.size()));
    if (!starred && items.size() > fixed)
        raise(Exc::ValueError, fmt::format("too many values to unpack (expected {})", fixed));
    std::size_t extra = items.size() - fixed;
    std::size_t from = 0;
    for (std::size_t at = 0; at < elements.size(); ++at) {
        if (at != star) {
            assign(frame, *elements[at], items[from++]);
            continue;
        }
        std::vector<Value> rest(items.begin() + static_cast<std::ptrdiff_t>(from),
                                items.begin() + static_cast<std::ptrdiff_t>(from + extra));
        from += extra;
        assign(frame, *ast::as<ast::Starred>(*elements[at]).value, make_list(std::move(rest)));
    }
}

} // namespace

void store(Frame& frame, Access access, std::uint32_t slot, Identifier id, const Value& value) {
    switch (access) {
    case Access::Local:
        frame.slots[slot] = value;
        return;
    case Access::Cell:
        cast<Cell>(frame.slots[slot]).value = value;
        return;
    case Access::Global:
        frame.globals->table.set(name_of(id), value);
        return;
    case Access::Unknown:
    case Access::Namespace:
    case Access::ClassCell:
        store_in_space(frame, name_of(id), value);
        return;
    }
}

void store_name(Frame& frame, Identifier id, const Value& value) {
    if (frame.code->kind == ScopeKind::Module) return store_in_space(frame, name_of(id), value);
    Code::Place place = frame.code->place_of(id);
    store(frame, place.access, place.slot, id, value);
}

namespace {

void delete_stored(Frame& frame, Access access, std::uint32_t slot, Identifier id) {
    Str* name = name_of(id);
    auto not_bound = [&] {
        raise(Exc::UnboundLocalError,
              fmt::format("cannot access local variable '{}' where it is not associated with a value",
                          name->text));
    };
    auto not_defined = [&] { raise(Exc::NameError, fmt::format("name '{}' is not defined", name->text)); };
    switch (access) {
    case Access::Local:
        if (!frame.slots[slot].exists()) not_bound();
        frame.slots[slot] = Value();
        return;
    case Access::Cell: {
        Cell& cell = cast<Cell>(frame.slots[slot]);
        if (!cell.value.exists()) not_bound();
        cell.value = Value();
        return;
    }
    case Access::Global:
        if (!frame.globals->table.erase(name)) not_defined();
        return;
    case Access::Unknown:
    case Access::Namespace:
    case Access::ClassCell:
        if (frame.mapping.exists())
            delete_item(frame.mapping, Value(name));
        else if (!frame.space->table.erase(name))
            not_defined();
        return;
    }
}

} // namespace

void delete_name(Frame& frame, Identifier id) {
    if (frame.code->kind == ScopeKind::Module) return delete_stored(frame, Access::Namespace, 0, id);
    Code::Place place = frame.code->place_of(id);
    delete_stored(frame, place.access, place.slot, id);
}

void assign(Frame& frame, const ast::Expression& target, const Value& value) {
    using K = ast::ExpressionKind;
    switch (target.kind) {
    case K::Name: {
        auto& name = ast::as<ast::Name>(target);
        return store(frame, static_cast<Access>(name.access), name.slot, name.id, value);
    }
    case K::Attribute: {
        auto& attribute = ast::as<ast::Attribute>(target);
        Value object = evaluate(frame, attribute.value);
        mark(frame, target);
        return set_attribute(object, name_of(attribute.name), value);
    }
    case K::Subscript: {
        auto& subscript = ast::as<ast::Subscript>(target);
        Value object = evaluate(frame, subscript.value);
        Value index = evaluate(frame, subscript.index);
        mark(frame, target);
        return set_item(object, index, value);
    }
    case K::Tuple:
        return unpack(frame, target, ast::as<ast::Tuple>(target).elements, value);
    case K::List:
        return unpack(frame, target, ast::as<ast::List>(target).elements, value);
    case K::Starred:
        return assign(frame, *ast::as<ast::Starred>(target).value, value);
    default:
        raise(Exc::SyntaxError, "cannot assign to this expression");
    }
}

void assign_augmented(Frame& frame, const ast::AugAssign& node) {
    auto op = static_cast<BinaryOp>(node.op);
    using K = ast::ExpressionKind;
    switch (node.target->kind) {
    case K::Name: {
        auto& name = ast::as<ast::Name>(*node.target);
        Value old = load_name(frame, name);
        Value operand = evaluate(frame, node.value);
        mark(frame, node);
        return store(frame, static_cast<Access>(name.access), name.slot, name.id,
                     binary_in_place(op, old, operand));
    }
    case K::Attribute: {
        auto& attribute = ast::as<ast::Attribute>(*node.target);
        Value object = evaluate(frame, attribute.value);
        mark(frame, *node.target);
        Value old = get_attribute(object, name_of(attribute.name));
        Value operand = evaluate(frame, node.value);
        mark(frame, node);
        Value result = binary_in_place(op, old, operand);
        return set_attribute(object, name_of(attribute.name), result);
    }
    case K::Subscript: {
        auto& subscript = ast::as<ast::Subscript>(*node.target);
        Value object = evaluate(frame, subscript.value);
        Value index = evaluate(frame, subscript.index);
        mark(frame, *node.target);
        Value old = get_item(object, index);
        Value operand = evaluate(frame, node.value);
        mark(frame, node);
        Value result = binary_in_place(op, old, operand);
        return set_item(object, index, result);
    }
    default:
        raise(Exc::SyntaxError, "illegal target for augmented assignment");
    }
}

void assign_annotated(Frame& frame, const ast::AnnAssign& node) {
    if (node.value) {
        Value value = evaluate(frame, node.value);
        assign(frame, *node.target, value);
    } else if (node.target->kind == ast::ExpressionKind::Attribute) {
        evaluate(frame, ast::as<ast::Attribute>(*node.target).value);
    } else if (node.target->kind == ast::ExpressionKind::Subscript) {
        evaluate(frame, ast::as<ast::Subscript>(*node.target).value);
    }
    if (!frame.space || !node.simple) return; // a function's variable annotations are not kept
    if (frame.code->kind == ScopeKind::Module && !frame.code->unit->names_annotations &&
        !frame.space->table.find(names().annotations)) {
        frame.code->unit->annotated.push_back(&node);
        return;
    }
    Value annotation = evaluate_annotation(frame, *node.annotation);
    Str* name = names().annotations;
    Value all;
    if (frame.mapping.exists()) {
        if (!contains(frame.mapping, Value(name))) set_item(frame.mapping, Value(name), make_dict());
        all = get_item(frame.mapping, Value(name));
    } else {
        if (!frame.space->table.find(name)) frame.space->table.set(name, make_dict());
        all = *frame.space->table.find(name);
    }
    set_item(all, Value(name_of(ast::as<ast::Name>(*node.target).id)), annotation);
}

void delete_target(Frame& frame, const ast::Expression& target) {
    using K = ast::ExpressionKind;
    switch (target.kind) {
    case K::Name: {
        auto& name = ast::as<ast::Name>(target);
        mark(frame, target);
        return delete_stored(frame, static_cast<Access>(name.access), name.slot, name.id);
    }
    case K::Attribute: {
        auto& attribute = ast::as<ast::Attribute>(target);
        Value object = evaluate(frame, attribute.value);
        mark(frame, target);
        return delete_attribute(object, name_of(attribute.name));
    }
    case K::Subscript: {
        auto& subscript = ast::as<ast::Subscript>(target);
        Value object = evaluate(frame, subscript.value);
        Value index = evaluate(frame, subscript.index);
        mark(frame, target);
        return delete_item(object, index);
    }
    case K::Tuple:
        for (ast::Expression* each : ast::as<ast::Tuple>(target).elements) delete_target(frame, *each);
        return;
    case K::List:
        for (ast::Expression* each : ast::as<ast::List>(target).elements) delete_target(frame, *each);
        return;
    default:
        raise(Exc::SyntaxError, "cannot delete this expression");
    }
}

} // namespace limbeck::python
