#include "schema/table.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "support/text.hpp"

namespace limbeck::schema {

namespace {

ConstraintPtr foreign_key_constraint(const Column& column, const ForeignKey& key) {
    auto made = std::make_shared<Constraint>(ConstraintKind::foreign_key);
    made->name = key.name;
    made->columns = {Name(column.key_or_name())};
    made->referred_schema = key.schema;
    made->referred_table = key.table;
    made->referred_columns = {key.column};
    made->onupdate = key.onupdate;
    made->ondelete = key.ondelete;
    made->deferrable = key.deferrable;
    made->initially = key.initially;
    made->match = key.match;
    made->use_alter = key.use_alter;
    made->options = key.options;
    if (!key.comment.empty()) made->comment = key.comment;
    return made;
}

// The CHECK of a Boolean or Enum: the column is one of these values.
ConstraintPtr type_constraint(const ColumnPtr& column, const TypePtr& type) {
    auto made = std::make_shared<Constraint>(ConstraintKind::check);
    made->type_bound = type;
    made->type_bound_column = column;
    if (type->name && type->kind == TypeKind::boolean)
        made->name = type->name;
    else if (type->name && affinity(*type) == Affinity::enum_)
        made->name = type->name;
    else
        made->none_name = true;
    auto ref = std::make_shared<ColumnRef>();
    ref->name = column->name;
    ref->key = column->key_or_name();
    std::vector<Operand> values;
    if (type->kind == TypeKind::boolean) {
        ref->type = integer_type();
        values = {Operand(0), Operand(1)};
    } else {
        ref->type = string_type();
        for (const std::string& label : type->labels) values.emplace_back(Value(label));
        if (!type->odd_label.empty())
            values.emplace_back(Value(Opaque{"object", type->odd_label, type->odd_label}));
    }
    made->sqltext = in(ref, values);
    return made;
}

bool wants_constraint(const Type& type) {
    return type.create_constraint &&
           (type.kind == TypeKind::boolean || type.kind == TypeKind::enum_ || type.kind == TypeKind::BOOLEAN);
}

// Every type that a column may turn out to have: itself, its variants, what it decorates, an array's items.
void collect_bound_types(const TypePtr& type, std::vector<TypePtr>& found) {
    if (!type) return;
    if (wants_constraint(*type)) found.push_back(type);
    if (type->kind == TypeKind::ARRAY) collect_bound_types(type->item, found);
    if (type->decorated) collect_bound_types(type->decorated->impl, found);
    for (const auto& [dialect, variant] : type->variants) collect_bound_types(variant, found);
}

// An ENUM of inherit_schema lives in its table's schema, and so do the items of an array of it.
TypePtr in_schema(const TypePtr& type, const std::optional<Name>& schema) {
    if (type->inherit_schema) {
        auto made = std::make_shared<Type>(*type);
        made->schema = schema;
        made->inherit_schema = false;
        return made;
    }
    if (type->kind == TypeKind::ARRAY && type->item && type->item->inherit_schema) {
        auto made = std::make_shared<Type>(*type);
        made->item = in_schema(type->item, schema);
        return made;
    }
    return type;
}

void settle_nullable(Column& column) {
    if (column.nullable_given)
        column.nullable = *column.nullable_given;
    else
        column.nullable = !column.primary_key && !column.identity;
}

bool refers_elsewhere(const Column& column) {
    if (!column.foreign_keys.empty()) return true;
    if (!column.table) return false;
    for (const ConstraintPtr& constraint : column.table->constraints)
        if (constraint->kind == ConstraintKind::foreign_key)
            for (const Name& key : constraint->columns)
                if (key.text == column.key_or_name()) return true;
    return false;
}

bool counts_up(const Column& column, bool asked) {
    Affinity kind = affinity(*column.type);
    if (kind != Affinity::integer && kind != Affinity::numeric && kind != Affinity::float_) {
        if (asked)
            throw ArgumentError(
                fmt::format("Column type {} on column '{}' is not compatible with autoincrement=True",
                            type_class_name(*column.type), column.name.text));
        return false;
    }
    if (column.client_default && !asked) return false;
    if (column.server_default.present() && !asked) return false;
    if (column.computed && !asked) return false;
    if (refers_elsewhere(column) && column.autoincrement != Autoincrement::yes &&
        column.autoincrement != Autoincrement::ignore_fk)
        return false;
    return true;
}

} // namespace

Table::Table() : FromClause(ExpressionKind::table) {
    primary_key = std::make_shared<Constraint>(ConstraintKind::primary_key);
    primary_key->implicit = true;
    primary_key->table = this;
}

const Column* Table::find(std::string_view key) const {
    for (const ColumnPtr& column : columns)
        if (column->key_or_name() == key) return column.get();
    return nullptr;
}

ColumnPtr Table::find_pointer(std::string_view key) const {
    for (const ColumnPtr& column : columns)
        if (column->key_or_name() == key) return column;
    return nullptr;
}

std::string Table::full_name() const {
    return schema ? schema->text + "." + name.text : name.text;
}

void Table::append(ColumnPtr column) {
    if (column->table && column->table != this)
        throw ArgumentError(fmt::format("Column object '{}' already assigned to Table '{}'",
                                        column->name.text, column->table->name.text));
    column->table = this;
    auto existing = std::find_if(columns.begin(), columns.end(), [&](const ColumnPtr& c) {
        return c->key_or_name() == column->key_or_name();
    });
    if (existing != columns.end()) {
        *existing = column;
        std::erase_if(primary_key->columns, [&](const Name& n) { return n.text == column->key_or_name(); });
    } else {
        columns.push_back(column);
    }
    if (light) return;
    column->type = in_schema(column->type, schema);
    if (column->primary_key) {
        primary_key->columns.emplace_back(column->key_or_name());
        if (primary_key->implicit && metadata) {
            primary_key->name.reset();
            if (auto made = conventional_name(*primary_key, *this, *metadata)) primary_key->name = made;
        }
    }
    settle_nullable(*column);
    if (column->type && is_not_null(*column->type)) column->nullable = false;
    if (column->index.value_or(false)) {
        auto index_made = std::make_shared<Index>();
        index_made->elements.push_back({column->key_or_name(), nullptr});
        index_made->unique = column->unique.value_or(false);
        append(index_made);
    } else if (column->unique.value_or(false)) {
        auto unique_made = std::make_shared<Constraint>(ConstraintKind::unique);
        unique_made->columns = {Name(column->key_or_name())};
        append(unique_made);
    }
    std::vector<TypePtr> bound;
    collect_bound_types(column->type, bound);
    for (const TypePtr& type_bound : bound) append(type_constraint(column, type_bound));
    for (const ForeignKey& key : column->foreign_keys) append(foreign_key_constraint(*column, key));
    if (IndexPtr brought = column->type ? index_of_type(*column->type, name, column) : nullptr) {
        brought->type_bound = true;
        append(brought);
    }
    for (const ConstraintPtr& constraint : column->constraints) {
        constraint->table = this;
        constraint->column_level = true;
        if (metadata && !constraint->none_name && !(constraint->name && constraint->name->conventional))
            if (auto made = conventional_name(*constraint, *this, *metadata)) constraint->name = made;
    }
}

void Table::append(ConstraintPtr constraint) {
    constraint->table = this;
    for (const Name& key : constraint->columns)
        if (!find(key.text))
            throw ArgumentError(fmt::format("Can't create {} on table '{}': no column named '{}' is present.",
                                            class_name(constraint->kind), name.text, key.text));
    if (constraint->kind == ConstraintKind::primary_key) {
        std::vector<Name> flagged;
        for (const ColumnPtr& column : columns)
            if (column->primary_key) flagged.emplace_back(column->key_or_name());
        if (constraint->columns.empty()) constraint->columns = flagged;
        for (const Name& key : constraint->columns) {
            Column& column = *find_pointer(key.text);
            column.primary_key = true;
            settle_nullable(column);
        }
        primary_key = constraint;
    } else {
        constraints.push_back(constraint);
    }
    if (metadata && !constraint->none_name && !(constraint->name && constraint->name->conventional))
        if (auto made = conventional_name(*constraint, *this, *metadata)) constraint->name = made;
}

void Table::append(IndexPtr index) {
    index->table = this;
    static const MetaData defaults;
    const MetaData& conventions = metadata ? *metadata : defaults;
    if (!(index->name && index->name->conventional))
        if (auto made = conventional_name(*index, *this, conventions)) index->name = made;
    indexes.push_back(std::move(index));
}

std::vector<ConstraintPtr> Table::sorted_constraints() const {
    std::vector<ConstraintPtr> sorted = constraints;
    std::stable_sort(sorted.begin(), sorted.end(), [](const ConstraintPtr& a, const ConstraintPtr& b) {
        return a->creation_order < b->creation_order;
    });
    return sorted;
}

const Column* Table::autoincrement_column() const {
    if (!primary_key) return nullptr;
    if (primary_key->columns.size() == 1) {
        const Column* column = find(primary_key->columns.front().text);
        if (!column) return nullptr;
        switch (column->autoincrement) {
        case Autoincrement::yes:
            counts_up(*column, true);
            return column;
        case Autoincrement::no:
            return nullptr;
        case Autoincrement::automatic:
        case Autoincrement::ignore_fk:
            return counts_up(*column, false) ? column : nullptr;
        }
    }
    const Column* found = nullptr;
    for (const Name& key : primary_key->columns) {
        const Column* column = find(key.text);
        if (!column || column->autoincrement != Autoincrement::yes) continue;
        counts_up(*column, true);
        if (found)
            throw ArgumentError(
                fmt::format("Only one Column may be marked autoincrement=True, found both {} and {}.",
                            found->name.text, column->name.text));
        found = column;
    }
    return found;
}

std::shared_ptr<const ColumnRef> column_ref(const std::shared_ptr<const Table>& table,
                                            const ColumnPtr& column) {
    auto ref = std::make_shared<ColumnRef>();
    ref->from = table;
    ref->name = column->name;
    ref->key = column->key_or_name();
    ref->type = column->type;
    ref->column = column;
    return ref;
}

std::vector<std::shared_ptr<const ColumnRef>> columns_of(const std::shared_ptr<const Table>& table) {
    std::vector<std::shared_ptr<const ColumnRef>> refs;
    refs.reserve(table->columns.size());
    for (const ColumnPtr& column : table->columns) refs.push_back(column_ref(table, column));
    return refs;
}

void parse_target(ForeignKey& key, std::string_view target, const std::optional<Name>& metadata_schema) {
    key.target = target;
    std::size_t last = target.rfind('.');
    if (last == target.npos)
        throw ArgumentError(
            fmt::format("Invalid foreign key string format: '{}'; expected 'tablename.colname'", target));
    key.column = Name(target.substr(last + 1));
    std::string_view table = target.substr(0, last);
    std::size_t dot = table.rfind('.');
    if (dot == table.npos) {
        key.table = Name(table);
        key.schema = metadata_schema;
    } else {
        key.table = Name(table.substr(dot + 1));
        key.schema = Name(table.substr(0, dot));
    }
}

} // namespace limbeck::schema
