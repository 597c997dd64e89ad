#include "support/python_text.hpp"
#include "support/text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace limbeck::text {

namespace {

// No format that people write asks for more, and a slip ("%(slug)999999999s") shall not fill the memory.
constexpr int longest_width = 100'000;

struct Directive {
    std::string_view name;
    bool minus = false, plus = false, space = false, zero = false, alternate = false;
    int width = 0;
    int precision = -1;
    char type = 0;
};

std::string float_repr(double value) {
    std::string out = fmt::format("{}", value);
    return out.find_first_of(".en") == std::string::npos ? out + ".0" : out;
}

[[noreturn]] void type_error(std::string message) {
    throw PercentError("TypeError", std::move(message));
}
[[noreturn]] void value_error(std::string message) {
    throw PercentError("ValueError", std::move(message));
}

std::string as_text(const PercentValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    return float_repr(std::get<double>(value));
}

std::string first_code_points(std::string_view text, int count) {
    std::size_t at = 0;
    while (at < text.size() && count-- > 0) next_code_point(text, at);
    return std::string(text.substr(0, at));
}

std::string pad(std::string text, std::string sign, const Directive& directive, bool number) {
    int length = static_cast<int>(utf8_length(text) + utf8_length(sign));
    int missing = std::max(0, directive.width - length);
    if (directive.minus) return sign + text + std::string(static_cast<std::size_t>(missing), ' ');
    if (directive.zero && number) return sign + std::string(static_cast<std::size_t>(missing), '0') + text;
    return std::string(static_cast<std::size_t>(missing), ' ') + sign + text;
}

std::string sign_of(bool negative, const Directive& directive) {
    return negative ? "-" : directive.plus ? "+" : directive.space ? " " : "";
}

std::string format_integer(const PercentValue& value, const Directive& directive) {
    std::int64_t number = 0;
    bool decimal = directive.type == 'd' || directive.type == 'i' || directive.type == 'u';
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        number = *integer;
    } else if (const auto* real = std::get_if<double>(&value); real && decimal && std::abs(*real) < 9e18) {
        number = static_cast<std::int64_t>(*real);
    } else {
        type_error(fmt::format("%{} format: {}, not {}", directive.type,
                               decimal ? "a real number is required" : "an integer is required",
                               std::holds_alternative<std::string>(value) ? "str" : "float"));
    }
    std::uint64_t size =
        number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    std::string digits, prefix;
    switch (directive.type) {
    case 'o':
        digits = fmt::format("{:o}", size);
        prefix = "0o";
        break;
    case 'x':
        digits = fmt::format("{:x}", size);
        prefix = "0x";
        break;
    case 'X':
        digits = fmt::format("{:X}", size);
        prefix = "0X";
        break;
    default:
        digits = fmt::format("{}", size);
    }
    if (directive.precision > static_cast<int>(digits.size()))
        digits.insert(0, static_cast<std::size_t>(directive.precision) - digits.size(), '0');
    return pad(digits, sign_of(number < 0, directive) + (directive.alternate ? prefix : ""), directive, true);
}

std::string format_float(const PercentValue& value, const Directive& directive) {
    double number = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        number = static_cast<double>(*integer);
    else if (const auto* real = std::get_if<double>(&value))
        number = *real;
    else
        type_error("must be real number, not str");
    int precision = directive.precision < 0 ? 6 : directive.precision;
    std::string spec = fmt::format("{{:{}.{}{}}}", directive.alternate ? "#" : "", precision, directive.type);
    return pad(fmt::format(fmt::runtime(spec), std::abs(number)), sign_of(std::signbit(number), directive),
               directive, std::isfinite(number));
}

std::string format_one(const PercentValue& value, const Directive& directive) {
    switch (directive.type) {
    case 's':
    case 'r':
    case 'a': {
        const auto* string = std::get_if<std::string>(&value);
        std::string text =
            directive.type != 's' && string ? python_repr(*string, directive.type == 'a') : as_text(value);
        if (directive.precision >= 0) text = first_code_points(text, directive.precision);
        return pad(std::move(text), "", directive, false);
    }
    case 'c': {
        std::string text;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            if (*number < 0 || *number > 0x10FFFF)
                throw PercentError("OverflowError", "%c arg not in range(0x110000)");
            append_code_point(text, static_cast<std::uint32_t>(*number));
        } else {
            text = as_text(value);
            if (utf8_length(text) != 1 || std::holds_alternative<double>(value))
                type_error("%c requires int or char");
        }
        return pad(std::move(text), "", directive, false);
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        return format_integer(value, directive);
    default:
        return format_float(value, directive);
    }
}

class Reader {
  public:
    explicit Reader(std::string_view format) : format_(format) {}

    bool literal(std::string& out) {
        std::size_t percent = format_.find('%', at_);
        out += format_.substr(at_, percent == std::string_view::npos ? percent : percent - at_);
        at_ = percent == std::string_view::npos ? format_.size() : percent + 1;
        return percent != std::string_view::npos;
    }

    Directive directive() {
        Directive directive;
        if (peek() == '%') {
            ++at_;
            directive.type = '%';
            return directive;
        }
        bool named = read_name(directive);
        read_flags(directive);
        directive.width = number("width");
        if (peek() == '.') {
            ++at_;
            directive.precision = number("precision");
        }
        if (at_ < format_.size() && (peek() == 'h' || peek() == 'l' || peek() == 'L')) ++at_;
        if (at_ >= format_.size()) value_error("incomplete format");
        std::size_t index = utf8_length(format_.substr(0, at_));
        std::uint32_t type = next_code_point(format_, at_);
        if (type >= 0x80 ||
            std::string_view("srcdiuoxXeEfFgGa").find(static_cast<char>(type)) == std::string_view::npos)
            value_error(fmt::format("unsupported format character '{}' (0x{:x}) at index {}",
                                    type > 31 && type < 128 ? static_cast<char>(type) : '?', type, index));
        if (!named) type_error("not enough arguments for format string");
        directive.type = static_cast<char>(type);
        return directive;
    }

  private:
    char peek() const { return at_ < format_.size() ? format_[at_] : '\0'; }

    bool read_name(Directive& directive) {
        if (peek() != '(') return false;
        std::size_t start = ++at_;
        for (int depth = 1; depth > 0; ++at_) {
            if (at_ >= format_.size()) value_error("incomplete format key");
            if (format_[at_] == '(') ++depth;
            if (format_[at_] == ')') --depth;
        }
        directive.name = format_.substr(start, at_ - 1 - start);
        return true;
    }

    void read_flags(Directive& directive) {
        for (;; ++at_) {
            switch (peek()) {
            case '-':
                directive.minus = true;
                break;
            case '+':
                directive.plus = true;
                break;
            case ' ':
                directive.space = true;
                break;
            case '#':
                directive.alternate = true;
                break;
            case '0':
                directive.zero = true;
                break;
            default:
                return;
            }
        }
    }

    int number(std::string_view what) {
        if (peek() == '*') type_error("* wants int");
        int value = 0;
        for (; peek() >= '0' && peek() <= '9'; ++at_) {
            value = value * 10 + (peek() - '0');
            if (value > longest_width) value_error(fmt::format("{} too big", what));
        }
        return value;
    }

    std::string_view format_;
    std::size_t at_ = 0;
};

} // namespace

std::string percent_format(std::string_view format,
                           const std::function<std::optional<PercentValue>(std::string_view)>& value_of) {
    std::string out;
    Reader reader(format);
    while (reader.literal(out)) {
        Directive directive = reader.directive();
        if (directive.type == '%') {
            out += '%';
            continue;
        }
        std::optional<PercentValue> value = value_of(directive.name);
        if (!value) throw PercentError("KeyError", python_repr(directive.name));
        out += format_one(*value, directive);
    }
    return out;
}

} // namespace limbeck::text
