#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "schema/options.hpp"
#include "sql/bind_value.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

namespace limbeck::sql {

using schema::Affinity;
using schema::CompileError;
using schema::Operator;
using schema::Value;

namespace {

// The values of an IN: those of a list, or of anything else that can be gone through, which `made` then
// holds.
const std::vector<Value>& values_of(const schema::Bind& e, const Value& value, std::vector<Value>& made) {
    if (auto* items = schema::items_of(value)) return *items;
    if (auto* opaque = value.get_if<schema::Opaque>(); opaque && opaque->items) {
        // Whether it holds tuples is asked of its first value, which a set has not.
        bool has_first = opaque->class_name == "range" || opaque->class_name == "deque";
        if (e.type->kind == schema::TypeKind::null && !has_first && !opaque->items->empty())
            throw CompileError(
                fmt::format("TypeError: '{}' object is not subscriptable", opaque->class_name));
        return *opaque->items;
    }
    if (!schema::truthy(value)) return made;
    if (auto* text = value.get_if<std::string>()) {
        for (std::string_view character : text::utf8_characters(*text)) made.emplace_back(character);
    } else if (auto* dict = value.get_if<schema::Dict>()) {
        for (const auto& item : dict->items) made.push_back(item.first);
    } else {
        throw CompileError(fmt::format("The values of the IN parameter '{}' must be a list, not {}",
                                       e.key.text, schema::repr(value)));
    }
    return made;
}

bool is_positional(Paramstyle style) {
    return style == Paramstyle::qmark || style == Paramstyle::format;
}

// Characters that a marker cannot have in a name, and what stands for them.
std::string escaped_name(const std::string& name) {
    static const std::map<char, char> replacements = {{'%', 'P'}, {'(', 'A'}, {')', 'Z'}, {':', 'C'},
                                                      {'.', '_'}, {'[', '_'}, {']', '_'}, {' ', '_'}};
    std::string out = name;
    for (char& c : out)
        if (auto found = replacements.find(c); found != replacements.end()) c = found->second;
    return out;
}

} // namespace

// "count_1": the name that a nameless thing gets, counted per word it derives from.
std::string ExpressionCompiler::anonymous(const void* identity, const std::string& derived,
                                          const char* kind) {
    auto [at, is_new] = names_.try_emplace(identity);
    if (is_new) at->second = numbered(derived, kind);
    return at->second;
}

std::string ExpressionCompiler::numbered(const std::string& derived, const char* kind) {
    return shortened_name(derived + "_" + std::to_string(++counters_[derived]), kind);
}

std::string ExpressionCompiler::shortened_name(std::string name, const char* kind) {
    std::size_t limit = dialect_.max_identifier_length - 6;
    if (text::utf8_length(name) <= limit) return name;
    int& counter = truncated_counters_[kind];
    return fmt::format("{}_{:x}", name.substr(0, limit), ++counter);
}

std::string ExpressionCompiler::bind_name(const schema::Bind& e) {
    return e.unique ? anonymous(&e, e.key.text, "bindparam") : e.key.text;
}

// A type may have something of its own around its parameters (bind_expression()): around the one, or around
// each value of an IN.
void ExpressionCompiler::write_bind(const schema::Bind& e, const Context& c) {
    if (&e == hole_) return fill_();
    const auto* wrap =
        c.bare_binds || e.always_literal ? nullptr : schema::bind_wrap(e.type, dialect_.name());
    if (!wrap) return write_bare_bind(e, c);
    ExpressionPtr self = e.weak_from_this().lock();
    if (!self) self = keep(std::make_shared<schema::Bind>(e));
    ExpressionPtr made = (*wrap)(self);
    if (!made) return write_bare_bind(e, c);
    Context inner = c;
    inner.bare_binds = true;
    const Expression& wrapped = *keep(made);
    if (!e.expanding) return write(wrapped, inner);
    auto& bind = schema::as<schema::Bind>(*self);
    write_bare_bind(bind, inner, [&](const std::function<void()>& item) {
        hole_ = &bind;
        fill_ = item;
        write(wrapped, inner);
        hole_ = nullptr;
    });
}

void ExpressionCompiler::write_bare_bind(const schema::Bind& e, const Context& c, const Around& around) {
    if (c.literal || e.always_literal) {
        if (e.expanding) out_ += '(';
        if (e.value.is_null())
            out_ += "NULL";
        else
            write_literal_bind(e, e.value, around);
        if (e.expanding) out_ += ')';
        return;
    }
    std::string name = bind_name(e);
    auto [known, is_new] = binds_.try_emplace(name, &e);
    if (!is_new && known->second != &e) {
        if (known->second->unique || e.unique)
            throw CompileError(fmt::format(
                "Bind parameter '{}' conflicts with unique bind parameter of the same name", name));
        if (known->second->expanding != e.expanding)
            throw CompileError(fmt::format(
                "Can't reuse bound parameter name '{}' in both 'expanding' (e.g. within an IN expression) "
                "and non-expanding contexts.  If this parameter is to receive a list/array value, set "
                "'expanding=True' on it for expressions that aren't IN, otherwise use a different parameter "
                "name.",
                name));
        if (column_binds_.contains(name))
            throw CompileError(fmt::format("bindparam() name '{}' is reserved for automatic usage in the "
                                           "VALUES or SET clause of this insert/update "
                                           "statement.   Please use a name other than column name when using "
                                           "bindparam() with insert() or update() "
                                           "(for example, 'b_{}').",
                                           name, name));
    }
    const Value* now = given(name);
    const Value& value = now ? *now : e.value;
    bool literal_execute = e.literal_execute || c.literal_execute;
    if (!e.expanding && !literal_execute) return write_marker(name, value, e.type, now || e.has_value);
    if (e.expanding) out_ += '(';
    if (rendering_ == Rendering::execution) {
        if (literal_execute)
            write_literal_bind(e, value, around);
        else
            write_expanding(e, name, value, around);
    } else {
        std::string key = escaped_name(name);
        auto [at, is_first] = parameter_index_.try_emplace(key, parameters_.size());
        if (is_first) parameters_.push_back({key, value, e.type, now || e.has_value});
        markers_.push_back({out_.size(), at->second});
        out_ += "__[POSTCOMPILE_" + key;
        if (around) {
            out_ += "~~";
            around([this] { out_ += "~~REPL~~"; });
            out_ += "~~";
        }
        out_ += ']';
    }
    if (e.expanding) out_ += ')';
}

void ExpressionCompiler::write_literal_bind(const schema::Bind& e, const Value& value, const Around& around) {
    if (!e.expanding) {
        if (value.is_null())
            out_ += "NULL";
        else
            append_literal(out_, value, e.type, dialect_);
        return;
    }
    std::vector<Value> made;
    const std::vector<Value>& items = values_of(e, value, made);
    if (items.empty()) {
        if (e.type->kind == schema::TypeKind::tuple && dialect_.is_sqlite()) out_ += "VALUES ";
        return write_empty_set(e);
    }
    write_items(e, items, around, [this](const Value& item, const schema::TypePtr& type, const std::string&) {
        append_literal(out_, item, type, dialect_);
    });
}

void ExpressionCompiler::write_items(const schema::Bind& e, const std::vector<Value>& items,
                                     const Around& around, const WriteValue& write_value) {
    // The parts of a tuple, null for any other value.
    bool may_be_tuples = e.type->kind == schema::TypeKind::tuple || e.type->kind == schema::TypeKind::null;
    auto parts_of = [&](const Value& item) { return may_be_tuples ? schema::items_of(item) : nullptr; };
    // SQLite compares tuples with the rows of VALUES alone.
    bool tuples = e.type->kind == schema::TypeKind::tuple || parts_of(items.front());
    if (tuples && dialect_.is_sqlite()) out_ += "VALUES ";
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out_ += ", ";
        std::string number = std::to_string(i + 1);
        const std::vector<Value>* parts = parts_of(items[i]);
        if (!parts) {
            auto item = [&] { write_value(items[i], e.type, number); };
            around ? around(item) : item();
            continue;
        }
        out_ += '(';
        for (std::size_t j = 0; j < parts->size(); ++j) {
            if (j > 0) out_ += ", ";
            const Value& part = (*parts)[j];
            write_value(part, j < e.type->types.size() ? e.type->types[j] : type_of(part),
                        fmt::format("{}_{}", number, j + 1));
        }
        out_ += ')';
    }
}

// `x IN (…)` of no values: a condition that is never true, or for NOT IN always.
void ExpressionCompiler::write_empty_set(const schema::Bind& e) {
    std::vector<schema::TypePtr> types = {e.type};
    if (e.type->kind == schema::TypeKind::tuple) types = e.type->types;
    if (types.empty()) types = {schema::integer_type()};
    auto row = [&](std::string_view each) {
        return text::join(std::vector<std::string_view>(types.size(), each), ", ");
    };
    if (dialect_.is_sqlite()) {
        out_ += "SELECT " + row("1") + " FROM (SELECT " + row("1") + ") WHERE 1!=1";
    } else if (e.expand_op == Operator::none) {
        out_ += "SELECT ";
        for (const schema::TypePtr& type : types) {
            if (&type != &types.front()) out_ += ", ";
            out_ += "CAST(NULL AS ";
            append_type(out_, type->kind == schema::TypeKind::null ? schema::integer_type() : type, dialect_);
            out_ += ')';
        }
        out_ += " WHERE 1!=1";
    } else {
        out_ += types.size() > 1 ? "(" + row("NULL") + ")" : "NULL";
        out_ += e.expand_op == Operator::not_in ? ") OR (1 = 1" : ") AND (1 != 1";
    }
}

const Value* ExpressionCompiler::given(const std::string& name) const {
    if (!given_) return nullptr;
    auto found = given_->find(name);
    return found == given_->end() ? nullptr : &found->second;
}

void ExpressionCompiler::write_expanding(const schema::Bind& e, const std::string& name, const Value& value,
                                         const Around& around) {
    std::vector<Value> made;
    const std::vector<Value>& items = values_of(e, value, made);
    if (items.empty()) {
        auto nothing = [&] { write_empty_set(e); };
        return around ? around(nothing) : nothing();
    }
    write_items(e, items, around,
                [&](const Value& item, const schema::TypePtr& type, const std::string& number) {
                    write_marker(name + "_" + number, item, type, true);
                });
}

void ExpressionCompiler::write_marker(const std::string& name, const Value& value,
                                      const schema::TypePtr& type, bool has_value) {
    std::string key = escaped_name(name);
    auto [at, is_new] = parameter_index_.try_emplace(key, parameters_.size());
    if (is_new) {
        Value sent =
            rendering_ == Rendering::execution && has_value ? bind_value(value, type, dialect_) : value;
        parameters_.push_back({key, std::move(sent), type, has_value});
    }
    markers_.push_back({out_.size(), at->second});
    switch (dialect_.paramstyle) {
    case Paramstyle::pyformat:
        out_ += "%(" + key + ")s";
        break;
    case Paramstyle::named:
        out_ += ":" + key;
        break;
    case Paramstyle::qmark:
        out_ += '?';
        break;
    case Paramstyle::format:
        out_ += "%s";
        break;
    case Paramstyle::numeric:
        out_ += ":" + std::to_string(at->second + 1);
        break;
    case Paramstyle::numeric_dollar:
        out_ += "$" + std::to_string(at->second + 1);
        break;
    }
    if (dialect_.is_postgresql()) write_bind_cast(type);
}

// Drivers that send values typed write the type behind the marker.
void ExpressionCompiler::write_bind_cast(const schema::TypePtr& type) {
    if (dialect_.driver == Driver::pysqlite) return;
    schema::TypePtr found = implementation(type, dialect_);
    if (dialect_.driver == Driver::psycopg2) {
        Affinity kind = affinity(*found);
        bool range =
            found->kind >= schema::TypeKind::INT4RANGE && found->kind <= schema::TypeKind::TSTZMULTIRANGE;
        if (!range && kind != Affinity::array && kind != Affinity::json && kind != Affinity::uuid) return;
        out_ += "::";
        return append_type(out_, found, dialect_);
    }
    switch (affinity(*found)) {
    case Affinity::none:
    case Affinity::tuple:
    case Affinity::other: {
        bool range =
            found->kind >= schema::TypeKind::INT4RANGE && found->kind <= schema::TypeKind::TSTZMULTIRANGE;
        bool casts = range || found->kind == schema::TypeKind::REGCONFIG ||
                     found->kind == schema::TypeKind::JSONPATH || found->kind == schema::TypeKind::OID;
        if (!casts) return;
        break;
    }
    case Affinity::string:
        if (found->kind == schema::TypeKind::CITEXT && dialect_.driver != Driver::asyncpg) break;
        out_ += "::VARCHAR";
        return;
    case Affinity::enum_:
        if (found->kind == schema::TypeKind::enum_ && !found->native_enum) {
            out_ += "::VARCHAR";
            return;
        }
        if (dialect_.driver == Driver::psycopg) return;
        break;
    case Affinity::binary:
    case Affinity::uuid:
    case Affinity::numeric:
    case Affinity::float_:
        if (dialect_.driver == Driver::psycopg) return;
        if (affinity(*found) == Affinity::uuid && dialect_.driver == Driver::pg8000) return;
        break;
    case Affinity::array:
        if (dialect_.driver == Driver::psycopg) break;
        break;
    default:
        break;
    }
    out_ += "::";
    append_type(out_, found, dialect_);
}

void ExpressionCompiler::finish(Statement& statement) {
    statement.text = std::move(out_);
    if (!is_positional(dialect_.paramstyle)) {
        statement.parameters = std::move(parameters_);
        return;
    }
    std::stable_sort(markers_.begin(), markers_.end(),
                     [](const Marker& a, const Marker& b) { return a.offset < b.offset; });
    for (const Marker& marker : markers_) statement.parameters.push_back(parameters_[marker.parameter]);
}

} // namespace limbeck::sql
