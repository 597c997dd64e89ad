#include "script/revision_graph.hpp"

#include "script/report.hpp"
#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace limbeck::script {

namespace {

bool contains(const std::vector<std::string>& items, std::string_view item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

std::size_t slot(RevisionIndex index) {
    return static_cast<std::size_t>(index);
}

} // namespace

Adjacency::Adjacency(std::size_t size, const std::vector<Edge>& edges)
    : starts_(size + 1), items_(edges.size()) {
    for (const Edge& edge : edges) ++starts_[slot(edge.first) + 1];
    for (std::size_t i = 0; i < size; ++i) starts_[i + 1] += starts_[i];
    std::vector<std::uint32_t> filled(starts_.begin(), starts_.end() - 1);
    for (const Edge& edge : edges) items_[filled[slot(edge.first)]++] = edge.second;
}

LabelSets::Set LabelSets::united(Set set, Set added) {
    if (added == 0 || set == added) return set;
    auto [found, is_new] = unions_.try_emplace((std::uint64_t{set} << 32) | added, 0);
    if (!is_new) return found->second;
    std::vector<std::string> labels = sets_[set];
    for (const std::string& label : sets_[added])
        if (!contains(labels, label)) labels.push_back(label);
    Set united = set;
    if (labels.size() != sets_[set].size()) united = of(labels);
    return found->second = united;
}

LabelSets::Set LabelSets::of(const std::vector<std::string>& labels) {
    if (labels.empty()) return 0;
    std::vector<std::string> unique;
    for (const std::string& label : labels)
        if (!contains(unique, label)) unique.push_back(label);
    sets_.push_back(std::move(unique));
    return static_cast<Set>(sets_.size() - 1);
}

namespace {

// Fills a Graph from the revisions in it, in the reference's order of doing so, which decides the error that
// is given where there are several.
class GraphBuilder {
  public:
    explicit GraphBuilder(RevisionMap::Graph& graph);

    void build();

  private:
    void name_revisions();
    void name_labels();
    void resolve_dependencies();
    void connect();
    void connect(RevisionIndex index);
    void connect_shadowed(RevisionIndex index);
    [[noreturn]] void missing_parent(RevisionIndex index, const std::string& parent);
    void refuse_labels_as_parents();
    void detect_cycles();
    std::vector<bool> ids_reached(const Adjacency& edges, const std::vector<RevisionIndex>& from) const;
    std::vector<std::string> all_ids() const;
    std::vector<std::string> unreached(const std::vector<bool>& a, const std::vector<bool>& b) const;
    void measure_depths();
    void refuse_hidden_cycles() const;
    void normalize_dependencies();
    std::vector<bool> dependency_is_inherited(const std::vector<Edge>& holders) const;
    void mark_descendants(RevisionIndex index, std::uint32_t max_depth, std::vector<bool>& marks) const;
    void spread_labels();
    std::vector<std::string> ids_of(const std::vector<bool>& marks) const;

    RevisionMap::Graph& g_;
    std::vector<Revision>& revisions_;
    std::size_t size_;
    std::vector<bool> heads_;
    std::vector<bool> real_heads_;
    std::vector<Edge> down_;
    std::vector<Edge> all_down_;
    std::vector<Edge> next_;
    std::vector<Edge> all_next_;
    std::vector<std::vector<RevisionIndex>> dependencies_; // empty where no revision has any
    std::vector<RevisionIndex> with_label_parent_;
    std::vector<std::uint32_t> next_counts_;
    // Parents that no way from a base leads through: not 0 in and above cycles.
    std::vector<std::uint32_t> blocked_;
};

GraphBuilder::GraphBuilder(RevisionMap::Graph& graph)
    : g_(graph), revisions_(graph.revisions), size_(graph.revisions.size()), heads_(size_, true),
      real_heads_(size_, true), next_counts_(size_) {}

void GraphBuilder::build() {
    name_revisions();
    name_labels();
    resolve_dependencies();
    connect();
    g_.down = Adjacency(size_, down_);
    g_.all_down = Adjacency(size_, all_down_);
    g_.next = Adjacency(size_, next_);
    g_.all_next = Adjacency(size_, all_next_);
    refuse_labels_as_parents();
    detect_cycles();
    measure_depths();
    refuse_hidden_cycles();
    normalize_dependencies();
    g_.heads = ids_of(heads_);
    g_.real_heads = ids_of(real_heads_);
    for (const Revision& revision : revisions_) {
        if (revision.is_base()) g_.bases.push_back(revision.id);
        if (revision.is_real_base()) g_.real_bases.push_back(revision.id);
    }
    for (std::size_t i = 0; i < size_; ++i) {
        auto index = static_cast<RevisionIndex>(i);
        revisions_[i].is_head = g_.next[index].empty();
        revisions_[i].is_real_head = g_.all_next[index].empty();
        revisions_[i].is_branch_point = g_.next[index].size() > 1;
        revisions_[i].is_real_branch_point = g_.all_next[index].size() > 1;
    }
    spread_labels();
}

void GraphBuilder::name_revisions() {
    g_.names.reserve(size_);
    g_.name_positions.reserve(size_);
    for (std::size_t i = 0; i < size_; ++i) {
        std::string_view id = revisions_[i].id;
        auto index = static_cast<RevisionIndex>(i);
        auto [found, is_new] = g_.name_positions.try_emplace(id, static_cast<std::uint32_t>(g_.names.size()));
        if (is_new) {
            g_.names.emplace_back(id, index);
            continue;
        }
        if (g_.warn) g_.warn(fmt::format("Revision {} is present more than once", id));
        RevisionIndex& named = g_.names[found->second].second;
        revisions_[slot(named)].is_shadowed = true;
        named = index;
    }
}

void GraphBuilder::name_labels() {
    for (std::size_t i = 0; i < size_; ++i) {
        const Revision& revision = revisions_[i];
        for (const std::string& label : revision.branch_labels) {
            RevisionIndex used_by = g_.named(label);
            if (used_by != no_revision)
                throw RevisionError(fmt::format("Branch name '{}' in revision {} already used by revision {}",
                                                label, revision.id, revisions_[slot(used_by)].id),
                                    Place{revision.path, revision.labels_line, 0});
            g_.name_positions.emplace(label, static_cast<std::uint32_t>(g_.names.size()));
            g_.names.emplace_back(label, static_cast<RevisionIndex>(i));
        }
    }
}

void GraphBuilder::resolve_dependencies() {
    for (std::size_t i = 0; i < size_; ++i) {
        const Revision& revision = revisions_[i];
        if (revision.depends_on.empty()) continue;
        if (dependencies_.empty()) {
            dependencies_.resize(size_);
            g_.dependencies.resize(size_);
        }
        for (const std::string& name : revision.depends_on) {
            RevisionIndex dependency = g_.named(name);
            if (dependency == no_revision)
                throw Error(
                    fmt::format("Revision '{}', which {} depends on, is not present", name, revision.id),
                    revision.depends_place());
            dependencies_[i].push_back(dependency);
            g_.dependencies[i].push_back(revisions_[slot(dependency)].id);
        }
    }
}

void GraphBuilder::connect() {
    down_.reserve(size_);
    all_down_.reserve(size_);
    next_.reserve(size_);
    all_next_.reserve(size_);
    std::vector<bool> connected(size_);
    // In the order of the names, not of the files: a file that shadows another takes its place.
    for (const auto& [name, index] : g_.names) {
        if (connected[slot(index)]) continue;
        connected[slot(index)] = true;
        connect(index);
    }
    for (std::size_t i = 0; i < size_; ++i)
        if (!connected[i]) connect_shadowed(static_cast<RevisionIndex>(i));
}

void GraphBuilder::connect(RevisionIndex index) {
    const Revision& revision = revisions_[slot(index)];
    std::size_t first_down = all_down_.size();
    auto already = [&](RevisionIndex parent) {
        return std::find(all_down_.begin() + static_cast<std::ptrdiff_t>(first_down), all_down_.end(),
                         Edge{index, parent}) != all_down_.end();
    };
    for (const std::string& name : revision.down_revisions) {
        RevisionIndex parent = g_.named(name);
        if (parent == no_revision) missing_parent(index, name);
        heads_[slot(parent)] = false;
        real_heads_[slot(parent)] = false;
        if (revisions_[slot(parent)].id != name) {
            with_label_parent_.push_back(index);
            continue;
        }
        down_.emplace_back(index, parent);
        if (already(parent)) continue;
        all_down_.emplace_back(index, parent);
        next_.emplace_back(parent, index);
        all_next_.emplace_back(parent, index);
        ++next_counts_[slot(parent)];
    }
    if (dependencies_.empty()) return;
    for (RevisionIndex parent : dependencies_[slot(index)]) {
        real_heads_[slot(parent)] = false;
        if (already(parent)) continue;
        all_down_.emplace_back(index, parent);
        all_next_.emplace_back(parent, index);
    }
}

void GraphBuilder::missing_parent(RevisionIndex index, const std::string& parent) {
    // The sentence shows the revision as it was known so far.
    Revision& revision = revisions_[slot(index)];
    revision.is_head = next_counts_[slot(index)] == 0;
    revision.is_branch_point = next_counts_[slot(index)] > 1;
    if (g_.warn)
        g_.warn(fmt::format("Revision {} referenced from {} is not present", parent, summary(revision)));
    std::vector<std::string> ids = all_ids();
    std::string near = text::nearest(parent, ids);
    throw Error(fmt::format("Revision '{}', the parent of {}, is not present", parent, revision.id),
                revision.down_place(),
                near.empty() ? std::string() : fmt::format("the nearest revision is '{}'", near));
}

// A file that another with the same id has replaced leads to its parents, and nothing leads to it.
void GraphBuilder::connect_shadowed(RevisionIndex index) {
    for (const std::string& name : revisions_[slot(index)].down_revisions) {
        RevisionIndex parent = g_.named(name);
        if (parent == no_revision) missing_parent(index, name);
        down_.emplace_back(index, parent);
        all_down_.emplace_back(index, parent);
    }
    if (dependencies_.empty()) return;
    for (RevisionIndex parent : dependencies_[slot(index)]) all_down_.emplace_back(index, parent);
}

// A down_revision must be an id. The reference finds a label there in two ways, with two errors.
void GraphBuilder::refuse_labels_as_parents() {
    if (with_label_parent_.empty()) return;
    std::vector<RevisionIndex> dependent;
    for (std::size_t i = 0; i < dependencies_.size(); ++i)
        if (!dependencies_[i].empty()) dependent.push_back(static_cast<RevisionIndex>(i));
    std::vector<bool> walked = g_.marks(g_.related(g_.down, dependent));
    for (RevisionIndex index : with_label_parent_)
        if (walked[slot(index)])
            throw RevisionError("Dependency resolution failed; broken map",
                                revisions_[slot(index)].down_place());
}

std::vector<std::string> GraphBuilder::ids_of(const std::vector<bool>& marks) const {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < size_; ++i)
        if (marks[i]) ids.push_back(revisions_[i].id);
    return ids;
}

std::vector<std::string> GraphBuilder::all_ids() const {
    std::vector<std::string> ids;
    for (const auto& [name, index] : g_.names)
        if (revisions_[slot(index)].id == name) ids.emplace_back(name);
    return ids;
}

// Marks by the number of the revision that has the id in the chain.
std::vector<bool> GraphBuilder::ids_reached(const Adjacency& edges,
                                            const std::vector<RevisionIndex>& from) const {
    std::vector<bool> reached(size_);
    for (RevisionIndex index : g_.related(edges, from))
        reached[slot(revisions_[slot(index)].is_shadowed ? g_.named(revisions_[slot(index)].id) : index)] =
            true;
    return reached;
}

std::vector<std::string> GraphBuilder::unreached(const std::vector<bool>& a,
                                                 const std::vector<bool>& b) const {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < size_; ++i)
        if (!revisions_[i].is_shadowed && !(a[i] && b[i])) ids.push_back(revisions_[i].id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

void GraphBuilder::detect_cycles() {
    if (size_ == 0) return;
    std::vector<RevisionIndex> heads, bases, real_heads, real_bases;
    for (std::size_t i = 0; i < size_; ++i) {
        auto index = static_cast<RevisionIndex>(i);
        if (heads_[i]) heads.push_back(index);
        if (real_heads_[i]) real_heads.push_back(index);
        if (revisions_[i].is_base()) bases.push_back(index);
        if (revisions_[i].is_real_base()) real_bases.push_back(index);
    }
    if (heads.empty() || bases.empty()) throw CycleDetected("Cycle", all_ids());
    if (!with_label_parent_.empty()) {
        const Revision& revision = revisions_[slot(with_label_parent_.front())];
        throw Error(fmt::format("A parent of {} is a branch label; down_revision takes ids", revision.id),
                    revision.down_place());
    }
    std::vector<std::string> lost = unreached(ids_reached(g_.down, heads), ids_reached(g_.next, bases));
    if (!lost.empty()) throw CycleDetected("Cycle", lost);
    if (real_heads.empty() || real_bases.empty()) throw CycleDetected("Dependency cycle", all_ids());
    lost = unreached(ids_reached(g_.all_down, real_heads), ids_reached(g_.all_next, real_bases));
    if (!lost.empty()) throw CycleDetected("Dependency cycle", lost);
}

void GraphBuilder::measure_depths() {
    g_.depths.assign(size_, 0);
    std::vector<std::uint32_t> waiting(size_);
    std::vector<RevisionIndex> ready;
    for (std::size_t i = 0; i < size_; ++i) {
        waiting[i] = static_cast<std::uint32_t>(g_.all_down[static_cast<RevisionIndex>(i)].size());
        if (waiting[i] == 0) ready.push_back(static_cast<RevisionIndex>(i));
    }
    while (!ready.empty()) {
        RevisionIndex index = ready.back();
        ready.pop_back();
        for (RevisionIndex child : g_.all_next[index]) {
            g_.depths[slot(child)] = std::max(g_.depths[slot(child)], g_.depths[slot(index)] + 1);
            if (--waiting[slot(child)] == 0) ready.push_back(child);
        }
    }
    blocked_ = std::move(waiting);
}

// The reference does not see a cycle that can be reached from a head and from a base, and walks in it for
// ever.
void GraphBuilder::refuse_hidden_cycles() const {
    // What waits for a parent is in a cycle or above one. Without what nothing in it waits for, the cycles
    // are left, and what lies between two of them.
    std::vector<std::uint32_t> children(size_);
    std::vector<RevisionIndex> top;
    auto in_question = [&](RevisionIndex index) {
        return blocked_[slot(index)] != 0 && !revisions_[slot(index)].is_shadowed;
    };
    std::vector<bool> cyclic(size_);
    for (std::size_t i = 0; i < size_; ++i) {
        auto index = static_cast<RevisionIndex>(i);
        cyclic[i] = in_question(index);
        if (!cyclic[i]) continue;
        for (RevisionIndex child : g_.all_next[index]) children[i] += in_question(child);
        if (children[i] == 0) top.push_back(index);
    }
    while (!top.empty()) {
        RevisionIndex index = top.back();
        top.pop_back();
        cyclic[slot(index)] = false;
        for (RevisionIndex parent : g_.all_down[index])
            if (cyclic[slot(parent)] && --children[slot(parent)] == 0) top.push_back(parent);
    }
    std::vector<std::string> ids = ids_of(cyclic);
    if (ids.empty()) return;
    std::sort(ids.begin(), ids.end());
    throw CycleDetected(dependencies_.empty() ? "Cycle" : "Dependency cycle", ids);
}

// A dependency that an ancestor (by down_revision) has too is left out.
void GraphBuilder::normalize_dependencies() {
    if (dependencies_.empty()) {
        g_.normalized_down = g_.all_down;
        return;
    }
    // Those that depend on the same revision stand side by side.
    std::vector<Edge> by_dependency;
    for (std::size_t i = 0; i < size_; ++i)
        if (!revisions_[i].is_shadowed)
            for (RevisionIndex dependency : dependencies_[i])
                by_dependency.emplace_back(dependency, static_cast<RevisionIndex>(i));
    std::sort(by_dependency.begin(), by_dependency.end());
    std::vector<bool> inherited = dependency_is_inherited(by_dependency);

    std::vector<Edge> edges;
    edges.reserve(all_down_.size());
    for (std::size_t i = 0; i < size_; ++i) {
        auto index = static_cast<RevisionIndex>(i);
        for (RevisionIndex parent : g_.all_down[index]) {
            std::span<const RevisionIndex> versioned = g_.down[index];
            if (std::find(versioned.begin(), versioned.end(), parent) == versioned.end()) {
                auto place =
                    std::lower_bound(by_dependency.begin(), by_dependency.end(), Edge{parent, index});
                bool known = place != by_dependency.end() && *place == Edge{parent, index};
                if (known && inherited[static_cast<std::size_t>(place - by_dependency.begin())]) continue;
            }
            edges.emplace_back(index, parent);
        }
    }
    g_.normalized_down = Adjacency(size_, edges);
}

// For each (dependency, holder), sorted: whether the holder descends from another holder of the dependency.
std::vector<bool> GraphBuilder::dependency_is_inherited(const std::vector<Edge>& holders) const {
    std::vector<bool> inherited(holders.size());
    for (std::size_t begin = 0, end = 0; begin < holders.size(); begin = end) {
        std::uint32_t max_depth = 0;
        while (end < holders.size() && holders[end].first == holders[begin].first)
            max_depth = std::max(max_depth, g_.depths[slot(holders[end++].second)]);
        if (end - begin < 2) continue;
        std::vector<bool> descends(size_);
        for (std::size_t i = begin; i < end; ++i) mark_descendants(holders[i].second, max_depth, descends);
        for (std::size_t i = begin; i < end; ++i) inherited[i] = descends[slot(holders[i].second)];
    }
    return inherited;
}

// Marks all that descend from a revision, down to a depth; not the revision itself.
void GraphBuilder::mark_descendants(RevisionIndex index, std::uint32_t max_depth,
                                    std::vector<bool>& marks) const {
    std::vector<RevisionIndex> todo{index};
    while (!todo.empty()) {
        RevisionIndex parent = todo.back();
        todo.pop_back();
        for (RevisionIndex child : g_.next[parent]) {
            if (marks[slot(child)] || g_.depths[slot(child)] > max_depth) continue;
            marks[slot(child)] = true;
            todo.push_back(child);
        }
    }
}

// A label belongs to all that descend from its revision, and to its ancestors as far as the line is a plain
// one.
void GraphBuilder::spread_labels() {
    g_.labels.assign(size_, 0);
    std::vector<RevisionIndex> labelled;
    for (std::size_t i = 0; i < size_; ++i) {
        if (revisions_[i].branch_labels.empty()) continue;
        g_.labels[i] = g_.label_sets.of(revisions_[i].branch_labels);
        labelled.push_back(static_cast<RevisionIndex>(i));
    }
    for (RevisionIndex index : labelled) {
        LabelSets::Set labels = g_.labels[slot(index)];
        auto add = [&](RevisionIndex to) {
            g_.labels[slot(to)] = g_.label_sets.united(g_.labels[slot(to)], labels);
        };
        std::vector<RevisionIndex> descendants = g_.related(g_.next, std::span(&index, 1));
        for (RevisionIndex descendant : descendants) add(descendant);
        RevisionIndex parent = descendants.back();
        for (;;) {
            const Revision& revision = revisions_[slot(parent)];
            if (revision.is_real_branch_point || revision.is_merge_point()) break;
            add(parent);
            if (revision.is_base()) break;
            parent = g_.down[parent].front();
        }
    }
}

} // namespace

RevisionMap::Graph::Graph(std::vector<Revision> files, WarningSink sink)
    : revisions(std::move(files)), warn(std::move(sink)) {
    GraphBuilder(*this).build();
}

RevisionIndex RevisionMap::Graph::named(std::string_view name) const {
    auto found = name_positions.find(name);
    return found == name_positions.end() ? no_revision : names[found->second].second;
}

std::vector<bool> RevisionMap::Graph::marks(std::span<const RevisionIndex> indices) const {
    std::vector<bool> marked(size());
    for (RevisionIndex index : indices) marked[slot(index)] = true;
    return marked;
}

std::vector<RevisionIndex> RevisionMap::Graph::related(const Adjacency& edges,
                                                       std::span<const RevisionIndex> targets,
                                                       bool check) const {
    std::vector<RevisionIndex> found;
    std::vector<bool> seen(size());
    std::vector<bool> is_target;
    if (check) is_target = marks(targets);
    std::vector<RevisionIndex> todo;
    for (RevisionIndex target : targets) {
        std::vector<RevisionIndex> overlaps;
        todo.push_back(target);
        while (!todo.empty()) {
            RevisionIndex index = todo.back();
            todo.pop_back();
            if (check && index != target && is_target[slot(index)] &&
                std::find(overlaps.begin(), overlaps.end(), index) == overlaps.end())
                overlaps.push_back(index);
            if (seen[slot(index)]) continue;
            seen[slot(index)] = true;
            found.push_back(index);
            for (RevisionIndex other : edges[index]) todo.push_back(other);
        }
        if (overlaps.empty()) continue;
        std::vector<std::string> ids;
        for (RevisionIndex other : overlaps) ids.push_back(at(other).id);
        throw RevisionError(fmt::format("Requested revision {} overlaps with other requested revisions {}",
                                        at(target).id, text::join(ids, ", ")));
    }
    return found;
}

} // namespace limbeck::script
