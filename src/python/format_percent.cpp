// The % operator on text and bytes.
#include "python/format.hpp"
#include "python/integers.hpp"
#include "python/runtime.hpp"
#include "python/unresolved.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace limbeck::python {

namespace {

class Percent {
  public:
    Percent(std::string_view text, const Value& arguments, bool bytes)
        : text_(text), arguments_(arguments), bytes_(bytes) {
        tuple_ = as<Tuple>(arguments);
        mapping_ = !tuple_ && !as<Str>(arguments) && !(bytes && as<Bytes>(arguments)) &&
                   find_special(arguments, names().getitem).exists();
    }

    std::string run() {
        while (at_ < text_.size()) {
            std::size_t percent = text_.find('%', at_);
            out_ += text_.substr(at_, percent - at_);
            if (percent == std::string_view::npos) break;
            at_ = percent + 1;
            item();
        }
        if (tuple_ ? used_ < tuple_->items.size() : used_ == 0 && !mapping_)
            raise(Exc::TypeError, fmt::format("not all arguments converted during {} formatting",
                                              bytes_ ? "bytes" : "string"));
        return std::move(out_);
    }

  private:
    [[noreturn]] void incomplete() { raise(Exc::ValueError, "incomplete format"); }
    char here() {
        if (at_ >= text_.size()) incomplete();
        return text_[at_];
    }

    Value next_argument() {
        if (keyed_.exists()) return keyed_;
        if (tuple_) {
            if (used_ >= tuple_->items.size())
                raise(Exc::TypeError, "not enough arguments for format string");
            return tuple_->items[used_++];
        }
        if (used_++ > 0) raise(Exc::TypeError, "not enough arguments for format string");
        return arguments_;
    }

    std::int64_t star_or_number(bool& star) {
        star = false;
        if (here() == '*') {
            ++at_;
            star = true;
            Value given = next_argument();
            if (!is_int(given)) raise(Exc::TypeError, "* wants int");
            return as_index(given);
        }
        std::int64_t value = -1;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
            value = std::max<std::int64_t>(value, 0) * 10 + (text_[at_++] - '0');
            if (value > INT32_MAX) raise(Exc::ValueError, "width too big");
        }
        return value;
    }

    void item() {
        keyed_ = Value();
        if (here() == '%') {
            out_ += '%';
            ++at_;
            return;
        }
        if (here() == '(') {
            int depth = 1;
            std::size_t start = ++at_;
            while (depth > 0) {
                if (at_ >= text_.size()) raise(Exc::ValueError, "incomplete format key");
                if (text_[at_] == '(') ++depth;
                if (text_[at_] == ')') --depth;
                ++at_;
            }
            if (!mapping_) raise(Exc::TypeError, "format requires a mapping");
            std::string_view key = text_.substr(start, at_ - start - 1);
            keyed_ = get_item(arguments_, bytes_ ? make_bytes(key) : make_str(key));
        }
        FormatSpec spec;
        bool left = false, zero = false;
        for (;; ++at_) {
            char c = here();
            if (c == '-')
                left = true;
            else if (c == '+')
                spec.sign = '+';
            else if (c == ' ')
                spec.sign = spec.sign ? spec.sign : ' ';
            else if (c == '#')
                spec.alternate = true;
            else if (c == '0')
                zero = true;
            else
                break;
        }
        bool star = false;
        spec.width = star_or_number(star);
        if (star && spec.width < 0) {
            left = true;
            spec.width = -spec.width;
        }
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            spec.precision = std::max<std::int64_t>(star_or_number(star), 0);
        }
        while (here() == 'l' || here() == 'h' || here() == 'L') ++at_;
        std::size_t start = at_;
        char32_t type = wtf8::decode(text_, at_);
        spec.align = left ? '<' : 0;
        rt().heap.foresee(spec.width > 0 ? static_cast<std::uint64_t>(spec.width) : 0);
        Value value = next_argument();
        switch (type) {
        case 's':
        case 'r':
        case 'a':
        case 'b':
            return text_item(value, static_cast<char>(type), spec, start);
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X':
            return integer_item(value, static_cast<char>(type), spec, zero && !left);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
            return double_item(value, static_cast<char>(type), spec, zero && !left);
        case 'c':
            return character_item(value, spec);
        default:
            raise_unsupported(type, start);
        }
    }

    [[noreturn]] void raise_unsupported(char32_t type, std::size_t start) {
        std::string shown;
        wtf8::append(shown, bytes_ || (type >= 0x20 && type < 0x7f) ? type : U'?');
        raise(Exc::ValueError,
              fmt::format("unsupported format character '{}' (0x{:x}) at index {}", shown,
                          static_cast<unsigned>(type), wtf8::length(text_.substr(0, start))));
    }

    void text_item(const Value& value, char type, const FormatSpec& spec, std::size_t start) {
        std::string text;
        if (bytes_ && (type == 's' || type == 'b')) {
            const std::string* given = bytes_if(value);
            if (!given)
                raise(Exc::TypeError,
                      fmt::format(
                          "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                          type_name(value)));
            text = *given;
        } else if (type == 'b') {
            raise_unsupported('b', start);
        } else {
            text = type == 's' ? to_str(value) : type == 'r' && !bytes_ ? to_repr(value) : to_ascii(value);
        }
        std::size_t length = bytes_ ? text.size() : wtf8::length(text);
        if (spec.precision >= 0 && static_cast<std::size_t>(spec.precision) < length) {
            length = static_cast<std::size_t>(spec.precision);
            text = bytes_ ? text.substr(0, length) : std::string(wtf8::slice(text, 0, length, false));
        }
        out_ += pad(text, length, spec, '>');
    }

    void integer_item(const Value& given, char type, const FormatSpec& spec, bool zero) {
        bool decimal = type == 'd' || type == 'i' || type == 'u';
        Value value = given;
        if (is_unresolved(value)) raise_unresolved(value, "write it as text");
        if (!is_int(value)) {
            if (decimal && (value.is_float() || as<Float>(value)))
                value = double_to_integer(as_double(value));
            else if (find_special(value, names().index).exists())
                value = Value::integer(as_index(value));
            else if (decimal && find_special(value, names().int_).exists())
                value = call_method(value, "__int__");
            else
                raise(Exc::TypeError,
                      fmt::format("%{} format: {} is required, not {}", type,
                                  decimal ? "a real number" : "an integer", type_name(given)));
        }
        int base = type == 'o' ? 8 : decimal ? 10 : 16;
        std::string digits = integer_text(value, base);
        bool negative = digits[0] == '-';
        if (negative) digits.erase(0, 1);
        if (type == 'X')
            for (char& c : digits) c = static_cast<char>(c >= 'a' ? c - 32 : c);
        if (spec.precision > static_cast<std::int64_t>(digits.size()))
            digits.insert(0, static_cast<std::size_t>(spec.precision) - digits.size(), '0');
        std::string prefix = spec.alternate && !decimal ? (type == 'o'   ? "0o"
                                                           : type == 'x' ? "0x"
                                                                         : "0X")
                                                        : "";
        finish(negative, prefix, digits, spec, zero);
    }

    void double_item(const Value& value, char type, const FormatSpec& spec, bool zero) {
        if (is_unresolved(value)) raise_unresolved(value, "write it as text");
        if (!value.is_float() && !is_int(value) && !find_special(value, names().float_).exists() &&
            !find_special(value, names().index).exists())
            raise(Exc::TypeError, fmt::format("must be real number, not {}", type_name(value)));
        int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
        if ((type == 'g' || type == 'G') && precision == 0) precision = 1;
        double number = as_double(value);
        std::string digits = double_fixed(number, type, precision, spec.alternate);
        bool negative = digits[0] == '-';
        if (negative) digits.erase(0, 1);
        finish(negative, "", digits, spec, zero);
    }

    void finish(bool negative, const std::string& prefix, const std::string& digits, const FormatSpec& spec,
                bool zero) {
        std::string sign = negative ? "-" : spec.sign ? std::string(1, spec.sign) : "";
        std::size_t length = sign.size() + prefix.size() + digits.size();
        std::string zeros;
        if (zero && spec.width > static_cast<std::int64_t>(length))
            zeros.assign(static_cast<std::size_t>(spec.width) - length, '0');
        std::string text = sign + prefix + zeros + digits;
        out_ += pad(text, text.size(), spec, '>');
    }

    void character_item(const Value& value, const FormatSpec& spec) {
        std::string text;
        if (bytes_) {
            const std::string* given = bytes_if(value);
            if (given && given->size() == 1)
                text = *given;
            else if (auto code = integer_if(value); code && *code >= 0 && *code < 256)
                text = std::string(1, static_cast<char>(*code));
            else
                raise(Exc::TypeError, "%c requires an integer in range(256) or a single byte");
            out_ += pad(text, 1, spec, '>');
            return;
        }
        if (Str* str = as<Str>(value)) {
            if (str->length != 1) raise(Exc::TypeError, "%c requires int or char");
            text = str->text;
        } else if (is_int(value)) {
            auto code = integer_if(value);
            if (!code || *code < 0 || *code > 0x10ffff)
                raise(Exc::OverflowError, "%c arg not in range(0x110000)");
            wtf8::append(text, static_cast<char32_t>(*code));
        } else {
            if (is_unresolved(value)) raise_unresolved(value, "write it as text");
            raise(Exc::TypeError, "%c requires int or char");
        }
        out_ += pad(text, 1, spec, '>');
    }

    std::string_view text_;
    const Value& arguments_;
    bool bytes_;
    Tuple* tuple_;
    bool mapping_;
    std::size_t at_ = 0;
    std::size_t used_ = 0;
    Value keyed_;
    std::string out_;
};

} // namespace

Value format_percent(std::string_view text, const Value& arguments) {
    return make_str(Percent(text, arguments, false).run());
}

Value format_percent_bytes(const Bytes& text, const Value& arguments) {
    std::string out = Percent(text.data, arguments, true).run();
    return make<Bytes>(text.kind, text.is_mutable() ? types().bytearray : types().bytes, std::move(out));
}

} // namespace limbeck::python
