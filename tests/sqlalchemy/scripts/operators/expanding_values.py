# What may stand for the list of an expanding parameter, and the type that its values have.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

dialects = {"postgresql": postgresql.dialect(), "sqlite": sqlite.dialect()}


def attempt(label, make):
    for name, dialect in dialects.items():
        try:
            print(label, name, make().compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        except Exception as error:
            print(label, name, type(error).__name__, str(error).splitlines()[0])


statement = sa.text("DELETE FROM jobs WHERE state IN :states")
for values in [
    ("new", "old"),
    ["new", "old"],
    ("new", None),
    (None, "new"),
    (3, 4),
    (True, False),
    (1.5,),
    (3, "new"),
    ("new", 3),
    (),
    [],
    None,
    "ab",
    range(2),
    7,
    0.0,
    b"",
    {"new"},
    frozenset({"new"}),
    {"new": 1},
]:
    label = repr(values)
    try:
        bind = sa.bindparam("states", values, expanding=True)
    except Exception as error:
        print(label, "is refused:", type(error).__name__, error)
        continue
    print(label, "is a list of", repr(bind.type), "and stays", repr(bind.value))
    attempt("  bound:", lambda: statement.bindparams(bind))
    untyped = sa.bindparam("states", expanding=True)
    attempt("  given later:", lambda: statement.bindparams(untyped).bindparams(states=values))
    typed = sa.bindparam("states", expanding=True, type_=sa.String() if "new" in label else None)
    attempt("  given later, the type before:", lambda: statement.bindparams(typed).bindparams(states=values))

# What a function gives says nothing of the type.
print(repr(sa.bindparam("states", callable_=lambda: ["new"], expanding=True).type))

# A type that knows its values takes them from any collection.
named = sa.bindparam("states", expanding=True, type_=sa.String)
attempt("a set:", lambda: statement.bindparams(named).bindparams(states={"new"}))
attempt("a dict's keys:", lambda: statement.bindparams(named).bindparams(states={"new": 1, "old": 2}.keys()))
attempt("a dict:", lambda: statement.bindparams(named).bindparams(states={"new": 1, "old": 2}))

# Values given by name change the parameter's value and nothing else.
kept = statement.bindparams(sa.bindparam("states", ["x"], expanding=True, unique=False)).bindparams(states=["y"])
print(kept.compile().params, kept)

engine = sa.create_engine("sqlite://")
with engine.connect() as connection:
    for values in (["a", "b"], ("a",), [], "ab"):
        query = sa.text("SELECT 1 WHERE 'a' IN :v").bindparams(sa.bindparam("v", expanding=True))
        print(values, connection.execute(query, {"v": values}).all())
    query = sa.text("SELECT 1 WHERE 'a' IN :v").bindparams(sa.bindparam("v", expanding=True, type_=sa.String))
    for values in ({"a"}, {"a": 1}, {"a": 1}.keys(), frozenset("b")):
        print(values, connection.execute(query, {"v": values}).all())
    query = query.bindparams(v=["a"])
    print(connection.execute(query).all(), connection.execute(query, {"v": ["c"]}).all())
