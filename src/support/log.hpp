// Logging as Python's logging module shows it to users: a tree of named loggers, each with a level and
// handlers, records travelling up to the root; the project's [loggers], [handlers] and [formatters] sections
// (project/logging_config.hpp) decide what of it reaches standard error.
//
//     static log::Logger& logger = log::get("alembic.runtime.migration");
//     logger.info("Running upgrade {} -> {}, {}", down, up, doc);
//
// A call below the logger's level costs one comparison of integers: nothing is formatted.
// Until something is configured, the tree is as the reference leaves it after its imports: "alembic" has a
// NullHandler, "sqlalchemy" is at WARNING, the root is at WARNING and has no handler, so that a warning from
// another logger goes to standard error as its bare message.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace limbeck::log {

// Levels are plain numbers, as in Python; these are the named ones.
enum Level : int { notset = 0, debug = 10, info = 20, warning = 30, error = 40, critical = 50 };

// "WARNING", or "Level 25" for a number without a name.
std::string level_name(int level);
// The number of a level's name (upper case; WARN and FATAL are known too), or nothing.
std::optional<int> level_number(std::string_view name);

// Where a record was made, for formats that ask; what is not known is shown as Python shows it.
struct Origin {
    std::string pathname;
    int line = 0;
    std::string function;
};

struct Record {
    std::string_view logger;
    int level = notset;
    std::string_view message;
    std::int64_t time_us = 0; // microseconds since 1970, UTC
    Origin origin;
};

// What a record looks like as a line. `style` is '%', '{' or '$'; an empty format is the message alone, an
// empty date format "2026-01-02 10:00:00,123". Times are local.
class Formatter {
  public:
    // Throws ConfigError with Python's sentence where the format does not fit its style.
    explicit Formatter(std::string format = {}, std::string date_format = {}, char style = '%');
    std::string format(const Record& record) const;

  private:
    std::string format_time(const Record& record) const;

    std::string format_;
    std::string date_format_;
    char style_;
};

class Handler {
  public:
    virtual ~Handler() = default;
    // Writes the record where it goes. Failures to write are not errors of the run: they are ignored.
    virtual void emit(const Record& record) = 0;

    int level() const { return level_; }
    void set_level(int level) { level_ = level; }
    void set_formatter(std::shared_ptr<const Formatter> formatter) { formatter_ = std::move(formatter); }

  protected:
    std::string line(const Record& record) const;

  private:
    int level_ = notset;
    std::shared_ptr<const Formatter> formatter_;
};

class NullHandler : public Handler {
  public:
    void emit(const Record&) override {}
};

// To standard error or output, flushed with every record.
class StreamHandler : public Handler {
  public:
    enum class Stream { standard_error, standard_output };
    explicit StreamHandler(Stream stream = Stream::standard_error) : stream_(stream) {}
    void emit(const Record& record) override;

  private:
    Stream stream_;
};

// To a file, opened at once, or with the first record where `delay` is set.
class FileHandler : public Handler {
  public:
    // `mode` is Python's: "a" appends, "w" empties the file first, "x" wants a new one. Throws FileError.
    FileHandler(std::string path, std::string mode = "a", bool delay = false);
    ~FileHandler() override;
    FileHandler(const FileHandler&) = delete;
    FileHandler& operator=(const FileHandler&) = delete;
    void emit(const Record& record) override;

  private:
    void open();

    std::string path_;
    std::string mode_;
    int descriptor_ = -1;
};

class Logger {
  public:
    const std::string& name() const { return name_; }

    // The level set on this logger itself; notset asks the parent.
    int level() const { return level_; }
    void set_level(int level);
    // The level that counts: this logger's or the nearest ancestor's.
    int effective_level() const;
    bool enabled(int level) const;

    bool propagate() const { return propagate_; }
    void set_propagate(bool propagate) { propagate_ = propagate; }
    bool disabled() const { return disabled_; }
    void set_disabled(bool disabled) { disabled_ = disabled; }
    const std::vector<std::shared_ptr<Handler>>& handlers() const { return handlers_; }
    void add_handler(std::shared_ptr<Handler> handler);
    void remove_handler(const std::shared_ptr<Handler>& handler);
    void clear_handlers();
    // Whether this logger or an ancestor its records reach has a handler.
    bool has_handlers() const;
    Logger* parent() const { return parent_; }

    template <class... Args> void debug(fmt::format_string<Args...> format, Args&&... args) {
        if (enabled(Level::debug)) write(Level::debug, fmt::format(format, std::forward<Args>(args)...));
    }
    template <class... Args> void info(fmt::format_string<Args...> format, Args&&... args) {
        if (enabled(Level::info)) write(Level::info, fmt::format(format, std::forward<Args>(args)...));
    }
    template <class... Args> void warning(fmt::format_string<Args...> format, Args&&... args) {
        if (enabled(Level::warning)) write(Level::warning, fmt::format(format, std::forward<Args>(args)...));
    }
    template <class... Args> void error(fmt::format_string<Args...> format, Args&&... args) {
        if (enabled(Level::error)) write(Level::error, fmt::format(format, std::forward<Args>(args)...));
    }
    template <class... Args> void critical(fmt::format_string<Args...> format, Args&&... args) {
        if (enabled(Level::critical))
            write(Level::critical, fmt::format(format, std::forward<Args>(args)...));
    }
    // A finished message; the level is checked here too.
    void log(int level, std::string_view message, Origin origin = {});

  private:
    friend class Tree;
    Logger(std::string name, Logger* parent) : name_(std::move(name)), parent_(parent) {}
    // Hands the record to every handler up the tree.
    void write(int level, std::string_view message, Origin origin = {});

    std::string name_;
    Logger* parent_;
    int level_ = notset;
    // The effective level as last computed, and the tree's version at that time.
    mutable int effective_ = -1;
    mutable unsigned version_ = 0;
    bool propagate_ = true;
    bool disabled_ = false;
    bool placeholder_ = true; // made as a parent; nobody has asked for it yet
    std::vector<std::shared_ptr<Handler>> handlers_;
};

// A configuration silences the loggers that exist before it and are not in it (disable_existing_loggers): ask
// for one where it is used, not when the program starts. The logger of a dotted name, made at the first call;
// it lives as long as the program. "" and "root" are the root.
Logger& get(std::string_view name);
Logger& root();
// All loggers made so far, the root left out, sorted by name; parents that nobody asked for are among them,
// and lose what was set on them when somebody does.
std::vector<Logger*> all();
// Records at this level and below are dropped everywhere (logging.disable).
void disable(int level);
// Back to the state before any configuration, as if no logger had been asked for: for tests, and for a second
// run in one process.
void reset();

} // namespace limbeck::log
