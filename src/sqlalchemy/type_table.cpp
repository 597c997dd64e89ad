#include "sqlalchemy/type_table.hpp"

#include "python/binding.hpp"
#include "python/exceptions.hpp"
#include "python/interpreter.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace limbeck::sqlalchemy {

// share/limbeck/types.yaml, as embed_text.py writes it.
extern const std::string_view type_table_text;

namespace {

using python::Value;
using Line = TypeTable::mapped_type;

// The lines of one package alone: imports ask often, and almost always for what is not there.
TypeTable read_package(std::string_view package) {
    // Lines refer to each other (&name, *name), within a package.
    std::string text, start = std::string(package) + ".";
    for (std::size_t at = 0; at < type_table_text.size();) {
        std::size_t end = type_table_text.find('\n', at);
        std::string_view line = type_table_text.substr(at, end - at);
        if (line.starts_with(start)) text += std::string(line) + "\n";
        at = end == type_table_text.npos ? type_table_text.size() : end + 1;
    }
    TypeTable table;
    for (const auto& item : YAML::Load(text)) {
        Line& line = table[item.first.as<std::string>()];
        if (item.second.IsScalar()) {
            line.emplace("default", item.second.as<std::string>());
            continue;
        }
        for (const auto& part : item.second)
            line.emplace(part.first.as<std::string>(), part.second.as<std::string>());
    }
    return table;
}

// A module of limbeck's, or something in one.
Value named(std::string_view name) {
    if (Value module = python::import_native(name); module.exists()) return module;
    std::size_t dot = std::min(name.rfind('.'), name.size());
    return python::native_attribute(name.substr(0, dot), name.substr(std::min(dot + 1, name.size())));
}

class Table {
  public:
    explicit Table(TypeTable own) : own_(std::move(own)) {}

    const Line* find(std::string_view name) {
        if (auto found = own_.find(name); found != own_.end()) return &found->second;
        std::string package(name.substr(0, name.find('.')));
        auto known = packages_.find(package);
        if (known == packages_.end()) known = packages_.emplace(package, read_package(package)).first;
        auto found = known->second.find(name);
        return found == known->second.end() ? nullptr : &found->second;
    }

    Value resolve(std::string_view name) {
        const Line* line = find(name);
        if (!line) return {};
        Value& made = classes_[std::string(name)];
        if (made.exists()) return made;
        if (auto other = line->find("is"); other != line->end()) {
            made = named(other->second);
            if (!made.exists())
                python::raise(
                    python::Exc::ImportError,
                    fmt::format("'{}' is said to be '{}', which is not there", name, other->second));
            return made;
        }
        Value types = python::make_dict();
        Value arguments = Value::none();
        for (const auto& [dialect, text] : *line)
            if (dialect == "arguments")
                arguments = python::make_str(std::string_view(text));
            else
                python::cast<python::Dict>(types).set(dialect, python::make_str(std::string_view(text)));
        made = python::call(python::native_attribute("_limbeck_types", "make"),
                            {python::make_str(name), arguments, types});
        return made;
    }

  private:
    TypeTable own_;
    std::unordered_map<std::string, TypeTable> packages_;
    std::unordered_map<std::string, Value> classes_;
};

} // namespace

void use_type_table(python::InterpreterOptions& options, TypeTable own) {
    options.resolve = [table = std::make_shared<Table>(std::move(own))](std::string_view name) {
        return table->resolve(name);
    };
}

} // namespace limbeck::sqlalchemy
