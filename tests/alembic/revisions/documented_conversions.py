"""From schema items to operations, back, and the other way round: what autogenerate's callbacks and plugins use."""
import sqlalchemy as sa
from alembic import op
from alembic.ddl.postgresql import CreateExcludeConstraintOp
from alembic.operations import ops
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

revision = "documented_conversions"
down_revision = None

metadata = sa.MetaData()
shelf = sa.Table(
    "shelf",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("label", sa.String(20), unique=True),
    sa.Column("row", sa.Integer, index=True, nullable=False),
    sa.Column("room_id", sa.Integer, sa.ForeignKey("house.room.id", name="fk_room", ondelete="CASCADE")),
    sa.CheckConstraint("row > 0", name="ck_row"),
    comment="of books",
    info={"floor": 2},
    prefixes=["UNLOGGED"],
    schema="library",
    postgresql_tablespace="fast",
)
room = sa.Table("room", metadata, sa.Column("id", sa.Integer, primary_key=True), schema="house")
wide = sa.Index("ix_wide", shelf.c.label, sa.func.lower(shelf.c.label), unique=True, postgresql_where=shelf.c.row > 3)
mood = sa.Table("mood", metadata, sa.Column("kind", sa.Enum("dark", "light", name="kind")))


def note(*values):
    op.execute("-- " + " ".join(str(value) for value in values).replace("\n", " ").replace(":", "\\:"))


def say(what):
    """What an operation holds, and what it makes when it is run."""
    kept = {
        name: value
        for name, value in sorted(vars(what).items())
        if not name.startswith("_") and name != "info" and (value is None or isinstance(value, (str, int, list, dict, tuple)))
    }
    for name in ("columns", "ops"):
        if name in kept:
            kept[name] = sorted(type(item).__name__ if not isinstance(item, str) else item for item in kept[name])
    for name in ("kw", "table_kw"):
        if name in kept:
            kept[name] = [value if isinstance(value, (str, bool)) else key for key, value in sorted(kept[name].items())]
    note(type(what).__name__, what.info, kept)


def attempt(function):
    try:
        function()
    except Exception as error:
        note(type(error).__name__, error)


def diff(what):
    name, *rest = what.to_diff_tuple()
    note(name, *[value if isinstance(value, (str, type(None))) else type(value).__name__ for value in rest])


def tables():
    create = ops.CreateTableOp.from_table(shelf)
    say(create)
    diff(create)
    op.invoke(create)
    op.execute(CreateTable(create.to_table()))
    drop = create.reverse()
    say(drop)
    diff(drop)
    op.invoke(drop)
    again = drop.reverse()
    say(again)
    note(sorted(column.name for column in again.to_table().columns), again.to_table().schema)
    drop = ops.DropTableOp.from_table(shelf)
    say(drop)
    note([column.name for column in drop.to_table().columns], drop.to_table().comment, drop.to_table().info)
    note([column.name for column in ops.DropTableOp("plain").to_table().columns])
    op.invoke(ops.CreateTableOp.from_table(mood))
    op.invoke(ops.DropTableOp.from_table(mood))
    made = ops.CreateTableOp("hall", [sa.Column("n", sa.Integer, index=True)], schema="s", comment="c", if_not_exists=True)
    say(made)
    note([index.name for index in made.to_table().indexes], made.to_table().schema)
    op.invoke(made)
    for table in metadata.sorted_tables:
        note(table.name, len(ops.CreateTableOp.from_table(table).columns))


def columns():
    add = ops.AddColumnOp.from_column(shelf.c.label)
    say(add)
    diff(add)
    note(add.to_column() is shelf.c.label)
    has_alter = op.get_context().dialect.name == "postgresql"
    if has_alter:
        op.invoke(add)
    op.invoke(ops.AddColumnOp.from_column(shelf.c.row))
    if op.get_context().dialect.name == "postgresql":
        op.invoke(ops.AddColumnOp.from_column(shelf.c.room_id))
    drop = add.reverse()
    say(drop)
    diff(drop)
    op.invoke(drop)
    say(drop.reverse())
    if has_alter:
        op.invoke(drop.reverse())
    other = ops.AddColumnOp.from_column_and_tablename("s", "t", sa.Column("x", sa.Integer))
    say(other)
    op.invoke(other)
    say(ops.DropColumnOp.from_column_and_tablename("s", "t", sa.Column("x", sa.Integer)))
    note(repr(ops.DropColumnOp("t", "x").to_column()))
    attempt(lambda: ops.DropColumnOp("t", "x").reverse())
    careful = ops.AddColumnOp("t", sa.Column("x", sa.Integer), if_not_exists=True)
    note(careful.reverse().if_exists, careful.reverse().reverse().if_not_exists)


def constraints():
    unique = next(c for c in shelf.constraints if isinstance(c, sa.UniqueConstraint))
    check = next(c for c in shelf.constraints if isinstance(c, sa.CheckConstraint))
    key = next(c for c in shelf.constraints if isinstance(c, sa.ForeignKeyConstraint))
    later = sa.UniqueConstraint(
        "a", "b", name="uq_ab", deferrable=True, initially="DEFERRED", postgresql_nulls_not_distinct=True)
    sa.Table("late", sa.MetaData(), sa.Column("a", sa.Integer), sa.Column("b", sa.Integer), later)
    far = sa.ForeignKeyConstraint(
        ["a"], ["far.b"], name="fk_far", onupdate="CASCADE", match="FULL", deferrable=False, use_alter=True)
    near = sa.Table("near", sa.MetaData(), sa.Column("a", sa.Integer), far)
    sa.Table("far", near.metadata, sa.Column("b", sa.Integer))
    for constraint in (shelf.primary_key, unique, check, key, later, far):
        made = ops.AddConstraintOp.from_constraint(constraint)
        say(made)
        diff(made)
        note(made.constraint_type, type(made.to_constraint()).__name__, made.to_constraint().table.name)
        undone = ops.DropConstraintOp.from_constraint(constraint)
        say(undone)
        diff(undone)
        say(undone.reverse())
        say(made.reverse())
        if op.get_context().dialect.name == "postgresql":
            op.invoke(made)
            if constraint.name:
                op.invoke(undone)
                op.invoke(undone.reverse())
    attempt(lambda: ops.DropConstraintOp("c", "t").reverse())
    attempt(lambda: ops.DropConstraintOp("c", "t", "unique").to_constraint())
    say(ops.CreateUniqueConstraintOp("uq", "t", ["a"], schema="s").reverse())
    say(ops.CreatePrimaryKeyOp("pk", "t", ["a"]).reverse())
    say(ops.CreateCheckConstraintOp("ck", "t", "a > 0").reverse().reverse())
    say(ops.CreateForeignKeyOp("fk", "t", "t", ["a"], ["b"], source_schema="s", referent_schema="s").reverse())
    if op.get_context().dialect.name == "postgresql":
        no_two = postgresql.ExcludeConstraint((sa.column("during"), "&&"), name="no_two", using="gist")
        sa.Table("stay", sa.MetaData(), sa.Column("during", postgresql.TSRANGE), no_two)
        made = ops.AddConstraintOp.from_constraint(no_two)
        note(type(made).__name__, made.constraint_type, made.constraint_name)
        op.invoke(made)
        made = CreateExcludeConstraintOp("no_two", "stay", [("during", "&&")], where="a > 0")
        op.invoke(made)
        note(type(made.to_constraint()).__name__)


def indexes():
    create = ops.CreateIndexOp.from_index(wide)
    say(create)
    diff(create)
    op.invoke(create)
    drop = create.reverse()
    say(drop)
    diff(drop)
    op.invoke(drop)
    say(drop.reverse())
    op.invoke(drop.reverse())
    say(ops.DropIndexOp.from_index(wide))
    op.execute(CreateIndex(ops.CreateIndexOp("ix", "t", ["a", sa.text("b DESC")], schema="s", unique=True).to_index()))
    note([column.name for column in ops.DropIndexOp("ix", "t").to_index().columns])
    say(ops.DropIndexOp("ix").reverse())
    for index in sorted(shelf.indexes, key=lambda index: index.name):
        op.invoke(ops.CreateIndexOp.from_index(index))


def alterations():
    change = ops.AlterColumnOp(
        "t", "c", schema="s", existing_type=sa.Integer(), modify_type=sa.Text(), existing_nullable=True,
        modify_nullable=False, modify_server_default="x", existing_comment="old", modify_comment="new",
    )
    note(change.has_changes(), ops.AlterColumnOp("t", "c").has_changes(), ops.AlterColumnOp("t", "c", modify_x=1).has_changes())
    for line in change.to_diff_tuple():
        note(*line)
    back = change.reverse()
    say(back)
    note(back.modify_type, back.existing_type, back.modify_nullable, back.modify_server_default, back.existing_server_default)
    if op.get_context().dialect.name == "postgresql":
        op.invoke(change)
        op.invoke(back)
    for comment in (
        ops.CreateTableCommentOp("t", "new", existing_comment="old", schema="s"),
        ops.CreateTableCommentOp("t", "new"),
        ops.DropTableCommentOp("t", existing_comment="old", schema="s"),
    ):
        say(comment)
        diff(comment)
        say(comment.reverse())
        note(comment.to_table().comment, comment.to_table().schema)
    rename = ops.RenameTableOp("a", "b", schema="s")
    say(rename)
    attempt(rename.reverse)
    attempt(rename.to_diff_tuple)
    note(*ops.ExecuteSQLOp("SELECT 1").to_diff_tuple())
    note(ops.MigrateOperation().info, isinstance(rename, ops.AlterTableOp), isinstance(rename, ops.MigrateOperation))


def containers():
    upgrade_ops = ops.UpgradeOps(
        ops=[
            ops.CreateTableOp("hall", [sa.Column("id", sa.Integer, primary_key=True)]),
            ops.ModifyTableOps(
                "shelf",
                ops=[
                    ops.AddColumnOp("shelf", sa.Column("hall_id", sa.Integer()), schema="s"),
                    ops.CreateUniqueConstraintOp("uq_hall", "shelf", ["hall_id"]),
                ],
                schema="s",
            ),
        ]
    )
    script = ops.MigrationScript(
        "abc", upgrade_ops, upgrade_ops.reverse_into(ops.DowngradeOps(ops=[])), message="halls", head="base",
        version_path="versions", depends_on="x",
    )
    say(script)
    say(script.upgrade_ops)
    say(script.downgrade_ops)
    say(script.downgrade_ops.ops[0])
    say(script.downgrade_ops.reverse())
    note(script.upgrade_ops.is_empty(), ops.UpgradeOps().is_empty(), ops.UpgradeOps().upgrade_token, ops.DowngradeOps().downgrade_token)
    note(len(script.upgrade_ops_list), len(script.downgrade_ops_list))
    for line in upgrade_ops.as_diffs():
        note(line[0])
    several = ops.MigrationScript("x", [ops.UpgradeOps(), ops.UpgradeOps(upgrade_token="b")], [ops.DowngradeOps()])
    note([one.upgrade_token for one in several.upgrade_ops_list])
    attempt(lambda: several.upgrade_ops)
    note(ops.MigrationScript("x", [], []).upgrade_ops)
    waiting = [upgrade_ops]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, ops.ModifyTableOps):
            with op.batch_alter_table(one.table_name, schema=one.schema, recreate="never") as batch_op:
                for inner in one.ops:
                    if isinstance(inner, ops.AddColumnOp):
                        batch_op.invoke(inner)
        elif hasattr(one, "ops"):
            waiting.extend(one.ops)
        else:
            op.invoke(one)


def upgrade():
    for what in (tables, columns, constraints, indexes, alterations, containers):
        op.execute("-- " + what.__name__)
        what()


def downgrade():
    op.invoke(ops.CreateTableOp.from_table(room).reverse())
