#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/row_sources.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

using schema::as;
using schema::CompileError;
using schema::ExpressionKind;
using schema::get_if;
using schema::Operator;

namespace {

// The label below ASC, DESC and the like.
const schema::Label* label_below(const schema::Expression& e) {
    if (auto* label = get_if<schema::Label>(e)) return label;
    if (auto* unary = get_if<schema::Unary>(e); unary && unary->modifier != Operator::none)
        return label_below(*unary->element);
    return nullptr;
}

} // namespace

void ExpressionCompiler::write_prefixes(const std::vector<std::pair<std::string, std::string>>& prefixes) {
    for (const auto& [text, dialect] : prefixes)
        if (dialect == "*" || dialect.empty() || dialect == dialect_.name()) out_ += text + " ";
}

void ExpressionCompiler::write_suffixes(const std::vector<std::pair<std::string, std::string>>& suffixes) {
    if (suffixes.empty()) return;
    out_ += ' ';
    write_prefixes(suffixes);
}

void ExpressionCompiler::write_order_by(const std::vector<ExpressionPtr>& items, const Context& given,
                                        std::string_view words, bool labels) {
    if (items.empty()) return;
    out_ += words;
    bool first = true;
    for (const ExpressionPtr& item : items) {
        if (!first) out_ += ", ";
        first = false;
        Context c = given;
        if (labels && !stack_.empty() && stack_.back().columns)
            if (const schema::Label* label = label_below(*item))
                for (const ExpressionPtr& column : *stack_.back().columns)
                    if (column.get() == label) c.label_only = label;
        write(*item, c);
    }
}

void ExpressionCompiler::write_limits(const schema::SelectBase& select, const Context& c) {
    bool postgresql = dialect_.is_postgresql();
    if (select.fetch) {
        if (select.offset) {
            out_ += postgresql ? "\n OFFSET (" : "\n OFFSET ";
            write(*select.offset, c);
            out_ += postgresql ? ") ROWS" : " ROWS";
        }
        out_ += postgresql ? "\n FETCH FIRST (" : "\n FETCH FIRST ";
        write(*select.fetch, c);
        if (postgresql) out_ += ')';
        if (select.fetch_percent) out_ += " PERCENT";
        out_ += select.fetch_with_ties ? " ROWS WITH TIES" : " ROWS ONLY";
        return;
    }
    if (!select.limit && !select.offset) return;
    if (select.limit) {
        out_ += postgresql ? " \n LIMIT " : "\n LIMIT ";
        write(*select.limit, c);
    }
    if (select.offset) {
        if (!select.limit) {
            out_ += "\n LIMIT ";
            if (postgresql)
                out_ += "ALL";
            else if (dialect_.is_generic())
                out_ += "-1";
            else
                write(*keep(schema::literal(schema::Value(-1))), Context());
        }
        out_ += " OFFSET ";
        write(*select.offset, c);
    } else if (dialect_.is_sqlite()) {
        out_ += " OFFSET ";
        write(*keep(schema::literal(schema::Value(0))), c);
    }
}

void ExpressionCompiler::write_for_update(const schema::ForUpdate& lock, const Context& c) {
    if (dialect_.is_generic()) out_ += " FOR UPDATE";
    if (!dialect_.is_postgresql()) return;
    if (lock.read)
        out_ += lock.key_share ? " FOR KEY SHARE" : " FOR SHARE";
    else
        out_ += lock.key_share ? " FOR NO KEY UPDATE" : " FOR UPDATE";
    if (!lock.of.empty()) {
        std::vector<const Expression*> tables;
        for (const ExpressionPtr& of : lock.of) collect_froms(*of, tables);
        out_ += " OF ";
        for (std::size_t i = 0; i < tables.size(); ++i) {
            if (i > 0) out_ += ", ";
            append_name(out_, schema::Name(from_name(*tables[i])), dialect_);
        }
    }
    if (lock.nowait) out_ += " NOWAIT";
    if (lock.skip_locked) out_ += " SKIP LOCKED";
    (void)c;
}

void ExpressionCompiler::write_select(const schema::Select& select, const Context& given) {
    bool toplevel = stack_.empty();
    Context c = given;
    c.within_columns = false;
    c.within_label = false;
    c.label_only = nullptr;
    c.in_operator = false;
    c.include_table = true;
    c.lateral = false;
    bool asfrom = given.asfrom;
    Entry entry = toplevel ? Entry() : stack_.back();
    std::vector<const Expression*> froms = display_froms(select, entry, given);
    std::vector<ExpressionPtr> columns = expanded(select.columns);

    Entry own;
    for (const Expression* from : froms) {
        std::vector<const Expression*> parts;
        collect_froms(*from, parts);
        parts.push_back(from);
        own.asfrom.insert(parts.begin(), parts.end());
    }
    own.correlate = entry.correlate;
    own.correlate.insert(own.asfrom.begin(), own.asfrom.end());
    own.selectable = &select;
    own.columns = &columns;
    own.froms = &froms;
    stack_.push_back(own);

    std::size_t start = out_.size();
    c.asfrom = false;
    c.insert_into = false;
    c.compound_index = -1;
    out_ += "SELECT ";
    write_independent_ctes(select, c);
    write_prefixes(select.prefixes);
    for (const ExpressionPtr& prefix : select.prefix_expressions) {
        write(*prefix, c);
        out_ += ' ';
    }
    if (!select.distinct_on.empty() && dialect_.is_postgresql()) {
        out_ += "DISTINCT ON (";
        write_items(select.distinct_on, ", ", c);
        out_ += ") ";
    } else if (select.distinct || !select.distinct_on.empty()) {
        out_ += "DISTINCT ";
    }
    write_columns(columns, c, {asfrom, select.table_labels, toplevel || entry.outermost_compound});
    if (columns.empty())
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    if (!froms.empty()) {
        out_ += " \nFROM ";
        Context source = c;
        source.asfrom = true;
        for (std::size_t i = 0; i < froms.size(); ++i) {
            if (i > 0) out_ += ", ";
            std::string hint;
            for (const schema::Hint& item : select.hints)
                if (item.from.get() == froms[i] && (item.dialect == "*" || item.dialect == dialect_.name()))
                    hint = item.text;
            if (!hint.empty() && dialect_.is_postgresql()) {
                if (text::to_upper(hint) != "ONLY")
                    throw CompileError("Unrecognized hint: " + schema::repr(std::string_view(hint)));
                out_ += "ONLY ";
            }
            write_from(*froms[i], source);
        }
    }
    if (!select.where.empty()) {
        std::size_t before = out_.size();
        out_ += " \nWHERE ";
        std::size_t after = out_.size();
        write_conjunction(select.where, c);
        if (out_.size() == after) out_.resize(before);
    }
    write_order_by(select.group_by, c, " GROUP BY ", false);
    if (!select.having.empty()) {
        out_ += " \nHAVING ";
        write_conjunction(select.having, c);
    }
    write_order_by(select.order_by, c, " ORDER BY ", true);
    write_limits(select, c);
    if (select.for_update) write_for_update(*select.for_update, c);
    for (const schema::Hint& hint : select.hints)
        if (!hint.from && (hint.dialect == "*" || hint.dialect == dialect_.name())) out_ += " " + hint.text;
    // What a set operation or an INSERT is made of shares its WITH.
    if (toplevel || (given.compound_index < 0 && !given.insert_into)) insert_ctes(start, toplevel);
    write_suffixes(select.suffixes);
    stack_.pop_back();
}

void ExpressionCompiler::write_compound(const schema::CompoundSelect& compound, const Context& given) {
    static constexpr std::string_view words[] = {" UNION ",      " UNION ALL ", " EXCEPT ",
                                                 " EXCEPT ALL ", " INTERSECT ", " INTERSECT ALL "};
    bool toplevel = stack_.empty();
    Entry entry = toplevel ? Entry() : stack_.back();
    entry.selectable = &compound;
    entry.outermost_compound = toplevel || (given.compound_index <= 0 && entry.outermost_compound);
    std::vector<ExpressionPtr> columns;
    const Expression* first_select = compound.selects.empty() ? nullptr : compound.selects.front().get();
    while (first_select && first_select->kind == ExpressionKind::grouping)
        first_select = as<schema::Grouping>(*first_select).element.get();
    if (first_select && first_select->kind == ExpressionKind::select)
        columns = expanded(as<schema::Select>(*first_select).columns);
    entry.columns = &columns;
    stack_.push_back(entry);
    std::size_t start = out_.size();
    Context c = given;
    c.asfrom = false;
    write_independent_ctes(compound, c);
    for (std::size_t i = 0; i < compound.selects.size(); ++i) {
        if (i > 0) out_ += words[static_cast<std::size_t>(compound.op)];
        Context part = given;
        part.compound_index = static_cast<int>(i);
        write(*compound.selects[i], part);
    }
    c.include_table = false;
    write_order_by(compound.group_by, c, " GROUP BY ", false);
    write_order_by(compound.order_by, c, " ORDER BY ", true);
    write_limits(compound, c);
    insert_ctes(start, toplevel, true);
    stack_.pop_back();
}

void ExpressionCompiler::write_textual(const schema::TextualSelect& textual, const Context& c) {
    bool toplevel = stack_.empty();
    stack_.push_back(Entry());
    std::size_t start = out_.size();
    for (const auto& cte : textual.ctes) write_cte(*cte, c);
    write_text(*textual.element, c);
    insert_ctes(start, toplevel);
    stack_.pop_back();
}

} // namespace limbeck::sql
