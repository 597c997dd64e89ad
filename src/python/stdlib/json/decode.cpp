#include "python/stdlib/json/json.hpp"

#include "python/stdlib/regex/utf.hpp"

namespace limbeck::python::json {

namespace {

constexpr int deepest = 900;

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

class Decoder {
  public:
    Decoder(std::u32string_view text, std::size_t at, const DecodeOptions& options)
        : text_(text), at_(at), options_(options) {}

    std::size_t at() const { return at_; }

    Value value(int depth) {
        if (depth > deepest)
            raise(Exc::RecursionError, "maximum recursion depth exceeded while decoding a JSON document");
        if (at_ >= text_.size()) fail("Expecting value", at_);
        switch (text_[at_]) {
        case '"':
            ++at_;
            return make_str(string());
        case '{':
            return object(depth);
        case '[':
            return array(depth);
        case 'n':
            if (word(U"null")) return Value::none();
            break;
        case 't':
            if (word(U"true")) return Value::boolean(true);
            break;
        case 'f':
            if (word(U"false")) return Value::boolean(false);
            break;
        case 'N':
            if (word(U"NaN")) return constant("NaN", __builtin_nan(""));
            break;
        case 'I':
            if (word(U"Infinity")) return constant("Infinity", __builtin_huge_val());
            break;
        case '-':
            if (word(U"-Infinity")) return constant("-Infinity", -__builtin_huge_val());
            break;
        default:
            break;
        }
        return number();
    }

  private:
    [[noreturn]] void fail(const char* sentence, std::size_t position) {
        throw DecodeFailure{sentence, position};
    }

    bool word(std::u32string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    Value constant(const char* name, double value) {
        if (options_.parse_constant.is_none()) return Value::number(value);
        return python::call(options_.parse_constant, {make_str(std::string_view(name))});
    }

    Value number() {
        std::size_t start = at_, end = at_;
        auto digit_at = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        if (end < text_.size() && text_[end] == '-') ++end;
        if (!digit_at(end)) fail("Expecting value", start);
        if (text_[end] == '0')
            ++end;
        else
            while (digit_at(end)) ++end;
        bool is_float = false;
        if (end < text_.size() && text_[end] == '.' && digit_at(end + 1)) {
            is_float = true;
            ++end;
            while (digit_at(end)) ++end;
        }
        if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
            std::size_t exponent = end + 1;
            if (exponent < text_.size() && (text_[exponent] == '+' || text_[exponent] == '-')) ++exponent;
            if (digit_at(exponent)) {
                is_float = true;
                while (digit_at(exponent)) ++exponent;
                end = exponent;
            }
        }
        std::string digits = regex::to_utf8(text_.substr(start, end - start));
        at_ = end;
        const Value& hook = is_float ? options_.parse_float : options_.parse_int;
        if (!hook.is_none()) return python::call(hook, {make_str(digits)});
        if (is_float) return Value::number(std::strtod(digits.c_str(), nullptr));
        return make_int_from_digits(digits);
    }

    char32_t hex4(std::size_t escape) {
        char32_t value = 0;
        for (std::size_t i = escape; i < escape + 4; ++i) {
            char32_t c = i < text_.size() ? text_[i] : U'\0';
            char32_t digit;
            if (is_digit(c))
                digit = c - '0';
            else if (c >= 'a' && c <= 'f')
                digit = c - 'a' + 10;
            else if (c >= 'A' && c <= 'F')
                digit = c - 'A' + 10;
            else
                fail("Invalid \\uXXXX escape", escape - 1);
            value = value * 16 + digit;
        }
        return value;
    }

    // After the quote.
    std::string string() {
        std::size_t begin = at_ - 1;
        std::string out;
        for (;;) {
            if (at_ >= text_.size()) fail("Unterminated string starting at", begin);
            char32_t c = text_[at_];
            if (c == '"') {
                ++at_;
                return out;
            }
            if (c < 0x20 && options_.strict) fail("Invalid control character at", at_);
            ++at_;
            if (c != '\\') {
                regex::append_utf8(out, c);
                continue;
            }
            if (at_ >= text_.size()) fail("Unterminated string starting at", begin);
            escape(out);
        }
    }

    void escape(std::string& out) {
        char32_t c = text_[at_++];
        switch (c) {
        case '"':
        case '\\':
        case '/':
            out += static_cast<char>(c);
            return;
        case 'b':
            out += '\b';
            return;
        case 'f':
            out += '\f';
            return;
        case 'n':
            out += '\n';
            return;
        case 'r':
            out += '\r';
            return;
        case 't':
            out += '\t';
            return;
        case 'u':
            break;
        default:
            fail("Invalid \\escape", at_ - 2);
        }
        char32_t unit = hex4(at_);
        at_ += 4;
        if (unit >= 0xD800 && unit < 0xDC00 && text_.substr(at_, 2) == U"\\u") {
            char32_t low = hex4(at_ + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                at_ += 6;
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            }
        }
        regex::append_utf8(out, unit);
    }

    Value array(int depth) {
        ++at_;
        std::vector<Value> items;
        skip_space();
        if (at_ < text_.size() && text_[at_] == ']') {
            ++at_;
            return make_list();
        }
        for (;;) {
            items.push_back(value(depth + 1));
            skip_space();
            if (at_ < text_.size() && text_[at_] == ']') break;
            if (at_ >= text_.size() || text_[at_] != ',') fail("Expecting ',' delimiter", at_);
            ++at_;
            skip_space();
        }
        ++at_;
        return make_list(std::move(items));
    }

    Value object(int depth) {
        ++at_;
        std::vector<std::pair<Value, Value>> items;
        skip_space();
        if (at_ < text_.size() && text_[at_] == '}') {
            ++at_;
            return finish(items);
        }
        for (;;) {
            if (at_ >= text_.size() || text_[at_] != '"')
                fail("Expecting property name enclosed in double quotes", at_);
            ++at_;
            Value key = make_str(string());
            skip_space();
            if (at_ >= text_.size() || text_[at_] != ':') fail("Expecting ':' delimiter", at_);
            ++at_;
            skip_space();
            items.emplace_back(std::move(key), value(depth + 1));
            skip_space();
            if (at_ < text_.size() && text_[at_] == '}') break;
            if (at_ >= text_.size() || text_[at_] != ',') fail("Expecting ',' delimiter", at_);
            ++at_;
            skip_space();
        }
        ++at_;
        return finish(items);
    }

    Value finish(std::vector<std::pair<Value, Value>>& items) {
        if (!options_.object_pairs_hook.is_none()) {
            std::vector<Value> pairs;
            for (auto& [key, item] : items) pairs.push_back(make_tuple({key, item}));
            return python::call(options_.object_pairs_hook, {make_list(std::move(pairs))});
        }
        Value dict = make_dict();
        for (auto& [key, item] : items) set_item(dict, key, item);
        if (options_.object_hook.is_none()) return dict;
        return python::call(options_.object_hook, {dict});
    }

    std::u32string_view text_;
    std::size_t at_;
    const DecodeOptions& options_;
};

} // namespace

Value decode(std::u32string_view text, std::size_t& start, const DecodeOptions& options) {
    Decoder decoder(text, start, options);
    Value value = decoder.value(0);
    start = decoder.at();
    return value;
}

} // namespace limbeck::python::json
