#include "python/ast_dump_state.hpp"
#include "python/literal_repr.hpp"

namespace limbeck::python {

namespace {

constexpr std::string_view binary_operators[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                                 "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                                 "BitXor", "BitAnd", "FloorDiv"};
constexpr std::string_view unary_operators[] = {"Invert", "Not", "UAdd", "USub"};
constexpr std::string_view compare_operators[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                                  "GtE", "Is",    "IsNot", "In",  "NotIn"};

} // namespace

void Dumper::comprehension(std::string_view name, const ast::Expression* element,
                           const ast::Sequence<ast::Comprehension*>& generators) {
    open(name);
    child("elt", element);
    list("generators", generators);
}

void Dumper::constant(const ast::Constant& node) {
    open("Constant");
    field("value");
    out_ += literal_repr(node, unicode_);
    if (node.u_prefix) text("kind", "u");
}

void Dumper::joined(const ast::JoinedStr& node) {
    open("JoinedStr");
    auto outer = fixed_where_;
    if (old_ && !fixed_where_) fixed_where_ = node.where;
    list("values", node.values);
    fixed_where_ = outer;
}

// The old form places what stands before a field of the spec at the whole string, as the field itself, and
// the rest at the piece.
void Dumper::format_spec(const ast::JoinedStr& node, const ast::Span& piece) {
    auto whole = fixed_where_;
    field("format_spec");
    open("JoinedStr");
    field("values");
    open_list();
    for (const ast::Expression* value : node.values) {
        separate();
        bool last_text = value == node.values.back() && value->kind == ast::ExpressionKind::Constant;
        fixed_where_ = last_text ? piece : whole;
        expression(*value);
    }
    close_list();
    fixed_where_ = piece;
    close_at(node.where);
    fixed_where_ = whole;
}

void Dumper::formatted_value(const ast::FormattedValue& node) {
    open("FormattedValue");
    auto outer = fixed_where_;
    bool move = old_ && options_.attributes;
    fixed_where_.reset();
    const auto* tuple = ast::get_if<ast::Tuple>(node.value);
    if (tuple && move) {
        ast::Tuple moved = *tuple;
        moved.where = tuple_in_field(*tuple, node.where);
        child("value", &moved);
    } else {
        child("value", node.value);
    }
    number("conversion", node.conversion);
    fixed_where_ = outer;
    const auto* spec = ast::get_if<ast::JoinedStr>(node.format_spec);
    if (spec && move) {
        format_spec(*spec, piece_around(node.where));
    } else {
        child("format_spec", node.format_spec);
    }
}

void Dumper::expression(const ast::Expression& node) {
    using K = ast::ExpressionKind;
    switch (node.kind) {
    case K::BoolOp: {
        const auto& op = ast::as<ast::BoolOp>(node);
        open("BoolOp");
        symbol("op", op.op == ast::BoolOperator::And ? "And" : "Or");
        list("values", op.values);
        break;
    }
    case K::NamedExpr:
        open("NamedExpr");
        child("target", ast::as<ast::NamedExpr>(node).target);
        child("value", ast::as<ast::NamedExpr>(node).value);
        break;
    case K::BinOp: {
        const auto& op = ast::as<ast::BinOp>(node);
        open("BinOp");
        child("left", op.left);
        symbol("op", binary_operators[static_cast<int>(op.op)]);
        child("right", op.right);
        break;
    }
    case K::UnaryOp: {
        const auto& op = ast::as<ast::UnaryOp>(node);
        open("UnaryOp");
        symbol("op", unary_operators[static_cast<int>(op.op)]);
        child("operand", op.operand);
        break;
    }
    case K::Lambda:
        open("Lambda");
        parameters(*ast::as<ast::Lambda>(node).parameters);
        child("body", ast::as<ast::Lambda>(node).body);
        break;
    case K::IfExp: {
        const auto& choice = ast::as<ast::IfExp>(node);
        open("IfExp");
        child("test", choice.test);
        child("body", choice.body);
        child("orelse", choice.otherwise);
        break;
    }
    case K::Dict:
        open("Dict");
        list("keys", ast::as<ast::Dict>(node).keys);
        list("values", ast::as<ast::Dict>(node).values);
        break;
    case K::Set:
        open("Set");
        list("elts", ast::as<ast::Set>(node).elements);
        break;
    case K::ListComp: {
        const auto& comp = ast::as<ast::ListComp>(node);
        comprehension("ListComp", comp.element, comp.generators);
        break;
    }
    case K::SetComp: {
        const auto& comp = ast::as<ast::SetComp>(node);
        comprehension("SetComp", comp.element, comp.generators);
        break;
    }
    case K::GeneratorExp: {
        const auto& comp = ast::as<ast::GeneratorExp>(node);
        comprehension("GeneratorExp", comp.element, comp.generators);
        break;
    }
    case K::DictComp: {
        const auto& comp = ast::as<ast::DictComp>(node);
        open("DictComp");
        child("key", comp.key);
        child("value", comp.value);
        list("generators", comp.generators);
        break;
    }
    case K::Await:
        open("Await");
        child("value", ast::as<ast::Await>(node).value);
        break;
    case K::Yield:
        open("Yield");
        child("value", ast::as<ast::Yield>(node).value);
        break;
    case K::YieldFrom:
        open("YieldFrom");
        child("value", ast::as<ast::YieldFrom>(node).value);
        break;
    case K::Compare: {
        const auto& compare = ast::as<ast::Compare>(node);
        open("Compare");
        child("left", compare.left);
        field("ops");
        open_list();
        for (ast::CompareOperator op : compare.operators) {
            separate();
            out_ += compare_operators[static_cast<int>(op)];
            out_ += "()";
        }
        close_list();
        list("comparators", compare.comparators);
        break;
    }
    case K::Call: {
        const auto& call = ast::as<ast::Call>(node);
        open("Call");
        child("func", call.function);
        list("args", call.arguments);
        list("keywords", call.keywords);
        break;
    }
    case K::FormattedValue:
        formatted_value(ast::as<ast::FormattedValue>(node));
        break;
    case K::Interpolation: {
        const auto& field_of = ast::as<ast::Interpolation>(node);
        open("Interpolation");
        child("value", field_of.value);
        text("str", field_of.text);
        number("conversion", field_of.conversion);
        child("format_spec", field_of.format_spec);
        break;
    }
    case K::JoinedStr:
        joined(ast::as<ast::JoinedStr>(node));
        break;
    case K::TemplateStr:
        open("TemplateStr");
        list("values", ast::as<ast::TemplateStr>(node).values);
        break;
    case K::Constant:
        constant(ast::as<ast::Constant>(node));
        break;
    case K::Attribute: {
        const auto& attribute = ast::as<ast::Attribute>(node);
        open("Attribute");
        child("value", attribute.value);
        identifier("attr", attribute.name);
        context(attribute.context);
        break;
    }
    case K::Subscript: {
        const auto& subscript = ast::as<ast::Subscript>(node);
        open("Subscript");
        child("value", subscript.value);
        child("slice", subscript.index);
        context(subscript.context);
        break;
    }
    case K::Starred:
        open("Starred");
        child("value", ast::as<ast::Starred>(node).value);
        context(ast::as<ast::Starred>(node).context);
        break;
    case K::Name:
        open("Name");
        identifier("id", ast::as<ast::Name>(node).id);
        context(ast::as<ast::Name>(node).context);
        break;
    case K::List:
        open("List");
        list("elts", ast::as<ast::List>(node).elements);
        context(ast::as<ast::List>(node).context);
        break;
    case K::Tuple:
        open("Tuple");
        list("elts", ast::as<ast::Tuple>(node).elements);
        context(ast::as<ast::Tuple>(node).context);
        break;
    case K::Slice: {
        const auto& slice = ast::as<ast::Slice>(node);
        open("Slice");
        child("lower", slice.lower);
        child("upper", slice.upper);
        child("step", slice.step);
        break;
    }
    }
    close_at(node.where);
}

} // namespace limbeck::python
