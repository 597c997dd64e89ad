// The expressions right below an expression, for walks that care about a few kinds and pass through the rest.
#pragma once

#include "python/ast.hpp"

namespace limbeck::python::ast {

template <class Visit> void each_of(const Sequence<Expression*>& nodes, Visit&& visit) {
    for (Expression* node : nodes)
        if (node) visit(*node);
}

// Calls visit(Expression&) for each child that is there, in the order in which Python's own walks meet them.
// Lambdas and comprehensions have scopes of their own: their parts are left to the caller.
template <class Visit> void each_child(Expression& node, Visit&& visit) {
    auto one = [&](Expression* child) {
        if (child) visit(*child);
    };
    using K = ExpressionKind;
    switch (node.kind) {
    case K::BoolOp:
        return each_of(as<BoolOp>(node).values, visit);
    case K::NamedExpr:
        one(as<NamedExpr>(node).value);
        return one(as<NamedExpr>(node).target);
    case K::BinOp:
        one(as<BinOp>(node).left);
        return one(as<BinOp>(node).right);
    case K::UnaryOp:
        return one(as<UnaryOp>(node).operand);
    case K::IfExp:
        one(as<IfExp>(node).test);
        one(as<IfExp>(node).body);
        return one(as<IfExp>(node).otherwise);
    case K::Dict:
        each_of(as<Dict>(node).keys, visit);
        return each_of(as<Dict>(node).values, visit);
    case K::Set:
        return each_of(as<Set>(node).elements, visit);
    case K::Await:
        return one(as<Await>(node).value);
    case K::Yield:
        return one(as<Yield>(node).value);
    case K::YieldFrom:
        return one(as<YieldFrom>(node).value);
    case K::Compare:
        one(as<Compare>(node).left);
        return each_of(as<Compare>(node).comparators, visit);
    case K::Call:
        one(as<Call>(node).function);
        each_of(as<Call>(node).arguments, visit);
        for (Keyword* keyword : as<Call>(node).keywords) one(keyword->value);
        return;
    case K::FormattedValue:
        one(as<FormattedValue>(node).value);
        return one(as<FormattedValue>(node).format_spec);
    case K::Interpolation:
        one(as<Interpolation>(node).value);
        return one(as<Interpolation>(node).format_spec);
    case K::JoinedStr:
        return each_of(as<JoinedStr>(node).values, visit);
    case K::TemplateStr:
        return each_of(as<TemplateStr>(node).values, visit);
    case K::Attribute:
        return one(as<Attribute>(node).value);
    case K::Subscript:
        one(as<Subscript>(node).value);
        return one(as<Subscript>(node).index);
    case K::Starred:
        return one(as<Starred>(node).value);
    case K::List:
        return each_of(as<List>(node).elements, visit);
    case K::Tuple:
        return each_of(as<Tuple>(node).elements, visit);
    case K::Slice:
        one(as<Slice>(node).lower);
        one(as<Slice>(node).upper);
        return one(as<Slice>(node).step);
    case K::Name:
    case K::Constant:
    case K::Lambda:
    case K::ListComp:
    case K::SetComp:
    case K::DictComp:
    case K::GeneratorExp:
        return;
    }
}

} // namespace limbeck::python::ast
