#include "python/object.hpp"

#include "python/bigint.hpp"
#include "python/code.hpp"
#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

#include <utility>

namespace limbeck::python {

thread_local constinit Runtime* current_runtime = nullptr;

Object::~Object() {
    if (attributes) release(attributes);
}

void Object::clear() {
    if (attributes) attributes->clear();
}

Container::Container(Kind object_kind, Class* object_class) noexcept : Object(object_kind, object_class) {
    container = true;
    if (Heap* here = Heap::current()) {
        here->link(this);
        here->count_object();
    }
}

Container::~Container() {
    if (heap) {
        heap->unlink(this);
        heap->discharge(Heap::object_size);
    }
}

Int::Int(Class* object_class, std::int64_t value) noexcept : Object(Kind::Int, object_class), small(value) {}
Int::Int(Class* object_class, BigInt&& value)
    : Object(Kind::Int, object_class), big(std::make_unique<BigInt>(std::move(value))) {
    charge(64 + big->bit_length() / 8);
}
Int::~Int() {
    if (big) discharge(64 + big->bit_length() / 8);
}

Str::Str(Class* object_class, std::string utf8)
    : Object(Kind::Str, object_class), text(std::move(utf8)), length(wtf8::length(text)) {
    charge(Heap::object_size + text.size());
}
Str::~Str() {
    discharge(Heap::object_size + text.size());
}

Bytes::Bytes(Kind object_kind, Class* object_class, std::string bytes)
    : Object(object_kind, object_class), data(std::move(bytes)) {
    charge(Heap::object_size + data.size());
}
Bytes::~Bytes() {
    discharge(Heap::object_size + data.size());
}

List::List(Class* object_class, std::vector<Value> values)
    : Container(Kind::List, object_class), items(std::move(values)) {
    grown();
}
List::~List() {
    discharge(charged);
}
void List::grown() {
    std::size_t bytes = items.capacity() * sizeof(Value);
    if (bytes == charged) return;
    if (bytes > charged)
        charge(bytes - charged);
    else
        discharge(charged - bytes);
    charged = bytes;
}
void List::clear() {
    std::vector<Value> dropped;
    dropped.swap(items);
    Object::clear();
}

Tuple::Tuple(Class* object_class, std::vector<Value> values)
    : Container(Kind::Tuple, object_class), items(std::move(values)) {
    charge(items.size() * sizeof(Value));
}
Tuple::~Tuple() {
    discharge(items.size() * sizeof(Value));
}
void Tuple::clear() {
    std::vector<Value> dropped;
    dropped.swap(items);
    discharge(dropped.size() * sizeof(Value));
    Object::clear();
}

Dict::Dict(Class* object_class) : Container(Kind::Dict, object_class) {}
Dict::~Dict() {
    table.clear();
}
void Dict::clear() {
    table.clear();
    // Let go of first: a dict can hold its own attributes (`self.__dict__ = self`).
    Dict* own = std::exchange(attributes, nullptr);
    if (!own) return;
    own->clear();
    release(own);
}
const Value* Dict::find(std::string_view key) const {
    return table.find(intern(key));
}
void Dict::set(std::string_view key, Value value) {
    table.set(intern(key), std::move(value));
}

Set::Set(Kind object_kind, Class* object_class) : Container(object_kind, object_class) {}
Set::~Set() {
    table.clear();
}
void Set::clear() {
    table.clear();
    Object::clear();
}

Range::Range(std::int64_t from, std::int64_t to, std::int64_t by)
    : Object(Kind::Range, types().range), start(from), stop(to), step(by), length(0) {
    if (by > 0 && from < to)
        length = static_cast<std::int64_t>(
                     (static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from) - 1) /
                     static_cast<std::uint64_t>(by)) +
                 1;
    else if (by < 0 && from > to)
        length = static_cast<std::int64_t>(
                     (static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to) - 1) /
                     (0 - static_cast<std::uint64_t>(by))) +
                 1;
}

Slice::Slice(Value from, Value to, Value by)
    : Container(Kind::Slice, types().slice), start(std::move(from)), stop(std::move(to)),
      step(std::move(by)) {}
void Slice::clear() {
    start = stop = step = Value();
    Object::clear();
}

Instance::~Instance() = default;
void Instance::clear() {
    state.reset();
    Object::clear();
}

Module::Module(std::string dotted_name)
    : Container(Kind::Module, types().module), name(std::move(dotted_name)) {
    attributes = new Dict(types().dict);
    retain(attributes);
}

void Property::clear() {
    getter = setter = deleter = doc = Value();
    Object::clear();
}

void MethodWrapper::clear() {
    function = Value();
    Object::clear();
}

BoundMethod::BoundMethod(Value callable, Value receiver)
    : Container(Kind::BoundMethod, types().method), function(std::move(callable)), self(std::move(receiver)) {
}
void BoundMethod::clear() {
    function = self = Value();
    Object::clear();
}

Cell::Cell(Value content) : Container(Kind::Cell, types().cell), value(std::move(content)) {}
void Cell::clear() {
    value = Value();
    Object::clear();
}

Function::Function(Code* function_code, Ref<Dict> module_dict)
    : Container(Kind::Function, types().function), code(function_code), globals(std::move(module_dict)) {}
void Function::clear() {
    defaults.clear();
    keyword_defaults.clear();
    closure.clear();
    annotations = doc = module = Value();
    globals = {};
    Object::clear();
}

// ---- makers

Value make_str(std::string_view utf8) {
    return make_str(std::string(utf8));
}

Value make_str(std::string&& utf8) {
    if (utf8.empty() && rt().empty_str.exists()) return rt().empty_str;
    if (utf8.size() == 1 && static_cast<unsigned char>(utf8[0]) < 128) {
        Str*& single = rt().single_characters[static_cast<unsigned char>(utf8[0])];
        if (!single) single = intern(utf8);
        return Value(single);
    }
    return make<Str>(types().str, std::move(utf8));
}

Value make_bytes(std::string_view bytes) {
    return make<Bytes>(Kind::Bytes, types().bytes, std::string(bytes));
}
std::vector<Value> make_strs(const std::vector<std::string>& texts) {
    std::vector<Value> made;
    made.reserve(texts.size());
    for (const std::string& text : texts) made.push_back(make_str(std::string_view(text)));
    return made;
}
Value make_list(std::vector<Value> items) {
    return make<List>(types().list, std::move(items));
}

Value make_tuple(std::vector<Value> items) {
    if (items.empty() && rt().empty_tuple.exists()) return rt().empty_tuple;
    return make<Tuple>(types().tuple, std::move(items));
}

Value make_dict() {
    return make<Dict>(types().dict);
}
Value make_set() {
    return make<Set>(Kind::Set, types().set);
}
Value make_frozenset() {
    return make<Set>(Kind::FrozenSet, types().frozenset);
}

Str* intern(std::string_view name) {
    Runtime& runtime = rt();
    if (Str* known = runtime.interned.find(name)) return known;
    Ref<Str> made = make<Str>(runtime.types.str, std::string(name));
    made->interned = true;
    runtime.interned_owners.push_back(made);
    runtime.interned.add(made.get());
    return made.get();
}

Str* name_of(Identifier identifier) {
    auto& known = rt().identifiers;
    std::size_t index = identifier.index();
    if (index >= known.size()) known.resize(std::max<std::size_t>(index + 1, known.size() * 2));
    Str*& name = known[index];
    if (!name) name = intern(identifier.text());
    return name;
}

} // namespace limbeck::python
