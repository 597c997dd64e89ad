#include "support/error.hpp"
#include "support/log.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace limbeck::log {

std::string Handler::line(const Record& record) const {
    static const Formatter bare;
    return (formatter_ ? *formatter_ : bare).format(record) + "\n";
}

void StreamHandler::emit(const Record& record) {
    // The whole line in one call, so that processes which share a terminal do not mix theirs.
    std::string text = line(record);
    std::FILE* file = stream_ == Stream::standard_error ? stderr : stdout;
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

FileHandler::FileHandler(std::string path, std::string mode, bool delay)
    : path_(std::move(path)), mode_(std::move(mode)) {
    if (!delay) open();
}

FileHandler::~FileHandler() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void FileHandler::open() {
    int flags = O_WRONLY | O_CREAT | O_CLOEXEC;
    if (mode_.find('w') != std::string::npos)
        flags |= O_TRUNC;
    else if (mode_.find('x') != std::string::npos)
        flags |= O_EXCL;
    else
        flags |= O_APPEND;
    descriptor_ = ::open(path_.c_str(), flags, 0666);
    if (descriptor_ < 0)
        throw FileError(fmt::format("cannot open the log file {}: {}", path_, std::strerror(errno)),
                        Place{path_});
}

void FileHandler::emit(const Record& record) {
    if (descriptor_ < 0) open();
    std::string text = line(record);
    std::string_view rest = text;
    while (!rest.empty()) {
        ssize_t put = ::write(descriptor_, rest.data(), rest.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return;
        rest.remove_prefix(static_cast<std::size_t>(put));
    }
}

} // namespace limbeck::log
