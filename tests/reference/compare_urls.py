#!/usr/bin/env python3
"""Compare limbeck's database URLs with SQLAlchemy's make_url over generated texts.

    compare_urls.py build/tests/reference/reference-probe [count] [seed]

Prints the first differences and a count; the exit status is 1 where there is one.
"""

import json
import random
import subprocess
import sys

from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PARTS = {
    "scheme": ["postgresql", "postgres", "sqlite", "postgresql+asyncpg", "sqlite+aiosqlite", "mysql", "a-b", "", "é",
               "+", "x_1"],
    "user": ["", "app", "app@", "a%40b:", "u:p@", "u:p%2Fw@", "u:p/w@", "u:@", ":p@", "@", "u@v@", "u:p@s@", "é:ü%C3%A9@",
             "a b:c+d@", "u:%zz%4@", "u:%ff%C3@"],
    "host": ["", "db", "localhost", "10.0.0.1", "[::1]", "[fe80::1%25eth0]", "[", "[]", "[x]y", "db,db2", "a%20b", "é"],
    "port": ["", "", "", ":5432", ":", ":x", ": 1 ", ":1_0", ":-5", ":+7", ":1__0", ":_1", ":٥"],
    "path": ["", "/", "/app", "//abs/x.db", "/:memory:", "/file:x.db", "/a b", "/a%20b", "/a/b/c", "/é", "/a\nb"],
    "query": ["", "", "?", "?a=1", "?a=1&a=2", "?host=a:1&host=b:2", "?host=/run/pg", "?ssl=require&b=", "?a=%20+x&=y",
              "?host=a,b&port=1,2", "?host=a,b&port=1", "?host=a&port=5", "?host=a:1", "?host=a:b", "?host=a:1&port=2",
              "?host=a&host=b:2", "?host=a&host=b:x", "?port=7", "?port=7,8", "?port=x", "?host=/tmp/a:b", "?host=:5",
              "?dbname=other&user=me", "?uri=true&mode=ro", "?uri=yes", "?uri=0&mode=ro", "?uri=x", "?mode=ro",
              "?timeout=2.5&uri=1&cache=shared", "?host=a:1&host=b:2&port=3", "?sslmode=require&options=-c%20x%3Dy",
              "?a", "?a=b=c", "?a=1#f", "?x=1\ny=2", "?b=1&a=é%C3%A9", "?%61=1&a=2", "?a=1;b=2", "?&&a=1"],
}


# Arguments that mean the same to psycopg2, libpq and limbeck.
LIBPQ = {"host", "port", "dbname", "user", "sslmode", "options"}


def generate(rng):
    text = rng.choice(PARTS["scheme"]) + rng.choice(["://"] * 20 + [":/", "//", ":"])
    for part in ("user", "host", "port", "path", "query"):
        text += rng.choice(PARTS[part])
    if rng.random() < 0.2:
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice("@:/?&=%[]+ \né") + text[at:]
    return text


def target(url):
    """What the driver is given, in the words of limbeck's answer; None where the two are not comparable."""
    backend, driver = url.get_backend_name(), url.drivername.partition("+")[2]
    try:
        if backend == "sqlite" and driver in ("", "aiosqlite"):
            (path,), options = SQLiteDialect_pysqlite().create_connect_args(url)
            return {"path": path, "uri": bool(options.get("uri", False))}
        # A host with an "@" in it is refused by limbeck: it is the rest of a password.
        if backend == "postgresql" and driver == "" and "@" not in (url.host or "") and set(url.query) <= LIBPQ:
            _, options = PGDialect_psycopg2().create_connect_args(url)
            return {name: str(value) for name, value in options.items()}
    except (ArgumentError, ValueError, TypeError) as error:
        return {"error": str(error)}
    return None


def reference(text):
    try:
        url = make_url(text)
    except ArgumentError as error:
        return {"error": str(error)}
    except ValueError:
        return {"error": "the port in the database URL is not a number"}
    return {
        "drivername": url.drivername, "username": url.username, "password": url.password, "host": url.host,
        "port": url.port, "database": url.database,
        "query": {name: list(values) for name, values in url.normalized_query.items()},
        "target": target(url),
        "hidden": url.render_as_string(), "shown": url.render_as_string(hide_password=False),
    }


def main():
    probe = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    texts = [generate(rng) for _ in range(count)]
    questions = "".join(json.dumps({"ask": "url", "text": text}) + "\n" for text in texts)
    answers = subprocess.run([probe], input=questions, capture_output=True, text=True, check=True).stdout
    wrong, errors, skipped, targets = 0, 0, 0, 0
    for text, answer in zip(texts, answers.splitlines(), strict=True):
        if "٥" in text:  # int() reads every script's digits; a port is in ASCII here
            skipped += 1
            continue
        expected, got = reference(text), json.loads(answer)
        errors += "error" in expected
        errors += "error" in (expected.get("target") or {})
        if "target" in got:
            # Sentences about arguments are limbeck's own; that there is one is compared.
            same_error = "error" in got["target"] and "error" in (expected["target"] or {})
            if expected["target"] is None or same_error:
                expected["target"] = got["target"]
            else:
                targets += 1
        if expected != got:
            wrong += 1
            if wrong <= 5:
                print(repr(text), "\n  expected", expected, "\n  got     ", got)
    print(f"{count - skipped} URLs ({errors} of them refused by the reference, {targets} compared to what the driver gets): "
          f"{wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
