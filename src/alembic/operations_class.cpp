// The classes Operations and BatchOperations, and `alembic.op`, whose functions are those of the Operations
// object at work.
#include "alembic/directives.hpp"
#include "alembic/operations.hpp"
#include "python/class.hpp"
#include "schema/build.hpp"
#include "sqlalchemy/convert.hpp"

namespace limbeck::alembic {

using python::Call;
using python::Value;

Value make_registry();

namespace {

const char* const base_module = "alembic.operations.base";

// ---- Operations

Value context_of(const Value& operations) {
    return python::state<OperationsState>(operations).migration_context;
}

std::vector<Request::Fixed> batch_names(const Directive& directive, const BatchBlock& block) {
    if (directive.name == "execute") return {};
    bool is_foreign_key = directive.name == "create_foreign_key";
    return {{is_foreign_key ? "source_table" : "table_name", block.table_name},
            {is_foreign_key ? "source_schema" : "schema", block.schema}};
}

Value inline_literal(const Value& value, const Value& type) {
    schema::Operand operand = sqlalchemy::to_operand(value);
    return sqlalchemy::wrap(
        schema::inline_literal(operand.value, type.is_none() ? nullptr : sqlalchemy::to_type(type)));
}

// The function is the parameter at `first`, its arguments those behind.
Value run_async(const Value& operations, Call& call, std::size_t first) {
    Host& host = Operator(operations).host();
    if (host.as_sql()) python::raise(python::Exc::NotImplementedError, "Cannot call run_async in SQL mode");
    Value bind = python::call_method(operations, "get_bind");
    Value dialect = python::get_attribute(bind, "dialect");
    if (!python::truth(python::get_attribute(dialect, "is_async")))
        python::raise(python::Exc::ValueError, "Cannot call run_async with a sync engine");
    std::vector<Value> arguments = {bind, call[first]};
    arguments.insert(arguments.end(), call.rest(first + 1).begin(), call.rest(first + 1).end());
    std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(first + 2));
    return python::call(python::native_attribute("sqlalchemy.ext.asyncio", "_run_async"), arguments,
                        keywords);
}

// A function of the operations and more, as a method of theirs.
Value as_method(const Value& function) {
    python::ClassBuilder holder = python::make_class("_Directive");
    holder.method("directive(self, *args, **kw)", [function](Call& call) {
        std::vector<Value> positional = {call.self()};
        positional.insert(positional.end(), call.rest(1).begin(), call.rest(1).end());
        std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(2));
        return python::call(function, positional, keywords);
    });
    return *python::lookup(holder.get(), python::intern("directive"));
}

Value conv(const Value& name) {
    return python::call(python::native_attribute("sqlalchemy.sql.elements", "conv"), {name});
}

// The block of `with op.batch_alter_table(…)`.
struct BatchManager final : python::NativeState {
    Value operations; // the BatchOperations object
    std::shared_ptr<BatchBlock> block;
};

// `with Operations.context(…)`: `alembic.op` works on that context meanwhile.
struct OperationsManager final : python::NativeState {
    Value migration_context, operations;
    std::unique_ptr<HostScope> scope;
};

schema::Batch::Recreate recreate_of(const Value& given) {
    std::string text = python::is_str(given) ? python::as_text(given) : "";
    if (text == "auto") return schema::Batch::Recreate::automatic;
    if (text == "always") return schema::Batch::Recreate::always;
    if (text == "never") return schema::Batch::Recreate::never;
    python::raise(python::Exc::ValueError, "recreate may be one of 'auto', 'always', or 'never'.");
}

// The arguments from `first` on are those of batch_alter_table.
Value batch_alter_table(const Value& operations, Call& call, std::size_t first) {
    enum {
        table_name,
        schema,
        recreate,
        reordering,
        copy_from,
        table_args,
        table_kwargs,
        reflect_args,
        reflect_kwargs,
        naming
    };
    auto argument = [&](std::size_t which) -> const Value& { return call[first + which]; };
    auto block = std::make_shared<BatchBlock>();
    schema::Batch& batch = block->batch;
    block->table_name = argument(table_name);
    block->schema = argument(schema);
    batch.table = sqlalchemy::to_name(argument(table_name));
    batch.schema = sqlalchemy::to_optional_name(argument(schema));
    batch.recreate = recreate_of(argument(recreate));
    if (!argument(reordering).is_none())
        python::for_each(argument(reordering), [&](const Value& group) {
            std::vector<std::string> names;
            python::for_each(group, [&](const Value& name) { names.push_back(python::as_text(name)); });
            batch.partial_reordering.push_back(std::move(names));
        });
    if (!argument(copy_from).is_none()) batch.copy_from = sqlalchemy::to_table(argument(copy_from));
    if (!argument(table_args).is_none())
        python::for_each(argument(table_args), [&](const Value& item) {
            if (python::state_if<sqlalchemy::ColumnState>(item))
                batch.table_columns.push_back(sqlalchemy::to_column(item));
            else if (schema::ConstraintPtr constraint = sqlalchemy::to_constraint_if(item))
                batch.table_constraints.push_back(constraint);
        });
    if (!argument(table_kwargs).is_none()) {
        Value options = python::make_dict();
        python::for_each_item(argument(table_kwargs), [&](const Value& name, const Value& value) {
            python::set_item(options, name, value);
        });
        batch.table_options = sqlalchemy::to_options(python::cast<python::Dict>(options), "Table");
    }
    if (!argument(reflect_args).is_none()) block->reflect_args = python::to_vector(argument(reflect_args));
    if (!argument(reflect_kwargs).is_none()) block->reflect_kwargs = argument(reflect_kwargs);
    block->naming_convention = argument(naming);
    if (!argument(naming).is_none()) {
        python::KeywordArgument convention{python::intern("naming_convention"), argument(naming)};
        Value metadata =
            python::call(python::native_attribute("sqlalchemy", "MetaData"), {}, std::span(&convention, 1));
        batch.naming = python::state<sqlalchemy::MetaDataState>(metadata).metadata;
    }

    Value batch_operations =
        python::make_instance(python::as_class(python::native_attribute(base_module, "BatchOperations")));
    auto& state = python::attach_state<OperationsState>(batch_operations);
    state.migration_context = context_of(operations);
    state.batch = block;
    Value manager =
        python::make_instance(python::as_class(python::native_attribute(base_module, "_BatchManager")));
    auto& managed = python::attach_state<BatchManager>(manager);
    managed.operations = batch_operations;
    managed.block = block;
    return manager;
}

constexpr const char* batch_parameters =
    "table_name, schema=None, recreate='auto', partial_reordering=None, copy_from=None, table_args=(), "
    "table_kwargs=None, reflect_args=(), reflect_kwargs=None, naming_convention=None)";

void define_batch_manager(python::ClassBuilder& manager) {
    manager.method("__enter__(self)", [](Call& call) { return call.state<BatchManager>().operations; });
    manager.method("__exit__(self, type_, value, traceback)", [](Call& call) {
        auto& state = call.state<BatchManager>();
        if (call[1].is_none()) flush(Operator(state.operations), *state.block);
        return Value::boolean(false);
    });
}

// What both classes have.
void define_shared(python::ClassBuilder& type) {
    type.method("get_context(self)", [](Call& call) { return context_of(call.self()); });
    type.method("get_bind(self)", [](Call& call) { return bind_object(Operator(call.self()).host()); });
    type.method("invoke(self, operation)", [](Call& call) { return invoke(call.self(), call[1]); });
    type.method("f(self, name)", [](Call& call) { return conv(call[1]); });
    type.method("inline_literal(self, value, type_=None)",
                [](Call& call) { return inline_literal(call[1], call[2]); });
    type.method("run_async(self, async_function, *args, **kw_args)",
                [](Call& call) { return run_async(call.self(), call, 1); });
    type.property("migration_context", [](Call& call) { return context_of(call.self()); });
    type.class_method("implementation_for(cls, op_cls, replace=False)", [](Call& call) {
        Value wanted = call[1];
        bool replace = call.truth(2);
        return python::make_function("decorate(fn)", [wanted, replace](Call& inner) {
            register_implementation(wanted, inner[0], replace);
            return inner[0];
        });
    });
    type.class_method("register_operation(cls, name, sourcename=None)", [](Call& call) {
        Value target = call[0], name = call[1], source = call.has(2) ? call[2] : call[1];
        return python::make_function("register(op_cls)", [target, name, source](Call& inner) {
            Value made = python::get_attribute(inner[0], python::as_text(source));
            python::cast<python::Class>(target).space().set(python::as_text(name), as_method(made));
            python::classes_changed();
            return inner[0];
        });
    });
    type.property("impl", [](Call& call) {
        auto& state = call.state<OperationsState>();
        if (!state.batch) return python::get_attribute(state.migration_context, "impl");
        Value made =
            python::make_instance(python::as_class(python::native_attribute(base_module, "_BatchImpl")));
        python::set_attribute(made, "table_name", state.batch->table_name);
        python::set_attribute(made, "schema", state.batch->schema);
        return made;
    });
}

void define_operations(python::ClassBuilder& type) {
    type.method("__init__(self, migration_context, impl=None)", [](Call& call) {
        call.attach<OperationsState>().migration_context = call[1];
        return Value::none();
    });
    define_shared(type);
    for (const Directive& one : directives()) {
        auto body = [&one](Call& call) { return invoke(call.self(), one, Request(one, call, 1)); };
        type.method(one.method, body, one.old_keywords);
    }
    static const std::string batch = std::string("batch_alter_table(self, ") + batch_parameters;
    type.method(batch, [](Call& call) { return batch_alter_table(call.self(), call, 1); });
    type.class_method("context(cls, migration_context)", [](Call& call) {
        Value manager = python::make_instance(
            python::as_class(python::native_attribute(base_module, "_OperationsManager")));
        auto& state = python::attach_state<OperationsManager>(manager);
        state.migration_context = call[1];
        state.operations = make_operations(call[1]);
        return manager;
    });
}

void define_batch_operations(python::ClassBuilder& type) {
    define_shared(type);
    for (const Directive& one : directives()) {
        if (one.batch_method.empty()) continue;
        auto body = [&one](Call& call) {
            auto& state = call.state<OperationsState>();
            return invoke(call.self(), one, Request(one, call, 1, batch_names(one, *state.batch)));
        };
        type.method(one.batch_method, body, one.old_keywords);
    }
}

} // namespace

void populate_operations(python::ModuleBuilder& module) {
    module.constant("_registry", make_registry());
    module.define_class("_BatchManager", {}, define_batch_manager);
    module.define_class("_BatchImpl", {}, [](python::ClassBuilder&) {});
    module.define_class("_OperationsManager", {}, [](python::ClassBuilder& manager) {
        manager.method("__enter__(self)", [](Call& call) {
            auto& state = call.state<OperationsManager>();
            state.scope = std::make_unique<HostScope>(Operator(state.operations).host());
            return state.operations;
        });
        manager.method("__exit__(self, type_, value, traceback)", [](Call& call) {
            call.state<OperationsManager>().scope.reset();
            return Value::boolean(false);
        });
    });
    python::Class* abstract = module.define_class("AbstractOperations").get();
    module.define_class("Operations", {abstract}, define_operations);
    module.define_class("BatchOperations", {abstract}, define_batch_operations);
}

void populate_op(python::ModuleBuilder& module) {
    for (const Directive& one : directives()) {
        auto body = [&one](Call& call) {
            return invoke(operations_at_work(one.name), one, Request(one, call, 0));
        };
        module.function(one.function, body, python::CallStyle::Python, one.old_keywords);
    }
    static const std::string batch = std::string("batch_alter_table(") + batch_parameters;
    module.function(batch, [](Call& call) {
        return batch_alter_table(operations_at_work("batch_alter_table"), call, 0);
    });
    module.function("get_bind()",
                    [](Call&) { return bind_object(Operator(operations_at_work("get_bind")).host()); });
    module.function("get_context()", [](Call&) { return context_of(operations_at_work("get_context")); });
    module.function("invoke(operation)",
                    [](Call& call) { return invoke(operations_at_work("invoke"), call[0]); });
    module.function("f(name)", [](Call& call) { return conv(call[0]); });
    module.function("inline_literal(value, type_=None)",
                    [](Call& call) { return inline_literal(call[0], call[1]); });
    module.function("run_async(async_function, *args, **kw_args)",
                    [](Call& call) { return run_async(operations_at_work("run_async"), call, 0); });
    for (const char* name : {"implementation_for", "register_operation"})
        module.lazy(name, [name] {
            return python::get_attribute(python::native_attribute(base_module, "Operations"), name);
        });
    // What a script registered, or another attribute of the object.
    module.missing([](std::string_view name) -> Value {
        if (name.starts_with("__")) return {};
        // The object itself: scripts of long ago go through it to the context.
        if (name == "_proxy") return operations_at_work(name);
        Value type = python::native_attribute(base_module, "Operations");
        if (!python::find_attribute(type, name).exists() && name != "impl" && name != "migration_context")
            return {};
        if (!current_host()) {
            std::string declared(name);
            return python::make_function("directive(*args, **kw)",
                                         [declared](Call&) { return operations_at_work(declared); });
        }
        return python::get_attribute(operations_at_work(name), name);
    });
}

} // namespace limbeck::alembic
