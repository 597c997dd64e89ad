// Reads ini text into an Ini, line by line, as configparser's own reader does.
#pragma once

#include "project/ini.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limbeck::project {

class IniReader {
  public:
    IniReader(Ini& ini, const std::string& source) : ini_(ini), source_(source) {}
    void read(std::string_view text);

  private:
    void line(std::string_view text);
    void section_header(std::string_view name);
    void option(std::string_view text, std::string_view value);
    void bad_line(std::string_view text);
    // The options of the section that is being read.
    std::vector<Ini::Option>& options();
    void join_values();

    Ini& ini_;
    const std::string& source_;
    int number_ = 0;

    bool in_section_ = false;
    std::size_t section_ = 0; // index in the ini, or `defaults`
    static constexpr std::size_t defaults = static_cast<std::size_t>(-1);
    std::string section_name_;
    // The option whose value may go on in the next line, by its index; none where it is npos.
    std::size_t option_ = std::string::npos;
    std::size_t indent_ = 0;

    // What was there before this file: only there can a name be found that this file has not had yet.
    std::size_t sections_before_ = 0;
    std::size_t options_before_ = 0;
    std::set<std::string, std::less<>> sections_seen_;
    std::set<std::pair<std::string, std::string>> options_seen_;
    // Values read here, which lose trailing blank lines at the end: section, option.
    std::set<std::pair<std::size_t, std::size_t>> to_trim_;

    std::vector<int> bad_lines_;
    std::string first_bad_line_;
};

} // namespace limbeck::project
