#include "support/error.hpp"
#include "support/log.hpp"
#include "support/python_text.hpp"
#include "support/text.hpp"

#include <chrono>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace limbeck::log {

namespace {

std::int64_t now_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

const std::int64_t started_us = now_us();

// The file a record of the reference would name: its loggers are called as its modules.
std::string pathname_of(const Record& record) {
    if (!record.origin.pathname.empty()) return record.origin.pathname;
    if (record.logger.starts_with("alembic.")) return text::replace_all(record.logger, ".", "/") + ".py";
    return "(unknown file)";
}

std::string filename_of(const Record& record) {
    std::string path = pathname_of(record);
    return path.substr(path.rfind('/') + 1);
}

std::string strftime_local(const std::string& format, std::int64_t time_us) {
    static const bool zone_known = [] {
        ::tzset();
        return true;
    }();
    static_cast<void>(zone_known);
    std::time_t seconds = static_cast<std::time_t>(time_us / 1'000'000);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    // A format may well give an empty text, which strftime cannot tell from a buffer that is too small.
    std::string padded = format + " ";
    for (std::string buffer(128, '\0'); buffer.size() <= 64 * 1024; buffer.resize(buffer.size() * 4)) {
        std::size_t length = std::strftime(buffer.data(), buffer.size(), padded.c_str(), &local);
        if (length > 0) return buffer.substr(0, length - 1);
    }
    return {};
}

std::optional<text::PercentValue> field(std::string_view name, const Record& record) {
    auto number = [](std::int64_t value) { return text::PercentValue(value); };
    if (name == "message") return std::string(record.message);
    if (name == "levelname") return level_name(record.level);
    if (name == "name") return std::string(record.logger);
    if (name == "levelno") return number(record.level);
    if (name == "lineno") return number(record.origin.line);
    if (name == "funcName")
        return record.origin.function.empty() ? "(unknown function)" : record.origin.function;
    if (name == "pathname") return pathname_of(record);
    if (name == "filename") return filename_of(record);
    if (name == "module") {
        std::string file = filename_of(record);
        return file.substr(0, file.rfind('.'));
    }
    if (name == "process") return number(::getpid());
    if (name == "thread") return number(::gettid());
    if (name == "processName") return "MainProcess";
    if (name == "threadName") return "MainThread";
    if (name == "taskName") return "None";
    if (name == "args") return "()";
    if (name == "created") return static_cast<double>(record.time_us) / 1e6;
    if (name == "msecs") return static_cast<double>(record.time_us / 1000 % 1000);
    if (name == "relativeCreated") return static_cast<double>(record.time_us - started_us) / 1e3;
    return std::nullopt;
}

// What a format is made of once read; shared by the styles with braces and dollars.
struct Piece {
    std::string literal;
    std::string name; // empty: the literal alone
    char conversion = 0;
    std::string spec;
};

[[noreturn]] void invalid(std::string message) {
    throw ConfigError(std::move(message));
}

std::vector<Piece> brace_pieces(std::string_view format) {
    std::vector<Piece> pieces;
    std::string literal;
    for (std::size_t at = 0; at < format.size();) {
        char c = format[at++];
        if (c != '{' && c != '}') {
            literal += c;
            continue;
        }
        if (at < format.size() && format[at] == c) {
            literal += c;
            ++at;
            continue;
        }
        if (c == '}') invalid("invalid format: Single '}' encountered in format string");
        std::size_t end = format.find('}', at);
        if (end == std::string_view::npos) invalid("invalid format: expected '}' before end of string");
        std::string_view inside = format.substr(at, end - at);
        at = end + 1;
        Piece piece;
        std::size_t colon = inside.find(':');
        if (colon != std::string_view::npos) piece.spec = inside.substr(colon + 1);
        std::string_view name = inside.substr(0, colon);
        if (name.size() > 2 && name[name.size() - 2] == '!') {
            piece.conversion = name.back();
            name.remove_suffix(2);
        }
        piece.name = name;
        if (piece.name.empty()) invalid("invalid format: no fields");
        piece.literal = std::exchange(literal, {});
        pieces.push_back(std::move(piece));
    }
    if (pieces.empty()) invalid("invalid format: no fields");
    pieces.push_back({literal, {}, 0, {}});
    return pieces;
}

bool is_name_char(char c, bool first) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
}

std::vector<Piece> dollar_pieces(std::string_view format) {
    std::vector<Piece> pieces;
    std::string literal;
    for (std::size_t at = 0; at < format.size();) {
        char c = format[at++];
        if (c != '$') {
            literal += c;
            continue;
        }
        if (at < format.size() && format[at] == '$') {
            literal += '$';
            ++at;
            continue;
        }
        bool braced = at < format.size() && format[at] == '{';
        if (braced) ++at;
        std::size_t start = at;
        while (at < format.size() && is_name_char(format[at], at == start)) ++at;
        bool closed = !braced || (at < format.size() && format[at] == '}');
        if (at == start || !closed) invalid("invalid format: bare '$' not allowed");
        Piece piece;
        piece.name = format.substr(start, at - start);
        if (braced) ++at;
        piece.literal = std::exchange(literal, {});
        pieces.push_back(std::move(piece));
    }
    if (pieces.empty()) invalid("invalid format: no fields");
    pieces.push_back({literal, {}, 0, {}});
    return pieces;
}

std::string text_of(const text::PercentValue& value) {
    return text::percent_format("%(x)s", [&](std::string_view) { return value; });
}

// {fmt}'s format language is Python's, but for what records never need (',' and '_').
std::string brace_value(const Piece& piece, const text::PercentValue& value) {
    std::string format = "{:" + piece.spec + "}";
    try {
        if (piece.conversion == 'r')
            return fmt::format(fmt::runtime(format), text::python_repr(text_of(value)));
        if (piece.conversion == 's' || piece.spec.empty())
            return fmt::format(fmt::runtime(format), text_of(value));
        return std::visit([&](const auto& x) { return fmt::format(fmt::runtime(format), x); }, value);
    } catch (const fmt::format_error&) {
        invalid(fmt::format("invalid format: bad specifier: {}", text::python_repr(piece.spec)));
    }
}

} // namespace

Formatter::Formatter(std::string format, std::string date_format, char style)
    : format_(std::move(format)), date_format_(std::move(date_format)), style_(style) {
    if (style_ != '%' && style_ != '{' && style_ != '$') invalid("Style must be one of: %,{,$");
    if (format_.empty()) format_ = style_ == '{' ? "{message}" : style_ == '$' ? "${message}" : "%(message)s";
    if (style_ == '%' && format_.find("%(") == std::string::npos)
        invalid(fmt::format("Invalid format '{}' for '%' style", format_));
    // One record formatted now finds every field that does not exist and every format that does not fit.
    Record sample;
    sample.logger = "limbeck";
    sample.message = "message";
    this->format(sample);
}

std::string Formatter::format_time(const Record& record) const {
    if (!date_format_.empty()) return strftime_local(date_format_, record.time_us);
    return fmt::format("{},{:03d}", strftime_local("%Y-%m-%d %H:%M:%S", record.time_us),
                       record.time_us / 1000 % 1000);
}

std::string Formatter::format(const Record& record) const {
    auto value_of = [&](std::string_view name) -> std::optional<text::PercentValue> {
        if (name == "asctime") return format_time(record);
        return field(name, record);
    };
    if (style_ == '%') {
        try {
            return text::percent_format(format_, value_of);
        } catch (const text::PercentError& error) {
            if (error.exception() == "KeyError")
                invalid("Formatting field not found in record: " + error.message());
            invalid(fmt::format("Invalid format '{}': {}", format_, error.message()));
        }
    }
    std::string out;
    for (const Piece& piece : style_ == '{' ? brace_pieces(format_) : dollar_pieces(format_)) {
        out += piece.literal;
        if (piece.name.empty()) continue;
        std::optional<text::PercentValue> value = value_of(piece.name);
        if (!value) invalid("Formatting field not found in record: " + text::python_repr(piece.name));
        out += style_ == '{' ? brace_value(piece, *value) : text_of(*value);
    }
    return out;
}

} // namespace limbeck::log
