#include "python/interpreter.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace limbeck;

namespace {

namespace fs = std::filesystem;

// A project folder with a file in it, a link out of it, and a file beside it that is nobody's business.
struct Project {
    fs::path base, root;

    Project() {
        std::string pattern = (fs::temp_directory_path() / "limbeck-sandbox-XXXXXX").string();
        base = ::mkdtemp(pattern.data());
        root = base / "project";
        fs::create_directories(root / "data");
        std::ofstream(root / "data" / "rows.csv") << "a,b\n1,2\n";
        std::ofstream(base / "secret.txt") << "secret";
        fs::create_symlink(base / "secret.txt", root / "link.txt");
    }
    ~Project() { fs::remove_all(base); }

    // What the script prints, or the last line of its error.
    std::string run(const std::string& text) const {
        std::string out;
        python::InterpreterOptions options;
        options.search_path = {root};
        options.file_roots = {root};
        options.environment = {{"HOME", "/home/x"}, {"ROOT", root.string()}};
        options.print = [&](std::string_view part) { out += part; };
        options.print_error = [](std::string_view) {};
        python::Interpreter interpreter(std::move(options));
        try {
            interpreter.run_text(text, "script.py");
        } catch (const Error& error) {
            return out + error.message();
        }
        return out;
    }
};

} // namespace

TEST_CASE("sandbox: files of the project can be read") {
    Project project;
    CHECK(project.run("import os\nprint(open(os.environ['ROOT'] + '/data/rows.csv').read())") ==
          "a,b\n1,2\n\n");
    CHECK(project.run(
              "import os, pathlib\np = pathlib.Path(os.environ['ROOT'])\n"
              "print((p / 'data' / 'rows.csv').read_text().split(), sorted(x.name for x in p.iterdir()), "
              "[x.name for x in p.rglob('*.csv')], (p / 'nope').exists())") ==
          "['a,b', '1,2'] ['data', 'link.txt'] ['rows.csv'] False\n");
    CHECK(project.run("import os\nwith open(os.environ['ROOT'] + '/data/rows.csv') as f:\n"
                      "    import csv\n    print(list(csv.DictReader(f)))") == "[{'a': '1', 'b': '2'}]\n");
    CHECK(
        project.run(
            "import os\nfor top, dirs, files in os.walk(os.environ['ROOT'] + '/data'): print(dirs, files)") ==
        "[] ['rows.csv']\n");
    CHECK(
        project.run("import os\nopen(os.environ['ROOT'] + '/none.txt')").find("No such file or directory") !=
        std::string::npos);
}

TEST_CASE("sandbox: nothing outside the project can be seen") {
    Project project;
    for (const char* attempt :
         {"open('/etc/passwd')", "open(R + '/../secret.txt')", "open(R + '/link.txt')",
          "__import__('os').listdir('/')", "__import__('os').path.exists('/etc/passwd')",
          "__import__('os').stat('/etc/passwd')", "list(__import__('os').scandir(R + '/..'))",
          "__import__('pathlib').Path('/etc/passwd').read_text()",
          "__import__('pathlib').Path(R, '..', 'secret.txt').read_bytes()",
          "__import__('io').open('/proc/self/environ', 'rb')"}) {
        INFO(attempt);
        std::string got = project.run(std::string("R = __import__('os').environ['ROOT']\n") + attempt);
        CHECK(got.find("PermissionError") != std::string::npos);
        CHECK(got.find("of the project") != std::string::npos);
        CHECK(got.find("root:") == std::string::npos);
    }
}

TEST_CASE("sandbox: nothing can be written, started or removed") {
    Project project;
    for (const char* attempt : {"open(R + '/new.txt', 'w')",
                                "open(R + '/data/rows.csv', 'a')",
                                "open(R + '/data/rows.csv', 'r+')",
                                "open(R + '/x', 'x')",
                                "__import__('os').remove(R + '/data/rows.csv')",
                                "__import__('os').mkdir(R + '/d')",
                                "__import__('os').system('touch ' + R + '/pwned')",
                                "__import__('os').popen('id')",
                                "__import__('os').fork()",
                                "__import__('os').rename(R, R + '2')",
                                "__import__('os').chdir('/')",
                                "__import__('pathlib').Path(R, 'p').write_text('x')",
                                "__import__('pathlib').Path(R, 'p').touch()",
                                "__import__('pathlib').Path(R, 'data').rmdir()",
                                "__import__('logging').FileHandler(R + '/log')",
                                "__import__('os').execv('/bin/sh', ['sh'])",
                                "__import__('os').kill(1, 9)",
                                "open(3)",
                                "__import__('os').makedirs(R + '/new', exist_ok=True)",
                                "__import__('pathlib').Path(R, 'new').mkdir(parents=True, exist_ok=True)"}) {
        INFO(attempt);
        std::string got = project.run(std::string("R = __import__('os').environ['ROOT']\n") + attempt);
        CHECK(got.find("PermissionError") != std::string::npos);
        CHECK(got.find("sandbox") != std::string::npos);
    }
    std::size_t entries = 0;
    for (auto& entry : fs::recursive_directory_iterator(project.root)) entries += entry.exists();
    CHECK(entries == 3);
}

TEST_CASE("sandbox: a folder that is there already may be asked for") {
    Project project;
    CHECK(project.run("import os, pathlib\nR = os.environ['ROOT']\n"
                      "print(os.makedirs(R + '/data', exist_ok=True),"
                      " pathlib.Path(R, 'data').mkdir(parents=True, exist_ok=True))") == "None None\n");
    for (const std::string attempt :
         {"os.makedirs(R + '/data')", "os.mkdir(R + '/data')", "pathlib.Path(R, 'data').mkdir()"}) {
        INFO(attempt);
        CHECK(project.run("import os, pathlib\nR = os.environ['ROOT']\n" + attempt)
                  .find("FileExistsError: [Errno 17] File exists") != std::string::npos);
    }
    CHECK(project.run("import os\nos.makedirs('/usr', exist_ok=True)\n").find("PermissionError") !=
          std::string::npos);
}

TEST_CASE("sandbox: modules that would reach out are unresolved, and say so where they are used") {
    Project project;
    for (const char* name :
         {"socket", "subprocess", "threading", "multiprocessing", "ctypes", "http.client"}) {
        INFO(name);
        CHECK(project.run(std::string("import ") + name + "\nprint('fine')") == "fine\n");
    }
    std::string got =
        project.run("import subprocess\nif subprocess.run(['id']).returncode == 0: print('ran')");
    CHECK(got.find("subprocess") != std::string::npos);
    CHECK(got.find("ran") == std::string::npos);
}

TEST_CASE("sandbox: the environment is a copy") {
    Project project;
    CHECK(project.run("import os\nos.environ['NEW'] = 'x'\nprint(os.getenv('NEW'), os.getenv('HOME'), "
                      "os.getenv('PATH'))") == "x /home/x None\n");
    CHECK(::getenv("NEW") == nullptr);
}
