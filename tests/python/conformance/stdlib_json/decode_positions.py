"""What json.loads refuses, with the place."""
import json

texts = [
    "", " ", "{", "[", "{]", "[}", "[1", "[1,", "[1,]", "[1 2]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}',
    "{a: 1}", "{'a': 1}", '{1: 1}', "nul", "nulll", "tru", "Nan", "NaN", "-", "-a", "01", "1.", ".5", "1e", "1e+", "+1", "0x10",
    "-Infinity", "-Infinit", "Infinity", '"abc', '"a\nb"', '"a\tb"', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\ud800"', '"\\ud83d\\ude00"',
    '"\\ud83d\\u0041"', '"\\', '"\\u', "[1]]", "1 2", "1\n\n x", '{"a": 1}\n{"b": 2}', "[\n1,\n2,\n,]", '{"a": [1, {"b": tru}]}',
    "\ufeff[]", "[1,\n 2,\n  x]", "//c\n1", "[1, /*c*/ 2]", "'a'", "[]x", "\x00", '"\x00"', '{"a":1,"a":2}', "[[[[", "1.5E3", "-0", "-0.0", "1E400",
    "12345678901234567890123", "1.0e-400", " \t\r\n1 \t\r\n", "\u00a01", "True", "None",
]
for text in texts:
    try:
        value = json.loads(text)
        print(ascii(text), "->", ascii(value), type(value).__name__)
    except json.JSONDecodeError as error:
        print(ascii(text), "->", error, "|", ascii(error.msg), error.pos, error.lineno, error.colno, error.doc == text)
    except Exception as error:
        print(ascii(text), "->", type(error).__name__, error)

for text in ["[1", '"a\nb"', '"a\tb"', '"\\x"']:
    try:
        print(json.loads(text, strict=False))
    except ValueError as error:
        print(type(error), error)

for wrong in (None, 1, ["x"], b'{"a": "\xc3\xa9"}', b"\xff\xfe1\x00", bytearray(b"[1]"), "\ufeff1".encode("utf-8"), "1".encode("utf-16"), "[1]".encode("utf-32-le"), b"\xff"):
    try:
        print(wrong, json.loads(wrong))
    except Exception as error:
        print(wrong, type(error).__name__, error)

decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": 1} tail'))
print(decoder.raw_decode('xx[1] y', 2))
for text, at in (("   1", 0), ("abc", 1), ("", 0), ("[1]", 5)):
    try:
        print(decoder.raw_decode(text, at))
    except Exception as error:
        print(type(error).__name__, error)
