#include "python/parse_ahead.hpp"

#include <algorithm>
#include <utility>

namespace limbeck::python {

bool ParseAhead::pays(std::size_t files) {
    return files >= 8 && std::thread::hardware_concurrency() > 1;
}

ParseAhead::ParseAhead(std::vector<std::string> paths) : files_(paths.size()) {
    for (std::size_t at = 0; at < paths.size(); ++at) files_[at].path = std::move(paths[at]);
    thread_ = std::thread([this] { work(); });
}

ParseAhead::ParseAhead(std::span<const SourceText> texts) : files_(texts.size()) {
    for (std::size_t at = 0; at < texts.size(); ++at) {
        files_[at].path = texts[at].path;
        files_[at].text = &texts[at].text;
    }
    thread_ = std::thread([this] { work(); });
}

ParseAhead::~ParseAhead() {
    stopped_ = true;
    taken_ += window; // wakes the thread where it waits for room
    taken_.notify_one();
    thread_.join();
}

std::unique_ptr<Unit> ParseAhead::take(const std::string& path) {
    if (next_ >= files_.size() || files_[next_].path != path) return read_unit(path);
    File& file = files_[next_++];
    while (file.state != Ready) {
        if (claim(file))
            parse(file);
        else if (!help())
            file.state.wait(Claimed);
    }
    taken_ = next_;
    if (next_ >= wake_at_) taken_.notify_one();
    if (file.failure) std::rethrow_exception(std::exchange(file.failure, nullptr));
    return std::move(file.unit);
}

void ParseAhead::work() {
    for (std::size_t at = 0; at < files_.size(); ++at) {
        if (at >= taken_ + window) wait_until_taken(at - window / 2);
        if (stopped_) return;
        if (claim(files_[at])) parse(files_[at]);
    }
}

void ParseAhead::wait_until_taken(std::size_t count) {
    wake_at_ = count;
    for (std::size_t taken = taken_; taken < count; taken = taken_) taken_.wait(taken);
    wake_at_ = awake;
}

bool ParseAhead::claim(File& file) {
    int expected = Free;
    return file.state.compare_exchange_strong(expected, Claimed);
}

void ParseAhead::parse(File& file) {
    try {
        file.unit = file.text ? make_unit(*file.text, file.path) : read_unit(file.path);
    } catch (...) {
        file.failure = std::current_exception();
    }
    file.state = Ready;
    file.state.notify_one();
}

// Parses one of the files after the one that is waited for; false where there is none left.
bool ParseAhead::help() {
    std::size_t end = std::min(files_.size(), next_ + window);
    for (std::size_t at = next_; at < end; ++at)
        if (claim(files_[at])) {
            parse(files_[at]);
            return true;
        }
    return false;
}

} // namespace limbeck::python
