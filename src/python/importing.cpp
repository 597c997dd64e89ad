#include "python/importing.hpp"

#include "python/attribute.hpp"
#include "python/evaluate.hpp"
#include "python/runtime.hpp"
#include "python/source_code.hpp"
#include "python/syntax_error.hpp"
#include "python/unresolved.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace limbeck::python {

namespace {

namespace fs = std::filesystem;

Value* registered(const std::string& name) {
    return rt().modules->table.find(intern(name));
}

void bind_in_parent(const std::string& name, const Value& module) {
    std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return;
    if (Value* parent = registered(name.substr(0, dot)); parent && as<Module>(*parent))
        cast<Module>(*parent).dict().table.set(intern(std::string_view(name).substr(dot + 1)), module);
}

Value make_native(const std::string& name, void (*populate)(ModuleBuilder&)) {
    Ref<Module> module = make<Module>(name);
    module->built_in = true;
    DictTable& dict = module->dict().table;
    dict.set(names().name, make_str(name));
    dict.set(names().doc, Value::none());
    dict.set(names().package,
             make_str(name.substr(0, name.rfind('.') == std::string::npos ? 0 : name.rfind('.'))));
    rt().modules->table.set(intern(name), Value(module.get()));
    ModuleBuilder builder(*module);
    populate(builder);
    // A package of ours that has something else by this name keeps it, as after its own body's last imports.
    std::size_t dot = name.rfind('.');
    Value* parent = dot == std::string::npos ? nullptr : registered(name.substr(0, dot));
    Module* package = parent ? as<Module>(*parent) : nullptr;
    bool taken = package && package->file.empty() &&
                 package->dict().table.find(intern(std::string_view(name).substr(dot + 1)));
    if (!taken) bind_in_parent(name, module);
    return module;
}

struct Found {
    std::string file; // empty: a folder without __init__.py
    std::string folder;
    bool is_package = false;
};

// A folder called like a package that the project uses ("docker", "redis") is none where nothing in it is
// Python.
bool holds_modules(const fs::path& folder, int levels) {
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".py") return true;
        if (levels > 1 && entry.is_directory(error) && holds_modules(entry.path(), levels - 1)) return true;
    }
    return false;
}

// A module below a folder: name/__init__.py, name.py, or a folder that is a namespace package.
bool find_in(const fs::path& folder, const std::string& name, Found& found) {
    std::error_code error;
    fs::path package = folder / name;
    if (fs::is_regular_file(package / "__init__.py", error)) {
        found = {(package / "__init__.py").string(), package.string(), true};
        return true;
    }
    fs::path file = folder / (name + ".py");
    if (fs::is_regular_file(file, error)) {
        found = {file.string(), {}, false};
        return true;
    }
    if (fs::is_directory(package, error) && holds_modules(package, 2)) {
        found = {{}, package.string(), true};
        return true;
    }
    return false;
}

// A package of the project whose `__init__` could not be evaluated.
bool package_that_stands_aside(const Value& value) {
    Unresolved* stand_in = as<Unresolved>(value);
    return stand_in && !stand_in->folder.empty();
}

// The folders that a package's submodules lie in.
std::vector<fs::path> package_path(const Value& parent) {
    std::vector<fs::path> folders;
    if (package_that_stands_aside(parent)) return {cast<Unresolved>(parent).folder};
    Module* module = as<Module>(parent);
    // Packages that limbeck brings along lie nowhere: what they lack must not be looked for in the project.
    if (!module || module->file.starts_with('<')) return folders;
    if (const Value* path = module->dict().table.find(names().path); path && as<List>(*path)) {
        for (const Value& each : cast<List>(*path).items)
            if (is_str(each)) folders.emplace_back(as_text(each));
    } else if (module->is_package && !module->file.empty()) {
        folders.push_back(fs::path(module->file).parent_path());
    }
    return folders;
}

Value run_source_module(const SourceModule& module);

Value load_found(const std::string& name, const Found& found) {
    if (!found.file.empty()) {
        // A script may catch what is wrong with the file, as with any import.
        std::optional<SyntaxError> failure;
        try {
            return run_module_file(found.file, name, found.is_package, true);
        } catch (const SyntaxError& error) {
            failure = error;
        }
        raise_syntax_error(*failure, true);
    }
    Ref<Module> module = make<Module>(name);
    module->is_package = true;
    module->dict().table.set(names().name, make_str(name));
    module->dict().table.set(names().package, make_str(name));
    module->dict().table.set(names().path, make_list({make_str(found.folder)}));
    rt().modules->table.set(intern(name), Value(module.get()));
    return module;
}

Value unresolved_here(const std::string& name);

// Whether a `try` block of that sort is at work here or in whoever imports this.
bool is_inside(int Frame::*blocks) {
    for (Frame* frame = rt().frame; frame; frame = frame->back)
        if (frame->*blocks > 0) return true;
    return false;
}

Value stand_in_for(const std::string& name, const Found& found, std::string_view why) {
    Value stand_in = unresolved_here(name);
    cast<Unresolved>(stand_in).reason = fmt::format("{} could not be evaluated: {}", name, why);
    cast<Unresolved>(stand_in).folder = found.folder;
    rt().modules->table.set(intern(name), stand_in);
    return stand_in;
}

// A module of the project; an unresolved value where its own imports are not enough to evaluate it, or where
// it raises an exception that nobody waits for: what does not need the application goes on without it.
Value load_project_module(const std::string& name, const Found& found) {
    Runtime& runtime = rt();
    std::string why;
    try {
        return load_found(name, found);
    } catch (const UnresolvedError& error) {
        if (!runtime.options.allow_unresolved) throw;
        runtime.doomed = false;
        why = error.what();
    } catch (const Raised& raised) {
        if (!runtime.options.allow_unresolved || !matches(raised.exception(), Exc::Exception) ||
            matches(raised.exception(), Exc::SyntaxError) || matches(raised.exception(), Exc::MemoryError) ||
            is_inside(&Frame::handled))
            throw;
        why = raised.what();
    }
    return stand_in_for(name, found, why);
}

// The module of this full name; Nothing where nothing provides it.
Value load(const std::string& name) {
    Runtime& runtime = rt();
    if (Value* known = registered(name)) return *known;
    std::size_t dot = name.rfind('.');
    Value parent;
    if (dot != std::string::npos) {
        parent = load(name.substr(0, dot));
        if (!parent.exists() || parent.is_none() ||
            (is_unresolved(parent) && !package_that_stands_aside(parent)))
            return {};
        if (Value* known = registered(name)) return *known; // the parent imported it
    }
    if (auto native = runtime.native_modules.find(name); native != runtime.native_modules.end())
        return make_native(native->first.data(), native->second);
    if (const SourceModule* source = runtime.module_source ? runtime.module_source(name) : nullptr) {
        Value module = run_source_module(*source);
        bind_in_parent(name, module);
        return module;
    }
    if (runtime.options.resolve) {
        Value given = runtime.options.resolve(name);
        if (given.exists()) return given;
    }
    std::vector<fs::path> folders =
        dot == std::string::npos ? runtime.options.search_path : package_path(parent);
    Found found, space;
    for (const fs::path& folder : folders) {
        if (!find_in(folder, dot == std::string::npos ? name : name.substr(dot + 1), found)) continue;
        if (found.file.empty()) {
            space = found;
            continue;
        }
        Value module = load_project_module(name, found);
        bind_in_parent(name, module);
        return module;
    }
    if (!space.folder.empty()) {
        Value module = load_found(name, space);
        bind_in_parent(name, module);
        return module;
    }
    return {};
}

[[noreturn]] void raise_import_error(const Ref<Exception>& error, const std::string& name,
                                     const Value& path) {
    generic_set_attribute(Value(error.get()), names().name_attr, make_str(name));
    generic_set_attribute(Value(error.get()), intern("path"), path);
    raise(error);
}

[[noreturn]] void raise_not_found(const std::string& name) {
    std::string missing = name;
    // The first part that is not there is what CPython names.
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
        std::string part = name.substr(0, dot);
        if (!registered(part)) {
            missing = part;
            break;
        }
    }
    std::string message = fmt::format("No module named '{}'", missing);
    std::size_t dot = missing.rfind('.');
    if (dot != std::string::npos)
        if (Value* parent = registered(missing.substr(0, dot)); parent && as<Module>(*parent) &&
                                                                !cast<Module>(*parent).is_package &&
                                                                !cast<Module>(*parent).file.empty())
            message += fmt::format("; '{}' is not a package", missing.substr(0, dot));
    Ref<Exception> error = make_exception(Exc::ModuleNotFoundError, message);
    raise_import_error(error, missing, Value::none());
}

bool in_guarded_import() {
    return is_inside(&Frame::guarded_imports);
}

// Whether the project has the package this name lies in: what is missing there is missing for good.
bool below_project_package(const std::string& name) {
    std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return false;
    Value* parent = registered(name.substr(0, dot));
    return parent && as<Module>(*parent) && is_of_project(cast<Module>(*parent));
}

// Whether the package this name lies in was spread over folders that are not known ("__path__ =
// extend_path(…)").
bool lies_elsewhere_too(const std::string& name) {
    Value* parent = registered(name.substr(0, name.rfind('.')));
    const Value* path = as<Module>(*parent) ? cast<Module>(*parent).dict().table.find(names().path) : nullptr;
    return path && (is_unresolved(*path) || class_of(*path) != types().list);
}

Value unresolved_here(const std::string& name) {
    Place place;
    Frame* frame = rt().frame;
    Ref<Unresolved> made = make<Unresolved>(name, place);
    if (frame) {
        made->imported_at = {frame->code->unit->file, frame->line(), 0};
        std::string_view line = frame->code->unit->tree->source.line(frame->line());
        std::size_t start = line.find_first_not_of(" \t");
        made->import_line = std::string(start == std::string_view::npos ? line : line.substr(start));
    }
    // What keeps a package away keeps its modules away.
    if (std::size_t dot = name.rfind('.'); dot != std::string::npos)
        if (Value* parent = registered(name.substr(0, dot)); parent && is_unresolved(*parent))
            made->reason = cast<Unresolved>(*parent).reason;
    return made;
}

Value load_or_unresolved(const std::string& name) {
    Value module = load(name);
    if (module.is_none()) { // sys.modules[name] = None forbids it
        Ref<Exception> error = make_exception(Exc::ModuleNotFoundError,
                                              fmt::format("import of {} halted; None in sys.modules", name));
        raise_import_error(error, name, Value::none());
    }
    if (module.exists()) return module;
    if (!rt().options.allow_unresolved || in_guarded_import() ||
        (below_project_package(name) && !lies_elsewhere_too(name)))
        raise_not_found(name);
    Value made = unresolved_here(name);
    bind_in_parent(name, made); // `import urllib.request` is used by that name
    return made;
}

// The absolute name of a relative import.
std::string absolute(const std::string& name, int level, const Dict* globals) {
    if (level == 0) return name;
    const Value* package = globals ? globals->table.find(names().package) : nullptr;
    if (!package || !is_str(*package) || as_text(*package).empty())
        raise(Exc::ImportError, "attempted relative import with no known parent package");
    std::string base = as_text(*package);
    for (int up = 1; up < level; ++up) {
        std::size_t dot = base.rfind('.');
        if (dot == std::string::npos)
            raise(Exc::ImportError, "attempted relative import beyond top-level package");
        base.resize(dot);
    }
    return name.empty() ? base : base + "." + name;
}

// A module's attribute, its own __getattr__ asked too; Nothing where it has none.
Value find_name(const Value& module, Str* name) {
    try {
        return find_attribute(module, name);
    } catch (const Raised& raised) {
        if (!matches(raised.exception(), Exc::AttributeError)) throw;
        return {};
    }
}

// What `import a.b.c as x` binds: the attribute c of the attribute b of a, which need not be the module
// a.b.c.
Value part_of(const std::string& name, const Value& module) {
    std::size_t dot = name.find('.');
    Value* top = registered(name.substr(0, dot));
    if (is_unresolved(module) || (top && is_unresolved(*top))) return module;
    Value at = top ? *top : Value();
    while (at.exists() && dot != std::string::npos) {
        std::size_t next = name.find('.', dot + 1);
        at = find_name(at, intern(std::string_view(name).substr(dot + 1, next - dot - 1)));
        dot = next;
    }
    return at.exists() ? at : module;
}

// `from module import name`
Value import_from(const Value& module, const std::string& module_name, Str* name) {
    if (package_that_stands_aside(module))
        if (Value sub = load(module_name + "." + name->text); sub.exists()) return sub;
    if (is_unresolved(module)) return unresolved_attribute(module, name);
    if (rt().options.resolve)
        if (Value given = rt().options.resolve(module_name + "." + name->text); given.exists()) return given;
    Value found = find_name(module, name);
    if (found.exists()) return found;
    std::string full = module_name + "." + name->text;
    if (Value* known = registered(full)) return *known;
    Module* holder = as<Module>(module);
    if (holder) {
        Value sub = load(full);
        if (sub.exists()) return sub;
    }
    std::string where = holder && !holder->file.empty() ? holder->file : "unknown location";
    bool project = holder && is_of_project(*holder);
    if (!project && rt().options.allow_unresolved && !in_guarded_import()) return unresolved_here(full);
    const Value* own = holder ? holder->dict().table.find(names().name) : nullptr;
    std::string shown = own && is_str(*own) ? as_text(*own) : module_name;
    bool initializing = holder && holder->initializing;
    std::string message =
        initializing ? fmt::format("cannot import name '{}' from partially initialized module '{}' (most "
                                   "likely due to a circular import) ({})",
                                   name->text, shown, where)
                     : fmt::format("cannot import name '{}' from '{}' ({})", name->text, shown, where);
    Ref<Exception> error = make_exception(Exc::ImportError, message);
    raise_import_error(error, shown, project ? make_str(where) : Value::none());
}

void import_star(Frame& frame, const Value& module, const std::string& module_name) {
    Runtime& runtime = rt();
    if (is_unresolved(module)) { // names that are missing later are taken to come from it
        runtime.star_imports[frame.globals] = module;
        return;
    }
    if (Module* holder = as<Module>(module)) // "from a import *" gives on what a has from somebody else
        if (auto other = runtime.star_imports.find(&holder->dict()); other != runtime.star_imports.end())
            runtime.star_imports.try_emplace(frame.globals, other->second);
    Value all = find_name(module, names().all);
    std::vector<Value> wanted;
    if (all.exists()) {
        wanted = to_vector(all);
    } else if (Module* holder = as<Module>(module)) {
        holder->dict().table.each([&](const Value& key, const Value&) {
            if (is_str(key) && !as_text(key).starts_with("_")) wanted.push_back(key);
        });
    }
    for (const Value& name : wanted) {
        Value found = find_attribute(module, &cast<Str>(name));
        if (!found.exists()) found = load(module_name + "." + as_text(name));
        if (!found.exists())
            raise(Exc::AttributeError,
                  fmt::format("module '{}' has no attribute '{}'", module_name, as_text(name)));
        store_name(frame, Identifier::intern(as_text(name)), found);
    }
}

} // namespace

bool is_of_project(const Module& module) {
    return !module.file.empty() && !module.file.starts_with('<');
}

Value import_own(const std::string& name) {
    Runtime& runtime = rt();
    std::string top = name.substr(0, name.find('.'));
    Value* known = registered(top);
    bool own =
        known ? as<Module>(*known) && !is_of_project(cast<Module>(*known))
              : runtime.native_modules.contains(top) || (runtime.module_source && runtime.module_source(top));
    if (!own) return {};
    Value module = load(name);
    return as<Module>(module) && !is_of_project(cast<Module>(module)) ? module : Value();
}

Value import_own(const std::string& name, Str* attribute) {
    Value module = import_own(name);
    if (!module.exists()) return {};
    if (Value found = find_name(module, attribute); found.exists())
        return is_unresolved(found) ? Value() : found;
    return import_own(name + "." + attribute->text);
}

Value module_that_stands_aside() {
    Value found;
    for_each_item(Value(rt().modules.get()), [&](const Value&, const Value& module) {
        if (Unresolved* aside = as<Unresolved>(module); aside && !aside->reason.empty()) found = module;
    });
    return found;
}

Value import_dotted(const std::string& name) {
    Value module = load(name);
    if (!module.exists() || module.is_none()) raise_not_found(name);
    return module;
}

Value import_builtin(const std::string& name, const Dict* globals, const std::vector<std::string>& wanted,
                     int level) {
    if (level < 0) raise(Exc::ValueError, "level must be >= 0");
    if (level == 0 && name.empty()) raise(Exc::ValueError, "Empty module name");
    std::string full = absolute(name, level, globals);
    Value module = load_or_unresolved(full);
    if (!wanted.empty() || level > 0) {
        for (const std::string& each : wanted)
            if (as<Module>(module) && !find_name(module, intern(each)).exists()) load(full + "." + each);
        return module;
    }
    std::string top = full.substr(0, full.find('.'));
    Value* first = registered(top);
    return first ? *first : module;
}

void execute_import(Frame& frame, const ast::Import& node) {
    for (ast::Alias* alias : node.names) {
        std::string name(alias->name.text());
        mark(frame, node);
        Value module = load_or_unresolved(name);
        std::size_t dot = name.find('.');
        if (alias->as_name) {
            store_name(frame, alias->as_name, dot == std::string::npos ? module : part_of(name, module));
            continue;
        }
        if (dot == std::string::npos) {
            store_name(frame, alias->name, module);
            continue;
        }
        if (is_unresolved(module)) bind_in_parent(name, module);
        std::string top = name.substr(0, dot);
        Value* first = registered(top);
        store_name(frame, Identifier::intern(top), first ? *first : unresolved_here(top));
    }
}

void execute_import_from(Frame& frame, const ast::ImportFrom& node) {
    mark(frame, node);
    std::string name =
        absolute(node.module ? std::string(node.module.text()) : std::string(), node.level, frame.globals);
    if (node.level == 0 && name == "__future__") {
        // Names of features; nothing to do but bind them.
        for (ast::Alias* alias : node.names)
            store_name(frame, alias->as_name ? alias->as_name : alias->name, Value::boolean(true));
        return;
    }
    Value module = load_or_unresolved(name);
    for (ast::Alias* alias : node.names) {
        mark(frame, node);
        if (alias->name.text() == "*") {
            import_star(frame, module, name);
            continue;
        }
        store_name(frame, alias->as_name ? alias->as_name : alias->name,
                   import_from(module, name, name_of(alias->name)));
    }
}

namespace {

// A function or class of a module of ours that is defined when it is first asked for (lazy_lines.hpp).
struct LazyDefinition final : LazyAttribute {
    Module& module; // which holds this
    Str* name;
    LazyParts parts;
    LazyDefinition(Module& of, Str* called, LazyParts from) : module(of), name(called), parts(from) {}
    Value make_value() override {
        // As long as it is being defined, it is not there.
        DictTable& dict = module.dict().table;
        dict.erase(name);
        try {
            Frame frame{&define(*module.unit, parts)};
            frame.globals = frame.space = &module.dict();
            DepthGuard depth;
            run_frame(frame);
        } catch (...) {
            dict.set(name, Value(this));
            throw;
        }
        return *dict.find(name);
    }
};

Value run_unit(std::unique_ptr<Unit> analysed, const std::string& name, bool is_package, bool is_registered,
               LazyParts lazy = {}) {
    Runtime& runtime = rt();
    Unit& unit = *runtime.units.emplace_back(std::move(analysed));
    const std::string& file = unit.file;
    give_objects(unit);
    Ref<Module> module = make<Module>(name);
    module->file = file;
    module->is_package = is_package;
    module->initializing = true;
    module->unit = &unit;
    DictTable& dict = module->dict().table;
    dict.reserve(16);
    dict.set(names().name, make_str(name));
    dict.set(names().doc, Value::none());
    std::size_t dot = name.rfind('.');
    dict.set(names().package, is_package           ? make_str(name)
                              : name == "__main__" ? Value::none()
                                                   : make_str(dot == std::string::npos
                                                                  ? std::string_view()
                                                                  : std::string_view(name).substr(0, dot)));
    dict.set(names().loader, Value::none());
    dict.set(names().spec, Value::none());
    dict.set(names().file, make_str(file));
    if (is_package) dict.set(names().path, make_list({make_str(fs::path(file).parent_path().string())}));
    dict.set(names().builtins, Value(registered("builtins") ? *registered("builtins") : Value::none()));
    if (const ast::Module* body = unit.tree->module; body && !body->body.empty())
        if (auto* first = ast::get_if<ast::Expr>(body->body.front()))
            if (auto* constant = ast::get_if<ast::Constant>(first->value);
                constant && constant->type == ast::ConstantType::String)
                dict.set(names().doc, make_str(constant->text));
    Str* key = intern(name);
    if (is_registered) runtime.modules->table.set(key, Value(module.get()));
    unit.module_code->body = unit.tree->module->body;
    for (; !lazy.empty(); lazy = after(lazy)) {
        if (lazy.front().defines.empty()) continue;
        Str* defined = intern(lazy.front().defines);
        dict.set(defined, make<LazyDefinition>(*module, defined, lazy));
    }
    Frame frame{unit.module_code};
    frame.globals = frame.space = &module->dict();
    DepthGuard depth;
    Ref<Exception> failed;
    try {
        run_frame(frame);
    } catch (const Raised& raised) {
        failed = Ref<Exception>(&raised.exception());
    }
    module->initializing = false;
    if (failed) {
        // A module that failed is not there: the next import tries again.
        if (is_registered) runtime.modules->table.erase(key);
        throw Raised(failed);
    }
    return module;
}

Value run_source_module(const SourceModule& module) {
    std::string name(module.name);
    auto unit = make_unit(std::string(module.source), "<" + name + ">", module.lazy);
    // These two are written in C elsewhere, whole.
    unit->speaks_as_c = name == "itertools" || name == "operator";
    return run_unit(std::move(unit), name, module.is_package, true, module.lazy);
}

} // namespace

Value run_module_file(const std::string& path, const std::string& name, bool is_package, bool is_registered) {
    return run_unit(read_unit(path), name, is_package, is_registered);
}

Value run_module_unit(std::unique_ptr<Unit> unit, const std::string& name) {
    return run_unit(std::move(unit), name, false, false);
}

Value run_module_text(std::string text, const std::string& file, const std::string& name) {
    return run_unit(make_unit(std::move(text), file), name, false, !name.empty());
}

void register_modules() {
    Runtime& runtime = rt();
    for (const NativeModule& module : runtime.options.modules)
        runtime.native_modules[module.name] = module.populate;
}

} // namespace limbeck::python
