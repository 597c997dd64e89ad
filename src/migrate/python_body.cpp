#include "migrate/python_body.hpp"

#include "migrate/inert_body.hpp"
#include "migrate/python_step.hpp"
#include "migrate/script_runtime.hpp"
#include "python/importing.hpp"
#include "python/interpreter.hpp"
#include "python/parse_ahead.hpp"
#include "script/revision.hpp"

#include <utility>

namespace limbeck::migrate {

namespace {

// Runs a revision's module, once in a run.
python::Value run_module(ScriptRuntime& runtime, const std::string& path,
                         std::unique_ptr<python::Unit> unit) {
    python::Value module = python::run_module_unit(std::move(unit), module_name(path));
    runtime.revision_modules().emplace(path, module);
    return module;
}

class PythonBody final : public RevisionBody {
  public:
    PythonBody(std::shared_ptr<ScriptRuntime> runtime, std::string file, python::Value module,
               python::Value function)
        : runtime_(std::move(runtime)), file_(std::move(file)), module_(std::move(module)),
          function_(std::move(function)) {}

    void run(MigrationContext& context) override {
        call_step(context, runtime_->interpreter(), file_, function_);
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
    explicit PythonLoader(std::shared_ptr<ScriptRuntime> runtime)
        : runtime_(std::move(runtime)), inert_(runtime_) {}

    void expect(const std::vector<const script::Revision*>& revisions) override {
        std::vector<std::string> paths;
        for (const script::Revision* each : revisions)
            if (each->kind == script::RevisionKind::Python &&
                !runtime_->revision_modules().contains(each->path))
                paths.push_back(each->path);
        inert_ = InertBodies(runtime_);
        ahead_.reset();
        if (python::ParseAhead::pays(paths.size()))
            ahead_ = std::make_unique<python::ParseAhead>(std::move(paths));
    }

    std::unique_ptr<RevisionBody> load(const script::Revision& revision, bool upgrade,
                                       database::Dialect) override {
        const char* name = upgrade ? "upgrade" : "downgrade";
        std::unique_ptr<RevisionBody> body;
        runtime_->interpreter().run([&] {
            const auto& modules = runtime_->revision_modules();
            auto known = modules.find(revision.path);
            python::Value module = known == modules.end() ? python::Value() : known->second;
            if (!module.exists()) {
                std::unique_ptr<python::Unit> unit =
                    ahead_ ? ahead_->take(revision.path) : python::read_unit(revision.path);
                if ((body = inert_.make(revision, unit, name))) return python::Value::none();
                module = run_module(*runtime_, revision.path, std::move(unit));
            }
            python::Value function = python::find_attribute(module, name);
            if (!function.exists())
                throw CommandError(fmt::format("Revision {} has no function {}()", revision.id, name),
                                   {revision.path, 0, 0});
            body =
                std::make_unique<PythonBody>(runtime_, revision.path, std::move(module), std::move(function));
            return python::Value::none();
        });
        return body;
    }

  private:
    std::shared_ptr<ScriptRuntime> runtime_;
    std::unique_ptr<python::ParseAhead> ahead_;
    InertBodies inert_;
};

} // namespace

python::Value revision_module(ScriptRuntime& runtime, const std::string& path) {
    const auto& modules = runtime.revision_modules();
    if (auto known = modules.find(path); known != modules.end()) return known->second;
    return run_module(runtime, path, python::read_unit(path));
}

std::unique_ptr<BodyLoader> make_python_loader(std::shared_ptr<ScriptRuntime> runtime) {
    return std::make_unique<PythonLoader>(std::move(runtime));
}

} // namespace limbeck::migrate
