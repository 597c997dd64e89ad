#include "sqlalchemy/execution.hpp"

#include "schema/errors.hpp"
#include "schema/selectable.hpp"
#include "schema/table.hpp"
#include "sql/bind_value.hpp"
#include "sql/compiler.hpp"
#include "sqlalchemy/convert.hpp"
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/driver_error.hpp"
#include "sqlalchemy/driver_literals.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/exceptions.hpp"
#include "sqlalchemy/parameters.hpp"
#include "sqlalchemy/result_object.hpp"

#include <set>

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using python::Value;

database::Connection& open_connection(ConnectionState& state) {
    if (!state.connection) raise_exception("ResourceClosedError", "This Connection is closed");
    return *state.connection;
}

// ---- what a statement gives back

void add_column(const schema::ExpressionPtr& column, std::vector<schema::ExpressionPtr>& out) {
    auto from = schema::pointer_as<schema::FromClause>(column);
    if (!from) return out.push_back(column);
    for (const auto& each : schema::columns_of(from)) out.push_back(each);
}

std::vector<schema::ExpressionPtr> result_columns(const schema::Expression& statement) {
    std::vector<schema::ExpressionPtr> out;
    if (auto* select = schema::get_if<schema::Select>(statement)) {
        for (const auto& column : select->columns) add_column(column, out);
    } else if (auto* compound = schema::get_if<schema::CompoundSelect>(statement)) {
        if (!compound->selects.empty()) return result_columns(*compound->selects.front());
    } else if (auto* grouping = schema::get_if<schema::Grouping>(statement)) {
        return result_columns(*grouping->element);
    } else if (auto* textual = schema::get_if<schema::TextualSelect>(statement)) {
        return textual->columns;
    } else if (auto* dml = schema::get_if<schema::Dml>(statement)) {
        for (const auto& column : dml->returning) add_column(column, out);
    }
    return out;
}

// ---- parameters

// One execution's values: by name for constructs.
// What a parameter is called: by a text, or by the column it is for.
std::string parameter_key(const Value& name) {
    if (python::is_str(name)) return python::as_text(name);
    schema::ExpressionPtr column = to_expression_if(name);
    auto* ref = column ? schema::get_if<schema::ColumnRef>(*column) : nullptr;
    return ref ? ref->key : std::string();
}

sql::GivenValues given_values(const Value& set) {
    sql::GivenValues given;
    python::for_each_item(
        set, [&](const Value& name, const Value& value) { given[parameter_key(name)] = to_value(value); });
    return given;
}

// INSERT and UPDATE write the columns that the first set names; a copy for this execution says so.
schema::ExpressionPtr for_execution(const schema::ExpressionPtr& statement, const sql::GivenValues& given,
                                    bool many) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : given) keys.push_back(key);
    if (auto* insert = schema::get_if<schema::Insert>(*statement)) {
        auto copy = std::make_shared<schema::Insert>(*insert);
        copy->parameter_keys = keys;
        copy->is_inline = copy->is_inline || many;
        return copy;
    }
    if (auto* update = schema::get_if<schema::Update>(*statement)) {
        auto copy = std::make_shared<schema::Update>(*update);
        // Names that are parameters of the WHERE clause are none of the table's columns.
        copy->parameter_keys = keys;
        return copy;
    }
    return statement;
}

// For the message of an error: as the driver got them.
Value shown_parameters(const sql::Statement& statement, const sql::Dialect& dialect) {
    if (!dialect.is_postgresql()) {
        std::vector<Value> values;
        for (const sql::Parameter& parameter : statement.parameters)
            values.push_back(from_value(parameter.value));
        return python::make_tuple(std::move(values));
    }
    Value dict = python::make_dict();
    for (const sql::Parameter& parameter : statement.parameters)
        python::cast<python::Dict>(dict).set(parameter.name, from_value(parameter.value));
    return dict;
}

// `group`: which of several sets of parameters it is for, 0 for the first or only one.
void require_values(const sql::Statement& statement, std::size_t group = 0) {
    for (const sql::Parameter& parameter : statement.parameters) {
        if (parameter.has_value) continue;
        std::string message = fmt::format("A value is required for bind parameter '{}'", parameter.name);
        if (group) message += fmt::format(", in parameter group {}", group);
        Value orig = python::call(python::class_value(exception_class("InvalidRequestError")),
                                  {python::make_str(message)});
        Value error =
            python::call(python::class_value(exception_class("StatementError")),
                         {python::make_str("(sqlalchemy.exc.InvalidRequestError) " + python::to_str(orig)),
                          python::make_str(statement.text), python::make_list({python::make_dict()}), orig});
        python::set_attribute(error, "code", python::make_str("cd3x"));
        python::set_attribute(error, "ismulti", Value::boolean(false));
        python::raise(python::Ref<python::Exception>(python::as<python::Exception>(error)));
    }
}

// A driver that refuses a value before it sends anything.
[[noreturn]] void raise_refused(const Error& error, std::string_view statement, const Value& parameters,
                                bool is_postgresql) {
    Value orig = python::call(python::native_attribute(is_postgresql ? "psycopg2" : "sqlite3",
                                                       is_postgresql ? "ProgrammingError" : "InterfaceError"),
                              {python::make_str(error.message())});
    Value wrapped = python::call(
        python::native_attribute("sqlalchemy.exc", "_wrapped"),
        {python::make_str(statement), parameters, orig, Value::boolean(false), Value::boolean(false)});
    python::raise(python::Ref<python::Exception>(python::as<python::Exception>(wrapped)));
}

[[noreturn]] void raise_wrapped(const database::DatabaseError& error, std::string_view statement,
                                const Value& parameters, bool many) {
    Value wrapped = wrapped_error(error, statement, parameters, many);
    python::raise(python::Ref<python::Exception>(python::as<python::Exception>(wrapped)));
}

// ---- sending

std::string literal_of(const sql::Parameter& parameter, const sql::Dialect& dialect) {
    if (parameter.value.is<schema::Dict>() && parameter.type->kind == schema::TypeKind::HSTORE) {
        database::Value text = to_parameter(parameter.value, schema::null_type(), dialect);
        return driver_literal(schema::Value(std::get<std::string>(text)));
    }
    return driver_literal(parameter.value);
}

std::string postgresql_text(const sql::Statement& statement, const sql::Dialect& dialect) {
    return interpolated(statement.text, [&](std::string_view name) {
        for (const sql::Parameter& parameter : statement.parameters)
            if (parameter.name == name) return literal_of(parameter, dialect);
        throw schema::ArgumentError(fmt::format("'{}'", name));
    });
}

database::Result send(ConnectionState& state, const sql::Statement& statement) {
    database::Connection& connection = open_connection(state);
    state.before_statement(statement.text);
    if (state.dialect.is_postgresql()) return connection.execute(postgresql_text(statement, state.dialect));
    database::Parameters values;
    for (const sql::Parameter& parameter : statement.parameters)
        // The compiler has made them what their types say.
        values.push_back(to_parameter(parameter.value, schema::null_type(), state.dialect));
    return connection.execute(statement.text, values);
}

database::Result run(ConnectionState& state, const sql::Statement& statement) {
    require_values(statement);
    std::optional<database::Result> result;
    Value refused;
    try {
        return send(state, statement);
    } catch (const database::DatabaseError& error) {
        raise_wrapped(error, statement.text, shown_parameters(statement, state.dialect), false);
    } catch (const schema::ArgumentError& error) {
        raise_refused(error, statement.text, shown_parameters(statement, state.dialect),
                      state.dialect.is_postgresql());
    }
}

// INSERTs travel many at a time.
constexpr std::size_t statements_per_message = 100;

// Several sets of parameters for one statement. Which columns it writes is the first set's to say: what later
// ones have beyond is passed over.
class ParameterSets {
  public:
    ParameterSets(const schema::Expression& statement, const std::vector<Value>& sets)
        : statement_(statement), sets_(sets), first_(given_values(sets.front())) {
        if (auto* dml = dynamic_cast<const schema::Dml*>(&statement))
            for (const auto& column : schema::columns_of(dml->table)) columns_.insert(column->key);
    }

    // Refuses a set that lacks what the first one has, before any is sent.
    void check(const sql::Dialect& dialect) const {
        for (std::size_t i = 1; i < sets_.size(); ++i) {
            std::size_t known = 0;
            python::for_each_item(sets_[i], [&](const Value& name, const Value&) {
                known += first_.count(parameter_key(name));
            });
            if (known < first_.size()) require_values(sql::compile_execution(statement_, dialect, at(i)), i);
        }
    }

    sql::GivenValues at(std::size_t i) const {
        sql::GivenValues given = given_values(sets_[i]);
        std::erase_if(given, [&](const auto& item) {
            return !first_.contains(item.first) && columns_.contains(item.first);
        });
        return given;
    }

  private:
    const schema::Expression& statement_;
    const std::vector<Value>& sets_;
    sql::GivenValues first_;
    std::set<std::string, std::less<>> columns_;
};

std::int64_t run_many(ConnectionState& state, const schema::ExpressionPtr& statement,
                      const std::vector<Value>& sets) {
    bool batched = state.dialect.is_postgresql() && statement->kind == schema::ExpressionKind::insert;
    std::int64_t touched = 0;
    std::string text;
    std::size_t waiting = 0;
    schema::ExpressionPtr prepared = for_execution(statement, given_values(sets.front()), true);
    ParameterSets given(*prepared, sets);
    given.check(state.dialect);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        sql::Statement compiled = sql::compile_execution(*prepared, state.dialect, given.at(i));
        if (!batched) {
            database::Result result = run(state, compiled);
            touched += std::max<std::int64_t>(0, result.row_count());
            continue;
        }
        require_values(compiled);
        try {
            text += postgresql_text(compiled, state.dialect) + ";";
            if (++waiting < statements_per_message && i + 1 < sets.size()) continue;
            state.before_statement(text);
            open_connection(state).execute_text(text);
            touched += static_cast<std::int64_t>(waiting);
            text.clear();
            waiting = 0;
        } catch (const database::DatabaseError& error) {
            raise_wrapped(error, compiled.text, shown_parameters(compiled, state.dialect), false);
        } catch (const schema::ArgumentError& error) {
            raise_refused(error, compiled.text, shown_parameters(compiled, state.dialect), true);
        }
    }
    return touched;
}

// An INSERT with RETURNING for several sets gives the rows of all of them.
database::Result run_many_returning(ConnectionState& state, const schema::ExpressionPtr& prepared,
                                    const std::vector<Value>& sets) {
    ParameterSets given(*prepared, sets);
    given.check(state.dialect);
    auto results = std::make_shared<std::vector<database::Result>>();
    std::int64_t touched = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        results->push_back(run(state, sql::compile_execution(*prepared, state.dialect, given.at(i))));
        touched += std::max<std::int64_t>(0, results->back().row_count());
    }
    database::ResultBuilder all;
    for (const database::Column& column : results->front().columns()) all.add_column(column);
    for (const database::Result& result : *results)
        for (std::size_t row = 0; row < result.size(); ++row)
            for (const database::Cell& cell : result.row(row)) all.add(cell);
    all.own(results);
    all.set_row_count(touched);
    return all.take();
}

Value cursor_of_many(ConnectionState& state, const schema::ExpressionPtr& statement,
                     const std::vector<Value>& sets) {
    auto* insert = schema::get_if<schema::Insert>(*statement);
    if (insert && insert->has_returning) {
        schema::ExpressionPtr prepared = for_execution(statement, given_values(sets.front()), true);
        return make_cursor(run_many_returning(state, prepared, sets), result_columns(*prepared),
                           state.dialect);
    }
    database::ResultBuilder nothing;
    nothing.set_row_count(run_many(state, statement, sets));
    return make_cursor(nothing.take(), {}, state.dialect);
}

// ---- the primary key of a row that was inserted

void find_inserted_key(Execution& execution, const schema::Insert& insert, const sql::Statement& statement,
                       const database::Result& result, const sql::Dialect& dialect) {
    execution.is_insert = true;
    auto* table = dynamic_cast<const schema::Table*>(insert.table.get());
    if (!table || !table->primary_key) return;
    const schema::Column* counting = table->autoincrement_column();
    for (const schema::Name& name : table->primary_key->columns) {
        Value value = Value::none();
        for (const sql::Parameter& parameter : statement.parameters)
            if (parameter.name == name.text) value = from_value(parameter.value);
        for (std::size_t i = 0; i < result.columns().size() && !result.empty(); ++i)
            if (result.columns()[i].name == name.text)
                value = driver_value(result.at(0, i), result.columns()[i], dialect.is_postgresql());
        bool by_rowid = dialect.is_sqlite() && counting && counting->name == name;
        if (value.is_none() && by_rowid) value = Value::integer(result.inserted_id());
        execution.key_names.push_back(name.text);
        execution.key_values.push_back(value);
    }
}

} // namespace

Execution execute(ConnectionState& state, const Value& statement, const std::vector<Value>& sets) {
    Execution execution;
    if (std::optional<sql::Statement> ddl = ddl_statement_if(statement, state.dialect)) {
        execution.cursor = make_cursor(run(state, *ddl), {}, state.dialect);
        return execution;
    }
    schema::ExpressionPtr expression = to_expression_if(statement);
    bool is_part =
        is_element(statement, Element::ColumnElement) || is_element(statement, Element::FromClause);
    if (!expression || (is_part && !is_element(statement, Element::Executable)))
        python::raise(exception_class("ObjectNotExecutableError"), std::vector<Value>{statement});
    // A function by itself is selected.
    if (is_element(statement, Element::FunctionElement)) {
        auto select = std::make_shared<schema::Select>();
        select->columns = {expression};
        expression = select;
    }
    if (sets.size() > 1) {
        execution.cursor = cursor_of_many(state, expression, sets);
        return execution;
    }
    sql::GivenValues given = sets.empty() ? sql::GivenValues() : given_values(sets.front());
    schema::ExpressionPtr prepared = for_execution(expression, given, false);
    sql::Statement compiled = sql::compile_execution(*prepared, state.dialect, given);
    database::Result result = run(state, compiled);
    auto* insert = schema::get_if<schema::Insert>(*prepared);
    if (insert && !insert->has_returning) {
        find_inserted_key(execution, *insert, compiled, result, state.dialect);
        // Its RETURNING, if it has one, is for the key alone.
        database::ResultBuilder nothing;
        nothing.set_row_count(result.row_count());
        nothing.set_inserted_id(result.inserted_id());
        result = nothing.take();
    }
    execution.cursor = make_cursor(std::move(result), result_columns(*prepared), state.dialect);
    return execution;
}

namespace {

// A dict's value, or the next of a sequence.
schema::Value driver_parameter(const Value& set, std::string_view name, std::size_t& next) {
    if (!name.empty()) return to_value(python::get_item(set, python::make_str(name)));
    return to_value(python::get_item(set, Value::integer(static_cast<std::int64_t>(next++))));
}

database::Parameters sqlite_values(const Value& set, std::string& text, const sql::Dialect& dialect) {
    database::Parameters values;
    if (!python::as<python::Dict>(set)) {
        python::for_each(set, [&](const Value& value) {
            values.push_back(to_parameter(to_value(value), schema::null_type(), dialect));
        });
        return values;
    }
    // :name outside of quotes, each in the order of the text.
    std::string out;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == ':' && i + 1 < text.size() &&
                   (std::isalpha(static_cast<unsigned char>(text[i + 1])) || text[i + 1] == '_')) {
            std::size_t end = i + 1;
            while (end < text.size() &&
                   (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_'))
                ++end;
            Value given = python::get_item(set, python::make_str(text.substr(i + 1, end - i - 1)));
            values.push_back(to_parameter(to_value(given), schema::null_type(), dialect));
            out += '?';
            i = end - 1;
            continue;
        }
        out += c;
    }
    text = out;
    return values;
}

} // namespace

Execution execute_driver_text(ConnectionState& state, std::string_view sql, const std::vector<Value>& sets) {
    Execution execution;
    database::Connection& connection = open_connection(state);
    std::optional<database::Result> last;
    std::int64_t touched = 0;
    std::vector<Value> runs = sets.empty() ? std::vector<Value>{Value()} : sets;
    for (const Value& set : runs) {
        try {
            std::string text(sql);
            std::size_t next = 0;
            state.before_statement(text);
            if (!set.exists())
                last = connection.execute(text);
            else if (state.dialect.is_postgresql())
                last = connection.execute(interpolated(text, [&](std::string_view name) {
                    return driver_literal(driver_parameter(set, name, next));
                }));
            else {
                database::Parameters values = sqlite_values(set, text, state.dialect);
                last = connection.execute(text, values);
            }
        } catch (const database::DatabaseError& error) {
            raise_wrapped(error, sql, set.exists() ? set : Value::none(), false);
        } catch (const schema::ArgumentError& error) {
            raise_refused(error, sql, set.exists() ? set : Value::none(), state.dialect.is_postgresql());
        }
        touched += std::max<std::int64_t>(0, last->row_count());
    }
    if (runs.size() > 1) {
        database::ResultBuilder nothing;
        nothing.set_row_count(touched);
        last = nothing.take();
    }
    execution.cursor = make_cursor(std::move(*last), {}, state.dialect);
    return execution;
}

} // namespace limbeck::sqlalchemy
