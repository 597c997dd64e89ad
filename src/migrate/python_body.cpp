#include "migrate/python_body.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/script_runtime.hpp"
#include "python/importing.hpp"
#include "python/interpreter.hpp"
#include "python/parse_ahead.hpp"
#include "script/revision.hpp"

#include <utility>

namespace limbeck::migrate {

namespace {

// The module's __name__, as the reference makes it of the file's.
std::string module_name(const std::filesystem::path& path) {
    std::string name = path.filename().string();
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
}

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

class PythonBody final : public RevisionBody {
  public:
    PythonBody(std::shared_ptr<ScriptRuntime> runtime, std::string file, python::Value module,
               python::Value function)
        : runtime_(std::move(runtime)), file_(std::move(file)), module_(std::move(module)),
          function_(std::move(function)) {}

    void run(MigrationContext& context) override {
        alembic::Host& host = context.script_host();
        alembic::HostScope scope(host);
        std::vector<python::KeywordArgument> keywords;
        python::Interpreter& interpreter = runtime_->interpreter();
        if (const python::Value& given = host.script_side().run_arguments; given.exists())
            keywords = python::keyword_arguments(python::cast<python::Dict>(given));
        StrictFile strict(interpreter.mutable_options().strict_file, file_);
        interpreter.call(function_, {}, std::move(keywords));
    }

  private:
    std::shared_ptr<ScriptRuntime> runtime_;
    std::string file_;
    // Holds the functions' globals.
    python::Value module_;
    python::Value function_;
};

class PythonLoader final : public BodyLoader {
  public:
    explicit PythonLoader(std::shared_ptr<ScriptRuntime> runtime) : runtime_(std::move(runtime)) {}

    void expect(const std::vector<const script::Revision*>& revisions) override {
        std::vector<std::string> paths;
        for (const script::Revision* each : revisions)
            if (each->kind == script::RevisionKind::Python && !modules_.contains(each->path))
                paths.push_back(each->path);
        ahead_.reset();
        if (paths.size() >= worth_a_thread && std::thread::hardware_concurrency() > 1)
            ahead_ = std::make_unique<python::ParseAhead>(std::move(paths));
    }

    std::unique_ptr<RevisionBody> load(const script::Revision& revision, bool upgrade,
                                       database::Dialect) override {
        python::Interpreter& interpreter = runtime_->interpreter();
        const char* name = upgrade ? "upgrade" : "downgrade";
        python::Value& module = modules_[revision.path];
        python::Value function;
        interpreter.run([&] {
            if (!module.exists())
                module = python::run_module_unit(ahead_ ? ahead_->take(revision.path)
                                                        : python::read_unit(revision.path),
                                                 module_name(revision.path));
            function = python::find_attribute(module, name);
            return python::Value::none();
        });
        if (!function.exists())
            throw CommandError(fmt::format("Revision {} has no function {}()", revision.id, name),
                               {revision.path, 0, 0});
        return std::make_unique<PythonBody>(runtime_, revision.path, module, std::move(function));
    }

  private:
    static constexpr std::size_t worth_a_thread = 8; // files

    std::shared_ptr<ScriptRuntime> runtime_;
    std::unique_ptr<python::ParseAhead> ahead_;
    // By path: a plan that is made anew has no need to run the files again.
    std::map<std::string, python::Value> modules_;
};

} // namespace

std::unique_ptr<BodyLoader> make_python_loader(std::shared_ptr<ScriptRuntime> runtime) {
    return std::make_unique<PythonLoader>(std::move(runtime));
}

} // namespace limbeck::migrate
