// Names for places in the chain, as commands and version tables give them: none, one text ("head", "ae10+2",
// "label@base"), or a list of ids. The reference takes None, a str or a tuple; what it prints of them
// differs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::script {

class Identifiers {
  public:
    Identifiers() = default;
    Identifiers(std::nullopt_t) {}
    Identifiers(const char* text) : kind_(Kind::Text), items_{text} {}
    Identifiers(std::string text) : kind_(Kind::Text), items_{std::move(text)} {}
    Identifiers(std::string_view text) : kind_(Kind::Text), items_{std::string(text)} {}
    Identifiers(const std::optional<std::string>& text)
        : kind_(text ? Kind::Text : Kind::None),
          items_(text ? std::vector{*text} : std::vector<std::string>{}) {}
    Identifiers(std::vector<std::string> ids) : kind_(Kind::List), items_(std::move(ids)) {}

    bool is_none() const { return kind_ == Kind::None; }
    bool is_text() const { return kind_ == Kind::Text; }
    bool is_list() const { return kind_ == Kind::List; }
    // No name at all: none, an empty text or an empty list.
    bool empty() const { return items_.empty() || (is_text() && items_.front().empty()); }
    // Requires is_text().
    const std::string& text() const { return items_.front(); }
    // The text alone, or the list; nothing for none.
    const std::vector<std::string>& items() const { return items_; }

    // As Python's str() writes it: the text as it is, a list as a tuple of quoted texts, "None".
    std::string to_string() const;

  private:
    enum class Kind { None, Text, List };
    Kind kind_ = Kind::None;
    std::vector<std::string> items_;
};

// Python's repr() of a tuple or of a list of texts: ('a',), ['a', 'b'].
std::string quoted_tuple(const std::vector<std::string>& items);
std::string quoted_list(const std::vector<std::string>& items);

} // namespace limbeck::script
