#include "alembic/operations.hpp"

#include "alembic/batch.hpp"
#include "alembic/directives.hpp"
#include "python/class.hpp"
#include "sqlalchemy/convert.hpp"

#include <fmt/format.h>

#include <map>

namespace limbeck::alembic {

using python::Value;

namespace {

// What scripts registered with implementation_for(), and which class is which directive's.
struct Registry final : python::NativeState {
    std::vector<std::pair<const python::Class*, Value>> scripted;
    std::map<const python::Class*, const Directive*> built_in;

    const Value* find_scripted(const python::Class* type) const {
        for (const auto& [known, function] : scripted)
            if (known == type) return &function;
        return nullptr;
    }
};

Registry& registry() {
    Value holder = python::native_attribute("alembic.operations.base", "_registry");
    return python::state<Registry>(holder);
}

void warn(const std::string& text) {
    python::call(python::native_attribute("warnings", "warn"), {python::make_str(text)});
}

MigrationContextState& context_of(const Value& operations) {
    auto& state = python::state<OperationsState>(operations);
    return python::state<MigrationContextState>(state.migration_context);
}

Host& host_of(const MigrationContextState& context) {
    if (!context.host)
        python::raise(python::Exc::RuntimeError, "This migration context is not at work any more");
    return *context.host;
}

} // namespace

Value make_registry() {
    return python::make_instance_with<Registry>(python::make_class("_Registry").get());
}

Operator::Operator(const Value& operations)
    : operations_(operations), state_(python::state<OperationsState>(operations)),
      context_(context_of(operations)), host_(host_of(context_)) {}

void Operator::perform(schema::Operation operation) const {
    if (state_.batch)
        state_.batch->batch.operations.push_back(std::move(operation));
    else
        alembic::perform(host_, operation);
}

Value Operator::metadata_object() const {
    Value type = python::native_attribute("sqlalchemy", "MetaData");
    if (context_.conventions_object.is_none()) return python::call(type);
    python::KeywordArgument convention{python::intern("naming_convention"), context_.conventions_object};
    return python::call(type, {}, std::span(&convention, 1));
}

void perform(Host& host, const schema::Operation& operation) {
    sql::OperationOptions options;
    options.offline = host.as_sql();
    options.literal_binds = host.literal_binds();
    options.memo = &host.type_memo();
    options.warn = warn;
    const sql::Dialect& dialect = host.as_sql() ? host.dialect() : host.execution_dialect();
    for (const sql::Statement& statement : sql::statements(operation, dialect, options))
        host.execute(statement);
}

Value make_operations(const Value& migration_context) {
    static constexpr std::string_view base = "alembic.operations.base";
    Value type = python::native_attribute(base, "Operations");
    return python::call(type, {migration_context});
}

Value operations_at_work(std::string_view directive) {
    Host* host = current_host();
    if (!host)
        python::raise(python::Exc::NameError,
                      fmt::format("Can't invoke function '{}', as the proxy object has not yet been "
                                  "established for the Alembic 'Operations' class.  Try placing this code "
                                  "inside a callable.",
                                  directive));
    Value& known = host->script_side().operations;
    if (!known.exists()) known = make_operations(migration_context_object(*host));
    return known;
}

Value operation_class(std::string_view name) {
    return python::native_attribute("alembic.operations.ops", name);
}

void register_built_in(const python::Class* type, const Directive& directive) {
    registry().built_in[type] = &directive;
}

void register_implementation(const Value& operation_class, const Value& function, bool replace) {
    Registry& all = registry();
    const python::Class* type = python::as_class(operation_class);
    if (!type) python::raise(python::Exc::TypeError, "implementation_for() takes a class of operations");
    for (auto& [known, old] : all.scripted)
        if (known == type) {
            if (!replace)
                python::raise(python::Exc::ValueError,
                              fmt::format("Can not set dispatch function for object {}: key already exists. "
                                          "To replace existing "
                                          "function, use replace=True.",
                                          python::to_repr(operation_class)));
            old = function;
            return;
        }
    if (all.built_in.contains(type) && !replace)
        python::raise(
            python::Exc::ValueError,
            fmt::format(
                "Can not set dispatch function for object {}: key already exists. To replace existing "
                "function, use replace=True.",
                python::to_repr(operation_class)));
    all.scripted.emplace_back(type, function);
}

namespace {

// The first in the order of its classes that somebody has an implementation for.
Value invoke(const Value& operations, const Value& operation, bool may_be_scripted) {
    Registry& all = registry();
    const Value add_constraint = operation_class("AddConstraintOp");
    for (const python::Class* type : python::class_of(operation)->mro) {
        const Value* function = may_be_scripted ? all.find_scripted(type) : nullptr;
        if (function) return python::call(*function, {operations, operation});
        if (auto found = all.built_in.find(type); found != all.built_in.end())
            return implementation_of(found->second->name)(Operator(operations), Request(operation));
        if (type == python::as_class(add_constraint)) {
            Operator op(operations);
            add_made_constraint(op,
                                python::call_method(operation, "to_constraint", {op.migration_context()}));
            return Value::none();
        }
    }
    python::raise(python::Exc::ValueError, "no dispatch function for object: " + python::to_str(operation));
}

} // namespace

Value invoke(const Value& operations, const Value& operation) {
    return invoke(operations, operation, true);
}

Value invoke_built_in(const Value& operations, const Value& operation) {
    return invoke(operations, operation, false);
}

Value invoke(const Value& operations, const Directive& directive, const Request& request) {
    Registry& all = registry();
    if (!all.scripted.empty() && all.find_scripted(python::as_class(operation_class(directive.class_name))))
        return invoke(operations, request.operation());
    return implementation_of(directive.name)(Operator(operations), request);
}

namespace {

schema::TablePtr reflect(const Operator& op, const BatchBlock& block) {
    python::KeywordArgument convention{python::intern("naming_convention"), block.naming_convention};
    bool has_convention = block.naming_convention.exists() && !block.naming_convention.is_none();
    Value metadata = python::call(python::native_attribute("sqlalchemy", "MetaData"), {},
                                  std::span(&convention, has_convention ? 1 : 0));
    std::vector<Value> positional = {block.table_name, metadata};
    positional.insert(positional.end(), block.reflect_args.begin(), block.reflect_args.end());
    std::vector<python::KeywordArgument> keywords = {
        {python::intern("schema"), block.schema}, {python::intern("autoload_with"), bind_object(op.host())}};
    if (block.reflect_kwargs.exists())
        python::for_each_item(block.reflect_kwargs, [&](const Value& name, const Value& value) {
            keywords.push_back({python::intern(python::as_text(name)), value});
        });
    return sqlalchemy::to_table(
        python::call(python::native_attribute("sqlalchemy", "Table"), positional, keywords));
}

} // namespace

void flush(const Operator& op, BatchBlock& block) {
    Host& host = op.host();
    const sql::Dialect& dialect = host.as_sql() ? host.dialect() : host.execution_dialect();
    schema::Batch& batch = block.batch;
    if (!needs_new_table(batch, dialect)) {
        for (const schema::Operation& operation : batch.operations) perform(host, operation);
        return;
    }
    if (host.as_sql() && !batch.copy_from)
        throw CommandError(fmt::format(
            "This operation cannot proceed in --sql mode; batch mode with dialect {} requires a live "
            "database "
            "connection with which to reflect the table \"{}\". To generate a batch SQL migration script "
            "using table \"move and copy\", a complete Table object should be passed to the \"copy_from\" "
            "argument of the batch_alter_table() method so that table reflection can be skipped.",
            dialect.name(), batch.table.text));
    run_batch(
        batch, dialect, [&] { return reflect(op, block); },
        [&](const sql::Statement& statement) { host.execute(statement); });
}

} // namespace limbeck::alembic
