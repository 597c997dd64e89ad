// Answers questions that a script beside this file also asks the reference: a line of JSON in, a line out.
//
//     {"ask": "ini", "text": "[a]\nb = 1\n"}   ->  {"sections": {"a": {"b": "1"}}, ...} or {"error": "kind"}
//     {"ask": "url", "text": "sqlite://"}      ->  {"drivername": "sqlite", ...} or {"error": "sentence"}
#include "project/database_url.hpp"
#include "project/ini.hpp"

#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

using namespace limbeck;
using nlohmann::json;

namespace {

std::string kind_name(project::IniError::Kind kind) {
    using Kind = project::IniError::Kind;
    switch (kind) {
    case Kind::duplicate_option:
        return "DuplicateOptionError";
    case Kind::duplicate_section:
        return "DuplicateSectionError";
    case Kind::interpolation_depth:
        return "InterpolationDepthError";
    case Kind::interpolation_missing_option:
        return "InterpolationMissingOptionError";
    case Kind::interpolation_syntax:
        return "InterpolationSyntaxError";
    case Kind::missing_section_header:
        return "MissingSectionHeaderError";
    case Kind::no_option:
        return "NoOptionError";
    case Kind::no_section:
        return "NoSectionError";
    case Kind::parsing:
        return "ParsingError";
    case Kind::value:
        return "ValueError";
    }
    return "?";
}

json ini(const std::string& text) {
    project::Ini ini;
    ini.set_default("here", "/srv/app");
    try {
        ini.read_text(text, "x.ini");
    } catch (const project::IniError& error) {
        return {{"error", kind_name(error.kind())}, {"line", error.place().line}};
    }
    json sections = json::object();
    for (const std::string& section : ini.sections()) {
        json options = json::array();
        for (const std::string& name : ini.options(section)) {
            json value;
            try {
                value = *ini.get(section, name);
            } catch (const project::IniError& error) {
                value = {{"error", kind_name(error.kind())}, {"message", error.message()}};
            }
            options.push_back({name, *ini.get_raw(section, name), value});
        }
        sections[section] = options;
    }
    return {{"order", ini.sections()}, {"sections", sections}};
}

json target(const project::DatabaseUrl& url) {
    try {
        if (url.backend() == project::Backend::sqlite) {
            project::SqliteTarget sqlite = url.sqlite_target();
            return {{"path", sqlite.path}, {"uri", sqlite.uri}};
        }
        json parameters = json::object();
        for (const auto& [name, value] : url.libpq_parameters()) parameters[name] = value;
        return parameters;
    } catch (const ConfigError& error) {
        return {{"error", error.message()}};
    }
}

json url(const std::string& text) {
    auto optional = [](const auto& value) { return value ? json(*value) : json(); };
    try {
        project::DatabaseUrl url = project::DatabaseUrl::parse(text);
        json query = json::object();
        for (const auto& [name, values] : url.query) query[name] = values;
        return {{"drivername", url.drivername},
                {"username", optional(url.username)},
                {"password", optional(url.password)},
                {"host", optional(url.host)},
                {"port", optional(url.port)},
                {"database", optional(url.database)},
                {"query", query},
                {"hidden", url.render()},
                {"shown", url.render(false)},
                {"target", target(url)}};
    } catch (const ConfigError& error) {
        return {{"error", error.message()}};
    }
}

} // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) {
        json question = json::parse(line);
        std::string text = question["text"];
        json answer = question["ask"] == "ini" ? ini(text) : url(text);
        std::cout << answer.dump(-1, ' ', true, json::error_handler_t::replace) << '\n';
    }
}
