// Constraints as scripts make them: PrimaryKeyConstraint, UniqueConstraint, CheckConstraint,
// ForeignKeyConstraint, and PostgreSQL's ExcludeConstraint.
#include "sqlalchemy/ddl_conditions.hpp"
#include "sqlalchemy/schema_items.hpp"

#include "schema/errors.hpp"
#include "sqlalchemy/column_collection.hpp"

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;
using schema::ConstraintKind;

namespace {

ConstraintState& attach_new_state(const Value& self, schema::ConstraintPtr constraint) {
    auto& state = python::attach_state<ConstraintState>(self);
    state.constraint = std::move(constraint);
    state.constraint->script.object = self.object();
    return state;
}

ConstraintState& make_state(const Value& self, ConstraintKind kind) {
    return attach_new_state(self, std::make_shared<schema::Constraint>(kind));
}

// What all constraints take.
void set_common(ConstraintState& state, const Value& name, const Value& deferrable, const Value& initially,
                const Value& info, const Value& comment) {
    schema::Constraint& made = *state.constraint;
    made.name = to_optional_name(name);
    made.deferrable = optional_truth(deferrable);
    made.initially = optional_text(initially);
    made.comment = optional_text(comment);
    state.info = info;
}

// `comment=` where it is no parameter of its own and travels among the dialects' arguments.
Value take_comment(python::Dict& keywords) {
    const Value* found = keywords.find("comment");
    if (!found) return Value::none();
    Value comment = *found;
    python::call_method(Value(&keywords), "pop", {make_str("comment")});
    return comment;
}

// A column by name, or a Column object: its key is known once it is attached.
void add_column(ConstraintState& state, const Value& given) {
    if (python::is_str(given)) {
        state.columns.emplace_back();
        state.constraint->columns.push_back(to_name(given));
        return;
    }
    if (python::is_unresolved(given)) python::raise_unresolved(given, "use it as a constraint's column");
    if (auto* column = python::state_if<ColumnState>(given)) {
        state.columns.push_back(given);
        state.constraint->columns.emplace_back(column->column->key_or_name());
        return;
    }
    schema::ExpressionPtr expression = to_expression_if(given);
    auto* ref = dynamic_cast<const schema::ColumnRef*>(expression.get());
    if (!ref)
        throw schema::ArgumentError(
            fmt::format("String column name or column expression for DDL constraint expected, got {}.",
                        python::to_repr(given)));
    state.columns.push_back(ref->column ? object_of(ref->column->script) : Value());
    state.constraint->columns.emplace_back(ref->key.empty() ? ref->name.text : ref->key);
}

std::vector<Value> known_columns(const ConstraintState& state) {
    std::vector<Value> found;
    for (const Value& column : state.columns) {
        if (!column.exists()) return {};
        found.push_back(column);
    }
    return found;
}

Value columns_init(Call& call, ConstraintKind kind, std::size_t comment, std::size_t dialect,
                   std::string_view class_name) {
    ConstraintState& state = make_state(call.self(), kind);
    set_common(state, call[2], call[3], call[4], call[5],
               comment ? call[comment] : take_comment(call.keywords(dialect)));
    for (const Value& column : call.rest(1)) add_column(state, column);
    state.constraint->options = to_options(call.keywords(dialect), class_name);
    attach_when_ready(call.self(), known_columns(state));
    return Value::none();
}

Value make_foreign_key(const Value& given) {
    Value made = python::make_instance(schema_class("ForeignKey"));
    auto& state = python::attach_state<ForeignKeyState>(made);
    set_target(state, given);
    return made;
}

Value foreign_key_constraint_init(Call& call) {
    ConstraintState& state = make_state(call.self(), ConstraintKind::foreign_key);
    schema::Constraint& made = *state.constraint;
    set_common(state, call[3], call[6], call[7], call[12], call[13]);
    made.onupdate = optional_text(call[4]);
    made.ondelete = optional_text(call[5]);
    made.use_alter = call.truth(8);
    made.match = optional_text(call[10]);
    made.options = to_options(call.keywords(14), "ForeignKeyConstraint");
    std::vector<Value> columns = python::to_vector(call[1]), targets = python::to_vector(call[2]);
    if (columns.size() != targets.size())
        throw schema::ArgumentError(
            "ForeignKeyConstraint number of constrained columns must match the number "
            "of referenced columns.");
    for (const Value& column : columns) add_column(state, column);
    for (std::size_t i = 0; i < made.columns.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (made.columns[i] == made.columns[j])
                throw schema::ArgumentError(
                    "ForeignKeyConstraint with duplicate source column references are not supported.");
    for (const Value& target : targets) {
        Value element = make_foreign_key(target);
        auto& key = python::state<ForeignKeyState>(element);
        key.constraint = call.self();
        key.key.link_to_name = call.truth(9);
        key.key.name = made.name;
        key.key.onupdate = made.onupdate;
        key.key.ondelete = made.ondelete;
        key.key.deferrable = made.deferrable;
        key.key.initially = made.initially;
        key.key.match = made.match;
        key.key.use_alter = made.use_alter;
        state.elements.push_back(element);
        made.referred_schema = key.key.schema;
        made.referred_table = key.key.table;
        made.referred_columns.push_back(key.key.column);
    }
    if (call.has(11))
        attach_constraint(call[11], call.self());
    else
        attach_when_ready(call.self(), known_columns(state));
    return Value::none();
}

Value check_init(Call& call) {
    ConstraintState& state = make_state(call.self(), ConstraintKind::check);
    set_common(state, call[2], call[3], call[4], call[6], take_comment(call.keywords(10)));
    state.constraint->options = to_options(call.keywords(10), "CheckConstraint");
    if (!python::is_str(call[1]) && !python::is_unresolved(call[1]) && !to_expression_if(call[1]))
        throw schema::ArgumentError(fmt::format("SQL expression element for DDL constraint expected, got {}.",
                                                python::to_repr(call[1])));
    state.constraint->sqltext = to_text_or_expression(call[1]);
    std::vector<Value> columns;
    collect_columns(*state.constraint->sqltext, columns);
    if (call.has(5))
        attach_constraint(call[5], call.self());
    else if (call.truth(8))
        attach_when_ready(call.self(), columns);
    return Value::none();
}

Value exclude_init(Call& call) {
    ConstraintState& state = make_state(call.self(), ConstraintKind::exclude);
    schema::Constraint& made = *state.constraint;
    python::Dict& keywords = call.keywords(2);
    auto take = [&](std::string_view name) {
        const Value* found = keywords.find(name);
        return found ? *found : Value::none();
    };
    set_common(state, take("name"), take("deferrable"), take("initially"), take("info"), Value::none());
    if (Value using_ = take("using"); !using_.is_none()) made.using_ = python::as_text(using_);
    if (Value where = take("where"); !where.is_none()) made.where = to_text_or_expression(where);
    if (Value ops = take("ops"); !ops.is_none())
        python::for_each_item(ops, [&](const Value& column, const Value& op) {
            made.ops.emplace_back(python::as_text(column), python::as_text(op));
        });
    std::vector<Value> columns;
    if (call.rest(1).empty())
        python::raise(python::Exc::ValueError, "not enough values to unpack (expected 2, got 0)");
    for (const Value& element : call.rest(1)) {
        std::vector<Value> pair = python::to_vector(element);
        if (pair.size() != 2)
            python::raise(python::Exc::ValueError,
                          fmt::format("not enough values to unpack (expected 2, got {})", pair.size()));
        schema::ExcludeElement item;
        if (python::is_str(pair[0])) {
            item.name = python::as_text(pair[0]);
            item.expression = schema::column(to_name(pair[0]));
        } else {
            item.expression = to_expression(pair[0]);
            if (auto* ref = dynamic_cast<const schema::ColumnRef*>(item.expression.get()))
                item.name = ref->name.text;
            collect_columns(*item.expression, columns);
        }
        item.op = python::as_text(pair[1]);
        made.elements.push_back(std::move(item));
    }
    attach_when_ready(call.self(), columns);
    return Value::none();
}

// A constraint of the same arguments for another table: columns by their names.
Value copy_constraint(const Value& self, const Value& schema_name) {
    auto& state = python::state<ConstraintState>(self);
    Value made = python::make_instance(python::class_of(self));
    ConstraintState& copied = attach_new_state(made, schema::copy(*state.constraint));
    if (state.info.is_object()) copied.info = python::call_method(state.info, "copy");
    copied.columns.assign(state.columns.size(), Value());
    for (const Value& element : state.elements) {
        Value key = python::call_method(element, "_copy");
        python::state<ForeignKeyState>(key).constraint = made;
        copied.elements.push_back(key);
    }
    if (auto name = to_optional_name(schema_name)) copied.constraint->referred_schema = name;
    return made;
}

// Where no table is named, a copy of what is made of columns has the same columns, and belongs to their
// table.
Value table_of_copy(const ConstraintState& state) {
    switch (state.constraint->kind) {
    case ConstraintKind::unique:
    case ConstraintKind::primary_key:
    case ConstraintKind::exclude:
        return state.table;
    default:
        return {};
    }
}

Value column_values(ConstraintState& state) {
    Value made = make_column_collection();
    CollectionState& items = collection(made);
    auto* table = python::state_if<TableState>(state.table);
    for (std::size_t i = 0; i < state.constraint->columns.size(); ++i) {
        const std::string& key = state.constraint->columns[i].text;
        Value column = i < state.columns.size() ? state.columns[i] : Value();
        if (!column.exists() && table)
            if (schema::ColumnPtr found = table->table->find_pointer(key))
                column = column_object(state.table, found);
        if (column.exists()) items.set(key, column);
    }
    if (state.constraint->kind == ConstraintKind::check && state.constraint->sqltext) {
        std::vector<Value> columns;
        collect_columns(*state.constraint->sqltext, columns);
        for (const Value& column : columns)
            items.set(python::state<ColumnState>(column).column->key_or_name(), column);
    }
    return made;
}

std::string repr_of(const Value& self) {
    auto& state = python::state<ConstraintState>(self);
    const schema::Constraint& made = *state.constraint;
    std::string out;
    auto add = [&](const std::string& text) { out += (out.empty() ? "" : ", ") + text; };
    auto add_named = [&](std::string_view name, const std::optional<std::string>& text) {
        if (text) add(fmt::format("{}={}", name, schema::repr(std::string_view(*text))));
    };
    // Of those whose arguments are all columns, only the columns are shown.
    if (made.kind != ConstraintKind::check && made.kind != ConstraintKind::foreign_key) {
        if (made.kind != ConstraintKind::exclude && state.table.exists())
            python::for_each(column_values(state),
                             [&](const Value& column) { add(python::to_repr(column)); });
        return fmt::format("{}({})", python::type_name(self), out);
    }
    if (made.kind == ConstraintKind::check) {
        Value sqltext = wrap(made.sqltext);
        add(fmt::format("<{}.{} object at {}>", python::to_str(python::get_attribute(sqltext, "__module__")),
                        python::type_name(sqltext), fmt::ptr(sqltext.object())));
    } else {
        add(fmt::format("<sqlalchemy.sql.base.ReadOnlyColumnCollection object at {}>, None",
                        fmt::ptr(&made)));
    }
    if (made.name) add_named("name", made.name->text);
    add_named("onupdate", made.onupdate);
    add_named("ondelete", made.ondelete);
    if (made.deferrable) add(std::string("deferrable=") + (*made.deferrable ? "True" : "False"));
    add_named("initially", made.initially);
    if (made.use_alter) add("use_alter=True");
    add_named("match", made.match);
    if (state.table.exists()) add("table=" + python::to_repr(state.table));
    if (made.kind == ConstraintKind::foreign_key) add_named("comment", made.comment);
    return fmt::format("{}({})", python::type_name(self), out);
}

void text_property(ClassBuilder& type, std::string_view name,
                   std::optional<std::string> schema::Constraint::*member) {
    auto constraint = [](Call& call) -> schema::Constraint& {
        return *call.state<ConstraintState>().constraint;
    };
    type.property(
        name, [=](Call& call) { return text_value(constraint(call).*member); },
        [=](Call& call) {
            constraint(call).*member = optional_text(call[1]);
            return Value::none();
        });
}

void constraint_members(ClassBuilder& type) {
    auto state = [](Call& call) -> ConstraintState& { return call.state<ConstraintState>(); };
    type.method("__init__(self, name=None, deferrable=None, initially=None, info=None, comment=None, "
                "_create_rule=None, _type_bound=False, **dialect_kw)",
                [](Call& call) {
                    ConstraintState& made = make_state(call.self(), ConstraintKind::generic);
                    set_common(made, call[1], call[2], call[3], call[4], call[5]);
                    return Value::none();
                });
    type.property(
        "name", [=](Call& call) { return name_value(state(call).constraint->name); },
        [=](Call& call) {
            state(call).constraint->name = to_optional_name(call[1]);
            return Value::none();
        });
    type.property("table", [=](Call& call) {
        if (!state(call).table.exists())
            throw schema::InvalidRequestError("This constraint is not bound to a table.  Did you mean to "
                                              "call table.append_constraint(constraint) ?");
        return state(call).table;
    });
    type.property("parent", [=](Call& call) {
        if (!state(call).table.exists())
            python::raise(python::Exc::AttributeError, fmt::format("'{}' object has no attribute 'parent'",
                                                                   python::type_name(call.self())));
        return state(call).table;
    });
    type.property(
        "deferrable", [=](Call& call) { return truth_value(state(call).constraint->deferrable); },
        [=](Call& call) {
            state(call).constraint->deferrable = optional_truth(call[1]);
            return Value::none();
        });
    text_property(type, "initially", &schema::Constraint::initially);
    text_property(type, "comment", &schema::Constraint::comment);
    type.property(
        "info", [=](Call& call) { return info_value(state(call).info); },
        [=](Call& call) {
            state(call).info = call[1];
            return Value::none();
        });
    type.property("dialect_kwargs",
                  [=](Call& call) { return options_value(state(call).constraint->options); });
    type.property("kwargs", [=](Call& call) { return options_value(state(call).constraint->options); });
    type.property("_creation_order", [=](Call& call) {
        return Value::integer(static_cast<std::int64_t>(state(call).constraint->creation_order));
    });
    type.property("_type_bound", [=](Call& call) {
        return Value::boolean(static_cast<bool>(state(call).constraint->type_bound));
    });
    for (std::string_view name : {"copy(self, *, schema=None, target_table=None, **kw)",
                                  "_copy(self, *, schema=None, target_table=None, **kw)"})
        type.method(name, [](Call& call) {
            Value made = copy_constraint(call.self(), call[1]);
            if (Value table = call.has(2) ? call[2] : table_of_copy(call.state<ConstraintState>());
                table.exists())
                attach_constraint(table, made);
            return made;
        });
    type.method("_copy_detached(self)",
                [](Call& call) { return copy_constraint(call.self(), Value::none()); });
    add_ddl_if(type);
    type.method("__repr__(self)", [](Call& call) { return make_str(repr_of(call.self())); });
}

void collection_members(ClassBuilder& type) {
    auto state = [](Call& call) -> ConstraintState& { return call.state<ConstraintState>(); };
    type.property("columns", [=](Call& call) { return column_values(state(call)); });
    type.property("c", [=](Call& call) { return column_values(state(call)); });
    type.method("__iter__(self)", [=](Call& call) { return python::iterate(column_values(state(call))); });
    type.method("__len__(self)", [=](Call& call) {
        return Value::integer(static_cast<std::int64_t>(python::length(column_values(state(call)))));
    });
    type.method("__contains__(self, x)", [=](Call& call) {
        return Value::boolean(python::contains(column_values(state(call)), call[1]));
    });
    type.method("contains_column(self, col)", [=](Call& call) {
        bool found = false;
        python::for_each(column_values(state(call)),
                         [&](const Value& column) { found |= column.is(call[1]); });
        return Value::boolean(found);
    });
}

void foreign_key_constraint_members(ClassBuilder& type) {
    auto state = [](Call& call) -> ConstraintState& { return call.state<ConstraintState>(); };
    type.constant("__visit_name__", make_str("foreign_key_constraint"));
    type.method(
        "__init__(self, columns, refcolumns, name=None, onupdate=None, ondelete=None, "
        "deferrable=None, initially=None, use_alter=False, link_to_name=False, match=None, table=None, "
        "info=None, comment=None, **dialect_kw)",
        foreign_key_constraint_init);
    text_property(type, "onupdate", &schema::Constraint::onupdate);
    text_property(type, "ondelete", &schema::Constraint::ondelete);
    text_property(type, "match", &schema::Constraint::match);
    type.property(
        "use_alter", [=](Call& call) { return Value::boolean(state(call).constraint->use_alter); },
        [=](Call& call) {
            state(call).constraint->use_alter = call.truth(1);
            return Value::none();
        });
    type.property("elements", [=](Call& call) { return python::make_list(state(call).elements); });
    type.property("column_keys", [=](Call& call) {
        std::vector<Value> keys;
        for (const schema::Name& name : state(call).constraint->columns)
            keys.push_back(make_str(std::string_view(name.text)));
        return python::make_list(std::move(keys));
    });
    type.property("referred_table", [=](Call& call) {
        if (state(call).elements.empty()) return Value::none();
        return python::get_attribute(python::get_attribute(state(call).elements.front(), "column"), "table");
    });
}

} // namespace

void collect_columns(const schema::Expression& node, std::vector<Value>& found) {
    auto visit = [&](const schema::ExpressionPtr& part) {
        if (part) collect_columns(*part, found);
    };
    if (auto* ref = schema::get_if<schema::ColumnRef>(node)) {
        if (!ref->column) return;
        if (Value object = object_of(ref->column->script); object.exists()) found.push_back(object);
    } else if (auto* binary = schema::get_if<schema::Binary>(node)) {
        visit(binary->left);
        visit(binary->right);
    } else if (auto* unary = schema::get_if<schema::Unary>(node)) {
        visit(unary->element);
    } else if (auto* list = schema::get_if<schema::ExpressionList>(node)) {
        for (const auto& item : list->items) visit(item);
    } else if (auto* grouping = schema::get_if<schema::Grouping>(node)) {
        visit(grouping->element);
    } else if (auto* function = schema::get_if<schema::Function>(node)) {
        for (const auto& item : function->arguments) visit(item);
    } else if (auto* cast = schema::get_if<schema::Cast>(node)) {
        visit(cast->element);
    } else if (auto* coerce = schema::get_if<schema::TypeCoerce>(node)) {
        visit(coerce->element);
    } else if (auto* label = schema::get_if<schema::Label>(node)) {
        visit(label->element);
    } else if (auto* choice = schema::get_if<schema::Case>(node)) {
        visit(choice->value);
        for (const auto& [when, then] : choice->whens) {
            visit(when);
            visit(then);
        }
        visit(choice->else_);
    } else if (auto* extract = schema::get_if<schema::Extract>(node)) {
        visit(extract->element);
    }
}

Value constraint_object(const Value& table, const schema::ConstraintPtr& constraint) {
    if (Value found = object_of(constraint->script); found.exists()) return found;
    Value made = python::make_instance(
        constraint->kind == ConstraintKind::exclude
            ? python::as_class(python::native_attribute("sqlalchemy.sql.schema", "ExcludeConstraint"))
            : schema_class(schema::class_name(constraint->kind)));
    ConstraintState& state = attach_new_state(made, constraint);
    state.table = table;
    state.columns.assign(constraint->columns.size(), Value());
    return made;
}

void define_constraints(python::ModuleBuilder& module) {
    Class* item = python::as_class(python::get_attribute(module.value(), "SchemaItem"));
    Class* mixin = module.define_class("ColumnCollectionMixin", {}, [](ClassBuilder&) {});
    Class* constraint = module.define_class("Constraint", {item}, constraint_members);
    Class* collection_type =
        module.define_class("ColumnCollectionConstraint", {mixin, constraint}, collection_members);
    module.define_class("PrimaryKeyConstraint", {collection_type}, [](ClassBuilder& type) {
        type.constant("__visit_name__", make_str("primary_key_constraint"));
        type.method("__init__(self, *columns, name=None, deferrable=None, initially=None, info=None, "
                    "_implicit_generated=False, **dialect_kw)",
                    [](Call& call) {
                        return columns_init(call, ConstraintKind::primary_key, 0, 7, "PrimaryKeyConstraint");
                    });
    });
    module.define_class("UniqueConstraint", {collection_type}, [](ClassBuilder& type) {
        type.constant("__visit_name__", make_str("unique_constraint"));
        type.method(
            "__init__(self, *columns, name=None, deferrable=None, initially=None, info=None, "
            "comment=None, _autoattach=True, _column_flag=False, **dialect_kw)",
            [](Call& call) { return columns_init(call, ConstraintKind::unique, 6, 9, "UniqueConstraint"); });
    });
    module.define_class("CheckConstraint", {collection_type}, [](ClassBuilder& type) {
        type.constant("__visit_name__", make_str("table_or_column_check_constraint"));
        type.method(
            "__init__(self, sqltext, name=None, deferrable=None, initially=None, table=None, info=None, "
            "_create_rule=None, _autoattach=True, _type_bound=False, **dialect_kw)",
            check_init);
        type.property("sqltext",
                      [](Call& call) { return wrap(call.state<ConstraintState>().constraint->sqltext); });
    });
    module.define_class("ForeignKeyConstraint", {collection_type}, foreign_key_constraint_members);
    module.define_class("ExcludeConstraint", {collection_type}, [](ClassBuilder& type) {
        type.constant("__visit_name__", make_str("exclude_constraint"));
        type.method("__init__(self, *elements, **kw)", exclude_init);
        // (expression, name of its column, operator) of each element.
        type.property("_render_exprs", [](Call& call) {
            std::vector<Value> elements;
            for (const schema::ExcludeElement& one : call.state<ConstraintState>().constraint->elements)
                elements.push_back(python::make_tuple(
                    {wrap(one.expression),
                     one.name.empty() ? Value::none() : make_str(std::string_view(one.name)),
                     make_str(std::string_view(one.op))}));
            return python::make_list(std::move(elements));
        });
        type.property("where", [](Call& call) {
            const schema::ExpressionPtr& where = call.state<ConstraintState>().constraint->where;
            return where ? wrap(where) : Value::none();
        });
        type.property("using", [](Call& call) {
            return make_str(std::string_view(call.state<ConstraintState>().constraint->using_));
        });
    });
}

} // namespace limbeck::sqlalchemy
