#include "script/identifiers.hpp"

#include "support/python_text.hpp"
#include "support/text.hpp"

#include <fmt/format.h>

namespace limbeck::script {

std::string Identifiers::to_string() const {
    switch (kind_) {
    case Kind::None:
        return "None";
    case Kind::Text:
        return text();
    case Kind::List:
        break;
    }
    return quoted_tuple(items_);
}

static std::string quoted_items(const std::vector<std::string>& items) {
    std::vector<std::string> out;
    for (const std::string& item : items) out.push_back(text::python_repr(item));
    return text::join(out, ", ");
}

std::string quoted_tuple(const std::vector<std::string>& items) {
    return fmt::format("({}{})", quoted_items(items), items.size() == 1 ? "," : "");
}

std::string quoted_list(const std::vector<std::string>& items) {
    return fmt::format("[{}]", quoted_items(items));
}

} // namespace limbeck::script
