// limbeck::Revision: a view on one revision of a chain.
#include <limbeck/limbeck.hpp>

#include "script/report.hpp"
#include "script/revision_map.hpp"

namespace limbeck {

namespace {

const script::Revision& at(const script::RevisionMap* map, int index) {
    return (*map)[index];
}

} // namespace

const std::string& Revision::id() const {
    return at(map_, index_).id;
}
std::vector<std::string> Revision::parents() const {
    return at(map_, index_).down_revisions;
}
std::vector<std::string> Revision::dependencies() const {
    return at(map_, index_).depends_on;
}
std::vector<std::string> Revision::labels() const {
    return map_->labels(index_);
}
std::vector<std::string> Revision::children() const {
    return map_->ids(map_->next(index_));
}
std::string Revision::title() const {
    return at(map_, index_).doc;
}
std::string Revision::description() const {
    return at(map_, index_).longdoc;
}
std::string Revision::path() const {
    return at(map_, index_).path;
}

std::string Revision::language() const {
    return at(map_, index_).kind == script::RevisionKind::Python ? "python" : "sql";
}

bool Revision::is_head() const {
    return at(map_, index_).is_head;
}
bool Revision::is_base() const {
    return at(map_, index_).is_base();
}
bool Revision::is_branch_point() const {
    return at(map_, index_).is_branch_point;
}
bool Revision::is_merge_point() const {
    return at(map_, index_).is_merge_point();
}
bool Revision::is_real_head() const {
    return at(map_, index_).is_real_head;
}

std::string Revision::line(const LineOptions& options) const {
    script::LineOptions wanted;
    wanted.include_branches = options.labels;
    wanted.include_doc = options.title;
    wanted.include_parents = options.parents;
    wanted.tree_indicators = options.tree;
    wanted.is_current = current_;
    return script::line(*map_, index_, wanted);
}

std::string Revision::entry() const {
    return script::log_entry(*map_, index_, current_);
}

} // namespace limbeck
