#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

using schema::Affinity;
using schema::CompileError;
using schema::ExpressionKind;
using schema::Operator;

void ExpressionCompiler::write_operand(const Expression& e, Context c) {
    c.in_operator = true;
    write(e, c);
}

void ExpressionCompiler::write_generic(const schema::Binary& e, std::string_view op, const Context& c,
                                       bool eager) {
    bool parenthesised = c.in_operator && eager;
    if (parenthesised) out_ += '(';
    Context inner = c;
    inner.cast_applied = false;
    write_operand(*e.left, inner);
    out_ += op;
    write_operand(*e.right, inner);
    if (parenthesised) out_ += ')';
}

void ExpressionCompiler::write_escape(const schema::Binary& e) {
    if (!e.escape) return;
    out_ += " ESCAPE ";
    append_text_literal(out_, *e.escape, dialect_);
}

void ExpressionCompiler::write_lowered(const Expression& e, const Context& c) {
    out_ += "lower(";
    Context inner = c;
    inner.in_operator = false;
    write(e, inner);
    out_ += ')';
}

void ExpressionCompiler::write_like(const schema::Binary& e, const Context& c) {
    bool negated = e.op == Operator::not_like || e.op == Operator::not_ilike;
    bool insensitive = e.op == Operator::ilike || e.op == Operator::not_ilike;
    if (insensitive && !dialect_.is_postgresql()) {
        write_lowered(*e.left, c);
        out_ += negated ? " NOT LIKE " : " LIKE ";
        write_lowered(*e.right, c);
    } else {
        write(*e.left, c);
        out_ += negated ? " NOT " : " ";
        out_ += insensitive ? "ILIKE " : "LIKE ";
        write(*e.right, c);
    }
    write_escape(e);
}

// contains(), startswith(), endswith(): LIKE with percent signs around, before or behind the value.
void ExpressionCompiler::write_contains(const schema::Binary& e, const Context& c) {
    bool negated = false, insensitive = false, before = false, behind = false;
    switch (e.op) {
    case Operator::not_contains:
        negated = true;
        [[fallthrough]];
    case Operator::contains:
        before = behind = true;
        break;
    case Operator::not_startswith:
        negated = true;
        [[fallthrough]];
    case Operator::startswith:
        behind = true;
        break;
    case Operator::not_endswith:
        negated = true;
        [[fallthrough]];
    case Operator::endswith:
        before = true;
        break;
    case Operator::not_icontains:
        negated = true;
        [[fallthrough]];
    case Operator::icontains:
        insensitive = before = behind = true;
        break;
    case Operator::not_istartswith:
        negated = true;
        [[fallthrough]];
    case Operator::istartswith:
        insensitive = behind = true;
        break;
    case Operator::not_iendswith:
        negated = true;
        [[fallthrough]];
    default:
        insensitive = before = true;
        break;
    }
    std::string percent = dialect_.double_percents() ? "'%%'" : "'%'";
    bool ilike = insensitive && dialect_.is_postgresql();
    if (insensitive && !ilike)
        write_lowered(*e.left, c);
    else
        write(*e.left, c);
    out_ += negated ? " NOT " : " ";
    out_ += ilike ? "ILIKE " : "LIKE ";
    Context inner = c;
    inner.in_operator = true;
    if (before) out_ += percent + " || ";
    ExpressionPtr right = keep(schema::self_group(e.right, Operator::concat));
    if (insensitive && !ilike)
        write_lowered(*right, inner);
    else
        write(*right, inner);
    if (behind) out_ += " || " + percent;
    write_escape(e);
}

void ExpressionCompiler::write_regexp(const schema::Binary& e, const Context& c) {
    if (e.op == Operator::regexp_replace) {
        if (dialect_.is_sqlite())
            throw CompileError("sqlite dialect does not support regular expression replacements");
        out_ += dialect_.is_generic() ? "<regexp replace>(" : "REGEXP_REPLACE(";
        write(*e.left, c);
        out_ += ", ";
        write(*e.right, c);
        if (e.flags && !dialect_.is_generic()) {
            out_ += ", ";
            append_text_literal(out_, *e.flags, dialect_);
        }
        out_ += ')';
        return;
    }
    bool negated = e.op == Operator::not_regexp_match;
    if (dialect_.is_sqlite()) return write_generic(e, negated ? " NOT REGEXP " : " REGEXP ", c);
    if (dialect_.is_generic()) return write_generic(e, negated ? " <not regexp> " : " <regexp> ", c);
    std::string op = negated ? " !~" : " ~";
    if (!e.flags) return write_generic(e, op + " ", c);
    if (*e.flags == "i") return write_generic(e, op + "* ", c);
    write(*e.left, c);
    out_ += op + " CONCAT('(?', ";
    append_text_literal(out_, *e.flags, dialect_);
    out_ += ", ')', ";
    write(*e.right, c);
    out_ += ')';
}

void ExpressionCompiler::write_json(const schema::Binary& e, const Context& c) {
    if (dialect_.is_generic()) {
        write(*e.left, c);
        out_ += '[';
        write(*e.right, c);
        out_ += ']';
        return;
    }
    bool path = e.op == Operator::json_path_getitem;
    bool is_json = affinity(*e.type) == Affinity::json;
    if (dialect_.is_sqlite()) {
        out_ += is_json ? "JSON_QUOTE(JSON_EXTRACT(" : "JSON_EXTRACT(";
        write(*e.left, c);
        out_ += ", ";
        write(*e.right, c);
        out_ += is_json ? "))" : ")";
        return;
    }
    if (!c.cast_applied && !is_json) {
        Context inner = c;
        inner.cast_applied = true;
        std::string name;
        append_type(name, e.type, dialect_);
        out_ += "CAST(";
        write_generic(e, path ? " #>> " : " ->> ", inner, true);
        out_ += " AS " + name + ")";
        return;
    }
    if (!path && !c.cast_applied && dialect_.jsonb_subscripting &&
        implementation(e.left->type, dialect_)->kind == schema::TypeKind::JSONB) {
        bool grouped = e.left->kind == ExpressionKind::function || e.left->kind == ExpressionKind::cast;
        Context inner = c;
        inner.eager_grouping = true;
        if (grouped) out_ += '(';
        write(*e.left, inner);
        if (grouped) out_ += ')';
        out_ += '[';
        write(*e.right, inner);
        out_ += ']';
        return;
    }
    write_generic(e, path ? " #> " : " -> ", c, true);
}

void ExpressionCompiler::write_binary(const schema::Binary& e, const Context& c) {
    switch (e.op) {
    case Operator::like:
    case Operator::not_like:
    case Operator::ilike:
    case Operator::not_ilike:
        return write_like(e, c);
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
        return write_contains(e, c);
    case Operator::regexp_match:
    case Operator::not_regexp_match:
    case Operator::regexp_replace:
        return write_regexp(e, c);
    case Operator::json_getitem:
    case Operator::json_path_getitem:
        return write_json(e, c);
    case Operator::between:
    case Operator::not_between:
        write(*e.left, c);
        out_ += e.op == Operator::between ? " BETWEEN " : " NOT BETWEEN ";
        if (e.symmetric) out_ += "SYMMETRIC ";
        return write(*e.right, c);
    case Operator::not_in:
        out_ += '(';
        write_generic(e, " NOT IN ", c);
        out_ += ')';
        return;
    case Operator::getitem:
        if (dialect_.is_sqlite())
            throw schema::UnsupportedCompilationError(
                "Compiler SQLiteCompiler can't render element of type <built-in function getitem>");
        write(*e.left, c);
        out_ += '[';
        write(*e.right, c);
        out_ += ']';
        return;
    case Operator::mod: {
        Context inner = c;
        write(*e.left, inner);
        out_ += dialect_.double_percents() ? " %% " : " % ";
        return write(*e.right, inner);
    }
    case Operator::truediv:
        write(*e.left, c);
        out_ += " / ";
        if (dialect_.is_sqlite()) {
            out_ += '(';
            write(*e.right, c);
            out_ += " + 0.0)";
        } else {
            // PostgreSQL's division of integers drops the rest; a numeric divisor keeps it.
            Affinity kind = affinity(*e.right->type);
            bool numeric = kind == Affinity::numeric || kind == Affinity::float_;
            write_cast(*e.right, numeric ? e.right->type : schema::make_type(schema::TypeKind::numeric), c);
        }
        return;
    case Operator::floordiv: {
        bool integers =
            affinity(*e.left->type) == Affinity::integer && affinity(*e.right->type) == Affinity::integer;
        if (!integers) out_ += "FLOOR(";
        write(*e.left, c);
        out_ += " / ";
        write(*e.right, c);
        if (!integers) out_ += ')';
        return;
    }
    case Operator::match:
    case Operator::not_match:
        if (e.op == Operator::not_match) out_ += "NOT ";
        if (!dialect_.is_postgresql()) return write_generic(e, " MATCH ", c);
        write(*e.left, c);
        out_ += " @@ plainto_tsquery(";
        if (e.regconfig) {
            append_text_literal(out_, *e.regconfig, dialect_);
            out_ += ", ";
        }
        write(*e.right, c);
        out_ += ')';
        return;
    case Operator::is_distinct_from:
    case Operator::is_not_distinct_from:
        if (dialect_.is_sqlite()) {
            // The reference starts anew for both sides: their values stay parameters.
            write(*e.left, Context());
            out_ += e.op == Operator::is_distinct_from ? " IS NOT " : " IS ";
            return write(*e.right, Context());
        }
        return write_generic(e, schema::text(e.op), c);
    case Operator::bitwise_xor:
        if (!dialect_.is_sqlite()) return write_generic(e, dialect_.is_postgresql() ? " # " : " ^ ", c);
        out_ += '(';
        write_generic(e, " | ", c, true);
        out_ += " - ";
        write_generic(e, " & ", c, true);
        out_ += ')';
        return;
    case Operator::custom: {
        std::string op =
            dialect_.double_percents() ? text::replace_all(e.custom_text, "%", "%%") : e.custom_text;
        return write_generic(e, " " + op + " ", c, e.eager_grouping);
    }
    default:
        return write_generic(e, schema::text(e.op), c);
    }
}

} // namespace limbeck::sql
