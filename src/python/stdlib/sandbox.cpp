#include "python/stdlib/sandbox.hpp"

#include "python/interpreter.hpp"

namespace limbeck::python {

namespace fs = std::filesystem;

bool is_below_roots(const fs::path& resolved) {
    for (const fs::path& root : Interpreter::current().options().file_roots) {
        std::error_code error;
        fs::path base = fs::weakly_canonical(root, error);
        if (error) continue;
        auto [end, rest] = std::mismatch(base.begin(), base.end(), resolved.begin(), resolved.end());
        if (end == base.end() || (std::next(end) == base.end() && end->empty())) return true;
    }
    return false;
}

fs::path allowed_path(const std::string& path, const char* doing) {
    if (path.find('\0') != std::string::npos) raise(Exc::ValueError, "embedded null byte");
    std::error_code error;
    fs::path resolved = fs::weakly_canonical(fs::absolute(fs::path(path), error), error);
    if (error || !is_below_roots(resolved))
        raise(Exc::PermissionError,
              fmt::format("limbeck lets scripts {} only files of the project: {} lies outside of it", doing,
                          quote(path)));
    return resolved;
}

bool is_nowhere(const std::string& path) {
    if (path.find('\0') != std::string::npos) return false;
    std::error_code error;
    fs::path resolved = fs::weakly_canonical(fs::absolute(fs::path(path), error), error);
    if (error || is_below_roots(resolved)) return false;
    return fs::symlink_status(resolved, error).type() == fs::file_type::not_found;
}

void raise_sandbox(const std::string& what) {
    raise(Exc::PermissionError,
          fmt::format(
              "limbeck runs scripts in a sandbox that can only compute and read the project's files: {} is "
              "not available",
              what));
}

} // namespace limbeck::python
