#include "sql/operation_making.hpp"

#include <doctest/doctest.h>

using namespace limbeck;
using namespace limbeck::test;

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
        Ops{add("t", define("c", checked_enum({"a", "b"}, "e")))});
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
            auto op = alter("t", "c");
            op.type = checked_enum({"a", "b"}, "e");
            return Ops{op};
        });
}
