// What this process itself writes to standard output or error while it lives.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

namespace limbeck::tests {

class CapturedStream {
  public:
    explicit CapturedStream(std::FILE* stream) : stream_(stream), kept_(std::tmpfile()) {
        std::fflush(stream_);
        saved_ = ::dup(::fileno(stream_));
        ::dup2(::fileno(kept_), ::fileno(stream_));
    }
    ~CapturedStream() {
        restore();
        std::fclose(kept_);
    }
    CapturedStream(const CapturedStream&) = delete;
    CapturedStream& operator=(const CapturedStream&) = delete;

    // Everything that was written; the stream is itself again afterwards.
    std::string text() {
        restore();
        std::string all;
        std::rewind(kept_);
        char buffer[4096];
        while (std::size_t got = std::fread(buffer, 1, sizeof buffer, kept_)) all.append(buffer, got);
        return all;
    }

  private:
    void restore() {
        if (saved_ < 0) return;
        std::fflush(stream_);
        ::dup2(saved_, ::fileno(stream_));
        ::close(saved_);
        saved_ = -1;
    }

    std::FILE* stream_;
    std::FILE* kept_;
    int saved_ = -1;
};

} // namespace limbeck::tests
