// What can be wrong with a chain or with a name for a place in it, as the reference distinguishes it.
//
// A RevisionError that reaches the command line is a chain that cannot be read; ScriptDirectory turns those
// that are about a request into CommandError, with the reference's sentences.
#pragma once

#include "script/identifiers.hpp"
#include "support/error.hpp"

#include <string>
#include <vector>

namespace limbeck::script {

class RevisionError : public Error {
  public:
    using Error::Error;
};

// "Revision x is not an ancestor of revision y".
class RangeNotAncestorError : public RevisionError {
  public:
    RangeNotAncestorError(Identifiers lower, Identifiers upper);

    const Identifiers& lower() const { return lower_; }
    const Identifiers& upper() const { return upper_; }

  private:
    Identifiers lower_;
    Identifiers upper_;
};

// "Multiple heads are present for given argument 'x'; a, b".
class MultipleHeads : public RevisionError {
  public:
    MultipleHeads(std::vector<std::string> heads, std::string argument);

    const std::vector<std::string>& heads() const { return heads_; }
    const std::string& argument() const { return argument_; }

  private:
    std::vector<std::string> heads_;
    std::string argument_;
};

// An identifier or a branch name that names nothing, or too much.
class ResolutionError : public RevisionError {
  public:
    ResolutionError(std::string message, std::string argument);

    const std::string& argument() const { return argument_; }

  private:
    std::string argument_;
};

// "Cycle is detected in revisions (a, b)".
class CycleDetected : public RevisionError {
  public:
    // `kind` is "Cycle", "Dependency cycle", "Self-loop" or "Dependency self-loop".
    CycleDetected(const char* kind, std::vector<std::string> revisions);

    const std::vector<std::string>& revisions() const { return revisions_; }

  private:
    std::vector<std::string> revisions_;
};

} // namespace limbeck::script
