#include "sqlalchemy/reflect.hpp"

#include "schema/build.hpp"

#include <algorithm>
#include <map>

namespace limbeck::sqlalchemy {

namespace {

using schema::ConstraintKind;
using schema::Name;

class Reflection {
  public:
    Reflection(schema::Table& table, Inspector& inspector, const ReflectOptions& options)
        : table_(table), inspector_(inspector), options_(options) {
        if (table.schema) schema_ = table.schema->text;
    }

    void run() {
        columns();
        primary_key();
        foreign_keys();
        indexes();
        uniques();
        checks();
        if (inspector_.dialect_name() == "sqlite") return; // it has no comments
        if (auto comment = inspector_.table_comment(table_.name.text, schema_)) table_.comment = comment;
    }

  private:
    const std::string& name() const { return table_.name.text; }

    bool is_wanted(const std::string& column) const {
        if (options_.include_columns &&
            std::find(options_.include_columns->begin(), options_.include_columns->end(), column) ==
                options_.include_columns->end())
            return false;
        return std::find(options_.exclude_columns.begin(), options_.exclude_columns.end(), column) ==
               options_.exclude_columns.end();
    }

    void columns() {
        for (ReflectedColumn& found : inspector_.columns(name(), schema_)) {
            std::string original = found.name, key;
            if (options_.column) key = options_.column(found);
            if (!is_wanted(original)) continue;
            auto column = std::make_shared<schema::Column>();
            column->name = Name(found.name);
            column->key = key == found.name ? "" : key;
            keys_[original] = column->key_or_name();
            column->type = found.type;
            column->nullable_given = found.nullable;
            column->comment = found.comment;
            if (found.default_sql)
                column->server_default = schema::ServerDefault::of(schema::text(*found.default_sql));
            if (found.autoincrement) column->autoincrement = schema::Autoincrement::yes;
            column->identity = found.identity;
            if (found.computed) {
                column->computed =
                    schema::Computed{schema::text(found.computed->sql), found.computed->persisted};
                column->server_default = {};
            }
            table_.append(column);
        }
    }

    // The key of a column that was taken; nothing for one that was left out.
    std::optional<std::string> key_of(const std::string& column) const {
        auto found = keys_.find(column);
        if (found != keys_.end()) return found->second;
        if (table_.find(column)) return column;
        return std::nullopt;
    }

    // False where a column of the constraint was left out: the constraint is, too.
    bool key_columns(schema::Constraint& made, const std::vector<std::string>& columns) const {
        for (const std::string& column : columns) {
            auto key = key_of(column);
            if (!key) return false;
            made.columns.emplace_back(*key);
        }
        return true;
    }

    void primary_key() {
        ReflectedPrimaryKey found = inspector_.primary_key(name(), schema_);
        std::vector<Name> keys;
        for (const std::string& column : found.columns) {
            // One that the script gives itself says so itself.
            bool excluded = std::find(options_.exclude_columns.begin(), options_.exclude_columns.end(),
                                      column) != options_.exclude_columns.end();
            if (auto key = key_of(column); key && !excluded) keys.emplace_back(*key);
        }
        if (found.name) table_.primary_key->name = Name(*found.name);
        if (found.comment) table_.primary_key->comment = found.comment;
        if (!keys.empty()) {
            for (const Name& key : keys) table_.find_pointer(key.text)->primary_key = true;
            table_.primary_key->columns = keys;
        }
        if (!table_.primary_key->name && table_.metadata)
            if (auto made = conventional_name(*table_.primary_key, table_, *table_.metadata))
                table_.primary_key->name = made;
    }

    void foreign_keys() {
        for (const ReflectedForeignKey& found : inspector_.foreign_keys(name(), schema_)) {
            auto made = std::make_shared<schema::Constraint>(ConstraintKind::foreign_key);
            if (!key_columns(*made, found.columns)) continue;
            if (found.name) made->name = Name(*found.name);
            made->referred_table = Name(found.referred_table);
            if (found.referred_schema) made->referred_schema = Name(*found.referred_schema);
            for (const std::string& column : found.referred_columns)
                made->referred_columns.emplace_back(column);
            made->onupdate = found.onupdate;
            made->ondelete = found.ondelete;
            made->initially = found.initially;
            made->match = found.match;
            made->deferrable = found.deferrable;
            made->comment = found.comment;
            table_.append(made);
        }
    }

    schema::IndexElement element(const ReflectedIndex& index, std::size_t i) const {
        schema::IndexElement made;
        if (!index.expressions.empty() && (i >= index.columns.size() || !index.columns[i])) {
            made.expression = schema::text(index.expressions[i]);
            return made;
        }
        const std::string& column = *index.columns[i];
        auto key = key_of(column);
        made.column = key ? *key : column;
        auto sorting = std::find_if(index.sorting.begin(), index.sorting.end(),
                                    [&](const auto& entry) { return entry.first == column; });
        if (sorting == index.sorting.end()) return made;
        auto found = table_.find_pointer(made.column);
        if (!found) return made;
        auto ref = std::make_shared<schema::ColumnRef>();
        ref->name = found->name;
        ref->key = found->key_or_name();
        ref->type = found->type;
        ref->column = found;
        schema::ExpressionPtr expression = ref;
        for (const std::string& word : sorting->second) {
            if (word == "asc") expression = schema::unary(schema::Operator::asc, expression);
            if (word == "desc") expression = schema::unary(schema::Operator::desc, expression);
            if (word == "nulls_first") expression = schema::unary(schema::Operator::nulls_first, expression);
            if (word == "nulls_last") expression = schema::unary(schema::Operator::nulls_last, expression);
        }
        made.column.clear();
        made.expression = expression;
        return made;
    }

    void indexes() {
        for (const ReflectedIndex& found : inspector_.indexes(name(), schema_)) {
            if (found.duplicates_constraint) continue;
            bool complete = std::all_of(found.columns.begin(), found.columns.end(),
                                        [&](const auto& column) { return !column || key_of(*column); });
            if (!complete) continue;
            auto made = std::make_shared<schema::Index>();
            made->name = Name(found.name);
            made->unique = found.unique;
            std::size_t size = std::max(found.columns.size(), found.expressions.size());
            for (std::size_t i = 0; i < size; ++i) made->elements.push_back(element(found, i));
            set_options(*made, found);
            table_.append(made);
        }
    }

    void set_options(schema::Index& made, const ReflectedIndex& found) const {
        bool sqlite = inspector_.dialect_name() == "sqlite";
        if (found.where)
            made.options.set(sqlite ? "sqlite_where" : "postgresql_where",
                             schema::ExpressionPtr(schema::text(*found.where)));
        if (sqlite) return;
        if (!found.using_.empty()) made.options.set("postgresql_using", schema::Value(found.using_));
        if (!found.include.empty()) {
            schema::List names;
            for (const std::string& column : found.include) names.items.emplace_back(column);
            made.options.set("postgresql_include", schema::Value(std::move(names)));
        }
        auto dict = [&](std::string key, const std::vector<std::pair<std::string, std::string>>& entries) {
            if (entries.empty()) return;
            schema::Dict values;
            for (const auto& [left, right] : entries)
                values.items.emplace_back(schema::Value(left), schema::Value(right));
            made.options.set(std::move(key), schema::Value(std::move(values)));
        };
        dict("postgresql_with", found.with);
        dict("postgresql_ops", found.operator_classes);
        if (found.nulls_not_distinct) made.options.set("postgresql_nulls_not_distinct", schema::Value(true));
    }

    void uniques() {
        for (const ReflectedUnique& found : inspector_.unique_constraints(name(), schema_)) {
            auto made = std::make_shared<schema::Constraint>(ConstraintKind::unique);
            if (!key_columns(*made, found.columns)) continue;
            if (found.name) made->name = Name(*found.name);
            made->comment = found.comment;
            if (found.nulls_not_distinct)
                made->options.set("postgresql_nulls_not_distinct", schema::Value(true));
            table_.append(made);
        }
    }

    void checks() {
        for (const ReflectedCheck& found : inspector_.check_constraints(name(), schema_)) {
            auto made = std::make_shared<schema::Constraint>(ConstraintKind::check);
            if (found.name) made->name = Name(*found.name);
            made->sqltext = schema::text(found.sql);
            made->comment = found.comment;
            if (found.not_valid) made->options.set("postgresql_not_valid", schema::Value(true));
            table_.append(made);
        }
    }

    schema::Table& table_;
    Inspector& inspector_;
    const ReflectOptions& options_;
    Inspector::Schema schema_;
    std::map<std::string, std::string> keys_; // name in the database to key
};

} // namespace

void reflect_into(schema::Table& table, Inspector& inspector, const ReflectOptions& options) {
    Reflection(table, inspector, options).run();
}

} // namespace limbeck::sqlalchemy
