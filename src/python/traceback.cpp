// Tracebacks in CPython 3.11's text: frames with their source lines, markers under the part that failed,
// chains of causes, notes, groups.
#include "python/attribute.hpp"
#include "python/runtime.hpp"
#include "python/wtf8.hpp"

#include <fmt/format.h>

namespace limbeck::python {

namespace {

std::string_view trimmed(std::string_view line) {
    std::size_t start = line.find_first_not_of(" \t\f");
    if (start == std::string_view::npos) return {};
    return line.substr(start, line.find_last_not_of(" \t\f\r\n") - start + 1);
}

// Markers are left out where they would underline the whole line.
std::string markers(const TracebackEntry& entry, std::string_view line) {
    if (entry.column < 0 || entry.line < 1) return {};
    std::size_t indent = line.find_first_not_of(" \t\f");
    std::string_view shown = trimmed(line);
    if (indent == std::string_view::npos || static_cast<std::size_t>(entry.column) < indent) return {};
    std::size_t from = static_cast<std::size_t>(entry.column);
    bool one_line = entry.end_line == entry.line;
    std::size_t to = one_line ? static_cast<std::size_t>(entry.end_column) : indent + shown.size();
    to = std::min(to, indent + shown.size());
    if (to <= from) return {};
    auto characters = [&](std::size_t a, std::size_t b) { return wtf8::length(line.substr(a, b - a)); };
    std::size_t lead = characters(indent, from);
    std::string under(characters(from, to), '^');
    // Of an operation the operator is pointed at, of a subscript its brackets.
    if (one_line && entry.node) {
        auto* node = static_cast<const ast::Expression*>(entry.node);
        std::size_t mark_from = 0, mark_to = 0;
        if (auto* binary = ast::get_if<ast::BinOp>(node)) {
            const ast::Span& left = binary->left->where;
            if (left.end_line == entry.line && binary->right->where.line == entry.line) {
                std::size_t at = static_cast<std::size_t>(left.end_column);
                while (at < line.size() &&
                       (line[at] == ' ' || line[at] == '\t' || line[at] == ')' || line[at] == '\\'))
                    ++at;
                mark_from = at;
                mark_to = at + 1;
                if (mark_to < line.size() && line[mark_to] != ' ' &&
                    mark_to < static_cast<std::size_t>(binary->right->where.column) &&
                    (line[mark_to] == line[at] ||
                     std::string_view("*/<>").find(line[mark_to]) != std::string_view::npos))
                    ++mark_to;
            }
        } else if (auto* subscript = ast::get_if<ast::Subscript>(node)) {
            const ast::Span& value = subscript->value->where;
            if (value.end_line == entry.line) {
                std::size_t at = static_cast<std::size_t>(value.end_column);
                while (at < line.size() && line[at] != '[') ++at;
                mark_from = at;
                mark_to = to;
            }
        }
        if (mark_to > mark_from && mark_from >= from && mark_to <= to) {
            under.assign(characters(from, mark_from), '~');
            under.append(characters(mark_from, mark_to), '^');
            under.append(characters(mark_to, to), '~');
            return std::string(lead, ' ') + under;
        }
    }
    if (lead == 0 && under.size() == wtf8::length(shown)) return {};
    return std::string(lead, ' ') + under;
}

std::string frame_text(const TracebackEntry& entry) {
    const Source& source = entry.code->unit->tree->source;
    std::string out =
        fmt::format("  File \"{}\", line {}, in {}\n", entry.code->unit->file, entry.line, entry.code->name);
    std::string_view line =
        entry.line >= 1 && entry.line <= source.line_count() ? source.line(entry.line) : std::string_view();
    std::string_view shown = trimmed(line);
    if (shown.empty()) return out;
    out += "    ";
    out += shown;
    out += '\n';
    std::string under = markers(entry, line);
    if (!under.empty()) out += "    " + under + "\n";
    return out;
}

std::string frames_text(const Exception& exception) {
    std::string out;
    const auto& entries = exception.traceback;
    std::size_t repeated = 0;
    const TracebackEntry* last = nullptr;
    auto flush = [&] {
        if (repeated > 3) {
            std::size_t more = repeated - 3;
            out += fmt::format("  [Previous line repeated {} more time{}]\n", more, more == 1 ? "" : "s");
        }
    };
    for (std::size_t at = entries.size(); at-- > 0;) {
        const TracebackEntry& entry = entries[at];
        bool same = last && last->code == entry.code && last->line == entry.line;
        if (!same) {
            flush();
            repeated = 0;
        }
        ++repeated;
        last = &entry;
        if (repeated <= 3) out += frame_text(entry);
    }
    flush();
    return out;
}

std::string title(const Class* type) {
    std::string module = type->module;
    if (module == "builtins" || module == "__main__" || module.empty()) return type->qualified_name;
    return module + "." + type->qualified_name;
}

std::string safe_text(const Exception& exception) {
    try {
        return message_of(exception);
    } catch (const Raised&) {
        return "<exception str() failed>";
    }
}

std::string last_lines(const Exception& exception) {
    std::string out;
    Value self(const_cast<Exception*>(&exception));
    std::string text;
    if (matches(exception, Exc::SyntaxError)) {
        Value file = find_attribute(self, std::string_view("filename")),
              line = find_attribute(self, std::string_view("lineno"));
        if (line.exists() && line.is_small_int()) {
            out += fmt::format("  File \"{}\", line {}\n",
                               file.exists() && is_str(file) ? as_text(file) : "<string>", line.as_int());
            Value source = find_attribute(self, std::string_view("text"));
            if (source.exists() && is_str(source)) {
                std::string shown(trimmed(as_text(source)));
                out += "    " + shown + "\n";
                Value offset = find_attribute(self, std::string_view("offset"));
                if (offset.exists() && offset.is_small_int()) {
                    std::size_t indent = as_text(source).find_first_not_of(" \t\f");
                    std::int64_t column = offset.as_int() - 1 -
                                          static_cast<std::int64_t>(indent == std::string::npos ? 0 : indent);
                    if (column >= 0)
                        out += "    " + std::string(static_cast<std::size_t>(column), ' ') + "^\n";
                }
            }
        }
        text = to_str(get_attribute(self, "msg"));
    } else {
        text = safe_text(exception);
    }
    out += title(exception.cls);
    if (!text.empty()) out += ": " + text;
    out += '\n';
    Value notes = find_attribute(self, std::string_view("__notes__"));
    if (notes.exists() && as<List>(notes))
        for (const Value& note : cast<List>(notes).items) out += to_str(note) + "\n";
    return out;
}

std::string indented(const std::string& text, const std::string& margin) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find('\n', at);
        out += margin + text.substr(at, end - at) + "\n";
        if (end == std::string::npos) break;
        at = end + 1;
    }
    return out;
}

std::string report(const Exception& exception, std::vector<const Exception*>& seen, int depth);

std::string group_text(const Exception& exception, std::vector<const Exception*>& seen, int depth) {
    Value self(const_cast<Exception*>(&exception));
    std::string out;
    std::string body = "Exception Group Traceback (most recent call last):\n";
    body += frames_text(exception) + last_lines(exception);
    if (exception.traceback.empty()) body = last_lines(exception);
    std::string inner;
    bool first = true;
    for (char c : body) {
        if (inner.empty() || inner.back() == '\n') {
            bool lead = first && depth == 0 && !exception.traceback.empty();
            inner += lead ? "  + " : depth == 0 ? "  | " : "| ";
            if (depth > 0) inner.erase(inner.size() - 2), inner += "| ";
            first = false;
        }
        inner += c;
    }
    out += inner;
    std::vector<Value> parts = to_vector(get_attribute(self, "exceptions"));
    for (std::size_t at = 0; at < parts.size(); ++at) {
        std::string number = fmt::format("{}", at + 1);
        std::string head = depth == 0 ? "  " : "";
        out += head + (at == 0 ? "+-+" : "  +") + "---------------- " + number + " ----------------\n";
        std::string text = report(cast<Exception>(parts[at]), seen, depth + 1);
        out += matches(cast<Exception>(parts[at]), Exc::BaseExceptionGroup) ? indented(text, head + "  ")
                                                                            : indented(text, head + "  | ");
    }
    // A group that comes last has closed the box already.
    if (parts.empty() || !matches(cast<Exception>(parts.back()), Exc::BaseExceptionGroup))
        out += std::string(depth == 0 ? "    +" : "  +") + "------------------------------------\n";
    return out;
}

std::string report(const Exception& exception, std::vector<const Exception*>& seen, int depth) {
    seen.push_back(&exception);
    std::string out;
    auto known = [&](const Value& value) {
        for (const Exception* each : seen)
            if (value.is(Value(const_cast<Exception*>(each)))) return true;
        return false;
    };
    if (Exception* cause = as<Exception>(exception.cause); cause && !known(exception.cause)) {
        out += report(*cause, seen, depth);
        out += "\nThe above exception was the direct cause of the following exception:\n\n";
    } else if (Exception* context = as<Exception>(exception.context);
               context && !exception.suppress_context && !exception.cause.exists() &&
               !known(exception.context)) {
        out += report(*context, seen, depth);
        out += "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
    if (matches(exception, Exc::BaseExceptionGroup)) return out + group_text(exception, seen, depth);
    if (!exception.traceback.empty()) out += "Traceback (most recent call last):\n" + frames_text(exception);
    return out + last_lines(exception);
}

} // namespace

std::string format_traceback(const Exception& exception) {
    std::vector<const Exception*> seen;
    return report(exception, seen, 0);
}

Value traceback_value(const Exception& exception) {
    if (exception.traceback.empty()) return Value::none();
    Value next = Value::none();
    for (const TracebackEntry& entry : exception.traceback) {
        Value made = make_instance(types().traceback);
        Value frame = make_instance(types().frame);
        Value code = make_instance(types().code);
        set_attribute(code, "co_name", make_str(entry.code->name));
        set_attribute(code, "co_filename", make_str(entry.code->unit->file));
        set_attribute(code, "co_firstlineno", Value::integer(entry.code->first_line));
        set_attribute(frame, "f_code", code);
        set_attribute(frame, "f_lineno", Value::integer(entry.line));
        set_attribute(made, "tb_lineno", Value::integer(entry.line));
        set_attribute(made, "tb_frame", frame);
        set_attribute(made, "tb_next", next);
        // As the `traceback` module shows it.
        set_attribute(made, "_text", make_str(frame_text(entry)));
        next = made;
    }
    return next;
}

} // namespace limbeck::python
