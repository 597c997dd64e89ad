# @compiles and comparators in a package whose name only begins as sqlalchemy's does: its classes are its own.
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import DDLElement
from sqlalchemy.sql.expression import ClauseElement, Executable

__name__ = "sqlalchemy_kin.pages"


class OpenPage(DDLElement):
    def __init__(self, title):
        self.title = title


class Turn(Executable, ClauseElement):
    inherit_cache = False


@compiles(OpenPage)
def open_page(element, compiler, **kw):
    return f"OPEN PAGE {compiler.preparer.quote(element.title)}"


@compiles(Turn, "default")
def turn(element, compiler, **kw):
    return "TURN"


print(OpenPage.__module__, OpenPage("front"), OpenPage("Last"), Turn())


class Shelf(sa.types.UserDefinedType):
    cache_ok = True

    class comparator_factory(sa.types.UserDefinedType.Comparator):
        def __eq__(self, other):
            return self.op("IS ON")(other)

    def get_col_spec(self, **kw):
        return "SHELF"


print(Shelf.comparator_factory.__module__, sa.column("books", Shelf) == "top")
