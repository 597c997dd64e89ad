// What may be assigned to and deleted. Targets are read as expressions and then turned.
#include <fmt/format.h>

#include "python/parser_state.hpp"

namespace limbeck::python {

using K = TokenKind;
using ast::Context;
using ast::ExpressionKind;

namespace {

// What binds as tightly as `|` and could stand before `==`, except the words that are no operands there.
bool may_be_compared(const ast::Expression& expression) {
    switch (expression.kind) {
    case ExpressionKind::Lambda:
    case ExpressionKind::IfExp:
    case ExpressionKind::BoolOp:
    case ExpressionKind::Compare:
    case ExpressionKind::GeneratorExp:
        return false;
    case ExpressionKind::UnaryOp:
        return ast::as<ast::UnaryOp>(expression).op != ast::UnaryOperator::Not;
    case ExpressionKind::Constant: {
        auto type = ast::as<ast::Constant>(expression).type;
        return type != ast::ConstantType::None && type != ast::ConstantType::True &&
               type != ast::ConstantType::False;
    }
    default:
        return true;
    }
}

} // namespace

void Parser::store(ast::Expression* target, std::string_view after) {
    if (const ast::Expression* bad = invalid_target(target, Context::Store)) {
        if (bad->kind == ExpressionKind::Yield || bad->kind == ExpressionKind::YieldFrom) {
            fail_at(bad->where, "assignment to yield expression not possible");
        }
        bool suggest = after == "=" && bad == target && may_be_compared(*bad);
        fail_at(bad->where, fmt::format("cannot assign to {}{}", describe(*bad),
                                        suggest ? " here. Maybe you meant '==' instead of '='?" : ""));
    }
    set_context(target, Context::Store);
}

void Parser::set_context(ast::Expression* target, Context context) {
    switch (target->kind) {
    case ExpressionKind::Name:
        ast::as<ast::Name>(*target).context = context;
        break;
    case ExpressionKind::Attribute:
        ast::as<ast::Attribute>(*target).context = context;
        break;
    case ExpressionKind::Subscript:
        ast::as<ast::Subscript>(*target).context = context;
        break;
    case ExpressionKind::Starred: {
        auto& starred = ast::as<ast::Starred>(*target);
        starred.context = context;
        set_context(starred.value, context);
        break;
    }
    case ExpressionKind::List: {
        auto& list = ast::as<ast::List>(*target);
        list.context = context;
        for (ast::Expression* element : list.elements) set_context(element, context);
        break;
    }
    case ExpressionKind::Tuple: {
        auto& tuple = ast::as<ast::Tuple>(*target);
        tuple.context = context;
        for (ast::Expression* element : tuple.elements) set_context(element, context);
        break;
    }
    default:
        break;
    }
}

const ast::Expression* Parser::invalid_target(const ast::Expression* target, Context context) const {
    auto first_of = [&](const Expressions& elements) -> const ast::Expression* {
        for (const ast::Expression* element : elements) {
            if (const auto* bad = invalid_target(element, context)) return bad;
        }
        return nullptr;
    };
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
        return nullptr;
    case ExpressionKind::Starred:
        if (context == Context::Del) return target;
        return invalid_target(ast::as<ast::Starred>(*target).value, context);
    case ExpressionKind::List:
        return first_of(ast::as<ast::List>(*target).elements);
    case ExpressionKind::Tuple:
        return first_of(ast::as<ast::Tuple>(*target).elements);
    default:
        return target;
    }
}

// for a, *b in ...: as expressions, but without `in`, which would read as a comparison.
ast::Expression* Parser::target_list() {
    Nest nest(*this);
    const Token& first = *token_;
    auto item = [this]() -> ast::Expression* {
        if (!at(K::Star)) return bitwise_or();
        const Token& star = advance();
        Nest inner(*this);
        ast::Expression* value = bitwise_or();
        auto* node = make<ast::Starred>(from(star));
        node->value = value;
        return node;
    };
    ast::Expression* target = item();
    if (at(K::Comma)) {
        Gather<ast::Expression*> items(*this);
        items.add(target);
        while (accept(K::Comma)) {
            if (at(K::KeywordIn)) break;
            items.add(apart(item));
        }
        auto* node = make<ast::Tuple>(from(first));
        node->elements = items.finish();
        target = node;
    }
    if (at(K::KeywordIn) || invalid_target(target, Context::Store)) store(target);
    set_context(target, Context::Store);
    return target;
}

// with ... as target: one target; a tuple needs its brackets.
ast::Expression* Parser::with_target() {
    ast::Expression* target = star_expression();
    store(target);
    return target;
}

// As CPython's messages call it.
std::string_view Parser::describe(const ast::Expression& expression) {
    switch (expression.kind) {
    case ExpressionKind::Attribute:
        return "attribute";
    case ExpressionKind::Subscript:
        return "subscript";
    case ExpressionKind::Starred:
        return "starred";
    case ExpressionKind::Name:
        return "name";
    case ExpressionKind::List:
        return "list";
    case ExpressionKind::Tuple:
        return "tuple";
    case ExpressionKind::Lambda:
        return "lambda";
    case ExpressionKind::Call:
        return "function call";
    case ExpressionKind::BoolOp:
    case ExpressionKind::BinOp:
    case ExpressionKind::UnaryOp:
        return "expression";
    case ExpressionKind::GeneratorExp:
        return "generator expression";
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
        return "yield expression";
    case ExpressionKind::Await:
        return "await expression";
    case ExpressionKind::ListComp:
        return "list comprehension";
    case ExpressionKind::SetComp:
        return "set comprehension";
    case ExpressionKind::DictComp:
        return "dict comprehension";
    case ExpressionKind::Dict:
        return "dict literal";
    case ExpressionKind::Set:
        return "set display";
    case ExpressionKind::JoinedStr:
    case ExpressionKind::FormattedValue:
        return "f-string expression";
    case ExpressionKind::TemplateStr:
    case ExpressionKind::Interpolation:
        return "t-string expression";
    case ExpressionKind::Compare:
        return "comparison";
    case ExpressionKind::IfExp:
        return "conditional expression";
    case ExpressionKind::NamedExpr:
        return "named expression";
    case ExpressionKind::Slice:
        return "slice";
    case ExpressionKind::Constant:
        switch (ast::as<ast::Constant>(expression).type) {
        case ast::ConstantType::None:
            return "None";
        case ast::ConstantType::True:
            return "True";
        case ast::ConstantType::False:
            return "False";
        case ast::ConstantType::Ellipsis:
            return "ellipsis";
        default:
            return "literal";
        }
    }
    return "expression";
}

} // namespace limbeck::python
