#include "python/stdlib/json/json.hpp"

#include "python/stdlib/regex/utf.hpp"

#include <cmath>

namespace limbeck::python::json {

namespace {

// Deeper nesting than this would exhaust the stack before Python's own limit is reached.
constexpr int deepest = 900;

class Encoder {
  public:
    explicit Encoder(const EncodeOptions& options) : options_(options) {}

    std::string out;

    void write(const Value& value, int depth) {
        if (value.is_none())
            out += "null";
        else if (value.is_bool())
            out += value.as_bool() ? "true" : "false";
        else if (const std::string* text = text_if(value))
            quote_text(*text);
        else if (is_int(value))
            out += int_digits(value);
        else if (value.is_float() || as<Float>(value))
            out += number(as_double(value));
        else if (auto* list = as<List>(value))
            write_sequence(value, list->items, depth);
        else if (auto* tuple = as<Tuple>(value))
            write_sequence(value, tuple->items, depth);
        else if (as<Dict>(value))
            write_dict(value, depth);
        else
            write_other(value, depth);
    }

  private:
    std::string number(double value) {
        if (std::isfinite(value)) return to_repr(Value::number(value));
        if (!options_.allow_nan) raise(Exc::ValueError, "Out of range float values are not JSON compliant");
        return std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    void escape(char32_t c) {
        if (c < 0x10000) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
            return;
        }
        c -= 0x10000;
        out += fmt::format("\\u{:04x}\\u{:04x}", static_cast<unsigned>(0xD800 + (c >> 10)),
                           static_cast<unsigned>(0xDC00 + (c & 0x3FF)));
    }

    void quote_text(const std::string& text) {
        out += '"';
        bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F; });
        if (plain)
            out += text;
        else
            for (char32_t c : regex::from_utf8(text)) quote_character(c);
        out += '"';
    }

    void quote_character(char32_t c) {
        switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\b':
            out += "\\b";
            return;
        default:
            break;
        }
        if (c < 0x20 || (options_.ensure_ascii && c >= 0x7F))
            escape(c);
        else
            regex::append_utf8(out, c);
    }

    void new_line(int depth) {
        if (!options_.indent) return;
        out += '\n';
        for (int i = 0; i < depth; ++i) out += *options_.indent;
    }

    // Containers that are being written: one inside itself would never end.
    class Inside {
      public:
        Inside(Encoder& encoder, const Value& value, int depth) : encoder_(encoder) {
            if (depth > deepest) {
                raise(Exc::RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
            }
            for (Object* outer : encoder.open_)
                if (encoder.options_.check_circular && outer == value.object())
                    raise(Exc::ValueError, "Circular reference detected");
            encoder.open_.push_back(value.object());
        }
        ~Inside() { encoder_.open_.pop_back(); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

      private:
        Encoder& encoder_;
    };

    void write_sequence(const Value& value, const std::vector<Value>& items, int depth) {
        if (items.empty()) {
            out += "[]";
            return;
        }
        Inside inside(*this, value, depth);
        std::vector<Value> held = items;
        out += '[';
        for (std::size_t i = 0; i < held.size(); ++i) {
            if (i) out += options_.item_separator;
            new_line(depth + 1);
            write(held[i], depth + 1);
        }
        new_line(depth);
        out += ']';
    }

    // The text of a key, or nothing where it is to be skipped.
    std::optional<std::string> key_text(const Value& key) {
        if (const std::string* text = text_if(key)) return *text;
        if (key.is_none()) return "null";
        if (key.is_bool()) return key.as_bool() ? "true" : "false";
        if (is_int(key)) return int_digits(key);
        if (key.is_float() || as<Float>(key)) return number(as_double(key));
        if (options_.skip_keys) return std::nullopt;
        raise(Exc::TypeError,
              fmt::format("keys must be str, int, float, bool or None, not {}", type_name(key)));
    }

    void write_dict(const Value& value, int depth) {
        if (python::length(value) == 0) {
            out += "{}";
            return;
        }
        Inside inside(*this, value, depth);
        std::vector<std::pair<Value, Value>> items;
        for_each(call_method(value, "items"), [&](const Value& item) {
            auto& pair = cast<Tuple>(item).items;
            items.emplace_back(pair[0], pair[1]);
        });
        if (options_.sort_keys)
            std::stable_sort(items.begin(), items.end(),
                             [](auto& a, auto& b) { return python::less(a.first, b.first); });
        out += '{';
        new_line(depth + 1);
        bool first = true;
        for (auto& [key, item] : items) {
            auto text = key_text(key);
            if (!text) continue;
            if (!first) {
                out += options_.item_separator;
                new_line(depth + 1);
            }
            first = false;
            quote_text(*text);
            out += options_.key_separator;
            write(item, depth + 1);
        }
        new_line(depth);
        out += '}';
    }

    void write_other(const Value& value, int depth) {
        if (is_unresolved(value)) raise_unresolved(value, "write it as JSON");
        Inside inside(*this, value, depth);
        write(python::call(options_.fallback, {value}), depth + 1 > deepest ? depth + 1 : depth);
    }

    const EncodeOptions& options_;
    std::vector<Object*> open_;
};

} // namespace

std::string encode(const Value& value, const EncodeOptions& options) {
    Encoder encoder(options);
    encoder.write(value, 0);
    return std::move(encoder.out);
}

} // namespace limbeck::python::json
