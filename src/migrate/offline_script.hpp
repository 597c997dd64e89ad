// Where the statements of `--sql` go: a script, each statement ended as the reference ends it.
#pragma once

#include <functional>
#include <string_view>

namespace limbeck::migrate {

class OfflineScript {
  public:
    using Output = std::function<void(std::string_view)>;

    explicit OfflineScript(Output output) : output_(std::move(output)) {}

    // The text and an empty line: comments, "-- Running upgrade a -> b".
    void text(std::string_view text) const;
    // One statement of limbeck's own: tabs become four spaces, white space around goes, ";" comes.
    void statement(std::string_view sql) const;
    // A statement of a SQL revision: as the file has it (a tab may be data), ";" comes.
    void verbatim_statement(std::string_view sql) const;
    void begin() const { text("BEGIN;"); }
    void commit() const { text("COMMIT;"); }

  private:
    Output output_;
};

} // namespace limbeck::migrate
