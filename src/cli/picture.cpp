#include "cli/picture.hpp"

#include "support/text.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace limbeck::cli {

namespace {

// The nodes and arrows of a picture, oldest revision first. An arrow may start at a revision outside the
// range that is shown: such a parent becomes a node of its own, with its id alone.
struct Graph {
    struct Node {
        std::string id;
        const Revision* revision;
    };
    struct Arrow {
        std::size_t from, to;
        bool dependency;
    };

    explicit Graph(const std::vector<Revision>& revisions) {
        for (auto it = revisions.rbegin(); it != revisions.rend(); ++it) {
            numbers[it->id()] = nodes.size();
            nodes.push_back({it->id(), &*it});
        }
        for (std::size_t to = 0, count = nodes.size(); to < count; ++to) {
            for (const std::string& parent : nodes[to].revision->parents())
                arrows.push_back({number(parent), to, false});
            for (const std::string& dependency : nodes[to].revision->dependencies())
                arrows.push_back({number(dependency), to, true});
        }
    }

    std::size_t number(const std::string& id) {
        auto [it, added] = numbers.try_emplace(id, nodes.size());
        if (added) nodes.push_back({id, nullptr});
        return it->second;
    }

    std::vector<Node> nodes;
    std::vector<Arrow> arrows;
    std::unordered_map<std::string, std::size_t> numbers;
};

// Mermaid reads entities in quoted labels: what would end the label or start one is written as such.
std::string mermaid_text(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '"' || c == '<' || c == '>' || c == '#' || c == '&' || c == '`')
            out += fmt::format("#{};", static_cast<int>(c));
        else if (c == '\n' || c == '\r')
            out += ' ';
        else
            out += c;
    }
    return out;
}

std::string dot_text(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n' || c == '\r')
            out += ' ';
        else
            out += c;
    }
    return out;
}

template <class Escape> std::string label(const Graph::Node& node, std::string_view line_end, Escape escape) {
    std::string text = escape(node.id);
    if (node.revision == nullptr) return text;
    std::string title = node.revision->title();
    if (!title.empty()) text += fmt::format("{}{}", line_end, escape(title));
    auto labels = node.revision->labels();
    if (!labels.empty()) text += fmt::format("{}({})", line_end, escape(text::join(labels, ", ")));
    return text;
}

} // namespace

std::string mermaid(const std::vector<Revision>& revisions) {
    Graph graph(revisions);
    std::string out = "flowchart TB\n";
    std::string heads, currents;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Graph::Node& node = graph.nodes[i];
        out += fmt::format("    r{}[\"{}\"]\n", i, label(node, "<br>", mermaid_text));
        if (node.revision != nullptr && node.revision->is_head())
            heads += fmt::format("{}r{}", heads.empty() ? "" : ",", i);
        if (node.revision != nullptr && node.revision->is_current())
            currents += fmt::format("{}r{}", currents.empty() ? "" : ",", i);
    }
    for (const Graph::Arrow& arrow : graph.arrows)
        out += fmt::format("    r{} {} r{}\n", arrow.from, arrow.dependency ? "-.->" : "-->", arrow.to);
    out += "    classDef head stroke-width:3px\n    classDef current fill:#cfc\n";
    if (!heads.empty()) out += fmt::format("    class {} head\n", heads);
    if (!currents.empty()) out += fmt::format("    class {} current\n", currents);
    return out;
}

std::string dot(const std::vector<Revision>& revisions) {
    Graph graph(revisions);
    std::string out = "digraph history {\n    node [shape=box, fontname=\"sans-serif\"];\n";
    for (const Graph::Node& node : graph.nodes) {
        out += fmt::format("    \"{}\" [label=\"{}\"", dot_text(node.id), label(node, "\\n", dot_text));
        if (node.revision == nullptr) out += ", style=dashed";
        if (node.revision != nullptr && node.revision->is_head()) out += ", penwidth=3";
        if (node.revision != nullptr && node.revision->is_current())
            out += ", style=filled, fillcolor=\"#ccffcc\"";
        out += "];\n";
    }
    for (const Graph::Arrow& arrow : graph.arrows)
        out += fmt::format("    \"{}\" -> \"{}\"{};\n", dot_text(graph.nodes[arrow.from].id),
                           dot_text(graph.nodes[arrow.to].id), arrow.dependency ? " [style=dashed]" : "");
    return out + "}\n";
}

} // namespace limbeck::cli
