// What a URL means to the library that opens the connection.
#include "project/database_url.hpp"

#include "support/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace limbeck::project {

namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// The keywords of PQconnectdbParams up to PostgreSQL 18. An older libpq refuses the newer ones by itself.
constexpr std::array<std::string_view, 53> libpq_keywords = {
    "application_name",
    "channel_binding",
    "client_encoding",
    "connect_timeout",
    "dbname",
    "fallback_application_name",
    "gssdelegation",
    "gssencmode",
    "gsslib",
    "host",
    "hostaddr",
    "keepalives",
    "keepalives_count",
    "keepalives_idle",
    "keepalives_interval",
    "krbsrvname",
    "load_balance_hosts",
    "max_protocol_version",
    "min_protocol_version",
    "oauth_client_id",
    "oauth_client_secret",
    "oauth_issuer",
    "oauth_scope",
    "options",
    "passfile",
    "password",
    "port",
    "replication",
    "require_auth",
    "requirepeer",
    "requiressl",
    "scram_client_key",
    "scram_server_key",
    "service",
    "servicefile",
    "ssl_max_protocol_version",
    "ssl_min_protocol_version",
    "sslcert",
    "sslcertmode",
    "sslcompression",
    "sslcrl",
    "sslcrldir",
    "sslkey",
    "sslkeylogfile",
    "sslmode",
    "sslnegotiation",
    "sslpassword",
    "sslrootcert",
    "sslsni",
    "target_session_attrs",
    "tcp_user_timeout",
    "tty",
    "user",
};

// About a Python driver's own doings, which libpq has no part in.
constexpr std::array<std::string_view, 19> driver_only = {
    "async_fallback",
    "autocommit",
    "command_timeout",
    "connection_class",
    "connection_factory",
    "cursor_factory",
    "max_cacheable_statement_size",
    "max_cached_statement_lifetime",
    "plugin",
    "plugins",
    "prepare_threshold",
    "prepared_statement_cache_size",
    "prepared_statement_name_func",
    "row_factory",
    "server_settings",
    "statement_cache_size",
    "tcp_keepalive_interval",
    "use_native_hstore",
    "executemany_mode",
};

bool contains(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void put(Parameters& parameters, std::string_view name, std::string value) {
    for (auto& [key, old] : parameters)
        if (key == name) {
            old = std::move(value);
            return;
        }
    parameters.emplace_back(name, std::move(value));
}

std::optional<bool> as_boolean(std::string_view text) {
    std::string word = text::to_lower(text::trim(text));
    for (std::string_view yes : {"true", "yes", "on", "y", "t", "1"})
        if (word == yes) return true;
    for (std::string_view no : {"false", "no", "off", "n", "f", "0"})
        if (word == no) return false;
    return std::nullopt;
}

std::optional<double> as_number(std::string_view text) {
    std::string_view trimmed = text::trim(text);
    double number = 0;
    auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
    if (error != std::errc() || end != trimmed.data() + trimmed.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

[[noreturn]] void bad_argument(const DatabaseUrl& url, std::string_view name, std::string_view wants) {
    throw ConfigError(fmt::format("the argument '{}' of the database URL {} {}", name, url.display(), wants));
}

bool is_port(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Several servers, named in the query: host=a:1&host=b:2, or host=a,b&port=1,2.
class Hosts {
  public:
    explicit Hosts(const DatabaseUrl& url) : url_(url) {}

    void put_into(Parameters& parameters) {
        read_hosts();
        read_ports();
        if (hosts_.empty()) {
            if (!ports_.empty()) put(parameters, "port", text::join(ports_, ","));
            return;
        }
        put(parameters, "host", text::join(hosts_, ","));
        // As many as there are hosts, though all be empty: a port before "?" is not theirs.
        ports_.resize(hosts_.size());
        std::string ports = text::join(ports_, ",");
        if (!ports.empty()) put(parameters, "port", ports);
    }

  private:
    void read_hosts() {
        const std::vector<std::string>* values = url_.query_values("host");
        if (!values) return;
        const std::vector<std::string>* port = url_.query_values("port");
        if (values->size() > 1) {
            ports_are_with_hosts_ = true;
            for (const std::string& value : *values) host_and_port(value);
            return;
        }
        for (std::string_view host : text::split(values->front(), ',')) hosts_.emplace_back(host);
        if (!port && hosts_.size() == 1 && is_network_name_with_port(hosts_.front())) {
            ports_are_with_hosts_ = true;
            std::string only = hosts_.front();
            hosts_.clear();
            host_and_port(only);
        }
    }

    void host_and_port(std::string_view text) {
        std::size_t colon = text.find(':');
        hosts_.emplace_back(text.substr(0, colon));
        ports_.emplace_back(colon == std::string_view::npos ? std::string_view()
                                                            : text::trim(text.substr(colon + 1)));
        check_port(ports_.back());
    }

    static bool is_network_name_with_port(std::string_view text) {
        std::size_t colon = text.find(':');
        if (colon == std::string_view::npos || !is_port(text.substr(colon + 1))) return false;
        return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                   c == '.';
        });
    }

    void read_ports() {
        if (const std::vector<std::string>* values = url_.query_values("port")) {
            if (ports_are_with_hosts_)
                throw ConfigError(
                    "Can't mix 'multihost' formats together; use \"host=h1,h2,h3&port=p1,p2,p3\" or "
                    "\"host=h1:p1&host=h2:p2&host=h3:p3\" separately");
            if (values->size() > 1)
                ports_ = *values;
            else
                for (std::string_view port : text::split(values->front(), ',')) ports_.emplace_back(port);
            for (const std::string& port : ports_) check_port(port);
        }
        bool mismatch =
            hosts_.empty() ? ports_.size() > 1 : !ports_.empty() && hosts_.size() != ports_.size();
        if (mismatch) throw ConfigError("number of hosts and ports don't match");
    }

    void check_port(std::string_view port) const {
        if (!is_port(port)) bad_argument(url_, "port", fmt::format("must be a number, not '{}'", port));
    }

    const DatabaseUrl& url_;
    bool ports_are_with_hosts_ = false;
    std::vector<std::string> hosts_;
    std::vector<std::string> ports_;
};

std::string whole_seconds(const DatabaseUrl& url, std::string_view name, std::string_view value) {
    std::optional<double> seconds = as_number(value);
    if (!seconds || *seconds < 0 || *seconds > 1e9) bad_argument(url, name, "must be a number of seconds");
    return fmt::format("{}", static_cast<long>(std::ceil(*seconds)));
}

// asyncpg's and pg8000's names for what libpq calls otherwise. Says whether `name` was one.
bool translate(const DatabaseUrl& url, const std::string& name, const std::string& value,
               Parameters& parameters) {
    if (name == "ssl" || name == "ssl_context") {
        std::optional<bool> yes = as_boolean(value);
        put(parameters, "sslmode", yes ? (*yes ? "require" : "disable") : value);
    } else if (name == "timeout") {
        put(parameters, "connect_timeout", whole_seconds(url, name, value));
    } else if (name == "tcp_keepalive") {
        std::optional<bool> yes = as_boolean(value);
        if (!yes) bad_argument(url, name, "must be true or false");
        put(parameters, "keepalives", *yes ? "1" : "0");
    } else if (name == "unix_sock") {
        // The socket's file itself; libpq wants its folder and the port that its name ends in.
        std::filesystem::path socket(value);
        std::string file = socket.filename().string();
        put(parameters, "host", socket.parent_path().string());
        std::string port = file.substr(file.rfind('.') + 1);
        if (file.starts_with(".s.PGSQL.") && !port.empty() && is_port(port)) put(parameters, "port", port);
    } else if (name == "database") {
        put(parameters, "dbname", value);
    } else {
        return false;
    }
    return true;
}

[[noreturn]] void unknown_argument(const std::string& name) {
    std::vector<std::string> known(libpq_keywords.begin(), libpq_keywords.end());
    std::string nearest = text::nearest(name, known);
    throw ConfigError(
        fmt::format("the database URL has an argument '{}' that neither libpq nor limbeck knows", name), {},
        nearest.empty() ? "take it out, or give it where the application builds its engine"
                        : fmt::format("did you mean '{}'?", nearest));
}

} // namespace

Backend DatabaseUrl::backend() const {
    std::string name = backend_name();
    if (name == "postgresql" || name == "postgres") return Backend::postgresql;
    std::string with = driver();
    if (name == "sqlite" && (with.empty() || with == "pysqlite" || with == "aiosqlite"))
        return Backend::sqlite;
    throw ConfigError(
        fmt::format("limbeck does not speak to '{}' databases", name == "sqlite" ? drivername : name), {},
        "supported are postgresql://, postgresql+DRIVER:// with any driver, postgres://, sqlite://, "
        "sqlite+pysqlite:// and sqlite+aiosqlite://");
}

std::string DatabaseUrl::dialect() const {
    return backend() == Backend::sqlite ? "sqlite" : "postgresql";
}

std::vector<std::pair<std::string, std::string>> DatabaseUrl::libpq_parameters() const {
    Parameters parameters;
    // What stands before it is the rest of a password, which a failure to find that host would show.
    if (host && host->find('@') != std::string::npos)
        throw ConfigError(
            "the host in the database URL has an '@' in it", {},
            "characters such as @ : / in a password must be percent-encoded: @ as %40, : as %3A, / as %2F");
    if (host && !host->empty()) put(parameters, "host", *host);
    if (port && *port != 0) put(parameters, "port", fmt::format("{}", *port));
    if (username && !username->empty()) put(parameters, "user", *username);
    if (password && !password->empty()) put(parameters, "password", *password);
    if (database && !database->empty()) put(parameters, "dbname", *database);
    for (const auto& [name, values] : query) {
        if (name == "host" || name == "port" || contains(driver_only, name)) continue;
        if (values.size() > 1) bad_argument(*this, name, "is given more than once");
        if (translate(*this, name, values.front(), parameters)) continue;
        if (!contains(libpq_keywords, name)) unknown_argument(name);
        put(parameters, name, values.front());
    }
    Hosts(*this).put_into(parameters);
    return parameters;
}

bool SqliteTarget::in_memory() const {
    if (!uri) return path == ":memory:";
    return path.find("mode=memory") != std::string::npos || path.starts_with("file::memory:");
}

SqliteTarget DatabaseUrl::sqlite_target() const {
    bool elsewhere = (username && !username->empty()) || (password && !password->empty()) ||
                     (host && !host->empty()) || (port && *port != 0);
    if (elsewhere)
        throw ConfigError(
            fmt::format("Invalid SQLite URL: {}\nValid SQLite URL forms are:\n sqlite:///:memory: (or, "
                        "sqlite://)\n sqlite:///relative/path/to/file.db\n "
                        "sqlite:////absolute/path/to/file.db",
                        display()));
    SqliteTarget target;
    if (const auto* values = query_values("uri")) {
        std::optional<bool> uri = as_boolean(values->front());
        if (!uri) bad_argument(*this, "uri", "must be true or false");
        target.uri = *uri;
    }
    if (const auto* values = query_values("timeout")) {
        std::optional<double> seconds = as_number(values->front());
        if (!seconds || *seconds < 0) bad_argument(*this, "timeout", "must be a number of seconds");
        target.timeout = *seconds;
    }
    std::string name = database.value_or("");
    if (!target.uri) {
        target.path = ":memory:";
        if (name.empty() || name == ":memory:") return target;
        target.path = std::filesystem::absolute(name).lexically_normal().string();
        if (target.path.size() > 1 && target.path.ends_with('/')) target.path.pop_back();
        return target;
    }
    if (!database)
        throw ConfigError(fmt::format("the database URL {} names no file", display()), {},
                          "with uri=true it is sqlite:///file:path?uri=true");
    // What the driver does not take for itself is SQLite's, which reads it from the URI.
    constexpr std::array<std::string_view, 6> the_drivers = {
        "uri", "timeout", "isolation_level", "detect_types", "check_same_thread", "cached_statements"};
    target.path = name;
    char separator = '?';
    auto sorted = query;
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [key, values] : sorted) {
        if (contains(the_drivers, key)) continue;
        if (values.size() > 1) bad_argument(*this, key, "is given more than once");
        target.path += fmt::format("{}{}={}", separator, key, values.front());
        separator = '&';
    }
    return target;
}

} // namespace limbeck::project
