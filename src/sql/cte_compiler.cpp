// WITH: each CTE is written apart and put before the statement that uses it.
#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"

#include <algorithm>

namespace limbeck::sql {

using schema::CompileError;

namespace {

// A CTE that restates another one (union() of a recursive one) stands where that does.
const schema::Cte* reference_of(const schema::Cte& cte) {
    return cte.restates ? cte.restates.get() : &cte;
}

} // namespace

void ExpressionCompiler::write_cte(const schema::Cte& cte, const Context& c, bool nest_here) {
    std::string name = from_name(cte);
    const schema::Cte* reference = reference_of(cte);
    bool nested = cte.nesting || nest_here;
    CtePlace place{nested ? stack_.size() : 1, name};
    const schema::Cte* existing = nullptr;
    if (auto known = cte_places_.find(reference); known != cte_places_.end()) {
        existing = cte_names_.at(known->second);
        if (nest_here) {
            if (nested_here_.contains(reference))
                throw CompileError("CTE is stated as 'nest_here' in more than one location");
            cte_names_.erase(known->second);
            cte_names_[place] = existing;
            known->second = place;
            nested_here_.insert(reference);
        }
        place = known->second;
    } else if (auto same = cte_names_.find(place); same != cte_names_.end()) {
        existing = same->second;
    }
    bool is_new = true;
    if (existing) {
        if (existing == &cte || existing->restates.get() == &cte) {
            is_new = false;
        } else if (cte.restates.get() == existing) {
            std::erase_if(ctes_, [existing](const CteText& item) { return item.cte == existing; });
        } else {
            throw CompileError("Multiple, unrelated CTEs found with the same name: " +
                               schema::repr(std::string_view(name)));
        }
    }
    if (is_new) {
        cte_names_[place] = &cte;
        cte_places_[reference] = place;
        if (nest_here) nested_here_.insert(reference);
        if (stack_.empty()) return write(*cte.element, c);
        // Written apart: it stands before the statement that is being written.
        std::string outer;
        std::vector<Marker> outer_markers;
        std::swap(outer, out_);
        std::swap(outer_markers, markers_);
        append_name(out_, schema::Name(name), dialect_);
        if (cte.recursive || cte.element->kind == schema::ExpressionKind::values) {
            out_ += '(';
            auto columns =
                schema::columns_of(std::shared_ptr<const schema::FromClause>(std::shared_ptr<void>(), &cte));
            bool first = true;
            for (const auto& column : columns) {
                if (!first) out_ += ", ";
                first = false;
                append_name(out_, column->nameless ? schema::Name(label_of(*column)) : column->name,
                            dialect_);
            }
            out_ += ')';
        }
        out_ += " AS ";
        write_prefixes(cte.prefixes);
        out_ += "\n(";
        Context inner;
        inner.literal = c.literal;
        inner.asfrom = true;
        inner.inside_cte = &cte;
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

// Puts the WITH clause before the statement that begins at `at`: of the outermost statement all that are
// left, of another one those that are nested in it, and where it is `following` in what stands directly below
// it.
void ExpressionCompiler::insert_ctes(std::size_t at, bool toplevel, bool following) {
    std::vector<CteText> own;
    std::size_t depth = stack_.size();
    for (CteText& item : ctes_) {
        const schema::Cte* reference = reference_of(*item.cte);
        std::size_t level = cte_places_.at(reference).first;
        bool nested = item.cte->nesting || nested_here_.contains(reference);
        bool here =
            toplevel || depth <= 1 || (nested && (level == depth || (following && level == depth + 1)));
        if (!here) continue;
        own.push_back(std::move(item));
        item.cte = nullptr;
        if (toplevel || depth <= 1) continue;
        cte_names_.erase(cte_places_.at(reference));
        cte_places_.erase(reference);
        nested_here_.erase(reference);
    }
    if (own.empty()) return;
    std::erase_if(ctes_, [](const CteText& item) { return item.cte == nullptr; });
    bool recursive =
        std::any_of(own.begin(), own.end(), [](const CteText& item) { return item.cte->recursive; });
    std::string with = recursive ? "WITH RECURSIVE " : "WITH ";
    std::vector<Marker> moved;
    for (const CteText& item : own) {
        if (&item != &own.front()) with += ", \n";
        for (const Marker& marker : item.markers)
            moved.push_back({at + with.size() + marker.offset, marker.parameter});
        with += item.text;
    }
    with += "\n ";
    for (Marker& marker : markers_)
        if (marker.offset >= at) marker.offset += with.size();
    markers_.insert(markers_.end(), moved.begin(), moved.end());
    out_.insert(at, with);
}

} // namespace limbeck::sql
