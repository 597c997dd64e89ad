// f-strings and t-strings.
#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/templates.hpp"
#include "python/unresolved.hpp"

namespace limbeck::python {

namespace {

Value converted(const Value& value, int conversion) {
    switch (conversion) {
    case 's':
        return make_str(to_str(value));
    case 'r':
        return make_str(to_repr(value));
    case 'a':
        return make_str(to_ascii(value));
    default:
        return value;
    }
}

// Adds the text of a part; `unresolved` is what of it is not known, which the whole text then is as well.
void append_part(Frame& frame, std::string& out, const ast::Expression& part, Value* unresolved = nullptr) {
    if (auto* constant = ast::get_if<ast::Constant>(&part)) {
        out += constant->text;
        return;
    }
    if (auto* joined = ast::get_if<ast::JoinedStr>(&part)) {
        for (ast::Expression* inner : joined->values) append_part(frame, out, *inner, unresolved);
        return;
    }
    auto& field = ast::as<ast::FormattedValue>(part);
    Value value = evaluate(frame, field.value);
    mark(frame, part);
    if (unresolved && is_unresolved(value)) {
        if (!unresolved->exists()) *unresolved = value;
        return;
    }
    value = converted(value, field.conversion);
    std::string spec;
    if (field.format_spec) append_part(frame, spec, *field.format_spec);
    mark(frame, part);
    out += format_value(value, spec);
    charge(out.size());
    discharge(out.size());
}

} // namespace

Value evaluate_joined(Frame& frame, const ast::JoinedStr& node) {
    std::string out;
    Value unresolved;
    for (ast::Expression* part : node.values) append_part(frame, out, *part, &unresolved);
    return unresolved.exists() ? unresolved : make_str(std::move(out));
}

// A Template: strings and interpolations are kept apart, nothing is formatted.
Value evaluate_template(Frame& frame, const ast::TemplateStr& node) {
    std::vector<Value> parts;
    for (ast::Expression* part : node.values) {
        if (auto* constant = ast::get_if<ast::Constant>(part)) {
            parts.push_back(make_str(constant->text));
            continue;
        }
        auto& field = ast::as<ast::Interpolation>(*part);
        Value value = evaluate(frame, field.value);
        std::string spec;
        if (field.format_spec) append_part(frame, spec, *field.format_spec);
        Value conversion = field.conversion < 0
                               ? Value::none()
                               : make_str(std::string(1, static_cast<char>(field.conversion)));
        parts.push_back(make_interpolation(value, make_str(field.text), conversion, make_str(spec)));
    }
    return make_template(parts);
}

} // namespace limbeck::python
