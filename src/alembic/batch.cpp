#include "alembic/batch.hpp"

#include "python/exceptions.hpp"
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/operations.hpp"
#include "sql/type_compiler.hpp"
#include "sqlalchemy/exceptions.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace limbeck::alembic {

namespace {

using python::Value;
using schema::ColumnPtr;
using schema::ConstraintKind;
using schema::ConstraintPtr;
using schema::ExpressionPtr;
using schema::IndexPtr;
using schema::Name;
using schema::TablePtr;

// A dict of Python's: keys keep the place where they were first set.
template <class T> class Ordered {
  public:
    std::vector<std::pair<std::string, T>> items;

    T* find(std::string_view key) {
        for (auto& [name, value] : items)
            if (name == key) return &value;
        return nullptr;
    }
    void set(const std::string& key, T value) {
        if (T* found = find(key))
            *found = std::move(value);
        else
            items.emplace_back(key, std::move(value));
    }
    bool remove(std::string_view key) {
        return std::erase_if(items, [&](const auto& item) { return item.first == key; }) > 0;
    }
};

[[noreturn]] void raise_key_error(const std::string& name) {
    python::raise_key_error(python::make_str(std::string_view(name)));
}

// `pairs`: what stands before what; `names` are those that no order was found for.
[[noreturn]] void raise_circle(const std::vector<std::string>& names,
                               const std::vector<std::pair<std::string, std::string>>& pairs) {
    // Only what stands before another of them is part of the circle.
    std::vector<std::string> circle = names;
    auto leads_on = [&](const std::string& name) {
        return std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
            return pair.first == name && std::find(circle.begin(), circle.end(), pair.second) != circle.end();
        });
    };
    for (bool less = true; less;) {
        auto end = std::find_if_not(circle.begin(), circle.end(), leads_on);
        less = end != circle.end();
        if (less) circle.erase(end);
    }
    std::sort(circle.begin(), circle.end());
    std::vector<Value> members = python::make_strs(circle);
    Value edges = python::make_set();
    for (const auto& [before, after] : pairs)
        python::call_method(edges, "add",
                            {python::make_tuple({python::make_str(std::string_view(before)),
                                                 python::make_str(std::string_view(after))})});
    python::raise(sqlalchemy::exception_class("CircularDependencyError"),
                  std::vector<Value>{python::make_str("Circular dependency detected."),
                                     python::make_list(std::move(members)), edges});
}

// The constraints and indexes that come with a column when it is added.
TablePtr table_of_column(const Name& name, const std::optional<Name>& schema_name,
                         const std::shared_ptr<const schema::MetaData>& metadata, const ColumnPtr& column) {
    auto table = std::make_shared<schema::Table>();
    table->name = name;
    table->schema = schema_name;
    table->metadata = metadata;
    table->append(schema::copy(*column));
    return table;
}

ColumnPtr column_of_type(const Name& name, const schema::TypePtr& type) {
    auto column = std::make_shared<schema::Column>();
    column->name = name;
    column->type = type;
    return column;
}

// What SQLite cannot ALTER.
bool is_beyond_sqlite(const schema::Operation& operation) {
    if (auto* add = std::get_if<schema::AddColumn>(&operation)) {
        if (add->column->server_default.kind == schema::ServerDefaultKind::expression) return true;
        if (add->column->computed && add->column->computed->persisted.value_or(false)) return true;
        return !table_of_column(add->table, add->schema, add->metadata, add->column)->constraints.empty();
    }
    return !std::holds_alternative<schema::CreateIndex>(operation) &&
           !std::holds_alternative<schema::DropIndex>(operation);
}

bool needs_new_table(const schema::Batch& batch, std::size_t count, const sql::Dialect& dialect) {
    if (batch.recreate != schema::Batch::Recreate::automatic)
        return batch.recreate == schema::Batch::Recreate::always;
    return dialect.is_sqlite() &&
           std::any_of(batch.operations.begin(), batch.operations.begin() + count, is_beyond_sqlite);
}

// An expression that SQLite gave without the parentheses that it wants around it.
bool wants_parentheses(const std::string& sql) {
    static const std::regex closed(R"(^[0-9.]$|^'[^\n]+'$|^\([^\n]+\)$)");
    return !sql.empty() && !std::regex_search(sql, closed);
}

void add_parentheses(schema::Table& table) {
    for (const ColumnPtr& column : table.columns) {
        if (column->server_default.kind != schema::ServerDefaultKind::expression) continue;
        auto* text = dynamic_cast<const schema::Text*>(column->server_default.expression.get());
        if (text && wants_parentheses(text->text))
            column->server_default = schema::ServerDefault::of(schema::text("(" + text->text + ")"));
    }
}

// The affinity that the reference compares: the class of the type, not its group.
bool have_same_affinity(const schema::Type& a, const schema::Type& b) {
    return schema::affinity(a) == schema::affinity(b);
}

void collect_columns(const ExpressionPtr& node, std::vector<Name>& found) {
    if (!node) return;
    if (auto* ref = dynamic_cast<const schema::ColumnRef*>(node.get())) {
        if (ref->column || ref->from) found.emplace_back(ref->key.empty() ? ref->name.text : ref->key);
    } else if (auto* unary = dynamic_cast<const schema::Unary*>(node.get())) {
        collect_columns(unary->element, found);
    } else if (auto* function = dynamic_cast<const schema::Function*>(node.get())) {
        for (const ExpressionPtr& argument : function->arguments) collect_columns(argument, found);
    } else if (auto* grouping = dynamic_cast<const schema::Grouping*>(node.get())) {
        collect_columns(grouping->element, found);
    } else if (auto* binary = dynamic_cast<const schema::Binary*>(node.get())) {
        collect_columns(binary->left, found);
        collect_columns(binary->right, found);
    }
}

// The table in the making.
class NewTable {
  public:
    NewTable(const schema::Batch& batch, const sql::Dialect& dialect, TablePtr table, bool reflected)
        : batch_(batch), dialect_(dialect), table_(std::move(table)), reflected_(reflected) {
        for (const ColumnPtr& column : table_->columns) {
            transfers_.set(column->name.text, schema::column_ref(table_, column));
            existing_ordering_.push_back(column->name.text);
        }
        grab_elements();
    }

    void apply(const schema::Operation& operation) {
        std::visit([this](const auto& op) { apply(op); }, operation);
    }

    void execute(const std::function<void(const sql::Statement&)>& run) {
        TablePtr made = make();
        prepare();
        emit(schema::CreateTable{made, {}});
        run_all(run);
        try {
            emit_copy(made);
            emit(schema::DropTable{table_, {}});
            run_all(run);
        } catch (...) {
            statements_.clear();
            emit(schema::DropTable{made, {}});
            try {
                run_all(run);
            } catch (const Error&) {
                // A transaction that takes no more statements; what went wrong before is what counts.
            } catch (const python::Raised&) {
            }
            throw;
        }
        emit(schema::RenameTable{made->name, table_->name, table_->schema});
        run_all(run);
        made->name = table_->name;
        for (const IndexPtr& index : gathered_indexes(*made)) emit(schema::CreateIndex{made, index, {}});
        run_all(run);
    }

  private:
    void run_all(const std::function<void(const sql::Statement&)>& run) {
        std::vector<sql::Statement> statements = std::move(statements_);
        statements_.clear();
        for (const sql::Statement& statement : statements) run(statement);
    }

    void grab_elements() {
        for (const ColumnPtr& column : table_->columns) {
            ColumnPtr copy = schema::copy(*column);
            copy->foreign_keys.clear(); // they are constraints of the table
            copy->unique = copy->index = false;
            copy->nullable_given = column->nullable;
            columns_.set(column->name.text, copy);
        }
        primary_key_ = schema::copy(*table_->primary_key);
        primary_key_->implicit = false;
        grab(primary_key_);
        for (const ConstraintPtr& constraint : table_->sorted_constraints()) {
            if (constraint->type_bound) continue;
            if (reflected_ && constraint->kind == ConstraintKind::check && !constraint->name) continue;
            grab(constraint);
        }
        if (!reflected_)
            for (const ColumnPtr& column : table_->columns)
                for (const ConstraintPtr& constraint : column->constraints)
                    if (constraint->name) column_constraints_.set(constraint->name->text, column->name.text);
        for (const IndexPtr& index : table_->indexes)
            if (index->name) indexes_.set(index->name->text, index);
        options_ = batch_.table_options;
        for (const schema::Option& option : table_->options.items)
            if (!options_.find(option.key)) options_.items.push_back(option);
    }

    void grab(const ConstraintPtr& constraint) {
        if (constraint->name && !constraint->none_name)
            named_.set(constraint->name->text, constraint);
        else
            unnamed_.push_back(constraint);
    }

    ColumnPtr& column(const std::string& name) {
        if (ColumnPtr* found = columns_.find(name)) return *found;
        raise_key_error(name);
    }

    void forget_named(const schema::TypePtr& type) {
        if (!type) return;
        schema::TypePtr resolved = schema::resolve(type, dialect_.name());
        bool is_schema_type = resolved->kind == schema::TypeKind::boolean ||
                              resolved->kind == schema::TypeKind::enum_ ||
                              resolved->kind == schema::TypeKind::ENUM;
        if (is_schema_type && resolved->name) named_.remove(resolved->name->text);
    }

    void apply(const schema::AlterColumn& op) {
        if (op.existing_type && op.type) {
            TablePtr old = table_of_column(op.table, op.schema, op.metadata,
                                           column_of_type(op.column, op.existing_type));
            for (const ConstraintPtr& constraint : old->constraints)
                if (sql_writes(*constraint) && constraint->name) named_.remove(constraint->name->text);
        }
        ColumnPtr& existing = column(op.column.text);
        if (op.new_name && *op.new_name != op.column) {
            existing->key = existing->key_or_name();
            existing->name = *op.new_name;
            forget_named(op.existing_type);
        }
        if (op.type) {
            if (ExpressionPtr* transfer = transfers_.find(op.column.text);
                transfer && *transfer && dialect_.is_sqlite() &&
                !have_same_affinity(*existing->type, *op.type) &&
                schema::affinity(*op.type) != schema::Affinity::json)
                *transfer = schema::cast(schema::Operand(*transfer), op.type);
            existing->type = op.type;
        }
        if (op.nullable) existing->nullable_given = *op.nullable;
        if (op.default_change == schema::Change::drop) {
            existing->server_default = {};
        } else if (op.default_change == schema::Change::set) {
            if (op.identity || op.computed)
                throw schema::ArgumentError(fmt::format(
                    "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                    "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                    "'sqlalchemy.sql.elements.TextClause'>', got '<class 'sqlalchemy.sql.schema.{}'>'",
                    op.identity ? "Identity" : "Computed"));
            existing->server_default = op.server_default;
        }
        if (op.autoincrement)
            existing->autoincrement =
                *op.autoincrement ? schema::Autoincrement::yes : schema::Autoincrement::no;
        if (op.comment_change == schema::Change::set) existing->comment = op.comment;
        if (op.comment_change == schema::Change::drop) existing->comment.reset();
    }

    static bool sql_writes(const schema::Constraint& constraint) { return constraint.type_bound != nullptr; }

    void apply(const schema::AddColumn& op) {
        const std::string& name = op.column->name.text;
        set_dependencies(name, op.insert_before ? op.insert_before->text : "",
                         op.insert_after ? op.insert_after->text : "");
        TablePtr alone = table_of_column(op.table, op.schema, op.metadata, op.column);
        ColumnPtr copy = schema::copy(*op.column);
        copy->foreign_keys.clear();
        columns_.set(name, copy);
        transfers_.set(name, nullptr);
        // Those of the column's type come a second time, as the reference has them.
        for (const ConstraintPtr& constraint : alone->sorted_constraints()) add_constraint(constraint);
        for (const IndexPtr& index : alone->indexes) new_indexes_.set(index->name->text, index);
    }

    void apply(const schema::DropColumn& op) {
        const std::string& name = op.column.text;
        std::erase_if(primary_key_->columns, [&](const Name& key) { return key.text == name; });
        if (!columns_.remove(name)) raise_key_error(name);
        transfers_.remove(name);
        std::erase(existing_ordering_, name);
    }

    void apply(const schema::CreateConstraint& op) { add_constraint(op.constraint); }

    void add_constraint(const ConstraintPtr& constraint) {
        if (!constraint->name && !constraint->none_name)
            python::raise(python::Exc::ValueError, "Constraint must have a name");
        if (constraint->kind == ConstraintKind::primary_key) std::erase(unnamed_, primary_key_);
        grab(constraint);
    }

    void apply(const schema::DropConstraint& op) {
        schema::Constraint generic(op.type == "foreignkey" ? ConstraintKind::foreign_key
                                   : op.type == "primary"  ? ConstraintKind::primary_key
                                   : op.type == "unique"   ? ConstraintKind::unique
                                   : op.type == "check"    ? ConstraintKind::check
                                                           : ConstraintKind::generic);
        generic.name = op.name;
        if (op.table && op.table->metadata && !(op.name && op.name->conventional))
            if (auto made = conventional_name(generic, *op.table, *op.table->metadata)) generic.name = made;
        if (!generic.name || generic.name->empty())
            python::raise(python::Exc::ValueError, "Constraint must have a name");
        const std::string& name = generic.name->text;
        if (std::string* owner = column_constraints_.find(name)) {
            std::erase_if(column(*owner)->constraints,
                          [&](const ConstraintPtr& c) { return c->name && c->name->text == name; });
            column_constraints_.remove(name);
            return;
        }
        ConstraintPtr* found = named_.find(name);
        if (!found) python::raise(python::Exc::ValueError, fmt::format("No such constraint: '{}'", name));
        if ((*found)->kind == ConstraintKind::primary_key)
            for (const Name& key : (*found)->columns) column(key.text)->primary_key = false;
        named_.remove(name);
    }

    void apply(const schema::CreateIndex& op) {
        new_indexes_.set(op.index->name ? op.index->name->text : "", op.index);
    }

    void apply(const schema::DropIndex& op) {
        std::string name = op.index->name ? op.index->name->text : "";
        if (!indexes_.remove(name))
            python::raise(python::Exc::ValueError, fmt::format("No such index: '{}'", name));
    }

    // Comments are part of what is made anew.
    void apply(const schema::TableComment&) {}
    void apply(const schema::RenameTable&) {
        python::raise(python::Exc::NotImplementedError,
                      "A batch does not rename its table: call op.rename_table() outside of it");
    }
    void apply(const schema::CreateTable&) {
        python::raise(python::Exc::NotImplementedError, "Can't create table in batch mode");
    }
    void apply(const schema::DropTable&) {
        python::raise(python::Exc::NotImplementedError, "Can't drop table in batch mode");
    }
    // Statements of other kinds run at once and are never collected.
    template <class Other> void apply(const Other&) {}

    // Where a new column stands: pairs of a column and one that comes after it.
    void set_dependencies(const std::string& name, std::string before, std::string after) {
        auto place = [&](const std::string& other) {
            return std::find(existing_ordering_.begin(), existing_ordering_.end(), other);
        };
        if (batch_.partial_reordering.empty()) {
            if (!after.empty() && before.empty()) {
                auto at = place(after);
                if (at != existing_ordering_.end()) {
                    if (at + 1 != existing_ordering_.end()) before = *(at + 1);
                } else {
                    auto pair = std::find_if(added_.rbegin(), added_.rend(),
                                             [&](const auto& p) { return p.first == after; });
                    if (pair == added_.rend()) raise_key_error(after);
                    before = pair->second;
                }
            }
            if (!before.empty() && after.empty()) {
                auto at = place(before);
                if (at != existing_ordering_.end()) {
                    if (at != existing_ordering_.begin()) after = *(at - 1);
                } else {
                    auto pair = std::find_if(added_.rbegin(), added_.rend(),
                                             [&](const auto& p) { return p.second == before; });
                    if (pair == added_.rend()) raise_key_error(before);
                    after = pair->first;
                }
            }
        }
        if (!before.empty()) added_.emplace_back(name, before);
        if (!after.empty()) added_.emplace_back(after, name);
        if (batch_.partial_reordering.empty() && before.empty() && after.empty() &&
            !existing_ordering_.empty())
            added_.emplace_back(existing_ordering_.back(), name);
    }

    void reorder() {
        std::vector<std::pair<std::string, std::string>> pairs;
        if (!batch_.partial_reordering.empty()) {
            for (const auto& group : batch_.partial_reordering)
                for (std::size_t i = 1; i < group.size(); ++i) pairs.emplace_back(group[i - 1], group[i]);
        } else {
            for (std::size_t i = 1; i < existing_ordering_.size() && i < columns_.items.size(); ++i)
                pairs.emplace_back(columns_.items[i - 1].first, existing_ordering_[i]);
        }
        pairs.insert(pairs.end(), added_.begin(), added_.end());
        std::erase_if(pairs, [](const auto& pair) { return pair.first == pair.second; });

        std::vector<std::string> left, sorted;
        for (const auto& item : columns_.items) left.push_back(item.first);
        while (!left.empty()) {
            std::vector<std::string> ready, rest;
            for (const std::string& name : left) {
                bool blocked = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
                    return pair.second == name &&
                           std::find(left.begin(), left.end(), pair.first) != left.end();
                });
                (blocked ? rest : ready).push_back(name);
            }
            if (ready.empty()) raise_circle(rest, pairs);
            sorted.insert(sorted.end(), ready.begin(), ready.end());
            left = std::move(rest);
        }
        Ordered<ColumnPtr> columns;
        Ordered<ExpressionPtr> transfers;
        for (const std::string& name : sorted) {
            columns.set(name, *columns_.find(name));
            transfers.set(name, *transfers_.find(name));
        }
        columns_ = std::move(columns);
        transfers_ = std::move(transfers);
    }

    TablePtr make() {
        if (!batch_.partial_reordering.empty() || !added_.empty()) reorder();
        auto made = std::make_shared<schema::Table>();
        made->name = temporary_name();
        made->schema = table_->schema;
        made->options = options_;
        made->prefixes = {};
        made->metadata = std::make_shared<schema::MetaData>();
        for (const auto& [name, column] : columns_.items) made->append(column);
        for (const ColumnPtr& column : batch_.table_columns) made->append(schema::copy(*column));
        for (const ConstraintPtr& constraint : batch_.table_constraints) made->append(constraint);
        std::vector<ConstraintPtr> all;
        for (const auto& [name, constraint] : named_.items) all.push_back(constraint);
        all.insert(all.end(), unnamed_.begin(), unnamed_.end());
        for (const ConstraintPtr& constraint : all) {
            bool complete =
                std::all_of(constraint->columns.begin(), constraint->columns.end(), [&](const Name& key) {
                    return made->find(key.text) && transfers_.find(key.text);
                });
            if (!complete) continue;
            ConstraintPtr copy = schema::copy(*constraint);
            // Names are as they are; conventions have had their say.
            bool conventional = copy->name && copy->name->conventional;
            made->append(copy);
            if (copy->name) copy->name->conventional = conventional;
        }
        return made;
    }

    Name temporary_name() const {
        std::string text = "_alembic_tmp_" + table_->name.text;
        std::size_t bytes = 0;
        for (int characters = 0; bytes < text.size() && characters < 50; ++characters) {
            ++bytes;
            while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) ++bytes;
        }
        return Name(text.substr(0, bytes));
    }

    // PostgreSQL: constraints' names are the schema's, so that the old ones must go first.
    void prepare() {
        if (!dialect_.is_postgresql()) return;
        for (const ConstraintPtr& constraint : table_->sorted_constraints())
            if (constraint->name && named_.find(constraint->name->text))
                emit(schema::DropConstraint{table_, constraint->name, "", {}, {}});
        if (table_->primary_key->name && named_.find(table_->primary_key->name->text))
            emit(schema::DropConstraint{table_, table_->primary_key->name, "primary", {}, {}});
    }

    void emit_copy(const TablePtr& made) {
        auto select = std::make_shared<schema::Select>();
        schema::Insert insert;
        insert.table = made;
        insert.is_inline = true;
        for (const auto& [name, expression] : transfers_.items) {
            if (!expression) continue;
            insert.select_names.push_back(name);
            select->columns.push_back(expression);
        }
        insert.select = select;
        statements_.push_back(sql::compile(insert, dialect_, sql::Rendering::execution));
    }

    std::vector<IndexPtr> gathered_indexes(const schema::Table& made) const {
        std::vector<IndexPtr> all;
        for (const auto& [name, index] : indexes_.items) {
            if (is_columns_own(*index)) continue;
            all.push_back(std::make_shared<schema::Index>(*index));
        }
        for (const auto& [name, index] : new_indexes_.items) {
            auto copy = std::make_shared<schema::Index>(*index);
            std::vector<Name> keys;
            for (const schema::IndexElement& element : index->elements) {
                if (!element.column.empty())
                    keys.emplace_back(element.column);
                else if (auto* text = dynamic_cast<const schema::Text*>(element.expression.get()))
                    keys.emplace_back(text->text); // which no column is called
                else
                    collect_columns(element.expression, keys);
            }
            copy->elements.clear();
            for (const Name& key : keys) {
                if (!made.find(key.text)) raise_key_error(key.text);
                copy->elements.push_back({key.text, nullptr});
            }
            all.push_back(copy);
        }
        return all;
    }

    // Column(index=True): the column says so itself, and its copy does not. What a type brings comes again.
    bool is_columns_own(const schema::Index& index) const {
        if (index.type_bound) return true;
        if (index.elements.size() != 1 || index.elements.front().column.empty()) return false;
        const schema::Column* found = table_->find(index.elements.front().column);
        return found && found->index.value_or(false);
    }

    void emit(const schema::Operation& operation) {
        sql::OperationOptions options;
        options.offline = false;
        for (sql::Statement& statement : sql::statements(operation, dialect_, options))
            statements_.push_back(std::move(statement));
    }

    const schema::Batch& batch_;
    const sql::Dialect& dialect_;
    TablePtr table_;
    bool reflected_;
    Ordered<ColumnPtr> columns_;
    Ordered<ExpressionPtr> transfers_; // by the old name; null: nothing to copy
    std::vector<std::string> existing_ordering_;
    std::vector<std::pair<std::string, std::string>> added_;
    ConstraintPtr primary_key_;
    Ordered<ConstraintPtr> named_;
    std::vector<ConstraintPtr> unnamed_;
    Ordered<std::string> column_constraints_; // name to column
    Ordered<IndexPtr> indexes_, new_indexes_;
    schema::Options options_;
    std::vector<sql::Statement> statements_;
};

} // namespace

bool needs_new_table(const schema::Batch& batch, const sql::Dialect& dialect) {
    for (std::size_t i = 0; i < batch.operations.size(); ++i) {
        auto* add = std::get_if<schema::AddColumn>(&batch.operations[i]);
        if (add && (add->insert_before || add->insert_after) && !needs_new_table(batch, i, dialect))
            throw CommandError("Can't specify insert_before or insert_after when using ALTER; please specify "
                               "recreate='always'");
    }
    return needs_new_table(batch, batch.operations.size(), dialect);
}

void run_batch(const schema::Batch& batch, const sql::Dialect& dialect,
               const std::function<TablePtr()>& reflect,
               const std::function<void(const sql::Statement&)>& run) {
    TablePtr table = batch.copy_from;
    bool reflected = !table;
    if (reflected) {
        table = reflect();
        if (dialect.is_sqlite()) add_parentheses(*table);
    }
    NewTable made(batch, dialect, table, reflected);
    for (const schema::Operation& operation : batch.operations) made.apply(operation);
    made.execute(run);
}

} // namespace limbeck::alembic
