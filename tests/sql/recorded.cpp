#include "sql/recorded.hpp"

#include "support/error.hpp"
#include "support/file.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace limbeck::test {

namespace {

using namespace schema;

std::filesystem::path source_root() {
    if (const char* given = std::getenv("LIMBECK_SOURCE")) return given;
    std::filesystem::path at = std::filesystem::current_path();
    while (!std::filesystem::exists(at / "tests" / "reference") && at.has_relative_path())
        at = at.parent_path();
    return at;
}

const nlohmann::json& recordings() {
    static const nlohmann::json all = nlohmann::json::parse(
        file::read(source_root() / "tests" / "reference" / "recorded" / "sql" / "constructs.json"));
    return all;
}

sql::Dialect dialect(const std::string& name) {
    if (name == "sqlite") return sql::sqlite_dialect();
    sql::Dialect made = sql::postgresql_dialect();
    if (name == "postgresql_named") made.paramstyle = sql::Paramstyle::named;
    return made;
}

// A failure is "!Class: sentence" in the recording; the class is the reference's own business.
void compare(const std::string& function, const std::string& python, const std::string& variant,
             const std::function<std::string()>& make) {
    CAPTURE(python);
    CAPTURE(variant);
    const auto& all = recordings();
    auto found = all.find(function + " " + python);
    REQUIRE_MESSAGE(found != all.end(), "not recorded: run tests/reference/record_sql.py");
    std::string expected = (*found)[variant];
    std::string got;
    try {
        got = make();
    } catch (const limbeck::Error& error) {
        got = "!" + error.message();
    }
    if (expected.starts_with("!")) {
        std::string sentence = "!" + expected.substr(expected.find(": ") + 2);
        // Which operator an error names by its Python function is left open.
        if (sentence.find("can't render element of type") != std::string::npos) {
            CHECK_MESSAGE(got.starts_with("!"), "expected an error: " << sentence << " but got " << got);
            return;
        }
        CHECK(got == sentence);
    } else {
        CHECK(got == expected);
    }
}

} // namespace

void check_type(const std::string& python, const TypePtr& given) {
    for (const char* name : {"postgresql", "sqlite"})
        compare("check_type", python, name, [&] { return sql::type_name(given, dialect(name)); });
}

void check_sql(const std::string& python, const ExpressionPtr& expression) {
    for (const char* name : {"postgresql", "postgresql_named", "sqlite"}) {
        compare("check_sql", python, name, [&] { return sql::compile(*expression, dialect(name)).text; });
        compare("check_sql", python, std::string(name) + "_literal",
                [&] { return sql::compile(*expression, dialect(name), sql::Rendering::literal).text; });
    }
}

void check_literal(const std::string& python, const Value& value, const TypePtr& given) {
    for (const char* name : {"postgresql", "postgresql_named", "sqlite"})
        compare("check_literal", python, name,
                [&] { return sql::render_literal(value, given ? given : type_of(value), dialect(name)); });
}

void check_op(const std::string& python, const std::vector<Operation>& operations) {
    check_op(python, [&] { return operations; });
}

void check_op(const std::string& python, const std::function<std::vector<Operation>()>& make) {
    for (const char* name : {"postgresql", "postgresql_named", "sqlite"})
        compare("check_op", python, name, [&] {
            sql::TypeMemo memo;
            sql::OperationOptions options;
            options.memo = &memo;
            options.literal_binds = std::string(name) != "postgresql";
            std::string text;
            for (const Operation& operation : make())
                for (const sql::Statement& statement : sql::statements(operation, dialect(name), options))
                    text += sql::script_text(statement.text) + "\n\n";
            return text;
        });
}

TypePtr type(TypeKind kind) {
    return make_type(kind);
}

TypePtr varchar(int length) {
    return string_type(length);
}

TypePtr array_type(const TypePtr& item, int dimensions) {
    auto made = make_type(TypeKind::ARRAY);
    made->item = item;
    made->dialect = "postgresql";
    if (dimensions > 0) made->dimensions = dimensions;
    return made;
}

TypePtr enum_type(std::vector<std::string> labels, std::string name) {
    auto made = make_type(TypeKind::enum_);
    made->labels = std::move(labels);
    if (!name.empty()) made->name = Name(name);
    return made;
}

ColumnPtr define(const std::string& name, const TypePtr& given, bool primary_key) {
    auto made = std::make_shared<Column>();
    made->name = Name(name);
    made->type = given;
    made->primary_key = primary_key;
    return made;
}

ColumnPtr required(const std::string& name, const TypePtr& given) {
    ColumnPtr made = define(name, given);
    made->nullable_given = false;
    return made;
}

TablePtr make_table(const std::string& name, const std::vector<ColumnPtr>& columns,
                    const std::vector<ConstraintPtr>& constraints) {
    auto table = std::make_shared<Table>();
    table->name = Name(name);
    for (const ColumnPtr& item : columns) table->append(item);
    for (const ConstraintPtr& item : constraints) table->append(item);
    return table;
}

ExpressionPtr col(const TablePtr& table, const std::string& name) {
    return column_ref(table, table->find_pointer(name));
}

TablePtr table_t() {
    auto price = make_type(TypeKind::numeric);
    price->precision = 10;
    price->scale = 2;
    static const TablePtr made = light_table(
        "t", {schema::column("id", integer_type()), schema::column("name", string_type()),
              schema::column("price", price), schema::column("flag", boolean_type()),
              schema::column("made", type(TypeKind::datetime)), schema::column("data", type(TypeKind::JSONB)),
              schema::column("doc", type(TypeKind::json)), schema::column("tags", array_type(string_type())),
              schema::column("state", enum_type({"on", "off"}, "state")),
              schema::column("ratio", type(TypeKind::float_)), schema::column("day", type(TypeKind::date)),
              schema::column("raw")});
    return made;
}

TablePtr table_u() {
    static const TablePtr made =
        light_table("u",
                    {schema::column("id", integer_type()), schema::column("t_id", integer_type()),
                     schema::column("name", string_type())},
                    Name("other"));
    return made;
}

TablePtr table_users() {
    static const TablePtr made = [] {
        ColumnPtr age = define("age", integer_type());
        age->client_default = ClientDefault{Value(7), nullptr, nullptr};
        ColumnPtr seen = define("seen", type(TypeKind::datetime));
        seen->onupdate = ClientDefault{std::nullopt, function("now"), nullptr};
        return make_table("users",
                          {define("id", integer_type(), true), define("name", varchar(50)), age, seen});
    }();
    return made;
}

TablePtr table_posts() {
    static const TablePtr made = [] {
        ColumnPtr user = define("user_id", integer_type());
        ForeignKey key;
        parse_target(key, "users.id");
        user->foreign_keys.push_back(key);
        return make_table("posts", {define("id", integer_type(), true), user, define("title", varchar(80))});
    }();
    return made;
}

std::shared_ptr<const MetaData> conventions() {
    auto made = std::make_shared<MetaData>();
    made->conventions = {{"ix", "ix_%(column_0_label)s"},
                         {"uq", "uq_%(table_name)s_%(column_0_name)s"},
                         {"ck", "ck_%(table_name)s_%(constraint_name)s"},
                         {"fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"},
                         {"pk", "pk_%(table_name)s"}};
    return made;
}

} // namespace limbeck::test
