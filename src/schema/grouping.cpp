// Where parentheses stand, and what NOT makes of an expression.
#include "schema/build.hpp"

namespace limbeck::schema {

namespace {

bool is_boolean_type(const Type& type) {
    return affinity(type) == Affinity::boolean;
}

ExpressionPtr grouped(const ExpressionPtr& element) {
    auto made = std::make_shared<Grouping>();
    made->element = element;
    made->type = element->type;
    return made;
}

// A boolean value where SQL wants a condition: "flag" or "flag = 1".
ExpressionPtr as_condition(const ExpressionPtr& element, Operator op) {
    auto made = std::make_shared<Unary>();
    made->element = element;
    made->op = op;
    made->type = boolean_type();
    return made;
}

bool is_logical(Operator op) {
    return op == Operator::and_ || op == Operator::or_ || op == Operator::asbool;
}

ExpressionPtr group_value(const ExpressionPtr& element, Operator against) {
    if (is_logical(against) && is_boolean_type(*element->type))
        return as_condition(element, Operator::is_true);
    if (against == Operator::any || against == Operator::all) return grouped(element);
    return element;
}

bool groups(Operator op, int own, Operator against, int other) {
    return needs_parentheses(op, own, against, other) || (against == Operator::inv && !is_boolean(op));
}

ExpressionPtr not_of(const ExpressionPtr& element) {
    auto made = std::make_shared<Unary>();
    made->element = self_group(element, Operator::inv);
    made->op = Operator::inv;
    if (is_boolean_type(*element->type)) made->type = boolean_type();
    return made;
}

ExpressionPtr negate_binary(const ExpressionPtr& element, const Binary& binary) {
    if (binary.negate == Operator::none) {
        ExpressionPtr inner = self_group(element);
        return is_boolean_type(*element->type) ? as_condition(inner, Operator::is_false) : not_of(inner);
    }
    auto made = std::make_shared<Binary>(binary);
    made->op = binary.negate;
    made->negate = binary.op;
    if (binary.op == Operator::custom) {
        made->custom_text = binary.negate_text;
        made->negate_text = binary.custom_text;
    }
    if (auto* bind = get_if<Bind>(*binary.right); bind && bind->expand_op == binary.op) {
        auto changed = std::make_shared<Bind>(*bind);
        changed->expand_op = binary.negate;
        made->right = changed;
    }
    return made;
}

} // namespace

ExpressionPtr self_group(const ExpressionPtr& element, Operator against, int against_precedence) {
    int other =
        against_precedence >= 0 || against == Operator::custom ? against_precedence : precedence(against);
    switch (element->kind) {
    case ExpressionKind::text:
        return against == Operator::in_ ? grouped(element) : element;
    case ExpressionKind::list: {
        auto& list = as<ExpressionList>(*element);
        if (list.is_tuple || !list.group || (is_logical(list.op) && list.items.empty())) return element;
        bool needed = list.op == Operator::comma
                          ? needs_parentheses(list.op, precedence(list.op), against, other)
                          : groups(list.op, precedence(list.op), against, other);
        return needed ? grouped(element) : element;
    }
    case ExpressionKind::unary: {
        auto& unary = as<Unary>(*element);
        if (unary.op == Operator::is_true || unary.op == Operator::is_false || unary.op == Operator::none)
            return element;
        return needs_parentheses(unary.op, precedence(unary.op), against, other) ? grouped(element) : element;
    }
    case ExpressionKind::exists: {
        bool negated = as<Exists>(*element).negated;
        Operator op = negated ? Operator::inv : Operator::exists;
        return needs_parentheses(op, precedence(op), against, other) ? grouped(element) : element;
    }
    case ExpressionKind::binary: {
        auto& binary = as<Binary>(*element);
        if (binary.op == Operator::custom) {
            if (against == Operator::custom && binary.natural_self_precedent &&
                binary.custom_precedence == other)
                return element;
            bool boolean = binary.custom_comparison;
            bool needed = binary.custom_precedence <= other || (against == Operator::inv && !boolean);
            return needed ? grouped(element) : element;
        }
        return groups(binary.op, precedence(binary.op), against, other) ? grouped(element) : element;
    }
    case ExpressionKind::array:
        return against == Operator::any || against == Operator::all || against == Operator::getitem
                   ? grouped(element)
                   : element;
    case ExpressionKind::filter:
        return needs_parentheses(Operator::filter, precedence(Operator::filter), against, other)
                   ? grouped(element)
                   : element;
    case ExpressionKind::label: {
        auto& label = as<Label>(*element);
        ExpressionPtr inner = self_group(label.element, against, against_precedence);
        if (inner == label.element) return element;
        auto made = std::make_shared<Label>(label);
        made->element = inner;
        return made;
    }
    case ExpressionKind::type_coerce: {
        auto& coerce = as<TypeCoerce>(*element);
        ExpressionPtr inner = self_group(coerce.element, against, against_precedence);
        if (inner == coerce.element) return element;
        auto made = std::make_shared<TypeCoerce>(coerce);
        made->element = inner;
        return made;
    }
    case ExpressionKind::function:
        if (against == Operator::getitem && affinity(*element->type) == Affinity::array)
            return grouped(element);
        return group_value(element, against);
    case ExpressionKind::select:
    case ExpressionKind::compound_select:
    case ExpressionKind::textual_select:
        return grouped(element);
    case ExpressionKind::grouping:
    case ExpressionKind::scalar_select:
    case ExpressionKind::slice:
    case ExpressionKind::collation:
        return element;
    default:
        return group_value(element, against);
    }
}

std::vector<ExpressionPtr> conjunction(Operator op, const std::vector<ExpressionPtr>& conditions) {
    ExpressionKind neutral = op == Operator::and_ ? ExpressionKind::true_ : ExpressionKind::false_;
    ExpressionKind final_one = op == Operator::and_ ? ExpressionKind::false_ : ExpressionKind::true_;
    std::vector<ExpressionPtr> kept;
    ExpressionPtr neutral_one;
    bool several = false;
    for (const ExpressionPtr& condition : conditions) {
        if (condition->kind == neutral) {
            neutral_one = condition;
        } else if (condition->kind == final_one) {
            kept = {condition};
            several = false;
            break;
        } else {
            several = !kept.empty();
            kept.push_back(condition);
        }
    }
    if (kept.empty() && neutral_one) kept = {neutral_one};
    for (ExpressionPtr& condition : kept) condition = self_group(condition, several ? op : Operator::asbool);
    return kept;
}

ExpressionPtr negate(const ExpressionPtr& element) {
    switch (element->kind) {
    case ExpressionKind::true_:
        return std::make_shared<False>();
    case ExpressionKind::false_:
        return std::make_shared<True>();
    case ExpressionKind::binary:
        return negate_binary(element, as<Binary>(*element));
    case ExpressionKind::exists: {
        auto made = std::make_shared<Unary>();
        made->element = self_group(element, Operator::inv);
        made->op = Operator::inv;
        made->type = boolean_type();
        return made;
    }
    case ExpressionKind::list:
        return not_of(element);
    case ExpressionKind::grouping: {
        // The negation of what is inside, where that is a condition of its own.
        if (is_boolean_type(*element->type)) return as_condition(element, Operator::is_false);
        return not_of(element);
    }
    case ExpressionKind::unary: {
        auto& unary = as<Unary>(*element);
        if (unary.op == Operator::is_true || unary.op == Operator::is_false) {
            if (unary.element->kind == ExpressionKind::true_ || unary.element->kind == ExpressionKind::false_)
                return negate(unary.element);
            return as_condition(unary.element,
                                unary.op == Operator::is_true ? Operator::is_false : Operator::is_true);
        }
        return not_of(element);
    }
    case ExpressionKind::label: {
        auto made = std::make_shared<Label>(as<Label>(*element));
        made->element = negate(made->element);
        return made;
    }
    default:
        if (is_boolean_type(*element->type)) return as_condition(element, Operator::is_false);
        return not_of(element);
    }
}

} // namespace limbeck::schema
