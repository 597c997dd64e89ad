#include "sql/recorded.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;
using schema::ExpressionPtr;
using schema::Name;
using schema::Operand;
using schema::Operator;
using schema::Value;

namespace {

ExpressionPtr c(const std::string& name) {
    return col(table_t(), name);
}
ExpressionPtr eq(const ExpressionPtr& left, const Operand& right) {
    return schema::operate(Operator::eq, left, right);
}

std::shared_ptr<schema::Select> select(std::vector<ExpressionPtr> columns) {
    auto made = std::make_shared<schema::Select>();
    made->columns = std::move(columns);
    return made;
}

schema::Assignment set(const std::string& key, Value value) {
    return {key, nullptr, nullptr, nullptr, std::move(value)};
}
schema::Assignment set(const std::string& key, ExpressionPtr value) {
    return {key, nullptr, nullptr, std::move(value), {}};
}

} // namespace

TEST_CASE("select") {
    auto t = table_t();
    auto u = table_u();
    check_sql(R"py(sa.select(t.c.id, t.c.name))py", select({c("id"), c("name")}));
    check_sql(R"py(sa.select(u))py", select({u}));
    check_sql(R"py(sa.select(t.c.id).where(t.c.id == 5).where(sa.or_(t.c.name == "x", t.c.flag)))py", [&] {
        auto made = select({c("id")});
        made->where = {eq(c("id"), 5), schema::or_of({eq(c("name"), "x"), c("flag")})};
        return made;
    }());
    check_sql(R"py(sa.select(t.c.id).where(t.c.flag))py", [&] {
        auto made = select({c("id")});
        made->where = {c("flag")};
        return made;
    }());
    check_sql(
        R"py(sa.select(sa.func.count(), sa.func.max(t.c.id), t.c.id + 1, sa.cast(t.c.name, sa.Integer)))py",
        select({schema::function("count"), schema::function("max", {c("id")}),
                schema::operate(Operator::add, c("id"), 1),
                schema::cast(c("name"), schema::integer_type())}));
    check_sql(R"py(sa.select(t.c.id, u.c.id).where(t.c.id == u.c.t_id))py", [&] {
        auto made = select({c("id"), col(u, "id")});
        made->where = {eq(c("id"), col(u, "t_id"))};
        return made;
    }());
    check_sql(
        R"py(sa.select(t.c.id.label("x")).order_by(sa.desc("x"), t.c.name).group_by(t.c.name).having(sa.func.count() > 1).limit(5).offset(2).distinct())py",
        [&] {
            auto made = select({schema::label(Name("x"), c("id"))});
            made->order_by = {schema::unary(Operator::desc, std::make_shared<schema::LabelReference>("x")),
                              c("name")};
            made->group_by = {c("name")};
            made->having = {schema::operate(Operator::gt, schema::function("count"), 1)};
            made->limit = schema::literal(Value(5));
            made->offset = schema::literal(Value(2));
            made->distinct = true;
            return made;
        }());
    check_sql(R"py(sa.select(t.c.id).limit(5))py", [&] {
        auto made = select({c("id")});
        made->limit = schema::literal(Value(5));
        return made;
    }());
    check_sql(R"py(sa.select(users.c.id).select_from(users.join(posts)))py", [&] {
        auto made = select({col(table_users(), "id")});
        made->froms = {schema::join(table_users(), table_posts())};
        return made;
    }());
    check_sql(R"py(sa.select(t.c.id).select_from(t.outerjoin(u, t.c.id == u.c.t_id)))py", [&] {
        auto made = select({c("id")});
        made->froms = {schema::join(t, u, eq(c("id"), col(u, "t_id")), true)};
        return made;
    }());
    check_sql(R"py(sa.select(t.c.id).where(sa.exists(sa.select(u.c.id).where(u.c.t_id == t.c.id))))py", [&] {
        auto inner = select({col(u, "id")});
        inner->where = {eq(col(u, "t_id"), c("id"))};
        auto made = select({c("id")});
        made->where = {schema::exists(inner)};
        return made;
    }());
    check_sql(R"py(sa.select(t.c.id).where(t.c.id.in_(sa.select(u.c.t_id))))py", [&] {
        auto made = select({c("id")});
        made->where = {schema::in(c("id"), ExpressionPtr(select({col(u, "t_id")})))};
        return made;
    }());
    check_sql(R"py(sa.union_all(sa.select(t.c.id), sa.select(u.c.id)).order_by("id"))py", [&] {
        auto made = std::make_shared<schema::CompoundSelect>(schema::as<schema::CompoundSelect>(
            *schema::compound(schema::SetOperator::union_all, {select({c("id")}), select({col(u, "id")})})));
        made->order_by = {std::make_shared<schema::LabelReference>("id")};
        return made;
    }());
    check_sql(R"py(sa.select(sa.select(t.c.id).subquery("s")))py",
              select({schema::subquery(select({c("id")}), Name("s"))}));
    check_sql(R"py(sa.select(sa.select(t.c.id).where(t.c.id == 1).cte("x")))py", [&] {
        auto inner = select({c("id")});
        inner->where = {eq(c("id"), 1)};
        return select({schema::cte(inner, Name("x"))});
    }());
}

TEST_CASE("insert, update, delete") {
    auto t = table_t();
    auto u = table_u();
    check_sql(R"py(t.insert().values(name="x", id=1))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = t;
        made->has_values = true;
        made->values = {set("name", Value("x")), set("id", Value(1))};
        return made;
    }());
    check_sql(R"py(u.insert())py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = u;
        return made;
    }());
    check_sql(R"py(users.insert().values(name="x"))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = table_users();
        made->has_values = true;
        made->values = {set("name", Value("x"))};
        return made;
    }());
    check_sql(R"py(t.insert().values([{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = t;
        made->has_values = true;
        made->multi_values = {{set("id", Value(1)), set("name", Value("a"))},
                              {set("id", Value(2)), set("name", Value("b"))}};
        return made;
    }());
    check_sql(R"py(t.insert().from_select(["id", "name"], sa.select(u.c.id, u.c.name)))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = t;
        made->select_names = {"id", "name"};
        made->select = select({col(u, "id"), col(u, "name")});
        return made;
    }());
    check_sql(R"py(pg.insert(t).values(id=1).on_conflict_do_nothing(index_elements=["id"]))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = t;
        made->has_values = true;
        made->values = {set("id", Value(1))};
        made->on_conflict = schema::OnConflict();
        made->on_conflict->elements = {schema::column(Name("id"))};
        return made;
    }());
    check_sql(R"py(t.update().where(t.c.id == 1).values(name="x", id=t.c.id + 1))py", [&] {
        auto made = std::make_shared<schema::Update>();
        made->table = t;
        made->where = {eq(c("id"), 1)};
        made->values = {set("name", Value("x")), set("id", schema::operate(Operator::add, c("id"), 1))};
        return made;
    }());
    check_sql(
        R"py(users.update().values(name=sa.select(u.c.name).where(u.c.id == users.c.id).scalar_subquery()))py",
        [&] {
            auto inner = select({col(u, "name")});
            // Python asks a Column first where the other side is a plain column: the sides are exchanged.
            inner->where = {eq(col(table_users(), "id"), col(u, "id"))};
            auto made = std::make_shared<schema::Update>();
            made->table = table_users();
            made->values = {set("name", schema::scalar_subquery(inner))};
            return made;
        }());
    check_sql(R"py(t.update().where(t.c.id == u.c.t_id).values(name=u.c.name))py", [&] {
        auto made = std::make_shared<schema::Update>();
        made->table = t;
        made->where = {eq(c("id"), col(u, "t_id"))};
        made->values = {set("name", col(u, "name"))};
        return made;
    }());
    check_sql(R"py(u.delete().where(u.c.name == "it's"))py", [&] {
        auto made = std::make_shared<schema::Delete>();
        made->table = u;
        made->where = {eq(col(u, "name"), "it's")};
        return made;
    }());
    check_sql(R"py(t.delete())py", [&] {
        auto made = std::make_shared<schema::Delete>();
        made->table = t;
        return made;
    }());
    check_sql(R"py(t.insert().values(nope=1))py", [&] {
        auto made = std::make_shared<schema::Insert>();
        made->table = t;
        made->has_values = true;
        made->values = {set("nope", Value(1))};
        return made;
    }());
}
