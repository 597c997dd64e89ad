// The real binary, run in a copy of a project.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/scratch.hpp"

namespace limbeck::tests {

// LIMBECK_BINARY, else build/limbeck below the source root.
std::filesystem::path limbeck_binary();

// A project in a scratch folder of its own.
class ProjectCopy {
  public:
    // A copy of fixtures/NAME; an empty folder where the name is empty.
    explicit ProjectCopy(const std::string& fixture);

    const Scratch& folder() const { return scratch_; }
    std::filesystem::path operator/(const std::string& name) const { return scratch_ / name; }
    void write(const std::string& name, const std::string& text) const { scratch_.write(name, text); }
    // For every run from now on.
    void set_environment(const std::string& name, const std::string& value) { environment_[name] = value; }

    // Runs limbeck in it until it ends.
    ProcessResult run(std::vector<std::string> arguments) const;
    // The same, which must succeed: its standard output. A failure is reported with all it said.
    std::string output(std::vector<std::string> arguments) const;
    // The options for starting it by hand.
    ProcessOptions options(std::vector<std::string> arguments) const;

  private:
    Scratch scratch_;
    std::map<std::string, std::string> environment_;
};

// A SQL revision in one file; `parent` is empty for the first.
std::string sql_revision(const std::string& id, const std::string& parent, const std::string& upgrade,
                         const std::string& downgrade = "");

} // namespace limbeck::tests
