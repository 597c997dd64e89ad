#include "sql/recorded.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;
using schema::ConstraintKind;
using schema::ConstraintPtr;
using schema::Name;
using schema::Operation;
using schema::ServerDefault;
using schema::TypeKind;
using schema::Value;

namespace {

using Ops = std::vector<Operation>;

schema::ForeignKey reference(const std::string& target) {
    schema::ForeignKey key;
    schema::parse_target(key, target);
    return key;
}

ConstraintPtr constraint(ConstraintKind kind, std::vector<Name> columns, std::optional<Name> name = {}) {
    auto made = std::make_shared<schema::Constraint>(kind);
    made->columns = std::move(columns);
    made->name = std::move(name);
    return made;
}

ConstraintPtr check(const std::string& text, std::optional<Name> name = {}) {
    auto made = constraint(ConstraintKind::check, {}, std::move(name));
    made->sqltext = schema::text(text);
    return made;
}

ConstraintPtr foreign_key(std::vector<Name> columns, const std::string& table, std::vector<Name> referred,
                          std::optional<Name> name = {}, std::optional<Name> schema = {}) {
    auto made = constraint(ConstraintKind::foreign_key, std::move(columns), std::move(name));
    made->referred_table = Name(table);
    made->referred_schema = std::move(schema);
    made->referred_columns = std::move(referred);
    return made;
}

schema::IndexPtr index(std::optional<Name> name, std::vector<std::string> columns, bool unique = false) {
    auto made = std::make_shared<schema::Index>();
    made->name = std::move(name);
    for (std::string& column : columns) made->elements.push_back({std::move(column), nullptr});
    made->unique = unique;
    return made;
}

schema::TablePtr bare(const std::string& name, std::optional<Name> schema = {},
                      bool with_conventions = false) {
    auto table = std::make_shared<schema::Table>();
    table->name = Name(name);
    table->schema = std::move(schema);
    if (with_conventions) table->metadata = conventions();
    return table;
}

schema::TablePtr with_columns(const schema::TablePtr& table, const std::vector<std::string>& names) {
    for (const std::string& name : names) table->append(define(name, schema::null_type()));
    return table;
}

Operation add(const std::string& table, const schema::ColumnPtr& made) {
    schema::AddColumn op;
    op.table = Name(table);
    op.column = made;
    return op;
}

schema::AlterColumn alter(const std::string& table, const std::string& name) {
    schema::AlterColumn op;
    op.table = Name(table);
    op.column = Name(name);
    return op;
}

// The operations of a new constraint on a table with these columns.
Operation create(const std::string& table, const std::vector<std::string>& columns, const ConstraintPtr& made,
                 std::optional<Name> schema = {}, bool with_conventions = false) {
    schema::TablePtr target = with_columns(bare(table, std::move(schema), with_conventions), columns);
    target->append(made);
    return schema::CreateConstraint{target, made};
}

Operation create(const schema::IndexPtr& made, const std::string& table, std::optional<Name> schema = {},
                 bool with_conventions = false) {
    schema::TablePtr target = bare(table, std::move(schema), with_conventions);
    target->append(made);
    schema::CreateIndex op;
    op.table = target;
    op.index = made;
    return op;
}

Operation drop(const std::string& name, const std::string& table, const std::string& kind,
               std::optional<Name> schema = {}) {
    schema::DropConstraint op;
    op.table = bare(table, std::move(schema));
    op.name = Name(name);
    op.type = kind;
    return op;
}

} // namespace

TEST_CASE("add_column") {
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer())))py",
             Ops{add("t", define("c", type(TypeKind::integer)))});
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.String(50), nullable=False, server_default="x'y%")))py",
        [] {
            auto c = required("c", varchar(50));
            c->server_default = ServerDefault::of(std::string("x'y%"));
            return Ops{add("t", c)};
        });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.DateTime(), server_default=sa.func.now(), nullable=False)))py",
        [] {
            auto c = required("c", type(TypeKind::datetime));
            c->server_default = ServerDefault::of(schema::function("now"));
            return Ops{add("t", c)};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Boolean(), server_default=sa.true())))py", [] {
        auto c = define("c", schema::boolean_type());
        c->server_default = ServerDefault::of(std::make_shared<schema::True>());
        return Ops{add("t", c)};
    });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Boolean(), server_default=sa.sql.expression.false())))py",
        [] {
            auto c = define("c", schema::boolean_type());
            c->server_default = ServerDefault::of(std::make_shared<schema::False>());
            return Ops{add("t", c)};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), server_default=sa.text("0 + 1"))))py", [] {
        auto c = define("c", schema::integer_type());
        c->server_default = ServerDefault::of(schema::text("0 + 1"));
        return Ops{add("t", c)};
    });
    check_op(R"py(op.add_column("t", sa.Column("c", pg.JSONB(), server_default=sa.text("'{}'::jsonb"))))py",
             [] {
                 auto c = define("c", type(TypeKind::JSONB));
                 c->server_default = ServerDefault::of(schema::text("'{}'::jsonb"));
                 return Ops{add("t", c)};
             });
    check_op(R"py(op.add_column("T", sa.Column("Order", sa.Integer()), schema="my schema"))py", [] {
        schema::AddColumn op;
        op.table = Name("T");
        op.schema = Name("my schema");
        op.column = define("Order", schema::integer_type());
        return Ops{op};
    });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer()), schema="a.b"))py", [] {
        schema::AddColumn op;
        op.table = Name("t");
        op.schema = Name("a.b");
        op.column = define("c", schema::integer_type());
        return Ops{op};
    });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer()), if_not_exists=True))py", [] {
        schema::AddColumn op;
        op.table = Name("t");
        op.column = define("c", schema::integer_type());
        op.if_not_exists = true;
        return Ops{op};
    });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.ForeignKey("o.id", ondelete="CASCADE", name="fk1"))))py",
        [] {
            auto c = define("c", schema::integer_type());
            auto key = reference("o.id");
            key.ondelete = "CASCADE";
            key.name = Name("fk1");
            c->foreign_keys.push_back(key);
            return Ops{add("t", c)};
        });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.ForeignKey("s.o.id")), inline_references=True))py",
        [] {
            auto c = define("c", schema::integer_type());
            c->foreign_keys.push_back(reference("s.o.id"));
            schema::AddColumn op;
            op.table = Name("t");
            op.column = c;
            op.inline_references = true;
            return Ops{op};
        });
    check_op(
        R"py(op.add_column("t", sa.Column("id", sa.Integer(), primary_key=True), inline_primary_key=True))py",
        [] {
            schema::AddColumn op;
            op.table = Name("t");
            op.column = define("id", schema::integer_type(), true);
            op.inline_primary_key = true;
            return Ops{op};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), unique=True)))py", [] {
        auto c = define("c", schema::integer_type());
        c->unique = true;
        return Ops{add("t", c)};
    });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), index=True)))py", [] {
        auto c = define("c", schema::integer_type());
        c->index = true;
        return Ops{add("t", c)};
    });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), comment="it's")))py", [] {
        auto c = define("c", schema::integer_type());
        c->comment = "it's";
        return Ops{add("t", c)};
    });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.CheckConstraint("c > 0", name="pos"))))py",
        [] {
            auto c = define("c", schema::integer_type());
            c->constraints.push_back(check("c > 0", Name("pos")));
            return Ops{add("t", c)};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Boolean(create_constraint=True, name="ck_c"))))py",
             [] {
                 auto flag = schema::make_type(TypeKind::boolean);
                 flag->create_constraint = true;
                 flag->name = Name("ck_c");
                 return Ops{add("t", define("c", flag))};
             });
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Enum("a", "b", name="e", native_enum=False, create_constraint=True))))py",
        [] {
            auto kind = schema::make_type(TypeKind::enum_);
            kind->labels = {"a", "b"};
            kind->name = Name("e");
            kind->native_enum = false;
            kind->create_constraint = true;
            return Ops{add("t", define("c", kind))};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Enum("a", "b", name="e"))))py",
             Ops{add("t", define("c", enum_type({"a", "b"}, "e")))});
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.Identity(always=True, start=5, increment=2, cycle=True))))py",
        [] {
            auto c = define("c", schema::integer_type());
            c->identity = schema::Identity{true, false, {}};
            c->identity->options.start = 5;
            c->identity->options.increment = 2;
            c->identity->options.cycle = true;
            return Ops{add("t", c)};
        });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.Computed("a + b", persisted=True))))py",
             [] {
                 auto c = define("c", schema::integer_type());
                 c->computed = schema::Computed{schema::text("a + b"), true};
                 return Ops{add("t", c)};
             });
    check_op(R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.Computed("a + b", persisted=False))))py",
             [] {
                 auto c = define("c", schema::integer_type());
                 c->computed = schema::Computed{schema::text("a + b"), false};
                 return Ops{add("t", c)};
             });
    // conventions name what has no name
    check_op(
        R"py(op.add_column("t", sa.Column("c", sa.Integer(), sa.ForeignKey("o.id"), index=True))  # conventions)py",
        [] {
            auto c = define("c", schema::integer_type());
            c->foreign_keys.push_back(reference("o.id"));
            c->index = true;
            schema::AddColumn op;
            op.table = Name("t");
            op.column = c;
            op.metadata = conventions();
            return Ops{op};
        });
}

TEST_CASE("alter_column") {
    check_op(R"py(op.alter_column("t", "c", nullable=False))py", [] {
        auto op = alter("t", "c");
        op.nullable = false;
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", nullable=True, existing_type=sa.String(5)))py", [] {
        auto op = alter("t", "c");
        op.nullable = true;
        op.existing_type = varchar(5);
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", server_default="x"))py", [] {
        auto op = alter("t", "c");
        op.default_change = schema::Change::set;
        op.server_default = ServerDefault::of(std::string("x"));
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", server_default=None))py", [] {
        auto op = alter("t", "c");
        op.default_change = schema::Change::drop;
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", server_default=sa.text("now()")))py", [] {
        auto op = alter("t", "c");
        op.default_change = schema::Change::set;
        op.server_default = ServerDefault::of(schema::text("now()"));
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", type_=sa.String(80), existing_type=sa.String(40)))py", [] {
        auto op = alter("t", "c");
        op.type = varchar(80);
        op.existing_type = varchar(40);
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", type_=sa.Integer(), postgresql_using="c::integer"))py", [] {
        auto op = alter("t", "c");
        op.type = schema::integer_type();
        op.options.set("postgresql_using", Value("c::integer"));
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", postgresql_using="c::integer", nullable=True))py", [] {
        auto op = alter("t", "c");
        op.nullable = true;
        op.options.set("postgresql_using", Value("c::integer"));
        return Ops{op};
    });
    check_op(
        R"py(op.alter_column("t", "c", new_column_name="D", nullable=False, type_=sa.BigInteger(), server_default="1", schema="s"))py",
        [] {
            auto op = alter("t", "c");
            op.schema = Name("s");
            op.new_name = Name("D");
            op.nullable = false;
            op.type = type(TypeKind::big_integer);
            op.default_change = schema::Change::set;
            op.server_default = ServerDefault::of(std::string("1"));
            return Ops{op};
        });
    check_op(R"py(op.alter_column("t", "c", comment="it's", existing_comment=None))py", [] {
        auto op = alter("t", "c");
        op.comment_change = schema::Change::set;
        op.comment = "it's";
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", comment=None))py", [] {
        auto op = alter("t", "c");
        op.comment_change = schema::Change::drop;
        return Ops{op};
    });
    check_op(R"py(op.alter_column("t", "c", server_default=sa.Identity(start=3)))py", [] {
        auto op = alter("t", "c");
        op.default_change = schema::Change::set;
        op.identity = schema::Identity();
        op.identity->options.start = 3;
        return Ops{op};
    });
    check_op(
        R"py(op.alter_column("t", "c", server_default=sa.Identity(start=3), existing_server_default=None))py",
        [] {
            auto op = alter("t", "c");
            op.default_change = schema::Change::set;
            op.identity = schema::Identity();
            op.identity->options.start = 3;
            op.existing_default_is_none = true;
            return Ops{op};
        });
    check_op(R"py(op.alter_column("t", "c", server_default=None, existing_server_default=sa.Identity()))py",
             [] {
                 auto op = alter("t", "c");
                 op.default_change = schema::Change::drop;
                 op.existing_identity = schema::Identity();
                 return Ops{op};
             });
    check_op(
        R"py(op.alter_column("t", "c", server_default=sa.Identity(always=True, increment=4), existing_server_default=sa.Identity(increment=2)))py",
        [] {
            auto op = alter("t", "c");
            op.default_change = schema::Change::set;
            op.identity = schema::Identity();
            op.identity->always = true;
            op.identity->options.increment = 4;
            op.existing_identity = schema::Identity();
            op.existing_identity->options.increment = 2;
            return Ops{op};
        });
    check_op(R"py(op.alter_column("t", "c", server_default=sa.Computed("a")))py", [] {
        auto op = alter("t", "c");
        op.default_change = schema::Change::set;
        op.computed = schema::Computed{schema::text("a"), std::nullopt};
        return Ops{op};
    });
    check_op(
        R"py(op.alter_column("t", "c", type_=sa.Enum("a", "b", name="e", native_enum=False, create_constraint=True)))py",
        [] {
            auto kind = schema::make_type(TypeKind::enum_);
            kind->labels = {"a", "b"};
            kind->name = Name("e");
            kind->native_enum = false;
            kind->create_constraint = true;
            auto op = alter("t", "c");
            op.type = kind;
            return Ops{op};
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
