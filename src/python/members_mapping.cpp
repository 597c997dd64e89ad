// dict, its views, set and frozenset.
#include "python/arguments.hpp"
#include "python/items.hpp"
#include "python/iterators.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

Dict& self_dict(Call& call) {
    if (Dict* dict = as<Dict>(call[0])) return *dict;
    raise(Exc::TypeError, fmt::format("descriptor '{}' for 'dict' objects doesn't apply to a '{}' object",
                                      call.function().name(), type_name(call[0])));
}

// dict.update: a mapping, or pairs.
void update(Dict& self, const Value& from) {
    if (as<Dict>(from) || find_attribute(from, names().keys).exists()) {
        for_each_item(from, [&](const Value& key, const Value& value) { self.table.set(key, value); });
        return;
    }
    std::size_t at = 0;
    for_each(from, [&](const Value& pair) {
        if (!is_unresolved(pair) && !lookup(class_of(pair), names().iter) &&
            !lookup(class_of(pair), names().getitem))
            raise(Exc::TypeError,
                  fmt::format("cannot convert dictionary update sequence element #{} to a sequence", at));
        std::vector<Value> items = to_vector(pair);
        if (items.size() != 2)
            raise(Exc::ValueError,
                  fmt::format("dictionary update sequence element #{} has length {}; 2 is required", at,
                              items.size()));
        self.table.set(items[0], items[1]);
        ++at;
    });
}

void update_from_call(Call& call) {
    Dict& self = self_dict(call);
    const auto& positional = call.rest(1);
    if (positional.size() > 1)
        raise(Exc::TypeError,
              fmt::format("{} expected at most 1 argument, got {}",
                          call.function().name() == "__init__" ? "dict" : "update", positional.size()));
    if (!positional.empty()) update(self, positional[0]);
    call.keywords(2).table.each([&](const Value& key, const Value& value) { self.table.set(key, value); });
}

Set& self_set(Call& call) {
    if (Set* set = as<Set>(call[0])) return *set;
    raise(Exc::TypeError, fmt::format("descriptor '{}' for 'set' objects doesn't apply to a '{}' object",
                                      call.function().name(), type_name(call[0])));
}

Value to_set(const Value& iterable) {
    if (is_set_like(iterable) && as<Set>(iterable)) return iterable;
    Value made = make_set();
    for_each(iterable, [&](const Value& item) { cast<Set>(made).table.set(item, Value::none()); });
    return made;
}

Value copy_of(const Value& set) {
    Value made = cast<Set>(set).is_frozen() ? make_frozenset() : make_set();
    cast<Set>(set).table.each(
        [&](const Value& key, const Value&) { cast<Set>(made).table.set(key, Value::none()); });
    return made;
}

void replace(Set& self, const Value& with) {
    Value kept = with;
    DictTable fresh = cast<Set>(kept).table;
    std::swap(self.table, fresh);
}

void set_like_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    sequence_members(type);
    comparison_members(type);
    struct Operator {
        const char* forward;
        const char* reflected;
        BinaryOp op;
    };
    for (const Operator& each :
         {Operator{"__or__(self, value, /)", "__ror__(self, value, /)", BinaryOp::BitOr},
          Operator{"__and__(self, value, /)", "__rand__(self, value, /)", BinaryOp::BitAnd},
          Operator{"__sub__(self, value, /)", "__rsub__(self, value, /)", BinaryOp::Sub},
          Operator{"__xor__(self, value, /)", "__rxor__(self, value, /)", BinaryOp::BitXor}}) {
        BinaryOp op = each.op;
        type.method(each.forward, [op](Call& call) { return set_binary(op, call[0], call[1]); });
        type.method(each.reflected, [op](Call& call) { return set_binary(op, call[1], call[0]); });
    }
}

void common_set_members(ClassBuilder& type) {
    struct Combination {
        const char* declaration;
        BinaryOp op;
    };
    for (const Combination& each : {Combination{"union(self, /, *others)", BinaryOp::BitOr},
                                    Combination{"intersection(self, /, *others)", BinaryOp::BitAnd},
                                    Combination{"difference(self, /, *others)", BinaryOp::Sub}}) {
        BinaryOp op = each.op;
        type.method(each.declaration, [op](Call& call) -> Value {
            Value result = copy_of(call[0]);
            for (const Value& other : call.rest(1)) result = set_binary(op, result, to_set(other));
            return result;
        });
    }
    type.method("symmetric_difference(self, other, /)",
                [](Call& call) { return set_binary(BinaryOp::BitXor, call[0], to_set(call[1])); });
    type.method("issubset(self, other, /)",
                [](Call& call) { return set_compare(Comparison::LtE, call[0], to_set(call[1])); });
    type.method("issuperset(self, other, /)",
                [](Call& call) { return set_compare(Comparison::GtE, call[0], to_set(call[1])); });
    type.method("isdisjoint(self, other, /)", [](Call& call) -> Value {
        bool common = false;
        for_each(call[1], [&](const Value& item) {
            common = self_set(call).table.contains(item);
            return !common;
        });
        return Value::boolean(!common);
    });
    type.method("copy(self, /)", [](Call& call) { return copy_of(call[0]); });
    type.class_method("__class_getitem__(cls, item, /)",
                      [](Call& call) { return make_generic_alias(call[0], call[1]); });
}

} // namespace

void dict_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, /, *args, **kwargs)",
                       [](Call& call) -> Value { return make<Dict>(as_class(call[0])); });
    type.method("__init__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        update_from_call(call);
        return Value::none();
    });
    sequence_members(type);
    mutable_item_members(type);
    comparison_members(type);
    type.constant("__hash__", Value::none());
    type.method("__or__(self, value, /)", [](Call& call) {
        return as<Dict>(call[1]) ? builtin_binary(BinaryOp::BitOr, call[0], call[1])
                                 : Value::not_implemented();
    });
    type.method("__ror__(self, value, /)", [](Call& call) {
        return as<Dict>(call[1]) ? builtin_binary(BinaryOp::BitOr, call[1], call[0])
                                 : Value::not_implemented();
    });
    type.method("__ior__(self, value, /)", [](Call& call) -> Value {
        update(self_dict(call), call[1]);
        return call[0];
    });
    type.method("__reversed__(self, /)",
                [](Call& call) { return dict_iterator(self_dict(call), DictView::Keys, true); });
    type.method("get(self, key, default=None, /)", [](Call& call) -> Value {
        const Value* found = self_dict(call).table.find(call[1]);
        return found ? *found : call[2];
    });
    type.method("keys(self, /)", [](Call& call) -> Value {
        return make<DictView>(Ref<Dict>(&self_dict(call)), DictView::Keys);
    });
    type.method("values(self, /)", [](Call& call) -> Value {
        return make<DictView>(Ref<Dict>(&self_dict(call)), DictView::Values);
    });
    type.method("items(self, /)", [](Call& call) -> Value {
        return make<DictView>(Ref<Dict>(&self_dict(call)), DictView::Items);
    });
    type.method("pop(self, key, default=..., /)", [](Call& call) -> Value {
        Value removed;
        if (self_dict(call).table.erase(call[1], &removed)) return removed;
        if (!call.given(2)) raise_key_error(call[1]);
        return call[2];
    });
    type.method("popitem(self, /)", [](Call& call) -> Value {
        DictTable& table = self_dict(call).table;
        for (std::size_t at = table.slots(); at-- > 0;) {
            if (!table.slot(at).key.exists()) continue;
            Value pair = make_tuple({table.slot(at).key, table.slot(at).value});
            Value key = table.slot(at).key;
            table.erase(key);
            return pair;
        }
        raise(exception_class(Exc::KeyError), std::vector<Value>{make_str("popitem(): dictionary is empty")});
    });
    type.method("setdefault(self, key, default=None, /)", [](Call& call) -> Value {
        if (const Value* found = self_dict(call).table.find(call[1])) return *found;
        self_dict(call).table.set(call[1], call[2]);
        return call[2];
    });
    type.method("update(self, /, *args, **kwargs)", [](Call& call) -> Value {
        update_from_call(call);
        return Value::none();
    });
    type.method("clear(self, /)", [](Call& call) -> Value {
        self_dict(call).table.clear();
        return Value::none();
    });
    type.method("copy(self, /)", [](Call& call) -> Value {
        Ref<Dict> made = make<Dict>(types().dict);
        self_dict(call).table.each(
            [&](const Value& key, const Value& value) { made->table.set(key, value); });
        return made;
    });
    type.class_method("fromkeys(cls, iterable, value=None, /)", [](Call& call) -> Value {
        Value made = python::call(call[0]);
        for_each(call[1], [&](const Value& key) { set_item(made, key, call[2]); });
        return made;
    });
    type.class_method("__class_getitem__(cls, item, /)",
                      [](Call& call) { return make_generic_alias(call[0], call[1]); });
}

void view_members(ClassBuilder& type) {
    set_like_members(type);
    type.method("__reversed__(self, /)", [](Call& call) { return reverse_iterate(call[0]); });
    type.method("isdisjoint(self, other, /)", [](Call& call) -> Value {
        bool common = false;
        for_each(call[1], [&](const Value& item) {
            common = contains(call[0], item);
            return !common;
        });
        return Value::boolean(!common);
    });
}

void set_members(ClassBuilder& type) {
    set_like_members(type);
    common_set_members(type);
    type.constant("__hash__", Value::none());
    type.static_method("__new__(cls, /, *args, **kwargs)",
                       [](Call& call) -> Value { return make<Set>(Kind::Set, as_class(call[0])); });
    type.method("__init__(self, iterable=(), /)", [](Call& call) -> Value {
        Set& self = self_set(call);
        self.table.clear();
        for_each(call[1], [&](const Value& item) { self.table.set(item, Value::none()); });
        return Value::none();
    });
    struct InPlace {
        const char* method;
        const char* update;
        BinaryOp op;
    };
    for (const InPlace& each :
         {InPlace{"__ior__(self, value, /)", "update(self, /, *others)", BinaryOp::BitOr},
          InPlace{"__iand__(self, value, /)", "intersection_update(self, /, *others)", BinaryOp::BitAnd},
          InPlace{"__isub__(self, value, /)", "difference_update(self, /, *others)", BinaryOp::Sub},
          InPlace{"__ixor__(self, value, /)", "symmetric_difference_update(self, /, *others)",
                  BinaryOp::BitXor}}) {
        BinaryOp op = each.op;
        type.method(each.method, [op](Call& call) -> Value {
            if (!is_set_like(call[1])) return Value::not_implemented();
            replace(self_set(call), set_binary(op, copy_of(call[0]), call[1]));
            return call[0];
        });
        type.method(each.update, [op](Call& call) -> Value {
            for (const Value& other : call.rest(1)) {
                if (op == BinaryOp::BitOr)
                    for_each(other,
                             [&](const Value& item) { self_set(call).table.set(item, Value::none()); });
                else
                    replace(self_set(call), set_binary(op, copy_of(call[0]), to_set(other)));
            }
            return Value::none();
        });
    }
    type.method("add(self, element, /)", [](Call& call) -> Value {
        self_set(call).table.set(call[1], Value::none());
        return Value::none();
    });
    type.method("discard(self, element, /)", [](Call& call) -> Value {
        self_set(call).table.erase(call[1]);
        return Value::none();
    });
    type.method("remove(self, element, /)", [](Call& call) -> Value {
        if (!self_set(call).table.erase(call[1])) raise_key_error(call[1]);
        return Value::none();
    });
    type.method("pop(self, /)", [](Call& call) -> Value {
        std::vector<Value> items = set_items(self_set(call));
        if (items.empty())
            raise(exception_class(Exc::KeyError), std::vector<Value>{make_str("pop from an empty set")});
        self_set(call).table.erase(items[0]);
        return items[0];
    });
    type.method("clear(self, /)", [](Call& call) -> Value {
        self_set(call).table.clear();
        return Value::none();
    });
}

void frozenset_members(ClassBuilder& type) {
    set_like_members(type);
    common_set_members(type);
    type.static_method("__new__(cls, iterable=(), /)", [](Call& call) -> Value {
        Class* cls = as_class(call[0]);
        if (cls == types().frozenset && is_exact<Set>(call[1]) && cast<Set>(call[1]).is_frozen())
            return call[1];
        Ref<Set> made = make<Set>(Kind::FrozenSet, cls);
        for_each(call[1], [&](const Value& item) { made->table.set(item, Value::none()); });
        return made;
    });
}

} // namespace limbeck::python
