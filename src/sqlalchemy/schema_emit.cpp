// What Table.create(), MetaData.create_all() and their opposites send through a bind, in the reference's
// order: types, the table, its indexes, its comments.
#include "sqlalchemy/ddl_state.hpp"
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sql/operations.hpp"
#include "sqlalchemy/connection_object.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/inspector.hpp"

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

void fire(const Value& target, std::string_view event, const Value& connection) {
    python::call(python::native_attribute("sqlalchemy.event", "_fire"),
                 {target, python::make_str(event), connection});
}

void create_sequences(const Scope& scope, Inspector* inspector, const std::vector<Value>& sequences,
                      bool checkfirst) {
    if (!scope.dialect().is_postgresql()) return;
    for (const Value& object : sequences) {
        auto sequence = std::make_shared<schema::Sequence>(read_sequence(object));
        if (checkfirst && inspector &&
            inspector->has_sequence(sequence->name.text, schema_of(sequence->schema)))
            continue;
        for (sql::Statement& statement : sql::statements(schema::CreateSequence{sequence}, scope.dialect()))
            scope.execute(std::move(statement));
    }
}

// Foreign keys that close a circle are added when both tables are there.
void add_late_keys(const Scope& scope, const std::vector<Value>& tables) {
    if (!scope.dialect().is_postgresql()) return;
    for (const Value& table : tables) {
        schema::TablePtr made = python::state<TableState>(table).table;
        for (const schema::ConstraintPtr& constraint : made->constraints)
            if (constraint->kind == schema::ConstraintKind::foreign_key && constraint->use_alter)
                for (sql::Statement& statement :
                     sql::statements(schema::CreateConstraint{made, constraint}, scope.dialect()))
                    scope.execute(std::move(statement));
    }
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
        if (!inspector)
            options.type_exists = [](const schema::Name&, const std::optional<schema::Name>&) {
                return false;
            };
        std::vector<Value> wanted;
        for (const Value& table : tables) {
            auto& state = python::state<TableState>(table);
            if (!inspector || !inspector->has_table(state.table->name.text, schema_of(state.table->schema)))
                wanted.push_back(table);
        }
        if (metadata.exists()) {
            fire(metadata, "before_create", scope.connection());
            create_sequences(scope, inspector.get(), python::state<MetaDataState>(metadata).sequences,
                             checkfirst);
        }
        for (const Value& table : wanted) {
            require_foreign_keys(table, dialect);
            auto& state = python::state<TableState>(table);
            fire(table, "before_create", scope.connection());
            if (!metadata.exists())
                for (const Value& column : state.column_objects)
                    if (auto& own = python::state<ColumnState>(column); own.column->sequence)
                        create_sequences(scope, inspector.get(), {own.default_}, checkfirst);
            for (sql::Statement& statement :
                 sql::statements(schema::CreateTable{state.table, {}}, dialect, options))
                scope.execute(std::move(statement));
            fire(table, "after_create", scope.connection());
        }
        add_late_keys(scope, wanted);
        if (metadata.exists()) fire(metadata, "after_create", scope.connection());
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
        if (metadata.exists()) fire(metadata, "before_drop", scope.connection());
        for (const Value& table : tables) {
            auto& state = python::state<TableState>(table);
            if (inspector && !inspector->has_table(state.table->name.text, schema_of(state.table->schema)))
                continue;
            fire(table, "before_drop", scope.connection());
            for (sql::Statement& statement :
                 sql::statements(schema::DropTable{state.table, {}}, dialect, options))
                scope.execute(std::move(statement));
            fire(table, "after_drop", scope.connection());
        }
        if (metadata.exists() && dialect.is_postgresql())
            for (const Value& object : python::state<MetaDataState>(metadata).sequences) {
                auto sequence = std::make_shared<schema::Sequence>(read_sequence(object));
                if (inspector && !inspector->has_sequence(sequence->name.text, schema_of(sequence->schema)))
                    continue;
                for (sql::Statement& statement : sql::statements(schema::DropSequence{sequence}, dialect))
                    scope.execute(std::move(statement));
            }
        if (metadata.exists()) fire(metadata, "after_drop", scope.connection());
    });
}

} // namespace limbeck::sqlalchemy
