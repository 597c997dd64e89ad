// `alembic.operations`: the Operations object behind `alembic.op`, its batch form, and what each class of
// operations does when it is invoked.
#pragma once

#include "alembic/host.hpp"
#include "alembic/request.hpp"
#include "python/binding.hpp"
#include "schema/operation.hpp"

#include <memory>
#include <string_view>

namespace limbeck::alembic {

// What a `with op.batch_alter_table(…)` block has asked for so far.
struct BatchBlock {
    schema::Batch batch;
    python::Value table_name, schema; // as given
    python::Value naming_convention;  // None: none
    std::vector<python::Value> reflect_args;
    python::Value reflect_kwargs; // a dict
};

// Of an Operations or BatchOperations object.
struct OperationsState final : python::NativeState {
    python::Value migration_context;
    // Set in batch mode: operations are collected there.
    std::shared_ptr<BatchBlock> batch;
};

// Of a MigrationContext object; null once the run is over.
struct MigrationContextState final : python::NativeState {
    Host* host = nullptr;
    // Of a context that a script made for itself: its host.
    std::shared_ptr<Host> own;
    // The naming conventions of target_metadata, looked up once.
    std::shared_ptr<const schema::MetaData> conventions;
    python::Value conventions_object; // None where there are none
    python::Value implementation;     // `.impl`
};

// What a directive's implementation works with: the Operations object and where its statements go.
class Operator {
  public:
    explicit Operator(const python::Value& operations);

    const python::Value& operations() const { return operations_; }
    Host& host() const { return host_; }
    const python::Value& migration_context() const { return state_.migration_context; }
    // In batch mode the operation waits for the block's end.
    void perform(schema::Operation operation) const;
    // MetaData with target_metadata's naming conventions; a new Python object for `metadata_object`.
    const std::shared_ptr<const schema::MetaData>& metadata() const { return context_.conventions; }
    python::Value metadata_object() const;

  private:
    python::Value operations_;
    OperationsState& state_;
    MigrationContextState& context_;
    Host& host_;
};

// Compiles and executes an operation at once.
void perform(Host& host, const schema::Operation& operation);

// The Operations object that `alembic.op` stands for. NameError where no context is at work.
python::Value operations_at_work(std::string_view directive);
python::Value make_operations(const python::Value& migration_context);

// The built-in implementation of a directive ("create_table"), for a request of any form. Gives what the
// directive returns.
using Implementation = python::Value (*)(const Operator& op, const Request& request);
Implementation implementation_of(std::string_view directive);

// ADD CONSTRAINT for a constraint object that stands in a table.
void add_made_constraint(const Operator& op, const python::Value& constraint);

// Invokes an operation object: the script's own implementation for its class where it registered one, else
// the built-in one.
python::Value invoke(const python::Value& operations, const python::Value& operation);
// As invoke(), but with the built-in implementation, whatever the script registered.
python::Value invoke_built_in(const python::Value& operations, const python::Value& operation);
// A directive: as invoke(), but without an object where nothing of the script wants to see one.
python::Value invoke(const python::Value& operations, const Directive& directive, const Request& request);

// The class of this name in alembic.operations.ops.
python::Value operation_class(std::string_view name);

// The methods of this class of operations that make schema items of it, and it of schema items.
void define_conversions(std::string_view class_name, python::ClassBuilder& type);

// What the script registered.
void register_implementation(const python::Value& operation_class, const python::Value& function,
                             bool replace);

// Runs what a batch block has collected.
void flush(const Operator& op, BatchBlock& block);

// Each adds its modules.
void populate_op(python::ModuleBuilder& module);
void populate_operations(python::ModuleBuilder& module);
void populate_operation_classes(python::ModuleBuilder& module);
void populate_implementations(python::ModuleBuilder& module);
void populate_migration(python::ModuleBuilder& module);

} // namespace limbeck::alembic
