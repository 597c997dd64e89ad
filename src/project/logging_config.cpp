#include "project/logging_config.hpp"

#include "project/logging_arguments.hpp"
#include "support/log.hpp"
#include "support/python_text.hpp"
#include "support/text.hpp"

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

namespace limbeck::project {

namespace {

using Formatters = std::map<std::string, std::shared_ptr<const log::Formatter>>;
using Handlers = std::map<std::string, std::shared_ptr<log::Handler>>;

// The loggers that the reference's modules have made by the time an env.py runs.
constexpr std::array<std::string_view, 26> loggers_of_the_reference = {
    "alembic",
    "alembic.autogenerate",
    "alembic.autogenerate.api",
    "alembic.autogenerate.compare",
    "alembic.autogenerate.compare.check_constraints",
    "alembic.autogenerate.compare.comments",
    "alembic.autogenerate.compare.constraints",
    "alembic.autogenerate.compare.schema",
    "alembic.autogenerate.compare.server_defaults",
    "alembic.autogenerate.compare.tables",
    "alembic.autogenerate.compare.types",
    "alembic.config",
    "alembic.ddl",
    "alembic.ddl.impl",
    "alembic.ddl.postgresql",
    "alembic.runtime",
    "alembic.runtime.migration",
    "alembic.runtime.plugins",
    "alembic.util",
    "alembic.util.messaging",
    "asyncio",
    "concurrent",
    "concurrent.futures",
    "sqlalchemy",
    "sqlalchemy.dialects",
    "sqlalchemy.dialects.postgresql",
};

struct LoggerPlan {
    std::string name; // empty: the root
    std::optional<int> level;
    bool propagate = true;
    std::vector<std::shared_ptr<log::Handler>> handlers;
};

class LoggingReader {
  public:
    explicit LoggingReader(const Ini& ini) : ini_(ini) {}

    std::vector<LoggerPlan> read() {
        for (std::string_view section : {"loggers", "handlers", "formatters"})
            if (!ini_.has_section(section))
                throw ConfigError(fmt::format("the logging configuration has no [{}] section", section),
                                  file());
        read_formatters();
        read_handlers();
        std::vector<std::string> names = keys("loggers");
        auto root = std::find(names.begin(), names.end(), "root");
        if (root == names.end()) fail("loggers", "keys", "the keys of [loggers] must have 'root' among them");
        names.erase(root);
        std::vector<LoggerPlan> plans;
        plans.push_back(logger("root"));
        for (const std::string& name : names) plans.push_back(logger(name));
        return plans;
    }

    // What has been replaced by something plainer.
    const std::vector<std::string>& warnings() const { return warnings_; }

  private:
    void read_formatters() {
        for (const std::string& name : keys("formatters")) {
            std::string section = existing("formatter_" + name);
            std::string class_name = ini_.get(section, "class").value_or("");
            if (!class_name.empty() && class_name != "logging.Formatter" && class_name != "Formatter") {
                formatters_[name] = stand_in(section, class_name);
                continue;
            }
            std::string style = ini_.get_raw(section, "style").value_or("%");
            try {
                formatters_[name] = std::make_shared<log::Formatter>(
                    ini_.get_raw(section, "format").value_or(""),
                    ini_.get_raw(section, "datefmt").value_or(""), style.size() == 1 ? style.front() : '?');
            } catch (ConfigError& error) {
                error.with_place(ini_.place_of(section, "format"));
                throw;
            }
        }
    }

    // For a class of the application's own: how lines of the log look is no reason to stop. Its format is
    // used where it asks for nothing that only the class can give.
    std::shared_ptr<log::Formatter> stand_in(const std::string& section, const std::string& class_name) {
        Place place = ini_.place_of(section, "class");
        warnings_.push_back(fmt::format("{}:{}: limbeck has no log formatter '{}': the lines are plain",
                                        place.file, place.line, class_name));
        static const std::set<std::string, std::less<>> known = {
            "name",    "levelno",         "levelname", "pathname",   "filename",   "module",
            "lineno",  "funcName",        "created",   "asctime",    "msecs",      "thread",
            "process", "relativeCreated", "message",   "threadName", "processName"};
        std::string format = ini_.get_raw(section, "format").value_or("");
        bool plain = ini_.get_raw(section, "style").value_or("%") == "%";
        for (std::size_t at = format.find("%("); plain && at != std::string::npos;
             at = format.find("%(", at + 1))
            plain = known.contains(format.substr(at + 2, format.find(')', at) - at - 2));
        if (plain) {
            try {
                return std::make_shared<log::Formatter>(format,
                                                        ini_.get_raw(section, "datefmt").value_or(""));
            } catch (const ConfigError&) {
                // The class may have a syntax of its own.
            }
        }
        return std::make_shared<log::Formatter>("%(levelname)s:%(name)s:%(message)s");
    }

    void read_handlers() {
        for (const std::string& name : keys("handlers")) {
            std::string section = existing("handler_" + name);
            std::shared_ptr<log::Handler> handler;
            try {
                handler = make_handler(section);
            } catch (Error& error) {
                throw ConfigError(fmt::format("[{}]: {}", section, error.message()),
                                  ini_.place_of(section, "args").known() ? ini_.place_of(section, "args")
                                                                         : ini_.place_of(section),
                                  error.hint());
            }
            if (std::optional<int> level = level_of(section)) handler->set_level(*level);
            if (std::string formatter = ini_.get(section, "formatter").value_or(""); !formatter.empty()) {
                auto found = formatters_.find(formatter);
                if (found == formatters_.end())
                    fail(section, "formatter",
                         fmt::format("there is no formatter '{}' among the keys of [formatters]", formatter));
                handler->set_formatter(found->second);
            }
            handlers_[name] = handler;
        }
    }

    std::shared_ptr<log::Handler> make_handler(const std::string& section) {
        std::string name = required(section, "class");
        for (std::string_view prefix : {"logging.", "handlers."})
            if (name.starts_with(prefix)) name.erase(0, prefix.size());
        std::vector<LoggingArgument> arguments = parse_logging_args(ini_.get(section, "args").value_or("()"));
        auto named = parse_logging_kwargs(ini_.get(section, "kwargs").value_or("{}"));
        if (name == "NullHandler") return std::make_shared<log::NullHandler>();
        if (name == "StreamHandler") return stream_handler(arguments, named);
        bool plain = name == "FileHandler" || name == "WatchedFileHandler";
        bool rotating = name == "RotatingFileHandler" || name == "TimedRotatingFileHandler";
        if (plain || rotating) return file_handler(name, arguments, named);
        throw ConfigError(fmt::format("limbeck has no log handler '{}'", required(section, "class")), {},
                          "it has StreamHandler, FileHandler, WatchedFileHandler, RotatingFileHandler, "
                          "TimedRotatingFileHandler (both without the rotation) and NullHandler");
    }

    using Named = std::vector<std::pair<std::string, LoggingArgument>>;

    // The argument at `position`, or called `name`; none where neither is given.
    static LoggingArgument argument(const std::vector<LoggingArgument>& arguments, const Named& named,
                                    std::size_t position, std::string_view name) {
        if (position < arguments.size()) return arguments[position];
        for (const auto& [key, value] : named)
            if (key == name) return value;
        return {};
    }

    static std::shared_ptr<log::Handler> stream_handler(const std::vector<LoggingArgument>& arguments,
                                                        const Named& named) {
        LoggingArgument stream = argument(arguments, named, 0, "stream");
        if (std::holds_alternative<std::monostate>(stream)) return std::make_shared<log::StreamHandler>();
        if (!std::holds_alternative<StandardStream>(stream))
            throw ConfigError("the stream of a StreamHandler must be sys.stderr or sys.stdout");
        return std::make_shared<log::StreamHandler>(std::get<StandardStream>(stream) == StandardStream::output
                                                        ? log::StreamHandler::Stream::standard_output
                                                        : log::StreamHandler::Stream::standard_error);
    }

    static std::shared_ptr<log::Handler>
    file_handler(const std::string& name, const std::vector<LoggingArgument>& arguments, const Named& named) {
        LoggingArgument path = argument(arguments, named, 0, "filename");
        if (!std::holds_alternative<std::string>(path))
            throw ConfigError(fmt::format("a {} needs a file name", name));
        // The timed one appends always; its second argument says when it rotates.
        LoggingArgument mode =
            name == "TimedRotatingFileHandler" ? LoggingArgument() : argument(arguments, named, 1, "mode");
        LoggingArgument most_bytes = argument(arguments, named, 2, "maxBytes");
        const double* rotates_at = std::get_if<double>(&most_bytes);
        // A file that would rotate is never emptied.
        if (name == "RotatingFileHandler" && rotates_at && *rotates_at > 0) mode = {};
        const std::string* mode_text = std::get_if<std::string>(&mode);
        bool delay = false;
        for (const auto& [key, value] : named)
            if (key == "delay" && std::holds_alternative<double>(value)) delay = std::get<double>(value) != 0;
        return std::make_shared<log::FileHandler>(std::get<std::string>(path), mode_text ? *mode_text : "a",
                                                  delay);
    }

    LoggerPlan logger(const std::string& key) {
        std::string section = existing("logger_" + key);
        LoggerPlan plan;
        if (key != "root") {
            plan.name = required(section, "qualname");
            plan.propagate = integer(section, "propagate", 1) != 0;
        }
        plan.level = level_of(section);
        for (const std::string& name : split(required(section, "handlers"))) {
            auto found = handlers_.find(name);
            if (found == handlers_.end())
                fail(section, "handlers",
                     fmt::format("there is no handler '{}' among the keys of [handlers]", name));
            plan.handlers.push_back(found->second);
        }
        return plan;
    }

    std::optional<int> level_of(const std::string& section) const {
        std::optional<std::string> name = ini_.get(section, "level");
        if (!name) return std::nullopt;
        if (std::optional<int> level = log::level_number(*name)) return level;
        fail(section, "level", "Unknown level: " + text::python_repr(*name));
    }

    int integer(const std::string& section, std::string_view option, int otherwise) const {
        std::optional<std::string> value = ini_.get(section, option);
        if (!value) return otherwise;
        std::string_view digits = text::trim(*value);
        int number = 0;
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc() || end != digits.data() + digits.size())
            fail(section, option, "invalid literal for int() with base 10: " + text::python_repr(*value));
        return number;
    }

    static std::vector<std::string> split(std::string_view text) {
        std::vector<std::string> names;
        if (text.empty()) return names;
        for (std::string_view name : text::split(text, ',')) names.emplace_back(text::python_strip(name));
        return names;
    }

    std::vector<std::string> keys(const std::string& section) const {
        return split(required(section, "keys"));
    }

    std::string required(const std::string& section, std::string_view option) const {
        if (std::optional<std::string> value = ini_.get(section, option)) return *value;
        fail(section, option, fmt::format("[{}] has no '{}'", section, option));
    }

    const std::string& existing(const std::string& section) const {
        if (!ini_.has_section(section))
            throw ConfigError(fmt::format("the logging configuration has no [{}] section", section), file());
        return section;
    }

    Place file() const {
        for (const std::string& section : ini_.sections())
            if (Place place = ini_.place_of(section); place.known()) return Place{place.file};
        return {};
    }

    [[noreturn]] void fail(const std::string& section, std::string_view option, std::string message) const {
        Place place = ini_.place_of(section, option);
        throw ConfigError(std::move(message), place.known() ? place : ini_.place_of(section));
    }

    const Ini& ini_;
    std::vector<std::string> warnings_;
    Formatters formatters_;
    Handlers handlers_;
};

void apply(const LoggerPlan& plan, log::Logger& logger) {
    if (plan.level) logger.set_level(*plan.level);
    logger.clear_handlers();
    for (const std::shared_ptr<log::Handler>& handler : plan.handlers) logger.add_handler(handler);
}

} // namespace

bool has_logging(const Ini& ini) {
    return ini.has_section("loggers");
}

void apply_logging(const Ini& ini, bool disable_existing_loggers) {
    LoggingReader reader(ini);
    std::vector<LoggerPlan> plans = reader.read();

    for (std::string_view name : loggers_of_the_reference) log::get(name);
    std::set<std::string> named;
    apply(plans.front(), log::root());
    std::vector<log::Logger*> existing = log::all();
    for (auto plan = plans.begin() + 1; plan != plans.end(); ++plan) {
        log::Logger& logger = log::get(plan->name);
        named.insert(plan->name);
        apply(*plan, logger);
        logger.set_propagate(plan->propagate);
        logger.set_disabled(false);
    }
    auto below_a_named_one = [&](std::string_view name) {
        for (const std::string& above : named)
            if (name.starts_with(above + ".")) return true;
        return false;
    };
    for (log::Logger* logger : existing) {
        if (named.contains(logger->name())) continue;
        if (below_a_named_one(logger->name())) {
            logger->set_level(log::notset);
            logger->clear_handlers();
            logger->set_propagate(true);
        } else {
            logger->set_disabled(disable_existing_loggers);
        }
    }
    for (const std::string& warning : reader.warnings()) {
        log::Logger& logger = log::get("limbeck.logging");
        logger.set_disabled(false);
        logger.warning("{}", warning);
    }
}

} // namespace limbeck::project
