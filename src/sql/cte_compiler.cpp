// WITH: each CTE is written apart and put before the statement that uses it.
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"

namespace limbeck::sql {

using schema::CompileError;

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
        write_prefixes(cte.prefixes);
        out_ += "\n(";
        Context inner;
        inner.literal = c.literal;
        inner.asfrom = true;
        const Expression* element = cte.element.get();
        write(*element, inner);
        out_ += ')';
        write_suffixes(cte.suffixes);
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

} // namespace limbeck::sql
