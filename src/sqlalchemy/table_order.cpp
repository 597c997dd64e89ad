#include "sqlalchemy/table_order.hpp"

#include "schema/table.hpp"
#include "sqlalchemy/convert.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace limbeck::sqlalchemy {

using python::Value;
using schema::ConstraintPtr;

namespace {

bool is_foreign_key(const ConstraintPtr& constraint) {
    return constraint->kind == schema::ConstraintKind::foreign_key;
}

class Sorter {
  public:
    Sorter(const std::vector<Value>& tables, const std::function<bool(const schema::Constraint&)>& may_wait)
        : given_(tables), may_wait_(may_wait) {
        std::size_t at = 0;
        for (const Value& table : given_) {
            nodes_.push_back(to_table(table));
            places_.emplace(nodes_.back()->full_name(), at++);
        }
        parents_.resize(nodes_.size());
    }

    TableOrder order() {
        note_references();
        std::vector<std::size_t> sorted, left;
        if (!sort(sorted, left)) {
            open_circles(left);
            sorted.clear();
            if (!sort(sorted, left)) {
                result_.tables = given_;
                for (std::size_t node : in_circles(left))
                    result_.unresolved.push_back(nodes_[node]->full_name());
                std::sort(result_.unresolved.begin(), result_.unresolved.end());
                return std::move(result_);
            }
        }
        for (std::size_t node : sorted) result_.tables.push_back(given_[node]);
        return std::move(result_);
    }

  private:
    // The table that a foreign key refers to; its own or one that is not among them counts for none.
    std::optional<std::size_t> parent(std::size_t node, const schema::Constraint& key) const {
        std::string name = key.referred_table.text;
        if (key.referred_schema) name = key.referred_schema->text + "." + name;
        auto found = places_.find(name);
        if (found == places_.end() || found->second == node) return std::nullopt;
        return found->second;
    }

    void note_references() {
        for (std::size_t node = 0; node < nodes_.size(); ++node)
            for (const ConstraintPtr& constraint : nodes_[node]->constraints) {
                if (!is_foreign_key(constraint)) continue;
                if (constraint->use_alter)
                    result_.late.emplace_back(given_[node], constraint);
                else if (auto other = parent(node, *constraint))
                    parents_[node].insert(*other);
            }
    }

    // Round by round, those that depend on nothing that is left. False where a circle is `left`.
    bool sort(std::vector<std::size_t>& sorted, std::vector<std::size_t>& left) const {
        left.clear();
        for (std::size_t node = 0; node < nodes_.size(); ++node) left.push_back(node);
        while (!left.empty()) {
            std::set<std::size_t> waiting(left.begin(), left.end());
            std::vector<std::size_t> rest;
            for (std::size_t node : left) {
                bool blocked = std::any_of(parents_[node].begin(), parents_[node].end(),
                                           [&](std::size_t other) { return waiting.contains(other); });
                (blocked ? rest : sorted).push_back(node);
            }
            if (rest.size() == left.size()) return false;
            left = std::move(rest);
        }
        return true;
    }

    bool reaches(std::size_t from, std::size_t to) const {
        std::set<std::size_t> seen;
        std::vector<std::size_t> next(parents_[from].begin(), parents_[from].end());
        while (!next.empty()) {
            std::size_t node = next.back();
            next.pop_back();
            if (node == to) return true;
            if (seen.insert(node).second)
                next.insert(next.end(), parents_[node].begin(), parents_[node].end());
        }
        return false;
    }

    std::vector<std::size_t> in_circles(const std::vector<std::size_t>& left) const {
        std::vector<std::size_t> found;
        for (std::size_t node : left)
            if (reaches(node, node)) found.push_back(node);
        return found;
    }

    // All that may wait of a table in a circle does, its references to itself too.
    void open_circles(const std::vector<std::size_t>& left) {
        for (std::size_t node : in_circles(left))
            for (const ConstraintPtr& constraint : nodes_[node]->constraints) {
                if (!is_foreign_key(constraint) || constraint->use_alter) continue;
                if (may_wait_ && !may_wait_(*constraint)) continue;
                result_.late.emplace_back(given_[node], constraint);
                if (auto other = parent(node, *constraint)) parents_[node].erase(*other);
            }
    }

    const std::vector<Value>& given_;
    const std::function<bool(const schema::Constraint&)>& may_wait_;
    std::vector<schema::TablePtr> nodes_;
    std::map<std::string, std::size_t, std::less<>> places_;
    std::vector<std::set<std::size_t>> parents_;
    TableOrder result_;
};

} // namespace

TableOrder table_order(const std::vector<Value>& tables,
                       const std::function<bool(const schema::Constraint&)>& may_wait) {
    return Sorter(tables, may_wait).order();
}

} // namespace limbeck::sqlalchemy
