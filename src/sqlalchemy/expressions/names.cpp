// quoted_name and conv: texts that say how they want to be quoted and named.
#include "sqlalchemy/expressions/names.hpp"

#include "python/class.hpp"
#include "sqlalchemy/element_classes.hpp"
#include "sqlalchemy/expressions/populate.hpp"

namespace limbeck::sqlalchemy {

namespace py = python;
using py::Call;
using py::Value;

namespace {

Value make_text(py::Class* type, const Value& text) {
    Value maker = py::get_attribute(py::class_value(py::builtin_class("str")), "__new__");
    return py::call(maker, {py::class_value(type), text});
}

} // namespace

Value make_conv(std::string_view name) {
    Value made = make_text(element_class(Element::conv), py::make_str(name));
    py::set_attribute(made, "quote", Value::none());
    return made;
}

Value make_quoted_name(std::string_view name, const Value& quote) {
    Value made = make_text(element_class(Element::quoted_name), py::make_str(name));
    py::set_attribute(made, "quote", quote);
    return made;
}

void populate_quoted_name(py::ClassBuilder& type) {
    type.static_method("__new__(cls, value, quote)", [](Call& call) {
        if (call[1].is_none()) return call[1];
        Value made = make_text(py::as_class(call[0]), call[1]);
        Value quote = call[2];
        // A name that is a quoted_name already keeps what it wanted.
        if (quote.is_none())
            if (Value known = py::find_attribute(call[1], "quote"); known.exists()) quote = known;
        py::set_attribute(made, "quote", quote);
        return made;
    });
    type.class_method("construct(cls, value, quote)", [](Call& call) {
        if (call[1].is_none()) return call[1];
        return py::call(call[0], {call[1], call[2]});
    });
    type.method("__repr__(self)", [](Call& call) { return py::make_str(py::quote(py::as_text(call[0]))); });
}

void populate_conv(py::ClassBuilder& type) {
    type.static_method("__new__(cls, value, quote=None)", [](Call& call) {
        Value made = make_text(py::as_class(call[0]), call[1]);
        py::set_attribute(made, "quote", call[2]);
        return made;
    });
}

} // namespace limbeck::sqlalchemy
