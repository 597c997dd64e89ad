// Bodies whose modules run when their turn comes (python/inert.hpp), and are freed after it.
#pragma once

#include <memory>
#include <string_view>

#include "migrate/revision_body.hpp"

namespace limbeck::python {
struct Unit;
}

namespace limbeck::migrate {

class InertFiles;
class ScriptRuntime;

// Those of one plan.
class InertBodies {
  public:
    explicit InertBodies(std::shared_ptr<ScriptRuntime> runtime);

    // Takes the parsed file; null, and `unit` stays, where its module must run now.
    std::unique_ptr<RevisionBody> make(const script::Revision& revision, std::unique_ptr<python::Unit>& unit,
                                       const char* function);

  private:
    std::shared_ptr<ScriptRuntime> runtime_;
    std::shared_ptr<InertFiles> files_;
    std::size_t trees_kept_ = 0;
};

} // namespace limbeck::migrate
