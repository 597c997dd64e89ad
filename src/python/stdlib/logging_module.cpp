// _logging: scripts' loggers are limbeck's own (support/log.hpp).
#include "project/ini.hpp"
#include "project/logging_config.hpp"
#include "python/interpreter.hpp"
#include "python/stdlib/modules.hpp"
#include "python/stdlib/sandbox.hpp"
#include "support/log.hpp"

namespace limbeck::python {

namespace {

// A handler that a script wrote or made: its emit() gets the record's parts.
class ScriptHandler final : public log::Handler {
  public:
    explicit ScriptHandler(Value handler) : handler_(std::move(handler)) {}
    void emit(const log::Record& record) override {
        python::call_method(handler_, "_emit_parts",
                            {make_str(record.logger), Value::integer(record.level), make_str(record.message),
                             Value::integer(record.time_us), make_str(record.origin.pathname),
                             Value::integer(record.origin.line), make_str(record.origin.function)});
    }

  private:
    Value handler_;
};

struct HandlerState final : NativeState {
    // Where the handler hangs; taken down with the interpreter, which owns the script's object.
    std::vector<log::Logger*> loggers;
    std::shared_ptr<log::Handler> handler;
    ~HandlerState() override {
        for (log::Logger* logger : loggers) logger->remove_handler(handler);
    }
};

} // namespace

void populate_logging(ModuleBuilder& module) {
    module.function("level(name)", [](Call& call) { return Value::integer(log::get(call.text(0)).level()); });
    module.function("set_level(name, level)", [](Call& call) {
        log::get(call.text(0)).set_level(static_cast<int>(call.integer(1)));
        return Value::none();
    });
    module.function("effective_level(name)",
                    [](Call& call) { return Value::integer(log::get(call.text(0)).effective_level()); });
    module.function("enabled(name, level)", [](Call& call) {
        return Value::boolean(log::get(call.text(0)).enabled(static_cast<int>(call.integer(1))));
    });
    module.function("has_handlers(name)",
                    [](Call& call) { return Value::boolean(log::get(call.text(0)).has_handlers()); });
    module.function("propagate(name)",
                    [](Call& call) { return Value::boolean(log::get(call.text(0)).propagate()); });
    module.function("set_propagate(name, on)", [](Call& call) {
        log::get(call.text(0)).set_propagate(call.truth(1));
        return Value::none();
    });
    module.function("set_disabled(name, on)", [](Call& call) {
        log::get(call.text(0)).set_disabled(call.truth(1));
        return Value::none();
    });
    module.function("disabled(name)",
                    [](Call& call) { return Value::boolean(log::get(call.text(0)).disabled()); });
    module.function("disable(level)", [](Call& call) {
        log::disable(static_cast<int>(call.integer(0)));
        return Value::none();
    });
    module.function("log(name, level, message, pathname, line, function)", [](Call& call) {
        log::Origin origin{call.text(3), static_cast<int>(call.integer(4)), call.text(5)};
        log::get(call.text(0)).log(static_cast<int>(call.integer(1)), call.text(2), std::move(origin));
        return Value::none();
    });
    module.function("add_handler(name, handler)", [](Call& call) {
        auto* state = state_if<HandlerState>(call[1]);
        if (!state) {
            state = &attach_state<HandlerState>(call[1]);
            // Not a counted reference: the handler's own object outlives what hangs on it.
            state->handler = std::make_shared<ScriptHandler>(call[1]);
        }
        log::Logger& logger = log::get(call.text(0));
        logger.add_handler(state->handler);
        state->loggers.push_back(&logger);
        return Value::none();
    });
    module.function("remove_handler(name, handler)", [](Call& call) {
        if (auto* state = state_if<HandlerState>(call[1]))
            log::get(call.text(0)).remove_handler(state->handler);
        return Value::none();
    });
    module.function("stream_handlers(name)", [](Call& call) {
        return Value::integer(static_cast<std::int64_t>(log::get(call.text(0)).handlers().size()));
    });
    module.function("configure(name, format, date_format, style, to_standard_output)", [](Call& call) {
        auto handler =
            std::make_shared<log::StreamHandler>(call.truth(4) ? log::StreamHandler::Stream::standard_output
                                                               : log::StreamHandler::Stream::standard_error);
        handler->set_formatter(
            std::make_shared<log::Formatter>(call.text(1), call.text_or(2, ""), call.text(3).at(0)));
        log::get(call.text(0)).add_handler(handler);
        return Value::none();
    });
    module.function("file_config(path, defaults, disable_existing_loggers)", [](Call& call) {
        project::Ini ini;
        for_each_item(call[1], [&](const Value& name, const Value& value) {
            ini.set_default(to_str(name), to_str(value));
        });
        std::string path = allowed_path(call.text(0), "read").string();
        if (!ini.read(path)) raise(Exc::FileNotFoundError, path + " doesn't exist");
        try {
            project::apply_logging(ini, call.truth(2));
        } catch (const Error& error) {
            raise(Exc::RuntimeError, error.message());
        }
        return Value::none();
    });
    module.function("clear_handlers(name)", [](Call& call) {
        log::get(call.text(0)).clear_handlers();
        return Value::none();
    });
    module.function("names()", [](Call&) {
        std::vector<Value> names;
        for (log::Logger* logger : log::all()) names.push_back(make_str(logger->name()));
        return make_list(std::move(names));
    });
}

} // namespace limbeck::python
