#include "migrate/run_project.hpp"

#include "database/connect.hpp"
#include "project/database_url.hpp"

namespace limbeck::tests {

namespace {

struct Capture : log::Handler {
    std::vector<std::string> lines;

    void emit(const log::Record& record) override {
        lines.push_back(log::level_name(record.level) + " " + std::string(record.logger) + ": " +
                        std::string(record.message));
    }
};

} // namespace

RunProject::RunProject(const std::string& url, const std::string& settings)
    : url_(url == "sqlite" ? "sqlite:///" + (scratch_ / "x.db").string() : url),
      handler_(std::make_shared<Capture>()) {
    scratch_.write("limbeck.yaml", "url: " + url_ + "\nscript_location: m\n" + settings);
    scratch_.write("m/versions/.keep", "");
    log::reset();
    log::get("alembic").add_handler(handler_);
    log::get("alembic").set_level(log::debug);
}

RunProject::~RunProject() {
    log::reset();
}

std::vector<std::string> RunProject::log() const {
    return std::exchange(static_cast<Capture&>(*handler_).lines, {});
}

std::unique_ptr<database::Connection> RunProject::connect() const {
    return database::connect(project::DatabaseUrl::parse(url_));
}

} // namespace limbeck::tests
