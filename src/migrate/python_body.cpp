#include "migrate/python_body.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/script_runtime.hpp"
#include "python/call_stack.hpp"
#include "python/importing.hpp"
#include "python/inert.hpp"
#include "python/interpreter.hpp"
#include "python/parse_ahead.hpp"
#include "script/revision.hpp"

#include <algorithm>
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

constexpr std::size_t worth_a_thread = 8; // files

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

// Runs the function of a step.
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

// Files of a plan whose modules run when their turn comes (python/inert.hpp), as they were read when the plan
// was made; parsed anew, a few ahead of their turn.
class InertFiles {
  public:
    std::size_t add(std::string path, std::string_view text) {
        files_.push_back({std::move(path), std::string(text)});
        return files_.size() - 1;
    }
    const std::string& path(std::size_t at) const { return files_[at].path; }

    // Begins to parse them. All are there by then.
    void start() {
        if (std::exchange(started_, true)) return;
        if (files_.size() >= worth_a_thread && std::thread::hardware_concurrency() > 1)
            ahead_ = std::make_unique<python::ParseAhead>(files_);
    }
    std::unique_ptr<python::Unit> take(std::size_t at) {
        bool in_turn = at == next_;
        next_ = at + 1;
        if (ahead_ && in_turn) return ahead_->take(files_[at].path);
        ahead_.reset();
        return python::make_unit(files_[at].text, files_[at].path);
    }

  private:
    std::vector<python::SourceText> files_;
    bool started_ = false;
    std::size_t next_ = 0;
    std::unique_ptr<python::ParseAhead> ahead_;
};

class InertBody final : public RevisionBody {
  public:
    // With `unit` the tree is kept until then.
    InertBody(std::shared_ptr<ScriptRuntime> runtime, std::string path, const char* function,
              std::shared_ptr<InertFiles> files, std::unique_ptr<python::Unit> unit)
        : runtime_(std::move(runtime)), path_(std::move(path)), function_(function), files_(std::move(files)),
          unit_(std::move(unit)) {}
    // Without, it is that of `files` at this place.
    InertBody(std::shared_ptr<ScriptRuntime> runtime, const char* function, std::shared_ptr<InertFiles> files,
              std::size_t at)
        : runtime_(std::move(runtime)), path_(files->path(at)), function_(function), files_(std::move(files)),
          at_(at) {}

    void run(MigrationContext& context) override {
        python::Interpreter& interpreter = runtime_->interpreter();
        python::Value module, function;
        files_->start();
        interpreter.run([&] {
            module =
                python::run_module_unit(unit_ ? std::move(unit_) : files_->take(at_), module_name(path_));
            function = python::find_attribute(module, function_);
            return python::Value::none();
        });
        call_step(context, interpreter, path_, function);
        function = {};
        auto dismiss = [&interpreter, module = std::move(module)]() mutable {
            interpreter.run([&] {
                python::dismiss_module(std::move(module));
                return python::Value::none();
            });
        };
        // Statements that were sent ahead know where in the file they stand.
        if (context.connection())
            context.connection()->after_posted(std::move(dismiss));
        else
            dismiss();
    }

  private:
    std::shared_ptr<ScriptRuntime> runtime_;
    std::string path_;
    const char* function_;
    std::shared_ptr<InertFiles> files_;
    std::size_t at_ = 0;
    std::unique_ptr<python::Unit> unit_;
};

// A text that was decoded once says the same when it is decoded again.
bool decodes_alike(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; })) return true;
    std::size_t second = text.find('\n', text.find('\n') + 1);
    std::string_view head = text.substr(0, second);
    return head.find("coding") == std::string_view::npos || head.find("utf") != std::string_view::npos;
}

class PythonLoader final : public BodyLoader {
  public:
    explicit PythonLoader(std::shared_ptr<ScriptRuntime> runtime) : runtime_(std::move(runtime)) {}

    void expect(const std::vector<const script::Revision*>& revisions) override {
        std::vector<std::string> paths;
        for (const script::Revision* each : revisions)
            if (each->kind == script::RevisionKind::Python &&
                !runtime_->revision_modules().contains(each->path))
                paths.push_back(each->path);
        inert_ = std::make_shared<InertFiles>();
        trees_kept_ = 0;
        ahead_.reset();
        if (paths.size() >= worth_a_thread && std::thread::hardware_concurrency() > 1)
            ahead_ = std::make_unique<python::ParseAhead>(std::move(paths));
    }

    std::unique_ptr<RevisionBody> load(const script::Revision& revision, bool upgrade,
                                       database::Dialect) override {
        const char* name = upgrade ? "upgrade" : "downgrade";
        std::unique_ptr<RevisionBody> body;
        runtime_->interpreter().run([&] {
            auto& modules = runtime_->revision_modules();
            auto known = modules.find(revision.path);
            std::unique_ptr<python::Unit> unit;
            if (known == modules.end())
                unit = ahead_ ? ahead_->take(revision.path) : python::read_unit(revision.path);
            if (unit && (body = inert_body(revision, unit, name))) return python::Value::none();
            if (unit)
                known = modules
                            .emplace(revision.path,
                                     python::run_module_unit(std::move(unit), module_name(revision.path)))
                            .first;
            python::Value function = python::find_attribute(known->second, name);
            if (!function.exists())
                throw CommandError(fmt::format("Revision {} has no function {}()", revision.id, name),
                                   {revision.path, 0, 0});
            body = std::make_unique<PythonBody>(runtime_, revision.path, known->second, std::move(function));
            return python::Value::none();
        });
        return body;
    }

  private:
    // Null where the module must run now.
    std::unique_ptr<RevisionBody> inert_body(const script::Revision& revision,
                                             std::unique_ptr<python::Unit>& unit, const char* function) {
        std::string_view text = unit->tree->source.text();
        if (!decodes_alike(text) || !python::defines_function(*unit, function) || !python::is_inert(*unit))
            return nullptr;
        if (trees_kept_ < most_trees_kept) {
            ++trees_kept_;
            return std::make_unique<InertBody>(runtime_, revision.path, function, inert_, std::move(unit));
        }
        return std::make_unique<InertBody>(runtime_, function, inert_, inert_->add(revision.path, text));
    }

    // What comes soon is not parsed twice; a long chain does not stand in memory as a whole.
    static constexpr std::size_t most_trees_kept = 200;

    std::shared_ptr<ScriptRuntime> runtime_;
    std::unique_ptr<python::ParseAhead> ahead_;
    std::shared_ptr<InertFiles> inert_ = std::make_shared<InertFiles>();
    std::size_t trees_kept_ = 0;
};

} // namespace

python::Value revision_module(ScriptRuntime& runtime, const std::string& path) {
    python::Value& module = runtime.revision_modules()[path];
    if (!module.exists()) module = python::run_module_unit(python::read_unit(path), module_name(path));
    return module;
}

std::unique_ptr<BodyLoader> make_python_loader(std::shared_ptr<ScriptRuntime> runtime) {
    return std::make_unique<PythonLoader>(std::move(runtime));
}

} // namespace limbeck::migrate
