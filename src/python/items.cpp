// Subscripts, slices, length and membership.
#include "python/items.hpp"

#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/integers.hpp"
#include "python/iterators.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

Value call_hook(const Value& method, const Value& self, std::initializer_list<Value> rest) {
    if (as<Function>(method) || as<NativeFunction>(method))
        return call_with(method, Arguments{&self, {rest.begin(), rest.size()}, {}});
    return call(bind_descriptor(method, self, class_of(self)), rest);
}

std::int64_t sequence_index(const Value& key, const char* sort) {
    if (key.is_small_int() || key.is_bool()) return key.as_int();
    if (is_int(key)) {
        if (is_big(key)) raise(Exc::IndexError, "cannot fit 'int' into an index-sized integer");
        return *integer_if(key);
    }
    if (is_unresolved(key)) raise_unresolved(key, "use it as an index");
    if (!find_special(key, names().index).exists())
        raise(Exc::TypeError,
              fmt::format("{} indices must be integers{}, not {}", sort,
                          std::string_view(sort) == "string" ? "" : " or slices",
                          std::string_view(sort) == "string" ? fmt::format("'{}'", type_name(key))
                                                             : type_name(key)));
    return as_index(key);
}

std::size_t checked(std::int64_t index, std::size_t size, const char* complaint) {
    if (index < 0) index += static_cast<std::int64_t>(size);
    if (index < 0 || index >= static_cast<std::int64_t>(size)) raise(Exc::IndexError, complaint);
    return static_cast<std::size_t>(index);
}

template <class Items> Items picked(const Items& items, const SliceRange& range) {
    if (range.step == 1) {
        auto first = items.begin() + static_cast<std::ptrdiff_t>(range.start);
        return Items(first, first + static_cast<std::ptrdiff_t>(range.length));
    }
    Items out;
    for (std::int64_t at = range.start, left = range.length; left > 0; at += range.step, --left)
        out.push_back(items[static_cast<std::size_t>(at)]);
    return out;
}

Value slice_of_str(const Str& str, const Slice& slice) {
    SliceRange range = resolve_slice(slice, str.length);
    if (range.step == 1)
        return make_str(wtf8::slice(str.text, static_cast<std::size_t>(range.start),
                                    static_cast<std::size_t>(range.start + range.length), str.ascii()));
    if (str.ascii()) return make_str(picked(str.text, range));
    return make_str(wtf8::from_code_points(picked(wtf8::to_code_points(str.text), range)));
}

} // namespace

std::int64_t slice_index(const Value& value) {
    if (is_int(value) && is_big(value)) return integer_sign(value) < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
    if (!is_int(value) && !find_special(value, names().index).exists()) {
        if (is_unresolved(value)) raise_unresolved(value, "use it as an index");
        raise(Exc::TypeError, "slice indices must be integers or None or have an __index__ method");
    }
    return std::clamp<std::int64_t>(as_index(value), INT64_MIN / 2, INT64_MAX / 2);
}

SliceRange resolve_slice(const Slice& slice, std::size_t size) {
    auto bound = [](const Value& value, std::int64_t otherwise) {
        return value.is_none() ? otherwise : slice_index(value);
    };
    auto count = static_cast<std::int64_t>(size);
    std::int64_t step = bound(slice.step, 1);
    if (step == 0) raise(Exc::ValueError, "slice step cannot be zero");
    std::int64_t start = bound(slice.start, step > 0 ? 0 : count - 1);
    std::int64_t stop = bound(slice.stop, step > 0 ? count : -count - 1);
    auto clamp = [&](std::int64_t at) {
        if (at < 0) at += count;
        if (at < 0) return step > 0 ? std::int64_t{0} : std::int64_t{-1};
        if (at >= count) return step > 0 ? count : count - 1;
        return at;
    };
    if (!slice.start.is_none()) start = clamp(start);
    stop = slice.stop.is_none() ? (step > 0 ? count : -1) : clamp(stop);
    std::int64_t length = 0;
    if (step > 0 && start < stop) length = (stop - start - 1) / step + 1;
    if (step < 0 && start > stop) length = (start - stop - 1) / -step + 1;
    return {start, stop, step, length};
}

Value builtin_get_item(const Value& container, const Value& key) {
    Object* object = container.object();
    if (!object) return {};
    Slice* slice = as<Slice>(key);
    switch (object->kind) {
    case Kind::List: {
        List& list = *static_cast<List*>(object);
        if (slice) return make_list(picked(list.items, resolve_slice(*slice, list.items.size())));
        std::int64_t index = sequence_index(key, "list");
        return list.items[checked(index, list.items.size(), "list index out of range")];
    }
    case Kind::Tuple: {
        Tuple& tuple = *static_cast<Tuple*>(object);
        if (slice) return make_tuple(picked(tuple.items, resolve_slice(*slice, tuple.items.size())));
        return tuple
            .items[checked(sequence_index(key, "tuple"), tuple.items.size(), "tuple index out of range")];
    }
    case Kind::Str: {
        Str& str = *static_cast<Str*>(object);
        if (slice) return slice_of_str(str, *slice);
        std::size_t at = checked(sequence_index(key, "string"), str.length, "string index out of range");
        return make_str(wtf8::slice(str.text, at, at + 1, str.ascii()));
    }
    case Kind::Bytes:
    case Kind::ByteArray: {
        Bytes& bytes = *static_cast<Bytes*>(object);
        if (slice)
            return make<Bytes>(bytes.kind, bytes.is_mutable() ? types().bytearray : types().bytes,
                               picked(bytes.data, resolve_slice(*slice, bytes.data.size())));
        std::size_t at =
            checked(sequence_index(key, bytes.is_mutable() ? "bytearray" : "byte"), bytes.data.size(),
                    bytes.is_mutable() ? "bytearray index out of range" : "index out of range");
        return Value::integer(static_cast<unsigned char>(bytes.data[at]));
    }
    case Kind::Range: {
        Range& range = *static_cast<Range*>(object);
        auto size = static_cast<std::size_t>(range.length);
        if (slice) {
            SliceRange part = resolve_slice(*slice, size);
            return make<Range>(range.start + part.start * range.step, range.start + part.stop * range.step,
                               range.step * part.step);
        }
        auto at = static_cast<std::int64_t>(
            checked(sequence_index(key, "range"), size, "range object index out of range"));
        return Value::integer(range.start + at * range.step);
    }
    case Kind::Dict: {
        const Value* found = static_cast<Dict*>(object)->table.find(key);
        if (found) return *found;
        if (const Value* hook = lookup(object->cls, names().missing)) {
            Value function = *hook;
            return call_hook(function, container, {key});
        }
        raise_key_error(key);
    }
    default:
        return {};
    }
}

Value get_item(const Value& container, const Value& key) {
    Object* object = container.object();
    if (object) {
        if (object->cls->is_builtin) {
            Value found = builtin_get_item(container, key);
            if (found.exists()) return found;
        }
        if (object->kind == Kind::Unresolved) return unresolved_item(container);
        if (const Value* method = lookup(object->cls, names().getitem)) {
            Value function = *method;
            return call_hook(function, container, {key});
        }
        if (Class* cls = as<Class>(container)) {
            Value hook = find_attribute(container, names().class_getitem);
            if (hook.exists()) return call(hook, {key});
            if (is_generic_builtin(cls)) return make_generic_alias(container, key);
            if (cls->has_unresolved_base) return container; // Base[...] of something unresolved
            raise(Exc::TypeError, fmt::format("type '{}' is not subscriptable", cls->name));
        }
    }
    raise(Exc::TypeError, fmt::format("'{}' object is not subscriptable", type_name(container)));
}

namespace {

void delete_bytes_slice(std::string& data, const SliceRange& range) {
    if (range.step == 1) {
        data.erase(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.length));
        return;
    }
    std::vector<bool> gone(data.size());
    for (std::int64_t i = 0; i < range.length; ++i)
        gone[static_cast<std::size_t>(range.start + i * range.step)] = true;
    std::string kept;
    for (std::size_t i = 0; i < data.size(); ++i)
        if (!gone[i]) kept += data[i];
    data = std::move(kept);
}

void assign_bytes_slice(std::string& data, const SliceRange& range, const std::string& content) {
    auto start = static_cast<std::size_t>(range.start), length = static_cast<std::size_t>(range.length);
    if (range.step == 1) {
        data.replace(start, length, content);
        return;
    }
    if (!content.empty() && content.size() != length)
        raise(Exc::ValueError, fmt::format("attempt to assign bytes of size {} to extended slice of size {}",
                                           content.size(), length));
    if (content.empty()) {
        delete_bytes_slice(data, range);
        return;
    }
    for (std::size_t i = 0; i < length; ++i)
        data[static_cast<std::size_t>(range.start + static_cast<std::int64_t>(i) * range.step)] = content[i];
}

void assign_list_slice(List& list, const Slice& slice, const Value& value) {
    if (!is_unresolved(value) && !as<List>(value) && !as<Tuple>(value) &&
        !lookup(class_of(value), names().iter) && !lookup(class_of(value), names().getitem))
        raise(Exc::TypeError, slice.step.is_none() ? "can only assign an iterable"
                                                   : "must assign iterable to extended slice");
    std::vector<Value> items = to_vector(value);
    SliceRange range = resolve_slice(slice, list.items.size());
    std::vector<Value> old; // destroyed after the list is in order again
    if (range.step == 1) {
        std::int64_t stop = std::max(range.start, range.stop);
        auto first = list.items.begin() + range.start, last = list.items.begin() + stop;
        old.assign(first, last);
        list.items.erase(first, last);
        list.items.insert(list.items.begin() + range.start, items.begin(), items.end());
        list.grown();
        return;
    }
    if (static_cast<std::int64_t>(items.size()) != range.length)
        raise(Exc::ValueError,
              fmt::format("attempt to assign sequence of size {} to extended slice of size {}", items.size(),
                          range.length));
    for (std::int64_t at = range.start, i = 0; i < range.length; at += range.step, ++i)
        list.items[static_cast<std::size_t>(at)].swap(items[static_cast<std::size_t>(i)]);
}

void delete_list_slice(List& list, const Slice& slice) {
    SliceRange range = resolve_slice(slice, list.items.size());
    std::vector<Value> kept, dropped;
    std::vector<bool> gone(list.items.size(), false);
    for (std::int64_t at = range.start, i = 0; i < range.length; at += range.step, ++i)
        gone[static_cast<std::size_t>(at)] = true;
    for (std::size_t at = 0; at < list.items.size(); ++at)
        (gone[at] ? dropped : kept).push_back(list.items[at]);
    list.items.swap(kept);
    list.grown();
}

} // namespace

bool builtin_set_item(const Value& container, const Value& key, const Value& value) {
    Object* object = container.object();
    if (!object) return false;
    switch (object->kind) {
    case Kind::List: {
        List& list = *static_cast<List*>(object);
        if (Slice* slice = as<Slice>(key)) {
            assign_list_slice(list, *slice, value);
            return true;
        }
        std::int64_t index = sequence_index(key, "list");
        Value old = value;
        list.items[checked(index, list.items.size(), "list assignment index out of range")].swap(old);
        return true;
    }
    case Kind::Dict:
        static_cast<Dict*>(object)->table.set(key, value);
        return true;
    case Kind::ByteArray: {
        Bytes& bytes = *static_cast<Bytes*>(object);
        if (Slice* slice = as<Slice>(key)) {
            if (!is_unresolved(value) && !bytes_if(value) && !lookup(class_of(value), names().iter) &&
                !lookup(class_of(value), names().getitem))
                raise(Exc::TypeError,
                      "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
            SliceRange range = resolve_slice(*slice, bytes.data.size());
            const std::string* given = bytes_if(value);
            std::string content = given ? *given : std::string();
            if (!given && !lookup(class_of(value), names().iter) && !lookup(class_of(value), names().getitem))
                raise(Exc::TypeError,
                      "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
            if (!given)
                for_each(value, [&](const Value& item) { content += static_cast<char>(byte_of(item)); });
            assign_bytes_slice(bytes.data, range, content);
            return true;
        }
        std::size_t at =
            checked(sequence_index(key, "bytearray"), bytes.data.size(), "bytearray index out of range");
        bytes.data[at] = static_cast<char>(byte_of(value));
        return true;
    }
    default:
        return false;
    }
}

int byte_of(const Value& value) {
    // An integer too large for any index is as wrong a byte as 256.
    std::int64_t byte = is_int(value) ? integer_if(value).value_or(-1) : as_index(value);
    if (byte < 0 || byte > 255) raise(Exc::ValueError, "byte must be in range(0, 256)");
    return static_cast<int>(byte);
}

void set_item(const Value& container, const Value& key, const Value& value) {
    Object* object = container.object();
    if (object) {
        if (object->cls->is_builtin && builtin_set_item(container, key, value)) return;
        if (object->kind == Kind::Unresolved) return;
        if (const Value* method = lookup(object->cls, names().setitem)) {
            Value function = *method;
            call_hook(function, container, {key, value});
            return;
        }
    }
    raise(Exc::TypeError, fmt::format("'{}' object does not support item assignment", type_name(container)));
}

bool builtin_delete_item(const Value& container, const Value& key) {
    Object* object = container.object();
    if (!object) return false;
    if (object->kind == Kind::Dict) {
        if (!static_cast<Dict*>(object)->table.erase(key)) raise_key_error(key);
        return true;
    }
    if (object->kind == Kind::List) {
        List& list = *static_cast<List*>(object);
        if (Slice* slice = as<Slice>(key)) {
            delete_list_slice(list, *slice);
            return true;
        }
        std::size_t at =
            checked(sequence_index(key, "list"), list.items.size(), "list assignment index out of range");
        Value old = list.items[at];
        list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(at));
        return true;
    }
    if (object->kind == Kind::ByteArray) {
        Bytes& bytes = *static_cast<Bytes*>(object);
        if (Slice* slice = as<Slice>(key)) {
            delete_bytes_slice(bytes.data, resolve_slice(*slice, bytes.data.size()));
            return true;
        }
        bytes.data.erase(
            checked(sequence_index(key, "bytearray"), bytes.data.size(), "bytearray index out of range"), 1);
        return true;
    }
    return false;
}

void delete_item(const Value& container, const Value& key) {
    Object* object = container.object();
    if (object) {
        if (object->cls->is_builtin && builtin_delete_item(container, key)) return;
        if (object->kind == Kind::Unresolved) return;
        if (const Value* method = lookup(object->cls, names().delitem)) {
            Value function = *method;
            call_hook(function, container, {key});
            return;
        }
    }
    raise(Exc::TypeError,
          fmt::format("'{}' object {} support item deletion", type_name(container),
                      object && lookup(object->cls, names().getitem) ? "doesn't" : "does not"));
}

std::optional<std::size_t> builtin_length(const Value& value) {
    Object* object = value.object();
    if (!object) return std::nullopt;
    switch (object->kind) {
    case Kind::Str:
        return static_cast<Str*>(object)->length;
    case Kind::List:
        return static_cast<List*>(object)->items.size();
    case Kind::Tuple:
        return static_cast<Tuple*>(object)->items.size();
    case Kind::Dict:
        return static_cast<Dict*>(object)->table.size();
    case Kind::Set:
    case Kind::FrozenSet:
        return static_cast<Set*>(object)->table.size();
    case Kind::Bytes:
    case Kind::ByteArray:
        return static_cast<Bytes*>(object)->data.size();
    case Kind::Range:
        return static_cast<std::size_t>(static_cast<Range*>(object)->length);
    case Kind::DictView:
        return static_cast<DictView*>(object)->dict->table.size();
    default:
        return std::nullopt;
    }
}

std::size_t length(const Value& value) {
    Object* object = value.object();
    if (object) {
        if (object->cls->is_builtin)
            if (auto size = builtin_length(value)) return *size;
        if (object->kind == Kind::Unresolved) raise_unresolved(value, "know its length");
        if (const Value* method = lookup(object->cls, names().len)) {
            Value function = *method;
            Value result = call_hook(function, value, {});
            if (!is_int(result))
                raise(Exc::TypeError,
                      fmt::format("'{}' object cannot be interpreted as an integer", type_name(result)));
            std::int64_t size = as_index(result);
            if (size < 0) raise(Exc::ValueError, "__len__() should return >= 0");
            return static_cast<std::size_t>(size);
        }
    }
    raise(Exc::TypeError, fmt::format("object of type '{}' has no len()", type_name(value)));
}

std::optional<bool> builtin_contains(const Value& container, const Value& item) {
    Object* object = container.object();
    if (!object) return std::nullopt;
    switch (object->kind) {
    case Kind::Str: {
        Str* part = as<Str>(item);
        if (!part)
            raise(Exc::TypeError,
                  fmt::format("'in <string>' requires string as left operand, not {}", type_name(item)));
        return static_cast<Str*>(object)->text.find(part->text) != std::string::npos;
    }
    case Kind::Dict:
        return static_cast<Dict*>(object)->table.contains(item);
    case Kind::Set:
    case Kind::FrozenSet:
        if (as<Set>(item) && !cast<Set>(item).is_frozen())
            return static_cast<Set*>(object)->table.contains(frozen_copy(item));
        return static_cast<Set*>(object)->table.contains(item);
    case Kind::Bytes:
    case Kind::ByteArray: {
        const std::string& data = static_cast<Bytes*>(object)->data;
        if (const std::string* part = bytes_if(item)) return data.find(*part) != std::string::npos;
        if (!is_int(item))
            raise(Exc::TypeError, fmt::format("a bytes-like object is required, not '{}'", type_name(item)));
        return data.find(static_cast<char>(byte_of(item))) != std::string::npos;
    }
    case Kind::Range: {
        if (!is_int(item)) return std::nullopt;
        if (is_big(item)) return false;
        Range& range = *static_cast<Range*>(object);
        std::int64_t x = *integer_if(item);
        if (range.step > 0 ? x < range.start || x >= range.stop : x > range.start || x <= range.stop)
            return false;
        return (x - range.start) % range.step == 0;
    }
    case Kind::DictView: {
        auto& view = *static_cast<DictView*>(object);
        if (view.sort == DictView::Keys) return view.dict->table.contains(item);
        if (view.sort == DictView::Values) return std::nullopt;
        Tuple* pair = as<Tuple>(item);
        if (!pair || pair->items.size() != 2) return false;
        const Value* found = view.dict->table.find(pair->items[0]);
        if (!found) return false;
        Value value = *found;
        return value.is(pair->items[1]) || equal(value, pair->items[1]);
    }
    default:
        return std::nullopt;
    }
}

bool contains(const Value& container, const Value& item) {
    Object* object = container.object();
    if (object) {
        if (object->cls->is_builtin)
            if (auto found = builtin_contains(container, item)) return *found;
        if (object->kind == Kind::Unresolved) raise_unresolved(container, "look into it");
        if (const Value* method = lookup(object->cls, names().contains)) {
            Value function = *method;
            if (function.is_none())
                raise(Exc::TypeError, fmt::format("'{}' object is not a container", type_name(container)));
            return truth(call_hook(function, container, {item}));
        }
    }
    if (!object ||
        (!lookup(class_of(container), names().iter) && !lookup(class_of(container), names().getitem)))
        raise(Exc::TypeError, fmt::format("argument of type '{}' is not iterable", type_name(container)));
    bool found = false;
    for_each(container, [&](const Value& each) {
        found = each.is(item) || equal(each, item);
        return !found;
    });
    return found;
}

} // namespace limbeck::python
