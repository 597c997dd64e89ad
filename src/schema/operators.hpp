// The operators of the expression language: their precedence decides where parentheses stand.
#pragma once

#include <cstdint>
#include <string_view>

namespace limbeck::schema {

enum class Operator : std::uint8_t {
    none,
    // Conjunctions and lists.
    and_,
    or_,
    comma,
    as_,
    from_,
    // Arithmetic.
    add,
    sub,
    mul,
    truediv,
    floordiv,
    mod,
    neg,
    concat,
    bitwise_and,
    bitwise_or,
    bitwise_xor,
    bitwise_not,
    bitwise_lshift,
    bitwise_rshift,
    // Comparison.
    eq,
    ne,
    lt,
    le,
    gt,
    ge,
    is_,
    is_not,
    is_distinct_from,
    is_not_distinct_from,
    in_,
    not_in,
    like,
    not_like,
    ilike,
    not_ilike,
    between,
    not_between,
    match,
    not_match,
    regexp_match,
    not_regexp_match,
    regexp_replace,
    contains,
    not_contains,
    startswith,
    not_startswith,
    endswith,
    not_endswith,
    icontains,
    not_icontains,
    istartswith,
    not_istartswith,
    iendswith,
    not_iendswith,
    is_true,
    is_false,
    inv,
    // Modifiers and the like.
    exists,
    distinct,
    any,
    all,
    collate,
    asc,
    desc,
    nulls_first,
    nulls_last,
    getitem,
    json_getitem,
    json_path_getitem,
    filter,
    asbool,
    // `op("->>")`, and the operators that PostgreSQL's types have methods for: the text is with the
    // expression.
    custom,
};

// Higher binds tighter; custom operators bring their own.
int precedence(Operator op);
// What stands between the operands, its spaces included (" AND "), or behind or before the one operand. Empty
// for operators that are written in a way of their own.
std::string_view text(Operator op);
// An operand with this operator inside the same operator needs no parentheses: a AND (b AND c).
bool is_natural_self_precedent(Operator op);
bool is_associative(Operator op);
bool is_commutative(Operator op);
bool is_comparison(Operator op);
bool is_boolean(Operator op);
// The operator that NOT turns this one into; none where NOT is written.
Operator negation(Operator op);
// The operator that says the same with its sides exchanged: > for <; others are their own.
Operator mirrored(Operator op);
// Whether an operand made with `inner` stands in parentheses inside `outer`.
bool needs_parentheses(Operator inner, int inner_precedence, Operator outer, int outer_precedence);

} // namespace limbeck::schema
