// A project in a scratch folder, run in this process: what runner tests stand on.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <limbeck/limbeck.hpp>

#include "database/connection.hpp"
#include "migrate/runner.hpp"
#include "project/project.hpp"
#include "script/script_directory.hpp"
#include "support/log.hpp"
#include "support/scratch.hpp"

namespace limbeck::tests {

class RunProject {
  public:
    // `settings` are more lines of limbeck.yaml. Log lines go to log() instead of standard error.
    explicit RunProject(const std::string& url, const std::string& settings = "");
    ~RunProject();

    const Scratch& folder() const { return scratch_; }
    const std::string& url() const { return url_; }

    // m/versions/ID.sql; `parts` from the first "-- upgrade" on. Its statements begin in line 6.
    void revision(const std::string& id, const std::string& parent, const std::string& parts) const {
        scratch_.write("m/versions/" + id + ".sql", "-- Revision " + id + "\n--\n-- Revision ID: " + id +
                                                        "\n-- Revises: " + parent + "\n" + parts);
    }

    // Opened anew for each command, as the program does.
    struct Opened {
        project::Project project;
        script::ScriptDirectory scripts;
        migrate::Runner runner;

        explicit Opened(const std::string& file)
            : project(arguments(file)), scripts(script::script_options(project)), runner(project, scripts) {}

        static project::ProjectArguments arguments(const std::string& file) {
            project::ProjectArguments out;
            out.config.files = {file};
            return out;
        }
    };
    Opened open() const { return Opened((scratch_ / "limbeck.yaml").string()); }

    void upgrade(const std::string& target = "head", const RunOptions& options = {}) const {
        open().runner.upgrade(target, options);
    }
    void downgrade(const std::string& target, const RunOptions& options = {}) const {
        open().runner.downgrade(target, options);
    }
    void stamp(const std::vector<std::string>& targets, bool purge = false) const {
        RunOptions options;
        options.purge = purge;
        open().runner.stamp(targets, options);
    }
    std::vector<std::string> heads() const {
        std::vector<std::string> heads;
        open().runner.look([&](const migrate::Runner::DatabaseState& state) { heads = state.heads; }, {});
        return heads;
    }
    // The script of `upgrade` or `downgrade`.
    std::string script(bool up, const std::string& target) const {
        std::string out;
        RunOptions options;
        options.sql = true;
        options.output = [&](std::string_view text) { out += text; };
        up ? upgrade(target, options) : downgrade(target, options);
        return out;
    }
    // "INFO alembic.runtime.migration: Running upgrade  -> a, …" since the last call.
    std::vector<std::string> log() const;
    // A connection of one's own to the same database.
    std::unique_ptr<database::Connection> connect() const;
    // The first cell of a query, as text.
    std::string ask(const std::string& sql) const { return connect()->execute(sql).scalar().to_string(); }

  private:
    Scratch scratch_;
    std::string url_;
    std::shared_ptr<log::Handler> handler_;
};

} // namespace limbeck::tests
