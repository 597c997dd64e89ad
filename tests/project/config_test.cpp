#include "project/config.hpp"
#include "project/project.hpp"
#include "support/file.hpp"
#include "support/scratch.hpp"
#include "support/text.hpp"
#include "support/working_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace limbeck;
using nlohmann::json;
using project::Config;
using tests::Scratch;
using tests::Variable;
using tests::WorkingFolder;

namespace {

json to_json(const std::optional<std::string>& value) {
    return value ? json(*value) : json();
}

json pairs(const project::StringTable& table) {
    json list = json::array();
    for (const auto& [name, value] : table) list.push_back({name, value});
    return list;
}

json to_json(const std::optional<project::TomlValue>& value) {
    if (!value) return {};
    if (const auto* text = std::get_if<std::string>(&*value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return *number;
    return "a list";
}

// What `ask` gives, or its error as the recording has it.
template <class Ask> json attempt(Ask ask) {
    try {
        return json(ask());
    } catch (const Error& error) {
        return {{"error", error.message()}};
    }
}

// Whether an answer is the recorded one. Where the reference ends in a traceback, limbeck's sentence has the
// exception's in it.
bool same(const json& expected, const json& got) {
    if (!expected.is_object() || !expected.contains("class")) return expected == got;
    return got.is_object() && got["error"].get<std::string>().find(expected["error"]) != std::string::npos;
}

json answers(const json& expected, const std::string& section) {
    project::ConfigArguments arguments;
    arguments.section = section;
    Config config(arguments);
    json got;
    for (const auto& [option, value] : expected["main"].items()) {
        got["main"][option] = attempt([&] { return to_json(config.main_option(option)); });
        got["alembic"][option] = attempt([&] { return to_json(config.alembic_value(option)); });
    }
    got["sourceless"] = attempt([&] { return config.sourceless(); });
    got["recursive"] = attempt([&] { return config.recursive_version_locations(); });
    got["version_locations"] = attempt([&] { return config.version_locations(); });
    got["prepend_sys_path"] = attempt([&] { return config.prepend_sys_path(); });
    got["hooks"] = attempt([&] {
        json hooks = json::array();
        for (const project::PostWriteHook& hook : config.post_write_hooks()) {
            json options = pairs(hook.options);
            options.push_back({"_hook_name", hook.name});
            hooks.push_back(options);
        }
        return hooks;
    });
    got["section"] = attempt([&] {
        auto items = config.section(section);
        return items ? pairs(*items) : json();
    });
    got["truncate"] = attempt([&] { return config.truncate_slug_length(); });
    return got;
}

} // namespace

TEST_CASE("config: what the reference makes of the same files") {
    Variable no_config("ALEMBIC_CONFIG");
    json cases = json::parse(file::read(tests::source_root() / "tests/project/recorded_config.json"));
    CHECK(cases.size() >= 30);
    for (const json& one : cases) {
        Scratch scratch;
        WorkingFolder folder(scratch.path());
        std::string here = std::filesystem::current_path().string();
        scratch.write("x/.keep", "");
        if (!one["ini"].is_null()) scratch.write("alembic.ini", one["ini"]);
        if (!one["toml"].is_null()) scratch.write("pyproject.toml", one["toml"]);
        json expected = json::parse(text::replace_all(one["expected"].dump(), "$HERE", here));
        json got = answers(expected, one["section"]);
        for (const auto& [question, answer] : got.items()) {
            INFO(one["name"].get<std::string>(), ": ", question, ": ", answer.dump());
            if (question == "main" || question == "alembic") {
                for (const auto& [option, value] : answer.items()) {
                    INFO(option, ": ", value.dump(), " where expected is ",
                         expected[question][option].dump());
                    // The one message in which limbeck hides what the reference shows.
                    if (one["name"] == "a lone percent" && option == "sqlalchemy.url")
                        CHECK(value["error"] == "'%' must be followed by '%' or '(', found: '%***@h/d'");
                    else
                        CHECK(same(expected[question][option], value));
                }
            } else if (one["name"] != "a lone percent" || question != "section") {
                INFO("expected is ", expected[question].dump());
                CHECK(same(expected[question], answer));
            }
        }
    }
}

TEST_CASE("config: the script location as the reference finds it, or does not") {
    Variable no_config("ALEMBIC_CONFIG");
    json cases = json::parse(file::read(tests::source_root() / "tests/project/recorded_config.json"));
    for (const json& one : cases) {
        const json& expected = one["expected"]["directory"];
        // Other settings than the location are asked for when they are needed.
        if (expected.is_object() && expected.contains("class") &&
            one["name"] != "toml with an unknown argument")
            continue;
        if (one["name"] == "toml values of wrong types") continue;
        Scratch scratch;
        WorkingFolder folder(scratch.path());
        scratch.write("x/.keep", "");
        if (!one["ini"].is_null()) scratch.write("alembic.ini", one["ini"]);
        if (!one["toml"].is_null()) scratch.write("pyproject.toml", one["toml"]);
        project::ProjectArguments arguments;
        arguments.config.section = one["section"];
        project::Project project(arguments);
        json got = attempt([&] {
            if (!project.script_location().is_absolute()) return std::string("a relative path");
            return project.script_location_text();
        });
        std::string here = std::filesystem::current_path().string();
        json wanted = json::parse(text::replace_all(expected.dump(), "$HERE", here));
        INFO(one["name"].get<std::string>(), ": ", got.dump(), " where expected is ", wanted.dump());
        CHECK(same(wanted, got));
    }
}

TEST_CASE("config: which files are meant") {
    auto files = [](std::vector<std::string> names) {
        project::ConfigArguments arguments;
        arguments.files = std::move(names);
        Config config(arguments);
        return config.config_file_name() + " " + config.toml_file_name() + " " + config.yaml_file_name();
    };
    Variable variable("ALEMBIC_CONFIG");
    CHECK(files({}) == "alembic.ini pyproject.toml ");
    CHECK(files({"a/x.ini"}) == "a/x.ini pyproject.toml ");
    CHECK(files({"a/pyproject.toml"}) == "alembic.ini a/pyproject.toml ");
    CHECK(files({"x.ini", "a/pyproject.toml"}) == "x.ini a/pyproject.toml ");
    CHECK(files({"other.toml"}) == "other.toml pyproject.toml "); // as the reference: an ini by another name
    CHECK(files({"a/limbeck.yaml"}) == "a/alembic.ini a/pyproject.toml a/limbeck.yaml");
    CHECK_THROWS_WITH_AS(files({"a.ini", "b.ini"}), "only one ini file may be indicated", CommandError);
    CHECK_THROWS_WITH_AS(files({"pyproject.toml", "a/pyproject.toml"}),
                         "pyproject.toml indicated more than once", CommandError);
    {
        Variable ini("ALEMBIC_CONFIG", "conf/db.ini");
        CHECK(files({}) == "conf/db.ini pyproject.toml ");
        CHECK(files({"x.ini"}) == "x.ini pyproject.toml ");
        CHECK(files({"a/pyproject.toml"}) == "conf/db.ini a/pyproject.toml ");
    }
    Variable toml("ALEMBIC_CONFIG", "conf/pyproject.toml");
    CHECK(files({}) == "alembic.ini conf/pyproject.toml ");
}

TEST_CASE("config: -x as a list and as a dictionary") {
    project::ConfigArguments arguments;
    arguments.x_arguments = {"a=1", "tenant", "a=2=3"};
    Config config(arguments);
    CHECK(config.x_argument_list() == std::vector<std::string>{"a=1", "tenant", "a=2=3"});
    CHECK(config.x_argument_map() == std::map<std::string, std::string>{{"a", "2=3"}, {"tenant", ""}});
}

TEST_CASE("config: options set by a script") {
    Scratch scratch;
    WorkingFolder folder(scratch.path());
    Config config;
    config.set_main_option("sqlalchemy.url", "sqlite:///%(here)s/x.db");
    CHECK(config.main_option("sqlalchemy.url") ==
          "sqlite:///" + std::filesystem::current_path().string() + "/x.db");
    config.set_section_option("tenants", "one", "50%%");
    CHECK(config.section_option("tenants", "ONE") == "50%");
    config.remove_main_option("sqlalchemy.url");
    CHECK_FALSE(config.main_option("sqlalchemy.url"));
    CHECK_THROWS_AS(config.set_main_option("sqlalchemy.url", "postgresql://u:p%40@h"), project::IniError);
}

TEST_CASE("config: broken toml is named with its line") {
    Scratch scratch;
    WorkingFolder folder(scratch.path());
    scratch.write("pyproject.toml", "[tool.alembic]\nscript_location = \n");
    try {
        Config().alembic_option("script_location");
        FAIL("broken toml was read");
    } catch (const ConfigError& error) {
        CHECK(error.place().file == "pyproject.toml");
        CHECK(error.place().line == 2);
    }
    scratch.write("pyproject.toml", "[tool.alembic]\nversion_locations = \"a\"\nscript_location = [\"x\"]\n"
                                    "post_write_hooks = [{type = \"x\"}]\n");
    Config config;
    CHECK_THROWS_WITH_AS(config.version_locations(),
                         "pyproject.toml:2:21: the value of 'version_locations' must be a list of strings",
                         ConfigError);
    CHECK_THROWS_WITH_AS(config.alembic_option("script_location"),
                         "pyproject.toml:3:19: the value of 'script_location' must be a string", ConfigError);
    CHECK_THROWS_WITH_AS(config.post_write_hooks(),
                         "pyproject.toml:4:20: each of 'post_write_hooks' must have a 'name'", ConfigError);
}

TEST_CASE("config: packages are found on disk as Python would find them") {
    Variable no_path("PYTHONPATH");
    Scratch scratch;
    scratch.write("conf/alembic.ini", "[alembic]\nprepend_sys_path = ../lib\npath_separator = os\n");
    scratch.write("lib/app/db/__init__.py", "");
    scratch.write("lib/space/one/x", "");
    scratch.write("src/space/two/x", "");
    scratch.write("src/srcapp/__init__.py", "");
    scratch.write("src/app/__init__.py", "");
    scratch.write("lib/module.py", "");
    scratch.write("src/module/__init__.py", "");
    scratch.write("setup.py", "");
    WorkingFolder folder(scratch / "conf");
    Config config;
    auto found = [&](std::string_view location) {
        return std::filesystem::relative(config.resolve(location).lexically_normal(),
                                         std::filesystem::current_path().parent_path())
            .string();
    };
    // lib/app has no __init__.py: the whole package further on wins over it.
    CHECK(found("app:migrations") == "src/app/migrations");
    CHECK(found("srcapp:a:b") == "src/srcapp/a/b");
    CHECK(found("space:two") == "src/space/two");
    CHECK(found("space.one:m") == "lib/space/one/m");
    CHECK(found("plain/folder") == "conf/plain/folder");
    CHECK(config.resolve("/abs/a:b") == "/abs/a:b");
    CHECK_THROWS_WITH_AS(config.resolve("nope:migrations"), "No module named 'nope'", CommandError);
    CHECK_THROWS_WITH_AS(config.resolve("module:migrations"), "No module named 'module'", CommandError);
    CHECK_THROWS_AS(config.resolve("app..db:migrations"), CommandError);
}
