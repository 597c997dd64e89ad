#include "support/error.hpp"

#include <fmt/format.h>

namespace limbeck {

std::string Place::to_string() const {
    if (line <= 0) return file;
    if (column <= 0) return fmt::format("{}:{}", file, line);
    return fmt::format("{}:{}:{}", file, line, column);
}

Error::Error(std::string message, Place place, std::string hint)
    : message_(std::move(message)), place_(std::move(place)), hint_(std::move(hint)) {
    compose();
}

Error& Error::with_place(Place place) {
    place_ = std::move(place);
    compose();
    return *this;
}

Error& Error::with_hint(std::string hint) {
    hint_ = std::move(hint);
    return *this;
}

Error& Error::with_source_line(std::string line) {
    source_line_ = std::move(line);
    return *this;
}

void Error::compose() { what_ = place_.known() ? place_.to_string() + ": " + message_ : message_; }

} // namespace limbeck
