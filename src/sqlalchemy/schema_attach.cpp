// How columns, constraints and indexes become a table's.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"
#include "sqlalchemy/table_items.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Value;

namespace {

schema::ColumnRef& reference(ColumnState& state) {
    return const_cast<schema::ColumnRef&>(static_cast<const schema::ColumnRef&>(*state.expression));
}

const MetaDataState* metadata_of(const TableState& table) {
    return python::state_if<MetaDataState>(table.metadata);
}

// A foreign key that names no schema means that of the MetaData.
void settle_schema(schema::ForeignKey& key, const TableState& table) {
    auto* metadata = metadata_of(table);
    if (!key.schema && metadata && metadata->metadata->schema) key.schema = metadata->metadata->schema;
}

// An Enum of a MetaData that has a schema lives in that one, where it names none.
void settle_type_schema(ColumnState& state) {
    const schema::TypePtr& type = state.column->type;
    if (!type->has_metadata || type->schema || !state.type.exists()) return;
    auto* metadata = python::state_if<MetaDataState>(python::find_attribute(state.type, "metadata"));
    if (!metadata || !metadata->metadata->schema) return;
    auto made = std::make_shared<schema::Type>(*type);
    made->schema = metadata->metadata->schema;
    state.column->type = made;
}

// The objects for what the table has made of a column: foreign keys, `unique=True`, `index=True`.
void take_made_items(const Value& table_value, TableState& table, ColumnState& column,
                     std::size_t constraints_before, std::size_t indexes_before) {
    auto keys = column.foreign_keys.begin();
    for (std::size_t i = constraints_before; i < table.table->constraints.size(); ++i) {
        const schema::ConstraintPtr& constraint = table.table->constraints[i];
        Value object = constraint_object(table_value, constraint);
        table.constraint_objects.push_back(object);
        note_item(table.constraint_set, object);
        if (constraint->kind != schema::ConstraintKind::foreign_key || keys == column.foreign_keys.end())
            continue;
        // In the order in which the column has them.
        auto& held = python::state<ConstraintState>(object);
        held.elements.push_back(*keys);
        python::state<ForeignKeyState>(*keys).constraint = object;
        ++keys;
    }
    for (std::size_t i = indexes_before; i < table.table->indexes.size(); ++i) {
        table.index_objects.push_back(index_object(table_value, table.table->indexes[i]));
        note_item(table.index_set, table.index_objects.back());
    }
}

void forget_column(TableState& table, const Value& old) {
    auto& state = python::state<ColumnState>(old);
    auto gone = [&](const schema::ConstraintPtr& constraint) {
        return constraint->kind == schema::ConstraintKind::foreign_key &&
               std::any_of(constraint->columns.begin(), constraint->columns.end(),
                           [&](const schema::Name& n) { return n.text == state.column->key_or_name(); });
    };
    std::erase_if(table.constraint_objects, [&](const Value& object) {
        if (!gone(python::state<ConstraintState>(object).constraint)) return false;
        forget_item(table.constraint_set, object);
        return true;
    });
    std::erase_if(table.table->constraints, gone);
    std::erase_if(table.column_objects, [&](const Value& object) { return object.is(old); });
}

// What the key of a column of `table` refers to: the names of the column it was given, or those of its text.
const schema::ForeignKey& settled_key(const Value& object, const TableState& table) {
    auto& state = python::state<ForeignKeyState>(object);
    auto* target = python::state_if<ColumnState>(state.target);
    if (!target) {
        settle_schema(state.key, table);
    } else if (auto* target_table = python::state_if<TableState>(target->table)) {
        state.key.table = target_table->table->name;
        state.key.schema = target_table->table->schema;
        state.key.column = target->column->name;
    }
    return state.key;
}

void attach_column(const Value& table_value, const Value& item, bool replace) {
    auto& table = python::state<TableState>(table_value);
    auto& state = python::state<ColumnState>(item);
    schema::Column& column = *state.column;
    if (column.name.empty())
        throw schema::ArgumentError("Column must be constructed with a non-blank name or assign a non-blank "
                                    ".name before adding to a Table.");
    if (auto* owner = python::state_if<TableState>(state.table); owner && !state.table.is(table_value))
        throw schema::ArgumentError(fmt::format("Column object '{}' already assigned to Table '{}'",
                                                column.key_or_name(), owner->table->name.text));
    for (const Value& present : table.column_objects) {
        const schema::Column& other = *python::state<ColumnState>(present).column;
        bool same_key = other.key_or_name() == column.key_or_name();
        if (!same_key && other.name != column.name) continue;
        if (present.is(item)) break;
        if (!replace) {
            bool by_key = same_key && column.key_or_name() != column.name.text;
            raise_exc("DuplicateColumnError",
                      fmt::format("A column with {} '{}' is already present in table '{}'.",
                                  by_key ? "key" : "name", by_key ? column.key_or_name() : column.name.text,
                                  table.table->name.text));
        }
        if (other.primary_key && !column.primary_key && same_key)
            throw schema::ArgumentError(fmt::format(
                "Trying to redefine primary-key column '{}' as a non-primary-key column on table '{}'",
                column.key_or_name(), table.table->full_name()));
        Value old = present;
        forget_column(table, old);
        break;
    }
    for (std::size_t i = 0; i < column.foreign_keys.size() && i < state.foreign_keys.size(); ++i) {
        column.foreign_keys[i] = settled_key(state.foreign_keys[i], table);
    }
    settle_type_schema(state);
    schema::ColumnRef& ref = reference(state);
    ref.from = table.table;
    state.table = table_value;
    std::size_t constraints = table.table->constraints.size(), indexes = table.table->indexes.size();
    table.table->append(state.column);
    ref.name = column.name;
    ref.key = column.key_or_name();
    ref.type = column.type;
    table.column_objects.push_back(item);
    collection(table.columns).set(column.key_or_name(), item);
    take_made_items(table_value, table, state, constraints, indexes);
    if (column.sequence) {
        python::set_attribute(state.default_, "column", item);
        // Sequence(metadata=…) has told its MetaData already.
        if (auto* metadata = python::state_if<MetaDataState>(table.metadata);
            metadata && std::none_of(metadata->sequences.begin(), metadata->sequences.end(),
                                     [&](const Value& known) { return known.is(state.default_); }))
            metadata->sequences.push_back(state.default_);
    }
    std::vector<Value> waiting = std::move(state.waiting);
    state.waiting.clear();
    for (const Value& other : waiting) {
        std::vector<Value> columns;
        if (auto* constraint = python::state_if<ConstraintState>(other)) {
            if (constraint->table.exists()) continue;
            columns = constraint->columns;
            if (constraint->constraint->sqltext) collect_columns(*constraint->constraint->sqltext, columns);
        } else if (auto* index = python::state_if<IndexState>(other)) {
            if (index->table.exists()) continue;
            for (const Value& element : index->elements)
                if (python::state_if<ColumnState>(element)) columns.push_back(element);
            for (const schema::IndexElement& element : index->index->elements)
                if (element.expression) collect_columns(*element.expression, columns);
        }
        attach_when_ready(other, columns);
    }
}

// A script may have taken it out of the table.
bool has(const TableState& table, const Value& constraint) {
    auto is_it = [&](const Value& held) { return held.is(constraint); };
    return is_it(table.primary_key) ||
           std::any_of(table.constraint_objects.begin(), table.constraint_objects.end(), is_it);
}

} // namespace

void attach_constraint(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    auto& state = python::state<ConstraintState>(item);
    schema::Constraint& constraint = *state.constraint;
    if (state.table.exists() && state.table.is(table_value) && has(table, item)) return;
    for (std::size_t i = 0; i < state.columns.size(); ++i)
        if (auto* column = python::state_if<ColumnState>(state.columns[i]))
            constraint.columns[i] = schema::Name(column->column->key_or_name());
    for (std::size_t i = 0; i < state.elements.size(); ++i) {
        const schema::ForeignKey& key = settled_key(state.elements[i], table);
        constraint.referred_table = key.table;
        constraint.referred_schema = key.schema;
        constraint.referred_columns[i] = key.column;
    }
    for (const schema::Name& key : constraint.columns)
        if (!table.table->find(key.text))
            raise_exc("ConstraintColumnNotFoundError",
                      fmt::format("Can't create {} on table '{}': no column named '{}' is present.",
                                  python::type_name(item), table.table->name.text, key.text));
    // A naming convention's function may ask a key's elements where they belong.
    for (std::size_t i = 0; i < constraint.columns.size() && i < state.elements.size(); ++i)
        python::state<ForeignKeyState>(state.elements[i]).parent =
            column_object(table_value, table.table->find_pointer(constraint.columns[i].text));
    table.table->append(state.constraint);
    state.table = table_value;
    if (constraint.kind == schema::ConstraintKind::primary_key) {
        forget_item(table.constraint_set, table.primary_key);
        table.primary_key = item;
    } else {
        table.constraint_objects.push_back(item);
    }
    note_item(table.constraint_set, item);
    for (std::size_t i = 0; i < constraint.columns.size(); ++i) {
        schema::ColumnPtr column = table.table->find_pointer(constraint.columns[i].text);
        Value object = column_object(table_value, column);
        if (i < state.columns.size()) state.columns[i] = object;
        if (i >= state.elements.size()) continue;
        auto& key = python::state<ForeignKeyState>(state.elements[i]);
        auto& own = python::state<ColumnState>(object);
        own.foreign_keys.push_back(state.elements[i]);
        auto* target = python::state_if<ColumnState>(key.target);
        if (target && column->type->kind == schema::TypeKind::null) {
            column->type = target->column->type;
            reference(own).type = column->type;
        }
    }
}

void attach_index(const Value& table_value, const Value& item) {
    auto& table = python::state<TableState>(table_value);
    auto& state = python::state<IndexState>(item);
    if (state.table.exists()) {
        if (state.table.is(table_value)) return;
        throw schema::ArgumentError(
            fmt::format("Index '{}' is against table '{}', and cannot be associated with table '{}'.",
                        state.index->name ? state.index->name->text : "None",
                        python::state<TableState>(state.table).table->name.text, table.table->name.text));
    }
    for (std::size_t i = 0; i < state.elements.size(); ++i) {
        schema::IndexElement& element = state.index->elements[i];
        if (auto* column = python::state_if<ColumnState>(state.elements[i]))
            element.column = column->column->key_or_name();
        if (!element.column.empty() && !table.table->find(element.column))
            raise_exc("ConstraintColumnNotFoundError",
                      fmt::format("Can't create Index on table '{}': no column named '{}' is present.",
                                  table.table->name.text, element.column));
    }
    table.table->append(state.index);
    state.table = table_value;
    table.index_objects.push_back(item);
    note_item(table.index_set, item);
}

void attach_when_ready(const Value& item, const std::vector<Value>& columns) {
    Value table;
    bool missing = false;
    for (const Value& column : columns) {
        auto* state = python::state_if<ColumnState>(column);
        if (!state) return;
        if (!state->table.exists() || state->table.is_none()) {
            missing = true;
        } else if (table.exists() && !table.is(state->table)) {
            throw schema::ArgumentError(fmt::format("Column(s) '{}' are not part of table '{}'.",
                                                    python::to_str(column),
                                                    python::state<TableState>(table).table->name.text));
        } else {
            table = state->table;
        }
    }
    if (missing) {
        for (const Value& column : columns) {
            auto& state = python::state<ColumnState>(column);
            if (!state.table.exists() || state.table.is_none()) state.waiting.push_back(item);
        }
        return;
    }
    if (table.exists()) attach_item(table, item, false);
}

void attach_item(const Value& table, const Value& item, bool replace) {
    if (item.is_none()) return;
    if (python::state_if<ColumnState>(item)) return attach_column(table, item, replace);
    if (python::state_if<ConstraintState>(item)) return attach_constraint(table, item);
    if (python::state_if<IndexState>(item)) return attach_index(table, item);
    if (python::is_unresolved(item))
        python::raise_unresolved(item, "use it as a table's column or constraint");
    if (Value element = python::find_attribute(item, "__clause_element__"); element.exists())
        return attach_item(table, python::call(element), replace);
    throw schema::ArgumentError(fmt::format(
        "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {}", python::to_repr(item)));
}

} // namespace limbeck::sqlalchemy
