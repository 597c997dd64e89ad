#include "support/file.hpp"

#include "support/error.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace limbeck::file {

namespace {

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& path, int error) {
    throw FileError(fmt::format("cannot {} {}: {}", doing, path.string(), std::strerror(error)),
                    Place{path.string()});
}

std::string read_up_to(const std::filesystem::path& path, std::size_t limit) {
    Descriptor file(path, O_RDONLY);
    if (file.number() < 0) fail("read", path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
    if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
    std::string bytes;
    // A file may be a pipe or grow while it is read: the size is a first guess only. One byte more than it is
    // asked for, so that the end of the file shows in the same call.
    std::size_t expected = status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
    bytes.resize(std::min(limit, expected + 1));
    std::size_t filled = 0;
    while (filled < limit) {
        if (filled == bytes.size()) bytes.resize(std::min(limit, bytes.size() + bytes.size() / 2 + 4096));
        ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        // A regular file that gives less than was asked for is at its end.
        if (filled < bytes.size() && S_ISREG(status.st_mode) && filled >= expected && expected > 0) break;
    }
    bytes.resize(filled);
    return bytes;
}

} // namespace

std::string read(const std::filesystem::path& path) {
    return read_up_to(path, std::string::npos);
}

std::string read_start(const std::filesystem::path& path, std::size_t limit) {
    return read_up_to(path, limit);
}

void require_utf8(std::string_view bytes, const std::string& name) {
    std::size_t bad = text::find_invalid_utf8(bytes);
    if (bad == std::string::npos) return;
    std::string_view before = bytes.substr(0, bad);
    int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    std::size_t line_start = before.rfind('\n') + 1;
    int column = 1 + static_cast<int>(text::utf8_length(before.substr(line_start)));
    throw FileError(fmt::format("byte 0x{:02x} is not UTF-8", static_cast<unsigned char>(bytes[bad])),
                    Place{name, line, column}, "save the file as UTF-8");
}

std::string read_text(const std::filesystem::path& path) {
    std::string bytes = read(path);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    require_utf8(bytes, path.string());
    return bytes;
}

Folder::Folder(const std::filesystem::path& path)
    : path_(path.string()), descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ < 0) fail("read the folder", path, errno);
    if (!path_.ends_with('/')) path_ += '/';
}

Folder::~Folder() {
    ::close(descriptor_);
}

std::vector<Folder::Entry> Folder::entries() const {
    // A descriptor of its own: closedir() closes it.
    int descriptor = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* stream = descriptor < 0 ? nullptr : ::fdopendir(descriptor);
    if (stream == nullptr) fail("read the folder", path_, errno);
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent* found = ::readdir(stream)) {
        std::string_view name = found->d_name;
        if (name == "." || name == "..") continue;
        Entry& entry = entries.emplace_back();
        entry.name = name;
        if (found->d_type == DT_REG) continue;
        struct stat status {};
        entry.is_link = found->d_type == DT_LNK ||
                        (found->d_type == DT_UNKNOWN &&
                         ::fstatat(descriptor_, found->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                         S_ISLNK(status.st_mode));
        bool is_there = ::fstatat(descriptor_, found->d_name, &status, 0) == 0;
        entry.kind = !is_there                 ? EntryKind::Other
                     : S_ISDIR(status.st_mode) ? EntryKind::Folder
                     : S_ISREG(status.st_mode) ? EntryKind::Regular
                                               : EntryKind::Other;
        errno = 0;
    }
    int error = errno;
    ::closedir(stream);
    if (error != 0) fail("read the folder", path_, error);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

std::string Folder::path_of(std::string_view name) const {
    std::string path;
    path.reserve(path_.size() + name.size());
    path += path_;
    path += name;
    return path;
}

std::string Folder::read_regular(const std::string& name) const {
    Descriptor file(::openat(descriptor_, name.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) fail("read", path_of(name), errno);
    char buffer[16384];
    std::string bytes;
    for (;;) {
        ssize_t got = ::read(file.number(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path_of(name), errno);
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (static_cast<std::size_t>(got) < sizeof buffer) return bytes;
    }
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file.number() < 0) fail("write", path, errno);
    std::size_t done = 0;
    while (done < bytes.size()) {
        ssize_t put = ::write(file.number(), bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail("write", path, errno);
        done += static_cast<std::size_t>(put);
    }
}

} // namespace limbeck::file
