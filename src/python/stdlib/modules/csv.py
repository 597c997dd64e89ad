"""Comma-separated values."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3
_limit = 131072


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    _name = ""
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _settings(self, {})
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ",", '"', True, False
    lineterminator, quoting = "\r\n", QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ",", '"', True, False
    lineterminator, quoting = "\n", QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _settings(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _settings(name, {})


def list_dialects():
    return list(_dialects)


def field_size_limit(new=None):
    global _limit
    old = _limit
    if new is not None:
        _limit = new
    return old


class _Settings:
    pass


def _settings(dialect, options):
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error("unknown dialect")
        dialect = _dialects[dialect]
    made = _Settings()
    plain = "quotechar" in options and options["quotechar"] is None and "quoting" not in options
    defaults = dict(delimiter=",", quotechar='"', escapechar=None, doublequote=True, skipinitialspace=False,
                    lineterminator="\r\n", quoting=QUOTE_MINIMAL, strict=False)
    for name, default in defaults.items():
        value = getattr(dialect, name, default) if dialect is not None else default
        setattr(made, name, options.pop(name, value))
    if plain and dialect is None:
        made.quoting = QUOTE_NONE
    if options:
        name = next(iter(options))
        raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    for name in ("delimiter", "quotechar", "escapechar"):
        value = getattr(made, name)
        if value is None and name != "delimiter":
            continue
        if not isinstance(value, str):
            raise TypeError(f'"{name}" must be string, not {type(value).__name__}' if name == "delimiter" else
                            f'"{name}" must be string or None, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    for name in ("doublequote", "skipinitialspace", "strict"):
        setattr(made, name, bool(getattr(made, name)))
    if made.lineterminator is None:
        raise TypeError("lineterminator must be set")
    if not isinstance(made.lineterminator, str):
        raise TypeError('"lineterminator" must be a string')
    if not isinstance(made.quoting, int):
        raise TypeError('"quoting" must be an integer')
    if made.quoting not in (0, 1, 2, 3):
        raise TypeError('bad "quoting" value')
    if made.quoting != QUOTE_NONE and not made.quotechar:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


class _Reader:
    def __init__(self, iterable, dialect, options):
        self._lines = iter(iterable)
        self.dialect = _settings(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field, numeric = [], [], False
        state = "start record"
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state in ("in quoted", "escape in quoted") or field and state != "start record":
                    if d.strict:
                        raise Error("unexpected end of data")
                    row.append(self._value(field, numeric))
                    return row
                if state not in ("start record",) and row:
                    return row
                raise
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} "
                    "(the file should be opened in text mode)")
            self.line_num += 1
            for c in (*line, ""):
                end = not c
                if state in ("start record", "start field", "eat newline"):
                    if state == "start record":
                        if end:
                            break
                        if c in "\r\n":
                            state = "eat newline"
                            continue
                        state = "start field"
                    elif state == "eat newline":
                        if end:
                            state = "start record"
                            break
                        if c in "\r\n":
                            continue
                        raise Error("new-line character seen in unquoted field - "
                                    "do you need to open the file in universal-newline mode?")
                    if end or c in "\r\n":
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                        state = "start record" if end else "eat newline"
                        if end:
                            break
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "in quoted"
                    elif c == d.escapechar:
                        state = "escaped"
                    elif c == " " and d.skipinitialspace:
                        pass
                    elif c == d.delimiter:
                        row.append(self._value(field, numeric))
                        field = []
                    else:
                        numeric = d.quoting == QUOTE_NONNUMERIC
                        self._add(field, c)
                        state = "in field"
                elif state == "escaped":
                    self._add(field, "\n" if end else c)
                    state = "in field" if end or c not in "\r\n" else "after escaped newline"
                elif end and state == "after escaped newline":
                    pass
                elif state in ("in field", "after escaped newline"):
                    if end or c in "\r\n":
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                        state = "start record" if end else "eat newline"
                    elif c == d.escapechar:
                        state = "escaped"
                    elif c == d.delimiter:
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                        state = "start field"
                    else:
                        self._add(field, c)
                elif state == "in quoted":
                    if end:
                        pass
                    elif c == d.escapechar:
                        state = "escape in quoted"
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quote in quoted" if d.doublequote else "in field"
                    else:
                        self._add(field, c)
                elif state == "escape in quoted":
                    self._add(field, "\n" if end else c)
                    state = "in quoted"
                elif state == "quote in quoted":
                    if c == d.quotechar and d.quoting != QUOTE_NONE:
                        self._add(field, c)
                        state = "in quoted"
                    elif c == d.delimiter:
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                        state = "start field"
                    elif end or c in "\r\n":
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                        state = "start record" if end else "eat newline"
                    elif not d.strict:
                        self._add(field, c)
                        state = "in field"
                    else:
                        raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
            if state in ("start record", "eat newline"):
                return row

    def _add(self, field, c):
        if len(field) >= _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        field.append(c)

    def _value(self, field, numeric):
        text = "".join(field)
        return float(text) if numeric else text


def reader(iterable, dialect=None, **options):
    return _Reader(iterable, dialect, options)


class _Writer:
    def __init__(self, fileobj, dialect, options):
        if not hasattr(fileobj, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._file = fileobj
        self.dialect = _settings(dialect, options)

    def _field(self, value, alone):
        d = self.dialect
        kind = type(value)
        number = isinstance(value, complex) or any(hasattr(kind, name) for name in ("__index__", "__int__", "__float__"))
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
        out = []
        for c in text:
            special = c == d.delimiter or c == d.escapechar or c == d.quotechar or c in d.lineterminator
            if special:
                if d.quoting == QUOTE_NONE:
                    escape = True
                else:
                    escape = False
                    if c == d.quotechar:
                        if d.doublequote:
                            out.append(d.quotechar)
                        else:
                            escape = True
                    elif c == d.escapechar:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if not d.escapechar:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if not text and alone:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        line = self.dialect.delimiter.join(self._field(v, len(fields) == 1) for v in fields)
        return self._file.write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(fileobj, dialect=None, **options):
    return _Writer(fileobj, dialect, options)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        d = dict(zip(self.fieldnames, row))
        have, want = len(row), len(self.fieldnames)
        if have > want:
            d[self.restkey] = row[want:]
        for name in self.fieldnames[have:]:
            d[name] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, d):
        if self.extrasaction == "raise":
            wrong = [k for k in d if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (d.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))
