// Errors as people meet them: one sentence, the place it is about, and the way out.
//
// Every failure that limbeck reports is an Error or derives from it. It is thrown where the cause is known,
// travels untouched, and is printed in one spot: the command line. Nothing prints and exits from the depths.
#pragma once

#include <exception>
#include <string>

namespace limbeck {

// Where in a file something stands. Lines and columns count from 1; 0 means "not known".
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    bool known() const { return !file.empty(); }
    // "file", "file:12" or "file:12:5".
    std::string to_string() const;
};

class Error : public std::exception {
  public:
    explicit Error(std::string message, Place place = {}, std::string hint = {});

    // The sentence alone, as the reference words it where it has one.
    const std::string& message() const { return message_; }
    const Place& place() const { return place_; }
    // What the reader can do about it; may be empty or have several lines.
    const std::string& hint() const { return hint_; }
    // The line of source text that `place` names, without its end; empty where there is none to show.
    const std::string& source_line() const { return source_line_; }

    Error& with_place(Place place);
    Error& with_hint(std::string hint);
    Error& with_source_line(std::string line);

    // "place: message", the place left out where unknown.
    const char* what() const noexcept override { return what_.c_str(); }

  private:
    void compose();

    std::string message_;
    Place place_;
    std::string hint_;
    std::string source_line_;
    std::string what_;
};

// What the reference reports as `FAILED: sentence` (alembic.util.CommandError): a request that cannot be met.
class CommandError : public Error {
  public:
    using Error::Error;
};

// A file that cannot be read or whose text is not what it must be.
class FileError : public Error {
  public:
    using Error::Error;
};

// A configuration that is wrong: ini, pyproject.toml, limbeck.yaml, a database URL.
class ConfigError : public Error {
  public:
    using Error::Error;
};

} // namespace limbeck
