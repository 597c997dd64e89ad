#include "schema/selectable.hpp"

#include "schema/named_expression.hpp"
#include "schema/table.hpp"

namespace limbeck::schema {

namespace {

std::shared_ptr<const ColumnRef> refer(const FromPtr& from, Name name, TypePtr type) {
    auto made = std::make_shared<ColumnRef>();
    made->from = from;
    made->key = name.text;
    made->name = std::move(name);
    made->type = std::move(type);
    return made;
}

// The names that a statement's rows have.
void statement_columns(const ExpressionPtr& statement, const FromPtr& from,
                       std::vector<std::shared_ptr<const ColumnRef>>& found) {
    auto* base = dynamic_cast<const SelectBase*>(statement.get());
    bool labels = base && base->table_labels;
    auto labelled = [labels](const ColumnRef& column) {
        std::optional<std::string> label = labels ? table_label(column) : std::nullopt;
        return label ? Name(*label) : column.name;
    };
    if (auto* group = get_if<Grouping>(*statement)) return statement_columns(group->element, from, found);
    if (auto* compound = get_if<CompoundSelect>(*statement))
        return statement_columns(compound->selects.front(), from, found);
    auto add = [&](const std::vector<ExpressionPtr>& columns) {
        for (const ExpressionPtr& column : columns) {
            if (auto table = std::dynamic_pointer_cast<const FromClause>(column)) {
                for (const auto& inner : columns_of(table)) {
                    auto made = std::make_shared<ColumnRef>(*refer(from, labelled(*inner), inner->type));
                    made->nameless = inner->nameless;
                    found.push_back(made);
                }
            } else if (auto* ref = get_if<ColumnRef>(*column)) {
                auto made = std::make_shared<ColumnRef>(*ref);
                if (labels) {
                    made->name = labelled(*ref);
                    made->key = made->name.text;
                }
                made->from = from;
                made->literal = false;
                found.push_back(made);
            } else if (auto* label = get_if<Label>(*column); label && label->name) {
                auto made = std::make_shared<ColumnRef>(*refer(from, *label->name, label->type));
                if (auto* inner = get_if<ColumnRef>(*label->element)) made->column = inner->column;
                found.push_back(made);
            } else if (const ColumnRef* named = named_by(*column)) {
                found.push_back(refer(from, named->name, column->type));
            } else if (auto* part = get_if<NamedExpression>(*column); part && part->is_column) {
                found.push_back(refer(from, part->name, column->type));
            } else if (column->kind != ExpressionKind::text) {
                auto* function = get_if<Function>(*column);
                auto made = std::make_shared<ColumnRef>(
                    *refer(from, Name(function ? function->name.text + "_1" : "anon_1"), column->type));
                made->nameless = column;
                found.push_back(made);
            }
        }
    };
    if (auto* select = get_if<Select>(*statement)) add(select->columns);
    if (auto* textual = get_if<TextualSelect>(*statement)) add(textual->columns);
    if (auto* dml = dynamic_cast<const Dml*>(statement.get())) add(dml->returning);
    if (auto* values = get_if<Values>(*statement))
        for (const auto& column : values->columns) found.push_back(refer(from, column->name, column->type));
}

} // namespace

const ColumnRef* named_by(const Expression& e) {
    const Expression* inner = nullptr;
    if (auto* cast = get_if<Cast>(e)) inner = cast->element.get();
    if (auto* coerce = get_if<TypeCoerce>(e)) inner = coerce->element.get();
    auto* column = inner ? get_if<ColumnRef>(*inner) : nullptr;
    return column && !column->literal && !column->nameless ? column : nullptr;
}

std::optional<std::string> table_label(const ColumnRef& column) {
    if (column.literal || !column.from) return std::nullopt;
    if (auto* table = dynamic_cast<const Table*>(column.from.get()))
        return (table->schema ? table->schema->text + "_" : "") + table->name.text + "_" + column.name.text;
    std::optional<Name> name;
    if (auto* alias = dynamic_cast<const Alias*>(column.from.get())) name = alias->name;
    if (auto* cte = dynamic_cast<const Cte*>(column.from.get())) name = cte->name;
    if (auto* values = dynamic_cast<const Values*>(column.from.get())) name = values->name;
    if (!name) return std::nullopt;
    return name->text + "_" + column.name.text;
}

std::vector<std::shared_ptr<const ColumnRef>> columns_of(const FromPtr& from) {
    if (auto table = std::dynamic_pointer_cast<const Table>(from)) return columns_of(table);
    std::vector<std::shared_ptr<const ColumnRef>> found;
    auto rebased = [&](const FromPtr& inner) {
        for (const auto& column : columns_of(inner)) {
            auto made = std::make_shared<ColumnRef>(*column);
            made->from = from;
            found.push_back(made);
        }
    };
    if (auto* join = dynamic_cast<const Join*>(from.get())) {
        for (const FromPtr& side : {join->left, join->right})
            for (const auto& column : columns_of(side)) found.push_back(column);
    } else if (auto* values = dynamic_cast<const Values*>(from.get())) {
        for (const auto& column : values->columns) found.push_back(refer(from, column->name, column->type));
    } else if (auto* valued = dynamic_cast<const TableValued*>(from.get())) {
        for (const auto& column : valued->columns) found.push_back(refer(from, column->name, column->type));
        // alias() of a function: the function itself is the one column.
        auto* function = get_if<Function>(*valued->element);
        if (valued->columns.empty() && function)
            found.push_back(refer(from, Name(function->name.text + "_1"), function->type));
    } else if (auto* cte = dynamic_cast<const Cte*>(from.get())) {
        statement_columns(cte->element, from, found);
    } else if (auto* alias = dynamic_cast<const Alias*>(from.get())) {
        if (auto inner = std::dynamic_pointer_cast<const FromClause>(alias->element))
            rebased(inner);
        else
            statement_columns(alias->element, from, found);
    }
    return found;
}

} // namespace limbeck::schema
