#include "migrate/inert_body.hpp"

#include "migrate/migration_context.hpp"
#include "migrate/python_step.hpp"
#include "migrate/script_runtime.hpp"
#include "python/importing.hpp"
#include "python/inert.hpp"
#include "python/interpreter.hpp"
#include "python/parse_ahead.hpp"
#include "script/revision.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace limbeck::migrate {

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
        if (python::ParseAhead::pays(files_.size())) ahead_ = std::make_unique<python::ParseAhead>(files_);
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

namespace {

// What comes soon is not parsed twice; a long chain does not stand in memory as a whole.
constexpr std::size_t most_trees_kept = 200;

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

} // namespace

InertBodies::InertBodies(std::shared_ptr<ScriptRuntime> runtime)
    : runtime_(std::move(runtime)), files_(std::make_shared<InertFiles>()) {}

std::unique_ptr<RevisionBody> InertBodies::make(const script::Revision& revision,
                                                std::unique_ptr<python::Unit>& unit, const char* function) {
    std::string_view text = unit->tree->source.text();
    if (!decodes_alike(text) || !python::defines_function(*unit, function) || !python::is_inert(*unit))
        return nullptr;
    if (trees_kept_ < most_trees_kept) {
        ++trees_kept_;
        return std::make_unique<InertBody>(runtime_, revision.path, function, files_, std::move(unit));
    }
    return std::make_unique<InertBody>(runtime_, function, files_, files_->add(revision.path, text));
}

} // namespace limbeck::migrate
