#include "script/topological_order.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace limbeck::script {

namespace {

// The reference keeps a list of current heads, each with the set of its ancestors, and asks of a candidate
// whether another head's set has it. Here the sets are not made. A revision is "alive" while a current head
// is it or descends from it; a candidate is in another head's set exactly while one of its children is alive.
// Each revision dies once, so that all deaths together cost one pass over the edges.
//
// Heads live in slots, whose numbers grow in the list's order: a head that moves down stays in its slot,
// those that a merge adds come last.
class Sorter {
  public:
    Sorter(const RevisionMap::Graph& graph, std::span<const RevisionIndex> revisions,
           std::span<const RevisionIndex> heads);

    std::vector<RevisionIndex> sort();

  private:
    using Slot = std::int32_t;
    static constexpr Slot none = -1;

    struct Head {
        RevisionIndex revision;
        Slot previous;
        Slot next;
        // Changes when the slot's ancestors become fewer by more than the revision it left.
        std::uint32_t version = 0;
    };
    // The first slot whose head descends from a revision, as of a version of that slot.
    struct FirstSlot {
        Slot slot = none;
        std::uint32_t version = 0;
    };

    // A child of a fork, with the first slot that has it or a descendant of it, as last found.
    struct Branch {
        Slot slot;
        RevisionIndex child;
    };

    static std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

    void mark_alive();
    Slot append(RevisionIndex revision);
    Slot remove(Slot slot);
    void leave(RevisionIndex revision);
    void die_if_unused(RevisionIndex revision);
    Slot first_descendant_slot(RevisionIndex revision);
    Slot first_slot(RevisionIndex revision);
    bool is_known(RevisionIndex revision) const;
    bool moves_plainly(RevisionIndex revision) const;

    const RevisionMap::Graph& graph_;
    std::vector<bool> todo_;
    std::size_t todo_count_ = 0;
    std::vector<Head> heads_;
    Slot front_ = none;
    Slot back_ = none;
    std::vector<Slot> slot_of_; // of a current head
    std::vector<bool> alive_;
    std::vector<std::uint32_t> alive_children_;
    std::vector<FirstSlot> first_slots_;
    std::unordered_map<RevisionIndex, std::vector<Branch>> forks_;
};

Sorter::Sorter(const RevisionMap::Graph& graph, std::span<const RevisionIndex> revisions,
               std::span<const RevisionIndex> heads)
    : graph_(graph), todo_(graph.marks(revisions)), slot_of_(graph.size(), none), alive_(graph.size()),
      alive_children_(graph.size()), first_slots_(graph.size()) {
    for (bool is_todo : todo_) todo_count_ += is_todo;
    std::vector<RevisionIndex> first;
    for (RevisionIndex head : heads)
        if (head >= 0 && todo_[at(head)]) first.push_back(head);
    std::sort(first.begin(), first.end(),
              [&](RevisionIndex a, RevisionIndex b) { return graph_.position(a) < graph_.position(b); });
    first.erase(std::unique(first.begin(), first.end()), first.end());
    for (RevisionIndex head : first) append(head);
    mark_alive();
}

void Sorter::mark_alive() {
    std::vector<RevisionIndex> walk;
    for (const Head& head : heads_) {
        if (alive_[at(head.revision)]) continue;
        alive_[at(head.revision)] = true;
        walk.push_back(head.revision);
        while (!walk.empty()) {
            RevisionIndex revision = walk.back();
            walk.pop_back();
            for (RevisionIndex parent : graph_.normalized_down[revision]) {
                ++alive_children_[at(parent)];
                if (alive_[at(parent)]) continue;
                alive_[at(parent)] = true;
                walk.push_back(parent);
            }
        }
    }
}

Sorter::Slot Sorter::append(RevisionIndex revision) {
    auto slot = static_cast<Slot>(heads_.size());
    heads_.push_back({revision, back_, none});
    if (back_ != none)
        heads_[at(back_)].next = slot;
    else
        front_ = slot;
    back_ = slot;
    slot_of_[at(revision)] = slot;
    return slot;
}

// Gives the slot to go on with: the one before, or the first.
Sorter::Slot Sorter::remove(Slot slot) {
    Head& head = heads_[at(slot)];
    ++head.version;
    slot_of_[at(head.revision)] = none;
    if (head.previous != none)
        heads_[at(head.previous)].next = head.next;
    else
        front_ = head.next;
    if (head.next != none)
        heads_[at(head.next)].previous = head.previous;
    else
        back_ = head.previous;
    return head.previous != none ? head.previous : front_;
}

// After a revision is no head any more.
void Sorter::leave(RevisionIndex revision) {
    std::vector<RevisionIndex> dying{revision};
    while (!dying.empty()) {
        RevisionIndex index = dying.back();
        dying.pop_back();
        if (!alive_[at(index)] || alive_children_[at(index)] != 0 || slot_of_[at(index)] != none) continue;
        alive_[at(index)] = false;
        for (RevisionIndex parent : graph_.normalized_down[index]) {
            --alive_children_[at(parent)];
            dying.push_back(parent);
        }
    }
}

bool Sorter::is_known(RevisionIndex revision) const {
    const FirstSlot& first = first_slots_[at(revision)];
    return first.slot != none && heads_[at(first.slot)].version == first.version;
}

// The first slot that has the revision or a descendant of it. What was found stays true while the slot moves
// down plainly: sets of ancestors only lose, so that no earlier slot can come to have the revision.
Sorter::Slot Sorter::first_slot(RevisionIndex revision) {
    std::vector<RevisionIndex> walk{revision};
    while (!walk.empty()) {
        RevisionIndex index = walk.back();
        if (is_known(index)) {
            walk.pop_back();
            continue;
        }
        Slot best = slot_of_[at(index)];
        bool complete = true;
        for (RevisionIndex child : graph_.all_next[index]) {
            if (!alive_[at(child)] || best == front_) continue;
            if (!is_known(child)) {
                walk.push_back(child);
                complete = false;
            } else if (Slot slot = first_slots_[at(child)].slot; best == none || slot < best) {
                best = slot;
            }
        }
        if (!complete) continue;
        walk.pop_back();
        first_slots_[at(index)] = {best, heads_[at(best)].version};
    }
    return first_slots_[at(revision)].slot;
}

// A fork is asked once for each of its branches: what they were first found in is kept in order. Slots that
// are found again later are never earlier ones.
Sorter::Slot Sorter::first_descendant_slot(RevisionIndex revision) {
    auto [place, is_new] = forks_.try_emplace(revision);
    std::vector<Branch>& branches = place->second;
    auto later = [](const Branch& a, const Branch& b) { return a.slot > b.slot; };
    if (is_new) {
        for (RevisionIndex child : graph_.all_next[revision])
            if (alive_[at(child)]) branches.push_back({first_slot(child), child});
        std::make_heap(branches.begin(), branches.end(), later);
    }
    for (;;) {
        Branch first = branches.front();
        bool is_alive = alive_[at(first.child)];
        if (is_alive && is_known(first.child) && first_slots_[at(first.child)].slot == first.slot)
            return first.slot;
        std::pop_heap(branches.begin(), branches.end(), later);
        branches.pop_back();
        if (!is_alive) continue;
        branches.push_back({first_slot(first.child), first.child});
        std::push_heap(branches.begin(), branches.end(), later);
    }
}

bool Sorter::moves_plainly(RevisionIndex revision) const {
    return graph_.normalized_down[revision].size() == 1;
}

std::vector<RevisionIndex> Sorter::sort() {
    std::vector<RevisionIndex> output;
    output.reserve(todo_count_);
    Slot current = front_;
    std::vector<RevisionIndex> to_add;
    while (current != none) {
        RevisionIndex candidate = heads_[at(current)].revision;
        if (alive_children_[at(candidate)] != 0) {
            current = first_descendant_slot(candidate);
            continue;
        }
        if (todo_[at(candidate)]) {
            output.push_back(candidate);
            todo_[at(candidate)] = false;
            --todo_count_;
        }
        to_add.clear();
        for (RevisionIndex parent : graph_.normalized_down[candidate])
            if (todo_[at(parent)] && slot_of_[at(parent)] == none) to_add.push_back(parent);
        if (to_add.empty()) {
            current = remove(current);
        } else {
            slot_of_[at(candidate)] = none;
            slot_of_[at(to_add.front())] = current;
            heads_[at(current)].revision = to_add.front();
            if (!moves_plainly(candidate)) ++heads_[at(current)].version;
            for (std::size_t i = 1; i < to_add.size(); ++i) append(to_add[i]);
        }
        leave(candidate);
    }
    if (todo_count_ != 0)
        throw Error(
            "The revisions of this range are not all on the way down from its upper end; a dependency "
            "leads out of the branch");
    return output;
}

} // namespace

std::vector<RevisionIndex> topological_order(const RevisionMap::Graph& graph,
                                             std::span<const RevisionIndex> revisions,
                                             std::span<const RevisionIndex> heads) {
    return Sorter(graph, revisions, heads).sort();
}

} // namespace limbeck::script
