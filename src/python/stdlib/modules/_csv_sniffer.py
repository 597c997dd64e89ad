"""How a text of separated values is written, guessed from a sample: what csv.Sniffer does, loaded when it is asked."""
import re

PREFERRED = [",", "\t", ";", " ", ":"]

_SEPARATOR = r"""(?P<delim>[^\w\n"'])(?P<space> ?)"""
_QUOTED = r"""(?P<quote>["']).*?(?P=quote)"""
_SHAPES = (
    _SEPARATOR + _QUOTED + "(?P=delim)",  # between two separators
    r"(?:^|\n)" + _QUOTED + _SEPARATOR,  # first of a line
    _SEPARATOR + _QUOTED + r"(?:$|\n)",  # last of a line
    r"(?:^|\n)" + _QUOTED + r"(?:$|\n)",  # alone
)


def _commonest(counts):
    return max(counts, key=counts.get)


def by_quotes(sample, allowed):
    """(quote, doubled, delimiter, space after it), as far as quoted fields tell; ("", False, None, 0) without any."""
    for shape in _SHAPES:
        found = list(re.finditer(shape, sample, re.DOTALL | re.MULTILINE))
        if found:
            break
    else:
        return "", False, None, 0
    quotes, delimiters, spaces = {}, {}, 0
    for match in found:
        groups = match.groupdict()
        quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
        delimiter = groups.get("delim")
        if delimiter is None:
            continue
        if delimiter and (allowed is None or delimiter in allowed):
            delimiters[delimiter] = delimiters.get(delimiter, 0) + 1
        if groups["space"]:
            spaces += 1
    quote, delimiter, space = _commonest(quotes), "", 0
    if delimiters:
        delimiter = _commonest(delimiters)
        space = delimiters[delimiter] == spaces
        if delimiter == "\n":  # a single column
            delimiter = ""
    d, rest = re.escape(delimiter), r"[^%s\n]*" % re.escape(delimiter)
    doubled = rf"(({d})|^)\W*{quote}{rest}{quote}{rest}{quote}\W*(({d})|$)"
    return quote, bool(re.search(doubled, sample, re.MULTILINE)), delimiter, space


def _usual_count(counts):
    """The commonest count per line with how many lines have it, less those that do not."""
    count, lines = max(counts.items(), key=lambda item: item[1])
    return count, lines - (sum(counts.values()) - lines)


def by_counts(sample, allowed, preferred=PREFERRED):
    """(delimiter, space after it): the character that is in every line as often; ("", 0) where none is."""
    lines = [line for line in sample.split("\n") if line]
    step = min(10, len(lines))
    counts = {chr(code): {} for code in range(127)}
    usual, fitting = {}, {}
    seen = 0
    while seen < len(lines):
        for line in lines[seen:seen + step]:
            for char, per_line in counts.items():
                n = line.count(char)
                per_line[n] = per_line.get(n, 0) + 1
        seen += step
        for char, per_line in counts.items():
            if list(per_line) != [0]:
                usual[char] = _usual_count(per_line)
        total, consistency = float(min(seen, len(lines))), 1.0
        while not fitting and consistency >= 0.9:
            for char, (count, agreeing) in usual.items():
                if count > 0 and agreeing > 0 and agreeing / total >= consistency:
                    if allowed is None or char in allowed:
                        fitting[char] = (count, agreeing)
            consistency -= 0.01
        if len(fitting) == 1:
            break
    if not fitting:
        return "", 0
    chosen = next((char for char in preferred if char in fitting), None) if len(fitting) > 1 else next(iter(fitting))
    if chosen is None:
        chosen = max((value, char) for char, value in fitting.items())[1]
    return chosen, lines[0].count(chosen) == lines[0].count(chosen + " ")


def looks_like_header(rows):
    """Whether the first row differs in kind or length from what the columns below it agree on."""
    header = next(rows)
    kinds = dict.fromkeys(range(len(header)))
    for checked, row in enumerate(rows):
        if checked > 20:
            break
        if len(row) != len(header):
            continue
        for column in list(kinds):
            try:
                complex(row[column])
                kind = complex
            except (ValueError, OverflowError):
                kind = len(row[column])
            if kind != kinds[column]:
                if kinds[column] is None:
                    kinds[column] = kind
                else:
                    del kinds[column]
    votes = 0
    for column, kind in kinds.items():
        if isinstance(kind, int):
            votes += 1 if len(header[column]) != kind else -1
            continue
        try:
            kind(header[column])
        except (ValueError, TypeError):
            votes += 1
        else:
            votes -= 1
    return votes > 0
