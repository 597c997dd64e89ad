// Files parsed before they are asked for, on a second thread, while the first one evaluates those before
// them.
//
// Trees and their scopes belong to no interpreter, so a run that evaluates many files one after the other
// need not wait for each to be read and parsed. Where the first thread finds the next tree not ready, it
// parses one of those after it instead of waiting, so that two processors are busy and one loses nothing.
#pragma once

#include "python/code.hpp"

#include <atomic>
#include <exception>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace limbeck::python {

// A file that was read already.
struct SourceText {
    std::string path;
    std::string text;
};

class ParseAhead {
  public:
    // Whether so many files are worth a thread.
    static bool pays(std::size_t files);
    // The files in the order they will be wanted, each once. Starts to read them.
    explicit ParseAhead(std::vector<std::string> paths);
    // The same for texts, which must live as long as this.
    explicit ParseAhead(std::span<const SourceText> texts);
    // Stops as soon as the file at work is done.
    ~ParseAhead();
    ParseAhead(const ParseAhead&) = delete;
    ParseAhead& operator=(const ParseAhead&) = delete;

    // The tree of the next file in that order, which must be `path`; any other is parsed here and now. Throws
    // what reading or parsing the file throws.
    std::unique_ptr<Unit> take(const std::string& path);

  private:
    enum State : int { Free, Claimed, Ready };
    struct File {
        std::string path;
        const std::string* text = nullptr;
        std::atomic<int> state{Free};
        std::unique_ptr<Unit> unit;
        std::exception_ptr failure;
    };

    void work();
    void wait_until_taken(std::size_t count);
    bool claim(File& file);
    void parse(File& file);
    bool help();

    // How far the second thread runs ahead: trees that nobody needs yet take memory.
    static constexpr std::size_t window = 64;
    static constexpr std::size_t awake = std::numeric_limits<std::size_t>::max();

    std::vector<File> files_;
    std::size_t next_ = 0;              // of the first thread
    std::atomic<std::size_t> taken_{0}; // the same, for the second
    // The second thread sleeps until so many are taken; it is not woken for each.
    std::atomic<std::size_t> wake_at_{awake};
    std::atomic<bool> stopped_{false};
    std::thread thread_;
};

} // namespace limbeck::python
