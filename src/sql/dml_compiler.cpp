#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/row_sources.hpp"

namespace limbeck::sql {

using schema::as;
using schema::CompileError;
using schema::get_if;

namespace {

const schema::Table& table_of(const schema::Dml& dml) {
    const schema::Expression* from = dml.table.get();
    while (auto* alias = get_if<schema::Alias>(*from)) from = alias->element.get();
    auto* table = get_if<schema::Table>(*from);
    if (!table) throw CompileError("INSERT, UPDATE and DELETE need a table");
    return *table;
}

[[noreturn]] void unconsumed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    throw CompileError("Unconsumed column names: " + list);
}

// Whether it is a value for the column as a whole.
bool is_for(const schema::Assignment& value, const schema::Column& column) {
    if (value.target) return false;
    return value.column ? value.column->name == column.name : value.key == column.key_or_name();
}

const schema::Assignment* find(const std::vector<schema::Assignment>& values, const schema::Column& column) {
    for (const schema::Assignment& value : values)
        if (is_for(value, column)) return &value;
    return nullptr;
}

bool has_column(const schema::Table& table, const schema::Assignment& value) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const schema::ColumnPtr& column) { return is_for(value, *column); });
}

std::string key_of(const schema::Assignment& value) {
    return value.column ? value.column->name.text : value.key;
}

void refuse_unknown(const std::vector<schema::Assignment>& values, const schema::Table& table) {
    std::vector<std::string> unknown;
    for (const schema::Assignment& value : values)
        if (!value.target && !has_column(table, value)) unknown.push_back(key_of(value));
    if (!unknown.empty()) unconsumed(unknown);
}

// The columns of a table that an INSERT from a SELECT fills with defaults.
std::vector<const schema::Column*> defaulted(const schema::Insert& insert, const schema::Table& table) {
    std::vector<const schema::Column*> found;
    if (table.light || !insert.include_defaults) return found;
    for (const schema::ColumnPtr& column : table.columns) {
        bool named = std::any_of(insert.select_names.begin(), insert.select_names.end(),
                                 [&](const std::string& name) { return name == column->key_or_name(); });
        if (!named && column->client_default) found.push_back(column.get());
    }
    return found;
}

} // namespace

schema::ExpressionPtr ExpressionCompiler::assigned(const schema::Assignment& assignment,
                                                   const std::string& key, const schema::TypePtr& type,
                                                   std::size_t row) {
    if (!assignment.expression) {
        // Inside another statement, as a CTE, the names of columns may be taken.
        if (stack_.size() > 1) return keep(schema::literal(assignment.value, type));
        std::string name = row == static_cast<std::size_t>(-1) ? key : key + "_m" + std::to_string(row);
        column_binds_.insert(name);
        return keep(schema::bindparam(schema::Name(name), assignment.value, type));
    }
    schema::ExpressionPtr value = assignment.expression;
    if (value->kind == schema::ExpressionKind::select ||
        value->kind == schema::ExpressionKind::compound_select)
        return keep(schema::scalar_subquery(value));
    if (auto* bind = get_if<schema::Bind>(*value); bind && bind->type->kind == schema::TypeKind::null) {
        auto typed = std::make_shared<schema::Bind>(*bind);
        typed->type = type;
        return keep(typed);
    }
    return keep(schema::self_group(value));
}

schema::ExpressionPtr ExpressionCompiler::assigned_apart(const schema::Assignment& assignment,
                                                         const std::string& key,
                                                         const schema::TypePtr& type) {
    return assignment.expression ? assigned(assignment, key, type)
                                 : keep(schema::literal(assignment.value, type));
}

schema::ExpressionPtr ExpressionCompiler::default_of(const schema::Column& column,
                                                     const schema::ClientDefault& value,
                                                     const std::vector<schema::Assignment>* row,
                                                     const std::string& given_name) {
    if (value.expression) return keep(schema::self_group(value.expression));
    schema::Name name(given_name.empty() ? column.key_or_name() : given_name);
    // Texts show the parameter, whose value is made when the statement is sent.
    if (rendering_ != Rendering::execution) return keep(schema::bindparam(name, std::nullopt, column.type));
    schema::Value made = value.value.value_or(schema::Value());
    if (value.callable)
        made = value.callable(row ? row_parameters(*row) : schema::ClientDefault::Parameters());
    return keep(schema::bindparam(name, std::move(made), column.type));
}

schema::ClientDefault::Parameters
ExpressionCompiler::row_parameters(const std::vector<schema::Assignment>& values) const {
    schema::ClientDefault::Parameters row;
    for (const schema::Assignment& value : values) {
        auto* bind = value.expression ? get_if<schema::Bind>(*value.expression) : nullptr;
        if (!value.expression)
            row.emplace_back(value.key, value.value);
        else if (bind)
            row.emplace_back(bind->key.text, bind->value);
    }
    if (!given_) return row;
    for (const auto& given : *given_) {
        auto known =
            std::find_if(row.begin(), row.end(), [&](const auto& item) { return item.first == given.first; });
        if (known == row.end())
            row.emplace_back(given.first, given.second);
        else
            known->second = given.second;
    }
    return row;
}

std::vector<ExpressionCompiler::Pair> ExpressionCompiler::insert_pairs(const schema::Insert& insert) {
    const schema::Table& table = table_of(insert);
    std::vector<Pair> pairs;
    const auto& first = insert.multi_values.empty() ? insert.values : insert.multi_values.front();
    bool everything = first.empty() && !insert.has_values && !insert.select && !insert.parameter_keys;
    refuse_unknown(first, table);
    for (const schema::ColumnPtr& column : table.columns) {
        const std::string& key = column->key_or_name();
        if (const schema::Assignment* value = find(first, *column)) {
            std::size_t row = insert.multi_values.empty() ? static_cast<std::size_t>(-1) : 0;
            pairs.push_back({column.get(), column->name, assigned(*value, key, column->type, row)});
        } else if (everything || (insert.parameter_keys &&
                                  std::find(insert.parameter_keys->begin(), insert.parameter_keys->end(),
                                            key) != insert.parameter_keys->end())) {
            column_binds_.insert(key);
            pairs.push_back({column.get(), column->name,
                             keep(schema::bindparam(schema::Name(key), std::nullopt, column->type)),
                             everything});
        } else if (table.light || insert.select) {
            continue;
        } else if (column->sequence && dialect_.is_postgresql() && !column->sequence->optional) {
            auto next = std::make_shared<schema::NextValue>();
            next->sequence = column->sequence;
            pairs.push_back({column.get(), column->name, keep(next)});
        } else if (column->client_default) {
            pairs.push_back(
                {column.get(), column->name, default_of(*column, *column->client_default, &first)});
        }
    }
    return pairs;
}

std::vector<schema::ExpressionPtr> ExpressionCompiler::implicit_returning(const schema::Insert& insert,
                                                                          const std::vector<Pair>& pairs) {
    std::vector<ExpressionPtr> columns;
    const schema::Table& table = table_of(insert);
    bool wanted = dialect_.is_postgresql() && !table.light && table.primary_key && stack_.size() == 1 &&
                  !insert.is_inline && !insert.has_returning && insert.multi_values.empty() && !insert.select;
    if (!wanted) return columns;
    const schema::Column* counting = table.autoincrement_column();
    for (const schema::Name& key : table.primary_key->columns) {
        const schema::Column* column = table.find(key.text);
        if (!column) continue;
        auto given =
            std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.column == column; });
        bool by_server = column->server_default.present() || column->identity || column == counting;
        bool by_expression = given != pairs.end() && given->expression->kind != schema::ExpressionKind::bind;
        if (given == pairs.end() ? !by_server : !by_expression) continue;
        auto ref = std::make_shared<schema::ColumnRef>();
        ref->from = insert.table;
        ref->name = column->name;
        ref->key = column->key_or_name();
        ref->type = column->type;
        columns.push_back(keep(ref));
    }
    return columns;
}

// The SELECT of an INSERT, and behind its columns the defaults of those that it leaves out.
schema::ExpressionPtr ExpressionCompiler::with_defaults(const schema::Insert& insert) {
    auto* select = get_if<schema::Select>(*insert.select);
    std::vector<const schema::Column*> missing = defaulted(insert, table_of(insert));
    if (!select || missing.empty()) return insert.select;
    auto made = std::make_shared<schema::Select>(*select);
    for (const schema::Column* column : missing)
        made->columns.push_back(default_of(*column, *column->client_default, nullptr));
    return keep(made);
}

void ExpressionCompiler::write_insert(const schema::Insert& insert, const Context& given) {
    bool toplevel = stack_.empty();
    Context c;
    c.literal = given.literal;
    std::size_t start = out_.size();
    Entry entry;
    entry.selectable = &insert;
    stack_.push_back(entry);
    const schema::Table& table = table_of(insert);
    std::vector<Pair> pairs = insert_pairs(insert);

    out_ += "INSERT ";
    write_prefixes(insert.prefixes);
    out_ += "INTO ";
    append_qualified(out_, table.schema, table.name, dialect_);
    auto names = [&] {
        out_ += " (";
        for (const Pair& pair : pairs) {
            if (&pair != &pairs.front()) out_ += ", ";
            append_name(out_, pair.name, dialect_);
        }
        out_ += ')';
    };
    if (insert.select) {
        if (!insert.select_names.empty()) {
            out_ += " (";
            for (const std::string& name : insert.select_names) {
                if (&name != &insert.select_names.front()) out_ += ", ";
                const schema::Column* column = table.find(name);
                append_name(out_, column ? column->name : schema::Name(name), dialect_);
            }
            for (const schema::Column* column : defaulted(insert, table)) {
                out_ += ", ";
                append_name(out_, column->name, dialect_);
            }
            out_ += ')';
        }
        write_independent_ctes(insert, c);
        out_ += ' ';
        Context inner = c;
        inner.insert_into = true;
        write(*with_defaults(insert), inner);
    } else if (pairs.empty()) {
        out_ += dialect_.is_generic() ? " () VALUES ()" : " DEFAULT VALUES";
    } else {
        names();
        out_ += " VALUES (";
        for (const Pair& pair : pairs) {
            if (&pair != &pairs.front()) out_ += ", ";
            write(*pair.expression, pair.always_marker ? Context() : c);
        }
        out_ += ')';
        for (std::size_t row = 1; row < insert.multi_values.size(); ++row) {
            out_ += ", (";
            for (const Pair& pair : pairs) {
                if (&pair != &pairs.front()) out_ += ", ";
                const schema::Assignment* value = find(insert.multi_values[row], *pair.column);
                if (!value && pair.column->client_default) {
                    std::string name = pair.column->key_or_name() + "_m" + std::to_string(row);
                    write(*default_of(*pair.column, *pair.column->client_default, &insert.multi_values[row],
                                      name),
                          c);
                    continue;
                }
                if (!value)
                    throw CompileError(
                        fmt::format("INSERT value for column {}.{} is explicitly rendered as a bound "
                                    "parameter in the VALUES clause; a Python-side value or SQL expression "
                                    "is required",
                                    table.full_name(), pair.name.text));
                write(*assigned(*value, pair.column->key_or_name(), pair.column->type, row), c);
            }
            out_ += ')';
        }
    }
    if (!insert.select) write_independent_ctes(insert, c);
    if (insert.on_conflict) write_on_conflict(insert, c);
    std::vector<ExpressionPtr> returning =
        insert.has_returning ? insert.returning : implicit_returning(insert, pairs);
    if (!returning.empty()) write_returning(returning, c, toplevel);
    insert_ctes(start, toplevel, true);
    stack_.pop_back();
}

void ExpressionCompiler::write_returning(const std::vector<ExpressionPtr>& columns, const Context& given,
                                         bool toplevel) {
    Context c = given;
    c.include_table = !dialect_.is_sqlite();
    out_ += " RETURNING ";
    write_columns(expanded(columns), c, {false, false, toplevel});
}

void ExpressionCompiler::write_conflict_target(const schema::OnConflict& conflict, const Context& given) {
    if (conflict.constraint && dialect_.is_postgresql()) {
        out_ += " ON CONSTRAINT ";
        append_constraint_name(out_, *conflict.constraint, dialect_);
        return;
    }
    if (!conflict.elements) return;
    Context c = given;
    c.include_table = false;
    c.use_schema = false;
    out_ += " (";
    write_items(*conflict.elements, ", ", c);
    out_ += ')';
    if (!conflict.elements_where) return;
    // SQLite takes no parameters here.
    if (dialect_.is_sqlite()) c.literal_execute = true;
    out_ += " WHERE ";
    write(*conflict.elements_where, c);
}

void ExpressionCompiler::write_on_conflict(const schema::Insert& insert, const Context& given) {
    const schema::OnConflict& conflict = *insert.on_conflict;
    const schema::Table& table = table_of(insert);
    out_ += " ON CONFLICT";
    write_conflict_target(conflict, given);
    if (!conflict.update) {
        out_ += " DO NOTHING";
        return;
    }
    // Without a target the reference leaves the blank of its place.
    if ((!conflict.constraint || dialect_.is_sqlite()) && !conflict.elements) out_ += ' ';
    out_ += " DO UPDATE SET ";
    Context c = given;
    c.use_schema = false;
    bool first = true;
    auto set = [&](const schema::Name& name, const schema::Assignment& value, const schema::TypePtr& type) {
        if (!first) out_ += ", ";
        first = false;
        append_name(out_, name, dialect_);
        out_ += " = ";
        write(*assigned_apart(value, name.text, type), c);
    };
    for (const schema::ColumnPtr& column : table.columns)
        if (const schema::Assignment* value = find(conflict.set, *column))
            set(column->name, *value, column->type);
    for (const schema::Assignment& value : conflict.set)
        if (!has_column(table, value)) set(schema::Name(key_of(value)), value, schema::null_type());
    if (!conflict.update_where) return;
    Context where = given;
    where.use_schema = false;
    out_ += " WHERE ";
    write(*conflict.update_where, where);
}

namespace {

const std::vector<schema::Assignment>& values_of(const schema::Update& update) {
    return update.ordered_values.empty() ? update.values : update.ordered_values;
}

} // namespace

std::vector<ExpressionCompiler::Pair> ExpressionCompiler::update_pairs(const schema::Update& update) {
    const schema::Table& table = table_of(update);
    std::vector<Pair> pairs;
    const auto& values = values_of(update);
    bool everything = values.empty() && !update.has_values && !update.parameter_keys;
    refuse_unknown(values, table);
    // Parts of columns come first.
    for (const schema::Assignment& value : values)
        if (value.target)
            pairs.push_back({nullptr, schema::Name(), assigned_apart(value, {}, value.target->type), false,
                             value.target});
    if (!update.ordered_values.empty())
        for (const schema::Assignment& value : update.ordered_values)
            for (const schema::ColumnPtr& column : table.columns)
                if (is_for(value, *column))
                    pairs.push_back(
                        {column.get(), column->name, assigned(value, column->key_or_name(), column->type)});
    for (const schema::ColumnPtr& column : table.columns) {
        const std::string& key = column->key_or_name();
        const schema::Assignment* value = find(values, *column);
        if (value && !update.ordered_values.empty()) continue;
        if (value) {
            pairs.push_back({column.get(), column->name, assigned(*value, key, column->type)});
        } else if (everything || (update.parameter_keys &&
                                  std::find(update.parameter_keys->begin(), update.parameter_keys->end(),
                                            key) != update.parameter_keys->end())) {
            column_binds_.insert(key);
            pairs.push_back({column.get(), column->name,
                             keep(schema::bindparam(schema::Name(key), std::nullopt, column->type)),
                             everything});
        } else if (column->onupdate) {
            pairs.push_back({column.get(), column->name, default_of(*column, *column->onupdate, &values)});
        }
    }
    return pairs;
}

std::vector<const schema::Expression*>
ExpressionCompiler::extra_froms(const schema::Dml& dml, const std::vector<ExpressionPtr>& where,
                                const std::vector<schema::Assignment>& values) {
    std::vector<const Expression*> froms;
    for (const ExpressionPtr& condition : where) collect_froms(*condition, froms);
    for (const schema::Assignment& each : values)
        if (each.expression) collect_froms(*each.expression, froms);
    std::erase_if(froms, [&](const Expression* from) { return from == dml.table.get(); });
    return froms;
}

void ExpressionCompiler::write_extra_froms(std::string_view word, const std::vector<const Expression*>& froms,
                                           const Context& c) {
    out_ += word;
    Context source = c;
    source.asfrom = true;
    for (std::size_t i = 0; i < froms.size(); ++i) {
        if (i > 0) out_ += ", ";
        write_from(*froms[i], source);
    }
}

namespace {

// with_hint("ONLY"): the table without those that inherit from it.
bool asks_for_only(const schema::Dml& statement, const Dialect& dialect) {
    return dialect.is_postgresql() &&
           std::any_of(statement.hints.begin(), statement.hints.end(), [&](const schema::Hint& hint) {
               return hint.text == "ONLY" && (hint.dialect == "*" || hint.dialect == dialect.name());
           });
}

} // namespace

void ExpressionCompiler::enter(const schema::Dml& statement, const std::vector<const Expression*>& froms) {
    Entry entry;
    entry.selectable = &statement;
    entry.asfrom = Froms(froms.begin(), froms.end());
    entry.asfrom.insert(statement.table.get());
    entry.correlate = entry.asfrom;
    stack_.push_back(std::move(entry));
}

void ExpressionCompiler::write_update(const schema::Update& update, const Context& given) {
    bool toplevel = stack_.empty();
    Context c;
    c.literal = given.literal;
    std::size_t start = out_.size();
    std::vector<const Expression*> froms = extra_froms(update, update.where, values_of(update));
    enter(update, froms);

    out_ += "UPDATE ";
    write_prefixes(update.prefixes);
    Context source = c;
    source.asfrom = true;
    if (asks_for_only(update, dialect_)) out_ += "ONLY ";
    write_from(*update.table, source);
    out_ += " SET ";
    std::vector<Pair> pairs = update_pairs(update);
    Context target = c;
    target.include_table = false;
    for (const Pair& pair : pairs) {
        if (&pair != &pairs.front()) out_ += ", ";
        if (pair.target)
            write(*pair.target, target);
        else
            append_name(out_, pair.name, dialect_);
        out_ += '=';
        write(*pair.expression, pair.always_marker ? Context() : c);
    }
    write_independent_ctes(update, c);
    if (!froms.empty()) write_extra_froms(" FROM ", froms, c);
    if (!update.where.empty()) {
        out_ += " WHERE ";
        write_conjunction(update.where, c);
    }
    if (update.has_returning && !update.returning.empty()) write_returning(update.returning, c, toplevel);
    insert_ctes(start, toplevel);
    stack_.pop_back();
}

void ExpressionCompiler::write_delete(const schema::Delete& statement, const Context& given) {
    bool toplevel = stack_.empty();
    Context c;
    c.literal = given.literal;
    std::size_t start = out_.size();
    std::vector<const Expression*> froms = extra_froms(statement, statement.where, {});
    enter(statement, froms);

    out_ += "DELETE ";
    write_prefixes(statement.prefixes);
    out_ += "FROM ";
    if (asks_for_only(statement, dialect_)) out_ += "ONLY ";
    Context source = c;
    source.asfrom = true;
    write_from(*statement.table, source);
    write_independent_ctes(statement, c);
    if (!froms.empty()) {
        if (dialect_.is_sqlite())
            throw schema::NotSupportedError(
                "This backend does not support multiple-table criteria within DELETE");
        write_extra_froms(dialect_.is_generic() ? " , " : " USING ", froms, c);
    }
    if (!statement.where.empty()) {
        out_ += " WHERE ";
        write_conjunction(statement.where, c);
    }
    if (statement.has_returning && !statement.returning.empty())
        write_returning(statement.returning, c, toplevel);
    insert_ctes(start, toplevel);
    stack_.pop_back();
}

} // namespace limbeck::sql
