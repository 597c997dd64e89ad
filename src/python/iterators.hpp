// Iteration over the built-in containers, and the views of dicts.
#pragma once

#include "python/operations.hpp"

namespace limbeck::python {

struct DictView final : Container {
    enum Sort : std::uint8_t { Keys, Values, Items };
    Ref<Dict> dict;
    Sort sort;
    DictView(Ref<Dict> of, Sort what);
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::DictView; }
};

// An iterator from a function, with the class that type() shows.
struct NativeIterator final : Iterator {
    std::function<bool(Value&)> body;
    Value source; // kept alive; dropped at the end
    NativeIterator(Class* object_class, std::function<bool(Value&)> next_item, Value over = {});
    void clear() override;
    bool next(Value& out) override;
};

Value dict_iterator(Dict& dict, DictView::Sort sort, bool reversed = false);
// The iterator of a built-in container; Nothing for everything else.
Value builtin_iterate(const Value& value);
// reversed(value)
Value reverse_iterate(const Value& value);

} // namespace limbeck::python
