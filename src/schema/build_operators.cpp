#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "support/text.hpp"

namespace limbeck::schema {

namespace {

TypePtr make(TypeKind kind) {
    return make_type(kind);
}

// The name that a bound parameter takes from what it is compared with; empty: "param".
std::string key_from(const Expression& other) {
    if (auto* ref = get_if<ColumnRef>(other); ref && ref->nameless && !get_if<ColumnRef>(*ref->nameless))
        return "";
    if (auto* ref = get_if<ColumnRef>(other))
        return ref->literal ? ref->name.text : ref->key.empty() ? ref->name.text : ref->key;
    if (auto* function = get_if<Function>(other)) return function->name.text;
    return "";
}

// Characters that a driver's markers cannot have become one underscore.
std::string clean_key(std::string_view key) {
    std::string out;
    bool last = false;
    for (char c : key) {
        bool bad = c == '%' || c == '(' || c == ')' || c == ' ' || c == '$';
        if (bad && last) continue;
        out += bad ? '_' : c;
        last = bad;
    }
    std::size_t start = out.find_first_not_of('_'), end = out.find_last_not_of('_');
    return start == std::string::npos ? "" : out.substr(start, end - start + 1);
}

Affinity general(Affinity kind) {
    if (kind == Affinity::float_) return Affinity::numeric;
    if (kind == Affinity::enum_) return Affinity::string;
    return kind;
}

// What a plain value is taken for beside an expression of this type.
TypePtr compared_type(const TypePtr& type, const Value& value) {
    if (type->kind == TypeKind::decorator) {
        if (type->decorated && type->decorated->coerce_compared)
            if (TypePtr found = type->decorated->coerce_compared(value)) return found;
        return type;
    }
    if (type->kind == TypeKind::user_defined) return type;
    if (value.is<std::string>() && (affinity(*type) == Affinity::binary || affinity(*type) == Affinity::uuid))
        return type;
    TypePtr own = type_of(value);
    if (own->kind == TypeKind::null || general(affinity(*own)) == general(affinity(*type))) return type;
    return own;
}

// The type of `left OP right`, for the types that have rules for it.
TypePtr looked_up(Operator op, const TypePtr& left, const TypePtr& right) {
    Affinity l = general(affinity(*left)), r = general(affinity(*right));
    auto one_of = [&](std::initializer_list<std::pair<Affinity, TypePtr>> rules) {
        for (const auto& [kind, type] : rules)
            if (kind == r) return type;
        return left;
    };
    TypePtr interval = make(TypeKind::interval), numeric = make(TypeKind::numeric),
            moment = make(TypeKind::datetime), date = make(TypeKind::date), integer = integer_type();
    using A = Affinity;
    if (l == A::integer) {
        if (op == Operator::add) return one_of({{A::date, date}, {A::numeric, right}});
        if (op == Operator::mul) return one_of({{A::interval, interval}, {A::numeric, right}});
        if (op == Operator::truediv) return one_of({{A::integer, numeric}, {A::numeric, right}});
        if (op == Operator::sub || op == Operator::floordiv) return one_of({{A::numeric, right}});
    }
    if (l == A::numeric && op == Operator::mul) return one_of({{A::interval, interval}});
    if (l == A::datetime && op == Operator::sub) return one_of({{A::datetime, interval}});
    if (l == A::date) {
        if (op == Operator::add) return one_of({{A::interval, moment}, {A::time, moment}});
        if (op == Operator::sub)
            return one_of({{A::date, integer}, {A::interval, moment}, {A::datetime, interval}});
    }
    if (l == A::time) {
        if (op == Operator::add) return one_of({{A::date, moment}, {A::interval, left}});
        if (op == Operator::sub) return one_of({{A::time, interval}});
    }
    if (l == A::interval) {
        if (op == Operator::add) return one_of({{A::date, moment}, {A::datetime, moment}, {A::time, right}});
    }
    return left;
}

bool is_concatenable(const Type& type) {
    if (type.kind == TypeKind::decorator && type.decorated) return is_concatenable(*type.decorated->impl);
    Affinity kind = affinity(type);
    return kind == Affinity::string || kind == Affinity::enum_ || kind == Affinity::array ||
           kind == Affinity::binary || kind == Affinity::json || type.kind == TypeKind::HSTORE;
}

std::pair<Operator, TypePtr> adapt(Operator op, const TypePtr& left, const TypePtr& right) {
    if (left->kind == TypeKind::null) {
        if (right->kind == TypeKind::null || !is_commutative(op)) return {op, left};
        return adapt(op, right, left);
    }
    if (op == Operator::add && is_concatenable(*left) &&
        (is_concatenable(*right) || right->kind == TypeKind::null))
        return {Operator::concat, left};
    return {op, looked_up(op, left, right)};
}

// A SELECT used as a value is one value.
ExpressionPtr as_operand(const ExpressionPtr& element) {
    if (element->kind == ExpressionKind::select || element->kind == ExpressionKind::compound_select)
        return scalar_subquery(element);
    return element;
}

std::shared_ptr<Binary> binary(Operator op, const ExpressionPtr& left, const ExpressionPtr& right,
                               TypePtr type, Operator negated, const OperatorArguments& arguments = {}) {
    auto made = std::make_shared<Binary>();
    int own = op == Operator::custom ? arguments.precedence : -1;
    made->op = op;
    made->negate = negated;
    made->type = std::move(type);
    made->escape = arguments.escape;
    made->flags = arguments.flags;
    made->regconfig = arguments.regconfig;
    made->custom_text = arguments.custom_text;
    made->custom_precedence = arguments.precedence;
    made->custom_comparison = arguments.is_comparison;
    made->eager_grouping = arguments.eager_grouping;
    made->natural_self_precedent = arguments.natural_self_precedent;
    made->left = self_group(left, op, own);
    made->right = self_group(right, op, own);
    return made;
}

void flatten(std::vector<ExpressionPtr>& items, Operator op, const ExpressionPtr& element, bool& several,
             const Type& type) {
    bool same_type = general(affinity(*element->type)) == general(affinity(type));
    if (auto* list = get_if<ExpressionList>(*element);
        list && list->op == op && same_type && !list->is_tuple) {
        several = true;
        items.insert(items.end(), list->items.begin(), list->items.end());
    } else if (auto* pair = get_if<Binary>(*element); pair && pair->op == op && same_type) {
        several = true;
        items.push_back(pair->left);
        items.push_back(pair->right);
    } else {
        items.push_back(element);
    }
}

ExpressionPtr construct(Operator op, const ExpressionPtr& left, const ExpressionPtr& right,
                        const TypePtr& type, Operator negated, const OperatorArguments& arguments) {
    if (is_associative(op)) {
        std::vector<ExpressionPtr> items;
        bool several = false;
        flatten(items, op, left, several, *type);
        flatten(items, op, right, several, *type);
        if (several) {
            auto made = std::make_shared<ExpressionList>();
            made->op = op;
            made->type = type;
            for (const ExpressionPtr& item : items) made->items.push_back(self_group(item, op));
            return made;
        }
    }
    auto* unary_right = get_if<Unary>(*right);
    if (unary_right && (unary_right->op == Operator::any || unary_right->op == Operator::all))
        negated = Operator::none;
    return binary(op, left, right, type, negated, arguments);
}

// The constant that None, True or False stand for, or null.
ExpressionPtr constant(const Operand& operand) {
    if (operand.expression) {
        ExpressionKind kind = operand.expression->kind;
        bool is_constant =
            kind == ExpressionKind::null || kind == ExpressionKind::true_ || kind == ExpressionKind::false_;
        return is_constant ? operand.expression : nullptr;
    }
    if (operand.value.is_null()) return std::make_shared<Null>();
    if (operand.value.is_true()) return std::make_shared<True>();
    if (operand.value.is_false()) return std::make_shared<False>();
    return nullptr;
}

ExpressionPtr compare(Operator op, const ExpressionPtr& left, const Operand& right,
                      const OperatorArguments& arguments, bool reverse) {
    Operator negated = negation(op);
    TypePtr type = arguments.return_type ? arguments.return_type : boolean_type();
    if (ExpressionPtr fixed = constant(right)) {
        bool is_truth = fixed->kind != ExpressionKind::null;
        auto* left_unary = get_if<Unary>(*left);
        bool aggregate = left_unary && (left_unary->op == Operator::any || left_unary->op == Operator::all);
        if (((op == Operator::eq || op == Operator::ne) && is_truth) || op == Operator::is_distinct_from ||
            op == Operator::is_not_distinct_from)
            return construct(op, left, fixed, type, negated, arguments);
        if (!aggregate) {
            if (op == Operator::eq || op == Operator::is_)
                return construct(Operator::is_, left, fixed, type, Operator::is_not, {});
            if (op == Operator::ne || op == Operator::is_not)
                return construct(Operator::is_not, left, fixed, type, Operator::is_, {});
            throw ArgumentError(
                "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' "
                "operators can be used with None/True/False");
        }
        return reverse ? construct(op, fixed, left, type, negated, arguments)
                       : construct(op, left, fixed, type, negated, arguments);
    }
    ExpressionPtr other = right.expression ? as_operand(right.expression) : bind_for(*left, op, right.value);
    if (op == Operator::match || op == Operator::not_match) type = make(TypeKind::match);
    return reverse ? construct(op, other, left, type, negated, arguments)
                   : construct(op, left, other, type, negated, arguments);
}

std::string escaped(const std::string& text, const std::string& escape) {
    std::string out = text;
    if (escape != "%" && escape != "_") out = text::replace_all(out, escape, escape + escape);
    return text::replace_all(text::replace_all(out, "%", escape + "%"), "_", escape + "_");
}

bool is_aggregate(const Expression& e) {
    auto* unary = get_if<Unary>(e);
    return unary && (unary->op == Operator::any || unary->op == Operator::all);
}

bool takes_autoescape(Operator op) {
    return op >= Operator::contains && op <= Operator::not_iendswith;
}

} // namespace

ExpressionPtr literal(Value value, TypePtr type) {
    auto made = std::make_shared<Bind>();
    made->key = Name("param");
    made->unique = true;
    made->type = type ? std::move(type) : type_of(value);
    made->value = std::move(value);
    return made;
}

ExpressionPtr bind_for(const Expression& other, Operator op, Value value, TypePtr type) {
    // A tuple beside a tuple is one of parameters.
    if (auto* list = get_if<ExpressionList>(other);
        list && list->is_tuple && op != Operator::in_ && op != Operator::not_in)
        if (auto* items = items_of(value))
            return tuple_of(std::vector<Operand>(items->begin(), items->end()), list->type->types);
    auto made = std::make_shared<Bind>();
    std::string key = clean_key(key_from(other));
    made->key = Name(key.empty() ? "param" : key);
    made->unique = true;
    made->type = type ? std::move(type) : compared_type(other.type, value);
    made->value = std::move(value);
    if (op == Operator::in_ || op == Operator::not_in) {
        made->expanding = true;
        made->expand_op = op;
    }
    return made;
}

ExpressionPtr operate(Operator op, const ExpressionPtr& left_given, const Operand& right,
                      const OperatorArguments& arguments, bool reverse) {
    ExpressionPtr left = as_operand(left_given);
    if (takes_autoescape(op) && arguments.autoescape && !right.expression && right.value.is<std::string>()) {
        OperatorArguments changed = arguments;
        if (!changed.escape) changed.escape = "/";
        changed.autoescape = false;
        return operate(op, left, Operand(Value(escaped(right.value.as<std::string>(), *changed.escape))),
                       changed, reverse);
    }
    if (op == Operator::regexp_match || op == Operator::not_regexp_match) {
        ExpressionPtr other = right.expression ? right.expression : bind_for(*left, op, right.value);
        return binary(op, left, other, boolean_type(), negation(op), arguments);
    }
    // ANY and ALL stand on the right of a comparison.
    if (is_comparison(op) && is_aggregate(*left))
        return compare(mirrored(op), left, right, arguments, !reverse);
    if (is_comparison(op)) return compare(op, left, right, arguments, reverse);
    ExpressionPtr other = right.expression        ? as_operand(right.expression)
                          : right.value.is_null() ? ExpressionPtr(std::make_shared<Null>())
                                                  : bind_for(*left, op, right.value);
    const ExpressionPtr& first = reverse ? other : left;
    const ExpressionPtr& second = reverse ? left : other;
    if (op == Operator::custom) {
        TypePtr type = arguments.return_type     ? arguments.return_type
                       : arguments.is_comparison ? boolean_type()
                                                 : first->type;
        return binary(op, first, second, type, Operator::none, arguments);
    }
    if (arguments.return_type)
        return construct(op, first, second, arguments.return_type, Operator::none, arguments);
    auto [chosen, type] = adapt(op, first->type, second->type);
    return construct(chosen, first, second, type, Operator::none, arguments);
}

ExpressionPtr in(const ExpressionPtr& left, const std::vector<Operand>& values, bool negated) {
    Operator op = negated ? Operator::not_in : Operator::in_;
    bool plain =
        std::none_of(values.begin(), values.end(), [](const Operand& o) { return o.expression != nullptr; });
    ExpressionPtr right;
    if (plain) {
        auto list = std::make_shared<List>();
        for (const Operand& value : values) list->items.push_back(value.value);
        // The first value says what the list is of, where the expression's own type does not.
        TypePtr type = left->type;
        for (const Value& value : list->items)
            if (!value.is_null()) {
                type = compared_type(left->type, value);
                break;
            }
        right = bind_for(*left, op, Value(*list), type);
    } else {
        auto list = std::make_shared<ExpressionList>();
        for (const Operand& value : values) {
            ExpressionPtr item = value.expression        ? as_operand(value.expression)
                                 : value.value.is_null() ? ExpressionPtr(std::make_shared<Null>())
                                                         : bind_for(*left, Operator::eq, value.value);
            list->items.push_back(self_group(item, Operator::comma));
        }
        right = list;
    }
    return construct(op, as_operand(left), right, boolean_type(), negation(op), {});
}

ExpressionPtr in(const ExpressionPtr& left, const ExpressionPtr& selectable, bool negated) {
    Operator op = negated ? Operator::not_in : Operator::in_;
    return construct(op, as_operand(left), selectable, boolean_type(), negation(op), {});
}

ExpressionPtr between(const ExpressionPtr& element, const Operand& low, const Operand& high, bool negated) {
    auto side = [&](const Operand& operand) {
        if (operand.expression) return as_operand(operand.expression);
        if (operand.value.is_null()) return ExpressionPtr(std::make_shared<Null>());
        return bind_for(*element, Operator::and_, operand.value);
    };
    auto list = std::make_shared<ExpressionList>();
    list->op = Operator::and_;
    list->group = false;
    list->items = {side(low), side(high)};
    Operator op = negated ? Operator::not_between : Operator::between;
    return binary(op, element, list, boolean_type(), negation(op));
}

ExpressionPtr regexp_replace(const ExpressionPtr& element, const Operand& pattern, const Operand& replacement,
                             std::optional<std::string> flags) {
    auto list = std::make_shared<ExpressionList>();
    list->group = false;
    for (const Operand* operand : {&pattern, &replacement})
        list->items.push_back(operand->expression ? operand->expression
                                                  : bind_for(*element, Operator::comma, operand->value));
    OperatorArguments arguments;
    arguments.flags = std::move(flags);
    return binary(Operator::regexp_replace, element, list, element->type, Operator::none, arguments);
}

ExpressionPtr unary(Operator op, const ExpressionPtr& element) {
    auto made = std::make_shared<Unary>();
    switch (op) {
    case Operator::asc:
    case Operator::desc:
    case Operator::nulls_first:
    case Operator::nulls_last:
        made->modifier = op;
        made->element = self_group(element, op);
        break;
    default:
        made->op = op;
        made->element = self_group(element, op);
        made->type = element->type;
        break;
    }
    return made;
}

ExpressionPtr any_of(const ExpressionPtr& element) {
    auto made = std::make_shared<Unary>();
    made->op = Operator::any;
    made->element = self_group(as_operand(element), Operator::any);
    made->type = affinity(*element->type) == Affinity::array && element->type->item ? element->type->item
                                                                                    : element->type;
    return made;
}

ExpressionPtr all_of(const ExpressionPtr& element) {
    auto made = std::make_shared<Unary>(as<Unary>(*any_of(element)));
    made->op = Operator::all;
    return made;
}

namespace {

ExpressionPtr logical(Operator op, const std::vector<ExpressionPtr>& items) {
    std::vector<ExpressionPtr> kept = conjunction(op, items);
    if (kept.size() == 1) return kept.front();
    auto made = std::make_shared<ExpressionList>();
    made->op = op;
    made->type = boolean_type();
    // A list of the same kind inside becomes part of this one.
    for (const ExpressionPtr& item : kept) {
        auto* inner = get_if<ExpressionList>(*item);
        if (inner && inner->op == op && inner->group && !inner->is_tuple)
            made->items.insert(made->items.end(), inner->items.begin(), inner->items.end());
        else
            made->items.push_back(item);
    }
    return made;
}

} // namespace

ExpressionPtr and_of(const std::vector<ExpressionPtr>& items) {
    return logical(Operator::and_, items);
}
ExpressionPtr or_of(const std::vector<ExpressionPtr>& items) {
    return logical(Operator::or_, items);
}

ExpressionPtr collate(const ExpressionPtr& element, const Name& collation) {
    auto name = std::make_shared<Collation>();
    name->name = collation;
    return binary(Operator::collate, element, name, element->type, Operator::none);
}

ExpressionPtr getitem(const ExpressionPtr& element, const Operand& index) {
    const Type& type = *element->type;
    Affinity kind = affinity(type);
    if (kind == Affinity::json) {
        bool is_path = !index.expression && (index.value.is<Tuple>() || index.value.is<List>());
        Operator op = is_path ? Operator::json_path_getitem : Operator::json_getitem;
        ExpressionPtr right = index.expression;
        if (!right) {
            auto key = make_type(is_path ? TypeKind::json_path : TypeKind::json_index);
            // What the subscript is, number or text, shows in its CAST alone.
            key->item = index.value.is<std::int64_t>() ? integer_type() : string_type();
            right = bind_for(*element, op, index.value, key);
        }
        return binary(op, element, right, element->type, Operator::none);
    }
    if (kind == Affinity::array) {
        TypePtr item = type.item ? type.item : null_type();
        if (type.dimensions.value_or(1) > 1) {
            auto inner = std::make_shared<Type>(type);
            inner->dimensions = *type.dimensions - 1;
            item = inner;
        }
        ExpressionPtr right = index.expression
                                  ? index.expression
                                  : bind_for(*element, Operator::getitem, index.value, integer_type());
        if (right->kind == ExpressionKind::slice) item = element->type;
        return binary(Operator::getitem, element, right, item, Operator::none);
    }
    if (type.kind == TypeKind::HSTORE) {
        OperatorArguments arguments;
        arguments.custom_text = "->";
        arguments.precedence = precedence(Operator::json_getitem);
        arguments.natural_self_precedent = true;
        arguments.eager_grouping = true;
        arguments.return_type = type.item ? type.item : make_type(TypeKind::text);
        return operate(Operator::custom, element, index, arguments);
    }
    throw NotSupportedError("Operator 'getitem' is not supported on this expression");
}

ExpressionPtr slice(const ExpressionPtr& element, const Operand& start, const Operand& stop) {
    auto made = std::make_shared<Slice>();
    auto bound = [&](const Operand& operand) -> ExpressionPtr {
        if (operand.expression) return operand.expression;
        if (operand.value.is_null()) return std::make_shared<Null>();
        return bind_for(*element, Operator::getitem, operand.value, integer_type());
    };
    made->start = bound(start);
    made->stop = bound(stop);
    return getitem(element, Operand(ExpressionPtr(made)));
}

} // namespace limbeck::schema
