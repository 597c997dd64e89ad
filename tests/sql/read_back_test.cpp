// Values and names that a script may pass, written into SQL text and read back by real databases: what comes
// back is what went in. The values are random, from a seed that a failure prints; LIMBECK_SEED asks for
// another.
#include "database/postgres_connection.hpp"
#include "database/sqlite_connection.hpp"
#include "schema/build.hpp"
#include "sql/compiler.hpp"
#include "sql/identifier.hpp"
#include "support/postgres_server.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

using namespace limbeck;
using schema::TypeKind;
using schema::Value;

namespace {

unsigned seed() {
    const char* given = std::getenv("LIMBECK_SEED");
    return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20240229;
}

class Source {
  public:
    explicit Source(unsigned seed) : engine_(seed) {}

    std::int64_t number(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
    }
    bool coin() { return number(0, 1) == 1; }

    // Texts made of what SQL, drivers and templates give a meaning.
    std::string text(std::size_t longest = 12) {
        static const std::string_view parts[] = {"'",    "''",    "\"",     "\\",      "\\'",
                                                 "%",    "%%",    "%s",     "%(a)s",   ":",
                                                 ":a",   "::",    "?",      "$1",      "$$",
                                                 "--",   "/*",    "*/",     ";",       "\n",
                                                 "\r",   "\t",    " ",      "(",       ")",
                                                 "[",    "]",     "{",      "}",       "`",
                                                 "@",    "#",     "&",      "|",       "~",
                                                 "E'",   "U&'",   "x'",     "a",       "B",
                                                 "0",    "_",     "é",      "漢",      "🐍",
                                                 "\x01", "\x7f",  "select", "null",    "'; DROP TABLE t; --",
                                                 "\\n",  "\\x41", "\\141",  "\\u0041", ",",
                                                 "."};
        std::string made;
        for (std::int64_t left = number(0, static_cast<std::int64_t>(longest)); left > 0; --left)
            made += parts[static_cast<std::size_t>(number(0, std::size(parts) - 1))];
        return made;
    }

  private:
    std::mt19937 engine_;
};

std::unique_ptr<database::Connection> sqlite() {
    return database::connect_sqlite({.file = ":memory:"});
}

std::unique_ptr<database::Connection> postgresql() {
    tests::PostgresServer& server = tests::PostgresServer::shared();
    static const std::string database = server.create_database();
    return database::connect_postgres(server.parameters(database));
}

// A dialect as offline scripts have it: nothing is doubled for a driver's formatting.
sql::Dialect plain(sql::Dialect dialect, bool backslash_escapes) {
    dialect.paramstyle = sql::Paramstyle::named;
    dialect.backslash_escapes = backslash_escapes;
    return dialect;
}

struct Sample {
    Value value;
    schema::TypePtr type;
    // What the database answers for the value as a text; nothing: the value as Python's str() shows it.
    std::optional<std::string> expected;
    std::string cast; // put behind the literal, before it is made a text
};

// Asks in statements of many columns, as one at a time would take long.
void check(database::Connection& connection, const sql::Dialect& dialect,
           const std::vector<Sample>& samples) {
    constexpr std::size_t at_once = 100;
    for (std::size_t start = 0; start < samples.size(); start += at_once) {
        std::size_t count = std::min(at_once, samples.size() - start);
        std::string statement = "SELECT ";
        for (std::size_t i = 0; i < count; ++i) {
            const Sample& sample = samples[start + i];
            std::string literal = sql::render_literal(sample.value, sample.type, dialect);
            statement += (i > 0 ? ", CAST((" : "CAST((") + literal + ")" + sample.cast + " AS TEXT)";
        }
        database::Result result = connection.execute(statement);
        REQUIRE(result.columns().size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            const Sample& sample = samples[start + i];
            CAPTURE(seed());
            CAPTURE(sql::render_literal(sample.value, sample.type, dialect));
            CHECK_EQ(result.at(0, i).to_string(), sample.expected.value_or(schema::str(sample.value)));
        }
    }
}

std::vector<Sample> texts(Source& source, std::size_t count) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back({Value(source.text()),
                           source.coin() ? schema::string_type() : schema::make_type(TypeKind::text),
                           {},
                           {}});
    return samples;
}

// What is exact on both databases.
std::vector<Sample> numbers(Source& source, std::size_t count) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        std::int64_t number = source.number(INT64_MIN, INT64_MAX) >> source.number(0, 63);
        samples.push_back({Value(number), schema::make_type(TypeKind::big_integer), {}, {}});
    }
    for (std::int64_t edge : {INT64_MIN + 1, INT64_MAX, std::int64_t{0}, std::int64_t{-1}})
        samples.push_back({Value(edge), schema::integer_type(), {}, {}});
    return samples;
}

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::vector<Sample> moments(Source& source, std::size_t count, bool postgres) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        schema::Date date{static_cast<int>(source.number(1000, 9999)), static_cast<int>(source.number(1, 12)),
                          static_cast<int>(source.number(1, 28))};
        schema::Time time{static_cast<int>(source.number(0, 23)),
                          static_cast<int>(source.number(0, 59)),
                          static_cast<int>(source.number(0, 59)),
                          source.coin() ? static_cast<int>(source.number(100000, 999999)) : 0,
                          {}};
        std::string day = std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
        std::string clock = two(time.hour) + ":" + two(time.minute) + ":" + two(time.second);
        std::string fraction = std::to_string(time.microsecond);
        std::string exact = clock + "." + std::string(6 - fraction.size(), '0') + fraction;
        // PostgreSQL's own text drops zeros at the end.
        std::string shown = exact;
        while (shown.back() == '0') shown.pop_back();
        if (shown.back() == '.') shown.pop_back();
        samples.push_back({Value(date), schema::make_type(TypeKind::date), day, postgres ? "::date" : ""});
        samples.push_back({Value(time), schema::make_type(TypeKind::time), postgres ? shown : exact,
                           postgres ? "::time" : ""});
        samples.push_back({Value(schema::DateTime{date, time}), schema::make_type(TypeKind::datetime),
                           day + " " + (postgres ? shown : exact), postgres ? "::timestamp" : ""});
    }
    return samples;
}

std::vector<Sample> identifiers_of_things(Source& source, std::size_t count, bool postgres) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        std::string hex;
        for (int j = 0; j < 32; ++j) hex += "0123456789abcdef"[source.number(0, 15)];
        std::string dashed = hex;
        for (std::size_t at : {8, 13, 18, 23}) dashed.insert(at, "-");
        samples.push_back({Value(schema::Uuid{hex}), schema::make_type(TypeKind::uuid),
                           postgres ? dashed : hex, postgres ? "::uuid" : ""});
    }
    return samples;
}

std::vector<Sample> labels(Source& source, std::size_t count) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        auto type = schema::make_type(TypeKind::enum_);
        for (int j = 0; j < 3; ++j) type->labels.push_back(source.text(6));
        type->member_names = type->labels;
        samples.push_back({Value(type->labels[static_cast<std::size_t>(source.number(0, 2))]), type, {}, {}});
    }
    return samples;
}

// Arrays have a text of their own: the elements are asked for one by one.
std::vector<Sample> elements(Source& source, std::size_t count) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        auto type = schema::make_type(TypeKind::ARRAY);
        type->item = schema::string_type();
        schema::List list;
        for (std::int64_t j = source.number(1, 4); j > 0; --j) list.items.push_back(Value(source.text(5)));
        std::int64_t at = source.number(1, static_cast<std::int64_t>(list.items.size()));
        std::string expected = list.items[static_cast<std::size_t>(at - 1)].as<std::string>();
        samples.push_back({Value(list), type, expected, "[" + std::to_string(at) + "]"});
    }
    return samples;
}

std::vector<Sample> decimals(Source& source, std::size_t count) {
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < count; ++i) {
        std::string digits = std::to_string(source.number(-1000000000, 1000000000)) + "." +
                             std::to_string(source.number(1000, 9999));
        samples.push_back({Value(schema::Decimal{digits}), schema::make_type(TypeKind::numeric), digits, {}});
    }
    return samples;
}

std::vector<std::string> names(Source& source, std::size_t count) {
    std::vector<std::string> found = {"select", "user", "Order", "1st", "$a", "a$",
                                      "a b",    "",     "é",     "_",   "%",  "a%s"};
    std::erase(found, "");
    while (found.size() < count) {
        std::string name = source.text(8);
        if (name.empty() || name.size() > 63) continue;
        found.push_back(name);
    }
    return found;
}

// Each name as that of a table and of its column.
void check_names(database::Connection& connection, const sql::Dialect& dialect,
                 const std::vector<std::string>& all, const std::string& columns_of_table) {
    for (const std::string& name : all) {
        CAPTURE(seed());
        CAPTURE(name);
        std::string quoted = sql::quoted(schema::Name(name), dialect);
        connection.execute("CREATE TABLE " + quoted + " (" + quoted + " INTEGER)");
        database::Result result =
            connection.execute(columns_of_table, std::vector<database::Value>{database::Value(name)});
        REQUIRE(result.size() == 1);
        CHECK_EQ(result.at(0, 0).to_string(), name);
        database::Result rows = connection.execute("SELECT " + quoted + "." + quoted + " FROM " + quoted);
        CHECK_EQ(rows.columns().at(0).name, name);
        connection.execute("DROP TABLE " + quoted);
    }
}

constexpr std::size_t many = 400;

} // namespace

TEST_CASE("sqlite: literals read back as the values they were") {
    auto connection = sqlite();
    sql::Dialect dialect = plain(sql::sqlite_dialect(), false);
    Source source(seed());
    check(*connection, dialect, texts(source, many));
    check(*connection, dialect, numbers(source, many));
    check(*connection, dialect, moments(source, many, false));
    check(*connection, dialect, identifiers_of_things(source, many, false));
    check(*connection, dialect, labels(source, many));
}

TEST_CASE("postgresql: literals read back as the values they were") {
    auto connection = postgresql();
    sql::Dialect dialect = plain(sql::postgresql_dialect(), false);
    Source source(seed());
    check(*connection, dialect, texts(source, many));
    check(*connection, dialect, numbers(source, many));
    check(*connection, dialect, moments(source, many, true));
    check(*connection, dialect, identifiers_of_things(source, many, true));
    check(*connection, dialect, labels(source, many));
    check(*connection, dialect, elements(source, many));
    check(*connection, dialect, decimals(source, many));
}

TEST_CASE("postgresql: literals with doubled backslashes are those of a server that takes them as escapes") {
    auto connection = postgresql();
    connection->execute("SET standard_conforming_strings = off");
    connection->execute("SET escape_string_warning = off");
    sql::Dialect dialect = plain(sql::postgresql_dialect(), true);
    Source source(seed() + 1);
    check(*connection, dialect, texts(source, many));
    check(*connection, dialect, labels(source, many));
    check(*connection, dialect, elements(source, many));
}

TEST_CASE("literals: floating-point numbers keep every bit") {
    auto server = postgresql();
    auto file = sqlite();
    Source source(seed());
    for (int i = 0; i < 200; ++i) {
        double value = std::ldexp(static_cast<double>(source.number(-(1LL << 52), 1LL << 52)),
                                  static_cast<int>(source.number(-80, 20)));
        for (const auto& [connection, dialect, type] :
             {std::tuple{server.get(), sql::postgresql_dialect(), "DOUBLE PRECISION"},
              std::tuple{file.get(), sql::sqlite_dialect(), "REAL"}}) {
            std::string literal =
                sql::render_literal(Value(value), schema::make_type(TypeKind::float_), plain(dialect, false));
            CAPTURE(literal);
            database::Result result =
                connection->execute("SELECT CAST(" + literal + " AS " + std::string(type) + ")");
            CHECK_EQ(result.at(0, 0).real(), value);
        }
    }
}

TEST_CASE("a driver's formatting turns doubled percent signs back") {
    auto connection = postgresql();
    sql::Dialect dialect = sql::postgresql_dialect();
    dialect.backslash_escapes = false;
    REQUIRE(dialect.double_percents());
    Source source(seed() + 2);
    for (const Sample& sample : texts(source, many)) {
        std::string literal = sql::render_literal(sample.value, sample.type, dialect);
        database::Result result =
            connection->execute("SELECT CAST(" + text::replace_all(literal, "%%", "%") + " AS TEXT)");
        CHECK_EQ(result.at(0, 0).to_string(), sample.value.as<std::string>());
    }
}

TEST_CASE("sqlite: names read back as they were") {
    auto connection = sqlite();
    Source source(seed());
    check_names(*connection, plain(sql::sqlite_dialect(), false), names(source, many),
                "SELECT name FROM pragma_table_info(?)");
}

TEST_CASE("postgresql: names read back as they were") {
    auto connection = postgresql();
    Source source(seed());
    check_names(
        *connection, plain(sql::postgresql_dialect(), false), names(source, 200),
        "SELECT attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relname = $1 "
        "AND attnum > 0");
}

TEST_CASE("postgresql: every keyword is quoted where the server would not take it for a name") {
    auto connection = postgresql();
    sql::Dialect dialect = plain(sql::postgresql_dialect(), false);
    database::Result words =
        connection->execute("SELECT word::text FROM pg_get_keywords() WHERE catcode = 'R' ORDER BY 1");
    REQUIRE(words.size() > 70);
    std::vector<std::string> bare;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::string word(words.at(i, 0).text()); !sql::requires_quotes(word, dialect))
            bare.push_back(word);
    // The reference does not quote these; PostgreSQL refuses them as columns of a table, it takes them for
    // nothing else.
    for (const std::string& word : bare) {
        CAPTURE(word);
        CHECK_THROWS(connection->execute("CREATE TABLE t (" + word + " INTEGER)"));
    }
}
