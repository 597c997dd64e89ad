"""Template strings (PEP 750)."""
Template = type(t"")
Interpolation = type(t"{0}".interpolations[0])


def convert(obj, /, conversion):
    """What a field with this conversion would format."""
    if conversion is None:
        return obj
    if conversion == "s":
        return str(obj)
    if conversion == "r":
        return repr(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")
