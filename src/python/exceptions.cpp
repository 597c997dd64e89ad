#include "python/exceptions.hpp"

#include "python/arguments.hpp"
#include "python/attribute.hpp"
#include "python/runtime.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace limbeck::python {

Exception::Exception(Class* object_class, Ref<Tuple> arguments)
    : Container(Kind::Exception, object_class), args(std::move(arguments)) {}
Exception::~Exception() = default;

void Exception::clear() {
    args = {};
    cause = context = Value();
    state.reset();
    Object::clear();
}

const char* Raised::what() const noexcept {
    try {
        text_ = exception_->cls->name;
        std::string message = message_of(*exception_);
        if (!message.empty()) text_ += ": " + message;
    } catch (...) {
        // The class's name is all there is to say.
    }
    return text_.c_str();
}

Class* exception_class(Exc type) {
    return types().exceptions[static_cast<std::size_t>(type)];
}

Ref<Exception> make_exception(Exc type, std::string message) {
    return make_exception(exception_class(type), {make_str(std::move(message))});
}

Ref<Exception> make_exception(Class* type, std::vector<Value> arguments) {
    // A script's subclass has an __init__ of its own.
    if (!type->is_builtin || type == exception_class(Exc::StopIteration) ||
        type == exception_class(Exc::SystemExit)) {
        Value made = call(class_value(type), arguments);
        if (Exception* exception = as<Exception>(made)) return Ref<Exception>(exception);
    }
    Value tuple = make_tuple(std::move(arguments));
    return make<Exception>(type, Ref<Tuple>(as<Tuple>(tuple)));
}

void raise(Exc type, std::string message) {
    raise(make_exception(type, std::move(message)));
}

void raise(Class* type, std::string message) {
    std::vector<Value> arguments{make_str(std::move(message))};
    raise(make_exception(type, std::move(arguments)));
}

void raise(Class* type, std::vector<Value> arguments) {
    raise(make_exception(type, std::move(arguments)));
}

void raise_key_error(const Value& key) {
    raise(exception_class(Exc::KeyError), std::vector<Value>{key});
}

Value handled_exception() {
    for (Frame* frame = rt().frame; frame; frame = frame->back)
        if (frame->handling.exists()) return frame->handling;
    return {};
}

void raise(Ref<Exception> exception) {
    Value handled = handled_exception();
    if (handled.exists() && !handled.is(Value(exception.get()))) {
        // No cycles: the new exception is taken out of the chain of the one being handled.
        for (Exception* at = as<Exception>(handled); at; at = as<Exception>(at->context))
            if (at->context.is(Value(exception.get()))) {
                at->context = Value();
                break;
            }
        exception->context = handled;
    }
    throw Raised(std::move(exception));
}

void raise_os_error(int error_number, const std::string& file_name) {
    Exc type = Exc::OSError;
    switch (error_number) {
    case ENOENT:
        type = Exc::FileNotFoundError;
        break;
    case EACCES:
    case EPERM:
        type = Exc::PermissionError;
        break;
    case EISDIR:
        type = Exc::IsADirectoryError;
        break;
    case ENOTDIR:
        type = Exc::NotADirectoryError;
        break;
    case EEXIST:
        type = Exc::FileExistsError;
        break;
    case ETIMEDOUT:
        type = Exc::TimeoutError;
        break;
    default:
        break;
    }
    std::vector<Value> arguments{Value::integer(error_number),
                                 make_str(std::string_view(std::strerror(error_number))),
                                 make_str(file_name)};
    Value made = call(class_value(exception_class(type)), arguments);
    raise(Ref<Exception>(as<Exception>(made)));
}

bool matches(const Exception& exception, Exc type) {
    return is_subclass(exception.cls, exception_class(type));
}
bool matches(const Exception& exception, const Class* type) {
    return is_subclass(exception.cls, type);
}

std::string message_of(const Exception& exception) {
    return to_str(Value(const_cast<Exception*>(&exception)));
}

// ---- the classes and their members

namespace {

Exception& self_of(Call& call) {
    if (Exception* exception = as<Exception>(call[0])) return *exception;
    raise(Exc::TypeError, "descriptor requires a BaseException object");
}

Value or_none(const Value& value) {
    return value.exists() ? value : Value::none();
}

void base_members(ClassBuilder& type) {
    type.style(CallStyle::C);
    type.static_method("__new__(cls, /, *args, **kwargs)", [](Call& call) -> Value {
        Class* wanted = as_class(call[0]);
        if (!wanted || wanted->layout != Kind::Exception)
            raise(Exc::TypeError, "BaseException.__new__(X): X is not an exception type");
        return make<Exception>(wanted, Ref<Tuple>(as<Tuple>(call[1])));
    });
    type.method("__init__(self, /, *args, **kwargs)", [](Call& call) -> Value {
        Exception& self = self_of(call);
        if (call.keywords(2).table.size() && self.cls->is_builtin)
            raise(Exc::TypeError, fmt::format("{}() takes no keyword arguments", self.cls->name));
        self.args = Ref<Tuple>(as<Tuple>(call[1]));
        return Value::none();
    });
    type.method("__str__(self, /)", [](Call& call) -> Value {
        Exception& self = self_of(call);
        const auto& args = self.args->items;
        if (args.empty()) return make_str("");
        if (args.size() == 1) return make_str(to_str(args[0]));
        return make_str(to_repr(Value(self.args.get())));
    });
    type.method("__repr__(self, /)", [](Call& call) -> Value {
        Exception& self = self_of(call);
        const auto& args = self.args->items;
        if (args.size() == 1) return make_str(self.cls->name + "(" + to_repr(args[0]) + ")");
        return make_str(self.cls->name + to_repr(Value(self.args.get())));
    });
    type.method("with_traceback(self, tb, /)", [](Call& call) -> Value {
        if (call[1].is_none()) self_of(call).traceback.clear();
        return call[0];
    });
    type.method("add_note(self, note, /)", [](Call& call) -> Value {
        if (!is_str(call[1]))
            raise(Exc::TypeError, fmt::format("note must be a str, not '{}'", type_name(call[1])));
        Value notes = find_attribute(call[0], names().notes);
        if (!notes.exists()) set_attribute(call[0], names().notes, notes = make_list());
        call_method(notes, "append", {call[1]});
        return Value::none();
    });
    type.property(
        "args", [](Call& call) { return Value(self_of(call).args.get()); },
        [](Call& call) {
            Value tuple = make_tuple(to_vector(call[1]));
            self_of(call).args = Ref<Tuple>(as<Tuple>(tuple));
            return Value::none();
        });
    type.property(
        "__cause__", [](Call& call) { return or_none(self_of(call).cause); },
        [](Call& call) {
            self_of(call).cause = call[1].is_none() ? Value() : call[1];
            self_of(call).suppress_context = true;
            return Value::none();
        });
    type.property(
        "__context__", [](Call& call) { return or_none(self_of(call).context); },
        [](Call& call) {
            self_of(call).context = call[1].is_none() ? Value() : call[1];
            return Value::none();
        });
    type.property(
        "__suppress_context__", [](Call& call) { return Value::boolean(self_of(call).suppress_context); },
        [](Call& call) {
            self_of(call).suppress_context = call.truth(1);
            return Value::none();
        });
    type.property(
        "__traceback__", [](Call& call) { return traceback_value(self_of(call)); },
        [](Call& call) {
            if (call[1].is_none()) self_of(call).traceback.clear();
            return Value::none();
        });
}

void set_own(const Value& self, const char* name, const Value& value) {
    generic_set_attribute(self, intern(name), value);
}

void take_arguments(Call& call) {
    self_of(call).args = Ref<Tuple>(as<Tuple>(call[1]));
}

void key_error_members(ClassBuilder& type) {
    type.method("__str__(self, /)", [](Call& call) -> Value {
        const auto& args = self_of(call).args->items;
        if (args.size() == 1) return make_str(to_repr(args[0]));
        return args.empty() ? make_str("") : make_str(to_repr(Value(self_of(call).args.get())));
    });
}

void value_holder(ClassBuilder& type, const char* attribute) {
    type.method("__init__(self, /, *args)", [attribute](Call& call) -> Value {
        take_arguments(call);
        const auto& args = call.rest(1);
        set_own(call[0], attribute,
                args.empty()                                                 ? Value::none()
                : args.size() == 1 || std::string_view(attribute) == "value" ? args[0]
                                                                             : call[1]);
        return Value::none();
    });
}

void os_error_members(ClassBuilder& type) {
    // For those that C++ raises with a sentence alone.
    for (const char* name : {"errno", "strerror", "filename", "filename2"})
        type.constant(name, Value::none());
    type.method("__init__(self, /, *args)", [](Call& call) -> Value {
        const auto& args = call.rest(1);
        bool known = args.size() >= 2;
        set_own(call[0], "errno", known ? args[0] : Value::none());
        set_own(call[0], "strerror", known ? args[1] : Value::none());
        set_own(call[0], "filename", args.size() >= 3 ? args[2] : Value::none());
        set_own(call[0], "filename2", args.size() >= 5 ? args[4] : Value::none());
        Value kept = args.size() >= 3 ? make_tuple({args[0], args[1]}) : call[1];
        self_of(call).args = Ref<Tuple>(as<Tuple>(kept));
        return Value::none();
    });
    type.method("__str__(self, /)", [](Call& call) -> Value {
        Value number = get_attribute(call[0], "errno"), text = get_attribute(call[0], "strerror"),
              file = get_attribute(call[0], "filename");
        const auto& args = self_of(call).args->items;
        if (args.size() < 2) return args.empty() ? make_str("") : make_str(to_str(args[0]));
        std::string out = fmt::format("[Errno {}] {}", to_str(number), to_str(text));
        if (!file.is_none()) out += ": " + to_repr(file);
        return make_str(out);
    });
    type.static_method("__new__(cls, /, *args)", [](Call& call) -> Value {
        Class* wanted = as_class(call[0]);
        const auto& args = call.rest(1);
        if (wanted == exception_class(Exc::OSError) && args.size() >= 2 && args[0].is_small_int()) {
            switch (args[0].as_int()) {
            case ENOENT:
                wanted = exception_class(Exc::FileNotFoundError);
                break;
            case EACCES:
            case EPERM:
                wanted = exception_class(Exc::PermissionError);
                break;
            case EISDIR:
                wanted = exception_class(Exc::IsADirectoryError);
                break;
            case ENOTDIR:
                wanted = exception_class(Exc::NotADirectoryError);
                break;
            case EEXIST:
                wanted = exception_class(Exc::FileExistsError);
                break;
            default:
                break;
            }
        }
        return make<Exception>(wanted, Ref<Tuple>(as<Tuple>(call[1])));
    });
}

void keyword_holder(ClassBuilder& type, std::vector<const char*> accepted) {
    type.method("__init__(self, /, *args, **kwargs)", [accepted](Call& call) -> Value {
        take_arguments(call);
        const auto& args = call.rest(1);
        set_own(call[0], "msg", args.size() == 1 ? args[0] : Value::none());
        for (const char* name : accepted) set_own(call[0], name, Value::none());
        call.keywords(2).table.each([&](const Value& key, const Value& value) {
            bool known = false;
            for (const char* name : accepted) known = known || as_text(key) == name;
            if (!known)
                raise(Exc::TypeError, fmt::format("'{}' is an invalid keyword argument for {}()",
                                                  as_text(key), class_of(call[0])->name));
            set_own(call[0], as_text(key).c_str(), value);
        });
        return Value::none();
    });
}

void unicode_members(ClassBuilder& type, bool decoding) {
    type.method("__init__(self, encoding, object, start, end, reason, /)", [](Call& call) -> Value {
        Value all = make_tuple({call[1], call[2], call[3], call[4], call[5]});
        self_of(call).args = Ref<Tuple>(as<Tuple>(all));
        const char* fields[] = {"encoding", "object", "start", "end", "reason"};
        for (std::size_t at = 0; at < 5; ++at) set_own(call[0], fields[at], call[at + 1]);
        return Value::none();
    });
    type.method("__str__(self, /)", [decoding](Call& call) -> Value {
        if (!find_attribute(call[0], std::string_view("object")).exists()) return make_str("");
        Value object = get_attribute(call[0], "object");
        std::int64_t start = as_index(get_attribute(call[0], "start")),
                     end = as_index(get_attribute(call[0], "end"));
        std::string encoding = to_str(get_attribute(call[0], "encoding")),
                    reason = to_str(get_attribute(call[0], "reason"));
        if (end == start + 1 && static_cast<std::size_t>(start) < length(object)) {
            Value item = get_item(object, Value::integer(start));
            if (decoding)
                return make_str(fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}",
                                            encoding, as_index(item), start, reason));
            std::string text = to_str(item), shown = to_ascii(item);
            if (text.size() == 1) shown = fmt::format("'\\x{:02x}'", static_cast<unsigned char>(text[0]));
            return make_str(fmt::format("'{}' codec can't encode character {} in position {}: {}", encoding,
                                        shown, start, reason));
        }
        return make_str(fmt::format("'{}' codec can't {} in position {}-{}: {}", encoding,
                                    decoding ? "decode bytes" : "encode characters", start, end - 1, reason));
    });
}

void syntax_error_members(ClassBuilder& type) {
    type.method("__init__(self, /, *args)", [](Call& call) -> Value {
        take_arguments(call);
        const auto& args = call.rest(1);
        const char* fields[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
        set_own(call[0], "msg", args.empty() ? Value::none() : args[0]);
        for (const char* field : fields) set_own(call[0], field, Value::none());
        if (args.size() == 2) {
            std::vector<Value> details = to_vector(args[1]);
            for (std::size_t at = 0; at < details.size() && at < 6; ++at)
                set_own(call[0], fields[at], details[at]);
        }
        return Value::none();
    });
    type.method("__str__(self, /)", [](Call& call) -> Value {
        Value message = get_attribute(call[0], "msg"), file = get_attribute(call[0], "filename"),
              line = get_attribute(call[0], "lineno");
        std::string text = to_str(message);
        if (is_str(file) && line.is_small_int()) {
            std::string name = as_text(file);
            name = name.substr(name.rfind('/') + 1);
            return make_str(fmt::format("{} ({}, line {})", text, name, line.as_int()));
        }
        if (line.is_small_int()) return make_str(fmt::format("{} (line {})", text, line.as_int()));
        return make_str(text);
    });
}

// ---- groups

Value derive(const Value& group, const std::vector<Value>& exceptions) {
    Value made = call_method(group, "derive", {make_list(exceptions)});
    Exception& from = cast<Exception>(group);
    if (Exception* to = as<Exception>(made)) {
        to->traceback = from.traceback;
        to->cause = from.cause;
        to->context = from.context;
        to->suppress_context = from.suppress_context;
        Value notes = find_attribute(group, names().notes);
        if (notes.exists()) set_attribute(made, names().notes, make_list(to_vector(notes)));
    }
    return made;
}

bool fits(const Value& exception, const Value& condition) {
    if (as<Class>(condition) || as<Tuple>(condition)) return is_instance(exception, condition);
    return truth(call(condition, {exception}));
}

// The parts that fit and that do not, each None where empty.
std::pair<Value, Value> split_group(const Value& group, const Value& condition) {
    if (fits(group, condition)) return {group, Value::none()};
    std::vector<Value> yes, no;
    for (const Value& each : to_vector(get_attribute(group, "exceptions"))) {
        if (is_instance(each, exception_class(Exc::BaseExceptionGroup))) {
            auto [in, out] = split_group(each, condition);
            if (!in.is_none()) yes.push_back(in);
            if (!out.is_none()) no.push_back(out);
        } else {
            (fits(each, condition) ? yes : no).push_back(each);
        }
    }
    return {yes.empty() ? Value::none() : derive(group, yes), no.empty() ? Value::none() : derive(group, no)};
}

void group_members(ClassBuilder& type) {
    type.static_method("__new__(cls, message=..., exceptions=..., /, *more)", [](Call& call) -> Value {
        Class* wanted = as_class(call[0]);
        if (!call.given(2) || !call.rest(3).empty())
            raise(Exc::TypeError,
                  fmt::format("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                              call.given(1) + call.given(2) + call.rest(3).size()));
        if (!is_str(call[1]))
            raise(Exc::TypeError, fmt::format("BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                                              type_name(call[1])));
        if (!as<List>(call[2]) && !as<Tuple>(call[2]))
            raise(Exc::TypeError, "second argument (exceptions) must be a sequence");
        std::vector<Value> exceptions = to_vector(call[2]);
        if (exceptions.empty())
            raise(Exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
        bool plain = true;
        for (std::size_t at = 0; at < exceptions.size(); ++at) {
            if (!as<Exception>(exceptions[at]))
                raise(Exc::ValueError,
                      fmt::format("Item {} of second argument (exceptions) is not an exception", at));
            plain = plain && matches(cast<Exception>(exceptions[at]), Exc::Exception);
        }
        if (wanted == exception_class(Exc::BaseExceptionGroup) && plain)
            wanted = exception_class(Exc::ExceptionGroup);
        if (!plain && is_subclass(wanted, exception_class(Exc::Exception)))
            raise(Exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        Value args = make_tuple({call[1], call[2]});
        Value made = make<Exception>(wanted, Ref<Tuple>(as<Tuple>(args)));
        set_own(made, "message", call[1]);
        set_own(made, "exceptions", make_tuple(std::move(exceptions)));
        return made;
    });
    type.method("__init__(self, /, *args, **kwargs)", [](Call&) { return Value::none(); });
    type.method("__str__(self, /)", [](Call& call) -> Value {
        std::size_t count = length(get_attribute(call[0], "exceptions"));
        return make_str(fmt::format("{} ({} sub-exception{})", to_str(get_attribute(call[0], "message")),
                                    count, count == 1 ? "" : "s"));
    });
    type.method("derive(self, excs, /)", [](Call& call) -> Value {
        return python::call(class_value(exception_class(Exc::BaseExceptionGroup)),
                            {get_attribute(call[0], "message"), call[1]});
    });
    type.method("split(self, condition, /)", [](Call& call) -> Value {
        auto [yes, no] = split_group(call[0], call[1]);
        return make_tuple({yes, no});
    });
    type.method("subgroup(self, condition, /)",
                [](Call& call) -> Value { return split_group(call[0], call[1]).first; });
    type.class_method("__class_getitem__(cls, item, /)", [](Call& call) -> Value { return call[0]; });
}

std::function<void(ClassBuilder&)> members(Exc type) {
    switch (type) {
    case Exc::BaseException:
        return base_members;
    case Exc::KeyError:
        return key_error_members;
    case Exc::StopIteration:
        return [](ClassBuilder& cls) { value_holder(cls, "value"); };
    case Exc::SystemExit:
        return [](ClassBuilder& cls) { value_holder(cls, "code"); };
    case Exc::OSError:
        return os_error_members;
    case Exc::ImportError:
        return [](ClassBuilder& cls) { keyword_holder(cls, {"name", "path"}); };
    case Exc::NameError:
        return [](ClassBuilder& cls) { keyword_holder(cls, {"name"}); };
    case Exc::AttributeError:
        return [](ClassBuilder& cls) { keyword_holder(cls, {"name", "obj"}); };
    case Exc::UnicodeDecodeError:
        return [](ClassBuilder& cls) { unicode_members(cls, true); };
    case Exc::UnicodeEncodeError:
        return [](ClassBuilder& cls) { unicode_members(cls, false); };
    case Exc::SyntaxError:
        return syntax_error_members;
    case Exc::BaseExceptionGroup:
        return group_members;
    default:
        return {};
    }
}

} // namespace

void make_exception_classes(Runtime& runtime) {
    Class* object = runtime.types.object;
    auto made = [&](Exc type) { return runtime.types.exceptions[static_cast<std::size_t>(type)]; };
    auto add = [&](Exc type, const char* name, Class* base) {
        auto* cls = new Class(runtime.types.type, name);
        cls->module = "builtins";
        cls->layout = Kind::Exception;
        cls->is_builtin = true;
        cls->bases = {base};
        cls->mro = base->mro;
        cls->mro.insert(cls->mro.begin(), cls);
        cls->populate = members(type);
        base->subclasses.push_back(cls);
        runtime.types.exceptions[static_cast<std::size_t>(type)] = cls;
    };
#define LIMBECK_X(name, base) add(Exc::name, #name, base_of_##base());
    auto base_of_object = [&] { return object; };
#define LIMBECK_B(name) auto base_of_##name = [&] { return made(Exc::name); };
    LIMBECK_B(BaseException)
    LIMBECK_B(Exception)
    LIMBECK_B(ArithmeticError)
    LIMBECK_B(ImportError)
    LIMBECK_B(LookupError)
    LIMBECK_B(NameError)
    LIMBECK_B(OSError)
    LIMBECK_B(ConnectionError)
    LIMBECK_B(RuntimeError)
    LIMBECK_B(SyntaxError)
    LIMBECK_B(IndentationError)
    LIMBECK_B(ValueError)
    LIMBECK_B(UnicodeError)
    LIMBECK_B(Warning)
    LIMBECK_B(BaseExceptionGroup)
#undef LIMBECK_B
    LIMBECK_PYTHON_EXCEPTIONS(LIMBECK_X)
#undef LIMBECK_X
    // ExceptionGroup is an Exception, too.
    Class* group = made(Exc::ExceptionGroup);
    group->bases = {made(Exc::BaseExceptionGroup), made(Exc::Exception)};
    group->mro = linearize(group, group->bases);
}

} // namespace limbeck::python
