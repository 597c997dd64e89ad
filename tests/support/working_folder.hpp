// A current directory and environment variables for one test, put back after it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace limbeck::tests {

class WorkingFolder {
  public:
    explicit WorkingFolder(const std::filesystem::path& path) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(path);
    }
    ~WorkingFolder() { std::filesystem::current_path(before_); }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

  private:
    std::filesystem::path before_;
};

class Variable {
  public:
    // Without a value, the variable is not set.
    explicit Variable(std::string name, std::optional<std::string> value = std::nullopt)
        : name_(std::move(name)) {
        if (const char* before = std::getenv(name_.c_str())) before_ = before;
        set(value);
    }
    ~Variable() { set(before_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    void set(const std::optional<std::string>& value) {
        if (value)
            ::setenv(name_.c_str(), value->c_str(), 1);
        else
            ::unsetenv(name_.c_str());
    }

    std::string name_;
    std::optional<std::string> before_;
};

} // namespace limbeck::tests
