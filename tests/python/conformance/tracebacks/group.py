def collect():
    errors = []
    for text in ("1", "x", "y"):
        try:
            int(text)
        except ValueError as error:
            errors.append(error)
    try:
        raise KeyError("inner")
    except KeyError as error:
        errors.append(ExceptionGroup("nested", [error, TypeError("t")]))
    raise ExceptionGroup("several", errors)


collect()
