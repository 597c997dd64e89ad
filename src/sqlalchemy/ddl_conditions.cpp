#include "sqlalchemy/ddl_conditions.hpp"

#include "sqlalchemy/dialect_object.hpp"
#include "sqlalchemy/schema_items.hpp"

#include <algorithm>

namespace limbeck::sqlalchemy {

using python::Call;
using python::Value;

namespace {

bool is_wanted(const Value& item, const sql::Dialect& dialect, const Value& bind) {
    if (!item.exists()) return true;
    Value condition = python::find_attribute(item, "_ddl_if");
    if (!condition.exists() || condition.is_none()) return true;
    std::vector<Value> parts = python::to_vector(condition);
    Value name = python::make_str(dialect.name());
    if (!parts[0].is_none() &&
        !(python::is_str(parts[0]) ? python::equal(parts[0], name) : python::contains(parts[0], name)))
        return false;
    if (parts[1].is_none()) return true;
    Value keywords = python::make_dict();
    python::set_item(keywords, python::make_str("dialect"), wrap_dialect(dialect));
    python::set_item(keywords, python::make_str("state"), parts[2]);
    std::vector<python::KeywordArgument> given =
        python::keyword_arguments(python::cast<python::Dict>(keywords));
    return python::truth(python::call(parts[1], std::vector<Value>{item, item, bind}, given));
}

} // namespace

void add_ddl_if(python::ClassBuilder& type) {
    type.constant("_ddl_if", Value::none());
    type.method("ddl_if(self, dialect=None, callable_=None, state=None)", [](Call& call) {
        python::set_attribute(call.self(), "_ddl_if", python::make_tuple({call[1], call[2], call[3]}));
        return call.self();
    });
}

ConditionalItems::ConditionalItems(schema::Table& table, const sql::Dialect& dialect, const Value& bind)
    : table_(table), constraints_(table.constraints), indexes_(table.indexes) {
    std::erase_if(table_.constraints, [&](const schema::ConstraintPtr& constraint) {
        return !is_wanted(object_of(constraint->script), dialect, bind);
    });
    std::erase_if(table_.indexes, [&](const schema::IndexPtr& index) {
        return !is_wanted(object_of(index->script), dialect, bind);
    });
}

ConditionalItems::~ConditionalItems() {
    table_.constraints = constraints_;
    table_.indexes = indexes_;
}

} // namespace limbeck::sqlalchemy
