// sa.ForeignKey: a column's own reference, and an element of a ForeignKeyConstraint.
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sql/dialect.hpp"
#include "sqlalchemy/exceptions.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Call;
using python::ClassBuilder;
using python::make_str;
using python::Value;

namespace {

std::string specification(const ForeignKeyState& state) {
    if (auto* column = python::state_if<ColumnState>(state.target))
        if (auto* table = python::state_if<TableState>(column->table))
            return table->table->full_name() + "." + column->column->key_or_name();
    return state.key.target;
}

Value copy_key(const Value& self, const Value& schema_name) {
    auto& state = python::state<ForeignKeyState>(self);
    Value made = python::make_instance(python::class_of(self));
    auto& copied = python::attach_state<ForeignKeyState>(made);
    copied.key = state.key;
    copied.target = state.target;
    if (auto name = to_optional_name(schema_name)) {
        copied.key.schema = name;
        copied.key.target = fmt::format("{}.{}.{}", name->text, state.key.table.text, state.key.column.text);
        copied.target = Value();
    }
    if (state.info.is_object()) copied.info = python::call_method(state.info, "copy");
    return made;
}

// The table that the text names, among those of the same MetaData.
Value find_table(const ForeignKeyState& state, std::string& key) {
    auto* parent = python::state_if<ColumnState>(state.parent);
    auto* table = parent ? python::state_if<TableState>(parent->table) : nullptr;
    if (!table) return {};
    auto* metadata = python::state_if<MetaDataState>(table->metadata);
    const std::optional<schema::Name>& schema_name =
        state.key.schema || !metadata ? state.key.schema : metadata->metadata->schema;
    key = schema_name ? schema_name->text + "." + state.key.table.text : state.key.table.text;
    if (!metadata) return {};
    const Value* found = python::cast<python::Dict>(metadata->tables).find(key);
    return found ? *found : Value();
}

schema::ColumnPtr find_column(const ForeignKeyState& state, const TableState& table) {
    std::string wanted = state.key.column.text;
    if (wanted.empty())
        if (auto* parent = python::state_if<ColumnState>(state.parent))
            wanted = parent->column->key_or_name();
    if (state.key.link_to_name) {
        for (const schema::ColumnPtr& column : table.table->columns)
            if (column->name.text == wanted) return column;
        return nullptr;
    }
    return table.table->find_pointer(wanted);
}

// The Column object that the key points to; Nothing where its table is not known, unless `must`.
Value resolve(ForeignKeyState& state, bool must) {
    if (state.target.exists()) return state.target;
    if (!state.parent.exists()) {
        if (!must) return {};
        throw schema::InvalidRequestError(
            "this ForeignKey object does not yet have a parent Column associated with it.");
    }
    std::string key;
    Value table = find_table(state, key);
    if (!table.exists()) {
        if (!must) return {};
        auto* parent = python::state_if<ColumnState>(state.parent);
        if (!parent || !parent->table.exists())
            throw schema::InvalidRequestError(
                "this ForeignKey's parent column is not yet associated with a Table.");
        std::string said =
            fmt::format("Foreign key associated with column '{}' could not find table '{}' with which to "
                        "generate a foreign key to target column '{}'",
                        python::to_str(state.parent), key, state.key.column.text);
        python::raise(exception_class("NoReferencedTableError"),
                      std::vector<Value>{make_str(std::string_view(said)), make_str(std::string_view(key))});
    }
    auto& target = python::state<TableState>(table);
    schema::ColumnPtr column = find_column(state, target);
    if (!column) {
        if (!must) return {};
        auto& parent = python::state<ColumnState>(state.parent);
        std::string said =
            fmt::format("Could not initialize target column for ForeignKey '{}' on table '{}': table '{}' "
                        "has no column named '{}'",
                        state.key.target, python::state<TableState>(parent.table).table->name.text,
                        target.table->name.text, state.key.column.text);
        python::raise(exception_class("NoReferencedColumnError"),
                      std::vector<Value>{make_str(std::string_view(said)),
                                         make_str(std::string_view(target.table->name.text)),
                                         make_str(std::string_view(state.key.column.text))});
    }
    return column_object(table, column);
}

void foreign_key_members(ClassBuilder& type) {
    type.constant("__visit_name__", make_str("foreign_key"));
    type.method("__init__(self, column, _constraint=None, use_alter=False, name=None, onupdate=None, "
                "ondelete=None, deferrable=None, initially=None, link_to_name=False, match=None, info=None, "
                "comment=None, _unresolvable=False, **dialect_kw)",
                [](Call& call) {
                    auto& state = python::attach_state<ForeignKeyState>(call.self());
                    set_target(state, call[1]);
                    state.key.use_alter = call.truth(3);
                    state.key.name = to_optional_name(call[4]);
                    state.key.onupdate = optional_text(call[5]);
                    state.key.ondelete = optional_text(call[6]);
                    state.key.deferrable = optional_truth(call[7]);
                    state.key.initially = optional_text(call[8]);
                    state.key.link_to_name = call.truth(9);
                    state.key.match = optional_text(call[10]);
                    state.info = call[11];
                    if (call.has(12)) state.key.comment = call.text(12);
                    state.key.options = to_options(call.keywords(14), "ForeignKey");
                    return Value::none();
                });
    auto state = [](Call& call) -> ForeignKeyState& { return call.state<ForeignKeyState>(); };
    auto text = [&](std::string_view name, std::optional<std::string> schema::ForeignKey::*member) {
        type.property(name, [=](Call& call) { return text_value(state(call).key.*member); });
    };
    text("onupdate", &schema::ForeignKey::onupdate);
    text("ondelete", &schema::ForeignKey::ondelete);
    text("initially", &schema::ForeignKey::initially);
    text("match", &schema::ForeignKey::match);
    type.property("name", [=](Call& call) { return name_value(state(call).key.name); });
    type.property("deferrable", [=](Call& call) { return truth_value(state(call).key.deferrable); });
    type.property("use_alter", [=](Call& call) { return Value::boolean(state(call).key.use_alter); });
    type.property("link_to_name", [=](Call& call) { return Value::boolean(state(call).key.link_to_name); });
    type.property("comment", [=](Call& call) {
        return state(call).key.comment.empty() ? Value::none()
                                               : make_str(std::string_view(state(call).key.comment));
    });
    type.property("info", [=](Call& call) { return info_value(state(call).info); });
    type.property("parent", [=](Call& call) { return or_none(state(call).parent); });
    type.property("constraint", [=](Call& call) { return or_none(state(call).constraint); });
    type.property("column", [=](Call& call) { return resolve(state(call), true); });
    type.property("target_fullname", [=](Call& call) { return make_str(specification(state(call))); });
    type.property("_colspec", [=](Call& call) { return make_str(specification(state(call))); });
    type.method("_get_colspec(self, **kw)", [=](Call& call) { return make_str(specification(state(call))); });
    type.method("references(self, table)", [=](Call& call) {
        Value column = resolve(state(call), true);
        return Value::boolean(python::state<ColumnState>(column).table.is(call[1]));
    });
    for (std::string_view name : {"copy(self, *, schema=None, **kw)", "_copy(self, *, schema=None, **kw)"})
        type.method(name, [](Call& call) { return copy_key(call.self(), call[1]); });
    type.method("__repr__(self)", [=](Call& call) {
        return make_str("ForeignKey(" + schema::repr(std::string_view(specification(state(call)))) + ")");
    });
}

} // namespace

void set_target(ForeignKeyState& state, const Value& given) {
    schema::ForeignKey& key = state.key;
    if (python::is_str(given)) {
        key.target = python::as_text(given);
        if (key.target.find('.') != std::string::npos)
            schema::parse_target(key, key.target);
        else
            key.table = schema::Name(key.target);
        return;
    }
    if (python::is_unresolved(given)) python::raise_unresolved(given, "use it as a foreign key's column");
    Value column = given;
    if (!python::state_if<ColumnState>(column)) {
        if (Value element = python::find_attribute(given, "__clause_element__"); element.exists())
            column = python::call(element);
    }
    if (auto* found = python::state_if<ColumnState>(column)) {
        state.target = column;
        key.column = found->column->name;
        key.target_type = found->column->type;
        if (auto* table = python::state_if<TableState>(found->table)) {
            key.table = table->table->name;
            key.schema = table->table->schema;
            key.target = table->table->full_name() + "." + found->column->key_or_name();
        }
        return;
    }
    schema::ExpressionPtr expression = to_expression_if(given);
    if (auto* ref = dynamic_cast<const schema::ColumnRef*>(expression.get())) {
        key.column = ref->name;
        if (auto table = std::dynamic_pointer_cast<const schema::Table>(ref->from)) {
            key.table = table->name;
            key.schema = table->schema;
            key.target = table->full_name() + "." + ref->name.text;
        }
        return;
    }
    throw schema::ArgumentError(
        fmt::format("String column name or Column object for DDL foreign key constraint expected, got {}.",
                    python::to_repr(given)));
}

namespace {

// `must`: of these constraints the target has to be known.
template <class Must> void give_targets(const Value& table, Must must) {
    auto& state = python::state<TableState>(table);
    for (const schema::ConstraintPtr& constraint : state.table->constraints) {
        if (constraint->kind != schema::ConstraintKind::foreign_key) continue;
        auto* held = python::state_if<ConstraintState>(object_of(constraint->script));
        if (!held) continue;
        for (std::size_t i = 0; i < held->elements.size(); ++i) {
            Value column = resolve(python::state<ForeignKeyState>(held->elements[i]), must(*constraint));
            auto* target = python::state_if<ColumnState>(column);
            auto* target_table = target ? python::state_if<TableState>(target->table) : nullptr;
            if (!target_table) continue;
            constraint->referred_table = target_table->table->name;
            constraint->referred_schema = target_table->table->schema;
            if (i < constraint->referred_columns.size())
                constraint->referred_columns[i] = target->column->name;
            auto* own =
                python::state_if<ColumnState>(python::state<ForeignKeyState>(held->elements[i]).parent);
            if (own && own->column->type->kind == schema::TypeKind::null) {
                own->column->type = target->column->type;
                const_cast<schema::Expression&>(*own->expression).type = target->column->type;
            }
        }
    }
}

} // namespace

void resolve_foreign_keys(const Value& table) {
    give_targets(table, [](const schema::Constraint&) { return false; });
}

void require_foreign_keys(const Value& table, const sql::Dialect& dialect) {
    give_targets(table, [&](const schema::Constraint& constraint) {
        return dialect.is_sqlite() || !constraint.use_alter;
    });
}

void define_foreign_keys(python::ModuleBuilder& module) {
    python::Class* item = python::as_class(python::get_attribute(module.value(), "SchemaItem"));
    module.define_class("ForeignKey", {item}, foreign_key_members);
}

} // namespace limbeck::sqlalchemy
