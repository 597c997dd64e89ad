# An Enum of what is no text: the tuple that was meant to be its labels. It has a name and a length; whatever
# lists its labels cannot be written.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import CreateEnumType, DropEnumType
from sqlalchemy.schema import CreateColumn, CreateTable


def show(statement, dialect, **arguments):
    try:
        print("   ", str(statement.compile(dialect=dialect, **arguments)).strip())
    except Exception as error:
        print("   ", type(error).__name__, str(error).splitlines()[0])


makers = {
    "a tuple": lambda: sa.Enum(("open", "shut"), name="door"),
    "a tuple after a text": lambda: sa.Enum("open", ("shut", "ajar", "gone"), name="door"),
    "not native": lambda: sa.Enum(("open", "shut"), name="door", native_enum=False),
    "with a check": lambda: sa.Enum(("open",), name="door", native_enum=False, create_constraint=True),
    "PostgreSQL's own": lambda: postgresql.ENUM(("open", "shut"), name="door", create_type=False),
    "longer": lambda: sa.Enum(("open", "shut"), name="door", length=9),
    "too short": lambda: sa.Enum(("open", "shut"), name="door", length=1),
    "an empty tuple": lambda: sa.Enum((), name="door"),
    "a range": lambda: sa.Enum(range(3), name="door"),
    "lists": lambda: sa.Enum(["open"], ["shut"], name="door"),
    "a set": lambda: sa.Enum({"open"}, name="door"),
    "a dict": lambda: sa.Enum({"open": 1}, name="door"),
    "numbers": lambda: sa.Enum(1, 2, name="door"),
    "None": lambda: sa.Enum(None, name="door"),
}
for label, make in makers.items():
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        print(label, dialect.name)
        try:
            kind = make()
        except Exception as error:
            print("   ", type(error).__name__, error)
            continue
        print("   ", kind.enums, kind.length)
        column = sa.Column("state", kind, server_default="open", nullable=False)
        table = sa.Table("house", sa.MetaData(), column)
        show(CreateColumn(column), dialect)
        show(CreateTable(table), dialect)
        show(table.insert().values(state="open"), dialect)
        if dialect.name == "postgresql":
            native = postgresql.ENUM(*kind.enums, name="door")
            show(CreateEnumType(native), dialect)
            show(DropEnumType(native), dialect)
