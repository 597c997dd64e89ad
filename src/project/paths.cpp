#include "project/paths.hpp"

#include "support/text.hpp"

namespace limbeck::project {

namespace fs = std::filesystem;

std::string pathlib_text(std::string_view text) {
    // Two slashes at the start are a root of their own in POSIX; one and three are the plain one.
    std::string out = !text.starts_with('/')                               ? ""
                      : text.starts_with("//") && !text.starts_with("///") ? "//"
                                                                           : "/";
    bool first = true;
    for (std::string_view part : text::split(text, '/')) {
        if (part.empty() || part == ".") continue;
        if (!first) out += '/';
        first = false;
        out += part;
    }
    return out.empty() ? "." : out;
}

fs::path pathlib_absolute(std::string_view text) {
    std::string path = pathlib_text(text);
    if (path.starts_with('/')) return path;
    fs::path current = fs::current_path();
    return path == "." ? current : current / path;
}

std::string absolute_parent(std::string_view text) {
    return pathlib_absolute(text).parent_path().string();
}

namespace {

std::vector<fs::path> find_one(std::string_view name, const std::vector<fs::path>& search) {
    std::vector<fs::path> portions;
    for (const fs::path& folder : search) {
        std::error_code ignored;
        fs::path candidate = folder / name;
        if (fs::is_regular_file(candidate / "__init__.py", ignored)) return {candidate};
        if (fs::is_regular_file(candidate.string() + ".py", ignored)) return {};
        if (fs::is_directory(candidate, ignored)) portions.push_back(candidate);
    }
    return portions;
}

} // namespace

std::vector<fs::path> find_package(std::string_view dotted_name, const std::vector<fs::path>& search) {
    std::vector<fs::path> folders = search;
    for (std::string_view name : text::split(dotted_name, '.')) {
        if (name.empty()) return {};
        folders = find_one(name, folders);
    }
    return folders;
}

} // namespace limbeck::project
