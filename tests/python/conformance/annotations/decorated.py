import functools
import inspect
import typing


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@logged
def move(source: str, target: "str", count: int = 1) -> bool:
    return True


print(move.__annotations__)
print(typing.get_type_hints(move))
print(move.__wrapped__.__annotations__ == move.__annotations__)


def typed(a: int, /, b: typing.List[int], *, c: typing.Dict[str, int]) -> typing.Tuple[int, ...]:
    pass


print(inspect.signature(typed))
print(typed.__annotations__)
