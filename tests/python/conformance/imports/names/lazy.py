def __getattr__(name):
    if name.startswith("made_"):
        return name.upper()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return ["made_up"]
