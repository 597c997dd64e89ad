// Functions, and the windows they look through.
#include "schema/build.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

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

} // namespace limbeck::sql
