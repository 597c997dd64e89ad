#include "python/dict_table.hpp"

#include "python/heap.hpp"
#include "python/operations.hpp"

namespace limbeck::python {

namespace {

constexpr std::size_t linear_limit = 8;

std::uint64_t name_hash(const Str* name) noexcept {
    return name->hash ? name->hash : hash_value(Value(const_cast<Str*>(name)));
}

} // namespace

std::ptrdiff_t DictTable::position(const Value& key, std::uint64_t hash) const {
    // `==` may run script code that changes this table: the search then starts again.
again:
    std::uint32_t seen = version_;
    auto same = [&](std::size_t at) {
        const Entry& entry = entries_[at];
        if (!entry.key.exists()) return false;
        if (entry.key.is(key)) return true;
        if (entry.hash != hash) return false;
        Value held = entry.key;
        return equal(held, key);
    };
    if (index_.empty()) {
        for (std::size_t at = 0; at < entries_.size(); ++at) {
            bool found = same(at);
            if (version_ != seen) goto again;
            if (found) return static_cast<std::ptrdiff_t>(at);
        }
        return -1;
    }
    std::size_t mask = index_.size() - 1;
    for (std::size_t probe = hash & mask;; probe = (probe + 1) & mask) {
        std::int32_t at = index_[probe];
        if (at < 0) return -1;
        bool found = same(static_cast<std::size_t>(at));
        if (version_ != seen) goto again;
        if (found) return at;
    }
}

std::ptrdiff_t DictTable::position(const Str* name) const noexcept {
    if (entries_.empty()) return -1;
    auto same = [&](const Entry& entry, std::uint64_t hash) {
        if (!entry.key.is_object()) return false;
        const Object* object = entry.key.object_unchecked();
        if (object == name) return true;
        if (entry.hash != hash || object->kind != Kind::Str) return false;
        // Two different interned names are never equal.
        const Str* other = static_cast<const Str*>(object);
        return !(other->interned && name->interned) && other->text == name->text;
    };
    std::uint64_t hash = name_hash(name);
    if (index_.empty()) {
        for (std::size_t at = 0; at < entries_.size(); ++at)
            if (same(entries_[at], hash)) return static_cast<std::ptrdiff_t>(at);
        return -1;
    }
    std::size_t mask = index_.size() - 1;
    for (std::size_t probe = hash & mask;; probe = (probe + 1) & mask) {
        std::int32_t at = index_[probe];
        if (at < 0) return -1;
        if (same(entries_[static_cast<std::size_t>(at)], hash)) return at;
    }
}

Value* DictTable::find(const Value& key) const {
    if (Str* name = as<Str>(key); name && is_exact<Str>(key)) return find(name);
    std::uint64_t hash = hash_value(key);
    if (live_ == 0) return nullptr;
    std::ptrdiff_t at = position(key, hash);
    return at < 0 ? nullptr : const_cast<Value*>(&entries_[static_cast<std::size_t>(at)].value);
}

Value* DictTable::find(const Str* name) const noexcept {
    std::ptrdiff_t at = position(name);
    return at < 0 ? nullptr : const_cast<Value*>(&entries_[static_cast<std::size_t>(at)].value);
}

bool DictTable::set(const Value& key, Value value) {
    if (Str* name = as<Str>(key); name && is_exact<Str>(key)) return set(name, std::move(value));
    std::uint64_t hash = hash_value(key);
    std::ptrdiff_t at = position(key, hash);
    if (at >= 0) {
        entries_[static_cast<std::size_t>(at)].value.swap(value);
        return false;
    }
    append(key, hash, std::move(value));
    return true;
}

bool DictTable::set(Str* name, Value value) {
    std::ptrdiff_t at = position(name);
    if (at >= 0) {
        entries_[static_cast<std::size_t>(at)].value.swap(value);
        return false;
    }
    append(Value(name), name_hash(name), std::move(value));
    return true;
}

void DictTable::append(const Value& key, std::uint64_t hash, Value value) {
    if (entries_.size() == entries_.capacity()) {
        std::size_t room = entries_.empty() ? 4 : entries_.size() * 2;
        if (live_ < entries_.size() / 2) {
            rebuild(live_);
        } else {
            charge((room - entries_.capacity()) * (sizeof(Entry) + sizeof(std::int32_t)));
            entries_.reserve(room);
        }
    }
    entries_.push_back({key, std::move(value), hash});
    ++live_;
    ++version_;
    if (index_.empty() ? entries_.size() > linear_limit : entries_.size() * 3 > index_.size() * 2)
        rebuild(live_);
    else if (!index_.empty())
        insert_index(hash, entries_.size() - 1);
}

void DictTable::insert_index(std::uint64_t hash, std::size_t at) noexcept {
    std::size_t mask = index_.size() - 1;
    std::size_t probe = hash & mask;
    while (index_[probe] >= 0) probe = (probe + 1) & mask;
    index_[probe] = static_cast<std::int32_t>(at);
}

void DictTable::rebuild(std::size_t expected) {
    if (live_ != entries_.size()) {
        std::size_t kept = 0;
        for (Entry& entry : entries_) {
            if (!entry.key.exists()) continue;
            if (&entries_[kept] != &entry) entries_[kept] = std::move(entry);
            ++kept;
        }
        entries_.resize(kept);
    }
    index_.clear();
    if (entries_.size() <= linear_limit && expected <= linear_limit) return;
    std::size_t size = 32;
    while (size < expected * 3) size *= 2;
    index_.assign(size, -1);
    for (std::size_t at = 0; at < entries_.size(); ++at) insert_index(entries_[at].hash, at);
}

void DictTable::reserve(std::size_t count) {
    if (count <= entries_.capacity()) return;
    charge((count - entries_.capacity()) * (sizeof(Entry) + sizeof(std::int32_t)));
    entries_.reserve(count);
}

void DictTable::remove(std::size_t at) {
    // What goes is destroyed after the table is in order again.
    Value key, value;
    key.swap(entries_[at].key);
    value.swap(entries_[at].value);
    --live_;
    ++version_;
    if (live_ == 0) {
        entries_.clear();
        index_.clear();
    } else if (at + 1 == entries_.size() && index_.empty()) {
        entries_.pop_back();
    }
}

bool DictTable::erase(const Value& key, Value* removed) {
    std::uint64_t hash = hash_value(key);
    std::ptrdiff_t at = position(key, hash);
    if (at < 0) return false;
    if (removed) *removed = entries_[static_cast<std::size_t>(at)].value;
    remove(static_cast<std::size_t>(at));
    return true;
}

bool DictTable::erase(const Str* name) {
    std::ptrdiff_t at = position(name);
    if (at < 0) return false;
    remove(static_cast<std::size_t>(at));
    return true;
}

void DictTable::clear() {
    std::vector<Entry> old;
    old.swap(entries_);
    discharge(old.capacity() * (sizeof(Entry) + sizeof(std::int32_t)));
    index_.clear();
    live_ = 0;
    ++version_;
}

} // namespace limbeck::python
