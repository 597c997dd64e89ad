#include "python/interpreter.hpp"

#include "python/attribute.hpp"
#include "python/call_stack.hpp"
#include "python/evaluate.hpp"
#include "python/fiber.hpp"
#include "python/importing.hpp"
#include "python/runtime.hpp"
#include "python/syntax_error.hpp"
#include "support/catch_up.hpp"

#include <cstdio>
#include <exception>

namespace limbeck::python {

namespace {

thread_local Interpreter* current_interpreter = nullptr;

void write_to(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
}

// Or none, where nothing runs on this thread.
void become_current(Interpreter* interpreter) {
    current_interpreter = interpreter;
    current_runtime = interpreter ? &interpreter->runtime() : nullptr;
    Heap::make_current(interpreter ? &interpreter->runtime().heap : nullptr);
}

} // namespace

ScriptError::ScriptError(std::string message, Place place, std::string traceback, Value exception)
    : Error(std::move(message), std::move(place)), traceback_(std::move(traceback)),
      exception_(std::make_shared<Value>(std::move(exception))) {
    type_ = type_name(*exception_);
    auto& under_way = rt().exceptions_under_way;
    if (under_way.size() > 64) std::erase_if(under_way, [](const auto& other) { return other.expired(); });
    under_way.push_back(exception_);
}

Interpreter::Interpreter(InterpreterOptions options) {
    if (!options.print) options.print = [](std::string_view text) { write_to(stdout, text); };
    if (!options.print_error) options.print_error = [](std::string_view text) { write_to(stderr, text); };
    for (auto* sink : {&options.print, &options.print_error})
        *sink = [write = std::move(*sink)](std::string_view text) {
            output::before_write();
            write(text);
        };
    runtime_ = std::make_unique<Runtime>(std::move(options));
    outer_ = current_interpreter;
    become_current(this);
    Runtime& runtime = *runtime_;
    make_types(runtime);
#define LIMBECK_X(member, text) runtime.names.member = intern(text);
    LIMBECK_PYTHON_NAMES(LIMBECK_X)
#undef LIMBECK_X
    make_exception_classes(runtime);
    runtime.empty_str = make_str("");
    runtime.empty_tuple = make_tuple();
    runtime.modules = make<Dict>(runtime.types.dict);
    Ref<Module> builtins = make<Module>("builtins");
    builtins->dict().table.set(runtime.names.name, make_str("builtins"));
    runtime.modules->set("builtins", Value(builtins.get()));
    runtime.builtins = Ref<Dict>(&builtins->dict());
    ModuleBuilder builder(*builtins);
    populate_builtins(builder);
    add_standard_modules(runtime);
    register_modules();
    runtime.heap.set_limit(runtime.options.limits.memory ? runtime.heap.used() + runtime.options.limits.memory
                                                         : 0);
    // One that the host makes while a script of another calls it takes its turn in run() only.
    if (outer_ && outer_->runtime_->stack_limit) become_current(outer_);
}

Interpreter::~Interpreter() {
    Runtime& runtime = *runtime_;
    // Interpreters need not end in the order in which they began.
    Interpreter* next = current_interpreter == this ? outer_ : current_interpreter;
    become_current(this);
    runtime.shutting_down = true;
    runtime.heap.set_limit(0);
    runtime.options.modules.clear();
    runtime.options.resolve = nullptr;
    for (const std::weak_ptr<Value>& exception : runtime.exceptions_under_way)
        if (auto held = exception.lock()) *held = Value();
    runtime.units_clear();
    runtime.heap.clear_all();
    runtime.star_imports.clear();
    runtime.modules = {};
    runtime.builtins = {};
    runtime.object_new = runtime.object_init = Value();
    runtime.empty_str = runtime.empty_tuple = runtime.empty_bytes = Value();
    for (Class* type : runtime.classes) release(type);
    runtime.classes.clear();
    runtime.interned.clear();
    runtime.interned_owners.clear();
    runtime.units.clear();
    classes_changed();
    become_current(next);
    if (!outer_) release_spare_stacks();
}

Interpreter& Interpreter::current() {
    return *current_interpreter;
}

namespace {

// Where the text is wrong that an import or exec() read, rather than where it was read.
void locate_syntax_error(Error& error, const Exception& exception) {
    Value holder(const_cast<Exception*>(&exception));
    Value file = find_attribute(holder, intern("filename")),
          number = find_attribute(holder, intern("lineno"));
    if (!file.exists() || !is_str(file) || as_text(file).starts_with('<') || !number.exists() ||
        !is_int(number))
        return;
    Place place = {as_text(file), static_cast<int>(as_index(number)), 0};
    Value column = find_attribute(holder, intern("offset")), text = find_attribute(holder, intern("text"));
    if (column.exists() && is_int(column)) place.column = static_cast<int>(as_index(column));
    std::string line = text.exists() && is_str(text) ? as_text(text) : std::string();
    if (line.ends_with('\n')) line.pop_back();
    error.with_place(std::move(place));
    error.with_source_line(std::move(line));
}

// An exception that no script caught becomes the host's error.
[[noreturn]] void report(const Exception& exception) {
    std::string message = exception.cls->qualified_name;
    std::string traceback;
    try {
        std::string text = message_of(exception);
        if (!text.empty()) message += ": " + text;
        traceback = format_traceback(exception);
    } catch (const Raised&) {
        message += ": <exception str() failed>";
    }
    ScriptError error(message, {}, traceback, Value(const_cast<Exception*>(&exception)));
    // The project's own line, rather than that of a library function it called.
    if (!exception.traceback.empty()) locate(error, exception.traceback.front());
    locate(error, exception.traceback);
    if (matches(exception, Exc::SyntaxError)) locate_syntax_error(error, exception);
    throw error;
}

} // namespace

Value Interpreter::run(const std::function<Value()>& body) {
    Runtime& runtime = *runtime_;
    Interpreter* previous = current_interpreter;
    Runtime* previous_runtime = current_runtime;
    Heap* previous_heap = Heap::current();
    current_interpreter = this;
    current_runtime = &runtime;
    Heap::make_current(&runtime.heap);
    struct Restore {
        Interpreter* interpreter;
        Runtime* runtime;
        Heap* heap;
        ~Restore() {
            current_interpreter = interpreter;
            current_runtime = runtime;
            Heap::make_current(heap);
        }
    } restore{previous, previous_runtime, previous_heap};

    Value result;
    Ref<Exception> raised;
    auto guarded = [&] {
        try {
            result = body();
        } catch (const Raised& error) {
            raised = Ref<Exception>(&error.exception());
        } catch (const std::bad_alloc&) {
            throw LimitError("the script needs more memory than there is", current_place());
        }
        // The report runs script code (__str__), so it belongs on this stack, too.
        if (raised) report(*raised);
    };
    if (runtime.stack_limit) { // a script called the host, which calls us
        guarded();
        return result;
    }
    runtime.doomed = false;
    runtime.depth = 0;
    runtime.frame = nullptr;
    struct Reset {
        Runtime& runtime;
        ~Reset() {
            runtime.stack_limit = nullptr;
            runtime.frame = nullptr;
            runtime.depth = 0;
        }
    } reset{runtime};
    auto translated = [&] {
        try {
            guarded();
        } catch (const ScriptError& error) {
            if (runtime.options.translate_uncaught) runtime.options.translate_uncaught(error);
            throw;
        }
    };
    Fiber fiber(translated, main_stack_size);
    runtime.stack_limit = fiber.soft_limit();
    fiber.resume();
    return result;
}

Value Interpreter::run_file(const std::filesystem::path& file, std::string name) {
    return run([&] { return run_module_file(file.string(), name, false, !name.empty()); });
}

Value Interpreter::run_text(std::string text, std::string file_name, std::string name) {
    return run([&] { return run_module_text(std::move(text), file_name, name); });
}

Value Interpreter::import_module(std::string dotted_name) {
    return run([&] { return import_dotted(dotted_name); });
}

Value Interpreter::call(const Value& callable, std::vector<Value> arguments,
                        std::vector<KeywordArgument> keywords) {
    return run([&] { return python::call(callable, arguments, keywords); });
}

const InterpreterOptions& Interpreter::options() const {
    return runtime_->options;
}
InterpreterOptions& Interpreter::mutable_options() {
    return runtime_->options;
}

Place Interpreter::current_place() const {
    Frame* frame = runtime_->frame;
    if (!frame) return {};
    return {frame->code->unit->file, frame->line(), frame->where ? frame->where->column + 1 : 0};
}

Dict* Interpreter::current_globals() const {
    return runtime_->frame ? runtime_->frame->globals : nullptr;
}

} // namespace limbeck::python
