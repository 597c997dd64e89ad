#include "sqlalchemy/postgresql_type_text.hpp"

#include "schema/build.hpp"
#include "support/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace limbeck::sqlalchemy {

namespace {

using Kind = schema::TypeKind;

const std::map<std::string_view, Kind>& kinds() {
    static const std::map<std::string_view, Kind> kinds = {
        {"\"char\"", Kind::string},
        {"bigint", Kind::BIGINT},
        {"bit", Kind::BIT},
        {"bit varying", Kind::BIT},
        {"boolean", Kind::BOOLEAN},
        {"bytea", Kind::BYTEA},
        {"character", Kind::CHAR},
        {"character varying", Kind::VARCHAR},
        {"cidr", Kind::CIDR},
        {"citext", Kind::CITEXT},
        {"date", Kind::DATE},
        {"datemultirange", Kind::DATEMULTIRANGE},
        {"daterange", Kind::DATERANGE},
        {"double precision", Kind::DOUBLE_PRECISION},
        {"float", Kind::FLOAT},
        {"hstore", Kind::HSTORE},
        {"inet", Kind::INET},
        {"int4multirange", Kind::INT4MULTIRANGE},
        {"int4range", Kind::INT4RANGE},
        {"int8multirange", Kind::INT8MULTIRANGE},
        {"int8range", Kind::INT8RANGE},
        {"integer", Kind::INTEGER},
        {"interval", Kind::INTERVAL},
        {"json", Kind::JSON},
        {"jsonb", Kind::JSONB},
        {"macaddr", Kind::MACADDR},
        {"macaddr8", Kind::MACADDR8},
        {"money", Kind::MONEY},
        {"name", Kind::string},
        {"numeric", Kind::NUMERIC},
        {"nummultirange", Kind::NUMMULTIRANGE},
        {"numrange", Kind::NUMRANGE},
        {"oid", Kind::OID},
        {"real", Kind::REAL},
        {"regclass", Kind::REGCLASS},
        {"smallint", Kind::SMALLINT},
        {"text", Kind::TEXT},
        {"time", Kind::TIME},
        {"time with time zone", Kind::TIME},
        {"time without time zone", Kind::TIME},
        {"timestamp", Kind::TIMESTAMP},
        {"timestamp with time zone", Kind::TIMESTAMP},
        {"timestamp without time zone", Kind::TIMESTAMP},
        {"tsmultirange", Kind::TSMULTIRANGE},
        {"tsrange", Kind::TSRANGE},
        {"tstzmultirange", Kind::TSTZMULTIRANGE},
        {"tstzrange", Kind::TSTZRANGE},
        {"tsvector", Kind::TSVECTOR},
        {"uuid", Kind::UUID},
    };
    return kinds;
}

// "timestamp(3) with time zone[]" taken apart.
struct Parts {
    std::string name;           // "timestamp with time zone"
    std::vector<int> arguments; // {3}
    bool is_array = false;
};

Parts take_apart(std::string_view text) {
    Parts parts;
    while (text.ends_with("[]")) {
        parts.is_array = true;
        text.remove_suffix(2);
    }
    std::size_t open = text.find('(');
    std::size_t close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        parts.name = text;
        return parts;
    }
    parts.name = std::string(text.substr(0, open)) + std::string(text.substr(close + 1));
    for (std::string_view word : text::split(text.substr(open + 1, close - open - 1), ',')) {
        word = text::trim(word);
        int number = 0;
        auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error == std::errc() && end == word.data() + word.size()) parts.arguments.push_back(number);
    }
    return parts;
}

// A name as format_type() writes it: with its schema where that is not on the search path, quoted where
// needed.
std::vector<std::string> name_parts(std::string_view text) {
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == '"')
                parts.back() += text[i++];
            else
                quoted = !quoted;
        } else if (text[i] == '.' && !quoted) {
            parts.emplace_back();
        } else {
            parts.back() += text[i];
        }
    }
    return parts;
}

template <class Named>
const Named* find_named(const std::vector<Named>& all, const std::vector<std::string>& parts) {
    for (const Named& named : all) {
        if (parts.size() == 1 && named.visible && named.name == parts[0]) return &named;
        if (parts.size() == 2 && !named.visible && named.schema == parts[0] && named.name == parts[1])
            return &named;
    }
    return nullptr;
}

std::shared_ptr<schema::Type> enum_type(const ReflectedEnum& found) {
    auto type = schema::make_type(Kind::ENUM);
    type->name = found.name;
    if (!found.visible) type->schema = found.schema;
    type->labels = found.labels;
    std::int64_t longest = 0;
    for (const std::string& label : found.labels)
        longest = std::max(longest, static_cast<std::int64_t>(text::utf8_length(label)));
    type->length = longest;
    return type;
}

std::shared_ptr<schema::Type> domain_type(const ReflectedDomain& found, const TypeNames& names) {
    auto type = schema::make_type(Kind::DOMAIN);
    type->name = found.name;
    if (!found.visible) type->schema = found.schema;
    type->item = type_from_text(found.type, names);
    type->default_text = found.default_sql;
    type->not_null = found.not_null;
    type->create_type = false;
    if (found.constraint_name) {
        type->constraint_name = *found.constraint_name;
        type->check = schema::text(found.check);
    }
    return type;
}

void set_arguments(schema::Type& type, const Parts& parts) {
    const std::vector<int>& arguments = parts.arguments;
    auto first = [&]() -> std::optional<int> {
        return arguments.size() == 1 ? std::optional(arguments[0]) : std::nullopt;
    };
    switch (type.kind) {
    case Kind::NUMERIC:
        if (arguments.size() == 2) {
            type.precision = arguments[0];
            type.scale = arguments[1];
        }
        break;
    case Kind::DOUBLE_PRECISION:
        type.precision = 53;
        break;
    case Kind::TIMESTAMP:
    case Kind::TIME:
        type.timezone = parts.name.ends_with(" with time zone");
        type.precision = first();
        if (type.precision) type.dialect = "postgresql";
        break;
    case Kind::INTERVAL:
        if (parts.name.size() > 9) type.fields = parts.name.substr(9);
        type.precision = first();
        break;
    case Kind::BIT:
        type.varying = parts.name == "bit varying";
        [[fallthrough]];
    case Kind::VARCHAR:
    case Kind::CHAR:
        if (first()) type.length = *first();
        break;
    default:
        break;
    }
}

} // namespace

schema::TypePtr type_from_text(std::string_view text, const TypeNames& names, const std::string& collation) {
    Parts parts = take_apart(text);
    std::shared_ptr<schema::Type> type;
    std::string lower = text::to_lower(parts.name);
    if (lower.starts_with("interval ")) {
        type = schema::make_type(Kind::INTERVAL);
    } else if (auto it = kinds().find(lower); it != kinds().end()) {
        type = schema::make_type(it->second);
    } else {
        std::vector<std::string> name = name_parts(parts.name);
        if (const ReflectedEnum* found = find_named(names.enums, name))
            type = enum_type(*found);
        else if (const ReflectedDomain* domain = find_named(names.domains, name))
            type = domain_type(*domain, names);
    }
    if (!type) return schema::null_type();
    set_arguments(*type, parts);
    if (!collation.empty()) type->collation = collation;
    if (!parts.is_array) return type;
    auto array = schema::make_type(Kind::ARRAY);
    array->item = type;
    array->dialect = "postgresql";
    return array;
}

} // namespace limbeck::sqlalchemy
