#include "project/logging_arguments.hpp"

#include "support/error.hpp"
#include "support/python_text.hpp"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace limbeck::project {

namespace {

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::vector<LoggingArgument> tuple() {
        std::vector<LoggingArgument> items;
        expect('(');
        while (!take(')')) {
            items.push_back(expression());
            if (take(')')) break;
            expect(',');
        }
        end();
        return items;
    }

    std::vector<std::pair<std::string, LoggingArgument>> dictionary() {
        std::vector<std::pair<std::string, LoggingArgument>> items;
        expect('{');
        while (!take('}')) {
            LoggingArgument key = expression();
            if (!std::holds_alternative<std::string>(key)) not_understood();
            expect(':');
            items.emplace_back(std::get<std::string>(key), expression());
            if (take('}')) break;
            expect(',');
        }
        end();
        return items;
    }

  private:
    LoggingArgument expression() {
        LoggingArgument left = term();
        while (take('+')) {
            LoggingArgument right = term();
            auto* text = std::get_if<std::string>(&left);
            auto* more = std::get_if<std::string>(&right);
            if (!text || !more) not_understood();
            *text += *more;
        }
        return left;
    }

    LoggingArgument term() {
        char c = peek();
        if (c == '\'' || c == '"') return texts();
        if ((c >= '0' && c <= '9') || c == '-' || c == '.') return number();
        std::string word = name();
        if ((word == "r" || word == "u") &&
            (text_.substr(at_).starts_with('\'') || text_.substr(at_).starts_with('"'))) {
            raw_ = word == "r";
            return texts();
        }
        if (word == "None") return std::monostate();
        if (word == "True") return 1.0;
        if (word == "False") return 0.0;
        if (word == "sys.stdout" || word == "sys.__stdout__") return StandardStream::output;
        if (word == "sys.stderr" || word == "sys.__stderr__") return StandardStream::error;
        if (word == "os.environ" && take('[')) {
            std::string variable = text_of(expression());
            expect(']');
            const char* value = std::getenv(variable.c_str());
            if (!value) throw ConfigError("the environment variable " + variable + " is not set");
            return value;
        }
        if (word == "os.getenv" || word == "os.environ.get") return environment();
        if (word == "os.path.join") return joined_path();
        not_understood();
    }

    LoggingArgument environment() {
        std::vector<LoggingArgument> arguments = call();
        if (arguments.empty() || arguments.size() > 2) not_understood();
        const char* value = std::getenv(text_of(arguments[0]).c_str());
        if (value) return value;
        return arguments.size() == 2 ? arguments[1] : LoggingArgument();
    }

    LoggingArgument joined_path() {
        std::string path;
        for (const LoggingArgument& argument : call()) {
            const std::string& part = text_of(argument);
            if (part.starts_with('/')) path.clear();
            if (!path.empty() && !path.ends_with('/')) path += '/';
            path += part;
        }
        return path;
    }

    std::vector<LoggingArgument> call() {
        if (++depth_ > 50) not_understood();
        std::vector<LoggingArgument> arguments;
        expect('(');
        while (!take(')')) {
            arguments.push_back(expression());
            if (take(')')) break;
            expect(',');
        }
        --depth_;
        return arguments;
    }

    const std::string& text_of(const LoggingArgument& argument) const {
        if (const auto* text = std::get_if<std::string>(&argument)) return *text;
        not_understood();
    }

    // Texts side by side are one.
    std::string texts() {
        std::string out;
        while (peek() == '\'' || peek() == '"') {
            char quote = text_[at_++];
            while (at_ < text_.size() && text_[at_] != quote) out += character();
            if (at_ == text_.size()) not_understood();
            ++at_;
            raw_ = false;
        }
        return out;
    }

    std::string character() {
        char c = text_[at_++];
        if (c != '\\' || at_ == text_.size()) return std::string(1, c);
        char next = text_[at_++];
        if (raw_) return {c, next};
        switch (next) {
        case 'n':
            return "\n";
        case 't':
            return "\t";
        case 'r':
            return "\r";
        case '\n':
            return "";
        case '\\':
        case '\'':
        case '"':
            return std::string(1, next);
        case 'x':
        case 'u':
        case 'U':
        case 'N':
        case '0':
            not_understood();
        default:
            return {c, next};
        }
    }

    LoggingArgument number() {
        std::size_t start = at_;
        while (at_ < text_.size() &&
               std::string_view("0123456789+-._eE").find(text_[at_]) != std::string_view::npos)
            ++at_;
        double value = 0;
        auto [stop, error] = std::from_chars(text_.data() + start, text_.data() + at_, value);
        if (error != std::errc() || stop != text_.data() + at_) not_understood();
        // Sizes are often written as products.
        if (take('*')) {
            LoggingArgument factor = term();
            if (!std::holds_alternative<double>(factor)) not_understood();
            value *= std::get<double>(factor);
        }
        return value;
    }

    std::string name() {
        std::size_t start = at_;
        auto belongs = [](char c) {
            return c == '_' || c == '.' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   (c >= '0' && c <= '9');
        };
        while (at_ < text_.size() && belongs(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    char peek() {
        while (at_ < text_.size() && std::string_view(" \t\r\n\f").find(text_[at_]) != std::string_view::npos)
            ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    bool take(char c) {
        if (peek() != c || at_ == text_.size()) return false;
        ++at_;
        return true;
    }

    void expect(char c) {
        if (!take(c)) not_understood();
    }

    void end() {
        peek();
        if (at_ != text_.size()) not_understood();
    }

    [[noreturn]] void not_understood() const {
        throw ConfigError("the arguments " + text::python_repr(text_) + " are not understood");
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool raw_ = false;
};

} // namespace

std::vector<LoggingArgument> parse_logging_args(std::string_view text) {
    return Parser(text).tuple();
}

std::vector<std::pair<std::string, LoggingArgument>> parse_logging_kwargs(std::string_view text) {
    return Parser(text).dictionary();
}

} // namespace limbeck::project
