// _system: what os, io, pathlib and time stand on: reading below the project, the environment, clocks; and
// what the modules written in Python ask of the interpreter.
#include "python/interpreter.hpp"
#include "python/operations.hpp"
#include "python/runtime.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/sandbox.hpp"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <time.h>
#include <unistd.h>

namespace limbeck::python {

namespace {

// Where steps are limited, each millisecond asleep is one: a script that only waits ends, too.
void sleep(double seconds) {
    using Seconds = std::chrono::duration<double>;
    if (rt().options.limits.steps) {
        for (; seconds > 0.001; seconds -= 0.001) {
            count_step();
            std::this_thread::sleep_for(Seconds(0.001));
        }
    }
    std::this_thread::sleep_for(Seconds(seconds));
}

namespace fs = std::filesystem;

struct stat status_of(const std::string& path, bool follow) {
    if (is_nowhere(path)) raise_os_error(ENOENT, path);
    // A link is looked at where it stands, but must lead nowhere else.
    fs::path resolved = allowed_path(path, "look at");
    struct stat status {};
    int result = follow ? ::stat(resolved.c_str(), &status) : ::lstat(path.c_str(), &status);
    if (result != 0) raise_os_error(errno, path);
    return status;
}

std::string read_file(const std::string& path) {
    fs::path resolved = allowed_path(path, "read");
    int file = ::open(resolved.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) raise_os_error(errno, path);
    struct stat status {};
    if (::fstat(file, &status) != 0 || S_ISDIR(status.st_mode)) {
        ::close(file);
        raise_os_error(EISDIR, path);
    }
    std::string bytes;
    char buffer[16384];
    ssize_t got;
    while ((got = ::read(file, buffer, sizeof buffer)) > 0)
        bytes.append(buffer, static_cast<std::size_t>(got));
    int error = errno;
    ::close(file);
    if (got < 0) raise_os_error(error, path);
    return bytes;
}

void add_files(ModuleBuilder& module) {
    module.function("read_file(path)", [](Call& call) { return make_bytes(read_file(call.text(0))); });
    module.function("stat(path, follow)", [](Call& call) {
        struct stat status = status_of(call.text(0), call.truth(1));
        auto seconds = [](const timespec& t) {
            return Value::number(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9);
        };
        return make_tuple(
            {Value::integer(status.st_mode), Value::integer(static_cast<std::int64_t>(status.st_ino)),
             Value::integer(static_cast<std::int64_t>(status.st_dev)),
             Value::integer(static_cast<std::int64_t>(status.st_nlink)), Value::integer(status.st_uid),
             Value::integer(status.st_gid), Value::integer(status.st_size), seconds(status.st_atim),
             seconds(status.st_mtim), seconds(status.st_ctim)});
    });
    // "file", "folder", "other", or None where there is nothing. While walking, what a link outside means is
    // not looked at: it is "other".
    module.function("kind(path, walking=False)", [](Call& call) -> Value {
        std::error_code error;
        if (call.truth(1) &&
            !is_below_roots(fs::weakly_canonical(fs::absolute(fs::path(call.text(0))), error)))
            return make_str(std::string_view("other"));
        if (is_nowhere(call.text(0))) return Value::none();
        fs::path resolved = allowed_path(call.text(0), "look at");
        struct stat status {};
        if (::stat(resolved.c_str(), &status) != 0) return Value::none();
        if (S_ISREG(status.st_mode)) return make_str(std::string_view("file"));
        return make_str(std::string_view(S_ISDIR(status.st_mode) ? "folder" : "other"));
    });
    module.function("is_link(path)", [](Call& call) {
        // The link itself lies in the folder that holds it.
        allowed_path(fs::path(call.text(0)).parent_path().string(), "look at");
        std::error_code error;
        return Value::boolean(fs::is_symlink(fs::path(call.text(0)), error));
    });
    module.function("list(path)", [](Call& call) {
        fs::path resolved = allowed_path(call.text(0), "list");
        std::error_code error;
        std::vector<Value> names;
        fs::directory_iterator entries(resolved, error);
        if (error) raise_os_error(error.value(), call.text(0));
        for (const fs::directory_entry& entry : entries)
            names.push_back(make_str(entry.path().filename().string()));
        return make_list(std::move(names));
    });
    // Not checked against the roots: a path is only a name.
    module.function("real_path(path)", [](Call& call) {
        std::error_code error;
        fs::path resolved = fs::weakly_canonical(fs::absolute(fs::path(call.text(0)), error), error);
        return make_str(error ? call.text(0) : resolved.string());
    });
    // What the host gives for a file that is to be written; None: nothing.
    module.function("open_for_writing(path)", [](Call& call) {
        auto& open = rt().options.open_for_writing;
        return open ? open(call.text(0)) : Value::none();
    });
    module.function("refuse(what)", [](Call& call) -> Value { raise_sandbox(call.text(0)); });
}

void add_process(ModuleBuilder& module) {
    // isinstance() for those who only pass values on: what is unresolved is an instance of nothing they know.
    module.function("is_instance(value, types)", [](Call& call) {
        return Value::boolean(!is_unresolved(call[0]) && python::is_instance(call[0], call[1]));
    });
    module.function("is_unresolved(value)",
                    [](Call& call) { return Value::boolean(is_unresolved(call[0])); });
    // For modules that stand for a package of which they have a part.
    module.function("unresolved(origin, reason=\"\")",
                    [](Call& call) { return make_unresolved(call.text(0), call.text(1)); });
    module.function("cwd()", [](Call&) {
        std::error_code error;
        return make_str(fs::current_path(error).string());
    });
    module.function("environment()", [](Call& call) {
        Value dict = make_dict();
        for (auto& [name, value] : call.interpreter().options().environment)
            set_item(dict, make_str(name), make_str(value));
        return dict;
    });
    module.function("pid()", [](Call&) { return Value::integer(::getpid()); });
    module.function("print(text)", [](Call& call) {
        auto& sink = call.interpreter().options().print;
        const std::string& text = call.text(0);
        if (sink)
            sink(text);
        else
            std::fwrite(text.data(), 1, text.size(), stdout);
        return Value::none();
    });
    module.function("print_error(text)", [](Call& call) {
        auto& sink = call.interpreter().options().print_error;
        const std::string& text = call.text(0);
        if (sink)
            sink(text);
        else
            std::fwrite(text.data(), 1, text.size(), stderr);
        return Value::none();
    });
}

std::int64_t clock_ns(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

void add_clocks(ModuleBuilder& module) {
    module.function("clock_ns(name)", [](Call& call) {
        const std::string& name = call.text(0);
        clockid_t clock = name == "real"        ? CLOCK_REALTIME
                          : name == "monotonic" ? CLOCK_MONOTONIC
                          : name == "process"   ? CLOCK_PROCESS_CPUTIME_ID
                                                : CLOCK_THREAD_CPUTIME_ID;
        return Value::integer(clock_ns(clock));
    });
    module.function("sleep(seconds)", [](Call& call) {
        double seconds = call.number(0);
        if (seconds != seconds) raise(Exc::ValueError, "Invalid value NaN (not a number)");
        if (seconds < 0) raise(Exc::ValueError, "sleep length must be non-negative");
        if (seconds > 9e9) raise(Exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
        sleep(seconds);
        return Value::none();
    });
    // The broken-down time, then the zone's name and its offset in seconds.
    module.function("broken_down(seconds, local)", [](Call& call) {
        auto when = static_cast<time_t>(call.integer(0));
        std::tm tm{};
        if (!(call.truth(1) ? ::localtime_r(&when, &tm) : ::gmtime_r(&when, &tm)))
            raise(Exc::OverflowError, "timestamp out of range for platform time_t");
        return make_tuple({Value::integer(tm.tm_year + 1900), Value::integer(tm.tm_mon + 1),
                           Value::integer(tm.tm_mday), Value::integer(tm.tm_hour), Value::integer(tm.tm_min),
                           Value::integer(tm.tm_sec), Value::integer((tm.tm_wday + 6) % 7),
                           Value::integer(tm.tm_yday + 1), Value::integer(tm.tm_isdst),
                           make_str(std::string_view(tm.tm_zone ? tm.tm_zone : "")),
                           Value::integer(tm.tm_gmtoff)});
    });
    module.function("make_time(numbers)", [](Call& call) {
        std::vector<Value> n = to_vector(call[0]);
        if (n.size() != 9) raise(Exc::TypeError, "mktime(): illegal time tuple argument");
        std::tm tm{};
        auto number = [&](std::size_t i) { return static_cast<int>(as_index(n[i])); };
        tm.tm_year = number(0) - 1900;
        tm.tm_mon = number(1) - 1;
        tm.tm_mday = number(2);
        tm.tm_hour = number(3);
        tm.tm_min = number(4);
        tm.tm_sec = number(5);
        tm.tm_isdst = number(8);
        tm.tm_wday = -1;
        time_t result = ::mktime(&tm);
        if (result == -1 && tm.tm_wday == -1) raise(Exc::OverflowError, "mktime argument out of range");
        return Value::number(static_cast<double>(result));
    });
    module.function("format_time(format, numbers)", [](Call& call) {
        std::vector<Value> n = to_vector(call[1]);
        if (n.size() != 9) raise(Exc::TypeError, "strftime(): illegal time tuple argument");
        std::tm tm{};
        auto number = [&](std::size_t i, int low, int high, const char* name) {
            std::int64_t value = as_index(n[i]);
            if (value < low || value > high) raise(Exc::ValueError, fmt::format("{} out of range", name));
            return static_cast<int>(value);
        };
        tm.tm_year = static_cast<int>(as_index(n[0])) - 1900;
        tm.tm_mon = std::max(number(1, 0, 12, "month"), 1) - 1;
        tm.tm_mday = std::max(number(2, 0, 31, "day of month"), 1);
        tm.tm_hour = number(3, 0, 23, "hour");
        tm.tm_min = number(4, 0, 59, "minute");
        tm.tm_sec = number(5, 0, 61, "seconds");
        tm.tm_wday = (static_cast<int>(as_index(n[6])) + 1) % 7;
        tm.tm_yday = std::max(number(7, 0, 366, "day of year"), 1) - 1;
        tm.tm_isdst = static_cast<int>(as_index(n[8]));
        if (call.text(0).empty()) return make_str(std::string_view());
        std::string out(256 + call.text(0).size() * 8, '\0');
        std::size_t length = std::strftime(out.data(), out.size(), call.text(0).c_str(), &tm);
        return make_str(out.substr(0, length));
    });
    module.function("zone()", [](Call&) {
        ::tzset();
        return make_tuple({make_str(std::string_view(::tzname[0])), make_str(std::string_view(::tzname[1])),
                           Value::integer(::timezone), Value::integer(::daylight)});
    });
}

} // namespace

void populate_system(ModuleBuilder& module) {
    add_files(module);
    add_process(module);
    add_clocks(module);
}

} // namespace limbeck::python
