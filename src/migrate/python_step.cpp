#include "migrate/python_step.hpp"

#include "migrate/migration_context.hpp"
#include "python/call_stack.hpp"
#include "python/interpreter.hpp"

#include <utility>

namespace limbeck::migrate {

namespace {

// A step that called what is not there would be recorded as done, with nothing done.
class StrictFile {
  public:
    StrictFile(std::string& place, const std::string& file)
        : place_(place), before_(std::exchange(place, file)) {}
    ~StrictFile() { place_ = std::move(before_); }
    StrictFile(const StrictFile&) = delete;
    StrictFile& operator=(const StrictFile&) = delete;

  private:
    std::string& place_;
    std::string before_;
};

} // namespace

std::string module_name(const std::filesystem::path& path) {
    std::string name = path.filename().string();
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

void call_step(MigrationContext& context, python::Interpreter& interpreter, const std::string& file,
               const python::Value& function) {
    alembic::Host& host = context.script_host();
    alembic::HostScope scope(host);
    std::vector<python::KeywordArgument> keywords;
    if (const python::Value& given = host.script_side().run_arguments; given.exists())
        keywords = python::keyword_arguments(python::cast<python::Dict>(given));
    host.script_side().outer_frame = python::innermost_frame();
    StrictFile strict(interpreter.mutable_options().strict_file, file);
    interpreter.call(function, {}, std::move(keywords));
}

} // namespace limbeck::migrate
