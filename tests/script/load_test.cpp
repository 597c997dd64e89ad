#include "script/script_directory.hpp"
#include "support/error.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace limbeck;
using namespace limbeck::script;

namespace fs = std::filesystem;

namespace {

using Items = std::vector<std::string>;

std::string file_of(const std::string& id, const std::string& parent = {}) {
    return "revision = '" + id + "'\ndown_revision = " + (parent.empty() ? "None" : "'" + parent + "'") +
           "\n";
}

struct Loaded {
    Items warnings;
    std::unique_ptr<ScriptDirectory> scripts;

    explicit Loaded(ScriptOptions options) {
        options.warn = [this](const std::string& warning) { warnings.push_back(warning); };
        scripts = std::make_unique<ScriptDirectory>(options);
    }
    Items ids() const {
        Items ids;
        for (std::size_t i = 0; i < scripts->map().size(); ++i)
            ids.push_back((*scripts)[static_cast<RevisionIndex>(i)].id);
        return ids;
    }
};

ScriptOptions options_for(const fs::path& folder) {
    ScriptOptions options;
    options.directory = folder;
    return options;
}

} // namespace

TEST_CASE("which files of a folder are revisions") {
    tests::Scratch folder;
    folder.write("versions/b.py", file_of("b", "a"));
    folder.write("versions/a.py", file_of("a"));
    folder.write("versions/.#a.py", "locked by an editor");
    folder.write("versions/__init__.py", "");
    folder.write("versions/a.pyc", "");
    folder.write("versions/notes.txt", "");
    folder.write("versions/x.py/inner.py", file_of("inner"));
    folder.write("versions/__pycache__/c.py", file_of("cached"));
    Loaded loaded(options_for(folder.path()));
    CHECK(loaded.ids() == Items{"a", "b"});
    CHECK(loaded.scripts->map()[0].path == fs::canonical(folder.path()) / "versions" / "a.py");
    CHECK(loaded.warnings.empty());

    ScriptOptions recursive = options_for(folder.path());
    recursive.recursive_version_locations = true;
    CHECK(Loaded(recursive).ids() == Items{"a", "b", "inner"});
}

TEST_CASE("several version locations") {
    tests::Scratch folder;
    folder.write("one/a.py", file_of("a"));
    folder.write("two/b.py", file_of("b", "a"));
    fs::create_symlink(folder / "one/a.py", folder / "two/linked.py");
    ScriptOptions options = options_for(folder.path());
    options.version_locations = {folder / "one", folder / "two", folder / "missing"};
    Loaded loaded(options);
    CHECK(loaded.ids() == Items{"a", "b"});
    CHECK(loaded.warnings == Items{"File " + (fs::canonical(folder.path()) / "one/a.py").string() +
                                   " loaded twice! ignoring. Please ensure version_locations is unique."});
}

TEST_CASE("an empty project, and none") {
    tests::Scratch folder;
    Loaded loaded(options_for(folder.path()));
    CHECK(loaded.ids().empty());
    CHECK(loaded.scripts->walk_revisions().empty());
    CHECK(loaded.scripts->get_heads().empty());
    CHECK_FALSE(loaded.scripts->get_current_head());
    CHECK(loaded.scripts->upgrade_steps("heads", Items{}).empty());
    CHECK_THROWS_WITH_AS(ScriptDirectory(options_for(folder / "none")),
                         ("Path doesn't exist: " + (folder / "none").string() +
                          ".  Please use the 'init' command to create a new scripts folder.")
                             .c_str(),
                         CommandError);
}

TEST_CASE("files that cannot be revisions") {
    tests::Scratch folder;
    auto message = [&](const std::string& source, const std::string& name = "x.py") -> std::string {
        folder.write("versions/" + name, source);
        try {
            ScriptDirectory(options_for(folder.path())).get_revisions("heads");
        } catch (const Error& error) {
            return error.what();
        }
        return "read";
    };
    CHECK(
        message("a = 1\n").find("Could not determine revision id from filename x.py. Be sure the 'revision' "
                                "variable is declared inside the script (please see 'Upgrading from Alembic "
                                "0.1 to 0.2' in the documentation).") != std::string::npos);
    CHECK(message("revision = 'a'\n").find("Revision a has no down_revision") != std::string::npos);
    CHECK(message("revision = 'a'\ndown_revision = P\n").find("x.py:2:1: down_revision is not a literal") !=
          std::string::npos);
    CHECK(message("revision = None\ndown_revision = None\n").find("revision must be a text") !=
          std::string::npos);
    CHECK(message("revision = 'a'\ndown_revision = 'a'\n").find("Self-loop is detected in revisions (a)") !=
          std::string::npos);
    CHECK(message("revision = 'a'\ndown_revision = None\ndepends_on = 'a'\n")
              .find("Dependency self-loop is detected in revisions (a)") != std::string::npos);
    CHECK(message("revision = 'a+b:c'\ndown_revision = None\n")
              .find("Character(s) '+, :' not allowed in revision identifier 'a+b:c'") != std::string::npos);
    CHECK(message("revision = 'caf\xe9'\ndown_revision = None\n").find("x.py") != std::string::npos);
    CHECK(message(file_of("ok")) == "read");
    if (::geteuid() != 0) {
        fs::permissions(folder / "versions/x.py", fs::perms::none);
        CHECK_THROWS_AS(ScriptDirectory(options_for(folder.path())).map(), FileError);
    }
    fs::remove(folder / "versions/x.py");
    fs::create_symlink(folder / "nowhere.py", folder / "versions/y.py");
    CHECK_THROWS_WITH_AS(ScriptDirectory(options_for(folder.path())).map(), doctest::Contains("No such file"),
                         FileError);
}

TEST_CASE("encodings, line ends and old names") {
    tests::Scratch folder;
    folder.write("versions/a.py", "\xef\xbb\xbf'''caf\xc3\xa9\r\n\r\nmore'''\r\n" + file_of("a"));
    folder.write("versions/b.py", "# -*- coding: latin-1 -*-\n'''caf\xe9'''\n" + file_of("b", "a"));
    folder.write("versions/c.py", "# vim: fileencoding=cp1252\n'''\x80'''\n" + file_of("c", "b"));
    folder.write("versions/ae1027a6acf.py", "down_revision = 'c'\n");
    Loaded loaded(options_for(folder.path()));
    const RevisionMap& map = loaded.scripts->map();
    CHECK(map[0].doc == "caf\u00e9");
    CHECK(map[0].longdoc == "caf\u00e9\n\nmore");
    CHECK(map[map.find("b")].doc == "caf\u00e9");
    CHECK(map[map.find("c")].doc == "\u20ac");
    CHECK(map.heads() == Items{"ae1027a6acf"});
}

TEST_CASE("a header that is not literal is asked for") {
    tests::Scratch folder;
    folder.write("versions/a.py", "revision = NAME\ndown_revision = None\n");
    ScriptOptions options = options_for(folder.path());
    options.evaluator = [](const fs::path& path, std::string_view source) {
        CHECK(path.filename() == "a.py");
        Header header = scan_header(source);
        header.revision.kind = HeaderValue::Kind::Text;
        header.revision.items = {"found"};
        return header;
    };
    CHECK(Loaded(options).ids() == Items{"found"});
}

TEST_CASE("chains that are wrong") {
    tests::Scratch folder;
    auto load = [&](const std::vector<std::pair<std::string, std::string>>& files) {
        for (const auto& [name, source] : files) folder.write("versions/" + name + ".py", source);
        return Loaded(options_for(folder.path()));
    };
    SUBCASE("a missing parent") {
        Loaded loaded = load({{"a", file_of("abcd1")}, {"b", file_of("b", "abcd2")}});
        try {
            loaded.scripts->map();
            FAIL("the parent is not missed");
        } catch (const Error& error) {
            CHECK(error.message() == "Revision 'abcd2', the parent of b, is not present");
            CHECK(error.place().line == 2);
            CHECK(error.hint() == "the nearest revision is 'abcd1'");
        }
        CHECK(loaded.warnings == Items{"Revision abcd2 referenced from abcd2 -> b (head),  is not present"});
    }
    SUBCASE("an id twice") {
        Loaded loaded = load({{"a", file_of("a")}, {"b", file_of("a")}});
        CHECK(loaded.scripts->get_heads() == Items{"a", "a"});
        CHECK(loaded.warnings == Items{"Revision a is present more than once"});
    }
    SUBCASE("a cycle") {
        Loaded loaded = load({{"a", file_of("a", "b")}, {"b", file_of("b", "a")}});
        CHECK_THROWS_WITH_AS(loaded.scripts->get_heads(), "Cycle is detected in revisions (a, b)",
                             CycleDetected);
        CHECK_THROWS_WITH_AS(loaded.scripts->walk_revisions(), "Cycle is detected in revisions (a, b)",
                             CommandError);
    }
    SUBCASE("a cycle between a base and a head, which the reference walks in for ever") {
        Loaded loaded = load({{"a", file_of("a")},
                              {"b", "revision = 'b'\ndown_revision = ('a', 'c')\n"},
                              {"c", file_of("c", "b")},
                              {"d", file_of("d", "c")}});
        CHECK_THROWS_WITH_AS(loaded.scripts->get_heads(), "Cycle is detected in revisions (b, c)",
                             CycleDetected);
    }
    SUBCASE("a label used twice") {
        Loaded loaded = load({{"a", file_of("a") + "branch_labels = 'x'\n"},
                              {"b", file_of("b", "a") + "branch_labels = 'x'\n"}});
        CHECK_THROWS_WITH(loaded.scripts->get_revision("head"),
                          doctest::Contains("Branch name 'x' in revision b already used by revision a"));
    }
}
