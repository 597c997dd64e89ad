"""What the scripts of this folder do with each of their functions: `@case` runs it and prints what it raises."""
from sqlalchemy.dialects import postgresql, sqlite


def case(function):
    print("#", function.__name__)
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def statement_case(function):
    """The function gives functions that build statements: each is printed, then compiled for both dialects."""

    def run():
        for build in function():
            try:
                statement = build()
                print(statement)
            except Exception as error:
                print(type(error).__name__, error)
                continue
            for dialect in (postgresql.dialect(), sqlite.dialect()):
                try:
                    compiled = statement.compile(dialect=dialect)
                    print("--", compiled, list(compiled.params.items()))
                except Exception as error:
                    print("--", type(error).__name__, error)

    run.__name__ = function.__name__
    case(run)
