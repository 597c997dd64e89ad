// What Table.create(), MetaData.create_all() and their opposites send through a bind, in the reference's
// order: types, sequences, the table, its indexes, its comments.
#include "sqlalchemy/ddl_conditions.hpp"
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sql/ddl_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/operations.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/inspector.hpp"
#include "sqlalchemy/table_order.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Value;

namespace {

// A bind for the time of one operation: an engine's connection is opened and committed, everything else is
// used as it is.
class Scope {
  public:
    explicit Scope(const Value& bind) : connection_(bind) {
        if (python::is_unresolved(bind)) python::raise_unresolved(bind, "create or drop tables");
        if (python::find_attribute(bind, "execute").exists()) return;
        if (!python::find_attribute(bind, "begin").exists())
            python::raise(
                python::Exc::AttributeError,
                fmt::format("'{}' object has no attribute '_run_ddl_visitor'", python::type_name(bind)));
        manager_ = python::call_method(bind, "begin");
        connection_ = python::call_method(manager_, "__enter__");
    }
    // Runs `body` and leaves the scope, rolling back where it throws.
    template <class Body> void run(Body body) {
        if (!manager_.exists()) return body();
        Value none = Value::none(), error;
        try {
            body();
        } catch (const python::Raised& raised) {
            error = raised.value();
        } catch (...) {
            python::call_method(
                manager_, "__exit__",
                {python::class_value(python::exception_class(python::Exc::Exception)), none, none});
            throw;
        }
        if (!error.exists()) {
            python::call_method(manager_, "__exit__", {none, none, none});
            return;
        }
        python::call_method(manager_, "__exit__",
                            {python::class_value(python::class_of(error)), error, none});
        python::raise(python::Ref<python::Exception>(python::as<python::Exception>(error)));
    }
    const Value& connection() const { return connection_; }
    // Null for what only writes statements down.
    std::unique_ptr<Inspector> inspector() const {
        database::Connection* found = connection_if(connection_);
        return found ? make_inspector(*found) : nullptr;
    }
    sql::Dialect dialect() const {
        std::optional<sql::Dialect> found = to_dialect(connection_);
        return found ? *found : sql::sqlite_dialect();
    }
    void execute(sql::Statement statement) const {
        python::call_method(connection_, "execute", {ddl_of_statement(std::move(statement))});
    }
    void execute(std::vector<sql::Statement> statements) const {
        for (sql::Statement& each : statements) execute(std::move(each));
    }

  private:
    Value connection_, manager_;
};

Inspector::Schema schema_of(const std::optional<schema::Name>& name) {
    return name ? Inspector::Schema(name->text) : std::nullopt;
}

bool type_exists(Inspector& inspector, const schema::Name& name, const std::optional<schema::Name>& in) {
    for (const ReflectedEnum& found : inspector.enums(schema_of(in)))
        if (found.name == name.text) return true;
    return false;
}

// With an inspector, which must live as long, types are looked for before they are made or dropped.
sql::OperationOptions options_of(Inspector* inspector, sql::TypeMemo& memo) {
    sql::OperationOptions options;
    options.offline = false;
    options.memo = &memo;
    if (inspector)
        options.type_exists = [inspector](const schema::Name& name, const std::optional<schema::Name>& in) {
            return type_exists(*inspector, name, in);
        };
    return options;
}

// Listeners of a MetaData are told which tables it is about.
void fire(const Value& target, std::string_view event, const Value& connection, bool checkfirst,
          const std::vector<Value>* tables = nullptr) {
    python::call(python::native_attribute("sqlalchemy.event", "_fire"),
                 {target, python::make_str(event), connection, Value::boolean(checkfirst),
                  tables ? python::make_list(*tables) : Value::none()});
}

// With an inspector those are left out that are there already, or gone.
void emit_sequences(const Scope& scope, Inspector* inspector, const std::vector<Value>& sequences,
                    bool create) {
    if (!scope.dialect().is_postgresql()) return;
    for (const Value& object : sequences) {
        auto sequence = std::make_shared<schema::Sequence>(read_sequence(object));
        if (inspector && inspector->has_sequence(sequence->name.text, schema_of(sequence->schema)) == create)
            continue;
        schema::Operation operation = schema::DropSequence{sequence};
        if (create) operation = schema::CreateSequence{sequence};
        scope.execute(sql::statements(operation, scope.dialect()));
    }
}

// Those of a MetaData that no column has.
std::vector<Value> free_sequences(const Value& metadata) {
    std::vector<Value> found;
    for (const Value& each : python::state<MetaDataState>(metadata).sequences)
        if (python::get_attribute(each, "column").is_none()) found.push_back(each);
    return found;
}

std::vector<Value> sequences_of(const TableState& table) {
    std::vector<Value> found;
    for (const Value& column : table.column_objects)
        if (auto& own = python::state<ColumnState>(column); own.column->sequence)
            found.push_back(own.default_);
    return found;
}

// A server would shorten what is too long, and nobody would find it again.
void require_short(const schema::Table& table, const sql::Dialect& dialect) {
    for (const schema::Name* name : {&table.name, table.schema ? &*table.schema : nullptr})
        if (name) sql::require_length(*name, dialect);
}

// Foreign keys that wait until all tables are there; while it lives CREATE TABLE leaves them out.
class LateKeys {
  public:
    explicit LateKeys(const TableOrder& order) : order_(order) {
        for (const auto& [table, key] : order_.late) {
            before_.push_back(key->use_alter);
            key->use_alter = true;
        }
    }
    ~LateKeys() {
        for (std::size_t i = 0; i < before_.size(); ++i) order_.late[i].second->use_alter = before_[i];
    }
    LateKeys(const LateKeys&) = delete;
    LateKeys& operator=(const LateKeys&) = delete;

  private:
    const TableOrder& order_;
    std::vector<bool> before_;
};

// SQLite cannot alter a table for a key, and has them all in CREATE TABLE.
void add_late_keys(const Scope& scope, const TableOrder& order) {
    if (scope.dialect().is_sqlite()) return;
    for (const auto& [table, key] : order.late)
        for (sql::Statement& statement : sql::statements(
                 schema::CreateConstraint{python::state<TableState>(table).table, key}, scope.dialect()))
            scope.execute(std::move(statement));
}

void drop_late_keys(const Scope& scope, const TableOrder& order) {
    if (scope.dialect().is_sqlite()) return;
    for (const auto& [table, key] : order.late) {
        if (!key->name && !key->none_name)
            throw schema::CompileError(
                fmt::format("Can't emit DROP CONSTRAINT for constraint {}; it has no name",
                            python::to_repr(constraint_object(table, key))));
        scope.execute(sql::Statement{sql::drop_constraint(*key, *python::state<TableState>(table).table,
                                                          scope.dialect(), false, false),
                                     {}});
    }
}

// In the order in which they can be dropped, those that others refer to last.
TableOrder drop_order(const std::vector<Value>& tables, const sql::Dialect& dialect) {
    TableOrder order = table_order(tables, [&](const schema::Constraint& key) {
        return !dialect.is_sqlite() && (key.name || key.none_name);
    });
    if (order.unresolved.empty()) {
        std::reverse(order.tables.begin(), order.tables.end());
    } else if (!dialect.is_sqlite()) {
        std::string names;
        for (const std::string& name : order.unresolved) names += (names.empty() ? "" : ", ") + name;
        Value message = python::make_str(fmt::format(
            "Can't sort tables for DROP; an unresolvable foreign key dependency exists between tables: {}.  "
            "Please ensure that the ForeignKey and ForeignKeyConstraint objects involved in the cycle have "
            "names so that they can be dropped using DROP CONSTRAINT.",
            names));
        Value nothing = python::make_list();
        Value error = python::call(python::native_attribute("sqlalchemy.exc", "CircularDependencyError"),
                                   {message, nothing, nothing, message});
        python::raise(python::Ref<python::Exception>(python::as<python::Exception>(error)));
    }
    return order;
}

} // namespace

bool table_exists(const Value& bind, const Value& table) {
    Scope scope(bind);
    bool found = false;
    scope.run([&] {
        auto& state = python::state<TableState>(table);
        if (auto inspector = scope.inspector())
            found = inspector->has_table(state.table->name.text, schema_of(state.table->schema));
    });
    return found;
}

void create_tables(const Value& bind, const std::vector<Value>& tables, bool checkfirst,
                   const Value& metadata) {
    Scope scope(bind);
    scope.run([&] {
        std::unique_ptr<Inspector> inspector = checkfirst ? scope.inspector() : nullptr;
        sql::Dialect dialect = scope.dialect();
        sql::TypeMemo memo;
        sql::OperationOptions options = options_of(inspector.get(), memo);
        options.types_apart = true;
        std::vector<Value> wanted;
        for (const Value& table : tables) {
            auto& state = python::state<TableState>(table);
            require_short(*state.table, dialect);
            if (!inspector || !inspector->has_table(state.table->name.text, schema_of(state.table->schema)))
                wanted.push_back(table);
        }
        TableOrder order;
        order.tables = wanted;
        if (metadata.exists()) {
            for (const Value& table : wanted) require_foreign_keys(table, dialect);
            order = table_order(wanted);
        }
        if (metadata.exists()) {
            fire(metadata, "before_create", scope.connection(), checkfirst, &order.tables);
            for (const Value& table : wanted)
                scope.execute(
                    sql::create_types(*python::state<TableState>(table).table, true, dialect, options));
            emit_sequences(scope, inspector.get(), free_sequences(metadata), true);
        }
        LateKeys late(order);
        for (const Value& table : order.tables) {
            require_foreign_keys(table, dialect);
            auto& state = python::state<TableState>(table);
            fire(table, "before_create", scope.connection(), checkfirst);
            if (!metadata.exists())
                scope.execute(sql::create_types(*state.table, checkfirst, dialect, options));
            emit_sequences(scope, inspector.get(), sequences_of(state), true);
            ConditionalItems conditional(*state.table, dialect, scope.connection());
            scope.execute(sql::statements(schema::CreateTable{state.table, {}}, dialect, options));
            fire(table, "after_create", scope.connection(), checkfirst);
        }
        add_late_keys(scope, order);
        if (metadata.exists()) fire(metadata, "after_create", scope.connection(), checkfirst, &order.tables);
    });
}

void drop_tables(const Value& bind, const std::vector<Value>& tables, bool checkfirst,
                 const Value& metadata) {
    Scope scope(bind);
    scope.run([&] {
        std::unique_ptr<Inspector> inspector = checkfirst ? scope.inspector() : nullptr;
        sql::Dialect dialect = scope.dialect();
        sql::TypeMemo memo;
        sql::OperationOptions options = options_of(inspector.get(), memo);
        options.types_apart = true;
        std::vector<Value> wanted;
        for (const Value& table : tables) {
            auto& state = python::state<TableState>(table);
            require_short(*state.table, dialect);
            if (!inspector || inspector->has_table(state.table->name.text, schema_of(state.table->schema)))
                wanted.push_back(table);
        }
        TableOrder order;
        order.tables = wanted;
        if (metadata.exists()) {
            order = drop_order(wanted, dialect);
            fire(metadata, "before_drop", scope.connection(), checkfirst, &wanted);
        }
        drop_late_keys(scope, order);
        for (const Value& table : order.tables) {
            auto& state = python::state<TableState>(table);
            fire(table, "before_drop", scope.connection(), checkfirst);
            scope.execute(sql::statements(schema::DropTable{state.table, {}}, dialect, options));
            if (!metadata.exists()) {
                emit_sequences(scope, inspector.get(), sequences_of(state), false);
                scope.execute(sql::drop_types(*state.table, false, dialect, options));
            }
            fire(table, "after_drop", scope.connection(), checkfirst);
        }
        if (metadata.exists()) {
            emit_sequences(scope, inspector.get(), python::state<MetaDataState>(metadata).sequences, false);
            for (const Value& table : wanted)
                scope.execute(
                    sql::drop_types(*python::state<TableState>(table).table, true, dialect, options));
        }
        if (metadata.exists()) fire(metadata, "after_drop", scope.connection(), checkfirst, &order.tables);
    });
}

} // namespace limbeck::sqlalchemy
