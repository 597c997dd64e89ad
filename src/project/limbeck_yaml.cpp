#include "project/limbeck_yaml.hpp"

#include "project/database_url.hpp"
#include "support/file.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace limbeck::project {

namespace {

bool is_name_char(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Where the last document began, of whatever there is in it.
class DocumentStarts : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& mark) override { last = mark; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

    YAML::Mark last;
};

class Reader {
  public:
    explicit Reader(std::string source) : source_(std::move(source)) {}

    LimbeckYaml read(const std::string& text) {
        yaml_.file = source_;
        YAML::Node document = load(text);
        if (document.IsNull()) return std::move(yaml_);
        if (!document.IsMap()) fail(document, "limbeck.yaml must be a table of keys and values");
        for_each_key(document,
                     {"checks", "env", "lock", "pipeline", "script_location", "transaction_per_migration",
                      "types", "url", "version_table", "version_table_schema"},
                     [&](const std::string& key, const YAML::Node& value) {
                         // A key with no value is as good as absent.
                         if (!value.IsNull()) setting(key, value);
                     });
        return std::move(yaml_);
    }

  private:
    YAML::Node load(const std::string& text) const {
        try {
            require_one_document(text);
            return YAML::Load(text);
        } catch (const YAML::Exception& error) {
            throw ConfigError("this is not YAML: " + error.msg, place(error.mark));
        }
    }

    // Not YAML::LoadAll: it goes on for ever where text is left that is no document, such as a comma.
    void require_one_document(const std::string& text) const {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        DocumentStarts documents;
        for (int count = 0; parser.HandleNextDocument(documents); ++count)
            if (count == 1) throw ConfigError("limbeck.yaml must be one document", place(documents.last));
    }

    void setting(const std::string& key, const YAML::Node& value) {
        if (key == "url")
            url(value);
        else if (key == "script_location")
            yaml_.script_location = expandable(value, key);
        else if (key == "env")
            environment(value);
        else if (key == "version_table")
            yaml_.version_table = identifier(value, key);
        else if (key == "version_table_schema")
            yaml_.version_table_schema = identifier(value, key);
        else if (key == "transaction_per_migration")
            yaml_.transaction_per_migration = boolean(value, key);
        else if (key == "lock")
            lock(value);
        else if (key == "pipeline")
            yaml_.pipeline = boolean(value, key);
        else if (key == "types")
            types(value);
        else
            checks(value);
    }

    void url(const YAML::Node& value) {
        yaml_.url = expandable(value, "url");
        if (yaml_.url->raw.find("${") != std::string::npos) return;
        try {
            DatabaseUrl::parse(yaml_.url->raw).backend();
        } catch (ConfigError& error) {
            error.with_place(yaml_.url->place);
            throw;
        }
    }

    void environment(const YAML::Node& value) {
        std::string word = one_of(value, "env", {"builtin", "script"});
        yaml_.environment =
            word == "builtin" ? LimbeckYaml::Environment::builtin : LimbeckYaml::Environment::script;
    }

    void lock(const YAML::Node& value) {
        std::string word = one_of(value, "lock", {"off", "session", "transaction"});
        yaml_.lock = word == "off"       ? LimbeckYaml::Lock::off
                     : word == "session" ? LimbeckYaml::Lock::session
                                         : LimbeckYaml::Lock::transaction;
    }

    void types(const YAML::Node& value) {
        for_each_key(value, {}, [&](const std::string& name, const YAML::Node& type) {
            TypeNames& names = yaml_.types[name];
            if (type.IsScalar()) {
                names.emplace("default", string(type, "types: " + name));
                return;
            }
            if (!type.IsMap())
                fail(type,
                     fmt::format("the type '{}' must be a table of dialects, or one type for all", name));
            for_each_key(type,
                         {"arguments", "default", "index", "is", "nullable", "postgresql", "reads", "sqlite",
                          "writes"},
                         [&](const std::string& dialect, const YAML::Node& text) {
                             names.emplace(dialect, string(text, dialect));
                         });
        });
    }

    void checks(const YAML::Node& value) {
        if (!value.IsMap()) fail(value, "'checks' must be a table with 'before' and 'after'");
        for_each_key(value, {"after", "before"}, [&](const std::string& when, const YAML::Node& list) {
            if (list.IsNull()) return;
            if (!list.IsSequence()) fail(list, fmt::format("'checks: {}' must be a list", when));
            for (const YAML::Node& one : list)
                (when == "before" ? yaml_.checks_before : yaml_.checks_after).push_back(check(one));
        });
    }

    Check check(const YAML::Node& node) {
        if (!node.IsMap()) fail(node, "a check must be a table with 'name', 'sql' and 'expect'");
        Check check;
        check.place = place(node.Mark());
        for_each_key(node, {"expect", "name", "sql"}, [&](const std::string& key, const YAML::Node& value) {
            if (key == "name")
                check.name = string(value, key);
            else if (key == "sql")
                check.sql = string(value, key);
            else
                expect(check, value);
        });
        if (text::trim(check.sql).empty()) fail(node, "this check has no 'sql'");
        if (check.name.empty()) fail(node, "this check has no 'name'");
        return check;
    }

    void expect(Check& check, const YAML::Node& value) {
        check.value = string(value, "expect");
        // In quotes, even these words are a value.
        bool quoted = value.Tag() == "!";
        if (!quoted && check.value == "succeeds")
            check.expect = Check::Expect::succeeds;
        else if (!quoted && check.value == "rows")
            check.expect = Check::Expect::rows;
        else if (!quoted && check.value == "no rows")
            check.expect = Check::Expect::no_rows;
        else
            check.expect = Check::Expect::value;
    }

    // Calls `use` for each key; with a list of known ones, an unknown key is an error. A key twice always is.
    template <class Use>
    void for_each_key(const YAML::Node& map, const std::vector<std::string>& known, Use use) {
        if (!map.IsMap()) fail(map, "this must be a table of keys and values");
        std::set<std::string> seen;
        for (const auto& pair : map) {
            if (!pair.first.IsScalar()) fail(pair.first, "a key must be a word");
            const std::string& key = pair.first.Scalar();
            if (!known.empty() && std::find(known.begin(), known.end(), key) == known.end())
                unknown_key(pair.first, known);
            if (!seen.insert(key).second) fail(pair.first, fmt::format("the key '{}' is here twice", key));
            use(key, pair.second);
        }
    }

    [[noreturn]] void unknown_key(const YAML::Node& key, const std::vector<std::string>& known) const {
        std::string nearest = text::nearest(key.Scalar(), known);
        throw ConfigError(fmt::format("unknown key '{}'", key.Scalar()), place(key.Mark()),
                          nearest.empty() ? "known here are: " + text::join(known, ", ")
                                          : fmt::format("did you mean '{}'?", nearest));
    }

    std::string string(const YAML::Node& value, std::string_view key) const {
        if (!value.IsScalar()) fail(value, fmt::format("'{}' must be a text", key));
        return value.Scalar();
    }

    Expandable expandable(const YAML::Node& value, std::string_view key) const {
        Expandable text{string(value, key), place(value.Mark())};
        if (text.raw.empty()) fail(value, fmt::format("'{}' is empty", key));
        return text;
    }

    std::string identifier(const YAML::Node& value, std::string_view key) const {
        std::string name = string(value, key);
        if (name.empty()) fail(value, fmt::format("'{}' is empty", key));
        if (name.find('\0') != std::string::npos) fail(value, fmt::format("'{}' has a NUL in it", key));
        return name;
    }

    bool boolean(const YAML::Node& value, std::string_view key) const {
        std::string word = value.IsScalar() ? text::to_lower(value.Scalar()) : "";
        if (word == "true" || word == "yes" || word == "on") return true;
        if (word == "false" || word == "no" || word == "off") return false;
        fail(value, fmt::format("'{}' must be true or false", key));
    }

    std::string one_of(const YAML::Node& value, std::string_view key,
                       const std::vector<std::string>& words) const {
        std::string word = value.IsScalar() ? value.Scalar() : "";
        if (std::find(words.begin(), words.end(), word) != words.end()) return word;
        std::string nearest = text::nearest(word, words);
        throw ConfigError(fmt::format("'{}' must be one of: {}", key, text::join(words, ", ")),
                          place(value.Mark()),
                          nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest));
    }

    Place place(const YAML::Mark& mark) const {
        if (mark.is_null()) return Place{source_};
        return Place{source_, mark.line + 1, mark.column + 1};
    }

    [[noreturn]] void fail(const YAML::Node& node, std::string message) const {
        throw ConfigError(std::move(message), place(node.Mark()));
    }

    std::string source_;
    LimbeckYaml yaml_;
};

} // namespace

std::string Expandable::expand() const {
    std::string out;
    std::string_view rest = raw;
    for (;;) {
        std::size_t dollar = rest.find("${");
        if (dollar == std::string_view::npos) return out += rest;
        if (dollar > 0 && rest[dollar - 1] == '$') {
            out += rest.substr(0, dollar - 1);
            out += "${";
            rest.remove_prefix(dollar + 2);
            continue;
        }
        out += rest.substr(0, dollar);
        std::size_t close = rest.find('}', dollar);
        if (close == std::string_view::npos) throw ConfigError("a ${ has no }", place, "$${ is a plain ${");
        std::string_view inside = rest.substr(dollar + 2, close - dollar - 2);
        rest.remove_prefix(close + 1);
        std::size_t end = 0;
        while (end < inside.size() && is_name_char(inside[end])) ++end;
        std::string name(inside.substr(0, end));
        std::string_view after = inside.substr(end);
        if (name.empty() || (!after.empty() && !after.starts_with(":-")))
            throw ConfigError(fmt::format("${{{}}} is not understood", inside), place,
                              "write ${VAR} or ${VAR:-default}");
        const char* value = std::getenv(name.c_str());
        if (!after.empty())
            out += value && *value ? std::string_view(value) : after.substr(2);
        else if (value)
            out += value;
        else
            throw ConfigError(fmt::format("the environment variable {} is not set", name), place,
                              fmt::format("set it, or give a default: ${{{}:-…}}", name));
    }
}

LimbeckYaml LimbeckYaml::read(const std::filesystem::path& path) {
    return parse(file::read_text(path), path.string());
}

LimbeckYaml LimbeckYaml::parse(const std::string& text, const std::string& source) {
    try {
        return Reader(source).read(text);
    } catch (const YAML::Exception& error) {
        // What yaml-cpp finds only when a node is looked at.
        throw ConfigError("this is not YAML: " + error.msg,
                          Place{source, error.mark.line + 1, error.mark.column + 1});
    }
}

} // namespace limbeck::project
