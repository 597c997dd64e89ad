// alembic.operations.ops: the classes of operations, for scripts that make, extend or replace them.
#include "alembic/directives.hpp"
#include "alembic/operations.hpp"

#include <algorithm>

namespace limbeck::alembic {

using python::Call;
using python::Value;

void register_built_in(const python::Class* type, const Directive& directive);

namespace {

// Moves what Table() takes by itself out of the keywords.
void take_from(const Value& self, const char* place, std::initializer_list<const char*> names) {
    auto* keywords = python::as<python::Dict>(python::find_attribute(self, place));
    for (const char* name : names) {
        Value value = Value::none();
        if (keywords) {
            if (const Value* found = keywords->find(name)) value = *found;
            keywords->table.erase(python::make_str(name));
        }
        python::set_attribute(self, name, value);
    }
}

// The directives whose classes derive from AddConstraintOp, with what the classes call their constraints.
constexpr std::pair<std::string_view, std::string_view> constraint_types[] = {
    {"create_check_constraint", "check"},   {"create_exclude_constraint", "exclude"},
    {"create_foreign_key", "foreignkey"},   {"create_primary_key", "primarykey"},
    {"create_unique_constraint", "unique"},
};

// Empty for any other directive.
std::string_view constraint_type(const Directive& one) {
    auto found = std::find_if(std::begin(constraint_types), std::end(constraint_types),
                              [&](const auto& entry) { return entry.first == one.name; });
    return found == std::end(constraint_types) ? std::string_view() : found->second;
}

bool alters_table(const Directive& one) {
    return one.name.find("column") != std::string::npos || one.name.find("comment") != std::string::npos ||
           one.name == "rename_table";
}

void set_ops(const Value& self, const Value& operations) {
    python::set_attribute(self, "ops", python::make_list(python::to_vector(operations)));
}

Value construct(const Directive& one, Call& call) {
    const Value& self = call.self();
    for (std::size_t i = 0; i < one.attributes.size(); ++i) {
        std::string_view name = one.attributes[i];
        if (one.name == "drop_constraint" && name == "type_") name = "constraint_type";
        if (one.name == "rename_table" && name == "old_table_name") name = "table_name";
        python::set_attribute(self, name, call[i + 1]);
    }
    if (call.size() > one.attributes.size() + 1)
        python::set_attribute(self, "kw", call[one.attributes.size() + 1]);
    if (one.name == "create_table") {
        take_from(self, "kw", {"info", "comment", "prefixes"});
        if (python::find_attribute(self, "info").is_none())
            python::set_attribute(self, "info", python::make_dict());
    }
    if (one.name == "drop_table") {
        if (call[4].is_none()) python::set_attribute(self, "table_kw", python::make_dict());
        take_from(self, "table_kw", {"comment", "info", "prefixes"});
    }
    return Value::none();
}

void define_operation(const Directive& one, python::ClassBuilder& type) {
    type.method(one.constructor, [&one](Call& call) { return construct(one, call); });
    // CreateTableOp.create_table(operations, …) and its batch form.
    auto run = [&one](Call& call) {
        std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(3));
        return python::call_method(call[1], python::intern(one.name), call.rest(2), keywords);
    };
    type.class_method(one.on_class, run);
    if (!one.batch_method.empty()) type.class_method(one.batch_on_class, run);
    if (std::string_view kind = constraint_type(one); !kind.empty())
        type.constant("constraint_type", python::make_str(kind));
    define_conversions(one.class_name, type);
}

void define_container(python::ClassBuilder& type) {
    type.method("__init__(self, ops=())", [](Call& call) {
        set_ops(call.self(), call[1]);
        return Value::none();
    });
    type.method("is_empty(self)", [](Call& call) {
        return Value::boolean(python::length(python::get_attribute(call.self(), "ops")) == 0);
    });
    define_conversions("OpContainer", type);
}

} // namespace

void populate_operation_classes(python::ModuleBuilder& module) {
    python::Class* operation = module.define_class("MigrateOperation", {}, [](python::ClassBuilder& type) {
        type.property(
            "info",
            [](Call& call) {
                if (Value known = python::find_attribute(call.self(), "_info"); known.exists()) return known;
                Value made = python::make_dict();
                python::set_attribute(call.self(), "_info", made);
                return made;
            },
            [](Call& call) {
                python::set_attribute(call.self(), "_info", call[1]);
                return Value::none();
            });
        type.method("reverse(self)",
                    [](Call&) -> Value { python::raise(python::Exc::NotImplementedError, ""); });
        type.method("to_diff_tuple(self)",
                    [](Call&) -> Value { python::raise(python::Exc::NotImplementedError, ""); });
    });
    python::Class* add_constraint =
        module.define_class("AddConstraintOp", {operation},
                            [](python::ClassBuilder& type) { define_conversions("AddConstraintOp", type); });
    python::Class* alter_table =
        module.define_class("AlterTableOp", {operation}, [](python::ClassBuilder& type) {
            type.method("__init__(self, table_name, *, schema=None)", [](Call& call) {
                python::set_attribute(call.self(), "table_name", call[1]);
                python::set_attribute(call.self(), "schema", call[2]);
                return Value::none();
            });
        });
    for (const Directive& one : directives()) {
        python::Class* parent = !constraint_type(one).empty() ? add_constraint
                                : alters_table(one)           ? alter_table
                                                              : operation;
        register_built_in(
            module.define_class(one.class_name, {parent},
                                [&one](python::ClassBuilder& type) { define_operation(one, type); }),
            one);
    }
    python::Class* container = module.define_class("OpContainer", {operation}, define_container);
    module.define_class("ModifyTableOps", {container}, [](python::ClassBuilder& type) {
        type.method("__init__(self, table_name, ops, *, schema=None)", [](Call& call) {
            python::set_attribute(call.self(), "table_name", call[1]);
            set_ops(call.self(), call[2]);
            python::set_attribute(call.self(), "schema", call[3]);
            return Value::none();
        });
        define_conversions("ModifyTableOps", type);
    });
    auto define_direction = [&](const char* name, const char* token, const char* constructor) {
        module.define_class(name, {container}, [=](python::ClassBuilder& type) {
            type.method(constructor, [token](Call& call) {
                set_ops(call.self(), call[1]);
                python::set_attribute(call.self(), token, call[2]);
                return Value::none();
            });
            define_conversions(name, type);
        });
    };
    define_direction("UpgradeOps", "upgrade_token", "__init__(self, ops=(), upgrade_token='upgrades')");
    define_direction("DowngradeOps", "downgrade_token",
                     "__init__(self, ops=(), downgrade_token='downgrades')");
    module.define_class("MigrationScript", {operation},
                        [](python::ClassBuilder& type) { define_conversions("MigrationScript", type); });
}

void populate_implementations(python::ModuleBuilder& module) {
    for (const char* declaration :
         {"add_column(operations, operation)", "alter_column(operations, operation)",
          "bulk_insert(operations, operation)", "create_constraint(operations, operation)",
          "create_index(operations, operation)", "create_table(operations, operation)",
          "create_table_comment(operations, operation)", "drop_column(operations, operation)",
          "drop_constraint(operations, operation)", "drop_index(operations, operation)",
          "drop_table(operations, operation)", "drop_table_comment(operations, operation)",
          "execute_sql(operations, operation)", "rename_table(operations, operation)"})
        module.function(declaration, [](Call& call) { return invoke_built_in(call[0], call[1]); });
}

} // namespace limbeck::alembic
