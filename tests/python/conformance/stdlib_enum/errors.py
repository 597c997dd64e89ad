from enum import Enum


class Color(Enum):
    RED = 1


for attempt in (
    "Color.RED = 2",
    "del Color.RED",
    "Color.RED.value = 5",
    "Color.RED.name = 'x'",
    "class More(Color):\n    BLUE = 2",
    "1 in Color",
    "Color()",
    "class U(Enum):\n    _bad_ = 1",
):
    try:
        exec(attempt)
        print("no error", attempt)
    except Exception as error:
        print(type(error).__name__, error)
Color.extra = 5
print(Color.extra, hasattr(Color, "BLUE"), getattr(Color, "RED", None))
