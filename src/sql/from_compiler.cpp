// FROM: tables, aliases, joins, VALUES, functions as tables; and which of them a SELECT names.
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/row_sources.hpp"
#include "sql/type_compiler.hpp"

namespace limbeck::sql {

using schema::as;
using schema::ExpressionKind;
using schema::get_if;

std::string ExpressionCompiler::from_name(const Expression& from) {
    switch (from.kind) {
    case ExpressionKind::table:
        return as<schema::Table>(from).name.text;
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample: {
        auto& alias = as<schema::Alias>(from);
        if (alias.name) return alias.name->text;
        std::string derived = "anon";
        if (auto* table = get_if<schema::Table>(*alias.element)) derived = table->name.text;
        return anonymous(&from, derived, "alias");
    }
    case ExpressionKind::cte: {
        auto* cte = &as<schema::Cte>(from);
        if (cte->name) return cte->name->text;
        while (cte->restates) cte = cte->restates.get();
        auto* values = get_if<schema::Values>(*cte->element);
        return anonymous(cte, values && values->name ? values->name->text : "anon", "alias");
    }
    case ExpressionKind::values: {
        auto& values = as<schema::Values>(from);
        return values.name ? values.name->text : "";
    }
    case ExpressionKind::table_valued: {
        auto& valued = as<schema::TableValued>(from);
        if (valued.name) return valued.name->text;
        auto* first = get_if<schema::TableValued>(*valued.element);
        return anonymous(&from, first && first->name ? first->name->text : "anon", "alias");
    }
    default:
        return "";
    }
}

void ExpressionCompiler::write_from(const Expression& from, const Context& c) {
    switch (from.kind) {
    case ExpressionKind::table:
        return write_table(as<schema::Table>(from), c);
    case ExpressionKind::join:
        return write_join(as<schema::Join>(from), c);
    case ExpressionKind::values:
        return write_values(as<schema::Values>(from), c);
    case ExpressionKind::table_valued:
        return write_table_valued(as<schema::TableValued>(from), c);
    case ExpressionKind::cte:
        return write_cte(as<schema::Cte>(from), c);
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample:
        return write_alias(as<schema::Alias>(from), c);
    default:
        return write(from, c);
    }
}

void ExpressionCompiler::write_table(const schema::Table& table, const Context& c) {
    if (!c.asfrom) return;
    append_qualified(out_, c.use_schema ? table.schema : std::nullopt, table.name, dialect_);
}

void ExpressionCompiler::write_alias(const schema::Alias& alias, const Context& c) {
    // It gets its number before what is inside does.
    schema::Name name = alias.name ? *alias.name : schema::Name(from_name(alias));
    if (alias.kind == ExpressionKind::lateral) out_ += "LATERAL ";
    // An alias of an alias is one of what that stands for.
    ExpressionPtr element = alias.element;
    while (auto* inner = get_if<schema::Alias>(*element)) {
        if (inner->kind != ExpressionKind::alias && inner->kind != ExpressionKind::subquery) break;
        element = inner->element;
    }
    bool rows = get_if<schema::FromClause>(*element) != nullptr;
    Context inner = c;
    inner.asfrom = true;
    inner.compound_index = -1;
    inner.lateral = alias.kind == ExpressionKind::lateral;
    bool parenthesised =
        !rows && element->kind != ExpressionKind::grouping && element->kind != ExpressionKind::function;
    if (parenthesised) out_ += '(';
    write(*element, inner);
    if (parenthesised) out_ += ')';
    out_ += " AS ";
    append_name(out_, name, dialect_);
    if (alias.kind != ExpressionKind::table_sample) return;
    out_ += " TABLESAMPLE ";
    write(*alias.sampling, c);
    if (alias.seed) {
        out_ += " REPEATABLE (";
        write(*alias.seed, c);
        out_ += ')';
    }
}

void ExpressionCompiler::write_join(const schema::Join& join, const Context& c) {
    Context side = c;
    side.asfrom = true;
    write_from(*join.left, side);
    out_ += join.full ? " FULL OUTER JOIN " : join.outer ? " LEFT OUTER JOIN " : " JOIN ";
    bool nested = join.right->kind == ExpressionKind::join;
    if (nested) out_ += '(';
    write_from(*join.right, side);
    if (nested) out_ += ')';
    out_ += " ON ";
    Context on = c;
    on.asfrom = false;
    write(*join.on, on);
}

void ExpressionCompiler::write_values_rows(const schema::Values& values, const Context& c) {
    Context inner = c;
    inner.asfrom = false;
    inner.literal = c.literal || values.literal_binds;
    out_ += "VALUES ";
    bool first = true;
    for (const auto& chunk : values.data)
        for (const auto& row : chunk) {
            out_ += first ? "(" : ", (";
            first = false;
            write_items(row, ", ", inner);
            out_ += ')';
        }
}

void ExpressionCompiler::write_values(const schema::Values& values, const Context& c) {
    bool is_cte = c.inside_cte && c.inside_cte->element.get() == &values;
    if (is_cte && values.lateral)
        throw schema::CompileError("Can't use a LATERAL VALUES expression inside of a CTE");
    if (!c.asfrom || is_cte) return write_values_rows(values, c);
    if (values.lateral) out_ += "LATERAL ";
    out_ += '(';
    write_values_rows(values, c);
    out_ += ')';
    if (!values.name) return;
    out_ += " AS ";
    append_name(out_, *values.name, dialect_);
    out_ += " (";
    bool first = true;
    for (const auto& column : values.columns) {
        if (!first) out_ += ", ";
        first = false;
        append_name(out_, column->name, dialect_);
    }
    out_ += ')';
}

void ExpressionCompiler::write_table_valued(const schema::TableValued& valued, const Context& c) {
    if (valued.lateral && c.asfrom) out_ += "LATERAL ";
    Context inner = c;
    inner.asfrom = true;
    const Expression* element = valued.element.get();
    while (auto* first = get_if<schema::TableValued>(*element)) element = first->element.get();
    write(*element, inner);
    if (!c.asfrom || valued.bare) return;
    out_ += " AS ";
    append_name(out_, valued.name ? *valued.name : schema::Name(from_name(valued)), dialect_);
    if (!valued.derived) return;
    out_ += '(';
    bool first = true;
    for (const auto& column : valued.columns) {
        if (!first) out_ += ", ";
        first = false;
        append_name(out_, column->name, dialect_);
        if (valued.derived_types) {
            out_ += ' ';
            append_type(out_, column->type, dialect_);
        }
    }
    out_ += ')';
}

std::vector<const schema::Expression*>
ExpressionCompiler::display_froms(const schema::Select& select, const Entry& entry, const Context& c) {
    std::vector<const Expression*> froms;
    for (const ExpressionPtr& from : select.froms) {
        if (std::find(froms.begin(), froms.end(), from.get()) == froms.end()) froms.push_back(from.get());
        if (auto* join = get_if<schema::Join>(*from)) collect_froms(*join, froms);
    }
    for (const ExpressionPtr& column : select.columns) collect_froms(*column, froms);
    for (const ExpressionPtr& condition : select.where) collect_froms(*condition, froms);

    // What a join is made of does not stand beside it.
    Froms hidden;
    for (const Expression* from : froms)
        if (auto* join = get_if<schema::Join>(*from)) {
            std::vector<const Expression*> sides;
            collect_froms(*join->left, sides);
            collect_froms(*join->right, sides);
            hidden.insert(sides.begin(), sides.end());
        }
    std::erase_if(froms, [&](const Expression* from) { return hidden.contains(from); });

    Froms explicit_ones = entry.correlate, implicit_ones;
    if (c.asfrom && !c.lateral) {
        for (const Expression* from : entry.asfrom) explicit_ones.erase(from);
    } else {
        implicit_ones = entry.asfrom;
    }
    auto listed = [](const std::vector<schema::FromPtr>& list, const Expression* from) {
        return std::any_of(list.begin(), list.end(), [from](const auto& item) { return item.get() == from; });
    };
    if (select.correlate)
        std::erase_if(froms, [&](const Expression* f) {
            return explicit_ones.contains(f) && listed(*select.correlate, f);
        });
    if (select.correlate_except)
        std::erase_if(froms, [&](const Expression* f) {
            return explicit_ones.contains(f) && !listed(*select.correlate_except, f);
        });
    if (!select.correlate && !select.correlate_except && !implicit_ones.empty() && froms.size() > 1) {
        std::erase_if(froms, [&](const Expression* f) { return implicit_ones.contains(f); });
        if (froms.empty())
            throw schema::InvalidRequestError("Select statement returned no FROM clauses due to "
                                              "auto-correlation; specify correlate(<tables>) to "
                                              "control correlation manually.");
    }
    return froms;
}

} // namespace limbeck::sql
