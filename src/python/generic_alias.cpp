#include "python/generic_alias.hpp"

#include "python/arguments.hpp"
#include "python/items.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::python {

GenericAlias::GenericAlias(Value of, std::vector<Value> with)
    : Container(Kind::Opaque, types().generic_alias), origin(std::move(of)), arguments(std::move(with)) {}
void GenericAlias::clear() {
    origin = Value();
    arguments.clear();
    Object::clear();
}

UnionType::UnionType(std::vector<Value> of)
    : Container(Kind::Opaque, types().union_), members(std::move(of)) {}
void UnionType::clear() {
    members.clear();
    Object::clear();
}

GenericAlias* as_generic_alias(const Value& value) noexcept {
    return value.is_object() && value.object_unchecked()->cls == types().generic_alias
               ? static_cast<GenericAlias*>(value.object_unchecked())
               : nullptr;
}

UnionType* as_union(const Value& value) noexcept {
    return value.is_object() && value.object_unchecked()->cls == types().union_
               ? static_cast<UnionType*>(value.object_unchecked())
               : nullptr;
}

bool is_generic_builtin(const Class* type) {
    Types& t = types();
    for (const Class* each : {t.list, t.dict, t.tuple, t.set, t.frozenset, t.type, t.enumerate})
        if (is_subclass(type, each)) return true;
    return false;
}

Value make_generic_alias(const Value& origin, const Value& arguments) {
    std::vector<Value> list =
        as<Tuple>(arguments) ? cast<Tuple>(arguments).items : std::vector<Value>{arguments};
    return make<GenericAlias>(origin, std::move(list));
}

namespace {

// What is unresolved is the same as nothing but itself: a hint is only passed on.
bool same_type(const Value& a, const Value& b) {
    return a.is(b) || (!is_unresolved(a) && !is_unresolved(b) && equal(a, b));
}

} // namespace

Value make_union(const Value& a, const Value& b) {
    std::vector<Value> members;
    auto add = [&](const Value& one) {
        Value type = one.is_none() ? class_value(types().none) : one;
        for (const Value& seen : members)
            if (same_type(seen, type)) return;
        members.push_back(type);
    };
    for (const Value& side : {a, b}) {
        if (UnionType* type = as_union(side))
            for (const Value& member : type->members) add(member);
        else
            add(side);
    }
    if (members.size() == 1) return members[0];
    return make<UnionType>(std::move(members));
}

bool equal_unions(const Value& a, const Value& b) {
    auto& x = as_union(a)->members;
    auto& y = as_union(b)->members;
    if (x.size() != y.size()) return false;
    for (const Value& each : x) {
        bool found = false;
        for (const Value& other : y) found = found || same_type(each, other);
        if (!found) return false;
    }
    return true;
}

bool equal_aliases(const Value& a, const Value& b) {
    GenericAlias& x = *as_generic_alias(a);
    GenericAlias& y = *as_generic_alias(b);
    return same_type(x.origin, y.origin) && std::equal(x.arguments.begin(), x.arguments.end(),
                                                       y.arguments.begin(), y.arguments.end(), same_type);
}

namespace {

std::string type_text(const Value& value) {
    if (Class* type = as<Class>(value))
        return type == types().none ? "None"
               : type->module == "builtins" || type->module.empty()
                   ? type->qualified_name
                   : type->module + "." + type->qualified_name;
    if (value.is(Value::ellipsis())) return "...";
    if (List* list = as<List>(value)) {
        std::string out = "[";
        for (const Value& item : list->items) out += (out.size() > 1 ? ", " : "") + type_text(item);
        return out + "]";
    }
    return to_repr(value);
}

} // namespace

void generic_alias_members(ClassBuilder& type) {
    type.static_method("__new__(cls, origin, args, /)",
                       [](Call& call) { return make_generic_alias(call[1], call[2]); });
    type.style(CallStyle::C);
    type.method("__repr__(self, /)", [](Call& call) -> Value {
        GenericAlias& self = *as_generic_alias(call[0]);
        std::string out = type_text(self.origin) + "[";
        for (std::size_t at = 0; at < self.arguments.size(); ++at)
            out += (at ? ", " : "") + type_text(self.arguments[at]);
        if (self.arguments.empty()) out += "()";
        return make_str(out + "]");
    });
    type.method("__call__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        std::vector<KeywordArgument> keywords = keyword_arguments(call.keywords(2));
        return python::call(as_generic_alias(call[0])->origin, call.rest(1), keywords);
    });
    type.method("__getattr__(self, name, /)", [](Call& call) -> Value {
        return get_attribute(as_generic_alias(call[0])->origin, &cast<Str>(call[1]));
    });
    type.method("__mro_entries__(self, bases, /)",
                [](Call& call) -> Value { return make_tuple({as_generic_alias(call[0])->origin}); });
    type.method("__getitem__(self, item, /)", [](Call& call) -> Value {
        return make_generic_alias(as_generic_alias(call[0])->origin, call[1]);
    });
    type.property("__origin__", [](Call& call) { return as_generic_alias(call[0])->origin; });
    type.property("__args__", [](Call& call) { return make_tuple(as_generic_alias(call[0])->arguments); });
    type.property("__parameters__", [](Call&) { return make_tuple(); });
}

void union_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.method("__repr__(self, /)", [](Call& call) -> Value {
        std::string out;
        for (const Value& member : as_union(call[0])->members)
            out += (out.empty() ? "" : " | ") + type_text(member);
        return make_str(out);
    });
    type.property("__args__", [](Call& call) { return make_tuple(as_union(call[0])->members); });
}

} // namespace limbeck::python
