#include "sqlalchemy/known_tables.hpp"

#include "python/call_stack.hpp"
#include "python/class.hpp"
#include "python/code.hpp"
#include "python/importing.hpp"
#include "python/interpreter.hpp"

namespace limbeck::sqlalchemy {

using python::Call;
using python::Value;

namespace {

constexpr std::string_view origin_attribute = "_limbeck_origin";
constexpr std::string_view left_out_attribute = "_limbeck_left_out";

// What may lack tables because of it: a base class or a member of a class that is not there, a module of the
// project. Nothing: none is known to be missing, or no step is at work.
Value missing_part(const Value& metadata) {
    const std::string& step = python::Interpreter::current().options().strict_file;
    if (step.empty()) return {};
    if (Value left_out = python::find_attribute(metadata, left_out_attribute); left_out.exists()) {
        for (const python::Class* type : python::as_class(left_out)->mro)
            if (type->unresolved_base.exists()) return type->unresolved_base;
        if (Value member = python::find_attribute(left_out, "__mapper__"); python::is_unresolved(member))
            return member;
    }
    Value origin = python::find_attribute(metadata, origin_attribute);
    if (!origin.exists() || python::as_text(origin).empty() || python::as_text(origin) == step) return {};
    return python::module_that_stands_aside();
}

[[noreturn]] void refuse(const Value& missing) {
    python::raise_unresolved(missing, "know all tables of a MetaData, of which it may be one",
                             "name the tables that the step is for, or write it as a SQL revision");
}

} // namespace

void remember_origin(const Value& metadata) {
    const python::Frame* frame = python::innermost_project_frame();
    python::set_attribute(metadata, origin_attribute,
                          python::make_str(frame ? frame->code->unit->file : std::string()));
}

void require_all_tables(const Value& metadata) {
    if (Value missing = missing_part(metadata); missing.exists()) refuse(missing);
}

Value known_tables(const Value& metadata, const Value& tables) {
    Value missing = missing_part(metadata);
    if (!missing.exists()) return tables;
    Value refusal = python::make_function("refuse()", [missing](Call&) -> Value { refuse(missing); });
    return python::call(python::native_attribute("_limbeck_tables", "KnownTables"), {tables, refusal});
}

} // namespace limbeck::sqlalchemy
