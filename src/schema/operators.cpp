#include "schema/operators.hpp"

namespace limbeck::schema {

namespace {

constexpr int largest = 100;

} // namespace

int precedence(Operator op) {
    switch (op) {
    case Operator::none:
        return largest;
    case Operator::any:
    case Operator::all:
    case Operator::from_:
    case Operator::getitem:
    case Operator::json_getitem:
    case Operator::json_path_getitem:
        return 15;
    case Operator::bitwise_not:
    case Operator::mul:
    case Operator::truediv:
    case Operator::floordiv:
    case Operator::mod:
    case Operator::neg:
        return 8;
    case Operator::add:
    case Operator::sub:
    case Operator::bitwise_and:
    case Operator::bitwise_or:
    case Operator::bitwise_xor:
    case Operator::bitwise_lshift:
    case Operator::bitwise_rshift:
        return 7;
    case Operator::filter:
        return 6;
    case Operator::collate:
        return 4;
    case Operator::and_:
    case Operator::asc:
    case Operator::desc:
        return 3;
    case Operator::or_:
        return 2;
    case Operator::exists:
        return 0;
    case Operator::as_:
    case Operator::comma:
        return -1;
    case Operator::asbool:
        return -10;
    // Operators without a precedence of their own bind weakest.
    case Operator::contains:
    case Operator::not_contains:
    case Operator::startswith:
    case Operator::not_startswith:
    case Operator::endswith:
    case Operator::not_endswith:
    case Operator::icontains:
    case Operator::not_icontains:
    case Operator::istartswith:
    case Operator::not_istartswith:
    case Operator::iendswith:
    case Operator::not_iendswith:
    case Operator::nulls_first:
    case Operator::nulls_last:
        return -100;
    case Operator::custom:
        return 0;
    default:
        return 5;
    }
}

std::string_view text(Operator op) {
    switch (op) {
    case Operator::and_:
        return " AND ";
    case Operator::or_:
        return " OR ";
    case Operator::comma:
        return ", ";
    case Operator::as_:
        return " AS ";
    case Operator::from_:
        return " FROM ";
    case Operator::add:
        return " + ";
    case Operator::sub:
        return " - ";
    case Operator::mul:
        return " * ";
    case Operator::mod:
        return " % ";
    case Operator::neg:
        return "-";
    case Operator::concat:
        return " || ";
    case Operator::bitwise_and:
        return " & ";
    case Operator::bitwise_or:
        return " | ";
    case Operator::bitwise_xor:
        return " ^ ";
    case Operator::bitwise_not:
        return "~";
    case Operator::bitwise_lshift:
        return " << ";
    case Operator::bitwise_rshift:
        return " >> ";
    case Operator::eq:
        return " = ";
    case Operator::ne:
        return " != ";
    case Operator::lt:
        return " < ";
    case Operator::le:
        return " <= ";
    case Operator::gt:
        return " > ";
    case Operator::ge:
        return " >= ";
    case Operator::is_:
        return " IS ";
    case Operator::is_not:
        return " IS NOT ";
    case Operator::is_distinct_from:
        return " IS DISTINCT FROM ";
    case Operator::is_not_distinct_from:
        return " IS NOT DISTINCT FROM ";
    case Operator::in_:
        return " IN ";
    case Operator::not_in:
        return " NOT IN ";
    case Operator::match:
        return " MATCH ";
    case Operator::not_match:
        return " NOT MATCH ";
    case Operator::collate:
        return " COLLATE ";
    case Operator::inv:
        return "NOT ";
    case Operator::exists:
        return "EXISTS ";
    case Operator::distinct:
        return "DISTINCT ";
    case Operator::any:
        return "ANY ";
    case Operator::all:
        return "ALL ";
    case Operator::desc:
        return " DESC";
    case Operator::asc:
        return " ASC";
    case Operator::nulls_first:
        return " NULLS FIRST";
    case Operator::nulls_last:
        return " NULLS LAST";
    default:
        return "";
    }
}

bool is_natural_self_precedent(Operator op) {
    switch (op) {
    case Operator::getitem:
    case Operator::json_getitem:
    case Operator::json_path_getitem:
        return true;
    default:
        return is_associative(op);
    }
}

bool is_associative(Operator op) {
    switch (op) {
    case Operator::and_:
    case Operator::or_:
    case Operator::concat:
    case Operator::add:
    case Operator::mul:
        return true;
    default:
        return false;
    }
}

bool is_commutative(Operator op) {
    return op == Operator::eq || op == Operator::ne || op == Operator::add || op == Operator::mul;
}

bool is_comparison(Operator op) {
    return (op >= Operator::eq && op <= Operator::not_regexp_match) ||
           (op >= Operator::contains && op <= Operator::not_iendswith);
}

bool is_boolean(Operator op) {
    return is_comparison(op) || op == Operator::and_ || op == Operator::or_ || op == Operator::inv ||
           op == Operator::is_true || op == Operator::is_false;
}

Operator mirrored(Operator op) {
    switch (op) {
    case Operator::lt:
        return Operator::gt;
    case Operator::le:
        return Operator::ge;
    case Operator::gt:
        return Operator::lt;
    case Operator::ge:
        return Operator::le;
    default:
        return op;
    }
}

Operator negation(Operator op) {
    switch (op) {
    case Operator::eq:
        return Operator::ne;
    case Operator::ne:
        return Operator::eq;
    case Operator::lt:
        return Operator::ge;
    case Operator::le:
        return Operator::gt;
    case Operator::gt:
        return Operator::le;
    case Operator::ge:
        return Operator::lt;
    case Operator::is_:
        return Operator::is_not;
    case Operator::is_not:
        return Operator::is_;
    case Operator::is_distinct_from:
        return Operator::is_not_distinct_from;
    case Operator::is_not_distinct_from:
        return Operator::is_distinct_from;
    case Operator::in_:
        return Operator::not_in;
    case Operator::not_in:
        return Operator::in_;
    case Operator::like:
        return Operator::not_like;
    case Operator::not_like:
        return Operator::like;
    case Operator::ilike:
        return Operator::not_ilike;
    case Operator::not_ilike:
        return Operator::ilike;
    case Operator::between:
        return Operator::not_between;
    case Operator::not_between:
        return Operator::between;
    case Operator::match:
        return Operator::not_match;
    case Operator::not_match:
        return Operator::match;
    case Operator::regexp_match:
        return Operator::not_regexp_match;
    case Operator::not_regexp_match:
        return Operator::regexp_match;
    case Operator::contains:
        return Operator::not_contains;
    case Operator::not_contains:
        return Operator::contains;
    case Operator::startswith:
        return Operator::not_startswith;
    case Operator::not_startswith:
        return Operator::startswith;
    case Operator::endswith:
        return Operator::not_endswith;
    case Operator::not_endswith:
        return Operator::endswith;
    case Operator::icontains:
        return Operator::not_icontains;
    case Operator::not_icontains:
        return Operator::icontains;
    case Operator::istartswith:
        return Operator::not_istartswith;
    case Operator::not_istartswith:
        return Operator::istartswith;
    case Operator::iendswith:
        return Operator::not_iendswith;
    case Operator::not_iendswith:
        return Operator::iendswith;
    default:
        return Operator::none;
    }
}

bool needs_parentheses(Operator inner, int inner_precedence, Operator outer, int outer_precedence) {
    if (inner == outer && inner != Operator::custom && is_natural_self_precedent(inner)) return false;
    return inner_precedence <= outer_precedence;
}

} // namespace limbeck::schema
