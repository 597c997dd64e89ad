#include "script/script_directory.hpp"
#include "support/error.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::script;

namespace {

using Items = std::vector<std::string>;
using Kind = VersionChange::Kind;

Revision revision(const std::string& id, Items down, Items depends_on = {}, const std::string& doc = {}) {
    Revision made;
    made.id = id;
    made.down_revisions = std::move(down);
    made.depends_on = std::move(depends_on);
    made.doc = made.longdoc = doc;
    return made;
}

// a - b - c - e (merges c and d), a - d
RevisionMap diamond() {
    return RevisionMap({revision("a", {}, {}, "first"), revision("b", {"a"}), revision("c", {"b"}),
                        revision("d", {"a"}), revision("e", {"c", "d"})});
}

} // namespace

TEST_CASE("a step in words") {
    RevisionMap map = diamond();
    CHECK(Step::upgrade(map, map.find("a")).to_string() == "upgrade  -> a, first");
    CHECK(Step::upgrade(map, map.find("a")).short_log() == "upgrade  -> a");
    CHECK(Step::upgrade(map, map.find("e")).to_string() == "upgrade c, d -> e");
    CHECK(Step::downgrade(map, map.find("e")).to_string() == "downgrade e -> c, d");
    CHECK(Step::stamp({"a"}, {"b"}, true, false).to_string() == "stamp_revision a -> b");
    CHECK(Step::downgrade(map, map.find("b")).source_revision_ids() == Items{"b"});
    CHECK(Step::downgrade(map, map.find("b")).destination_revision_ids() == Items{"a"});
    CHECK(Step::downgrade(map, map.find("b")).up_revision_ids() == Items{"b"});
}

TEST_CASE("rows over a merge, up and down") {
    RevisionMap map = diamond();
    HeadMaintainer heads(map, {"c", "d"});
    VersionUpdate update = heads.update_to_step(Step::upgrade(map, map.find("e")));
    CHECK(update.changes == std::vector<VersionChange>{{Kind::Delete, "c", ""}, {Kind::Update, "d", "e"}});
    CHECK(update.log == "merge, delete ['c'], update d to e");
    CHECK(heads.heads() == Items{"e"});
    update = heads.update_to_step(Step::downgrade(map, map.find("e")));
    CHECK(update.changes == std::vector<VersionChange>{{Kind::Insert, "", "c"}, {Kind::Update, "e", "d"}});
    CHECK(update.log == "unmerge, insert ('c',), update e to d");
    update = heads.update_to_step(Step::downgrade(map, map.find("d")));
    CHECK(update.log == "branch delete d");
    CHECK(heads.heads() == Items{"c"});
    heads.update_to_step(Step::upgrade(map, map.find("d")));
    CHECK(heads.heads() == Items{"c", "d"});
}

TEST_CASE("rows that do not allow a step") {
    RevisionMap map = diamond();
    CHECK_THROWS_AS(HeadMaintainer(map, {"a"}).update_to_step(Step::upgrade(map, map.find("a"))), Error);
    CHECK_THROWS_AS(HeadMaintainer(map, {"a"}).update_to_step(Step::stamp({"c"}, {"a"}, false, false)),
                    Error);
    CHECK_THROWS_AS(HeadMaintainer(map, {}).update_to_step(Step::stamp({}, {}, false, true)), Error);
    CHECK_THROWS_AS(HeadMaintainer(map, {}).update_to_step(Step::downgrade(map, map.find("a"))), Error);
}

TEST_CASE("sentences of requests that cannot be met") {
    ScriptDirectory scripts(
        [] {
            return std::vector{revision("aaaa1", {}), revision("aaaa2", {"aaaa1"}),
                               revision("bbbb1", {"aaaa1"})};
        },
        {});
    auto message = [](const auto& question) -> std::string {
        try {
            question();
        } catch (const CommandError& error) {
            return error.message();
        }
        return "answered";
    };
    CHECK(message([&] { scripts.get_revision("x"); }) == "Can't locate revision identified by 'x'");
    CHECK(message([&] { scripts.upgrade_steps("head", Items{}); }) ==
          "Multiple head revisions are present for given argument 'head'; please specify a specific target "
          "revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads");
    CHECK(message([&] { scripts.get_current_head(); }) ==
          "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the "
          "branches using alembic merge.");
    CHECK(
        message([&] { scripts.walk_revisions("aaaa2", "bbbb1"); }) ==
        "Requested range aaaa2:bbbb1 does not refer to ancestor/descendant revisions along the same branch");
    CHECK(message([&] { scripts.walk_revisions(Items{"aaaa2"}, "bbbb1"); }) ==
          "Requested range ('aaaa2',):bbbb1 does not refer to ancestor/descendant revisions along the same "
          "branch");
    CHECK(message([&] { scripts.downgrade_steps("bbbb1", Items{"aaaa2"}); }) ==
          "Destination bbbb1 is not a valid downgrade target from current head(s)");
    CHECK(message([&] { scripts.upgrade_steps("+5", Items{"aaaa2"}); }) ==
          "Relative revision +5 didn't produce 5 migrations");
    CHECK(message([&] { scripts.upgrade_steps("+1", Items{"aaaa1"}); }) == "Ambiguous walk");
    CHECK(message([&] { scripts.stamp_steps(Items{"head"}, Items{}); }) ==
          "Multiple heads are present; please specify a single target revision");
    CHECK(message([&] { scripts.upgrade_steps("aaaa2", Items{"gone"}); }) ==
          "Can't locate revision identified by 'gone'");
}
