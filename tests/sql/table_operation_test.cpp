#include "sql/operation_making.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;

TEST_CASE("create_table") {
    check_op(
        R"py(op.create_table("account", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50), nullable=False), sa.Column("description", sa.Unicode(200)), sa.Column("timestamp", sa.TIMESTAMP, server_default=sa.func.now())))py",
        [] {
            auto stamp = define("timestamp", type(TypeKind::TIMESTAMP));
            stamp->server_default = ServerDefault::of(schema::function("now"));
            auto description = schema::make_type(TypeKind::unicode);
            description->length = 200;
            return Ops{schema::CreateTable{make_table("account", {define("id", schema::integer_type(), true),
                                                                  required("name", varchar(50)),
                                                                  define("description", description), stamp}),
                                           {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("id", sa.BigInteger, nullable=False), sa.Column("o_id", sa.Integer()), sa.ForeignKeyConstraint(["o_id"], ["o.id"], name="fk_o", ondelete="SET NULL", onupdate="CASCADE"), sa.PrimaryKeyConstraint("id", name="t_pkey"), sa.UniqueConstraint("o_id", name="uq_o"), sa.CheckConstraint("id > 0", name="ck"), if_not_exists=True))py",
        [] {
            auto key = foreign_key({"o_id"}, "o", {"id"}, Name("fk_o"));
            key->ondelete = "SET NULL";
            key->onupdate = "CASCADE";
            auto primary = constraint(ConstraintKind::primary_key, {"id"}, Name("t_pkey"));
            auto unique = constraint(ConstraintKind::unique, {"o_id"}, Name("uq_o"));
            return Ops{schema::CreateTable{make_table("t",
                                                      {required("id", type(TypeKind::big_integer)),
                                                       define("o_id", schema::integer_type())},
                                                      {key, primary, unique, check("id > 0", Name("ck"))}),
                                           true}};
        });
    check_op(R"py(op.create_table("t", sa.Column("a", sa.SmallInteger(), primary_key=True)))py", [] {
        return Ops{
            schema::CreateTable{make_table("t", {define("a", type(TypeKind::small_integer), true)}), {}}};
    });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.BigInteger(), primary_key=True, autoincrement=False)))py",
        [] {
            auto a = define("a", type(TypeKind::big_integer), true);
            a->autoincrement = schema::Autoincrement::no;
            return Ops{schema::CreateTable{make_table("t", {a}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Integer(), primary_key=True)))py",
        [] {
            return Ops{schema::CreateTable{make_table("t", {define("a", schema::integer_type(), true),
                                                            define("b", schema::integer_type(), true)}),
                                           {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Integer(), primary_key=True, autoincrement=True)))py",
        [] {
            auto b = define("b", schema::integer_type(), true);
            b->autoincrement = schema::Autoincrement::yes;
            return Ops{
                schema::CreateTable{make_table("t", {define("a", schema::integer_type(), true), b}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer(), sa.ForeignKey("o.id"), primary_key=True)))py",
        [] {
            auto a = define("a", schema::integer_type(), true);
            a->foreign_keys.push_back(reference("o.id"));
            return Ops{schema::CreateTable{make_table("t", {a}), {}}};
        });
    check_op(R"py(op.create_table("t", sa.Column("a", sa.String(5), primary_key=True)))py", [] {
        return Ops{schema::CreateTable{make_table("t", {define("a", varchar(5), true)}), {}}};
    });
    check_op(R"py(op.create_table("t", sa.Column("a", sa.Numeric(10, 0), primary_key=True)))py", [] {
        auto kind = schema::make_type(TypeKind::numeric);
        kind->precision = 10;
        kind->scale = 0;
        return Ops{schema::CreateTable{make_table("t", {define("a", kind, true)}), {}}};
    });
    check_op(
        R"py(op.create_table("t", sa.Column("a", pg.UUID(), primary_key=True, server_default=sa.text("gen_random_uuid()"))))py",
        [] {
            auto a = define("a", type(TypeKind::UUID), true);
            a->server_default = ServerDefault::of(schema::text("gen_random_uuid()"));
            return Ops{schema::CreateTable{make_table("t", {a}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer(), sa.Identity(), primary_key=True), sa.Column("b", sa.Integer(), sa.Identity(always=True), nullable=True)))py",
        [] {
            auto a = define("a", schema::integer_type(), true);
            a->identity = schema::Identity();
            auto b = define("b", schema::integer_type());
            b->identity = schema::Identity();
            b->identity->always = true;
            b->nullable_given = true;
            return Ops{schema::CreateTable{make_table("t", {a, b}), {}}};
        });
    check_op(R"py(op.create_table("t", sa.Column("a", sa.Integer(), sa.Sequence("s"), primary_key=True)))py",
             [] {
                 auto a = define("a", schema::integer_type(), true);
                 auto s = std::make_shared<schema::Sequence>();
                 s->name = Name("s");
                 a->sequence = s;
                 return Ops{schema::CreateTable{make_table("t", {a}), {}}};
             });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="xy")), sa.Column("b", sa.Enum("x", "y", name="xy")), sa.Column("c", pg.ARRAY(pg.ENUM("p", "it's", name="P", schema="s")))))py",
        [] {
            auto kind = schema::make_type(TypeKind::ENUM);
            kind->labels = {"p", "it's"};
            kind->name = Name("P");
            kind->schema = Name("s");
            return Ops{schema::CreateTable{
                make_table("t", {define("a", enum_type({"x", "y"}, "xy")),
                                 define("b", enum_type({"x", "y"}, "xy")), define("c", array_type(kind))}),
                {}}};
        });
    check_op(R"py(op.create_table("t", sa.Column("a", pg.ENUM("x", name="xy", create_type=False)))
op.create_table("u", sa.Column("a", sa.Enum("x", name="z")))
op.create_table("v", sa.Column("a", sa.Enum("x", name="z"))))py",
             [] {
                 auto kind = schema::make_type(TypeKind::ENUM);
                 kind->labels = {"x"};
                 kind->name = Name("xy");
                 kind->create_type = false;
                 return Ops{schema::CreateTable{make_table("t", {define("a", kind)}), {}},
                            schema::CreateTable{make_table("u", {define("a", enum_type({"x"}, "z"))}), {}},
                            schema::CreateTable{make_table("v", {define("a", enum_type({"x"}, "z"))}), {}}};
             });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="xy", native_enum=False, create_constraint=True)), sa.Column("b", sa.Boolean(create_constraint=True)), sa.Column("c", sa.Enum("x", "y", create_constraint=True, name="z"))))py",
        [] {
            auto a = schema::make_type(TypeKind::enum_);
            a->labels = {"x", "y"};
            a->name = Name("xy");
            a->native_enum = false;
            a->create_constraint = true;
            auto b = schema::make_type(TypeKind::boolean);
            b->create_constraint = true;
            auto c = schema::make_type(TypeKind::enum_);
            c->labels = {"x", "y"};
            c->name = Name("z");
            c->create_constraint = true;
            return Ops{
                schema::CreateTable{make_table("t", {define("a", a), define("b", b), define("c", c)}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer(), unique=True, index=False), sa.Column("b", sa.Integer(), index=True), sa.Column("c", sa.Integer(), sa.CheckConstraint("c > 1"), comment="c's"), comment="a table", schema="s"))py",
        [] {
            auto table = bare("t", Name("s"));
            auto a = define("a", schema::integer_type());
            a->unique = true;
            a->index = false;
            auto b = define("b", schema::integer_type());
            b->index = true;
            auto c = define("c", schema::integer_type());
            c->constraints.push_back(check("c > 1"));
            c->comment = "c's";
            for (const auto& item : {a, b, c}) table->append(item);
            table->comment = "a table";
            return Ops{schema::CreateTable{table, {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Integer(), unique=True), sa.Column("b", sa.Integer(), sa.ForeignKey("o.id"), index=True), sa.CheckConstraint("a > 1", name="pos"), sa.Column("f", sa.Boolean(create_constraint=True, name="isb")))  # conventions)py",
        [] {
            auto table = bare("t", {}, true);
            auto ck = check("a > 1", Name("pos"));
            auto a = define("a", schema::integer_type());
            a->unique = true;
            auto b = define("b", schema::integer_type());
            b->foreign_keys.push_back(reference("o.id"));
            b->index = true;
            auto flag = schema::make_type(TypeKind::boolean);
            flag->create_constraint = true;
            flag->name = Name("isb");
            for (const auto& item : {define("id", schema::integer_type(), true), a, b, define("f", flag)})
                table->append(item);
            table->append(ck);
            return Ops{schema::CreateTable{table, {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.UniqueConstraint("id", name=op.f("a" * 80)), sqlite_autoincrement=True, prefixes=["TEMPORARY"], postgresql_partition_by="RANGE (id)", postgresql_with_oids=False, postgresql_on_commit="PRESERVE_ROWS", postgresql_tablespace="Space", postgresql_inherits=("p", "Q"), postgresql_using="heap"))py",
        [] {
            auto table =
                make_table("t", {define("id", schema::integer_type(), true)},
                           {constraint(ConstraintKind::unique, {"id"}, Name::conv(std::string(80, 'a')))});
            table->prefixes = {"TEMPORARY"};
            table->options.set("sqlite_autoincrement", Value(true));
            table->options.set("postgresql_partition_by", Value("RANGE (id)"));
            table->options.set("postgresql_with_oids", Value(false));
            table->options.set("postgresql_on_commit", Value("PRESERVE_ROWS"));
            table->options.set("postgresql_tablespace", Value("Space"));
            table->options.set("postgresql_inherits", Value(schema::Tuple{{Value("p"), Value("Q")}}));
            table->options.set("postgresql_using", Value("heap"));
            return Ops{schema::CreateTable{table, {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("id", sa.Integer(), sqlite_on_conflict_not_null="FAIL", nullable=False), sa.UniqueConstraint("id", sqlite_on_conflict="IGNORE"), sqlite_with_rowid=False, sqlite_strict=True))py",
        [] {
            auto id = required("id", schema::integer_type());
            id->options.set("sqlite_on_conflict_not_null", Value("FAIL"));
            auto unique = constraint(ConstraintKind::unique, {"id"});
            unique->options.set("sqlite_on_conflict", Value("IGNORE"));
            auto table = make_table("t", {id}, {unique});
            table->options.set("sqlite_with_rowid", Value(false));
            table->options.set("sqlite_strict", Value(true));
            return Ops{schema::CreateTable{table, {}}};
        });
    check_op(R"py(op.create_table("t", sa.Column("c")))py", [] {
        return Ops{schema::CreateTable{make_table("t", {define("c", schema::null_type())}), {}}};
    });
    check_op(
        R"py(op.create_table("t", sa.Column("c", sa.Integer()), sa.UniqueConstraint("c", name="x" * 70)))py",
        [] {
            return Ops{schema::CreateTable{
                make_table("t", {define("c", schema::integer_type())},
                           {constraint(ConstraintKind::unique, {"c"}, Name(std::string(70, 'x')))}),
                {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()), sa.ForeignKeyConstraint(["a", "b"], ["s.o.x", "s.o.y"], deferrable=True, initially="DEFERRED", match="FULL", postgresql_not_valid=True)))py",
        [] {
            auto key = foreign_key({"a", "b"}, "o", {"x", "y"}, {}, Name("s"));
            key->deferrable = true;
            key->initially = "DEFERRED";
            key->match = "FULL";
            key->options.set("postgresql_not_valid", Value(true));
            return Ops{schema::CreateTable{
                make_table("t", {define("a", schema::integer_type()), define("b", schema::integer_type())},
                           {key}),
                {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.x"], ondelete="EXPLODE")))py",
        [] {
            auto key = foreign_key({"a"}, "o", {"x"});
            key->ondelete = "EXPLODE";
            return Ops{
                schema::CreateTable{make_table("t", {define("a", schema::integer_type())}, {key}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.Integer()), sa.ForeignKeyConstraint(["a"], ["o.x"], use_alter=True, name="f")))py",
        [] {
            auto key = foreign_key({"a"}, "o", {"x"}, Name("f"));
            key->use_alter = true;
            return Ops{
                schema::CreateTable{make_table("t", {define("a", schema::integer_type())}, {key}), {}}};
        });
    check_op(
        R"py(op.create_table("t", sa.Column("a", sa.String(), server_default=""), sa.Column("b", sa.Integer(), server_default=sa.text("5")), sa.Column("c", sa.Integer(), server_default=sa.text("-5")), sa.Column("d", sa.DateTime(), server_default=sa.text("(now() at time zone 'utc')")), sa.Column("e", sa.Integer(), server_default=sa.FetchedValue()), sa.Column("f", sa.Float(), server_default="1.5")))py",
        [] {
            auto a = define("a", schema::string_type());
            a->server_default = ServerDefault::of(std::string());
            auto b = define("b", schema::integer_type());
            b->server_default = ServerDefault::of(schema::text("5"));
            auto c = define("c", schema::integer_type());
            c->server_default = ServerDefault::of(schema::text("-5"));
            auto d = define("d", type(TypeKind::datetime));
            d->server_default = ServerDefault::of(schema::text("(now() at time zone 'utc')"));
            auto e = define("e", schema::integer_type());
            e->server_default.kind = schema::ServerDefaultKind::fetched;
            auto f = define("f", type(TypeKind::float_));
            f->server_default = ServerDefault::of(std::string("1.5"));
            return Ops{schema::CreateTable{make_table("t", {a, b, c, d, e, f}), {}}};
        });
}

TEST_CASE("columns and tables go and are renamed") {
    check_op(R"py(op.drop_column("t", "c"))py", [] {
        schema::DropColumn op;
        op.table = Name("t");
        op.column = Name("c");
        return Ops{op};
    });
    check_op(R"py(op.drop_column("t", "Select", schema="s", if_exists=True))py", [] {
        schema::DropColumn op;
        op.table = Name("t");
        op.column = Name("Select");
        op.schema = Name("s");
        op.if_exists = true;
        return Ops{op};
    });
    check_op(R"py(op.drop_table("t"))py", [] { return Ops{schema::DropTable{bare("t"), std::nullopt}}; });
    check_op(R"py(op.drop_table("user", schema="s", if_exists=True))py", [] {
        return Ops{schema::DropTable{bare("user", Name("s")), true}};
    });
    check_op(R"py(op.rename_table("a", "b"))py", [] {
        return Ops{schema::RenameTable{Name("a"), Name("b"), {}}};
    });
    check_op(R"py(op.rename_table("a", "B", schema="s"))py", [] {
        return Ops{schema::RenameTable{Name("a"), Name("B"), Name("s")}};
    });
}
