#include "python/super.hpp"

#include "python/attribute.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

namespace limbeck::python {

Super::Super(Class* behind, Class* mro_of, Value receiver)
    : Container(Kind::Super, types().super), start(behind), search(mro_of), self(std::move(receiver)) {}

void Super::clear() {
    self = Value();
    Object::clear();
}

Value super_attribute(const Value& value, Str* name) {
    Super& super = cast<Super>(value);
    if (name == names().class_) return class_value(types().super);
    if (name->text == "__thisclass__") return class_value(super.start);
    if (name->text == "__self__") return super.self;
    if (name->text == "__self_class__")
        return super.self.is_none() ? Value::none() : class_value(super.search);
    const auto& mro = super.search->mro;
    std::size_t at = 0;
    while (at < mro.size() && mro[at] != super.start) ++at;
    bool through_class = as<Class>(super.self) && is_subclass(as<Class>(super.self), super.start) &&
                         super.search == as<Class>(super.self);
    for (++at; at < mro.size(); ++at) {
        const Value* found = mro[at]->space().table.find(name);
        if (!found) continue;
        // What is not there may have an initializer that takes arguments, as object's does not.
        if (mro[at] == types().object && super.start->has_unresolved_base &&
            (!name->text.starts_with("__") || name == names().init))
            break;
        Value attribute = *found;
        return bind_descriptor(attribute, through_class ? Value() : super.self, super.search);
    }
    if (super.start->has_unresolved_base)
        for (Class* each : super.start->mro)
            if (each->unresolved_base.exists()) return unresolved_attribute(each->unresolved_base, name);
    return generic_find_attribute(value, name);
}

Value make_super(const Value& type, const Value& object) {
    Class* start = nullptr;
    Value self = object;
    if (!type.exists()) {
        Frame* frame = rt().frame;
        while (frame && (frame->code->kind == ScopeKind::Comprehension)) frame = frame->back;
        if (!frame || (!frame->code->positional && frame->code->star < 0))
            raise(Exc::RuntimeError, "super(): no arguments");
        if (frame->code->class_slot < 0) raise(Exc::RuntimeError, "super(): __class__ cell not found");
        Value cell = cast<Cell>(frame->slots[frame->code->class_slot]).value;
        start = as<Class>(cell);
        if (!start) raise(Exc::RuntimeError, "super(): empty __class__ cell");
        self = frame->slots[frame->code->positional ? 0 : frame->code->star];
        if (!frame->code->positional)
            self = cast<Tuple>(self).items.empty() ? Value() : cast<Tuple>(self).items[0];
        if (Cell* held = as<Cell>(self)) self = held->value;
        if (!self.exists()) raise(Exc::RuntimeError, "super(): arg[0] deleted");
    } else {
        start = as<Class>(type);
        if (!start)
            raise(Exc::TypeError, fmt::format("super() argument 1 must be a type, not {}", type_name(type)));
    }
    if (!self.exists()) return make<Super>(start, start, Value::none());
    Class* search = nullptr;
    if (Class* cls = as<Class>(self); cls && is_subclass(cls, start))
        search = cls;
    else if (is_subclass(class_of(self), start))
        search = class_of(self);
    else
        raise(Exc::TypeError, "super(type, obj): obj must be an instance or subtype of type");
    return make<Super>(start, search, self);
}

} // namespace limbeck::python
