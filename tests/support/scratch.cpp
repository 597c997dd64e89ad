#include "support/scratch.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <stdlib.h>

namespace limbeck::tests {

namespace fs = std::filesystem;

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "limbeck-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no scratch folder can be made in " + name);
    // The system's own folder may be a link; programs report the real path.
    path_ = fs::canonical(name);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void Scratch::write(const std::string& name, const std::string& text) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

fs::path source_root() {
    if (const char* root = std::getenv("LIMBECK_SOURCE")) return root;
    for (fs::path folder = fs::current_path(); folder != folder.root_path(); folder = folder.parent_path())
        if (fs::exists(folder / "meson.build") && fs::exists(folder / "src") &&
            fs::exists(folder / "fixtures"))
            return folder;
    throw std::runtime_error("LIMBECK_SOURCE is not set");
}

} // namespace limbeck::tests
