// list, tuple, range and slice.
#include "python/arguments.hpp"
#include "python/integers.hpp"
#include "python/items.hpp"
#include "python/iterators.hpp"
#include "python/members.hpp"
#include "python/runtime.hpp"
#include "python/sorting.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

List& self_list(Call& call) {
    if (List* list = as<List>(call[0])) return *list;
    raise(Exc::TypeError, fmt::format("descriptor '{}' for 'list' objects doesn't apply to a '{}' object",
                                      call.function().name(), type_name(call[0])));
}

// The position of an equal item between two bounds, or -1.
std::int64_t find_item(const std::vector<Value>& items, const Value& wanted, std::int64_t start,
                       std::int64_t stop) {
    auto size = static_cast<std::int64_t>(items.size());
    if (start < 0) start = std::max<std::int64_t>(start + size, 0);
    if (stop < 0) stop += size;
    for (std::int64_t at = start; at < stop && at < static_cast<std::int64_t>(items.size()); ++at) {
        Value item = items[static_cast<std::size_t>(at)];
        if (item.is(wanted) || equal(item, wanted)) return at;
    }
    return -1;
}

std::int64_t count_items(const std::vector<Value>& items, const Value& wanted) {
    std::int64_t count = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
        Value item = items[at];
        count += item.is(wanted) || equal(item, wanted);
    }
    return count;
}

constexpr std::int64_t far = INT64_MAX;

std::int64_t bound(Call& call, std::size_t index, std::int64_t otherwise) {
    if (!call.given(index)) return otherwise;
    if (is_int(call[index]) && is_big(call[index]))
        return integer_sign(call[index]) < 0 ? INT64_MIN / 2 : far / 2;
    return as_index(call[index]);
}

} // namespace

void list_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, /, *args, **kwargs)", [](Call& call) -> Value {
        return make<List>(as_class(call[0]), std::vector<Value>());
    });
    type.method("__init__(self, iterable=(), /)", [](Call& call) -> Value {
        std::vector<Value> items = to_vector(call[1]);
        self_list(call).items.swap(items);
        self_list(call).grown();
        return Value::none();
    });
    sequence_members(type);
    mutable_item_members(type);
    comparison_members(type);
    type.constant("__hash__", Value::none());
    type.method("__iadd__(self, value, /)", [](Call& call) -> Value {
        std::vector<Value> more = to_vector(call[1]);
        List& self = self_list(call);
        self.items.insert(self.items.end(), more.begin(), more.end());
        self.grown();
        return call[0];
    });
    type.method("__imul__(self, value, /)", [](Call& call) -> Value {
        Value repeated = binary(BinaryOp::Mult, make_list(self_list(call).items), call[1]);
        self_list(call).items = cast<List>(repeated).items;
        self_list(call).grown();
        return call[0];
    });
    type.method("__reversed__(self, /)", [](Call& call) { return reverse_iterate(call[0]); });
    type.method("append(self, object, /)", [](Call& call) -> Value {
        List& self = self_list(call);
        bool full = self.items.size() == self.items.capacity();
        self.items.push_back(call[1]);
        if (full) self.grown();
        return Value::none();
    });
    type.method("extend(self, iterable, /)", [](Call& call) -> Value {
        std::vector<Value> more = to_vector(call[1]);
        List& self = self_list(call);
        self.items.insert(self.items.end(), more.begin(), more.end());
        self.grown();
        return Value::none();
    });
    type.method("insert(self, index, object, /)", [](Call& call) -> Value {
        List& self = self_list(call);
        auto size = static_cast<std::int64_t>(self.items.size());
        std::int64_t at = as_index(call[1]);
        if (at < 0) at = std::max<std::int64_t>(at + size, 0);
        self.items.insert(self.items.begin() + std::min(at, size), call[2]);
        self.grown();
        return Value::none();
    });
    type.method("pop(self, index=-1, /)", [](Call& call) -> Value {
        List& self = self_list(call);
        if (self.items.empty()) raise(Exc::IndexError, "pop from empty list");
        std::int64_t at = as_index(call[1]);
        if (at < 0) at += static_cast<std::int64_t>(self.items.size());
        if (at < 0 || at >= static_cast<std::int64_t>(self.items.size()))
            raise(Exc::IndexError, "pop index out of range");
        Value item = self.items[static_cast<std::size_t>(at)];
        self.items.erase(self.items.begin() + at);
        return item;
    });
    type.method("remove(self, value, /)", [](Call& call) -> Value {
        std::int64_t at = find_item(self_list(call).items, call[1], 0, far);
        if (at < 0) raise(Exc::ValueError, "list.remove(x): x not in list");
        Value item = self_list(call).items[static_cast<std::size_t>(at)];
        self_list(call).items.erase(self_list(call).items.begin() + at);
        return Value::none();
    });
    type.method("clear(self, /)", [](Call& call) -> Value {
        std::vector<Value> dropped;
        dropped.swap(self_list(call).items);
        self_list(call).grown();
        return Value::none();
    });
    type.method("index(self, value, start=0, stop=9223372036854775807, /)", [](Call& call) -> Value {
        std::int64_t at = find_item(self_list(call).items, call[1], bound(call, 2, 0), bound(call, 3, far));
        if (at < 0) raise(Exc::ValueError, to_repr(call[1]) + " is not in list");
        return Value::integer(at);
    });
    type.method("count(self, value, /)",
                [](Call& call) { return Value::integer(count_items(self_list(call).items, call[1])); });
    type.method("copy(self, /)", [](Call& call) { return make_list(self_list(call).items); });
    type.method("reverse(self, /)", [](Call& call) -> Value {
        std::reverse(self_list(call).items.begin(), self_list(call).items.end());
        return Value::none();
    });
    type.method("sort(self, /, *, key=None, reverse=False)", [](Call& call) -> Value {
        // While it is being sorted the list looks empty, as CPython's does.
        List& self = self_list(call);
        std::vector<Value> items;
        items.swap(self.items);
        struct PutBack {
            List& list;
            std::vector<Value>& items;
            ~PutBack() { list.items.swap(items); }
        } put_back{self, items};
        sort_values(items, call[1], call.truth(2));
        if (!self.items.empty()) raise(Exc::ValueError, "list modified during sort");
        return Value::none();
    });
    type.class_method("__class_getitem__(cls, item, /)",
                      [](Call& call) { return make_generic_alias(call[0], call[1]); });
}

void tuple_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, iterable=(), /)", [](Call& call) -> Value {
        Class* cls = as_class(call[0]);
        if (cls == types().tuple) return is_exact<Tuple>(call[1]) ? call[1] : make_tuple(to_vector(call[1]));
        return make<Tuple>(cls, to_vector(call[1]));
    });
    sequence_members(type);
    comparison_members(type);
    type.method("index(self, value, start=0, stop=9223372036854775807, /)", [](Call& call) -> Value {
        std::int64_t at =
            find_item(cast<Tuple>(call[0]).items, call[1], bound(call, 2, 0), bound(call, 3, far));
        if (at < 0) raise(Exc::ValueError, "tuple.index(x): x not in tuple");
        return Value::integer(at);
    });
    type.method("count(self, value, /)",
                [](Call& call) { return Value::integer(count_items(cast<Tuple>(call[0]).items, call[1])); });
    type.method("__getnewargs__(self, /)",
                [](Call& call) { return make_tuple({make_tuple(cast<Tuple>(call[0]).items)}); });
    type.class_method("__class_getitem__(cls, item, /)",
                      [](Call& call) { return make_generic_alias(call[0], call[1]); });
}

void range_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, start, stop=..., step=..., /)", [](Call& call) -> Value {
        std::int64_t start = as_index(call[1]), stop = start, step = 1;
        if (call.given(2))
            stop = as_index(call[2]);
        else
            start = 0;
        if (call.given(3)) step = as_index(call[3]);
        if (step == 0) raise(Exc::ValueError, "range() arg 3 must not be zero");
        return make<Range>(start, stop, step);
    });
    sequence_members(type);
    comparison_members(type);
    type.method("__bool__(self, /)",
                [](Call& call) { return Value::boolean(cast<Range>(call[0]).length > 0); });
    type.method("__reversed__(self, /)", [](Call& call) { return reverse_iterate(call[0]); });
    type.method("index(self, value, /)", [](Call& call) -> Value {
        auto found = builtin_contains(call[0], call[1]);
        if (!found || !*found) raise(Exc::ValueError, to_repr(call[1]) + " is not in range");
        Range& self = cast<Range>(call[0]);
        return Value::integer((*integer_if(call[1]) - self.start) / self.step);
    });
    type.method("count(self, value, /)",
                [](Call& call) { return Value::integer(contains(call[0], call[1]) ? 1 : 0); });
    type.property("start", [](Call& call) { return Value::integer(cast<Range>(call[0]).start); });
    type.property("stop", [](Call& call) { return Value::integer(cast<Range>(call[0]).stop); });
    type.property("step", [](Call& call) { return Value::integer(cast<Range>(call[0]).step); });
}

void slice_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, start, stop=..., step=None, /)", [](Call& call) -> Value {
        if (!call.given(2)) return make<Slice>(Value::none(), call[1], Value::none());
        return make<Slice>(call[1], call[2], call[3]);
    });
    comparison_members(type);
    type.property("start", [](Call& call) { return cast<Slice>(call[0]).start; });
    type.property("stop", [](Call& call) { return cast<Slice>(call[0]).stop; });
    type.property("step", [](Call& call) { return cast<Slice>(call[0]).step; });
    type.method("indices(self, length, /)", [](Call& call) -> Value {
        std::int64_t size = as_index(call[1]);
        if (size < 0) raise(Exc::ValueError, "length should not be negative");
        SliceRange range = resolve_slice(cast<Slice>(call[0]), static_cast<std::size_t>(size));
        return make_tuple(
            {Value::integer(range.start), Value::integer(range.stop), Value::integer(range.step)});
    });
}

} // namespace limbeck::python
