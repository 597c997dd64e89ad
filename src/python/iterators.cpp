#include "python/iterators.hpp"

#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/generator.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

DictView::DictView(Ref<Dict> of, Sort what)
    : Container(Kind::DictView, what == Keys     ? types().dict_keys
                                : what == Values ? types().dict_values
                                                 : types().dict_items),
      dict(std::move(of)), sort(what) {}

void DictView::clear() {
    dict = make<Dict>(types().dict);
    Object::clear();
}

NativeIterator::NativeIterator(Class* object_class, std::function<bool(Value&)> next_item, Value over)
    : Iterator(object_class), body(std::move(next_item)), source(std::move(over)) {}

void NativeIterator::clear() {
    body = nullptr;
    source = Value();
    Object::clear();
}

bool NativeIterator::next(Value& out) {
    if (!body) return false;
    Value alive(this);
    if (body(out)) return true;
    body = nullptr;
    source = Value();
    return false;
}

Value make_iterator(std::function<bool(Value& out)> next, std::string_view type_name) {
    Class* type = types().iterator;
    if (type_name != "iterator") {
        // One class for each name, made when first needed.
        Runtime& runtime = rt();
        auto found = runtime.iterator_classes.find(type_name);
        if (found != runtime.iterator_classes.end()) {
            type = found->second;
        } else {
            type = make_class(type_name, {types().iterator}).get();
            type->is_builtin = true;
            type->layout = Kind::Iterator;
            runtime.iterator_classes.emplace(type_name, type);
        }
    }
    return python::make<NativeIterator>(type, std::move(next));
}

Value dict_iterator(Dict& dict, DictView::Sort sort, bool reversed) {
    Types& t = types();
    Class* type = reversed                   ? t.dict_reversekeyiterator
                  : sort == DictView::Keys   ? t.dict_keyiterator
                  : sort == DictView::Values ? t.dict_valueiterator
                                             : t.dict_itemiterator;
    std::size_t size = dict.table.size();
    std::size_t at = 0;
    std::size_t left = reversed ? dict.table.slots() : 0;
    Dict* target = &dict;
    std::uint32_t version = dict.table.version();
    auto step = [=](Value& out) mutable {
        DictTable& table = target->table;
        if (table.size() != size) {
            size = static_cast<std::size_t>(-1);
            raise(Exc::RuntimeError, "dictionary changed size during iteration");
        }
        if (table.version() != version) {
            version = static_cast<std::uint32_t>(-1);
            raise(Exc::RuntimeError, "dictionary keys changed during iteration");
        }
        while (true) {
            if (reversed ? left == 0 : at >= table.slots()) return false;
            const DictTable::Entry& entry = table.slot(reversed ? --left : at++);
            if (!entry.key.exists()) continue;
            if (sort == DictView::Keys)
                out = entry.key;
            else if (sort == DictView::Values)
                out = entry.value;
            else
                out = make_tuple({entry.key, entry.value});
            return true;
        }
    };
    return make<NativeIterator>(type, step, Value(target));
}

namespace {

Value set_iterator(Set& set) {
    std::size_t size = set.table.size();
    auto items = std::make_shared<std::vector<Value>>(set_items(set));
    Set* target = &set;
    return make<NativeIterator>(
        types().set_iterator,
        [=, at = std::size_t{0}](Value& out) mutable {
            if (target->table.size() != size) raise(Exc::RuntimeError, "Set changed size during iteration");
            if (at >= items->size()) return false;
            out = (*items)[at++];
            return true;
        },
        Value(target));
}

} // namespace

Value builtin_iterate(const Value& value) {
    Object* object = value.object();
    if (!object) return {};
    Types& t = types();
    switch (object->kind) {
    case Kind::Iterator:
        return value;
    case Kind::List: {
        List* list = static_cast<List*>(object);
        return make<NativeIterator>(
            t.list_iterator,
            [=, at = std::size_t{0}](Value& out) mutable {
                if (at >= list->items.size()) return false;
                out = list->items[at++];
                return true;
            },
            value);
    }
    case Kind::Tuple: {
        Tuple* tuple = static_cast<Tuple*>(object);
        return make<NativeIterator>(
            t.tuple_iterator,
            [=, at = std::size_t{0}](Value& out) mutable {
                if (at >= tuple->items.size()) return false;
                out = tuple->items[at++];
                return true;
            },
            value);
    }
    case Kind::Str: {
        Str* str = static_cast<Str*>(object);
        return make<NativeIterator>(
            t.str_iterator,
            [=, at = std::size_t{0}](Value& out) mutable {
                if (at >= str->text.size()) return false;
                std::size_t start = at;
                wtf8::decode(str->text, at);
                out = make_str(std::string_view(str->text).substr(start, at - start));
                return true;
            },
            value);
    }
    case Kind::Bytes:
    case Kind::ByteArray: {
        Bytes* bytes = static_cast<Bytes*>(object);
        return make<NativeIterator>(
            t.bytes_iterator,
            [=, at = std::size_t{0}](Value& out) mutable {
                if (at >= bytes->data.size()) return false;
                out = Value::integer(static_cast<unsigned char>(bytes->data[at++]));
                return true;
            },
            value);
    }
    case Kind::Range: {
        Range* range = static_cast<Range*>(object);
        std::int64_t at = range->start, step = range->step, left = range->length;
        return make<NativeIterator>(t.range_iterator, [at, step, left](Value& out) mutable {
            if (left-- <= 0) return left = 0, false;
            out = Value::integer(at);
            at += step;
            return true;
        });
    }
    case Kind::Dict:
        return dict_iterator(*static_cast<Dict*>(object), DictView::Keys);
    case Kind::Set:
    case Kind::FrozenSet:
        return set_iterator(*static_cast<Set*>(object));
    case Kind::DictView:
        return dict_iterator(*static_cast<DictView*>(object)->dict, static_cast<DictView*>(object)->sort);
    default:
        return {};
    }
}

Value iterate(const Value& value) {
    Class* type = class_of(value);
    if (type->is_builtin) {
        if (type == types().coroutine) raise(Exc::TypeError, "'coroutine' object is not iterable");
        if (type == types().async_generator)
            raise(Exc::TypeError, "'async_generator' object is not iterable");
        Value found = builtin_iterate(value);
        if (found.exists()) return found;
    }
    if (is_unresolved(value)) raise_unresolved(value, "iterate over it");
    if (const Value* method = lookup(type, names().iter)) {
        Value function = *method;
        if (function.is_none()) raise(Exc::TypeError, fmt::format("'{}' object is not iterable", type->name));
        Value iterator;
        if (as<Function>(function) || as<NativeFunction>(function))
            iterator = call_with(function, Arguments{&value, {}, {}});
        else
            iterator = call(bind_descriptor(function, value, type));
        if (!as<Iterator>(iterator) && !lookup(class_of(iterator), names().next))
            raise(Exc::TypeError,
                  fmt::format("iter() returned non-iterator of type '{}'", type_name(iterator)));
        return iterator;
    }
    if (lookup(type, names().getitem)) {
        // The old protocol: items 0, 1, ... until IndexError.
        return make<NativeIterator>(types().iterator, [value, at = std::int64_t{0}](Value& out) mutable {
            try {
                out = get_item(value, Value::integer(at++));
                return true;
            } catch (const Raised& raised) {
                if (!matches(raised.exception(), Exc::IndexError) &&
                    !matches(raised.exception(), Exc::StopIteration))
                    throw;
            }
            return false;
        });
    }
    raise(Exc::TypeError, fmt::format("'{}' object is not iterable", type->name));
}

bool next(const Value& iterator, Value& out) {
    count_step(); // loops of native code end at the limit, too
    Value ignored;
    return next(iterator, out, ignored);
}

bool next(const Value& iterator, Value& out, Value& stop_value) {
    if (Iterator* native = as<Iterator>(iterator); native && native->cls->is_builtin) {
        if (native->next(out)) return true;
        if (Generator* generator = as_generator(iterator)) stop_value = generator->state->returned;
        return false;
    }
    const Value* method = lookup(class_of(iterator), names().next);
    if (!method) {
        if (is_unresolved(iterator)) raise_unresolved(iterator, "iterate over it");
        raise(Exc::TypeError, fmt::format("'{}' object is not an iterator", type_name(iterator)));
    }
    Value function = *method;
    Ref<Exception> stop;
    try {
        if (as<Function>(function) || as<NativeFunction>(function))
            out = call_with(function, Arguments{&iterator, {}, {}});
        else
            out = call(bind_descriptor(function, iterator, class_of(iterator)));
        return true;
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::StopIteration)) throw;
        stop = Ref<Exception>(&raised.exception());
    }
    if (stop->attributes)
        if (const Value* value = stop->attributes->table.find(names().value)) stop_value = *value;
    return false;
}

std::vector<Value> to_vector(const Value& iterable) {
    if (is_exact<List>(iterable)) return cast<List>(iterable).items;
    if (is_exact<Tuple>(iterable)) return cast<Tuple>(iterable).items;
    std::vector<Value> items;
    std::size_t charged = 0;
    struct Discharge {
        std::size_t& bytes;
        ~Discharge() { discharge(bytes); }
    } guard{charged};
    for_each(iterable, [&](const Value& item) {
        if (items.size() == items.capacity()) {
            std::size_t more = std::max<std::size_t>(items.size(), 4) * sizeof(Value);
            charge(more);
            charged += more;
        }
        items.push_back(item);
    });
    return items;
}

void for_each_item(const Value& mapping, const std::function<void(const Value&, const Value&)>& visit) {
    if (is_unresolved(mapping)) raise_unresolved(mapping, "unpack it");
    if (Dict* dict = as<Dict>(mapping);
        dict && (is_exact<Dict>(mapping) || !lookup(dict->cls, names().iter) ||
                 lookup(dict->cls, names().iter) == lookup(types().dict, names().iter))) {
        for (std::size_t at = 0; at < dict->table.slots(); ++at) {
            Value key = dict->table.slot(at).key, value = dict->table.slot(at).value;
            if (key.exists()) visit(key, value);
        }
        return;
    }
    Value keys = call_method(mapping, "keys");
    for_each(keys, [&](const Value& key) { visit(key, get_item(mapping, key)); });
}

Value reverse_iterate(const Value& value) {
    Class* type = class_of(value);
    if (is_unresolved(value)) raise_unresolved(value, "iterate over it");
    if (const Value* method = lookup(type, names().reversed); method && !type->is_builtin) {
        Value function = *method;
        if (function.is_none())
            raise(Exc::TypeError, fmt::format("'{}' object is not reversible", type->name));
        return call_with(function, Arguments{&value, {}, {}});
    }
    if (Dict* dict = as<Dict>(value)) return dict_iterator(*dict, DictView::Keys, true);
    if (DictView* view = as<DictView>(value)) return dict_iterator(*view->dict, view->sort, true);
    if (Range* range = as<Range>(value)) {
        std::int64_t at = range->start + (range->length - 1) * range->step, step = range->step,
                     left = range->length;
        return make<NativeIterator>(types().range_iterator, [at, step, left](Value& out) mutable {
            if (left-- <= 0) return left = 0, false;
            out = Value::integer(at);
            at -= step;
            return true;
        });
    }
    if (as<Set>(value) || as<Iterator>(value) || !lookup(type, names().getitem) || !lookup(type, names().len))
        raise(Exc::TypeError, fmt::format("'{}' object is not reversible", type->name));
    auto left = static_cast<std::int64_t>(length(value));
    return make<NativeIterator>(as<List>(value) ? types().list_reverseiterator : types().reversed,
                                [value, left](Value& out) mutable {
                                    if (left <= 0) return false;
                                    out = get_item(value, Value::integer(--left));
                                    return true;
                                });
}

} // namespace limbeck::python
