#include "project/ini_reader.hpp"

#include "support/python_text.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::project {

using text::python_repr;

namespace {

// How many characters of white space a line starts with.
std::size_t indentation(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size(); ++count)
        if (!text::python_is_space(text::next_code_point(line, at))) return count;
    return 0;
}

} // namespace

void IniReader::read(std::string_view text) {
    sections_before_ = ini_.sections_.size();
    if (text.starts_with("\xEF\xBB\xBF"))
        throw IniError(
            IniError::Kind::missing_section_header, "File contains no section headers.", Place{source_, 1},
            "the file starts with a byte order mark, which is no part of an ini file: save it without");
    for (std::string_view one : text::split_lines(text)) {
        ++number_;
        line(one);
    }
    join_values();
    if (bad_lines_.empty()) return;
    std::string message = "Source contains parsing errors";
    if (bad_lines_.size() > 1) message += fmt::format(" (lines {})", fmt::join(bad_lines_, ", "));
    IniError error(
        IniError::Kind::parsing, message, Place{source_, bad_lines_.front()},
        "a line is a [section], a name = value, a comment, or goes on with the value above it, indented");
    error.with_source_line(first_bad_line_);
    throw error;
}

void IniReader::line(std::string_view text) {
    std::string_view value = text::python_strip(text);
    if (value.starts_with('#') || value.starts_with(';')) return;
    if (value.empty()) {
        if (option_ != std::string::npos) options()[option_].value += '\n';
        return;
    }
    std::size_t indent = indentation(text);
    if (option_ != std::string::npos && indent > indent_) {
        options()[option_].value += '\n';
        options()[option_].value += value;
        return;
    }
    indent_ = indent;
    std::size_t close = value.rfind(']');
    if (value.front() == '[' && close != std::string_view::npos && close > 1) {
        section_header(value.substr(1, close - 1));
    } else if (!in_section_) {
        IniError error(IniError::Kind::missing_section_header, "File contains no section headers.",
                       Place{source_, number_});
        error.with_source_line(std::string(text));
        throw error;
    } else {
        option(text, value);
    }
}

void IniReader::section_header(std::string_view name) {
    section_name_ = name;
    in_section_ = true;
    option_ = std::string::npos;
    if (name == "DEFAULT") {
        section_ = defaults;
        options_before_ = ini_.defaults_.size();
        return;
    }
    if (!sections_seen_.emplace(name).second)
        throw IniError(IniError::Kind::duplicate_section,
                       fmt::format("section {} already exists", python_repr(name)), Place{source_, number_});
    section_ = 0;
    while (section_ < sections_before_ && ini_.sections_[section_].name != name) ++section_;
    if (section_ == sections_before_) {
        section_ = ini_.sections_.size();
        ini_.sections_.push_back({std::string(name), {}, number_});
    }
    options_before_ = ini_.sections_[section_].options.size();
}

void IniReader::option(std::string_view text, std::string_view value) {
    std::size_t delimiter = value.find_first_of("=:");
    if (delimiter == std::string_view::npos) {
        bad_line(text);
        return;
    }
    std::string name = text::python_lower(text::python_rstrip(value.substr(0, delimiter)));
    if (name.empty()) bad_line(text);
    if (!options_seen_.emplace(section_name_, name).second)
        throw IniError(IniError::Kind::duplicate_option,
                       fmt::format("option {} in section {} already exists", python_repr(name),
                                   python_repr(section_name_)),
                       Place{source_, number_});
    std::vector<Ini::Option>& all = options();
    std::size_t index = 0;
    while (index < options_before_ && all[index].name != name) ++index;
    if (index == options_before_) {
        index = all.size();
        all.push_back({name, {}, 0});
    }
    all[index].value = text::python_strip(value.substr(delimiter + 1));
    all[index].line = number_;
    to_trim_.emplace(section_, index);
    // A nameless option is an error already; what follows it is no continuation.
    option_ = name.empty() ? std::string::npos : index;
}

void IniReader::bad_line(std::string_view text) {
    if (bad_lines_.empty()) first_bad_line_ = text;
    bad_lines_.push_back(number_);
}

std::vector<Ini::Option>& IniReader::options() {
    return section_ == defaults ? ini_.defaults_ : ini_.sections_[section_].options;
}

void IniReader::join_values() {
    for (auto [section, index] : to_trim_) {
        std::vector<Ini::Option>& all =
            section == defaults ? ini_.defaults_ : ini_.sections_[section].options;
        std::string& value = all[index].value;
        value.resize(text::python_rstrip(value).size());
    }
}

} // namespace limbeck::project
