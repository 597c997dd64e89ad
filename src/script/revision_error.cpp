#include "script/revision_error.hpp"

#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::script {

static std::string name_or_base(const Identifiers& id) {
    return id.empty() ? "base" : id.to_string();
}

RangeNotAncestorError::RangeNotAncestorError(Identifiers lower, Identifiers upper)
    : RevisionError(fmt::format("Revision {} is not an ancestor of revision {}", name_or_base(lower),
                                name_or_base(upper))),
      lower_(std::move(lower)), upper_(std::move(upper)) {}

MultipleHeads::MultipleHeads(std::vector<std::string> heads, std::string argument)
    : RevisionError(fmt::format("Multiple heads are present for given argument '{}'; {}", argument,
                                text::join(heads, ", "))),
      heads_(std::move(heads)), argument_(std::move(argument)) {}

ResolutionError::ResolutionError(std::string message, std::string argument)
    : RevisionError(std::move(message)), argument_(std::move(argument)) {}

CycleDetected::CycleDetected(const char* kind, std::vector<std::string> revisions)
    : RevisionError(fmt::format("{} is detected in revisions ({})", kind, text::join(revisions, ", "))),
      revisions_(std::move(revisions)) {}

} // namespace limbeck::script
