// What one interpreter holds while it runs; the inside of Interpreter, for the files of this folder only.
#pragma once

#include "python/class.hpp"
#include "python/code.hpp"
#include "python/heap.hpp"
#include "python/interpreter.hpp"
#include "python/name_table.hpp"
#include "python/names.hpp"

#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace limbeck::python {

// The built-in classes. X(member, name, layout)
// clang-format off
#define LIMBECK_PYTHON_TYPES(X) \
    X(bool_, "bool", Int) \
    X(int_, "int", Int) \
    X(float_, "float", Float) \
    X(complex, "complex", Complex) \
    X(str, "str", Str) \
    X(bytes, "bytes", Bytes) \
    X(bytearray, "bytearray", ByteArray) \
    X(list, "list", List) \
    X(tuple, "tuple", Tuple) \
    X(dict, "dict", Dict) \
    X(set, "set", Set) \
    X(frozenset, "frozenset", FrozenSet) \
    X(range, "range", Range) \
    X(slice, "slice", Slice) \
    X(none, "NoneType", Instance) \
    X(ellipsis, "ellipsis", Instance) \
    X(not_implemented, "NotImplementedType", Instance) \
    X(function, "function", Function) \
    X(builtin_function, "builtin_function_or_method", NativeFunction) \
    X(method_descriptor, "method_descriptor", NativeFunction) \
    X(method, "method", BoundMethod) \
    X(property, "property", Property) \
    X(staticmethod, "staticmethod", StaticMethod) \
    X(classmethod, "classmethod", ClassMethod) \
    X(super, "super", Super) \
    X(module, "module", Module) \
    X(cell, "cell", Cell) \
    X(generator, "generator", Iterator) \
    X(coroutine, "coroutine", Iterator) \
    X(async_generator, "async_generator", Iterator) \
    X(iterator, "iterator", Iterator) \
    X(list_iterator, "list_iterator", Iterator) \
    X(tuple_iterator, "tuple_iterator", Iterator) \
    X(str_iterator, "str_iterator", Iterator) \
    X(bytes_iterator, "bytes_iterator", Iterator) \
    X(range_iterator, "range_iterator", Iterator) \
    X(set_iterator, "set_iterator", Iterator) \
    X(dict_keyiterator, "dict_keyiterator", Iterator) \
    X(dict_valueiterator, "dict_valueiterator", Iterator) \
    X(dict_itemiterator, "dict_itemiterator", Iterator) \
    X(dict_reversekeyiterator, "dict_reversekeyiterator", Iterator) \
    X(callable_iterator, "callable_iterator", Iterator) \
    X(enumerate, "enumerate", Iterator) \
    X(zip, "zip", Iterator) \
    X(map, "map", Iterator) \
    X(filter, "filter", Iterator) \
    X(reversed, "reversed", Iterator) \
    X(list_reverseiterator, "list_reverseiterator", Iterator) \
    X(dict_keys, "dict_keys", DictView) \
    X(dict_values, "dict_values", DictView) \
    X(dict_items, "dict_items", DictView) \
    X(unresolved, "unresolved", Unresolved) \
    X(traceback, "traceback", Instance) \
    X(generic_alias, "GenericAlias", Opaque) \
    X(union_, "UnionType", Opaque) \
    X(code, "code", Opaque) \
    X(frame, "frame", Opaque) \
    X(slot, "member_descriptor", Opaque) \
    X(getset, "getset_descriptor", Opaque) \
    X(template_, "Template", Instance) \
    X(interpolation, "Interpolation", Instance)
// clang-format on

struct Types {
    Class* object = nullptr;
    Class* type = nullptr;
#define LIMBECK_X(member, name, layout) Class* member = nullptr;
    LIMBECK_PYTHON_TYPES(LIMBECK_X)
#undef LIMBECK_X
    std::array<Class*, static_cast<std::size_t>(Exc::Count)> exceptions{};
};

struct Runtime {
    InterpreterOptions options;
    Heap heap;
    Types types;
    Names names;
    NameTable interned;
    std::vector<Str*> identifiers; // by Identifier::index()
    std::vector<Ref<Str>> interned_owners;
    Str* single_characters[128] = {};
    Value empty_str, empty_tuple, empty_bytes;

    Ref<Dict> modules; // sys.modules
    Ref<Dict> builtins;
    std::unordered_map<std::string_view, void (*)(ModuleBuilder&)> native_modules;
    SourceModuleFinder module_source = nullptr;
    // object.__new__ and object.__init__, which need no call where a class inherits them.
    Value object_new, object_init;
    std::vector<std::unique_ptr<Unit>> units;
    std::unordered_set<std::string> known_imports; // inert.cpp
    // Unresolved modules whose every name a module has imported, by the module's globals.
    std::unordered_map<const Dict*, Value> star_imports;
    std::unordered_map<std::string_view, Class*> iterator_classes;

    Frame* frame = nullptr;
    std::vector<Object*> printing; // containers whose repr is being made
    int depth = 0;
    std::uint64_t steps = 0;
    char* stack_limit = nullptr; // of the stack that is running
    bool shutting_down = false;
    bool doomed = false; // a limit was passed or an unresolved value needed: no script code runs any more

    // In errors that are on their way to the host, which may outlive this.
    std::vector<std::weak_ptr<Value>> exceptions_under_way;
    std::vector<Class*> classes; // every class of this run; held until its end

    // Drops the values that trees keep, while the heap is still there.
    void units_clear() {
        for (auto& unit : units) unit->constants.clear();
    }

    explicit Runtime(InterpreterOptions given) : options(std::move(given)) {}
};

// The interpreter that runs on this thread.
extern thread_local constinit Runtime* current_runtime;
inline Runtime& rt() noexcept {
    return *current_runtime;
}
inline Types& types() noexcept {
    return current_runtime->types;
}
inline Names& names() noexcept {
    return current_runtime->names;
}

// The str of a name in a tree.
Str* name_of(Identifier identifier);

template <class T, class... Args> Ref<T> make(Args&&... args) {
    return Ref<T>(new T(std::forward<Args>(args)...));
}

// The class a builtin value has where it is no instance of a subclass.
template <class T> bool is_exact(const Value& value);

// Counts a step against the limit.
void count_step();
// Raises RecursionError where calls are too deep or the stack is nearly used up; undone by the destructor.
class DepthGuard {
  public:
    DepthGuard();
    ~DepthGuard() { --rt().depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;
};

// Sets up the classes, the built-in module, and the rest; each in its own file.
void make_types(Runtime& runtime);
void make_exception_classes(Runtime& runtime);
void populate_builtins(ModuleBuilder& module);
// The modules of the standard library (stdlib/).
void add_standard_modules(Runtime& runtime);
// The members of built-in classes, run when first looked at; nullptr where there are none.
std::function<void(ClassBuilder&)> members_of(std::string_view class_name);

} // namespace limbeck::python
