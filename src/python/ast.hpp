// The syntax tree of Python 3.14, node for node as the language reference's abstract grammar (the `ast`
// module) names them.
//
// Nodes are plain structs in an Arena; a base (Expression, Statement, Pattern, TypeParameter) carries a
// `kind` to switch on and a `where`. Walk with `switch (node.kind)` and `as<ast::Call>(node)`, which is a
// checked cast, or test with `if (auto* call = ast::get_if<ast::Call>(node))`. A field that the grammar marks
// optional is a null pointer, a null Identifier or an empty optional where it is missing; a Sequence may be
// empty but never null.
//
// The structs carry what the parser knows and nothing else, except the fields marked "for the evaluator":
// room that the parser leaves zeroed.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "python/identifier.hpp"
#include "python/lazy_lines.hpp"

namespace limbeck::python::ast {

// A run of nodes or names in the arena.
template <class T> struct Sequence {
    T* items = nullptr;
    std::uint32_t count = 0;

    T* begin() const { return items; }
    T* end() const { return items + count; }
    std::size_t size() const { return count; }
    bool empty() const { return count == 0; }
    T& operator[](std::size_t index) const {
        assert(index < count);
        return items[index];
    }
    T& front() const { return (*this)[0]; }
    T& back() const { return (*this)[count - 1]; }
};

// From the first character to the one after the last. Lines count from 1; columns count bytes of the line's
// UTF-8 text from 0, as CPython's `lineno`, `col_offset`, `end_lineno` and `end_col_offset` do.
struct Span {
    std::int32_t line = 0;
    std::int32_t column = 0;
    std::int32_t end_line = 0;
    std::int32_t end_column = 0;
};

enum class ExpressionKind : std::uint8_t {
    BoolOp,
    NamedExpr,
    BinOp,
    UnaryOp,
    Lambda,
    IfExp,
    Dict,
    Set,
    ListComp,
    SetComp,
    DictComp,
    GeneratorExp,
    Await,
    Yield,
    YieldFrom,
    Compare,
    Call,
    FormattedValue,
    Interpolation,
    JoinedStr,
    TemplateStr,
    Constant,
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Slice,
};

enum class StatementKind : std::uint8_t {
    FunctionDef,
    AsyncFunctionDef,
    ClassDef,
    Return,
    Delete,
    Assign,
    TypeAlias,
    AugAssign,
    AnnAssign,
    For,
    AsyncFor,
    While,
    If,
    With,
    AsyncWith,
    Match,
    Raise,
    Try,
    TryStar,
    Assert,
    Import,
    ImportFrom,
    Global,
    Nonlocal,
    Expr,
    Pass,
    Break,
    Continue,
};

enum class PatternKind : std::uint8_t {
    MatchValue,
    MatchSingleton,
    MatchSequence,
    MatchMapping,
    MatchClass,
    MatchStar,
    MatchAs,
    MatchOr,
};

enum class TypeParameterKind : std::uint8_t { TypeVar, ParamSpec, TypeVarTuple };

enum class Context : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class BinaryOperator : std::uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Expression {
    ExpressionKind kind;
    Span where;
};

struct Statement {
    StatementKind kind;
    Span where;
};

struct Pattern {
    PatternKind kind;
    Span where;
};

struct TypeParameter {
    TypeParameterKind kind;
    Span where;
};

// What a concrete node derives from: its base with the kind filled in and known to `as` and `get_if`.
template <class Base, auto Kind> struct NodeOf : Base {
    using Family = Base;
    static constexpr auto tag = Kind;
    NodeOf() : Base{Kind, {}} {}
};
template <ExpressionKind Kind> using ExpressionOf = NodeOf<Expression, Kind>;
template <StatementKind Kind> using StatementOf = NodeOf<Statement, Kind>;
template <PatternKind Kind> using PatternOf = NodeOf<Pattern, Kind>;
template <TypeParameterKind Kind> using TypeParameterOf = NodeOf<TypeParameter, Kind>;

// The node as what its kind says it is.
template <class T> T& as(typename T::Family& node) {
    assert(node.kind == T::tag);
    return static_cast<T&>(node);
}
template <class T> const T& as(const typename T::Family& node) {
    assert(node.kind == T::tag);
    return static_cast<const T&>(node);
}
// Null where the node is null or of another kind.
template <class T> T* get_if(typename T::Family* node) {
    return node && node->kind == T::tag ? static_cast<T*>(node) : nullptr;
}
template <class T> const T* get_if(const typename T::Family* node) {
    return node && node->kind == T::tag ? static_cast<const T*>(node) : nullptr;
}

// ---- parts that are neither expressions nor statements
// ------------------------------------------------------------

struct Parameter { // `arg`
    Identifier name;
    Expression* annotation = nullptr;
    Span where;
};

struct Parameters { // `arguments`
    Sequence<Parameter*> positional_only;
    Sequence<Parameter*> positional; // `args`: may be given by position or by name
    Parameter* star = nullptr;       // `vararg`
    Sequence<Parameter*> keyword_only;
    // One for each keyword-only parameter; null where it has no default.
    Sequence<Expression*> keyword_defaults;
    Parameter* double_star = nullptr; // `kwarg`
    // Those of the last positional parameters (positional-only ones included).
    Sequence<Expression*> defaults;
};

struct Keyword {
    Identifier name; // none for `**mapping`
    Expression* value = nullptr;
    Span where;
};

struct Alias {
    Identifier name;    // dotted as written: `a.b.c`; `*` for a star import
    Identifier as_name; // none where there is no `as`
    Span where;
};

struct WithItem {
    Expression* context = nullptr;
    Expression* target = nullptr; // may be null
};

struct Comprehension { // one `for target in iterable if condition ...`
    Expression* target = nullptr;
    Expression* iterable = nullptr;
    Sequence<Expression*> conditions;
    bool is_async = false;
};

struct ExceptHandler {
    Expression* type = nullptr; // null for a bare `except:`
    Identifier name;
    Sequence<Statement*> body;
    Span where;
};

struct MatchCase {
    Pattern* pattern = nullptr;
    Expression* guard = nullptr;
    Sequence<Statement*> body;
};

// ---- expressions
// --------------------------------------------------------------------------------------------------

struct BoolOp : ExpressionOf<ExpressionKind::BoolOp> {
    BoolOperator op{};
    Sequence<Expression*> values;
};

struct NamedExpr : ExpressionOf<ExpressionKind::NamedExpr> {
    Expression* target = nullptr; // a Name
    Expression* value = nullptr;
};

struct BinOp : ExpressionOf<ExpressionKind::BinOp> {
    BinaryOperator op{};
    Expression* left = nullptr;
    Expression* right = nullptr;
};

struct UnaryOp : ExpressionOf<ExpressionKind::UnaryOp> {
    UnaryOperator op{};
    Expression* operand = nullptr;
};

struct Lambda : ExpressionOf<ExpressionKind::Lambda> {
    Parameters* parameters = nullptr;
    Expression* body = nullptr;
    void* scope = nullptr; // for the evaluator
};

struct IfExp : ExpressionOf<ExpressionKind::IfExp> {
    Expression* test = nullptr;
    Expression* body = nullptr;
    Expression* otherwise = nullptr; // `orelse`
};

struct Dict : ExpressionOf<ExpressionKind::Dict> {
    // A null key stands for `**value`.
    Sequence<Expression*> keys;
    Sequence<Expression*> values;
};

struct Set : ExpressionOf<ExpressionKind::Set> {
    Sequence<Expression*> elements;
};

struct ListComp : ExpressionOf<ExpressionKind::ListComp> {
    Expression* element = nullptr;
    Sequence<Comprehension*> generators;
    void* scope = nullptr; // for the evaluator
};

struct SetComp : ExpressionOf<ExpressionKind::SetComp> {
    Expression* element = nullptr;
    Sequence<Comprehension*> generators;
    void* scope = nullptr; // for the evaluator
};

struct DictComp : ExpressionOf<ExpressionKind::DictComp> {
    Expression* key = nullptr;
    Expression* value = nullptr;
    Sequence<Comprehension*> generators;
    void* scope = nullptr; // for the evaluator
};

struct GeneratorExp : ExpressionOf<ExpressionKind::GeneratorExp> {
    Expression* element = nullptr;
    Sequence<Comprehension*> generators;
    void* scope = nullptr; // for the evaluator
};

struct Await : ExpressionOf<ExpressionKind::Await> {
    Expression* value = nullptr;
};

struct Yield : ExpressionOf<ExpressionKind::Yield> {
    Expression* value = nullptr; // may be null
};

struct YieldFrom : ExpressionOf<ExpressionKind::YieldFrom> {
    Expression* value = nullptr;
};

struct Compare : ExpressionOf<ExpressionKind::Compare> {
    Expression* left = nullptr;
    Sequence<CompareOperator> operators;
    Sequence<Expression*> comparators; // as many as operators
};

struct Call : ExpressionOf<ExpressionKind::Call> {
    Expression* function = nullptr;
    Sequence<Expression*> arguments; // with Starred for `*iterable`
    Sequence<Keyword*> keywords;
};

// `{value!conversion:format_spec}` in an f-string.
struct FormattedValue : ExpressionOf<ExpressionKind::FormattedValue> {
    Expression* value = nullptr;
    int conversion = -1;               // 's', 'r', 'a' or -1
    Expression* format_spec = nullptr; // a JoinedStr, or null
};

// The same in a t-string, which also keeps the source text of the expression.
struct Interpolation : ExpressionOf<ExpressionKind::Interpolation> {
    Expression* value = nullptr;
    std::string_view text;
    int conversion = -1;
    Expression* format_spec = nullptr;
};

struct JoinedStr : ExpressionOf<ExpressionKind::JoinedStr> {
    Sequence<Expression*> values; // FormattedValue and Constant
};

struct TemplateStr : ExpressionOf<ExpressionKind::TemplateStr> {
    Sequence<Expression*> values; // Interpolation and Constant
};

enum class ConstantType : std::uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Integer,    // fits `integer`
    BigInteger, // does not: `text` has its digits, `radix` their base
    Float,
    Imaginary, // `real` times 1j
    String,    // `text`: UTF-8, in which escapes may have left lone surrogates (as three bytes each)
    Bytes,     // `text`: any bytes
};

struct Constant : ExpressionOf<ExpressionKind::Constant> {
    ConstantType type{};
    bool u_prefix = false;  // the literal was written u"..."
    std::uint8_t radix = 0; // of a BigInteger: 2, 8, 10 or 16
    union {
        std::int64_t integer = 0;
        double real;
    };
    std::string_view text;
    void* value = nullptr; // for the evaluator
};

struct Attribute : ExpressionOf<ExpressionKind::Attribute> {
    Context context{};
    Expression* value = nullptr;
    Identifier name;
};

struct Subscript : ExpressionOf<ExpressionKind::Subscript> {
    Context context{};
    Expression* value = nullptr;
    Expression* index = nullptr; // `slice`
};

struct Starred : ExpressionOf<ExpressionKind::Starred> {
    Context context{};
    Expression* value = nullptr;
};

struct Name : ExpressionOf<ExpressionKind::Name> {
    Context context{};
    // For the evaluator: how and where the name is found once scopes are known.
    std::uint8_t access = 0;
    std::uint32_t slot = 0;
    Identifier id;
};

struct List : ExpressionOf<ExpressionKind::List> {
    Context context{};
    Sequence<Expression*> elements;
};

struct Tuple : ExpressionOf<ExpressionKind::Tuple> {
    Context context{};
    Sequence<Expression*> elements;
};

// Only as the index of a Subscript, or in a Tuple there.
struct Slice : ExpressionOf<ExpressionKind::Slice> {
    Expression* lower = nullptr;
    Expression* upper = nullptr;
    Expression* step = nullptr;
};

// ---- statements
// ---------------------------------------------------------------------------------------------------

struct Function { // what `def` and `async def` have in common
    Identifier name;
    Parameters* parameters = nullptr;
    Sequence<Statement*> body;
    const LazyLines* lazy = nullptr; // the body's place, where it was not parsed
    Sequence<Expression*> decorators;
    Expression* returns = nullptr;
    Sequence<TypeParameter*> type_parameters;
    void* scope = nullptr; // for the evaluator
};

struct FunctionDef : StatementOf<StatementKind::FunctionDef>, Function {};
struct AsyncFunctionDef : StatementOf<StatementKind::AsyncFunctionDef>, Function {};

struct ClassDef : StatementOf<StatementKind::ClassDef> {
    Identifier name;
    Sequence<Expression*> bases;
    Sequence<Keyword*> keywords;
    Sequence<Statement*> body;
    Sequence<Expression*> decorators;
    Sequence<TypeParameter*> type_parameters;
    void* scope = nullptr; // for the evaluator
};

struct Return : StatementOf<StatementKind::Return> {
    Expression* value = nullptr; // may be null
};

struct Delete : StatementOf<StatementKind::Delete> {
    Sequence<Expression*> targets;
};

struct Assign : StatementOf<StatementKind::Assign> {
    Sequence<Expression*> targets; // several in `a = b = value`
    Expression* value = nullptr;
};

struct TypeAlias : StatementOf<StatementKind::TypeAlias> {
    Expression* name = nullptr; // a Name
    Sequence<TypeParameter*> type_parameters;
    Expression* value = nullptr;
};

struct AugAssign : StatementOf<StatementKind::AugAssign> {
    BinaryOperator op{};
    Expression* target = nullptr;
    Expression* value = nullptr;
};

struct AnnAssign : StatementOf<StatementKind::AnnAssign> {
    Expression* target = nullptr;
    Expression* annotation = nullptr;
    Expression* value = nullptr; // may be null
    bool simple = false;         // the target is a name without parentheses
};

struct ForLoop { // what `for` and `async for` have in common
    Expression* target = nullptr;
    Expression* iterable = nullptr;
    Sequence<Statement*> body;
    Sequence<Statement*> otherwise;
};

struct For : StatementOf<StatementKind::For>, ForLoop {};
struct AsyncFor : StatementOf<StatementKind::AsyncFor>, ForLoop {};

struct While : StatementOf<StatementKind::While> {
    Expression* test = nullptr;
    Sequence<Statement*> body;
    Sequence<Statement*> otherwise;
};

struct If : StatementOf<StatementKind::If> {
    Expression* test = nullptr;
    Sequence<Statement*> body;
    Sequence<Statement*> otherwise; // one If for `elif`
};

struct WithBlock { // what `with` and `async with` have in common
    Sequence<WithItem*> items;
    Sequence<Statement*> body;
};

struct With : StatementOf<StatementKind::With>, WithBlock {};
struct AsyncWith : StatementOf<StatementKind::AsyncWith>, WithBlock {};

struct Match : StatementOf<StatementKind::Match> {
    Expression* subject = nullptr;
    Sequence<MatchCase*> cases;
};

struct Raise : StatementOf<StatementKind::Raise> {
    Expression* exception = nullptr; // may be null
    Expression* cause = nullptr;     // may be null
};

struct TryBlock { // what `try ... except` and `try ... except*` have in common
    Sequence<Statement*> body;
    Sequence<ExceptHandler*> handlers;
    Sequence<Statement*> otherwise;
    Sequence<Statement*> final_body;
};

struct Try : StatementOf<StatementKind::Try>, TryBlock {};
struct TryStar : StatementOf<StatementKind::TryStar>, TryBlock {};

struct Assert : StatementOf<StatementKind::Assert> {
    Expression* test = nullptr;
    Expression* message = nullptr; // may be null
};

struct Import : StatementOf<StatementKind::Import> {
    Sequence<Alias*> names;
};

struct ImportFrom : StatementOf<StatementKind::ImportFrom> {
    Identifier module; // none for `from . import x`
    Sequence<Alias*> names;
    int level = 0; // leading dots
};

struct Global : StatementOf<StatementKind::Global> {
    Sequence<Identifier> names;
};

struct Nonlocal : StatementOf<StatementKind::Nonlocal> {
    Sequence<Identifier> names;
};

struct Expr : StatementOf<StatementKind::Expr> { // an expression as a statement
    Expression* value = nullptr;
};

struct Pass : StatementOf<StatementKind::Pass> {};
struct Break : StatementOf<StatementKind::Break> {};
struct Continue : StatementOf<StatementKind::Continue> {};

// ---- patterns
// -----------------------------------------------------------------------------------------------------

struct MatchValue : PatternOf<PatternKind::MatchValue> {
    Expression* value = nullptr;
};

struct MatchSingleton : PatternOf<PatternKind::MatchSingleton> {
    ConstantType value{}; // None, True or False
};

struct MatchSequence : PatternOf<PatternKind::MatchSequence> {
    Sequence<Pattern*> patterns;
};

struct MatchMapping : PatternOf<PatternKind::MatchMapping> {
    Sequence<Expression*> keys;
    Sequence<Pattern*> patterns;
    Identifier rest; // of `**rest`
};

struct MatchClass : PatternOf<PatternKind::MatchClass> {
    Expression* type = nullptr; // `cls`
    Sequence<Pattern*> patterns;
    Sequence<Identifier> keyword_names;
    Sequence<Pattern*> keyword_patterns;
};

struct MatchStar : PatternOf<PatternKind::MatchStar> {
    Identifier name; // none for `*_`
    // For the evaluator, as in Name.
    std::uint8_t access = 0;
    std::uint32_t slot = 0;
};

struct MatchAs : PatternOf<PatternKind::MatchAs> {
    Pattern* pattern = nullptr; // null for a plain capture
    Identifier name;            // none for `_`
    // For the evaluator, as in Name.
    std::uint8_t access = 0;
    std::uint32_t slot = 0;
};

struct MatchOr : PatternOf<PatternKind::MatchOr> {
    Sequence<Pattern*> patterns;
};

// ---- type parameters
// ----------------------------------------------------------------------------------------------

struct TypeVar : TypeParameterOf<TypeParameterKind::TypeVar> {
    Identifier name;
    Expression* bound = nullptr;
    Expression* default_value = nullptr;
};

struct ParamSpec : TypeParameterOf<TypeParameterKind::ParamSpec> {
    Identifier name;
    Expression* default_value = nullptr;
};

struct TypeVarTuple : TypeParameterOf<TypeParameterKind::TypeVarTuple> {
    Identifier name;
    Expression* default_value = nullptr;
};

// ---- whole texts
// --------------------------------------------------------------------------------------------------

struct Module {
    Sequence<Statement*> body;
    void* scope = nullptr; // for the evaluator
};

} // namespace limbeck::python::ast
