#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

using schema::as;
using schema::CompileError;
using schema::ExpressionKind;
using schema::get_if;
using schema::Operator;

namespace {

// Columns are the same where their table and name are.
bool same_column(const schema::Expression& a, const schema::Expression& b) {
    if (&a == &b) return true;
    auto* left = get_if<schema::ColumnRef>(a);
    auto* right = get_if<schema::ColumnRef>(b);
    return left && right && left->from && left->from == right->from && left->name == right->name;
}

// The label below ASC, DESC and the like.
const schema::Label* label_below(const schema::Expression& e) {
    if (auto* label = get_if<schema::Label>(e)) return label;
    if (auto* unary = get_if<schema::Unary>(e); unary && unary->modifier != Operator::none)
        return label_below(*unary->element);
    return nullptr;
}

bool has_natural_name(const schema::Expression& e) {
    return e.kind == ExpressionKind::column || e.kind == ExpressionKind::label ||
           e.kind == ExpressionKind::table_valued_column;
}

} // namespace

std::string ExpressionCompiler::from_name(const Expression& from) {
    switch (from.kind) {
    case ExpressionKind::table:
        return as<schema::Table>(from).name.text;
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample: {
        auto& alias = as<schema::Alias>(from);
        if (alias.name) return alias.name->text;
        std::string derived = "anon";
        if (auto* table = get_if<schema::Table>(*alias.element)) derived = table->name.text;
        if (auto* cte = get_if<schema::Cte>(*alias.element); cte && cte->name) derived = cte->name->text;
        return anonymous(&from, derived, "alias");
    }
    case ExpressionKind::cte: {
        auto* cte = &as<schema::Cte>(from);
        if (cte->name) return cte->name->text;
        while (cte->restates) cte = cte->restates.get();
        return anonymous(cte, "anon", "alias");
    }
    case ExpressionKind::values: {
        auto& values = as<schema::Values>(from);
        return values.name ? values.name->text : "";
    }
    case ExpressionKind::table_valued: {
        auto& valued = as<schema::TableValued>(from);
        return valued.name ? valued.name->text : anonymous(&from, "anon", "alias");
    }
    default:
        return "";
    }
}

void ExpressionCompiler::write_from(const Expression& from, const Context& c) {
    switch (from.kind) {
    case ExpressionKind::table:
        return write_table(as<schema::Table>(from), c);
    case ExpressionKind::join:
        return write_join(as<schema::Join>(from), c);
    case ExpressionKind::values:
        return write_values(as<schema::Values>(from), c);
    case ExpressionKind::table_valued:
        return write_table_valued(as<schema::TableValued>(from), c);
    case ExpressionKind::cte:
        return write_cte(as<schema::Cte>(from), c);
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample:
        return write_alias(as<schema::Alias>(from), c);
    default:
        return write(from, c);
    }
}

void ExpressionCompiler::write_table(const schema::Table& table, const Context& c) {
    if (!c.asfrom) return;
    append_qualified(out_, c.use_schema ? table.schema : std::nullopt, table.name, dialect_);
}

void ExpressionCompiler::write_alias(const schema::Alias& alias, const Context& c) {
    if (alias.kind == ExpressionKind::lateral) out_ += "LATERAL ";
    bool rows = get_if<schema::FromClause>(*alias.element) != nullptr;
    Context inner = c;
    inner.asfrom = true;
    inner.compound_index = -1;
    inner.lateral = alias.kind == ExpressionKind::lateral;
    bool parenthesised = !rows && alias.element->kind != ExpressionKind::grouping &&
                         alias.element->kind != ExpressionKind::function;
    if (parenthesised) out_ += '(';
    write(*alias.element, inner);
    if (parenthesised) out_ += ')';
    out_ += " AS ";
    append_name(out_, alias.name ? *alias.name : schema::Name(from_name(alias)), dialect_);
    if (alias.kind != ExpressionKind::table_sample) return;
    out_ += " TABLESAMPLE ";
    write(*alias.sampling, c);
    if (alias.seed) {
        out_ += " REPEATABLE (";
        write(*alias.seed, c);
        out_ += ')';
    }
}

void ExpressionCompiler::write_join(const schema::Join& join, const Context& c) {
    Context side = c;
    side.asfrom = true;
    write_from(*join.left, side);
    out_ += join.full ? " FULL OUTER JOIN " : join.outer ? " LEFT OUTER JOIN " : " JOIN ";
    bool nested = join.right->kind == ExpressionKind::join;
    if (nested) out_ += '(';
    write_from(*join.right, side);
    if (nested) out_ += ')';
    out_ += " ON ";
    Context on = c;
    on.asfrom = false;
    write(*join.on, on);
}

void ExpressionCompiler::write_values_rows(const schema::Values& values, const Context& c) {
    Context inner = c;
    inner.asfrom = false;
    inner.literal = c.literal || values.literal_binds;
    out_ += "VALUES ";
    bool first = true;
    for (const auto& chunk : values.data)
        for (const auto& row : chunk) {
            out_ += first ? "(" : ", (";
            first = false;
            write_items(row, ", ", inner);
            out_ += ')';
        }
}

void ExpressionCompiler::write_values(const schema::Values& values, const Context& c) {
    if (!c.asfrom) return write_values_rows(values, c);
    if (values.lateral) out_ += "LATERAL ";
    out_ += '(';
    write_values_rows(values, c);
    out_ += ')';
    if (!values.name) return;
    out_ += " AS ";
    append_name(out_, *values.name, dialect_);
    out_ += " (";
    bool first = true;
    for (const auto& column : values.columns) {
        if (!first) out_ += ", ";
        first = false;
        append_name(out_, column->name, dialect_);
    }
    out_ += ')';
}

void ExpressionCompiler::write_table_valued(const schema::TableValued& valued, const Context& c) {
    if (valued.lateral) out_ += "LATERAL ";
    Context inner = c;
    inner.asfrom = true;
    write(*valued.element, inner);
    out_ += " AS ";
    append_name(out_, valued.name ? *valued.name : schema::Name(from_name(valued)), dialect_);
    if (!valued.derived) return;
    out_ += '(';
    bool first = true;
    for (const auto& column : valued.columns) {
        if (!first) out_ += ", ";
        first = false;
        append_name(out_, column->name, dialect_);
        if (valued.derived_types) {
            out_ += ' ';
            append_type(out_, column->type, dialect_);
        }
    }
    out_ += ')';
}

void ExpressionCompiler::write_cte(const schema::Cte& cte, const Context& c) {
    std::string name = from_name(cte);
    auto existing = cte_names_.find(name);
    bool is_new = true;
    if (existing != cte_names_.end()) {
        const schema::Cte* other = existing->second;
        if (other == &cte || other->restates.get() == &cte) {
            is_new = false;
        } else if (cte.restates.get() == other) {
            std::erase_if(ctes_, [other](const CteText& item) { return item.cte == other; });
        } else {
            throw CompileError("Multiple, unrelated CTEs found with the same name: " +
                               schema::repr(std::string_view(name)));
        }
    }
    if (is_new) {
        cte_names_[name] = &cte;
        recursive_ = recursive_ || cte.recursive;
        if (stack_.empty()) return write(*cte.element, c);
        // Written apart: it stands before the statement that is being written.
        std::string outer;
        std::vector<Marker> outer_markers;
        std::swap(outer, out_);
        std::swap(outer_markers, markers_);
        append_name(out_, schema::Name(name), dialect_);
        if (cte.recursive) {
            out_ += '(';
            auto columns =
                schema::columns_of(std::shared_ptr<const schema::FromClause>(std::shared_ptr<void>(), &cte));
            bool first = true;
            for (const auto& column : columns) {
                if (!first) out_ += ", ";
                first = false;
                append_name(out_, column->name, dialect_);
            }
            out_ += ')';
        }
        out_ += " AS ";
        for (const std::string& prefix : cte.prefixes) out_ += prefix + " ";
        out_ += "\n(";
        Context inner;
        inner.literal = c.literal;
        inner.asfrom = true;
        const Expression* element = cte.element.get();
        write(*element, inner);
        out_ += ')';
        std::swap(outer, out_);
        std::swap(outer_markers, markers_);
        ctes_.push_back({&cte, std::move(outer), std::move(outer_markers)});
    }
    if (c.asfrom) append_name(out_, cte.name ? *cte.name : schema::Name(name), dialect_);
}

// Puts the WITH clause before the statement that begins at `at`.
void ExpressionCompiler::insert_ctes(std::size_t at) {
    if (ctes_.empty()) return;
    std::string with = recursive_ ? "WITH RECURSIVE " : "WITH ";
    std::vector<Marker> moved;
    for (const CteText& item : ctes_) {
        if (&item != &ctes_.front()) with += ", \n";
        for (const Marker& marker : item.markers)
            moved.push_back({at + with.size() + marker.offset, marker.parameter});
        with += item.text;
    }
    with += "\n ";
    for (Marker& marker : markers_)
        if (marker.offset >= at) marker.offset += with.size();
    markers_.insert(markers_.end(), moved.begin(), moved.end());
    out_.insert(at, with);
    ctes_.clear();
}

std::vector<schema::ExpressionPtr> ExpressionCompiler::expanded(const std::vector<ExpressionPtr>& columns) {
    std::vector<ExpressionPtr> all;
    for (const ExpressionPtr& column : columns) {
        if (auto from = std::dynamic_pointer_cast<const schema::FromClause>(column)) {
            for (const auto& inner : schema::columns_of(from)) all.push_back(keep(inner));
        } else if (auto* list = get_if<schema::ExpressionList>(*column);
                   list && !list->is_tuple && list->op == Operator::comma) {
            all.insert(all.end(), list->items.begin(), list->items.end());
        } else {
            all.push_back(column);
        }
    }
    return all;
}

std::string ExpressionCompiler::label_of(const Expression& e) {
    switch (e.kind) {
    case ExpressionKind::column:
        return as<schema::ColumnRef>(e).name.text;
    case ExpressionKind::label: {
        auto& label = as<schema::Label>(e);
        if (label.name) return label.name->text;
        auto* function = get_if<schema::Function>(*label.element);
        auto* column = get_if<schema::ColumnRef>(*label.element);
        return anonymous(&e,
                         function ? function->name.text
                         : column ? column->name.text
                                  : "anon",
                         "colident");
    }
    case ExpressionKind::function:
        return anonymous(&e, as<schema::Function>(e).name.text, "colident");
    case ExpressionKind::cast:
    case ExpressionKind::type_coerce: {
        const ExpressionPtr& inner =
            e.kind == ExpressionKind::cast ? as<schema::Cast>(e).element : as<schema::TypeCoerce>(e).element;
        if (inner->kind == ExpressionKind::column && !as<schema::ColumnRef>(*inner).literal)
            return label_of(*inner);
        if (inner->kind == ExpressionKind::column || inner->kind == ExpressionKind::label)
            return label_of(*inner);
        if (inner->kind == ExpressionKind::text) break;
        return label_of(*inner);
    }
    default:
        break;
    }
    return anonymous(&e, "anon", "colident");
}

void ExpressionCompiler::write_select_column(const Expression& column, const Context& given, bool asfrom,
                                             const std::string* forced) {
    Context c = given;
    c.within_columns = true;
    c.within_label = false;
    c.asfrom = false;
    c.in_operator = false;
    if (column.kind == ExpressionKind::label) return write_label(as<schema::Label>(column), c);
    bool labelled = false;
    if (forced) {
        labelled = true;
    } else if (auto* ref = get_if<schema::ColumnRef>(column)) {
        labelled = asfrom && !ref->literal && ref->from != nullptr;
    } else if (column.kind == ExpressionKind::text || column.kind == ExpressionKind::table_valued_column) {
        labelled = false;
    } else if (auto* unary = get_if<schema::Unary>(column)) {
        bool condition =
            (unary->op == Operator::is_true || unary->op == Operator::is_false) && dialect_.is_sqlite();
        labelled = condition || asfrom || !has_natural_name(*unary->element);
    } else {
        labelled = true;
    }
    if (!labelled) return write(column, c);
    Context inner = c;
    inner.within_label = true;
    write(column, inner);
    out_ += " AS ";
    append_name(out_, schema::Name(forced ? *forced : label_of(column)), dialect_);
}

void ExpressionCompiler::write_columns(const std::vector<ExpressionPtr>& columns, const Context& c,
                                       bool asfrom) {
    std::map<std::string, const Expression*> names;
    std::map<std::string, int> repeats;
    bool first = true;
    for (const ExpressionPtr& column : columns) {
        if (!first) out_ += ", ";
        first = false;
        std::string forced;
        bool is_forced = false;
        auto* ref = get_if<schema::ColumnRef>(*column);
        if (ref && !ref->literal) {
            auto [known, is_new] = names.try_emplace(ref->name.text, column.get());
            if (!is_new) {
                // A name twice: another column of that name gets a number, the same one two underscores.
                bool same = same_column(*known->second, *column);
                forced = anonymous(column.get(), same ? ref->name.text + "_" : ref->name.text, "colident");
                is_forced = true;
            }
        } else if (auto* label = get_if<schema::Label>(*column); label && label->name) {
            names.try_emplace(label->name->text, column.get());
        }
        write_select_column(*column, c, asfrom, is_forced ? &forced : nullptr);
    }
}

const schema::Expression* ExpressionCompiler::find_label(const std::string& name) const {
    if (stack_.empty() || !stack_.back().columns) return nullptr;
    for (const ExpressionPtr& column : *stack_.back().columns) {
        if (auto* label = get_if<schema::Label>(*column); label && label->name && label->name->text == name)
            return column.get();
        if (auto* ref = get_if<schema::ColumnRef>(*column);
            ref && (ref->name.text == name || ref->key == name))
            return column.get();
    }
    return nullptr;
}

std::vector<const schema::Expression*>
ExpressionCompiler::display_froms(const schema::Select& select, const Entry& entry, const Context& c) {
    std::vector<const Expression*> froms;
    for (const ExpressionPtr& from : select.froms) {
        if (std::find(froms.begin(), froms.end(), from.get()) == froms.end()) froms.push_back(from.get());
        if (auto* join = get_if<schema::Join>(*from)) collect_froms(*join, froms);
    }
    for (const ExpressionPtr& column : select.columns) collect_froms(*column, froms);
    for (const ExpressionPtr& condition : select.where) collect_froms(*condition, froms);

    // What a join is made of does not stand beside it.
    Froms hidden;
    for (const Expression* from : froms)
        if (auto* join = get_if<schema::Join>(*from)) {
            std::vector<const Expression*> sides;
            collect_froms(*join->left, sides);
            collect_froms(*join->right, sides);
            hidden.insert(sides.begin(), sides.end());
        }
    std::erase_if(froms, [&](const Expression* from) { return hidden.contains(from); });

    Froms explicit_ones = entry.correlate, implicit_ones;
    if (c.asfrom && !c.lateral) {
        for (const Expression* from : entry.asfrom) explicit_ones.erase(from);
    } else {
        implicit_ones = entry.asfrom;
    }
    auto listed = [](const std::vector<schema::FromPtr>& list, const Expression* from) {
        return std::any_of(list.begin(), list.end(), [from](const auto& item) { return item.get() == from; });
    };
    if (select.correlate)
        std::erase_if(froms, [&](const Expression* f) {
            return explicit_ones.contains(f) && listed(*select.correlate, f);
        });
    if (select.correlate_except)
        std::erase_if(froms, [&](const Expression* f) {
            return explicit_ones.contains(f) && !listed(*select.correlate_except, f);
        });
    if (!select.correlate && !select.correlate_except && !implicit_ones.empty() && froms.size() > 1) {
        std::erase_if(froms, [&](const Expression* f) { return implicit_ones.contains(f); });
        if (froms.empty())
            throw schema::InvalidRequestError("Select statement returned no FROM clauses due to "
                                              "auto-correlation; specify correlate(<tables>) to "
                                              "control correlation manually.");
    }
    return froms;
}

void ExpressionCompiler::write_prefixes(const std::vector<std::pair<std::string, std::string>>& prefixes) {
    for (const auto& [text, dialect] : prefixes)
        if (dialect == "*" || dialect.empty() || dialect == dialect_.name()) out_ += text + " ";
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
            else
                write(*keep(schema::literal(schema::Value(-1))), Context());
        }
        out_ += " OFFSET ";
        write(*select.offset, c);
    } else if (!postgresql) {
        out_ += " OFFSET ";
        write(*keep(schema::literal(schema::Value(0))), c);
    }
}

void ExpressionCompiler::write_for_update(const schema::ForUpdate& lock, const Context& c) {
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
    stack_.push_back(own);

    std::size_t start = out_.size();
    c.asfrom = false;
    c.insert_into = false;
    c.compound_index = -1;
    out_ += "SELECT ";
    for (const auto& cte : select.independent_ctes) write_cte(*cte, c);
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
    write_columns(columns, c, asfrom);
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
    if (toplevel) insert_ctes(start);
    for (const auto& [text, dialect] : select.suffixes)
        if (dialect == "*" || dialect.empty() || dialect == dialect_.name()) out_ += " " + text;
    stack_.pop_back();
}

void ExpressionCompiler::write_compound(const schema::CompoundSelect& compound, const Context& given) {
    static constexpr std::string_view words[] = {" UNION ",      " UNION ALL ", " EXCEPT ",
                                                 " EXCEPT ALL ", " INTERSECT ", " INTERSECT ALL "};
    bool toplevel = stack_.empty();
    Entry entry = toplevel ? Entry() : stack_.back();
    entry.selectable = &compound;
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
    for (const auto& cte : compound.independent_ctes) write_cte(*cte, c);
    for (std::size_t i = 0; i < compound.selects.size(); ++i) {
        if (i > 0) out_ += words[static_cast<std::size_t>(compound.op)];
        Context part = given;
        part.compound_index = static_cast<int>(i);
        write(*compound.selects[i], part);
    }
    c.include_table = false;
    c.asfrom = false;
    write_order_by(compound.group_by, c, " GROUP BY ", false);
    write_order_by(compound.order_by, c, " ORDER BY ", true);
    write_limits(compound, c);
    if (toplevel) insert_ctes(start);
    stack_.pop_back();
}

void ExpressionCompiler::write_textual(const schema::TextualSelect& textual, const Context& c) {
    bool toplevel = stack_.empty();
    stack_.push_back(Entry());
    std::size_t start = out_.size();
    for (const auto& cte : textual.ctes) write_cte(*cte, c);
    write_text(*textual.element, c);
    if (toplevel) insert_ctes(start);
    stack_.pop_back();
}

void collect_froms(const schema::Expression& e, std::vector<const schema::Expression*>& found) {
    auto add = [&found](const schema::Expression* from) {
        if (from && std::find(found.begin(), found.end(), from) == found.end()) found.push_back(from);
    };
    auto each = [&found](const std::vector<schema::ExpressionPtr>& items) {
        for (const auto& item : items) collect_froms(*item, found);
    };
    auto part = [&found](const schema::ExpressionPtr& item) {
        if (item) collect_froms(*item, found);
    };
    switch (e.kind) {
    case ExpressionKind::column:
        add(as<schema::ColumnRef>(e).from.get());
        break;
    case ExpressionKind::table_valued_column:
        add(as<schema::TableValuedColumn>(e).from.get());
        break;
    case ExpressionKind::list:
        each(as<schema::ExpressionList>(e).items);
        break;
    case ExpressionKind::unary:
        part(as<schema::Unary>(e).element);
        break;
    case ExpressionKind::binary:
        part(as<schema::Binary>(e).left);
        part(as<schema::Binary>(e).right);
        break;
    case ExpressionKind::grouping:
        part(as<schema::Grouping>(e).element);
        break;
    case ExpressionKind::label:
        part(as<schema::Label>(e).element);
        break;
    case ExpressionKind::cast:
        part(as<schema::Cast>(e).element);
        break;
    case ExpressionKind::type_coerce:
        part(as<schema::TypeCoerce>(e).element);
        break;
    case ExpressionKind::case_: {
        auto& case_of = as<schema::Case>(e);
        part(case_of.value);
        for (const auto& [condition, result] : case_of.whens) {
            part(condition);
            part(result);
        }
        part(case_of.else_);
        break;
    }
    case ExpressionKind::extract:
        part(as<schema::Extract>(e).element);
        break;
    case ExpressionKind::function:
        each(as<schema::Function>(e).arguments);
        break;
    case ExpressionKind::over: {
        auto& over = as<schema::Over>(e);
        part(over.element);
        each(over.partition_by);
        each(over.order_by);
        break;
    }
    case ExpressionKind::within_group:
        part(as<schema::WithinGroup>(e).element);
        each(as<schema::WithinGroup>(e).order_by);
        break;
    case ExpressionKind::filter:
        part(as<schema::FunctionFilter>(e).element);
        part(as<schema::FunctionFilter>(e).criterion);
        break;
    case ExpressionKind::slice:
        part(as<schema::Slice>(e).start);
        part(as<schema::Slice>(e).stop);
        break;
    case ExpressionKind::array:
        each(as<schema::Array>(e).items);
        break;
    case ExpressionKind::aggregate_order_by:
        part(as<schema::AggregateOrderBy>(e).element);
        each(as<schema::AggregateOrderBy>(e).order_by);
        break;
    case ExpressionKind::custom:
        for (const auto& from : as<schema::CustomExpression>(e).froms) add(from.get());
        each(as<schema::CustomExpression>(e).parts);
        break;
    case ExpressionKind::join:
        add(&e);
        collect_froms(*as<schema::Join>(e).left, found);
        collect_froms(*as<schema::Join>(e).right, found);
        break;
    case ExpressionKind::table:
    case ExpressionKind::alias:
    case ExpressionKind::subquery:
    case ExpressionKind::cte:
    case ExpressionKind::lateral:
    case ExpressionKind::table_sample:
    case ExpressionKind::values:
    case ExpressionKind::table_valued:
        add(&e);
        break;
    default:
        break;
    }
}

} // namespace limbeck::sql
