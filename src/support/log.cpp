#include "support/log.hpp"

#include "support/catch_up.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

namespace limbeck::log {

namespace {

struct NamedLevel {
    std::string_view name;
    int level;
};

// Python's own order: the first name of a number is the one that is shown.
constexpr std::array<NamedLevel, 8> named_levels{{{"CRITICAL", critical},
                                                  {"ERROR", error},
                                                  {"WARNING", warning},
                                                  {"INFO", info},
                                                  {"DEBUG", debug},
                                                  {"NOTSET", notset},
                                                  {"FATAL", critical},
                                                  {"WARN", warning}}};

} // namespace

std::string level_name(int level) {
    for (const NamedLevel& named : named_levels)
        if (named.level == level) return std::string(named.name);
    return fmt::format("Level {}", level);
}

std::optional<int> level_number(std::string_view name) {
    for (const NamedLevel& named : named_levels)
        if (named.name == name) return named.level;
    return std::nullopt;
}

// All loggers. They are never destroyed before the program ends, so references to them may be kept.
class Tree {
  public:
    static Tree& instance() {
        static Tree tree;
        return tree;
    }

    Logger& root() { return root_; }

    Logger& get(std::string_view name) {
        if (name.empty() || name == "root") return root_;
        Logger& logger = make(name);
        if (logger.placeholder_) {
            logger.placeholder_ = false;
            logger.disabled_ = false;
        }
        return logger;
    }

    std::vector<Logger*> all() {
        std::vector<Logger*> loggers;
        for (auto& [name, logger] : loggers_) loggers.push_back(logger.get());
        return loggers;
    }

    void reset() {
        restore(root_);
        for (auto& [name, logger] : loggers_) {
            restore(*logger);
            logger->placeholder_ = true;
        }
        disabled_level_ = notset;
        configure_as_imported();
    }

    // Changes with every level that is set: what loggers remember about their ancestors is stale then.
    unsigned version() const { return version_; }
    void changed() { ++version_; }
    int disabled_level() const { return disabled_level_; }
    void set_disabled_level(int level) { disabled_level_ = level; }

  private:
    Tree() : root_("root", nullptr) {
        root_.placeholder_ = false;
        configure_as_imported();
    }

    void configure_as_imported() {
        root_.level_ = warning;
        get("alembic").add_handler(std::make_shared<NullHandler>());
        get("sqlalchemy").level_ = warning;
        changed();
    }

    Logger& make(std::string_view name) {
        if (auto found = loggers_.find(name); found != loggers_.end()) return *found->second;
        std::size_t dot = name.rfind('.');
        Logger* parent = dot == std::string_view::npos ? &root_ : &make(name.substr(0, dot));
        auto logger = std::unique_ptr<Logger>(new Logger(std::string(name), parent));
        return *loggers_.emplace(std::string(name), std::move(logger)).first->second;
    }

    static void restore(Logger& logger) {
        logger.level_ = notset;
        logger.propagate_ = true;
        logger.disabled_ = false;
        logger.handlers_.clear();
    }

    std::map<std::string, std::unique_ptr<Logger>, std::less<>> loggers_;
    Logger root_;
    unsigned version_ = 1;
    int disabled_level_ = notset;
};

void Logger::set_level(int level) {
    level_ = level;
    Tree::instance().changed();
}

int Logger::effective_level() const {
    unsigned version = Tree::instance().version();
    if (version_ != version) {
        effective_ = notset;
        for (const Logger* logger = this; logger; logger = logger->parent_)
            if (logger->level_ != notset) {
                effective_ = logger->level_;
                break;
            }
        version_ = version;
    }
    return effective_;
}

bool Logger::enabled(int level) const {
    return !disabled_ && level > Tree::instance().disabled_level() && level >= effective_level();
}

void Logger::add_handler(std::shared_ptr<Handler> handler) {
    if (std::find(handlers_.begin(), handlers_.end(), handler) == handlers_.end())
        handlers_.push_back(std::move(handler));
}

void Logger::remove_handler(const std::shared_ptr<Handler>& handler) {
    std::erase(handlers_, handler);
}

void Logger::clear_handlers() {
    handlers_.clear();
}

bool Logger::has_handlers() const {
    for (const Logger* logger = this; logger; logger = logger->propagate_ ? logger->parent_ : nullptr)
        if (!logger->handlers_.empty()) return true;
    return false;
}

void Logger::log(int level, std::string_view message, Origin origin) {
    if (enabled(level)) write(level, message, std::move(origin));
}

void Logger::write(int level, std::string_view message, Origin origin) {
    output::before_write();
    Record record;
    record.logger = name_;
    record.level = level;
    record.message = message;
    record.time_us = std::chrono::duration_cast<std::chrono::microseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    record.origin = std::move(origin);
    for (const Logger* logger = this; logger; logger = logger->propagate_ ? logger->parent_ : nullptr)
        for (const std::shared_ptr<Handler>& handler : logger->handlers_)
            if (level >= handler->level()) handler->emit(record);
    if (level >= Level::warning && !has_handlers()) StreamHandler().emit(record);
}

Logger& get(std::string_view name) {
    return Tree::instance().get(name);
}
Logger& root() {
    return Tree::instance().root();
}
std::vector<Logger*> all() {
    return Tree::instance().all();
}
void disable(int level) {
    Tree::instance().set_disabled_level(level);
}
void reset() {
    Tree::instance().reset();
}

} // namespace limbeck::log
