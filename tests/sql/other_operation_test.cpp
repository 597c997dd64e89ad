#include "sql/operation_making.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;

TEST_CASE("comments, execute and bulk_insert") {
    check_op(R"py(op.create_table_comment("t", "it's a\ttable", schema="s"))py", [] {
        return Ops{schema::TableComment{Name("t"), Name("s"), "it's a\ttable", {}}};
    });
    check_op(R"py(op.create_table_comment("t", None))py", [] {
        return Ops{schema::TableComment{Name("t"), {}, {}, {}}};
    });
    check_op(R"py(op.drop_table_comment("t", existing_comment="x"))py", [] {
        return Ops{schema::TableComment{Name("t"), {}, {}, "x"}};
    });
    check_op(R"py(op.execute("UPDATE t SET a='50%', b=':x' WHERE c = '12:30' AND d::text = E'\\:y'"))py", [] {
        return Ops{schema::Execute{
            schema::text("UPDATE t SET a='50%', b=':x' WHERE c = '12:30' AND d::text = E'\\:y'")}};
    });
    check_op(R"py(op.execute(sa.text("UPDATE t SET a=:a").bindparams(a="it's")))py", [] {
        auto made = std::make_shared<schema::Text>("UPDATE t SET a=:a");
        made->binds = {schema::bindparam(Name("a"), Value("it's"))};
        return Ops{schema::Execute{made}};
    });
    check_op(
        R"py(op.execute(t.update().where(t.c.name == op.inline_literal("a'b")).values(flag=op.inline_literal(True), id=5)))py",
        [] {
            auto made = std::make_shared<schema::Update>();
            auto t = table_t();
            made->table = t;
            made->where = {
                schema::operate(schema::Operator::eq, col(t, "name"), schema::inline_literal(Value("a'b")))};
            made->values = {{"flag", nullptr, nullptr, schema::inline_literal(Value(true)), {}},
                            {"id", nullptr, nullptr, nullptr, Value(5)}};
            return Ops{schema::Execute{made}};
        });
    check_op(
        R"py(op.bulk_insert(t, [{"id": 1, "name": "it's", "flag": True, "made": dt.datetime(2020, 1, 2), "doc": {"a": "%"}}, {"id": 2, "name": None}]))py",
        [] {
            schema::BulkInsert op;
            op.table = table_t();
            op.rows = {
                {{"id", nullptr, nullptr, nullptr, Value(1)},
                 {"name", nullptr, nullptr, nullptr, Value("it's")},
                 {"flag", nullptr, nullptr, nullptr, Value(true)},
                 {"made", nullptr, nullptr, nullptr, Value(schema::DateTime{{2020, 1, 2}, {}})},
                 {"doc", nullptr, nullptr, nullptr, Value(schema::Dict{{{Value("a"), Value("%")}}})}},
                {{"id", nullptr, nullptr, nullptr, Value(2)}, {"name", nullptr, nullptr, nullptr, Value()}}};
            return Ops{op};
        });
    check_op(R"py(op.bulk_insert(users, [{"id": 1, "name": op.inline_literal("x")}]))py", [] {
        schema::BulkInsert op;
        op.table = table_users();
        op.rows = {{{"id", nullptr, nullptr, nullptr, Value(1)},
                    {"name", nullptr, nullptr, schema::inline_literal(Value("x")), {}}}};
        return Ops{op};
    });
    check_op(
        R"py(op.execute(sa.schema.CreateSequence(sa.Sequence("S", start=2, increment=3, minvalue=1, maxvalue=9, cycle=True, cache=4, schema="x"))))py",
        [] {
            auto s = std::make_shared<schema::Sequence>();
            s->name = Name("S");
            s->schema = Name("x");
            s->options = {2, 3, 1, 9, 4, {}, {}, true};
            return Ops{schema::CreateSequence{s, false}};
        });
    check_op(R"py(op.execute(sa.schema.DropSequence(sa.Sequence("s"), if_exists=True)))py", [] {
        auto s = std::make_shared<schema::Sequence>();
        s->name = Name("s");
        return Ops{schema::DropSequence{s, true}};
    });
    check_op(R"py(op.execute(sa.schema.CreateSchema("My", if_not_exists=True)))py", [] {
        return Ops{schema::CreateSchema{Name("My"), true}};
    });
    check_op(R"py(op.execute(sa.schema.DropSchema("my", cascade=True)))py", [] {
        return Ops{schema::DropSchema{Name("my"), false, true}};
    });
    check_op(R"py(op.execute(sa.DDL("ALTER TABLE x SET (y=%(v)s) -- 5%%", context={"v": "1"})))py", [] {
        return Ops{schema::RawDdl{"ALTER TABLE x SET (y=%(v)s) -- 5%%", {{"v", "1"}}, nullptr}};
    });
}

TEST_CASE("types are made and dropped by themselves") {
    auto kind = schema::make_type(TypeKind::ENUM);
    kind->labels = {"a", "b'"};
    kind->name = Name("e");
    kind->schema = Name("S");
    auto text = [](const Operation& op) {
        return sql::statements(op, sql::postgresql_dialect()).front().text;
    };
    CHECK(text(schema::CreateType{kind}) == "CREATE TYPE \"S\".e AS ENUM ('a', 'b''')");
    CHECK(text(schema::DropType{kind}) == "DROP TYPE \"S\".e");

    auto domain = schema::make_type(TypeKind::DOMAIN);
    domain->name = Name("price");
    domain->item = type(TypeKind::numeric);
    domain->check = schema::text("VALUE > 0");
    domain->default_text = "1";
    domain->not_null = true;
    domain->constraint_name = Name("positive");
    CHECK(text(schema::CreateType{domain}) ==
          "CREATE DOMAIN price AS NUMERIC DEFAULT '1' CONSTRAINT positive NOT NULL CHECK (VALUE > 0)");
    CHECK(text(schema::DropType{domain}) == "DROP DOMAIN price");
}
