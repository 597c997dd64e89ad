#include "alembic/request.hpp"

#include "alembic/directives.hpp"
#include "alembic/operations.hpp"
#include "python/arguments.hpp"

#include <algorithm>

namespace limbeck::alembic {

using python::Dict;
using python::Value;

namespace {

bool is_listed(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Request::Request(const Directive& directive, python::Call& call, std::size_t first, std::vector<Fixed> fixed)
    : directive_(&directive), call_(&call), fixed_(std::move(fixed)) {
    const python::Signature& signature = *call.function().signature;
    const python::ParameterList& list = signature.list;
    // `*columns` stands in a call where it was declared, before the keyword-only ones.
    auto name_at = [&](std::size_t at) {
        if (list.star < 0 || at < list.positional) return signature.names[at];
        if (at == list.positional) return signature.names[static_cast<std::size_t>(list.star)];
        return signature.names[at <= static_cast<std::size_t>(list.star) ? at - 1 : at];
    };
    named_.reserve(signature.names.size());
    for (std::size_t at = first; at < signature.names.size(); ++at)
        if (static_cast<std::int32_t>(at) != list.double_star)
            named_.push_back(
                {directive.attribute_of(name_at(at)->text), at, list.star >= 0 && at == list.positional});
    if (list.double_star >= 0) rest_ = &call.keywords(static_cast<std::size_t>(list.double_star));
}

Request::Request(Value operation) : operation_(std::move(operation)) {}

Value Request::get(std::string_view name) const {
    if (!call_) {
        Value found = python::find_attribute(operation_, name);
        if (!found.exists()) {
            for (const char* place : {"kw", "table_kw"})
                if (Value kw = python::find_attribute(operation_, place); auto* dict = python::as<Dict>(kw))
                    if (const Value* item = dict->find(name)) return *item;
            return Value::none();
        }
        return found;
    }
    for (const Fixed& one : fixed_)
        if (one.name == name) return one.value;
    for (const Named& one : named_)
        if (one.attribute == name) return call_->given(one.at) ? (*call_)[one.at] : Value::none();
    if (rest_)
        if (const Value* item = rest_->find(name)) return *item;
    return Value::none();
}

std::optional<bool> Request::flag(std::string_view name) const {
    Value value = get(name);
    if (value.is_none()) return std::nullopt;
    return python::truth(value);
}

std::optional<std::string> Request::text(std::string_view name) const {
    Value value = get(name);
    if (value.is_none()) return std::nullopt;
    return python::as_text(value);
}

std::vector<Value> Request::list(std::string_view name) const {
    return python::to_vector(get(name));
}

Value Request::keywords(std::span<const std::string_view> without) const {
    Value made = python::make_dict();
    Dict& out = python::cast<Dict>(made);
    auto take = [&](const Value& key, const Value& value) {
        if (!is_listed(without, python::as_text(key))) out.table.set(key, value);
    };
    if (!call_) {
        for (const char* place : {"kw", "table_kw"})
            if (Value kw = python::find_attribute(operation_, place); kw.exists() && !kw.is_none())
                python::for_each_item(kw, take);
        return made;
    }
    for (const Named& one : named_)
        if (!one.is_star && !directive_->is_attribute(one.attribute) && call_->given(one.at))
            take(python::make_str(one.attribute), (*call_)[one.at]);
    if (rest_)
        rest_->table.each([&](const Value& key, const Value& value) {
            if (!directive_->is_attribute(python::as_text(key))) take(key, value);
        });
    return made;
}

Value Request::operation() const {
    if (!call_) return operation_;
    std::vector<python::KeywordArgument> arguments;
    for (const Fixed& one : fixed_) arguments.push_back({python::intern(one.name), one.value});
    for (const Named& one : named_)
        if (call_->given(one.at)) arguments.push_back({python::intern(one.attribute), (*call_)[one.at]});
    if (rest_ && directive_->is_attribute("table_kw")) {
        arguments.push_back({python::intern("table_kw"), Value(rest_)});
    } else if (rest_) {
        std::vector<python::KeywordArgument> rest = python::keyword_arguments(*rest_);
        arguments.insert(arguments.end(), rest.begin(), rest.end());
    }
    return python::call(operation_class(directive_->class_name), {}, arguments);
}

} // namespace limbeck::alembic
