// Revisions with recorded scripts: revisions/<name>.py run offline writes what recorded.json says, byte for
// byte, or ends in the error recorded there. record.py asks the reference.
#include <limbeck/limbeck.hpp>

#include "support/file.hpp"
#include "support/source_root.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace limbeck;

// A project of one revision, gone at the end.
class Folder {
  public:
    explicit Folder(const fs::path& revision) {
        std::string name = (fs::temp_directory_path() / "limbeck-directives-XXXXXX").string();
        path_ = mkdtemp(name.data());
        fs::create_directories(path_ / "migrations/versions");
        fs::copy_file(revision, path_ / "migrations/versions" / revision.filename());
        std::ofstream(path_ / "alembic.ini") << "[alembic]\nscript_location = %(here)s/migrations\n";
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string ini() const { return (path_ / "alembic.ini").string(); }

  private:
    fs::path path_;
};

nlohmann::json run(const fs::path& revision, const std::string& dialect, bool upgrade) {
    Folder folder(revision);
    OpenOptions open;
    open.config_files = {folder.ini()};
    open.url = dialect + "://";
    std::string script;
    RunOptions options;
    options.sql = true;
    options.output = [&](std::string_view text) { script += text; };
    try {
        Project project = Project::open(open);
        if (upgrade)
            project.upgrade("head", options);
        else
            project.downgrade("head:base", options);
    } catch (const Error& error) {
        return {{"error", error.message()}};
    }
    return {{"sql", script}};
}

} // namespace

TEST_CASE("op: every directive writes what the reference wrote") {
    fs::path here = tests::source_root() / "tests/alembic";
    nlohmann::json recorded = nlohmann::json::parse(file::read(here / "recorded.json"));
    CHECK_GT(recorded.size(), 90);
    for (const auto& [key, expected] : recorded.items()) {
        std::size_t first = key.find('/'), last = key.rfind('/');
        fs::path revision = here / "revisions" / (key.substr(0, first) + ".py");
        INFO(key);
        CHECK_EQ(run(revision, key.substr(first + 1, last - first - 1), key.substr(last + 1) == "upgrade"),
                 expected);
    }
}
