#include "python/set_operations.hpp"

#include "python/integers.hpp"
#include "python/items.hpp"
#include "python/iterators.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

// Replays the insertions into a table as CPython's: a power of two, linear probes of nine, then perturbation.
class IntegerOrder {
  public:
    IntegerOrder() : table_(8, -1) {}

    void insert(std::uint64_t hash, std::size_t which) {
        hashes_.push_back(hash);
        which_.push_back(which);
        place(table_, hash, static_cast<std::int64_t>(hashes_.size() - 1));
        std::size_t used = hashes_.size();
        if (used * 5 < (table_.size() - 1) * 3) return;
        std::size_t wanted = used > 50000 ? used * 2 : used * 4, size = 8;
        while (size <= wanted) size *= 2;
        std::vector<std::int64_t> larger(size, -1);
        for (std::int64_t at : table_)
            if (at >= 0) place(larger, hashes_[static_cast<std::size_t>(at)], at);
        table_.swap(larger);
    }

    template <class Visit> void each(Visit visit) const {
        for (std::int64_t at : table_)
            if (at >= 0) visit(which_[static_cast<std::size_t>(at)]);
    }

  private:
    static void place(std::vector<std::int64_t>& table, std::uint64_t hash, std::int64_t entry) {
        std::size_t mask = table.size() - 1;
        std::uint64_t perturb = hash;
        std::size_t at = hash & mask;
        while (true) {
            std::size_t probes = at + 9 <= mask ? 9 : 0;
            for (std::size_t i = 0; i <= probes; ++i)
                if (table[at + i] < 0) {
                    table[at + i] = entry;
                    return;
                }
            perturb >>= 5;
            at = (at * 5 + 1 + perturb) & mask;
        }
    }

    std::vector<std::int64_t> table_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::size_t> which_;
};

Value like(const Value& model, std::vector<Value> items) {
    Value result = as<Set>(model) && cast<Set>(model).is_frozen() ? make_frozenset() : make_set();
    for (const Value& item : items) cast<Set>(result).table.set(item, Value::none());
    return result;
}

bool member(const Value& set, const Value& item) {
    if (Set* own = as<Set>(set)) return own->table.contains(item);
    return contains(set, item);
}

} // namespace

std::vector<Value> set_items(const Set& set) {
    std::vector<Value> items;
    items.reserve(set.table.size());
    bool numbers = true;
    set.table.each([&](const Value& key, const Value&) {
        items.push_back(key);
        numbers = numbers && (is_int(key) || key.is_bool() || key.is_float());
    });
    if (!numbers || items.size() < 2) return items;
    IntegerOrder order;
    for (std::size_t at = 0; at < items.size(); ++at) order.insert(hash_value(items[at]), at);
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    order.each([&](std::size_t which) { sorted.push_back(items[which]); });
    return sorted;
}

Value frozen_copy(const Value& set) {
    return like(make_frozenset(), set_items(cast<Set>(set)));
}

bool is_set_like(const Value& value) {
    if (as<Set>(value)) return true;
    DictView* view = as<DictView>(value);
    return view && view->sort != DictView::Values;
}

std::vector<Value> set_like_items(const Value& value) {
    if (Set* set = as<Set>(value)) return set_items(*set);
    return to_vector(value);
}

Value set_binary(BinaryOp op, const Value& a, const Value& b) {
    bool views = as<DictView>(a) || as<DictView>(b);
    if (!is_set_like(a) || !is_set_like(b)) {
        if (!views || !is_set_like(a) || !b.is_object()) return Value::not_implemented();
        if (is_unresolved(b)) raise_unresolved(b, "iterate over it");
    }
    Value right = is_set_like(b) ? b : like(make_set(), to_vector(b));
    std::vector<Value> items;
    switch (op) {
    case BinaryOp::BitOr:
        items = set_like_items(a);
        for (const Value& item : set_like_items(right)) items.push_back(item);
        break;
    case BinaryOp::BitAnd: {
        // Of equal items, those of the smaller set are kept.
        std::vector<Value> own = set_like_items(a), other = set_like_items(right);
        bool ours = own.size() < other.size();
        for (const Value& item : ours ? own : other)
            if (member(ours ? right : a, item)) items.push_back(item);
        break;
    }
    case BinaryOp::Sub:
        for (const Value& item : set_like_items(a))
            if (!member(right, item)) items.push_back(item);
        break;
    case BinaryOp::BitXor:
        for (const Value& item : set_like_items(a))
            if (!member(right, item)) items.push_back(item);
        for (const Value& item : set_like_items(right))
            if (!member(a, item)) items.push_back(item);
        break;
    default:
        return Value::not_implemented();
    }
    return like(a, std::move(items));
}

Value set_compare(Comparison op, const Value& a, const Value& b) {
    auto within = [](const Value& x, const Value& y) {
        for (const Value& item : set_like_items(x))
            if (!member(y, item)) return false;
        return true;
    };
    std::size_t m = *builtin_length(a), n = *builtin_length(b);
    switch (op) {
    case Comparison::Eq:
        return Value::boolean(m == n && within(a, b));
    case Comparison::NotEq:
        return Value::boolean(m != n || !within(a, b));
    case Comparison::Lt:
        return Value::boolean(m < n && within(a, b));
    case Comparison::LtE:
        return Value::boolean(m <= n && within(a, b));
    case Comparison::Gt:
        return Value::boolean(m > n && within(b, a));
    case Comparison::GtE:
        return Value::boolean(m >= n && within(b, a));
    }
    return Value::not_implemented();
}

} // namespace limbeck::python
