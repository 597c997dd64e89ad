#include "python/name_table.hpp"

namespace limbeck::python {

void NameTable::add(Str* name) {
    if ((used_ + 1) * 2 > slots_.size()) {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : old)
            if (slot.name) place(slot);
    }
    place({hash_of(name->text), name});
    ++used_;
}

void NameTable::clear() {
    slots_.assign(1, {});
    mask_ = used_ = 0;
}

void NameTable::place(const Slot& slot) {
    std::size_t at = slot.hash & mask_;
    while (slots_[at].name) at = (at + 1) & mask_;
    slots_[at] = slot;
}

} // namespace limbeck::python
