def read(key):
    try:
        return {}[key]
    except KeyError as error:
        raise LookupError(f"no {key}") from error


def convert():
    try:
        read("a")
    except LookupError:
        int("x")


def hide():
    try:
        convert()
    except ValueError:
        raise RuntimeError("hidden") from None


try:
    hide()
except RuntimeError:
    convert()
