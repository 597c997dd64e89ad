#include "python/unresolved.hpp"

#include "python/call_stack.hpp"
#include "python/evaluate.hpp"
#include "python/runtime.hpp"

#include <fmt/format.h>

namespace limbeck::python {

Unresolved::Unresolved(std::string dotted_origin, Place place)
    : Object(Kind::Unresolved, types().unresolved), origin(std::move(dotted_origin)),
      imported_at(std::move(place)) {}

namespace {

Ref<Unresolved> derived(const Value& value, std::string origin) {
    const Unresolved& from = cast<Unresolved>(value);
    // Loops over unresolved calls must not make ever longer origins.
    if (origin.size() > 400) origin = from.origin;
    Ref<Unresolved> made = make<Unresolved>(std::move(origin), from.imported_at);
    made->import_line = from.import_line;
    made->reason = from.reason;
    return made;
}

// "a.b.C.d()[...]" without what follows the first call or subscript: the name a table could settle.
std::string settled_name(const std::string& origin) {
    return origin.substr(0, origin.find_first_of("(["));
}

} // namespace

Value make_unresolved(std::string origin, Place imported_at) {
    return make<Unresolved>(std::move(origin), std::move(imported_at));
}

Value make_unresolved(std::string origin, std::string reason) {
    Ref<Unresolved> made = make<Unresolved>(std::move(origin), Place());
    made->reason = std::move(reason);
    return made;
}

bool is_unresolved(const Value& value) noexcept {
    return as<Unresolved>(value) != nullptr;
}
std::string unresolved_origin(const Value& value) {
    return cast<Unresolved>(value).origin;
}

Value unresolved_attribute(const Value& value, const Str* name) {
    std::string origin = cast<Unresolved>(value).origin + "." + name->text;
    if (rt().options.resolve)
        if (Value given = rt().options.resolve(origin); given.exists()) return given;
    // A module of a package whose `__init__` stands aside.
    if (!cast<Unresolved>(value).folder.empty())
        if (const Value* module = rt().modules->table.find(intern(origin))) return *module;
    return derived(value, std::move(origin));
}
Value unresolved_call(const Value& value) {
    const std::string& function = cast<Unresolved>(value).origin;
    Ref<Unresolved> result = derived(value, function + "()");
    result->called = function.substr(function.rfind('.') + 1);
    return result;
}
Value unresolved_item(const Value& value) {
    return derived(value, cast<Unresolved>(value).origin + "[...]");
}

UnresolvedError unresolved_error(const Value& value, std::string_view need, std::string_view way_out) {
    const Unresolved& what = cast<Unresolved>(value);
    std::string message =
        fmt::format("'{}' is not known to limbeck, but the script has to {}", what.origin, need);
    std::string hint;
    if (what.imported_at.known()) {
        hint =
            fmt::format("imported at {}", Place{what.imported_at.file, what.imported_at.line, 0}.to_string());
        if (!what.import_line.empty()) hint += ": " + what.import_line;
        hint += "\n";
    }
    if (!what.reason.empty()) hint += what.reason + "\n";
    if (!way_out.empty())
        hint += way_out;
    else if (what.origin.find('[') == what.origin.npos) // what stands in a mapping is no type
        hint += fmt::format("if it is a column type, limbeck.yaml can say what it is:\n"
                            "types:\n  {}: {{default: TEXT}}",
                            settled_name(what.origin));
    UnresolvedError error(std::move(message), {}, std::move(hint));
    const Frame* own = innermost_project_frame();
    if (const Frame* frame = own ? own : innermost_frame()) locate(error, traceback_entry(*frame));
    return error;
}

void raise_unresolved(const Value& value, std::string_view need, std::string_view way_out) {
    rt().doomed = true;
    throw unresolved_error(value, need, way_out);
}

} // namespace limbeck::python
