#include "sql/operation_making.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;

TEST_CASE("indexes") {
    check_op(R"py(op.create_index("ix", "t", ["a", "b"]))py", [] {
        return Ops{create(index(Name("ix"), {"a", "b"}), "t")};
    });
    check_op(R"py(op.create_index(op.f("ix_t_A"), "t", ["A"], unique=True, schema="s"))py",
             [] { return Ops{create(index(Name::conv("ix_t_A"), {"A"}, true), "t", Name("s"))}; });
    check_op(R"py(op.create_index("ix", "t", ["a"], if_not_exists=True))py", [] {
        auto op = std::get<schema::CreateIndex>(create(index(Name("ix"), {"a"}), "t"));
        op.if_not_exists = true;
        return Ops{op};
    });
    check_op(R"py(op.create_index("ix", "t", [sa.text("lower(a)"), sa.text("b DESC")]))py", [] {
        auto made = index(Name("ix"), {});
        made->elements = {{"", schema::text("lower(a)")}, {"", schema::text("b DESC")}};
        return Ops{create(made, "t")};
    });
    check_op(
        R"py(op.create_index("ix", "t", [sa.func.lower(sa.column("a")), sa.column("b").desc(), sa.column("c") + 1]))py",
        [] {
            auto made = index(Name("ix"), {});
            made->elements = {{"", schema::function("lower", {schema::column("a")})},
                              {"", schema::unary(schema::Operator::desc, schema::column("b"))},
                              {"", schema::operate(schema::Operator::add, schema::column("c"), 1)}};
            return Ops{create(made, "t")};
        });
    check_op(
        R"py(op.create_index("ix", "t", ["a", "b"], postgresql_using="GIN", postgresql_ops={"a": "gin_trgm_ops"}, postgresql_where=sa.text("a IS NOT NULL"), postgresql_include=["c"], postgresql_with={"fastupdate": "off"}, postgresql_tablespace="ts", postgresql_nulls_not_distinct=True, sqlite_where=sa.text("a > 1")))py",
        [] {
            auto made = index(Name("ix"), {"a", "b"});
            made->options.set("postgresql_using", Value("GIN"));
            made->options.set("postgresql_ops", Value(schema::Dict{{{Value("a"), Value("gin_trgm_ops")}}}));
            made->options.set("postgresql_where", schema::ExpressionPtr(schema::text("a IS NOT NULL")));
            made->options.set("postgresql_include", Value(schema::List{{Value("c")}}));
            made->options.set("postgresql_with", Value(schema::Dict{{{Value("fastupdate"), Value("off")}}}));
            made->options.set("postgresql_tablespace", Value("ts"));
            made->options.set("postgresql_nulls_not_distinct", Value(true));
            made->options.set("sqlite_where", schema::ExpressionPtr(schema::text("a > 1")));
            return Ops{create(made, "t")};
        });
    check_op(
        R"py(op.create_index("ix", "t", ["a"], postgresql_concurrently=True, postgresql_where=sa.and_(sa.column("a") == "x%", sa.column("b").is_(None))))py",
        [] {
            auto made = index(Name("ix"), {"a"});
            made->options.set("postgresql_concurrently", Value(true));
            made->options.set(
                "postgresql_where",
                schema::and_of({schema::operate(schema::Operator::eq, schema::column("a"), "x%"),
                                schema::operate(schema::Operator::is_, schema::column("b"), Value())}));
            return Ops{create(made, "t")};
        });
    check_op(R"py(op.create_index(None, "t", ["a"]))py", [] { return Ops{create(index({}, {"a"}), "t")}; });
    check_op(R"py(op.create_index(None, "t", ["a", "b"], unique=True)  # conventions)py", [] {
        return Ops{create(index({}, {"a", "b"}, true), "t", {}, true)};
    });
    check_op(R"py(op.create_index("i" * 70, "t", ["a"]))py",
             [] { return Ops{create(index(Name(std::string(70, 'i')), {"a"}), "t")}; });
    check_op(R"py(op.create_index(op.f("i" * 70), "t", ["a"]))py",
             [] { return Ops{create(index(Name::conv(std::string(70, 'i')), {"a"}), "t")}; });
    check_op(R"py(op.drop_index("ix"))py", [] {
        return Ops{schema::DropIndex{nullptr, index(Name("ix"), {}), {}}};
    });
    check_op(R"py(op.drop_index("Ix", table_name="t", schema="s", if_exists=True))py", [] {
        return Ops{schema::DropIndex{bare("t", Name("s")), index(Name("Ix"), {}), true}};
    });
    check_op(R"py(op.drop_index("ix", postgresql_concurrently=True))py", [] {
        auto made = index(Name("ix"), {});
        made->options.set("postgresql_concurrently", Value(true));
        return Ops{schema::DropIndex{nullptr, made, {}}};
    });
}

TEST_CASE("constraints") {
    check_op(R"py(op.create_primary_key("pk", "t", ["a", "b"]))py", [] {
        return Ops{create("t", {"a", "b"}, constraint(ConstraintKind::primary_key, {"a", "b"}, Name("pk")))};
    });
    check_op(R"py(op.create_unique_constraint("uq", "t", ["a", "B"], schema="s"))py", [] {
        return Ops{
            create("t", {"a", "B"}, constraint(ConstraintKind::unique, {"a", "B"}, Name("uq")), Name("s"))};
    });
    check_op(
        R"py(op.create_unique_constraint("uq", "t", ["a"], deferrable=True, initially="IMMEDIATE", postgresql_nulls_not_distinct=True, postgresql_include=["a"]))py",
        [] {
            auto made = constraint(ConstraintKind::unique, {"a"}, Name("uq"));
            made->deferrable = true;
            made->initially = "IMMEDIATE";
            made->options.set("postgresql_nulls_not_distinct", Value(true));
            made->options.set("postgresql_include", Value(schema::List{{Value("a")}}));
            return Ops{create("t", {"a"}, made)};
        });
    check_op(R"py(op.create_unique_constraint(None, "t", ["a"]))py",
             [] { return Ops{create("t", {"a"}, constraint(ConstraintKind::unique, {"a"}))}; });
    check_op(R"py(op.create_unique_constraint(None, "t", ["a"])  # conventions)py",
             [] { return Ops{create("t", {"a"}, constraint(ConstraintKind::unique, {"a"}), {}, true)}; });
    check_op(R"py(op.create_check_constraint("ck", "t", "a > 5 AND b LIKE '%x'"))py",
             [] { return Ops{create("t", {}, check("a > 5 AND b LIKE '%x'", Name("ck")))}; });
    check_op(
        R"py(op.create_check_constraint("ck", "t", sa.column("a").in_(["x", "it's"]), postgresql_not_valid=True))py",
        [] {
            auto made = constraint(ConstraintKind::check, {}, Name("ck"));
            made->sqltext = schema::in(schema::column("a"), {schema::Operand("x"), schema::Operand("it's")});
            made->options.set("postgresql_not_valid", Value(true));
            return Ops{create("t", {}, made)};
        });
    check_op(
        R"py(op.create_check_constraint("ck", "t", sa.func.length(sa.column("a")) > 3)  # conventions)py",
        [] {
            auto made = constraint(ConstraintKind::check, {}, Name("ck"));
            made->sqltext =
                schema::operate(schema::Operator::gt, schema::function("length", {schema::column("a")}), 3);
            return Ops{create("t", {}, made, {}, true)};
        });
    check_op(R"py(op.create_foreign_key("fk", "t", "o", ["a"], ["id"]))py",
             [] { return Ops{create("t", {"a"}, foreign_key({"a"}, "o", {"id"}, Name("fk")))}; });
    check_op(
        R"py(op.create_foreign_key(None, "t", "o", ["a", "b"], ["x", "y"], source_schema="s1", referent_schema="s2", ondelete="cascade", onupdate="SET DEFAULT", deferrable=False, initially="deferred", match="SIMPLE", postgresql_not_valid=True))py",
        [] {
            auto made = foreign_key({"a", "b"}, "o", {"x", "y"}, {}, Name("s2"));
            made->ondelete = "cascade";
            made->onupdate = "SET DEFAULT";
            made->deferrable = false;
            made->initially = "deferred";
            made->match = "SIMPLE";
            made->options.set("postgresql_not_valid", Value(true));
            return Ops{create("t", {"a", "b"}, made, Name("s1"))};
        });
    check_op(R"py(op.create_foreign_key(None, "t", "o", ["a"], ["id"])  # conventions)py",
             [] { return Ops{create("t", {"a"}, foreign_key({"a"}, "o", {"id"}), {}, true)}; });
    check_op(R"py(op.create_foreign_key("fk", "t", "o", ["a"], ["id"], ondelete="SET NULL (a)"))py", [] {
        auto made = foreign_key({"a"}, "o", {"id"}, Name("fk"));
        made->ondelete = "SET NULL (a)";
        return Ops{create("t", {"a"}, made)};
    });
    check_op(
        R"py(op.create_exclude_constraint("ex", "t", (sa.column("during"), "&&"), ("room", "="), where=sa.column("room") > 100, using="GIST", deferrable=True))py",
        [] {
            auto made = constraint(ConstraintKind::exclude, {}, Name("ex"));
            made->elements = {{schema::column("during"), "during", "&&"},
                              {schema::column("room"), "room", "="}};
            made->where = schema::operate(schema::Operator::gt, schema::column("room"), 100);
            made->using_ = "GIST";
            made->deferrable = true;
            return Ops{create("t", {}, made)};
        });
    check_op(R"py(op.drop_constraint("c", "t"))py", [] { return Ops{drop("c", "t", "")}; });
    check_op(R"py(op.drop_constraint("C", "t", type_="foreignkey", schema="s"))py",
             [] { return Ops{drop("C", "t", "foreignkey", Name("s"))}; });
    check_op(R"py(op.drop_constraint("c", "t", "unique", if_exists=True))py", [] {
        auto op = std::get<schema::DropConstraint>(drop("c", "t", "unique"));
        op.if_exists = true;
        return Ops{op};
    });
    check_op(R"py(op.drop_constraint("c", "t", "primary"))py", [] { return Ops{drop("c", "t", "primary")}; });
    check_op(R"py(op.drop_constraint("c", "t", "check"))py", [] { return Ops{drop("c", "t", "check")}; });
    check_op(R"py(op.drop_constraint("c", "t", "wrong"))py", [] { return Ops{drop("c", "t", "wrong")}; });
}
