// Statements that are sent ahead: nobody waits for their answers (Connection::post).
//
// A run that waits for each answer before it makes the next statement has the server idle while it computes,
// and computes nothing while the server works. What gives no result that anybody looks at can be sent at
// once; its answer is looked at later, and its failure is then reported as if it had been waited for.
#pragma once

#include <exception>
#include <functional>

#include "database/database_error.hpp"
#include "database/result.hpp"

namespace limbeck::database {

// What happens with a posted statement's answer.
struct Posted {
    // The statement has succeeded: its result, without rows. What it throws ends the run as a failed
    // statement does.
    std::function<void(const Result& result)> done;
    // It has failed (DatabaseError), or was stopped (Interrupted): may add to the error (its place), or throw
    // another in its stead.
    std::function<void(Error& error)> failed;
};

// A statement that was sent ahead has failed, and what was begun since then is void. Whoever let statements
// be posted catches it and throws what it stands for; everybody in between lets it pass, scripts included:
// what they would do about it is what they did not wait for.
class LateError : public Error {
  public:
    explicit LateError(std::exception_ptr cause)
        : Error("A statement that was sent ahead has failed"), cause_(std::move(cause)) {}

    [[noreturn]] void throw_cause() const { std::rethrow_exception(cause_); }

  private:
    std::exception_ptr cause_;
};

} // namespace limbeck::database
