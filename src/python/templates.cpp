#include "python/templates.hpp"

#include "python/attribute.hpp"
#include "python/runtime.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

bool is_template(const Value& value) {
    return class_of(value) == types().template_;
}

// Strings and interpolations by turns, as iteration gives them: no string is empty.
std::vector<Value> parts_of(const Value& made) {
    std::vector<Value> parts;
    Tuple& strings = cast<Tuple>(get_attribute(made, "strings"));
    Tuple& interpolations = cast<Tuple>(get_attribute(made, "interpolations"));
    for (std::size_t at = 0; at < strings.items.size(); ++at) {
        if (!as_text(strings.items[at]).empty()) parts.push_back(strings.items[at]);
        if (at < interpolations.items.size()) parts.push_back(interpolations.items[at]);
    }
    return parts;
}

// Both hold what they were made with.
void refuse_changes(ClassBuilder& type) {
    auto refuse = [](Call& call) -> Value {
        if (generic_find_attribute(call[0], intern(call.text(1))).exists())
            raise(Exc::AttributeError, "readonly attribute");
        raise(Exc::AttributeError,
              fmt::format("'{}' object has no attribute '{}' and no __dict__ for setting new attributes",
                          type_name(call[0]), call.text(1)));
    };
    type.method("__setattr__(self, name, value, /)", refuse);
    type.method("__delattr__(self, name, /)", refuse);
}

} // namespace

Value make_template(const std::vector<Value>& parts) {
    std::vector<Value> strings, interpolations, values;
    std::string text;
    for (const Value& part : parts) {
        if (is_str(part)) {
            text += as_text(part);
            continue;
        }
        if (class_of(part) != types().interpolation)
            raise(Exc::TypeError,
                  fmt::format("Template.__new__ *args need to be of type 'str' or 'Interpolation', got {}",
                              type_name(part)));
        strings.push_back(make_str(text));
        text.clear();
        interpolations.push_back(part);
        values.push_back(get_attribute(part, "value"));
    }
    strings.push_back(make_str(text));
    Value result = make_instance(types().template_);
    generic_set_attribute(result, intern("strings"), make_tuple(std::move(strings)));
    generic_set_attribute(result, intern("interpolations"), make_tuple(std::move(interpolations)));
    generic_set_attribute(result, intern("values"), make_tuple(std::move(values)));
    return result;
}

Value make_interpolation(const Value& value, const Value& expression, const Value& conversion,
                         const Value& format_spec) {
    Value made = make_instance(types().interpolation);
    generic_set_attribute(made, intern("value"), value);
    generic_set_attribute(made, intern("expression"), expression);
    generic_set_attribute(made, intern("conversion"), conversion);
    generic_set_attribute(made, intern("format_spec"), format_spec);
    return made;
}

void template_members(ClassBuilder& type) {
    refuse_changes(type);
    type.static_method("__new__(cls, *args)", [](Call& call) {
        auto given = call.rest(1);
        return make_template(std::vector<Value>(given.begin(), given.end()));
    });
    type.method("__iter__(self, /)", [](Call& call) { return iterate(make_tuple(parts_of(call[0]))); });
    type.method("__add__(self, value, /)", [](Call& call) -> Value {
        if (!is_template(call[1]))
            raise(Exc::TypeError,
                  fmt::format("can only concatenate string.templatelib.Template (not \"{}\") to "
                              "string.templatelib.Template",
                              type_name(call[1])));
        std::vector<Value> parts = parts_of(call[0]), more = parts_of(call[1]);
        parts.insert(parts.end(), more.begin(), more.end());
        return make_template(parts);
    });
    type.method("__repr__(self, /)", [](Call& call) {
        return make_str(fmt::format("Template(strings={}, interpolations={})",
                                    to_repr(get_attribute(call[0], "strings")),
                                    to_repr(get_attribute(call[0], "interpolations"))));
    });
}

void interpolation_members(ClassBuilder& type) {
    refuse_changes(type);
    type.static_method(
        "__new__(cls, value, expression='', conversion=None, format_spec='')", [](Call& call) -> Value {
            if (!call[3].is_none() &&
                !(is_str(call[3]) &&
                  (as_text(call[3]) == "a" || as_text(call[3]) == "r" || as_text(call[3]) == "s")))
                raise(Exc::ValueError,
                      "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
            return make_interpolation(call[1], call[2], call[3], call[4]);
        });
    type.constant("__match_args__", make_tuple({make_str("value"), make_str("expression"),
                                                make_str("conversion"), make_str("format_spec")}));
    type.method("__repr__(self, /)", [](Call& call) {
        return make_str(fmt::format("Interpolation({}, {}, {}, {})", to_repr(get_attribute(call[0], "value")),
                                    to_repr(get_attribute(call[0], "expression")),
                                    to_repr(get_attribute(call[0], "conversion")),
                                    to_repr(get_attribute(call[0], "format_spec"))));
    });
}

} // namespace limbeck::python
