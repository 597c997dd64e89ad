#include "support/postgres_server.hpp"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace limbeck::tests {

namespace fs = std::filesystem;

namespace {

fs::path find_programs() {
    std::vector<fs::path> folders;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored))
        folders.push_back(entry.path() / "bin");
    // The newest first.
    std::sort(folders.rbegin(), folders.rend());
    std::istringstream path(std::getenv("PATH") ? std::getenv("PATH") : "");
    for (std::string folder; std::getline(path, folder, ':');) folders.emplace_back(folder);
    for (const fs::path& folder : folders)
        if (::access((folder / "initdb").c_str(), X_OK) == 0 &&
            ::access((folder / "postgres").c_str(), X_OK) == 0)
            return folder;
    throw std::runtime_error(
        "No PostgreSQL server to test with: initdb is neither in /usr/lib/postgresql/*/bin nor in PATH");
}

// A server refuses to run as root: then the account that the package made runs it, else "nobody".
const passwd* server_account() {
    if (::geteuid() != 0) return nullptr;
    for (const char* name : {"postgres", "nobody"})
        if (const passwd* account = ::getpwnam(name)) return account;
    throw std::runtime_error(
        "The tests run as root, and there is neither the user postgres nor nobody to run a server");
}

std::string read(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

PostgresServer& PostgresServer::shared() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() : programs_(find_programs()) {
    // Short: the name of a socket may not have more than some hundred bytes.
    std::string name = "/tmp/limbeck-pg-XXXXXX";
    if (!mkdtemp(name.data()))
        throw std::runtime_error("no folder for a PostgreSQL server can be made in /tmp");
    folder_ = name;
    ::chmod(folder_.c_str(), 0755);
    if (const passwd* account = server_account())
        if (::chown(folder_.c_str(), account->pw_uid, account->pw_gid) != 0)
            throw std::runtime_error("the folder of the PostgreSQL server cannot be given to its user");
    try {
        make_cluster();
        start();
    } catch (...) {
        stop();
        throw;
    }
}

PostgresServer::~PostgresServer() {
    stop();
}

void PostgresServer::make_cluster() {
    pid_t pid = spawn({(programs_ / "initdb").string(), "-D", (folder_ / "data").string(), "-U", "postgres",
                       "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                      folder_ / "initdb.log");
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (status != 0) throw std::runtime_error("initdb failed: " + read(folder_ / "initdb.log"));
    std::ofstream(folder_ / "data" / "pg_hba.conf")
        << "local all locked scram-sha-256\nlocal all all trust\n";
    // Speed, not safety: what the server holds is thrown away.
    std::ofstream(folder_ / "data" / "postgresql.auto.conf") << "listen_addresses = ''\n"
                                                                "port = 5432\n"
                                                                "unix_socket_directories = '"
                                                             << folder_.string()
                                                             << "'\n"
                                                                "fsync = off\n"
                                                                "synchronous_commit = off\n"
                                                                "full_page_writes = off\n"
                                                                "shared_buffers = 16MB\n"
                                                                "max_connections = 120\n"
                                                                "autovacuum = off\n";
}

void PostgresServer::start() {
    pid_ =
        spawn({(programs_ / "postgres").string(), "-D", (folder_ / "data").string()}, folder_ / "server.log");
    auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
        try {
            auto connection = database::connect_postgres(parameters("postgres"));
            connection->execute("CREATE ROLE locked LOGIN SUPERUSER PASSWORD 'secret-word'");
            return;
        } catch (const database::ConnectionError& error) {
            if (std::chrono::steady_clock::now() > deadline || ::waitpid(pid_, nullptr, WNOHANG) != 0)
                throw std::runtime_error(std::string("PostgreSQL does not start: ") + error.what() + "\n" +
                                         log());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void PostgresServer::stop() noexcept {
    crash();
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

void PostgresServer::crash() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGQUIT);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

pid_t PostgresServer::spawn(const std::vector<std::string>& arguments, const fs::path& output) const {
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const passwd* account = server_account();
    pid_t parent = ::getpid();
    pid_t pid = ::fork();
    if (pid < 0) throw std::runtime_error("fork failed");
    if (pid > 0) return pid;
    // From here on only what is safe after fork().
    if (account &&
        (::setgroups(0, nullptr) != 0 || ::setgid(account->pw_gid) != 0 || ::setuid(account->pw_uid) != 0))
        ::_exit(126);
#ifdef __linux__
    // Should the tests be killed, the server goes with them.
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::getppid() != parent) ::_exit(125);
#else
    (void)parent;
#endif
    ::setpgid(0, 0);
    if (::chdir("/") != 0) ::_exit(126);
    int log = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    int null = ::open("/dev/null", O_RDONLY);
    ::dup2(null, 0);
    ::dup2(log, 1);
    ::dup2(log, 2);
    ::execv(argv[0], argv.data());
    ::_exit(127);
}

std::string PostgresServer::create_database() {
    std::string name = "test_" + std::to_string(++databases_);
    auto connection = database::connect_postgres(parameters("postgres"));
    connection->execute("CREATE DATABASE " + name);
    return name;
}

std::string PostgresServer::url(const std::string& database, const std::string& user,
                                const std::string& password) const {
    std::string login = password.empty() ? user : user + ":" + password;
    return "postgresql://" + login + "@/" + database + "?host=" + folder_.string();
}

std::vector<std::pair<std::string, std::string>>
PostgresServer::environment(const std::string& database) const {
    return {
        {"PGHOST", folder_.string()}, {"PGPORT", "5432"}, {"PGUSER", "postgres"}, {"PGDATABASE", database}};
}

database::PostgresParameters PostgresServer::parameters(const std::string& database, const std::string& user,
                                                        const std::string& password) const {
    database::PostgresParameters out;
    out.keywords = {{"host", folder_.string()}, {"port", "5432"}, {"user", user}, {"dbname", database}};
    if (!password.empty()) out.keywords.emplace_back("password", password);
    out.name = url(database, user, password.empty() ? "" : "***");
    out.password = password;
    return out;
}

fs::path PostgresServer::program(const std::string& name) const {
    return programs_ / name;
}

std::string PostgresServer::log() const {
    return read(folder_ / "server.log");
}

} // namespace limbeck::tests
