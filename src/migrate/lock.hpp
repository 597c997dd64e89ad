// One runner at a time.
//
// PostgreSQL: an advisory lock on the run's own connection, keyed by the schema and the name of the version
// table (a key is the database's own anyway). A waiter tries again and again between transactions and never
// blocks inside one: a blocked statement would hold a snapshot, and the holder's CREATE INDEX CONCURRENTLY
// would wait for it for ever. SQLite needs none of this: each step's transaction takes the file's own lock.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "database/connection.hpp"
#include "project/limbeck_yaml.hpp"

namespace limbeck::migrate {

// `lock:` of limbeck.yaml. A transaction-pooling proxy gives every transaction another session, where a
// session's lock would be lost or left behind: there `transaction` is right.
using LockMode = project::LimbeckYaml::Lock;

struct LockOptions {
    LockMode mode = LockMode::session;
    // Seconds; none: wait as long as it takes (PostgreSQL), a minute (SQLite).
    std::optional<double> timeout;
    // Told once when waiting begins and again every half minute.
    std::function<void(std::string_view)> on_wait;
};

// The advisory lock's key: stable between versions of limbeck, documented, so that others can take it, too.
std::int64_t advisory_key(std::string_view schema, std::string_view version_table);

// Who holds the advisory lock: "pid 4711 (deploy, app@10.0.0.7)"; empty where nobody does.
std::string advisory_holder(database::Connection& connection, std::int64_t key);

// Held from acquire() to release() or the end of the connection.
class AdvisoryLock {
  public:
    AdvisoryLock(database::Connection& connection, std::int64_t key, LockOptions options);
    ~AdvisoryLock();
    AdvisoryLock(const AdvisoryLock&) = delete;
    AdvisoryLock& operator=(const AdvisoryLock&) = delete;

    // The session's lock. Outside a transaction. Gives whether it had to wait. Throws CommandError, naming
    // the holder, where the timeout passes; Interrupted on Ctrl-C.
    bool acquire();
    // The transaction's lock: begins transactions until one has it, and leaves that one open. Gives whether
    // it waited.
    bool begin_locked();
    void release() noexcept;
    bool held() const { return held_; }

  private:
    bool wait_for(const std::function<bool()>& attempt);

    database::Connection& connection_;
    std::int64_t key_;
    LockOptions options_;
    bool held_ = false;
};

// Does what may find an SQLite file locked by others, again and again until it works. Gives whether it
// waited. Throws CommandError where the timeout passes, Interrupted on Ctrl-C.
bool wait_while_locked(database::Connection& connection, const LockOptions& options,
                       const std::function<void()>& attempt);

} // namespace limbeck::migrate
