#include "sql/expression_compiler.hpp"

#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/text_binds.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

#include <algorithm>

namespace limbeck::sql {

using schema::as;
using schema::CompileError;
using schema::ExpressionKind;
using schema::Operator;

Statement ExpressionCompiler::run(const Expression& expression, const Context& context) {
    out_.reserve(256);
    write(expression, context);
    Statement statement;
    finish(statement);
    return statement;
}

namespace {

[[noreturn]] void refuse(const Dialect& dialect, std::string_view element) {
    throw schema::UnsupportedCompilationError(
        fmt::format("Compiler {} can't render element of type <class 'sqlalchemy.{}'>",
                    dialect.is_sqlite() ? "SQLiteCompiler" : "PGCompiler_psycopg2", element));
}

} // namespace

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
        out_ += dialect_.is_sqlite() ? "1" : "true";
        return;
    case ExpressionKind::false_:
        out_ += dialect_.is_sqlite() ? "0" : "false";
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
        if (as<schema::Cast>(e).try_cast) {
            if (!dialect_.is_generic()) refuse(dialect_, "sql.elements.TryCast");
            out_ += "TRY_";
        }
        return write_cast(*as<schema::Cast>(e).element, e.type, c);
    case ExpressionKind::type_coerce:
        return write(*as<schema::TypeCoerce>(e).element, c);
    case ExpressionKind::case_:
        return write_case(as<schema::Case>(e), c);
    case ExpressionKind::extract: {
        auto& extract = as<schema::Extract>(e);
        if (!dialect_.is_sqlite()) {
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
        if (dialect_.is_sqlite()) refuse(dialect_, "dialects.postgresql.array.array");
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
        if (dialect_.is_sqlite()) refuse(dialect_, "dialects.postgresql.ext.aggregate_order_by");
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

void ExpressionCompiler::write_text(const schema::Text& e, const Context& c) {
    bool percents = dialect_.double_percents();
    for (const TextPiece& piece : text_pieces(e.text)) {
        if (!piece.is_bind) {
            out_ += percents ? text::replace_all(piece.text, "%", "%%") : std::string(piece.text);
            continue;
        }
        auto given = std::find_if(e.binds.begin(), e.binds.end(),
                                  [&](const auto& bind) { return bind->key.text == piece.text; });
        if (given != e.binds.end()) {
            write_bind(**given, c);
        } else {
            auto bind = schema::bindparam(schema::Name(piece.text));
            kept_.push_back(bind);
            write_bind(*bind, c);
        }
    }
}

void ExpressionCompiler::write_column(const schema::ColumnRef& e, const Context& c) {
    if (e.column && e.name.text.empty() && !e.column->table)
        throw CompileError("Cannot compile Column object until its 'name' is assigned.");
    // It gets its number before what it belongs to does.
    std::optional<schema::Name> numbered_name;
    if (e.nameless) numbered_name.emplace(label_of(e));
    if (c.include_table && e.from) {
        auto* table = dynamic_cast<const schema::Table*>(e.from.get());
        if (table) {
            if (c.use_schema && table->schema && !table->schema->empty()) {
                append_name(out_, *table->schema, dialect_);
                out_ += '.';
            }
            append_name(out_, table->name, dialect_);
            out_ += '.';
        } else if (std::string from = from_name(*e.from); !from.empty()) {
            append_name(out_, schema::Name(from), dialect_);
            out_ += '.';
        }
    }
    if (e.literal)
        out_ += dialect_.double_percents() ? text::replace_all(e.name.text, "%", "%%") : e.name.text;
    else
        append_name(out_, numbered_name ? *numbered_name : e.name, dialect_);
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
        if (condition || !dialect_.is_sqlite()) {
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
    write(element, c);
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

void ExpressionCompiler::write_next_value(const schema::NextValue& e) {
    if (dialect_.is_generic()) {
        out_ += "<next sequence value: ";
        append_qualified(out_, e.sequence->schema, e.sequence->name, dialect_);
        out_ += '>';
        return;
    }
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
