// repr() of types: what would make them again, from the arguments of __init__ and attributes of their names.
#include "sqlalchemy/types/repr.hpp"
#include "python/arguments.hpp"
#include "python/class.hpp"
#include "python/code.hpp"
#include "sqlalchemy/types/state.hpp"

namespace limbeck::sqlalchemy {

namespace {

using python::Class;
using python::Function;
using python::NativeFunction;
using python::Str;
using python::Value;

// The parameters of an __init__ that are not for keywords alone, self left out.
struct InitParameters {
    std::vector<Str*> required;
    std::vector<std::pair<Str*, Value>> defaulted;
    Str* star = nullptr;
};

void read_native(const NativeFunction& function, InitParameters& result) {
    auto signature = python::parse_signature(function.declaration);
    const python::ParameterList& list = signature->list;
    for (std::size_t at = 1; at < list.positional; ++at) {
        if (signature->has_default[at])
            result.defaulted.emplace_back(signature->names[at], signature->defaults[at]);
        else
            result.required.push_back(signature->names[at]);
    }
    if (list.star >= 0) result.star = signature->names[static_cast<std::size_t>(list.star)];
}

void read_script(const Function& function, InitParameters& result) {
    const python::Code& code = *function.code;
    std::size_t first = code.positional - std::min<std::size_t>(function.defaults.size(), code.positional);
    for (std::size_t at = 1; at < code.positional; ++at) {
        if (at >= first)
            result.defaulted.emplace_back(code.slot_names[at], function.defaults[at - first]);
        else
            result.required.push_back(code.slot_names[at]);
    }
    if (code.star >= 0) result.star = code.slot_names[static_cast<std::size_t>(code.star)];
}

// Nothing where the class has no __init__ of its own beyond object's.
std::optional<InitParameters> init_of(Class* type) {
    const Value* init = python::lookup(type, python::intern("__init__"));
    if (!init) return {};
    InitParameters result;
    if (auto* native = python::as<NativeFunction>(*init)) {
        if (native->declaration.find("self") == native->declaration.npos) return {};
        read_native(*native, result);
    } else if (auto* script = python::as<Function>(*init)) {
        read_script(*script, result);
    } else {
        return {};
    }
    return result;
}

} // namespace

std::string type_repr(const Value& instance, const std::vector<Class*>& inspected,
                      const std::vector<std::pair<std::string_view, Value>>& more) {
    std::vector<std::string> parts;
    std::vector<std::pair<Str*, Value>> keywords; // Nothing: no default, always shown
    auto add_keyword = [&keywords](Str* name, const Value& value) {
        for (auto& known : keywords)
            if (known.first == name) {
                known.second = value;
                return;
            }
        keywords.emplace_back(name, value);
    };
    for (std::size_t at = 0; at < inspected.size(); ++at) {
        auto init = init_of(inspected[at]);
        if (!init) continue;
        for (Str* name : init->required) {
            if (at != 0) {
                add_keyword(name, Value());
                continue;
            }
            Value value = python::find_attribute(instance, std::string_view(name->text));
            parts.push_back(python::to_repr(value.exists() ? value : Value::none()));
        }
        if (at == 0 && init->star) {
            Value values = python::find_attribute(instance, std::string_view(init->star->text));
            if (values.exists())
                for (const Value& value : python::to_vector(values)) parts.push_back(python::to_repr(value));
        }
        for (const auto& [name, value] : init->defaulted) add_keyword(name, value);
    }
    for (const auto& [name, value] : more) add_keyword(python::intern(name), value);
    for (const auto& [name, otherwise] : keywords) {
        Value value = python::find_attribute(instance, std::string_view(name->text));
        if (!value.exists() || (otherwise.exists() && python::equal(value, otherwise))) continue;
        parts.push_back(name->text + "=" + python::to_repr(value));
    }
    std::string out = python::type_name(instance) + "(";
    for (std::size_t at = 0; at < parts.size(); ++at) out += (at ? ", " : "") + parts[at];
    return out + ")";
}

std::string type_repr(const Value& instance) {
    return type_repr(instance, {python::class_of(instance)}, {});
}

} // namespace limbeck::sqlalchemy
