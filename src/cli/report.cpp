#include "cli/report.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace limbeck::cli {

namespace {

using Json = nlohmann::ordered_json;

Json revision_json(const Revision& revision, bool with_current) {
    Json json;
    json["id"] = revision.id();
    json["parents"] = revision.parents();
    json["dependencies"] = revision.dependencies();
    json["labels"] = revision.labels();
    json["children"] = revision.children();
    json["title"] = revision.title();
    json["description"] = revision.description();
    json["path"] = revision.path();
    json["language"] = revision.language();
    json["head"] = revision.is_head();
    json["base"] = revision.is_base();
    json["branch_point"] = revision.is_branch_point();
    json["merge_point"] = revision.is_merge_point();
    if (with_current) json["current"] = revision.is_current();
    return json;
}

Json revision_list(const std::vector<Revision>& revisions, bool with_current) {
    Json list = Json::array();
    for (const Revision& revision : revisions) list.push_back(revision_json(revision, with_current));
    return list;
}

// Bytes that are not UTF-8 (a path may have them) become U+FFFD: JSON has no other way to say them.
std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace

void print_line(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

std::string revisions_json(const std::vector<Revision>& revisions, bool with_current) {
    Json json;
    json["revisions"] = revision_list(revisions, with_current);
    return dump(json);
}

std::string current_json(const Current& current) {
    Json json;
    json["url"] = current.url;
    json["ids"] = current.ids;
    json["at_heads"] = current.at_heads;
    json["revisions"] = revision_list(current.revisions, false);
    return dump(json);
}

} // namespace limbeck::cli
