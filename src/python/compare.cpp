// Truth, equality, order and hashes.
#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/generic_alias.hpp"
#include "python/integers.hpp"
#include "python/runtime.hpp"
#include "python/set_operations.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>

namespace limbeck::python {

namespace {

Value call_hook(const Value& method, const Value& self, const Value* other = nullptr) {
    std::span<const Value> rest = other ? std::span<const Value>(other, 1) : std::span<const Value>();
    if (as<Function>(method) || as<NativeFunction>(method))
        return call_with(method, Arguments{&self, rest, {}});
    return call_with(bind_descriptor(method, self, class_of(self)), Arguments{nullptr, rest, {}});
}

bool is_number(const Value& value) {
    return value.is_float() || as<Float>(value) || is_int(value);
}
double float_of(const Value& value) {
    return value.is_float() ? value.as_float() : cast<Float>(value).value;
}

// -1, 0, 1, or 2 where one is not a number.
int compare_numbers(const Value& a, const Value& b) {
    if (is_int(a)) {
        if (is_int(b)) return integer_compare(a, b);
        return integer_compare(a, float_of(b));
    }
    double x = float_of(a);
    if (is_int(b)) {
        int order = integer_compare(b, x);
        return order == 2 ? 2 : -order;
    }
    double y = float_of(b);
    if (std::isnan(x) || std::isnan(y)) return 2;
    return x < y ? -1 : x > y;
}

bool holds(Comparison op, int order) {
    switch (op) {
    case Comparison::Eq:
        return order == 0;
    case Comparison::NotEq:
        return order != 0;
    case Comparison::Lt:
        return order == -1;
    case Comparison::LtE:
        return order == -1 || order == 0;
    case Comparison::Gt:
        return order == 1;
    case Comparison::GtE:
        return order == 1 || order == 0;
    }
    return false;
}

int sign(int order) {
    return order < 0 ? -1 : order > 0;
}

Value compare_sequences(Comparison op, const std::vector<Value>& a, const std::vector<Value>& b) {
    if (a.size() != b.size() && (op == Comparison::Eq || op == Comparison::NotEq))
        return Value::boolean(op == Comparison::NotEq);
    for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
        Value x = a[at], y = b[at];
        if (x.is(y) || equal(x, y)) continue;
        if (op == Comparison::Eq) return Value::boolean(false);
        if (op == Comparison::NotEq) return Value::boolean(true);
        return compare(op, x, y);
    }
    return Value::boolean(holds(op, a.size() < b.size() ? -1 : a.size() > b.size()));
}

bool equal_dicts(const Dict& a, const Dict& b) {
    if (a.table.size() != b.table.size()) return false;
    for (std::size_t at = 0; at < a.table.slots(); ++at) {
        Value key = a.table.slot(at).key, value = a.table.slot(at).value;
        if (!key.exists()) continue;
        const Value* other = b.table.find(key);
        if (!other) return false;
        Value theirs = *other;
        if (!value.is(theirs) && !equal(value, theirs)) return false;
    }
    return true;
}

bool is_equality(Comparison op) {
    return op == Comparison::Eq || op == Comparison::NotEq;
}
Value equality(Comparison op, bool same) {
    return Value::boolean(same == (op == Comparison::Eq));
}

Str* Names::*method_of(Comparison op) {
    switch (op) {
    case Comparison::Eq:
        return &Names::eq;
    case Comparison::NotEq:
        return &Names::ne;
    case Comparison::Lt:
        return &Names::lt;
    case Comparison::LtE:
        return &Names::le;
    case Comparison::Gt:
        return &Names::gt;
    case Comparison::GtE:
        return &Names::ge;
    }
    return nullptr;
}

Comparison reflected(Comparison op) {
    switch (op) {
    case Comparison::Lt:
        return Comparison::Gt;
    case Comparison::LtE:
        return Comparison::GtE;
    case Comparison::Gt:
        return Comparison::Lt;
    case Comparison::GtE:
        return Comparison::LtE;
    default:
        return op;
    }
}

const char* symbol_of(Comparison op) {
    static const char* symbols[] = {"==", "!=", "<", "<=", ">", ">="};
    return symbols[static_cast<std::size_t>(op)];
}

bool is_plain(const Value& value) {
    return !value.is_object() ||
           (value.object_unchecked()->cls->is_builtin && value.object_unchecked()->kind != Kind::Instance &&
            value.object_unchecked()->kind != Kind::Class);
}

class CompareDepth {
  public:
    CompareDepth() { check_stack_for_comparison(); }

  private:
    static void check_stack_for_comparison() {
        char here;
        if (&here < rt().stack_limit)
            raise(Exc::RecursionError, "maximum recursion depth exceeded in comparison");
    }
};

} // namespace

Value builtin_compare(Comparison op, const Value& a, const Value& b) {
    if (is_number(a) && is_number(b)) return Value::boolean(holds(op, compare_numbers(a, b)));
    if (Str* x = as<Str>(a)) {
        Str* y = as<Str>(b);
        if (!y) return Value::not_implemented();
        // UTF-8 orders as code points do.
        return Value::boolean(holds(op, sign(x->text.compare(y->text))));
    }
    CompareDepth depth;
    if (List* x = as<List>(a))
        if (List* y = as<List>(b))
            return compare_sequences(op, std::vector<Value>(x->items), std::vector<Value>(y->items));
    if (Tuple* x = as<Tuple>(a))
        if (Tuple* y = as<Tuple>(b)) return compare_sequences(op, x->items, y->items);
    if (Bytes* x = as<Bytes>(a))
        if (Bytes* y = as<Bytes>(b)) return Value::boolean(holds(op, sign(x->data.compare(y->data))));
    if (is_set_like(a) && is_set_like(b)) return set_compare(op, a, b);
    if (!is_equality(op)) return Value::not_implemented();
    if (Dict* x = as<Dict>(a))
        if (Dict* y = as<Dict>(b)) return equality(op, equal_dicts(*x, *y));
    if (Complex* x = as<Complex>(a)) {
        if (Complex* y = as<Complex>(b))
            return equality(op, x->real == y->real && x->imaginary == y->imaginary);
        if (is_number(b))
            return equality(op, x->imaginary == 0 && compare_numbers(Value::number(x->real), b) == 0);
    }
    if (as<Complex>(b) && is_number(a)) return builtin_compare(op, b, a);
    if (Range* x = as<Range>(a))
        if (Range* y = as<Range>(b))
            return equality(
                op, x->length == y->length &&
                        (x->length == 0 || (x->start == y->start && (x->length == 1 || x->step == y->step))));
    if (Slice* x = as<Slice>(a))
        if (Slice* y = as<Slice>(b))
            return equality(op,
                            equal(x->start, y->start) && equal(x->stop, y->stop) && equal(x->step, y->step));
    if (BoundMethod* x = as<BoundMethod>(a))
        if (BoundMethod* y = as<BoundMethod>(b))
            return equality(op, x->function.is(y->function) && x->self.is(y->self));
    if (class_of(a) == types().union_ && class_of(b) == types().union_)
        return equality(op, equal_unions(a, b));
    if (class_of(a) == types().generic_alias && class_of(b) == types().generic_alias)
        return equality(op, equal_aliases(a, b));
    if (a.is(b)) return equality(op, true);
    return Value::not_implemented();
}

Value compare(Comparison op, const Value& a, const Value& b) {
    if (a.is_small_int() && b.is_small_int())
        return Value::boolean(holds(op, a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int()));
    Value result = Value::not_implemented();
    bool plain = is_plain(a) && is_plain(b);
    if (plain) {
        result = builtin_compare(op, a, b);
        if (result.is_not_implemented() && !is_equality(op)) result = builtin_compare(reflected(op), b, a);
    } else {
        Names& n = names();
        Class* left = class_of(a);
        Class* right = class_of(b);
        auto ask = [&](const Value& self, const Value& other, Comparison how) {
            const Value* method = lookup(class_of(self), n.*method_of(how));
            if (!method) return Value::not_implemented();
            Value function = *method;
            if (function.is_none()) return Value::not_implemented();
            return call_hook(function, self, &other);
        };
        bool first_right =
            left != right && is_subclass(right, left) && lookup(right, n.*method_of(reflected(op)));
        if (first_right) result = ask(b, a, reflected(op));
        if (result.is_not_implemented()) result = ask(a, b, op);
        if (result.is_not_implemented() && !first_right) result = ask(b, a, reflected(op));
    }
    if (!result.is_not_implemented()) return result;
    if (is_unresolved(a) || is_unresolved(b)) {
        const Value& what = is_unresolved(a) ? a : b;
        if (!is_equality(op)) raise_unresolved(what, "order it");
        if (a.is(b)) return equality(op, true);
        raise_unresolved(what, "compare it");
    }
    if (op == Comparison::Eq) return Value::boolean(a.is(b));
    if (op == Comparison::NotEq) return Value::boolean(!a.is(b));
    raise(Exc::TypeError, fmt::format("'{}' not supported between instances of '{}' and '{}'", symbol_of(op),
                                      type_name(a), type_name(b)));
}

bool equal(const Value& a, const Value& b) {
    if (a.is_small_int() && b.is_small_int()) return a.as_int() == b.as_int();
    if (a.is(b) && !a.is_float()) return true;
    return truth(compare(Comparison::Eq, a, b));
}

bool less(const Value& a, const Value& b) {
    return truth(compare(Comparison::Lt, a, b));
}

bool truth(const Value& value) {
    switch (value.tag()) {
    case Tag::Bool:
    case Tag::Int:
        return value.as_int() != 0;
    case Tag::None:
    case Tag::Nothing:
        return false;
    case Tag::Float:
        return value.as_float() != 0;
    case Tag::NotImplemented:
    case Tag::Ellipsis:
        return true;
    case Tag::Object:
        break;
    }
    Object* object = value.object_unchecked();
    if (object->kind == Kind::Unresolved) raise_unresolved(value, "decide whether it is true");
    if (object->cls->is_builtin) {
        switch (object->kind) {
        case Kind::Str:
            return !static_cast<Str*>(object)->text.empty();
        case Kind::List:
            return !static_cast<List*>(object)->items.empty();
        case Kind::Tuple:
            return !static_cast<Tuple*>(object)->items.empty();
        case Kind::Dict:
            return !static_cast<Dict*>(object)->table.empty();
        case Kind::Set:
        case Kind::FrozenSet:
            return !static_cast<Set*>(object)->table.empty();
        case Kind::Bytes:
        case Kind::ByteArray:
            return !static_cast<Bytes*>(object)->data.empty();
        case Kind::Range:
            return static_cast<Range*>(object)->length > 0;
        case Kind::Int:
            return integer_sign(value) != 0;
        case Kind::Complex:
            return static_cast<Complex*>(object)->real != 0 || static_cast<Complex*>(object)->imaginary != 0;
        case Kind::Function:
        case Kind::NativeFunction:
        case Kind::Module:
        case Kind::Exception:
            return true;
        default:
            break;
        }
    }
    if (const Value* method = lookup(object->cls, names().bool_)) {
        Value function = *method;
        Value result = call_hook(function, value);
        if (!result.is_bool())
            raise(Exc::TypeError, fmt::format("__bool__ should return bool, returned {}", type_name(result)));
        return result.as_bool();
    }
    if (lookup(object->cls, names().len)) return length(value) != 0;
    if (object->kind == Kind::Int) return integer_sign(value) != 0;
    if (object->kind == Kind::Float) return static_cast<Float*>(object)->value != 0;
    return true;
}

namespace {

std::uint64_t text_hash(std::string_view text) {
    std::uint64_t hash = std::hash<std::string_view>{}(text);
    return hash == 0 ? 1 : hash;
}

std::uint64_t combine(const std::vector<Value>& items) {
    // CPython's variant of xxHash, so that sets of tuples of numbers are as well spread.
    std::uint64_t hash = 2870177450012600261ull;
    for (const Value& item : items) {
        hash += hash_value(item) * 14029467366897019727ull;
        hash = hash << 31 | hash >> 33;
        hash *= 11400714785074694791ull;
    }
    hash += items.size() ^ (2870177450012600261ull ^ 3527539ull);
    return hash == ~std::uint64_t{0} ? 1546275796 : hash;
}

} // namespace

std::uint64_t hash_value(const Value& value) {
    switch (value.tag()) {
    case Tag::Bool:
    case Tag::Int:
        return integer_hash(value);
    case Tag::Float:
        return double_hash(value.as_float());
    case Tag::None:
        return 0xfca86420;
    case Tag::NotImplemented:
        return 0xfca86421;
    case Tag::Ellipsis:
        return 0xfca86422;
    case Tag::Nothing:
        return 0;
    case Tag::Object:
        break;
    }
    Object* object = value.object_unchecked();
    if (object->kind == Kind::Str && (object->cls->is_builtin || object->cls == types().str)) {
        auto* str = static_cast<Str*>(object);
        if (str->hash == 0) str->hash = text_hash(str->text);
        return str->hash;
    }
    if (!object->cls->is_builtin || object->kind == Kind::Instance) {
        Class* where = nullptr;
        const Value* method = lookup(object->cls, names().hash, where);
        if (method && method->is_none())
            raise(Exc::TypeError, fmt::format("unhashable type: '{}'", type_name(Value(object))));
        if (method && where != types().object && !(where->is_builtin && where->layout != Kind::Instance)) {
            Value function = *method;
            Value result = call_hook(function, value);
            if (!is_int(result)) raise(Exc::TypeError, "__hash__ method should return an integer");
            // What fits is taken as it is; only -1 means something else to C.
            if (auto small = integer_if(result))
                return static_cast<std::uint64_t>(*small == -1 ? std::int64_t{-2} : *small);
            return integer_hash(result);
        }
    }
    return builtin_hash(value);
}

std::uint64_t builtin_hash(const Value& value) {
    if (!value.is_object()) return hash_value(value);
    Object* object = value.object_unchecked();
    switch (object->kind) {
    case Kind::Str: {
        auto* str = static_cast<Str*>(object);
        if (str->hash == 0) str->hash = text_hash(str->text);
        return str->hash;
    }
    case Kind::Int:
        return integer_hash(value);
    case Kind::Float:
        return double_hash(static_cast<Float*>(object)->value);
    case Kind::Complex:
        return double_hash(static_cast<Complex*>(object)->real) +
               1000003 * double_hash(static_cast<Complex*>(object)->imaginary);
    case Kind::Bytes:
        return text_hash(static_cast<Bytes*>(object)->data);
    case Kind::Tuple:
        return combine(static_cast<Tuple*>(object)->items);
    case Kind::FrozenSet: {
        std::uint64_t hash = 1927868237;
        static_cast<Set*>(object)->table.each(
            [&](const Value& key, const Value&) { hash ^= (hash_value(key) ^ 89869747) * 3644798167u; });
        return hash;
    }
    case Kind::BoundMethod:
        return hash_value(static_cast<BoundMethod*>(object)->function) ^
               reinterpret_cast<std::uintptr_t>(static_cast<BoundMethod*>(object)->self.object());
    case Kind::Range: {
        auto* range = static_cast<Range*>(object);
        return combine({Value::integer(range->length), Value::integer(range->length ? range->start : 0),
                        Value::integer(range->length > 1 ? range->step : 0)});
    }
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice:
        raise(Exc::TypeError, fmt::format("unhashable type: '{}'", type_name(Value(object))));
    case Kind::DictView:
        if (object->cls != types().dict_values)
            raise(Exc::TypeError, fmt::format("unhashable type: '{}'", type_name(Value(object))));
        break;
    default:
        break;
    }
    if (GenericAlias* alias = as_generic_alias(value))
        return hash_value(alias->origin) ^ combine(alias->arguments);
    if (UnionType* all = as_union(value)) {
        std::uint64_t hash = 1927868237;
        for (const Value& member : all->members) hash += hash_value(member) * 3644798167u; // in any order
        return hash;
    }
    return reinterpret_cast<std::uintptr_t>(object) >> 4;
}

} // namespace limbeck::python
