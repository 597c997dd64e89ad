#include "python/sorting.hpp"

#include "python/operations.hpp"

#include <cstddef>

namespace limbeck::python {

namespace {

struct Item {
    Value key;
    std::size_t index;
};

// A merge sort: comparisons may raise or lie, which std::stable_sort need not survive.
void merge_sort(std::vector<Item>& items, std::vector<Item>& room, std::size_t from, std::size_t to) {
    if (to - from < 2) return;
    // Short runs by insertion, which needs few comparisons where the items are nearly in order.
    if (to - from <= 8) {
        for (std::size_t at = from + 1; at < to; ++at) {
            std::size_t hole = at;
            while (hole > from && less(items[at].key, items[hole - 1].key)) --hole;
            Item moved = std::move(items[at]);
            for (std::size_t i = at; i > hole; --i) items[i] = std::move(items[i - 1]);
            items[hole] = std::move(moved);
        }
        return;
    }
    std::size_t middle = from + (to - from) / 2;
    merge_sort(items, room, from, middle);
    merge_sort(items, room, middle, to);
    if (!less(items[middle].key, items[middle - 1].key)) return;
    std::size_t left = from, right = middle, out = from;
    while (left < middle && right < to) {
        bool second = less(items[right].key, items[left].key);
        room[out++] = second ? items[right++] : items[left++];
    }
    while (left < middle) room[out++] = items[left++];
    while (right < to) room[out++] = items[right++];
    for (std::size_t at = from; at < to; ++at) items[at] = std::move(room[at]);
}

} // namespace

void sort_values(std::vector<Value>& items, const Value& key, bool reverse) {
    std::vector<Item> order;
    order.reserve(items.size());
    for (std::size_t at = 0; at < items.size(); ++at)
        order.push_back({key.is_none() ? items[at] : call(key, {items[at]}), at});
    // Reversed before and after, equal items keep their order.
    if (reverse) order = std::vector<Item>(order.rbegin(), order.rend());
    std::vector<Item> room(order.size());
    merge_sort(order, room, 0, order.size());
    if (reverse) order = std::vector<Item>(order.rbegin(), order.rend());
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    for (const Item& item : order) sorted.push_back(items[item.index]);
    items.swap(sorted);
}

} // namespace limbeck::python
