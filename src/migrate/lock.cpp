#include "migrate/lock.hpp"

#include "support/interrupt.hpp"

#include <algorithm>
#include <chrono>
#include <random>

namespace limbeck::migrate {

using database::Connection;
using database::Result;

namespace {

using Clock = std::chrono::steady_clock;

// How long a wait for another's lock on an SQLite file may last where nothing else is said.
constexpr double sqlite_default_timeout = 60;
// Between two words on a wait.
constexpr double reminder_seconds = 30;

// A wait with growing, unequal pauses, so that a crowd of waiters does not knock at the same moment.
class Wait {
  public:
    explicit Wait(std::optional<double> timeout) : timeout_(timeout) {}

    double elapsed() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
    bool over() const { return timeout_ && elapsed() >= *timeout_; }
    // True at the start and then every half minute.
    bool word_is_due() {
        if (words_ > 0 && elapsed() < words_ * reminder_seconds) return false;
        ++words_;
        return true;
    }
    // Throws Interrupted on Ctrl-C.
    void pause() {
        std::uniform_real_distribution<double> spread(0.5, 1.5);
        double seconds = pause_ * spread(random_);
        if (timeout_) seconds = std::clamp(*timeout_ - elapsed(), 0.001, seconds);
        pause_ = std::min(pause_ * 1.5, 0.5);
        if (!interrupt::sleep(seconds)) interrupt::check();
    }

  private:
    std::optional<double> timeout_;
    Clock::time_point start_ = Clock::now();
    int words_ = 0;
    double pause_ = 0.01;
    std::minstd_rand random_{std::random_device{}()};
};

std::string seconds_text(double seconds) {
    return fmt::format("{:g} seconds", seconds);
}

} // namespace

std::int64_t advisory_key(std::string_view schema, std::string_view version_table) {
    // FNV-1a, 64 bits, of "limbeck", the schema and the table, a zero byte after each.
    std::uint64_t hash = 14695981039346656037u;
    auto add = [&](std::string_view text) {
        for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
        hash *= 1099511628211u;
    };
    add("limbeck");
    add(schema);
    add(version_table);
    return static_cast<std::int64_t>(hash);
}

std::string advisory_holder(Connection& connection, std::int64_t key) {
    auto bits = static_cast<std::uint64_t>(key);
    Result result = connection.execute(fmt::format(
        "SELECT l.pid, a.application_name, a.usename, host(a.client_addr) FROM pg_catalog.pg_locks l "
        "LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid "
        "WHERE l.locktype = 'advisory' AND l.granted AND l.classid = {} AND l.objid = {} AND l.objsubid = 1 "
        "AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())",
        bits >> 32, bits & 0xFFFFFFFFu));
    if (result.empty()) return {};
    auto text = [&](std::size_t column) {
        return result.at(0, column).is_null() ? std::string() : result.at(0, column).to_string();
    };
    std::string who = text(1).empty() ? "an application without a name" : text(1);
    if (!text(2).empty()) who += ", " + text(2);
    if (!text(3).empty()) who += "@" + text(3);
    return fmt::format("pid {} ({})", text(0), who);
}

AdvisoryLock::AdvisoryLock(Connection& connection, std::int64_t key, LockOptions options)
    : connection_(connection), key_(key), options_(std::move(options)) {}

AdvisoryLock::~AdvisoryLock() {
    release();
}

bool AdvisoryLock::acquire() {
    bool waited = wait_for([&] {
        return connection_.execute(fmt::format("SELECT pg_catalog.pg_try_advisory_lock({})", key_))
            .scalar()
            .boolean();
    });
    held_ = true;
    return waited;
}

bool AdvisoryLock::begin_locked() {
    return wait_for([&] {
        connection_.begin();
        try {
            std::string sql = fmt::format("SELECT pg_catalog.pg_try_advisory_xact_lock({})", key_);
            if (connection_.execute(sql).scalar().boolean()) return true;
        } catch (...) {
            connection_.rollback();
            throw;
        }
        // The transaction must not be kept: it would hold up what the holder of the lock does.
        connection_.rollback();
        return false;
    });
}

void AdvisoryLock::release() noexcept {
    if (!std::exchange(held_, false)) return;
    try {
        if (!connection_.lost() && !connection_.in_transaction())
            connection_.execute(fmt::format("SELECT pg_catalog.pg_advisory_unlock({})", key_));
    } catch (...) {
        // The lock goes with the connection.
    }
}

bool AdvisoryLock::wait_for(const std::function<bool()>& attempt) {
    if (attempt()) return false;
    Wait wait(options_.timeout);
    for (;;) {
        bool over = wait.over();
        bool due = wait.word_is_due();
        std::string holder = over || due ? advisory_holder(connection_, key_) : "";
        if (due && !holder.empty() && options_.on_wait)
            options_.on_wait(fmt::format("Waiting for another run on this database: {}", holder));
        if (over)
            throw CommandError(fmt::format("Another run holds the lock on this database: {}",
                                           holder.empty() ? "it has just gone" : holder),
                               {},
                               fmt::format("Waited {}. Run it again, or wait longer with --lock-timeout.",
                                           seconds_text(*options_.timeout)));
        wait.pause();
        if (attempt()) return true;
    }
}

bool wait_while_locked(Connection& connection, const LockOptions& options,
                       const std::function<void()>& attempt) {
    bool server = connection.dialect() == database::Dialect::postgresql;
    Wait wait(server ? options.timeout : options.timeout.value_or(sqlite_default_timeout));
    for (bool waited = false;; waited = true) {
        try {
            attempt();
            return waited;
        } catch (const database::LockedError& error) {
            // On a server this is a limit that the user has set (lock_timeout): it is theirs to be told.
            if (server) throw;
            if (wait.over())
                throw CommandError(
                    fmt::format("Another process holds the database: {}", error.message()), {},
                    fmt::format("Waited {}. Run it again, or wait longer with --lock-timeout.",
                                seconds_text(options.timeout.value_or(sqlite_default_timeout))));
        }
        if (wait.elapsed() > 1 && wait.word_is_due() && options.on_wait)
            options.on_wait(fmt::format("Waiting for another process that holds {}", connection.name()));
        wait.pause();
    }
}

} // namespace limbeck::migrate
