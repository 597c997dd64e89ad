#include "schema/build.hpp"
#include "schema/errors.hpp"
#include "sql/bind_value.hpp"
#include "sql/expression_compiler.hpp"
#include "sql/identifier.hpp"
#include "sql/literal.hpp"
#include "sql/type_compiler.hpp"
#include "support/text.hpp"

#include <utility>

namespace limbeck::sql {

using schema::Affinity;
using schema::CompileError;
using schema::Operator;
using schema::Value;

namespace {

const std::vector<Value>* sequence(const Value& value) {
    if (auto* list = value.get_if<schema::List>()) return &list->items;
    if (auto* tuple = value.get_if<schema::Tuple>()) return &tuple->items;
    return nullptr;
}

bool is_empty(const Value& value) {
    if (value.is_null() || value.is_false()) return true;
    if (auto* number = value.get_if<std::int64_t>()) return *number == 0;
    if (auto* text = value.get_if<std::string>()) return text->empty();
    if (auto* dict = value.get_if<schema::Dict>()) return dict->items.empty();
    return false;
}

// The values of an IN: those of a list, or of anything else that can be gone through, which `made` then
// holds.
const std::vector<Value>& values_of(const schema::Bind& e, const Value& value, std::vector<Value>& made) {
    if (auto* items = sequence(value)) return *items;
    if (auto* opaque = value.get_if<schema::Opaque>(); opaque && opaque->items) {
        // Whether it holds tuples is asked of its first value, which a set has not.
        bool has_first = opaque->class_name == "range" || opaque->class_name == "deque";
        if (e.type->kind == schema::TypeKind::null && !has_first && !opaque->items->empty())
            throw CompileError(
                fmt::format("TypeError: '{}' object is not subscriptable", opaque->class_name));
        return *opaque->items;
    }
    if (is_empty(value)) return made;
    if (auto* text = value.get_if<std::string>()) {
        for (std::size_t at = 0; at < text->size();) {
            std::size_t length = 1;
            while (at + length < text->size() &&
                   (static_cast<unsigned char>((*text)[at + length]) & 0xC0) == 0x80)
                ++length;
            made.push_back(text->substr(at, length));
            at += length;
        }
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
    if (!e.expanding) return write(*keep(made), inner);
    const Expression* outer = around_;
    around_ = keep(made).get();
    around_context_ = inner;
    write_bare_bind(schema::as<schema::Bind>(*self), inner);
    around_ = outer;
}

void ExpressionCompiler::write_bare_bind(const schema::Bind& e, const Context& c) {
    if (c.literal || e.always_literal) {
        if (e.expanding) out_ += '(';
        write_literal_bind(e);
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
                "and "
                "non-expanding contexts.  If this parameter is to receive a list/array value, set "
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
            write_literal_bind(e, value);
        else
            write_expanding(e, name, value);
    } else {
        std::string key = escaped_name(name);
        auto [at, is_first] = parameter_index_.try_emplace(key, parameters_.size());
        if (is_first) parameters_.push_back({key, value, e.type, now || e.has_value});
        markers_.push_back({out_.size(), at->second});
        out_ += "__[POSTCOMPILE_" + key;
        if (around_) {
            out_ += "~~";
            write_item(e, [this] { out_ += "~~REPL~~"; });
            out_ += "~~";
        }
        out_ += ']';
    }
    if (e.expanding) out_ += ')';
}

void ExpressionCompiler::write_item(const schema::Bind& e, const std::function<void()>& item) {
    if (!around_) return item();
    const Expression* around = std::exchange(around_, nullptr);
    hole_ = &e;
    fill_ = item;
    write(*around, around_context_);
    hole_ = nullptr;
    around_ = around;
}

void ExpressionCompiler::write_literal_bind(const schema::Bind& e) {
    if (e.value.is_null())
        out_ += "NULL";
    else
        write_literal_bind(e, e.value);
}

void ExpressionCompiler::write_literal_bind(const schema::Bind& e, const Value& value) {
    if (!e.expanding) {
        if (value.is_null()) {
            out_ += "NULL";
            return;
        }
        return append_literal(out_, value, e.type, dialect_);
    }
    std::vector<Value> made;
    const std::vector<Value>& items = values_of(e, value, made);
    if (items.empty()) {
        if (e.type->kind == schema::TypeKind::tuple && dialect_.is_sqlite()) out_ += "VALUES ";
        return write_empty_set(e);
    }
    write_values_word(e, items.front());
    bool first = true;
    for (const Value& item : items) {
        if (!first) out_ += ", ";
        first = false;
        const std::vector<Value>* parts = sequence(item);
        bool is_tuple =
            e.type->kind == schema::TypeKind::tuple || (e.type->kind == schema::TypeKind::null && parts);
        if (!is_tuple || !parts) {
            write_item(e, [&] { append_literal(out_, item, e.type, dialect_); });
            continue;
        }
        out_ += '(';
        for (std::size_t i = 0; i < parts->size(); ++i) {
            if (i > 0) out_ += ", ";
            append_literal(out_, (*parts)[i],
                           i < e.type->types.size() ? e.type->types[i] : type_of((*parts)[i]), dialect_);
        }
        out_ += ')';
    }
}

// SQLite compares tuples with the rows of VALUES alone.
void ExpressionCompiler::write_values_word(const schema::Bind& e, const Value& first) {
    bool tuples = e.type->kind == schema::TypeKind::tuple ||
                  (e.type->kind == schema::TypeKind::null && sequence(first) != nullptr);
    if (tuples && dialect_.is_sqlite()) out_ += "VALUES ";
}

// `x IN (…)` of no values: a condition that is never true, or for NOT IN always.
void ExpressionCompiler::write_empty_set(const schema::Bind& e) {
    std::vector<schema::TypePtr> types = {e.type};
    if (e.type->kind == schema::TypeKind::tuple) types = e.type->types;
    auto each = [&](auto write_one) {
        for (const schema::TypePtr& type : types) {
            if (&type != &types.front()) out_ += ", ";
            write_one(type);
        }
    };
    if (dialect_.is_sqlite() || e.expand_op == Operator::none) {
        if (types.empty()) types = {schema::integer_type()};
        if (dialect_.is_sqlite()) {
            out_ += "SELECT ";
            each([this](const schema::TypePtr&) { out_ += '1'; });
            out_ += " FROM (SELECT ";
            each([this](const schema::TypePtr&) { out_ += '1'; });
            out_ += ") WHERE 1!=1";
            return;
        }
        out_ += "SELECT ";
        each([this](const schema::TypePtr& type) {
            out_ += "CAST(NULL AS ";
            append_type(out_, type->kind == schema::TypeKind::null ? schema::integer_type() : type, dialect_);
            out_ += ')';
        });
        out_ += " WHERE 1!=1";
        return;
    }
    if (types.size() > 1) out_ += '(';
    if (types.size() > 1)
        each([this](const schema::TypePtr&) { out_ += "NULL"; });
    else
        out_ += "NULL";
    if (types.size() > 1) out_ += ')';
    out_ += e.expand_op == Operator::not_in ? ") OR (1 = 1" : ") AND (1 != 1";
}

const Value* ExpressionCompiler::given(const std::string& name) const {
    if (!given_) return nullptr;
    auto found = given_->find(name);
    return found == given_->end() ? nullptr : &found->second;
}

void ExpressionCompiler::write_expanding(const schema::Bind& e, const std::string& name, const Value& value) {
    std::vector<Value> made;
    const std::vector<Value>& items = values_of(e, value, made);
    if (items.empty()) return write_item(e, [&] { write_empty_set(e); });
    write_values_word(e, items.front());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out_ += ", ";
        const Value& item = items[i];
        const std::vector<Value>* parts = sequence(item);
        std::string own = fmt::format("{}_{}", name, i + 1);
        bool is_tuple =
            e.type->kind == schema::TypeKind::tuple || (e.type->kind == schema::TypeKind::null && parts);
        if (!is_tuple || !parts) {
            write_item(e, [&] { write_marker(own, item, e.type, true); });
            continue;
        }
        out_ += '(';
        for (std::size_t j = 0; j < parts->size(); ++j) {
            if (j > 0) out_ += ", ";
            write_marker(fmt::format("{}_{}", own, j + 1), (*parts)[j],
                         j < e.type->types.size() ? e.type->types[j] : type_of((*parts)[j]), true);
        }
        out_ += ')';
    }
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
