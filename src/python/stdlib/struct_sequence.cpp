#include "python/stdlib/struct_sequence.hpp"

namespace limbeck::python {

Value make_struct_sequence(Class* type, std::vector<Value> items) {
    return Value(new Tuple(type, std::move(items)));
}

Class* define_struct_sequence(ModuleBuilder& module, std::string_view name, std::string_view shown,
                              std::vector<std::string_view> fields) {
    ClassBuilder type = module.define_class(name, {builtin_class("tuple")});
    std::size_t count = fields.size();
    type.static_method("__new__(cls, sequence, /)", [shown, count](Call& call) {
        std::vector<Value> items = to_vector(call[1]);
        if (items.size() != count)
            raise(Exc::TypeError, fmt::format("{}() takes an at least {}-sequence ({}-sequence given)", shown,
                                              count, items.size()));
        return make_struct_sequence(as_class(call[0]), std::move(items));
    });
    for (std::size_t i = 0; i < count; ++i)
        type.property(fields[i], [i](Call& call) { return cast<Tuple>(call[0]).items.at(i); });
    type.method("__repr__(self)", [shown, fields](Call& call) {
        std::string out = std::string(shown) + "(";
        auto& items = cast<Tuple>(call[0]).items;
        for (std::size_t i = 0; i < items.size() && i < fields.size(); ++i)
            out += fmt::format("{}{}={}", i ? ", " : "", fields[i], to_repr(items[i]));
        return make_str(out + ")");
    });
    return type.get();
}

} // namespace limbeck::python
