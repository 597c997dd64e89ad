#include "schema/selectable.hpp"

#include "schema/named_expression.hpp"
#include "schema/table.hpp"

#include <algorithm>

namespace limbeck::schema {

namespace {

std::shared_ptr<ColumnRef> refer(const FromPtr& from, Name name, TypePtr type) {
    auto made = std::make_shared<ColumnRef>();
    made->from = from;
    made->key = name.text;
    made->name = std::move(name);
    made->type = std::move(type);
    return made;
}

// What a column is called where nothing else is called so; empty: nothing.
std::string natural_key(const Expression& e) {
    if (auto* ref = get_if<ColumnRef>(e)) return ref->key.empty() ? ref->name.text : ref->key;
    if (auto* label = get_if<Label>(e)) return label->name ? label->name->text : "";
    if (auto* function = get_if<Function>(e)) return function->name.text;
    if (auto* named = get_if<NamedExpression>(e)) return named->name;
    if (auto* cast = get_if<Cast>(e)) return natural_key(*cast->element);
    if (auto* coerce = get_if<TypeCoerce>(e)) return natural_key(*coerce->element);
    if (auto* bind = get_if<Bind>(e)) return bind->unique ? "" : bind->key.text;
    return "";
}

// What a column of a statement is to what selects from it.
std::shared_ptr<ColumnRef> seen_from_outside(const ExpressionPtr& column, const FromPtr& from, bool labels) {
    if (auto* ref = get_if<ColumnRef>(*column)) {
        auto made = std::make_shared<ColumnRef>(*ref);
        std::optional<std::string> label = labels ? table_label(*ref) : std::nullopt;
        if (label) {
            made->name = Name(*label);
            made->key = *label;
        }
        made->from = from;
        made->literal = false;
        return made;
    }
    if (auto* label = get_if<Label>(*column); label && label->name) {
        auto made = refer(from, *label->name, label->type);
        if (auto* inner = get_if<ColumnRef>(*label->element)) made->column = inner->column;
        return made;
    }
    if (const ColumnRef* named = named_by(*column)) return refer(from, named->name, column->type);
    if (auto* part = get_if<NamedExpression>(*column); part && part->is_column)
        return refer(from, part->name, column->type);
    auto* function = get_if<Function>(*column);
    auto made = refer(from, Name(function ? function->name.text + "_1" : "anon_1"), column->type);
    made->nameless = column;
    return made;
}

// The names that a statement's rows have.
void statement_columns(const ExpressionPtr& statement, const FromPtr& from,
                       std::vector<std::shared_ptr<const ColumnRef>>& found) {
    auto* base = dynamic_cast<const SelectBase*>(statement.get());
    bool labels = base && base->table_labels;
    if (auto* group = get_if<Grouping>(*statement)) return statement_columns(group->element, from, found);
    if (auto* compound = get_if<CompoundSelect>(*statement))
        return statement_columns(compound->selects.front(), from, found);
    auto add = [&](const std::vector<ExpressionPtr>& columns) {
        ColumnKeys keys;
        std::map<std::string, const Expression*> names;
        for (const ExpressionPtr& column : spread_columns(columns)) {
            auto made = seen_from_outside(column, from, labels);
            made->key = keys.next(*column, labels);
            if (!made->nameless) {
                // A name that another column has already is numbered.
                auto [first, is_new] = names.try_emplace(made->name.text, column.get());
                bool repeated = !is_new && !is_same_column(*first->second, *column);
                if (repeated && !labels && get_if<ColumnRef>(*column)) made->nameless = column;
            }
            found.push_back(made);
        }
    };
    if (auto* select = get_if<Select>(*statement)) add(select->columns);
    // These are what the text has.
    if (auto* textual = get_if<TextualSelect>(*statement))
        for (const ExpressionPtr& column : textual->columns)
            found.push_back(seen_from_outside(column, from, false));
    if (auto* dml = dynamic_cast<const Dml*>(statement.get())) add(dml->returning);
    if (auto* values = get_if<Values>(*statement))
        for (const auto& column : values->columns) found.push_back(refer(from, column->name, column->type));
}

} // namespace

std::vector<ExpressionPtr> spread_columns(const std::vector<ExpressionPtr>& columns) {
    std::vector<ExpressionPtr> all;
    for (const ExpressionPtr& column : columns) {
        if (auto from = std::dynamic_pointer_cast<const FromClause>(column))
            for (const auto& inner : columns_of(from)) all.push_back(inner);
        else if (column->kind != ExpressionKind::text)
            all.push_back(column);
    }
    return all;
}

bool is_same_column(const Expression& a, const Expression& b) {
    if (&a == &b) return true;
    auto* left = get_if<ColumnRef>(a);
    auto* right = get_if<ColumnRef>(b);
    return left && right && left->from && left->from == right->from && left->name == right->name &&
           left->key == right->key;
}

std::string ColumnKeys::next(const Expression& column, bool labels) {
    auto* ref = get_if<ColumnRef>(column);
    std::optional<std::string> label = ref && labels ? table_label(*ref) : std::nullopt;
    std::string key = natural_key(column);
    // "table_key", which need not be what the column is called.
    if (label) key = label->substr(0, label->size() - ref->name.text.size()) + key;
    if (key.empty()) key = "_no_label";
    if (first_.insert(key).second) return key;
    auto known = std::find_if(numbered_.begin(), numbered_.end(),
                              [&](const auto& item) { return is_same_column(*item.first, column); });
    if (known != numbered_.end()) return known->second;
    numbered_.emplace_back(&column, key + "_" + std::to_string(++counters_[key]));
    return numbered_.back().second;
}

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
