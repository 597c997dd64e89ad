// Python's exceptions: their names, the object that a script catches, and how one travels through C++.
//
// A raised exception travels as the C++ exception `Raised`, which holds the Python one. Native code raises
// with `raise(Exc::ValueError, "text")`; it may catch `Raised` like any C++ exception, but must leave the
// handler before it runs script code again (generators switch stacks, and C++ keeps the exceptions being
// handled per thread).
//
// Not Python exceptions, and so invisible to `except`: LimitError (a runaway script) and UnresolvedError (a
// decision needed something that limbeck does not have).
#pragma once

#include "python/object.hpp"
#include "support/error.hpp"

#include <exception>

namespace limbeck::python {

// X(name, base)
#define LIMBECK_PYTHON_EXCEPTIONS(X)                                                                         \
    X(BaseException, object)                                                                                 \
    X(Exception, BaseException)                                                                              \
    X(GeneratorExit, BaseException)                                                                          \
    X(KeyboardInterrupt, BaseException)                                                                      \
    X(SystemExit, BaseException)                                                                             \
    X(BaseExceptionGroup, BaseException)                                                                     \
    X(ArithmeticError, Exception)                                                                            \
    X(FloatingPointError, ArithmeticError)                                                                   \
    X(OverflowError, ArithmeticError)                                                                        \
    X(ZeroDivisionError, ArithmeticError)                                                                    \
    X(AssertionError, Exception)                                                                             \
    X(AttributeError, Exception)                                                                             \
    X(BufferError, Exception)                                                                                \
    X(EOFError, Exception)                                                                                   \
    X(ImportError, Exception)                                                                                \
    X(ModuleNotFoundError, ImportError)                                                                      \
    X(LookupError, Exception)                                                                                \
    X(IndexError, LookupError)                                                                               \
    X(KeyError, LookupError)                                                                                 \
    X(MemoryError, Exception)                                                                                \
    X(NameError, Exception)                                                                                  \
    X(UnboundLocalError, NameError)                                                                          \
    X(OSError, Exception)                                                                                    \
    X(BlockingIOError, OSError)                                                                              \
    X(ChildProcessError, OSError)                                                                            \
    X(ConnectionError, OSError)                                                                              \
    X(BrokenPipeError, ConnectionError)                                                                      \
    X(ConnectionAbortedError, ConnectionError)                                                               \
    X(ConnectionRefusedError, ConnectionError)                                                               \
    X(ConnectionResetError, ConnectionError)                                                                 \
    X(FileExistsError, OSError)                                                                              \
    X(FileNotFoundError, OSError)                                                                            \
    X(InterruptedError, OSError)                                                                             \
    X(IsADirectoryError, OSError)                                                                            \
    X(NotADirectoryError, OSError)                                                                           \
    X(PermissionError, OSError)                                                                              \
    X(ProcessLookupError, OSError)                                                                           \
    X(TimeoutError, OSError)                                                                                 \
    X(ReferenceError, Exception)                                                                             \
    X(RuntimeError, Exception)                                                                               \
    X(NotImplementedError, RuntimeError)                                                                     \
    X(RecursionError, RuntimeError)                                                                          \
    X(StopAsyncIteration, Exception)                                                                         \
    X(StopIteration, Exception)                                                                              \
    X(SyntaxError, Exception)                                                                                \
    X(IndentationError, SyntaxError)                                                                         \
    X(TabError, IndentationError)                                                                            \
    X(SystemError, Exception)                                                                                \
    X(TypeError, Exception)                                                                                  \
    X(ValueError, Exception)                                                                                 \
    X(UnicodeError, ValueError)                                                                              \
    X(UnicodeDecodeError, UnicodeError)                                                                      \
    X(UnicodeEncodeError, UnicodeError)                                                                      \
    X(UnicodeTranslateError, UnicodeError)                                                                   \
    X(Warning, Exception)                                                                                    \
    X(BytesWarning, Warning)                                                                                 \
    X(DeprecationWarning, Warning)                                                                           \
    X(EncodingWarning, Warning)                                                                              \
    X(FutureWarning, Warning)                                                                                \
    X(ImportWarning, Warning)                                                                                \
    X(PendingDeprecationWarning, Warning)                                                                    \
    X(ResourceWarning, Warning)                                                                              \
    X(RuntimeWarning, Warning)                                                                               \
    X(SyntaxWarning, Warning)                                                                                \
    X(UnicodeWarning, Warning)                                                                               \
    X(UserWarning, Warning)                                                                                  \
    X(ExceptionGroup, BaseExceptionGroup)

enum class Exc : std::uint8_t {
#define LIMBECK_X(name, base) name,
    LIMBECK_PYTHON_EXCEPTIONS(LIMBECK_X)
#undef LIMBECK_X
        Count
};

// One line of a traceback. Columns are byte offsets in the line, as the tree has them; -1: no markers.
struct TracebackEntry {
    const struct Code* code = nullptr; // file and function name
    const void* node = nullptr;        // the ast node that was being evaluated: line and columns
    int line = 0;
    int column = -1;
    int end_line = 0;
    int end_column = -1;
    bool is_statement = false; // node is a Statement, otherwise an Expression
};

struct Frame;

// An instance of BaseException or of a class that derives from it.
struct Exception final : Container {
    Ref<Tuple> args;
    Value cause;   // `raise ... from cause`; Nothing: None
    Value context; // what was being handled; Nothing: None
    bool suppress_context = false;
    // Innermost first: entries are added on the way out.
    std::vector<TracebackEntry> traceback;
    std::unique_ptr<NativeState> state;

    Exception(Class* object_class, Ref<Tuple> arguments);
    ~Exception() override;
    void clear() override;
    static bool is_kind(Kind kind) { return kind == Kind::Exception; }
};

// A Python exception on its way through C++.
class Raised final : public std::exception {
  public:
    explicit Raised(Ref<Exception> exception, const Frame* raised_again_in = nullptr)
        : exception_(std::move(exception)), raised_again_in_(raised_again_in) {}
    Exception& exception() const { return *exception_; }
    Value value() const { return Value(exception_.get()); }
    // The frame that caught it and passes it on: it stands in the traceback already.
    bool is_listed(const Frame& frame) const noexcept { return raised_again_in_ == &frame; }
    // "ValueError: text"; made when asked for.
    const char* what() const noexcept override;

  private:
    Ref<Exception> exception_;
    const Frame* raised_again_in_;
    mutable std::string text_;
};

// A script that ran too deep, too long or too large: not catchable by scripts.
class LimitError : public Error {
  public:
    using Error::Error;
};

// A statement or a decision that needs a value of an unresolved import: not catchable by scripts.
class UnresolvedError : public Error {
  public:
    using Error::Error;
};
// What raise_unresolved() (binding.hpp) throws, placed where the script is at work now.
UnresolvedError unresolved_error(const Value& value, std::string_view need, std::string_view way_out = {});

// The exception class object: `exception_class(Exc::ValueError)`.
Class* exception_class(Exc type);
// An exception object with one argument, the message, not raised yet.
Ref<Exception> make_exception(Exc type, std::string message);
Ref<Exception> make_exception(Class* type, std::vector<Value> arguments);

[[noreturn]] void raise(Exc type, std::string message);
[[noreturn]] void raise(Class* type, std::string message);
[[noreturn]] void raise(Class* type, std::vector<Value> arguments);
// KeyError with the key itself as its argument.
[[noreturn]] void raise_key_error(const Value& key);
// Raises an exception object (sets __context__ as `raise` does).
[[noreturn]] void raise(Ref<Exception> exception);
// OSError's subclass for an errno: "[Errno 2] No such file or directory: 'x'".
[[noreturn]] void raise_os_error(int error_number, const std::string& file_name);

// Whether the exception is an instance of the class.
bool matches(const Exception& exception, Exc type);
bool matches(const Exception& exception, const Class* type);

// The exception that the running script handles (sys.exc_info()[1]); Nothing where none.
Value handled_exception();
// exception.__traceback__: None, or an object with tb_lineno, tb_frame and tb_next.
Value traceback_value(const Exception& exception);

// The text of `str(exception)`.
std::string message_of(const Exception& exception);
// As CPython 3.11 prints an uncaught exception: the chain of causes, frames with source lines and ^^^^
// markers, notes, groups. Ends with a line end.
std::string format_traceback(const Exception& exception);

} // namespace limbeck::python
