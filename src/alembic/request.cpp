#include "alembic/request.hpp"

#include "alembic/directives.hpp"
#include "alembic/operations.hpp"
#include "python/arguments.hpp"

#include <algorithm>

namespace limbeck::alembic {

using python::Dict;
using python::Value;

namespace {

const python::Signature& signature_of(const python::Call& call) {
    return *call.function().signature;
}

// The names as the arguments stand in a call: `*columns` where it was declared, before the keyword-only ones.
std::vector<std::string_view> parameters_of(const python::Signature& signature) {
    std::vector<std::string_view> names;
    for (const auto& name : signature.names) names.push_back(name->text);
    if (signature.list.star >= 0)
        std::rotate(names.begin() + static_cast<std::ptrdiff_t>(signature.list.positional),
                    names.begin() + signature.list.star, names.begin() + signature.list.star + 1);
    return names;
}

bool is_listed(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Request::Request(const Directive& directive, python::Call& call, std::size_t first, std::vector<Fixed> fixed)
    : directive_(&directive), call_(&call), first_(first), fixed_(std::move(fixed)) {}

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
    const python::Signature& signature = signature_of(*call_);
    std::vector<std::string_view> names = parameters_of(signature);
    for (std::size_t i = first_; i < names.size(); ++i) {
        if (static_cast<std::int32_t>(i) == signature.list.double_star) continue;
        if (directive_->attribute_of(names[i]) == name) return call_->given(i) ? (*call_)[i] : Value::none();
    }
    if (signature.list.double_star >= 0)
        if (const Value* item =
                call_->keywords(static_cast<std::size_t>(signature.list.double_star)).find(name))
            return *item;
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
    const python::Signature& signature = signature_of(*call_);
    std::vector<std::string_view> names = parameters_of(signature);
    for (std::size_t i = first_; i < names.size(); ++i) {
        auto at = static_cast<std::int32_t>(i);
        std::int32_t star =
            signature.list.star >= 0 ? static_cast<std::int32_t>(signature.list.positional) : -1;
        if (at == signature.list.double_star || at == star) continue;
        std::string_view attribute = directive_->attribute_of(names[i]);
        if (!directive_->is_attribute(attribute) && call_->given(i))
            take(python::make_str(attribute), (*call_)[i]);
    }
    if (signature.list.double_star >= 0)
        call_->keywords(static_cast<std::size_t>(signature.list.double_star))
            .table.each([&](const Value& key, const Value& value) {
                if (!directive_->is_attribute(python::as_text(key))) take(key, value);
            });
    return made;
}

Value Request::operation() const {
    if (!call_) return operation_;
    std::vector<python::KeywordArgument> arguments;
    for (const Fixed& one : fixed_) arguments.push_back({python::intern(one.name), one.value});
    const python::Signature& signature = signature_of(*call_);
    std::vector<std::string_view> names = parameters_of(signature);
    for (std::size_t i = first_; i < names.size(); ++i) {
        if (static_cast<std::int32_t>(i) == signature.list.double_star || !call_->given(i)) continue;
        arguments.push_back({python::intern(directive_->attribute_of(names[i])), (*call_)[i]});
    }
    if (signature.list.double_star >= 0) {
        Dict& rest = call_->keywords(static_cast<std::size_t>(signature.list.double_star));
        if (directive_->is_attribute("table_kw"))
            arguments.push_back(
                {python::intern("table_kw"), (*call_)[static_cast<std::size_t>(signature.list.double_star)]});
        else
            rest.table.each([&](const Value& key, const Value& value) {
                arguments.push_back({python::intern(python::as_text(key)), value});
            });
    }
    return python::call(operation_class(directive_->class_name), {}, arguments);
}

} // namespace limbeck::alembic
