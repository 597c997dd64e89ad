"""A table's sets of constraints and indexes: who changes one changes the table."""
import sqlalchemy as sa
from sqlalchemy.schema import CreateTable


def make(name="stock"):
    return sa.Table(
        name,
        sa.MetaData(),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bin", sa.Integer, sa.ForeignKey("bins.id", name="fk_bin")),
        sa.Column("label", sa.Text, index=True),
        sa.UniqueConstraint("bin", "label", name="uq_place"),
        sa.CheckConstraint("id > 0", name="ck_id"),
    )


def named(items):
    return sorted(str(item.name) for item in items)


def ddl(table):
    print(str(CreateTable(table, include_foreign_key_constraints=[])).strip())


t = make()
found = {c.name: c for c in t.constraints}
print(t.constraints is t.constraints, t.indexes is t.indexes, isinstance(t.constraints, set))
t.constraints.discard(found["uq_place"])
t.constraints.discard(found["uq_place"])
t.constraints.remove(found["fk_bin"])
print(named(t.constraints), named(t.foreign_key_constraints))
ddl(t)
try:
    t.constraints.remove(found["fk_bin"])
except KeyError:
    print("KeyError")
t.append_constraint(found["uq_place"])
print(named(t.constraints))
ddl(t)
t.constraints -= {found["ck_id"], found["uq_place"]}
print(named(t.constraints))
t.constraints.add(found["ck_id"])
ddl(t)
t.constraints.clear()
print(named(t.constraints))
ddl(t)
t.constraints = {found["uq_place"]}
print(named(t.constraints))
ddl(t)

t = make()
held = t.indexes
sa.Index("ix_bin", t.c.bin)
t.append_constraint(sa.UniqueConstraint("label", name="uq_label"))
print(named(held), named(t.constraints))
t.indexes.pop()
t.indexes.clear()
print(named(t.indexes), named(held))

# A copy of a constraint made of columns belongs to their table as long as it is told no other one.
t = make()
for kind in (sa.UniqueConstraint, sa.CheckConstraint, sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint):
    for constraint in [c for c in t.constraints if type(c) is kind]:
        copied = constraint._copy()
        print(kind.__name__, copied in t.constraints, constraint in t.constraints)
print(named(t.constraints))
try:
    for constraint in t.constraints:
        if isinstance(constraint, sa.UniqueConstraint):
            constraint._copy()
except RuntimeError as error:
    print(error)

t = make()
other = t.to_metadata(sa.MetaData())
print(named(t.constraints), named(other.constraints))
unique = next(c for c in t.constraints if c.name == "uq_place")
target = make("target")
print(unique._copy(target_table=target) in target.constraints, named(t.constraints))
