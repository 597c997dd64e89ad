// TypeDecorator and UserDefinedType: what a script's class says, as the trees and the compiler ask for it.
#include "sqlalchemy/types/script_types.hpp"

#include "python/class.hpp"
#include "schema/errors.hpp"
#include "sql/dialect.hpp"
#include "sqlalchemy/class_registry.hpp"
#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/expressions/custom.hpp"
#include "sqlalchemy/schema_items.hpp"
#include "sqlalchemy/types/members.hpp"
#include "sqlalchemy/types/repr.hpp"
#include "sqlalchemy/types/state.hpp"

#include <map>

#include <fmt/format.h>

namespace limbeck::sqlalchemy {

namespace {

using python::Call;
using python::Class;
using python::ClassBuilder;
using python::make_str;
using python::Value;
using schema::Type;
using schema::TypeKind;
using schema::TypePtr;

Value dialect_object(std::string_view name) {
    Value made = make_dialect(name);
    return made.exists() ? made : Value::none();
}

// to_instance(impl, *args, **kwargs) of the reference.
Value instantiate(const Value& impl, const std::vector<Value>& arguments,
                  const std::vector<python::KeywordArgument>& keywords) {
    if (python::as_class(impl) || (python::is_callable(impl) && !python::is_unresolved(impl)))
        return python::call(impl, arguments, keywords);
    return impl;
}

void require_impl(const Value& impl) {
    if (!impl.exists())
        python::raise(
            python::Exc::AssertionError,
            "TypeDecorator implementations require a class-level variable 'impl' which refers to the "
            "class of type being decorated");
}

Value impl_of(const Value& instance) {
    Value impl = python::find_attribute(instance, "impl");
    require_impl(impl);
    if (!python::as_class(impl)) return impl;
    Value made = python::call(impl);
    python::set_attribute(instance, "impl", made);
    return made;
}

using ValueFunction = std::function<schema::Value(const schema::Value&, std::string_view)>;

ValueFunction value_function(const Value& instance, const char* method) {
    return [instance, method](const schema::Value& value, std::string_view dialect) {
        return to_value(python::call_method(instance, method, {from_value(value), dialect_object(dialect)}));
    };
}

// bind_expression() and column_expression() of the class: the node that stands in another's place.
schema::StatementRules::Wrap wrap_function(const Value& instance, const char* method) {
    return [instance, method](const schema::ExpressionPtr& node) -> schema::ExpressionPtr {
        Value made = python::call_method(instance, method, {wrap(node)});
        return made.is_none() ? nullptr : to_expression(made);
    };
}

// The index that a column of the type brings with it, of the classes that are made from the table of types.
// It is made anew for every table.
schema::IndexPtr column_index(const Value& instance, const schema::Name& table,
                              const schema::ColumnPtr& column) {
    // While the Index is made, nothing must tell it whose column it is, or it would go to the table itself.
    auto reference = std::make_shared<schema::ColumnRef>();
    reference->name = column->name;
    reference->key = column->key_or_name();
    reference->type = column->type;
    Value made = python::call_method(instance, "_column_index",
                                     {make_str(std::string_view(table.text)), wrap(reference)});
    if (made.is_none()) return nullptr;
    if (python::is_str(made)) throw schema::ArgumentError(python::to_str(made));
    auto* state = python::state_if<IndexState>(made);
    if (!state)
        python::raise(python::Exc::TypeError,
                      fmt::format("the 'index' of {} must be an Index or None, not {}",
                                  python::type_name(instance), python::to_repr(made)));
    auto index = std::make_shared<schema::Index>(*state->index);
    index->script = {};
    for (schema::IndexElement& element : index->elements)
        if (element.expression == reference) element = {column->key_or_name(), nullptr, ""};
    reference->column = column;
    if (state->info.exists() && !state->info.is_none())
        for (const python::KeywordArgument& why :
             python::keyword_arguments(python::cast<python::Dict>(state->info)))
            index->refusals[python::to_str(Value(why.name))] = python::to_str(why.value);
    return index;
}

// What the class says of statements and tables, where it says anything.
void complete_rules(const Value& instance, Type& type) {
    auto made = std::make_shared<schema::StatementRules>();
    if (overrides(instance, "bind_expression")) made->bind = wrap_function(instance, "bind_expression");
    if (overrides(instance, "column_expression")) made->column = wrap_function(instance, "column_expression");
    Value comparator = python::find_attribute(instance, "comparator_factory");
    if (python::Class* factory = comparator.exists() ? python::as_class(comparator) : nullptr;
        factory && !factory->is_builtin && !is_own_class(*factory))
        made->comparator = std::make_shared<Value>(comparator);
    if (overrides(instance, "_column_index"))
        made->index = [instance](const schema::Name& table, const schema::ColumnPtr& column) {
            return column_index(instance, table, column);
        };
    if (overrides(instance, "_column_nullable"))
        made->not_null = !python::truth(python::call_method(instance, "_column_nullable"));
    if (made->bind || made->column || made->comparator || made->index || made->not_null)
        type.rules = std::move(made);
}

void complete_decorator(const Value& instance, Type& type) {
    auto made = std::make_shared<schema::Decorated>();
    made->class_name = python::type_name(instance);
    made->impl = to_type(impl_of(instance));
    if (overrides(instance, "load_dialect_impl")) {
        auto known = std::make_shared<std::map<std::string, TypePtr, std::less<>>>();
        made->load_dialect_impl = [instance, known](std::string_view dialect) -> TypePtr {
            auto found = known->find(dialect);
            if (found != known->end()) return found->second;
            TypePtr loaded =
                to_type(python::call_method(instance, "load_dialect_impl", {dialect_object(dialect)}));
            (*known)[std::string(dialect)] = loaded;
            return loaded;
        };
    }
    if (overrides(instance, "process_bind_param"))
        made->bind = made->literal = value_function(instance, "process_bind_param");
    if (overrides(instance, "process_literal_param"))
        made->literal = value_function(instance, "process_literal_param");
    if (overrides(instance, "process_result_value"))
        made->result = value_function(instance, "process_result_value");
    if (overrides(instance, "coerce_compared_value"))
        made->coerce_compared = [instance](const schema::Value& value) {
            // Which operator it is decides nothing in what scripts write here.
            return to_type(
                python::call_method(instance, "coerce_compared_value", {Value::none(), from_value(value)}));
        };
    type.decorated = std::move(made);
}

void complete_user_defined(const Value& instance, Type& type) {
    auto made = std::make_shared<schema::UserDefined>();
    made->class_name = python::type_name(instance);
    made->column_specification = [instance](std::string_view dialect) {
        if (auto text = compile_custom_type(instance, dialect)) return *text;
        return python::to_str(python::call_method(instance, "get_col_spec"));
    };
    if (overrides(instance, "bind_processor"))
        made->bind = [instance](const schema::Value& value, std::string_view dialect) {
            Value process = python::call_method(instance, "bind_processor", {dialect_object(dialect)});
            return process.is_none() ? value : to_value(python::call(process, {from_value(value)}));
        };
    type.user = std::move(made);
}

// `__visit_name__ = "JSONB"` in a script's class: the type is called as that one.
const TypeSpec* spec_called_by_script(const Value& instance) {
    for (Class* type : python::class_of(instance)->mro) {
        const TypeSpec* spec = spec_of(type);
        if (!spec || type == type_class(*spec)) return nullptr;
        if (std::optional<std::string> name = own_visit_name(type)) return spec_for_visit_name(*name);
    }
    return nullptr;
}

} // namespace

bool overrides(const Value& instance, std::string_view method) {
    const Value* found = python::lookup(python::class_of(instance), python::intern(method));
    return found && !python::as<python::NativeFunction>(*found);
}

void complete_type(const Value& instance, TypeState& state) {
    if (state.type->kind == TypeKind::enum_ && state.type->labels.empty())
        if (Value given = python::find_attribute(instance, "enum_class"); python::is_unresolved(given))
            python::raise_unresolved(given, "list the values of the Enum");
    state.complete = true;
    // The column_specification of a UserDefinedType asks for @compiles itself.
    if (state.type->kind != TypeKind::user_defined && has_compiler(instance))
        mutable_type(instance).script_name =
            std::make_shared<std::function<std::optional<std::string>(std::string_view)>>(
                [instance](std::string_view dialect) { return compile_custom_type(instance, dialect); });
    if (const TypeSpec* spec = spec_of(python::class_of(instance));
        !spec || type_class(*spec) != python::class_of(instance))
        complete_rules(instance, mutable_type(instance));
    if (const TypeSpec* spec = spec_called_by_script(instance); spec && spec->kind)
        mutable_type(instance).kind = *spec->kind;
    if (state.type->kind == TypeKind::decorator)
        complete_decorator(instance, mutable_type(instance));
    else if (state.type->kind == TypeKind::user_defined && !state.type->user)
        complete_user_defined(instance, mutable_type(instance));
}

void populate_type_decorator(ClassBuilder& type) {
    type.method("__init__(self, *args, **kwargs)", [](Call& call) {
        type_state(call[0]);
        Value impl = python::find_attribute(python::class_value(python::class_of(call[0])), "impl");
        require_impl(impl);
        std::vector<python::KeywordArgument> keywords = python::keyword_arguments(call.keywords(2));
        python::set_attribute(call[0], "impl", instantiate(impl, call.rest(1), keywords));
        return Value::none();
    });
    type.method("load_dialect_impl(self, dialect)", [](Call& call) { return impl_of(call[0]); });
    type.method("type_engine(self, dialect)", [](Call& call) {
        Value loaded = python::call_method(call[0], "load_dialect_impl", {call[1]});
        return python::as_class(loaded) ? python::call(loaded) : loaded;
    });
    type.property("impl_instance", [](Call& call) { return impl_of(call[0]); });
    for (const char* method :
         {"process_literal_param(self, value, dialect)", "process_bind_param(self, value, dialect)",
          "process_result_value(self, value, dialect)"}) {
        type.method(method, [](Call&) -> Value { python::raise(python::Exc::NotImplementedError, ""); });
    }
    type.method("__getattr__(self, key)", [](Call& call) {
        // While there is none yet, nothing stands in for it.
        if (call.text(1) == "impl" || call.text(1).starts_with("__") || call.text(1) == "_type_spec")
            python::raise(python::Exc::AttributeError, fmt::format("'{}' object has no attribute '{}'",
                                                                   python::type_name(call[0]), call.text(1)));
        return python::get_attribute(impl_of(call[0]), call.text(1));
    });
    type.method("__repr__(self)", [](Call& call) {
        return make_str(type_repr(call[0], {python::class_of(impl_of(call[0]))}, {}));
    });
    type.method("coerce_compared_value(self, op, value)", [](Call& call) { return call[0]; });
    type.method("compare_values(self, x, y)", [](Call& call) {
        return python::call_method(impl_of(call[0]), "compare_values", {call[1], call[2]});
    });
    type.constant("coerce_to_is_types",
                  python::make_tuple({python::class_value(python::class_of(Value::none()))}));
}

void populate_variant(ClassBuilder& type) {
    type.method("__init__(self, *arg, **kw)", [](Call&) -> Value {
        python::raise(python::Exc::NotImplementedError,
                      "Variant is no longer used in SQLAlchemy; this is a placeholder symbol for backwards "
                      "compatibility.");
    });
}

void populate_user_defined(ClassBuilder& type) {
    type.constant("ensure_kwarg", make_str("get_col_spec"));
    type.method("coerce_compared_value(self, op, value)", [](Call& call) { return call[0]; });
}

void populate_pickle(ClassBuilder& type) {
    type.constant("impl", python::class_value(type_class("LargeBinary")));
    type.constant("cache_ok", Value::boolean(true));
    type.method("__init__(self, protocol=5, pickler=None, comparator=None, impl=None)", [](Call& call) {
        type_state(call[0]);
        python::set_attribute(call[0], "protocol", call[1]);
        python::set_attribute(call[0], "pickler", call[2]);
        python::set_attribute(call[0], "comparator", call[3]);
        Value impl = call.has(4) ? call[4] : python::class_value(type_class("LargeBinary"));
        python::set_attribute(call[0], "impl", python::as_class(impl) ? python::call(impl) : impl);
        return Value::none();
    });
}

} // namespace limbeck::sqlalchemy
