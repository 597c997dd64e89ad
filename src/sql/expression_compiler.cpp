#include "sql/expression_compiler.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

#include <utf8proc.h>

namespace limbeck::sql {

using schema::as;
using schema::CompileError;
using schema::ExpressionKind;
using schema::Operator;

namespace {

// What Python's \w takes: letters, digits and underscores of every script.
bool is_word(std::string_view text, std::size_t at, std::size_t& length) {
    auto byte = static_cast<unsigned char>(text[at]);
    length = 1;
    if (byte < 0x80) return std::isalnum(byte) != 0 || byte == '_';
    utf8proc_int32_t point = 0;
    auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                 static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (size <= 0) return false;
    length = static_cast<std::size_t>(size);
    utf8proc_category_t kind = utf8proc_category(point);
    return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
           (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

bool is_word_or_dollar(std::string_view text, std::size_t at, std::size_t& length) {
    if (at >= text.size()) return false;
    if (text[at] == '$') {
        length = 1;
        return true;
    }
    return is_word(text, at, length);
}

// The end of the name that begins at `at`, or `at` where none does.
std::size_t name_end(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (is_word_or_dollar(text, at, length)) at += length;
    return at;
}

// Whether the character before `at` keeps a colon there from being a parameter's: a word, a colon, a
// backslash.
bool is_blocked_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    char last = text[at - 1];
    if (last == ':' || last == '\\' || last == '$') return true;
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80) --start;
    std::size_t length = 0;
    return is_word(text, start, length);
}

} // namespace

Statement ExpressionCompiler::run(const Expression& expression, const Context& context) {
    out_.reserve(256);
    write(expression, context);
    Statement statement;
    finish(statement);
    return statement;
}

void ExpressionCompiler::write(const Expression& e, const Context& c) {
    switch (e.kind) {
    case ExpressionKind::text:
        return write_text(as<schema::Text>(e), c);
    case ExpressionKind::column:
        return write_column(as<schema::ColumnRef>(e), c);
    case ExpressionKind::bind:
        return write_bind(as<schema::Bind>(e), c);
    case ExpressionKind::null:
        out_ += "NULL";
        return;
    case ExpressionKind::true_:
        out_ += dialect_.is_postgresql() ? "true" : "1";
        return;
    case ExpressionKind::false_:
        out_ += dialect_.is_postgresql() ? "false" : "0";
        return;
    case ExpressionKind::list:
        return write_list(as<schema::ExpressionList>(e), c);
    case ExpressionKind::unary:
        return write_unary(as<schema::Unary>(e), c);
    case ExpressionKind::binary:
        return write_binary(as<schema::Binary>(e), c);
    case ExpressionKind::grouping: {
        out_ += '(';
        write(*as<schema::Grouping>(e).element, c);
        out_ += ')';
        return;
    }
    case ExpressionKind::label:
        return write_label(as<schema::Label>(e), c);
    case ExpressionKind::cast:
        return write_cast(*as<schema::Cast>(e).element, e.type, c);
    case ExpressionKind::type_coerce:
        return write(*as<schema::TypeCoerce>(e).element, c);
    case ExpressionKind::case_:
        return write_case(as<schema::Case>(e), c);
    case ExpressionKind::extract: {
        auto& extract = as<schema::Extract>(e);
        if (dialect_.is_postgresql()) {
            out_ += "EXTRACT(" + extract.field + " FROM ";
            write(*extract.element, c);
            out_ += ')';
            return;
        }
        static const std::map<std::string_view, std::string_view> formats = {
            {"month", "%m"}, {"day", "%d"},    {"year", "%Y"},  {"second", "%S"}, {"hour", "%H"},
            {"doy", "%j"},   {"minute", "%M"}, {"epoch", "%s"}, {"dow", "%w"},    {"week", "%W"}};
        static const std::set<std::string_view> plain = {"quarter", "milliseconds", "microseconds",
                                                         "timezone_hour", "timezone_minute"};
        auto found = formats.find(extract.field);
        if (found == formats.end() && !plain.contains(extract.field))
            throw CompileError(extract.field + " is not a valid extract argument.");
        out_ += "CAST(STRFTIME('";
        out_ += found == formats.end() ? std::string_view(extract.field) : found->second;
        out_ += "', ";
        write(*extract.element, c);
        out_ += ") AS INTEGER)";
        return;
    }
    case ExpressionKind::function:
        return write_function(as<schema::Function>(e), c);
    case ExpressionKind::over:
        return write_over(as<schema::Over>(e), c);
    case ExpressionKind::within_group: {
        auto& group = as<schema::WithinGroup>(e);
        write(*group.element, c);
        out_ += " WITHIN GROUP (ORDER BY ";
        write_items(group.order_by, ", ", c);
        out_ += ')';
        return;
    }
    case ExpressionKind::filter: {
        auto& filter = as<schema::FunctionFilter>(e);
        write(*filter.element, c);
        out_ += " FILTER (WHERE ";
        write(*filter.criterion, c);
        out_ += ')';
        return;
    }
    case ExpressionKind::slice: {
        auto& slice = as<schema::Slice>(e);
        write(*slice.start, c);
        out_ += ':';
        write(*slice.stop, c);
        return;
    }
    case ExpressionKind::array: {
        auto& array = as<schema::Array>(e);
        if (!dialect_.is_postgresql())
            throw CompileError("Compiler SQLiteCompiler can't render element of type array");
        if (array.items.empty() && array.type->item && array.type->item->kind != schema::TypeKind::null) {
            out_ += "ARRAY[]::";
            append_type(out_, array.type, dialect_);
            return;
        }
        out_ += "ARRAY[";
        write_items(array.items, ", ", c);
        out_ += ']';
        return;
    }
    case ExpressionKind::aggregate_order_by: {
        auto& aggregate = as<schema::AggregateOrderBy>(e);
        if (!dialect_.is_postgresql())
            throw CompileError("Compiler SQLiteCompiler can't render element of type aggregate_order_by");
        write(*aggregate.element, c);
        out_ += " ORDER BY ";
        write_items(aggregate.order_by, ", ", c);
        return;
    }
    case ExpressionKind::collation:
        append_name(out_, as<schema::Collation>(e).name, dialect_);
        return;
    case ExpressionKind::table_valued_column: {
        append_name(out_, schema::Name(from_name(*as<schema::TableValuedColumn>(e).from)), dialect_);
        return;
    }
    case ExpressionKind::scalar_select: {
        out_ += '(';
        Context inner = c;
        inner.asfrom = false;
        inner.compound_index = -1;
        write(*as<schema::ScalarSelect>(e).select, inner);
        out_ += ')';
        return;
    }
    case ExpressionKind::exists: {
        auto& exists = as<schema::Exists>(e);
        out_ += exists.negated ? "NOT (EXISTS (" : "EXISTS (";
        Context inner = c;
        inner.asfrom = false;
        inner.compound_index = -1;
        write(*exists.select, inner);
        out_ += exists.negated ? "))" : ")";
        return;
    }
    case ExpressionKind::next_value:
        return write_next_value(as<schema::NextValue>(e));
    case ExpressionKind::default_value:
        out_ += "DEFAULT";
        return;
    case ExpressionKind::label_reference: {
        auto& reference = as<schema::LabelReference>(e);
        const Expression* found = find_label(reference.name);
        if (!found) {
            if (stack_.empty()) {
                out_ += reference.name;
                return;
            }
            throw CompileError(
                fmt::format("Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual "
                            "SQL expression {} should be explicitly declared as text({})",
                            schema::repr(std::string_view(reference.name)),
                            schema::repr(std::string_view(reference.name))));
        }
        Context inner = c;
        inner.label_only = found;
        inner.within_columns = false;
        return write(*found, inner);
    }
    case ExpressionKind::custom:
        return write_custom(as<schema::CustomExpression>(e), c);
    case ExpressionKind::table:
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::cte:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample:
    case ExpressionKind::join:
    case ExpressionKind::values:
    case ExpressionKind::table_valued:
        return write_from(e, c);
    case ExpressionKind::textual_select:
        return write_textual(as<schema::TextualSelect>(e), c);
    case ExpressionKind::select:
        return write_select(as<schema::Select>(e), c);
    case ExpressionKind::compound_select:
        return write_compound(as<schema::CompoundSelect>(e), c);
    case ExpressionKind::insert:
        return write_insert(as<schema::Insert>(e), c);
    case ExpressionKind::update:
        return write_update(as<schema::Update>(e), c);
    case ExpressionKind::delete_:
        return write_delete(as<schema::Delete>(e), c);
    case ExpressionKind::ddl:
        break;
    }
    throw CompileError("this construct has no text of its own");
}

// `:name` is a parameter, `\:name` is not, and neither is `::name`.
void ExpressionCompiler::write_text(const schema::Text& e, const Context& c) {
    std::string_view text = e.text;
    bool percents = dialect_.double_percents();
    for (std::size_t at = 0; at < text.size();) {
        char letter = text[at];
        if (letter == '\\' && at + 1 < text.size() && text[at + 1] == ':') {
            std::size_t end = name_end(text, at + 2);
            if (end >= text.size() || text[end] != ':') {
                ++at;
                out_ += text.substr(at, end - at);
                at = end;
                continue;
            }
        }
        if (letter == ':' && !is_blocked_before(text, at)) {
            std::size_t end = name_end(text, at + 1);
            if (end > at + 1 && (end >= text.size() || text[end] != ':')) {
                std::string name(text.substr(at + 1, end - at - 1));
                at = end;
                auto given = std::find_if(e.binds.begin(), e.binds.end(),
                                          [&](const auto& bind) { return bind->key.text == name; });
                if (given != e.binds.end()) {
                    write_bind(**given, c);
                } else {
                    auto bind = schema::bindparam(schema::Name(name));
                    kept_.push_back(bind);
                    write_bind(*bind, c);
                }
                continue;
            }
        }
        out_ += letter;
        if (letter == '%' && percents) out_ += '%';
        ++at;
    }
}

void ExpressionCompiler::write_column(const schema::ColumnRef& e, const Context& c) {
    if (c.include_table && e.from) {
        auto* table = dynamic_cast<const schema::Table*>(e.from.get());
        if (table) {
            if (c.use_schema && table->schema && !table->schema->empty()) {
                append_name(out_, *table->schema, dialect_);
                out_ += '.';
            }
            append_name(out_, table->name, dialect_);
            out_ += '.';
        } else if (std::string name = from_name(*e.from); !name.empty()) {
            append_name(out_, schema::Name(name), dialect_);
            out_ += '.';
        }
    }
    if (e.literal)
        out_ += dialect_.double_percents() ? text::replace_all(e.name.text, "%", "%%") : e.name.text;
    else
        append_name(out_, e.name, dialect_);
}

void ExpressionCompiler::write_items(const std::vector<ExpressionPtr>& items, std::string_view separator,
                                     const Context& c) {
    bool first = true;
    for (const ExpressionPtr& item : items) {
        std::size_t before = out_.size();
        if (!first) out_ += separator;
        std::size_t start = out_.size();
        write(*item, c);
        if (out_.size() == start)
            out_.resize(before);
        else
            first = false;
    }
}

void ExpressionCompiler::write_list(const schema::ExpressionList& e, const Context& c) {
    if (e.is_tuple) {
        out_ += '(';
        write_items(e.items, ", ", c);
        out_ += ')';
        return;
    }
    Context inner = c;
    inner.in_operator = true;
    std::string_view op = schema::text(e.op);
    write_items(e.items, op, inner);
}

void ExpressionCompiler::write_conjunction(const std::vector<ExpressionPtr>& conditions, const Context& c) {
    std::vector<ExpressionPtr> kept = schema::conjunction(Operator::and_, conditions);
    for (const ExpressionPtr& condition : kept) keep(condition);
    write_items(kept, " AND ", c);
}

void ExpressionCompiler::write_unary(const schema::Unary& e, const Context& c) {
    if (e.op == Operator::is_true || e.op == Operator::is_false) {
        bool truth = e.op == Operator::is_true;
        const Expression* inner = e.element.get();
        while (auto* group = schema::get_if<schema::Grouping>(*inner)) inner = group->element.get();
        auto* binary = schema::get_if<schema::Binary>(*inner);
        bool condition = inner->kind == ExpressionKind::list || inner->kind == ExpressionKind::exists ||
                         (binary && (schema::is_boolean(binary->op) || binary->custom_comparison));
        if (condition || dialect_.is_postgresql()) {
            if (!truth) out_ += "NOT ";
            return write(*e.element, c);
        }
        write(*e.element, c);
        out_ += truth ? " = 1" : " = 0";
        return;
    }
    if (e.modifier != Operator::none) {
        write(*e.element, c);
        out_ += e.modifier == Operator::custom ? " " + e.custom_text : std::string(schema::text(e.modifier));
        return;
    }
    if (e.op == Operator::custom)
        out_ += e.custom_text + " ";
    else
        out_ += schema::text(e.op);
    write(*e.element, c);
}

void ExpressionCompiler::write_label(const schema::Label& e, const Context& c) {
    if (c.label_only == &e) {
        append_name(out_, e.name ? *e.name : schema::Name(label_of(e)), dialect_);
        return;
    }
    Context inner = c;
    bool with_as = c.within_columns && !c.within_label;
    inner.within_columns = with_as;
    inner.within_label = with_as || c.within_label;
    write(*e.element, inner);
    if (!with_as) return;
    out_ += " AS ";
    append_name(out_, e.name ? *e.name : schema::Name(label_of(e)), dialect_);
}

void ExpressionCompiler::write_cast(const Expression& element, const schema::TypePtr& type,
                                    const Context& c) {
    std::string name;
    schema::TypePtr written = type;
    // A subscript's value tells a number from a text.
    if (type->kind == schema::TypeKind::json_index && type->item) written = type->item;
    append_type(name, written, dialect_);
    std::size_t collate = name.find(" COLLATE ");
    out_ += "CAST(";
    Context inner = c;
    inner.in_operator = false;
    write(element, inner);
    out_ += " AS ";
    out_ += std::string_view(name).substr(0, collate);
    out_ += ')';
    if (collate != std::string::npos) out_ += std::string_view(name).substr(collate);
}

void ExpressionCompiler::write_case(const schema::Case& e, const Context& c) {
    out_ += "CASE ";
    if (e.value) {
        write(*e.value, c);
        out_ += ' ';
    }
    for (const auto& [condition, result] : e.whens) {
        out_ += "WHEN ";
        write(*condition, c);
        out_ += " THEN ";
        write(*result, c);
        out_ += ' ';
    }
    if (e.else_) {
        out_ += "ELSE ";
        write(*e.else_, c);
        out_ += ' ';
    }
    out_ += "END";
}

void ExpressionCompiler::write_arguments(const schema::Function& e, const Context& c) {
    out_ += '(';
    Context inner = c;
    inner.in_operator = false;
    inner.within_columns = false;
    write_items(e.arguments, ", ", inner);
    out_ += ')';
}

void ExpressionCompiler::write_function(const schema::Function& e, const Context& c) {
    std::string lower = text::to_lower(e.name.text);
    bool special = true;
    if (dialect_.is_postgresql() && lower == "aggregate_strings" && e.generic) {
        // These three start anew for their arguments: values there stay parameters.
        out_ += "string_agg";
        write_arguments(e, Context());
    } else if (dialect_.is_postgresql() && lower == "substring" && e.arguments.size() > 1) {
        out_ += "SUBSTRING(";
        write(*e.arguments[0], c);
        out_ += " FROM ";
        write(*e.arguments[1], c);
        if (e.arguments.size() > 2) {
            out_ += " FOR ";
            write(*e.arguments[2], c);
        }
        out_ += ')';
    } else if (dialect_.is_sqlite() && lower == "now") {
        out_ += "CURRENT_TIMESTAMP";
    } else if (dialect_.is_sqlite() && lower == "localtimestamp") {
        out_ += "DATETIME(CURRENT_TIMESTAMP, 'localtime')";
    } else if (dialect_.is_sqlite() && lower == "char_length") {
        out_ += "length";
        write_arguments(e, Context());
    } else if (dialect_.is_sqlite() && lower == "aggregate_strings") {
        out_ += "group_concat";
        write_arguments(e, Context());
    } else {
        special = false;
    }
    if (!special) {
        auto part = [&](const schema::Name& name) {
            if (name.quote == schema::Quote::automatic && has_illegal_characters(name.text))
                append_quoted(out_, name.text, dialect_);
            else if (name.quote == schema::Quote::automatic)
                out_ += name.text;
            else
                append_name(out_, name, dialect_);
        };
        for (const schema::Name& package : e.packages) {
            part(package);
            out_ += '.';
        }
        static const std::set<std::string_view> shouted = {
            "current_date", "current_time",   "current_timestamp", "current_user",
            "localtime",    "localtimestamp", "session_user",      "user",
            "cube",         "rollup"};
        if (e.generic && lower == "grouping_sets")
            out_ += "GROUPING SETS";
        else if (e.generic && shouted.contains(lower))
            out_ += text::to_upper(lower);
        else
            part(e.name);
        if (e.parenthesised) write_arguments(e, c);
    }
    if (e.with_ordinality) out_ += " WITH ORDINALITY";
}

void ExpressionCompiler::write_frame(std::string_view word, const schema::FrameRange& range,
                                     const Context& c) {
    auto end = [&](const std::optional<std::int64_t>& value, std::string_view unbounded) {
        if (!value) {
            out_ += unbounded;
        } else if (*value == 0) {
            out_ += "CURRENT ROW";
        } else {
            write(*keep(schema::literal(schema::Value(*value < 0 ? -*value : *value))), c);
            out_ += *value < 0 ? " PRECEDING" : " FOLLOWING";
        }
    };
    out_ += word;
    out_ += " BETWEEN ";
    end(range.lower, "UNBOUNDED PRECEDING");
    out_ += " AND ";
    end(range.upper, "UNBOUNDED FOLLOWING");
}

void ExpressionCompiler::write_over(const schema::Over& e, const Context& c) {
    write(*e.element, c);
    out_ += " OVER (";
    std::string_view separator = "";
    if (!e.partition_by.empty()) {
        out_ += "PARTITION BY ";
        write_items(e.partition_by, ", ", c);
        separator = " ";
    }
    if (!e.order_by.empty()) {
        out_ += separator;
        out_ += "ORDER BY ";
        write_items(e.order_by, ", ", c);
        separator = " ";
    }
    if (e.range || e.rows || e.groups) out_ += separator;
    if (e.range)
        write_frame("RANGE", *e.range, c);
    else if (e.rows)
        write_frame("ROWS", *e.rows, c);
    else if (e.groups)
        write_frame("GROUPS", *e.groups, c);
    out_ += ')';
}

void ExpressionCompiler::write_next_value(const schema::NextValue& e) {
    if (!dialect_.is_postgresql())
        throw schema::NotSupportedError("Dialect 'sqlite' does not support sequence increments.");
    std::string name;
    append_qualified(name, e.sequence->schema, e.sequence->name, dialect_);
    out_ += "nextval('" + text::replace_all(name, "'", "''") + "')";
}

void ExpressionCompiler::write_custom(const schema::CustomExpression& e, const Context& c) {
    // Parts are written where the text will stand, so that their parameters keep their places.
    std::string text = e.compile(dialect_.name(), [&](const Expression& part) {
        std::size_t start = out_.size();
        write(part, c);
        std::string written = out_.substr(start);
        out_.resize(start);
        return written;
    });
    out_ += text;
}

} // namespace limbeck::sql
