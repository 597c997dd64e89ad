// Scripts that try to get out: sandbox/<name>.py writes, connects, spawns, reads what is not the project's,
// or never ends. Its first line, `# ends in: ...`, says which error must end it; afterwards every file must
// be as it was, nobody may have been called, and no process may be left.
#include "python/interpreter.hpp"
#include "support/file.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace {

namespace fs = std::filesystem;
using namespace limbeck;

fs::path script_folder() {
    return tests::source_root() / "tests/python/sandbox";
}

// A port of this machine that notices who calls.
class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        socklen_t size = sizeof address;
        REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    ~Listener() { ::close(socket_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    int port() const { return port_; }
    bool was_called() const {
        int caller = ::accept(socket_, nullptr, nullptr);
        if (caller >= 0) ::close(caller);
        return caller >= 0;
    }

  private:
    int socket_;
    int port_ = 0;
};

// A project, what lies beside it, and links from the one to the other.
struct Surroundings {
    tests::Scratch scratch;
    fs::path project = scratch / "project", outside = scratch / "outside.txt";
    Listener listener;
    std::string printed;

    Surroundings() {
        scratch.write("outside.txt", "what lies outside");
        scratch.write("folder/secret.txt", "what lies outside");
        scratch.write("folder/secret_module.py", "SECRET = 'outside'\nprint('what lies outside')\n");
        scratch.write("project/data/rows.csv", "a,b\n1,2\n");
        fs::create_symlink("../outside.txt", project / "link.txt");
        fs::create_symlink("../folder", project / "linked");
    }

    // The error that ends the script; empty where none does.
    std::string run(const fs::path& script) {
        python::InterpreterOptions options;
        options.search_path = {project};
        options.file_roots = {project};
        options.environment = {{"PROJECT", project.string()},
                               {"OUTSIDE", outside.string()},
                               {"LISTENER", std::to_string(listener.port())}};
        options.print = [this](std::string_view text) { printed += text; };
        options.print_error = options.print;
        bool deep = script.filename().string().starts_with("recurse_");
        options.limits.memory = deep ? 128u << 20 : 8u << 20;
        if (script.filename().string().starts_with("loop_")) options.limits.steps = 20000;
        python::Interpreter interpreter(std::move(options));
        try {
            interpreter.run_text(file::read(script), script.filename().string());
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }

    // Every path below with what it holds.
    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(scratch.path())) {
            auto mode = std::to_string(static_cast<unsigned>(entry.symlink_status().permissions()));
            found[entry.path().string()] =
                mode + (entry.is_regular_file() && !entry.is_symlink() ? file::read(entry.path()) : "");
        }
        return found;
    }
};

std::string expected_end(const fs::path& script) {
    std::string text = file::read(script);
    constexpr std::string_view mark = "# ends in: ";
    REQUIRE(text.starts_with(mark));
    return text.substr(mark.size(), text.find('\n') - mark.size());
}

// The ids of this process's children: other tests may have servers of theirs.
std::set<std::string> children() {
    std::set<std::string> found;
    for (const auto& thread : fs::directory_iterator("/proc/self/task")) {
        std::ifstream ids(thread.path() / "children");
        for (std::string id; ids >> id;) found.insert(id);
    }
    return found;
}

void check_scripts(const std::string& what, std::size_t at_least) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(script_folder())) {
        std::string name = entry.path().filename().string();
        if (!name.starts_with(what)) continue;
        ++count;
        INFO(name);
        Surroundings surroundings;
        auto before = surroundings.files();
        auto children_before = children();
        std::string error = surroundings.run(entry.path());
        INFO(error);
        CHECK(error.find(expected_end(entry.path())) != std::string::npos);
        CHECK(error.find(name) != std::string::npos);
        CHECK(surroundings.printed.find("what lies outside") == std::string::npos);
        CHECK(surroundings.files() == before);
        CHECK_FALSE(surroundings.listener.was_called());
        CHECK(children() == children_before);
    }
    CHECK(count >= at_least);
}

} // namespace

TEST_CASE("sandbox scripts: nothing is written") {
    check_scripts("write_", 19);
}
TEST_CASE("sandbox scripts: nobody is called") {
    check_scripts("connect_", 6);
}
TEST_CASE("sandbox scripts: nothing is started") {
    check_scripts("spawn_", 11);
}
TEST_CASE("sandbox scripts: nothing but the project is read") {
    check_scripts("read_", 21);
}
TEST_CASE("sandbox scripts: calls in calls have a bound") {
    check_scripts("recurse_", 10);
}
TEST_CASE("sandbox scripts: loops have a bound") {
    check_scripts("loop_", 16);
}
TEST_CASE("sandbox scripts: memory has a bound") {
    check_scripts("allocate_", 25);
}
