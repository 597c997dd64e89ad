// What floor 6 gives to an env.py: the run that it is to configure and start. `alembic.context` and
// `alembic.config` (modules/alembic/) reach it through the native module alembic._environment.
#pragma once

#include "python/binding.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::project {
class Config;
}
namespace limbeck::alembic {

class Host;

class EnvironmentHost {
  public:
    virtual ~EnvironmentHost() = default;

    virtual project::Config& config() = 0;
    virtual std::string script_location() = 0;
    virtual std::vector<std::string> version_locations() = 0;
    virtual bool is_offline_mode() = 0;
    virtual std::optional<std::string> tag() = 0;
    virtual std::optional<std::string> starting_revision() = 0;
    virtual std::vector<std::string> destination_revisions() = 0;
    virtual std::vector<std::string> head_revisions() = 0;
    // Dicts of what the headers of these revisions say, in the order asked for; none of "base". Throw as
    // script::ScriptDirectory does.
    virtual std::vector<python::Value> find_revisions(const std::vector<std::string>& ids) = 0;
    // From `head` down to `base`.
    virtual std::vector<python::Value> walk_revisions(const std::string& base, const std::string& head) = 0;
    // The module that a revision's file is, evaluated when it is first asked for.
    virtual python::Value revision_module(const std::string& path) = 0;

    // `options` holds the arguments of context.configure() that were given, by name.
    virtual void configure(const python::Value& options) = 0;
    // Null before configure().
    virtual Host* host() = 0;
    // Whether the run's transaction on the database has been begun and not ended.
    virtual bool is_in_transaction() = 0;
    // Scripts may begin some within others.
    virtual void begin_transaction() = 0;
    // Ends what the last begin_transaction() opened.
    virtual void end_transaction(bool commit) = 0;
    virtual void run_migrations(const python::Value& arguments) = 0;
};

// The one whose env.py runs on this thread; null where none does.
EnvironmentHost* current_environment() noexcept;

class EnvironmentScope {
  public:
    explicit EnvironmentScope(EnvironmentHost& host);
    ~EnvironmentScope();
    EnvironmentScope(const EnvironmentScope&) = delete;
    EnvironmentScope& operator=(const EnvironmentScope&) = delete;

  private:
    EnvironmentHost* outer_;
};

void populate_environment(python::ModuleBuilder& module);

} // namespace limbeck::alembic
