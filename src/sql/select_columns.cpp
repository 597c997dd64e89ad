// The columns of a SELECT and of RETURNING, and the names they get.
#include "schema/build.hpp"
#include "schema/named_expression.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"

#include <set>

namespace limbeck::sql {

using schema::as;
using schema::ExpressionKind;
using schema::get_if;
using schema::Operator;

namespace {

bool has_natural_name(const schema::Expression& e) {
    return e.kind == ExpressionKind::column || e.kind == ExpressionKind::label ||
           e.kind == ExpressionKind::table_valued_column;
}

// What gets a label that is made up: neither a name of its own nor a column's.
bool is_nameless(const schema::Expression& e) {
    auto* column = get_if<schema::ColumnRef>(e);
    return column ? column->nameless != nullptr
                  : !has_natural_name(e) && e.kind != ExpressionKind::text && !schema::named_by(e);
}

} // namespace

std::vector<schema::ExpressionPtr> ExpressionCompiler::expanded(const std::vector<ExpressionPtr>& columns) {
    std::vector<ExpressionPtr> all;
    for (const ExpressionPtr& column : columns) {
        if (auto from = std::dynamic_pointer_cast<const schema::FromClause>(column)) {
            for (const auto& inner : schema::columns_of(from)) all.push_back(keep(inner));
        } else if (auto* list = get_if<schema::ExpressionList>(*column);
                   list && !list->is_tuple && list->op == Operator::comma) {
            all.insert(all.end(), list->items.begin(), list->items.end());
        } else {
            all.push_back(column);
        }
    }
    return all;
}

std::string ExpressionCompiler::label_of(const Expression& e) {
    switch (e.kind) {
    case ExpressionKind::column: {
        auto& column = as<schema::ColumnRef>(e);
        if (!column.nameless) return column.name.text;
        // One beside another of its name is numbered.
        auto* inner = get_if<schema::ColumnRef>(*column.nameless);
        return inner && !inner->nameless ? repeated_name(*inner) : label_of(*column.nameless);
    }
    case ExpressionKind::bind:
        // The address itself leads to the parameter's own name.
        return anonymous(reinterpret_cast<const char*>(&e) + 1, "anon", "colident");
    case ExpressionKind::label: {
        auto& label = as<schema::Label>(e);
        if (label.name) return label.name->text;
        auto* function = get_if<schema::Function>(*label.element);
        auto* column = get_if<schema::ColumnRef>(*label.element);
        return anonymous(&e,
                         function ? function->name.text
                         : column ? column->name.text
                                  : "anon",
                         "colident");
    }
    case ExpressionKind::next_value:
        return anonymous(&e, "next_value", "colident");
    case ExpressionKind::custom: {
        auto* named = dynamic_cast<const schema::NamedExpression*>(&e);
        return anonymous(&e, named ? named->name : "anon", "colident");
    }
    case ExpressionKind::function:
        return anonymous(&e, as<schema::Function>(e).name.text, "colident");
    case ExpressionKind::cast:
    case ExpressionKind::type_coerce: {
        const ExpressionPtr& inner =
            e.kind == ExpressionKind::cast ? as<schema::Cast>(e).element : as<schema::TypeCoerce>(e).element;
        if (inner->kind == ExpressionKind::column && !as<schema::ColumnRef>(*inner).literal)
            return label_of(*inner);
        if (inner->kind == ExpressionKind::column || inner->kind == ExpressionKind::label)
            return label_of(*inner);
        if (inner->kind == ExpressionKind::text) break;
        return label_of(*inner);
    }
    default:
        break;
    }
    return anonymous(&e, "anon", "colident");
}

std::string ExpressionCompiler::repeated_name(const schema::ColumnRef& column) {
    if (!column.from) return anonymous(&column, column.name.text, "colident");
    auto [at, is_new] = repeated_names_.try_emplace({column.from.get(), column.key + "." + column.name.text});
    if (is_new) at->second = numbered(column.name.text, "colident");
    return at->second;
}

void ExpressionCompiler::write_select_column(const ExpressionPtr& given_column, const Context& given,
                                             const ColumnStyle& style, const ColumnLabel& given_label) {
    const Expression& column = *given_column;
    Context c = given;
    c.within_columns = true;
    c.within_label = false;
    c.asfrom = false;
    c.in_operator = false;
    const Expression* shown = &column;
    if (style.expressions)
        if (const auto* wrap = schema::column_wrap(column.type, dialect_.name()))
            if (ExpressionPtr made = (*wrap)(given_column)) shown = keep(made).get();
    if (column.kind == ExpressionKind::label && shown == &column)
        return write_label(as<schema::Label>(column), c);
    bool labelled = false;
    if (given_label.required || shown != &column) {
        labelled = true;
    } else if (auto* ref = get_if<schema::ColumnRef>(column)) {
        labelled = style.asfrom && !ref->literal && ref->from != nullptr;
    } else if (column.kind == ExpressionKind::text || column.kind == ExpressionKind::table_valued_column) {
        labelled = false;
    } else if (auto* unary = get_if<schema::Unary>(column)) {
        bool condition =
            (unary->op == Operator::is_true || unary->op == Operator::is_false) && dialect_.is_sqlite();
        labelled = condition || style.asfrom || !has_natural_name(*unary->element);
    } else {
        auto* named = get_if<schema::NamedExpression>(column);
        labelled = !named || !named->is_column;
    }
    if (!labelled) return write(*shown, c);
    // Named before what is inside: it gets the first number.
    std::string label = given_label.name.empty() ? label_of(column) : given_label.name;
    Context inner = c;
    inner.within_label = true;
    write(*shown, inner);
    out_ += " AS ";
    append_name(out_, schema::Name(label), dialect_);
}

void ExpressionCompiler::write_columns(const std::vector<ExpressionPtr>& columns, const Context& c,
                                       const ColumnStyle& style) {
    std::map<std::string, const Expression*> names;
    std::set<const Expression*> nameless;
    bool first = true;
    for (const ExpressionPtr& column : columns) {
        if (!first) out_ += ", ";
        first = false;
        ColumnLabel label_given;
        auto* ref = get_if<schema::ColumnRef>(*column);
        if (std::optional<std::string> prefixed =
                ref && style.table_labels ? schema::table_label(*ref) : std::nullopt) {
            // A name twice: the later ones get a number.
            label_given = {names.try_emplace(*prefixed, column.get()).second
                               ? *prefixed
                               : anonymous(column.get(), *prefixed + "_", "colident"),
                           true};
        } else if (ref && !ref->literal && !ref->nameless) {
            auto [known, is_new] = names.try_emplace(ref->name.text, column.get());
            if (!is_new) {
                // A name twice: another column of that name gets a number, the same one again two
                // underscores.
                std::string label;
                if (!schema::is_same_column(*known->second, *column)) {
                    label = repeated_name(*ref);
                    if (!names.try_emplace(label, column.get()).second) label.clear();
                }
                label_given = {label.empty() ? numbered(ref->name.text + "_", "colident") : label, true};
            }
        } else if (schema::named_by(*column)) {
            std::string name = label_of(*column);
            if (!names.try_emplace(name, column.get()).second)
                label_given = {anonymous(column.get(), name + "_", "colident"), true};
        } else if (auto* label = get_if<schema::Label>(*column); label && label->name) {
            names.try_emplace(label->name->text, column.get());
        } else if (is_nameless(*column) && !nameless.insert(column.get()).second) {
            auto* function = get_if<schema::Function>(*column);
            label_given.name = numbered(function ? function->name.text + "_" : "anon_", "colident");
        }
        write_select_column(column, c, style, label_given);
    }
}

const schema::Expression* ExpressionCompiler::find_label(const std::string& name) {
    if (stack_.empty() || !stack_.back().columns) return nullptr;
    for (const ExpressionPtr& column : *stack_.back().columns) {
        if (auto* label = get_if<schema::Label>(*column); label && label->name && label->name->text == name)
            return column.get();
        if (auto* ref = get_if<schema::ColumnRef>(*column);
            ref && (ref->name.text == name || ref->key == name))
            return column.get();
    }
    if (!stack_.back().froms) return nullptr;
    for (const Expression* source : *stack_.back().froms) {
        auto* from = dynamic_cast<const schema::FromClause*>(source);
        if (!from) continue;
        for (const auto& column : schema::columns_of(schema::FromPtr(schema::FromPtr(), from)))
            if (column->key == name || column->name.text == name) return keep(column).get();
    }
    return nullptr;
}

} // namespace limbeck::sql
