# A text as a path into JSON: each character is a step, however many bytes it has.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

for path in ("ab", "né", ("né", 1)):
    for dialect in (postgresql.dialect(), sqlite.dialect()):
        literal = sa.literal(path, sa.JSON.JSONPathType())
        print(repr(path), dialect.name, literal.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
