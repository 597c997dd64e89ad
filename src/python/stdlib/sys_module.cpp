// sys, and the texts of exceptions for traceback.
#include "python/runtime.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/sandbox.hpp"
#include "python/stdlib/struct_sequence.hpp"

#include <cfloat>

namespace limbeck::python {

namespace {

// Standard output or error: what is written goes to the interpreter's sink.
void define_streams(ModuleBuilder& module) {
    ClassBuilder type = module.define_class("TextIOWrapper");
    type.method("__init__(self, name)", [](Call& call) {
        set_attribute(call[0], "name", call[1]);
        set_attribute(call[0], "encoding", make_str(std::string_view("utf-8")));
        set_attribute(call[0], "errors", make_str(std::string_view("strict")));
        set_attribute(call[0], "mode", make_str(std::string_view("w")));
        set_attribute(call[0], "closed", Value::boolean(false));
        return Value::none();
    });
    type.method("write(self, text, /)", [](Call& call) {
        if (is_unresolved(call[1])) raise_unresolved(call[1], "write it as text");
        const std::string* text = text_if(call[1]);
        if (!text)
            raise(Exc::TypeError, fmt::format("write() argument must be str, not {}", type_name(call[1])));
        bool is_error = as_text(get_attribute(call[0], "name")) == "<stderr>";
        auto& sink = is_error ? rt().options.print_error : rt().options.print;
        sink(*text);
        return Value::integer(static_cast<std::int64_t>(as<Str>(call[1])->length));
    });
    type.method("writelines(self, lines, /)", [](Call& call) {
        for_each(call[1], [&](const Value& line) { call_method(call[0], "write", {line}); });
        return Value::none();
    });
    auto nothing = [](Call&) { return Value::none(); };
    type.method("flush(self)", nothing);
    type.method("close(self)", nothing);
    type.method("reconfigure(self, **options)", nothing);
    type.method("isatty(self)", [](Call&) { return Value::boolean(false); });
    type.method("writable(self)", [](Call&) { return Value::boolean(true); });
    type.method("readable(self)", [](Call&) { return Value::boolean(false); });
    type.method("fileno(self)", [](Call& call) {
        return Value::integer(as_text(get_attribute(call[0], "name")) == "<stderr>" ? 2 : 1);
    });
    for (const char* name : {"stdout", "stderr"}) {
        Value stream = call(class_value(type.get()), {make_str(fmt::format("<{}>", name))});
        module.constant(name, stream);
        module.constant(name == std::string_view("stdout") ? "__stdout__" : "__stderr__", stream);
    }
    module.constant("stdin", Value::none());
    module.constant("__stdin__", Value::none());
}

// What sys._getframe() tells of an activation.
Value frame_value(const Frame& frame, Class* type) {
    Value code = make_instance(type);
    set_attribute(code, "co_filename", make_str(frame.code->unit->file));
    set_attribute(code, "co_name", make_str(frame.code->name));
    set_attribute(code, "co_firstlineno", Value::integer(frame.code->first_line));
    Value made = make_instance(type);
    set_attribute(made, "f_code", code);
    set_attribute(made, "f_lineno", Value::integer(frame.line()));
    const Source& source = frame.code->unit->tree->source;
    bool has_line = frame.line() >= 1 && frame.line() <= source.line_count();
    set_attribute(made, "_line", make_str(has_line ? source.line(frame.line()) : std::string_view()));
    set_attribute(made, "f_globals", frame.globals ? Value(frame.globals) : make_dict());
    set_attribute(made, "f_locals", frame.space ? Value(frame.space) : make_dict());
    set_attribute(made, "f_back", frame.back ? frame_value(*frame.back, type) : Value::none());
    return made;
}

void define_frames(ModuleBuilder& module) {
    Class* type = module.define_class("_frame").get();
    module.function("_getframe(depth=0, /)", [type](Call& call) {
        Frame* frame = rt().frame;
        for (std::int64_t i = 0; i < call.integer(0) && frame; ++i) frame = frame->back;
        if (!frame) raise(Exc::ValueError, "call stack is not deep enough");
        return frame_value(*frame, type);
    });
}

void define_version(ModuleBuilder& module) {
    Class* info = define_struct_sequence(module, "_version_info", "sys.version_info",
                                         {"major", "minor", "micro", "releaselevel", "serial"});
    module.constant("version_info",
                    make_struct_sequence(info, {Value::integer(3), Value::integer(11), Value::integer(2),
                                                make_str(std::string_view("final")), Value::integer(0)}));
    module.constant("version", make_str(std::string_view("3.11.2 (limbeck " LIMBECK_VERSION ")")));
    module.constant("hexversion", Value::integer(0x030B02F0));
    module.constant("api_version", Value::integer(1013));
    module.constant("copyright", make_str(std::string_view("")));
    Value implementation = make_instance(module.define_class("_namespace").get());
    set_attribute(implementation, "name", make_str(std::string_view("limbeck")));
    set_attribute(implementation, "version", get_attribute(module.value(), "version_info"));
    set_attribute(implementation, "cache_tag", Value::none());
    module.constant("implementation", implementation);
    Class* floats = define_struct_sequence(module, "_float_info", "sys.float_info",
                                           {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp",
                                            "dig", "mant_dig", "epsilon", "radix", "rounds"});
    module.constant(
        "float_info",
        make_struct_sequence(floats, {Value::number(DBL_MAX), Value::integer(DBL_MAX_EXP),
                                      Value::integer(DBL_MAX_10_EXP), Value::number(DBL_MIN),
                                      Value::integer(DBL_MIN_EXP), Value::integer(DBL_MIN_10_EXP),
                                      Value::integer(DBL_DIG), Value::integer(DBL_MANT_DIG),
                                      Value::number(DBL_EPSILON), Value::integer(2), Value::integer(1)}));
}

void define_paths(ModuleBuilder& module) {
    const InterpreterOptions& options = rt().options;
    std::vector<Value> path, argv;
    for (auto& folder : options.search_path) path.push_back(make_str(folder.string()));
    for (auto& argument : options.argv) argv.push_back(make_str(argument));
    if (argv.empty()) argv.push_back(make_str(std::string_view()));
    module.constant("path", make_list(std::move(path)));
    module.constant("argv", make_list(std::move(argv)));
    module.constant("orig_argv", make_list());
    module.constant("meta_path", make_list());
    module.constant("path_hooks", make_list());
    module.constant("warnoptions", make_list());
    for (const char* name : {"executable", "prefix", "exec_prefix", "base_prefix", "base_exec_prefix"})
        module.constant(name, make_str(std::string_view()));
    module.constant("platform", make_str(std::string_view("linux")));
    module.constant("byteorder", make_str(std::string_view("little")));
    module.constant("dont_write_bytecode", Value::boolean(true));
    std::vector<Value> names;
    for (const NativeModule& each : standard_modules()) names.push_back(make_str(each.name));
    module.constant("builtin_module_names", make_tuple(std::move(names)));
}

Value exit_script(Call& call) {
    raise(exception_class(Exc::SystemExit), call.has(0) ? std::vector<Value>{call[0]} : std::vector<Value>{});
}

void define_functions(ModuleBuilder& module) {
    module.function("exit(status=None, /)", exit_script);
    module.function("exc_info()", [](Call&) {
        Value error = handled_exception();
        if (!error.exists()) return make_tuple({Value::none(), Value::none(), Value::none()});
        return make_tuple({class_value(class_of(error)), error, get_attribute(error, "__traceback__")});
    });
    module.function("exception()", [](Call&) {
        Value error = handled_exception();
        return error.exists() ? error : Value::none();
    });
    module.function("getsizeof(object, default=0)", [](Call&) { return Value::integer(64); });
    module.function("getrefcount(object, /)", [](Call& call) {
        return Value::integer(call[0].is_object() ? call[0].object()->references : 1);
    });
    module.function("getrecursionlimit()",
                    [](Call&) { return Value::integer(rt().options.limits.recursion); });
    module.function("setrecursionlimit(limit, /)", [](Call& call) {
        if (call.integer(0) < 1) raise(Exc::ValueError, "recursion limit must be greater or equal than 1");
        return Value::none();
    });
    module.function("intern(string, /)", [](Call& call) { return Value(intern(call.text(0))); });
    module.function("getdefaultencoding()", [](Call&) { return make_str(std::string_view("utf-8")); });
    module.function("getfilesystemencoding()", [](Call&) { return make_str(std::string_view("utf-8")); });
    module.function("is_finalizing()", [](Call&) { return Value::boolean(false); });
    module.function("gettrace()", [](Call&) { return Value::none(); });
    module.function("settrace(function, /)", [](Call&) { return Value::none(); });
    module.function("setprofile(function, /)", [](Call&) { return Value::none(); });
    module.function("getswitchinterval()", [](Call&) { return Value::number(0.005); });
    module.function("get_int_max_str_digits()", [](Call&) { return Value::integer(4300); });
    module.function("set_int_max_str_digits(digits)", [](Call&) { return Value::none(); });
    module.function("excepthook(kind, value, traceback, /)", [](Call& call) {
        rt().options.print_error(format_traceback(*as<Exception>(call[1])));
        return Value::none();
    });
}

} // namespace

void populate_sys(ModuleBuilder& module) {
    module.constant("modules", Value(rt().modules.get()));
    module.constant("maxsize", Value::integer(INT64_MAX));
    module.constant("maxunicode", Value::integer(0x10FFFF));
    define_version(module);
    define_paths(module);
    define_streams(module);
    define_frames(module);
    define_functions(module);
}

void populate_exceptions(ModuleBuilder& module) {
    module.function("format(error)", [](Call& call) {
        auto* error = as<Exception>(call[0]);
        if (!error)
            raise(Exc::TypeError, fmt::format("an exception was expected, not {}", type_name(call[0])));
        return make_str(format_traceback(*error));
    });
    module.function("format_only(error)", [](Call& call) {
        auto* error = as<Exception>(call[0]);
        if (!error)
            raise(Exc::TypeError, fmt::format("an exception was expected, not {}", type_name(call[0])));
        std::string text = message_of(*error);
        Class* type = class_of(call[0]);
        std::string module_name = as_text(get_attribute(class_value(type), "__module__"));
        std::string name = as_text(get_attribute(class_value(type), "__qualname__"));
        if (module_name != "builtins" && module_name != "__main__") name = module_name + "." + name;
        return make_str(text.empty() ? name + "\n" : name + ": " + text + "\n");
    });
}

} // namespace limbeck::python
