// The chain as a picture: text for Mermaid and for Graphviz.
#pragma once

#include <limbeck/limbeck.hpp>

#include <string>
#include <vector>

namespace limbeck::cli {

// A Mermaid flowchart, oldest revision on top; dependencies are dotted arrows.
std::string mermaid(const std::vector<Revision>& revisions);
// A Graphviz digraph of the same form.
std::string dot(const std::vector<Revision>& revisions);

} // namespace limbeck::cli
