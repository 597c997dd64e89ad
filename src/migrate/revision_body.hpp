// What a revision does, apart from its row in the version table: the statements of a SQL file, the function
// of a Python file. The runner knows bodies by this interface alone.
#pragma once

#include <memory>
#include <string>

#include "database/connection.hpp"

namespace limbeck::script {
struct Revision;
}

namespace limbeck::migrate {

class MigrationContext;

// One direction of one revision, read and parsed, ready to run.
class RevisionBody {
  public:
    virtual ~RevisionBody() = default;

    // Sends its statements to the context, which executes or writes them. Errors carry the statement's place.
    virtual void run(MigrationContext& context) = 0;
    // The first `parts` parts have run and are committed (progress_mark.hpp): run() goes on after them.
    // Throws CommandError where the body is not that of then.
    virtual void resume_after(int parts, const std::string& fingerprint);
};

// Reads bodies. All bodies of a plan are loaded before the first one runs, so what cannot be read, split or
// parsed is an error while nothing has changed.
class BodyLoader {
  public:
    virtual ~BodyLoader() = default;

    // What will be loaded next, in this order: a loader may begin with it at once.
    virtual void expect(const std::vector<const script::Revision*>&) {}
    virtual std::unique_ptr<RevisionBody> load(const script::Revision& revision, bool upgrade,
                                               database::Dialect dialect) = 0;
};

// Knows SQL revisions and hands every other file to `python`; without one, a Python revision is a
// CommandError that names the file.
std::unique_ptr<BodyLoader> make_body_loader(std::unique_ptr<BodyLoader> python = nullptr);

} // namespace limbeck::migrate
