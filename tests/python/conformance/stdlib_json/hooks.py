"""Hooks of json.loads, encoders and decoders of one's own."""
import datetime
import decimal
import io
import json
import uuid

print(json.loads('{"a": 1.10, "b": 2, "c": NaN, "d": [-Infinity]}', parse_float=decimal.Decimal, parse_int=str, parse_constant=lambda c: "<" + c + ">"))
print(json.loads('{"a": {"b": 1}, "c": []}', object_hook=lambda d: sorted(d)))
print(json.loads('{"a": {"b": 1, "b": 2}}', object_pairs_hook=lambda p: tuple(p)))
print(json.loads('{"a": 1}', object_pairs_hook=list, object_hook=lambda d: "never"))


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, (datetime.date, datetime.datetime)):
            return value.isoformat()
        if isinstance(value, uuid.UUID):
            return str(value)
        if isinstance(value, decimal.Decimal):
            return float(value)
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        return super().default(value)


data = {"d": datetime.date(2020, 1, 2), "t": datetime.datetime(2020, 1, 2, 3, 4), "u": uuid.UUID(int=5), "m": decimal.Decimal("1.50"), "s": {3, 1}}
print(json.dumps(data, cls=Encoder))
print(json.dumps(data, cls=Encoder, indent=2, sort_keys=True))
print(Encoder(indent=1).encode({"a": [data["d"]]}))
try:
    print(json.dumps({"x": {"y": object}}, cls=Encoder))
except TypeError as error:
    print(error)
print("|".join(json.JSONEncoder().iterencode({"a": [1, "b", None], "c": {}})))
print("|".join(json.JSONEncoder(indent=1).iterencode([1, {"a": 2}])))
encoder = json.JSONEncoder(skipkeys=True, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
print(encoder.skipkeys, encoder.ensure_ascii, encoder.sort_keys, encoder.item_separator, encoder.key_separator, encoder.indent, encoder.check_circular, encoder.allow_nan)
print(json.JSONEncoder(indent=4).item_separator == ",", repr(json.JSONEncoder().item_separator))


class Loud(json.JSONEncoder):
    def encode(self, value):
        return super().encode(value).upper()

    def iterencode(self, value, _one_shot=False):
        for part in super().iterencode(value, _one_shot):
            yield part


print(json.dumps({"a": True}, cls=Loud))
out = io.StringIO()
json.dump({"a": [1, 2]}, out, indent=1)
print(out.getvalue())
print(json.load(io.StringIO(' [1, {"b": null}] ')))
print(json.load(io.BytesIO(b'{"a": "\xc3\xa9"}')))


class Decoder(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(object_hook=self.hook, **options)

    def hook(self, found):
        if "__date__" in found:
            return datetime.date.fromisoformat(found["__date__"])
        return found


print(json.loads('{"when": {"__date__": "2020-05-06"}}', cls=Decoder))
try:
    json.loads("[1, x]", cls=Decoder)
except json.JSONDecodeError as error:
    print(repr(error), error.args, isinstance(error, ValueError))
error = json.JSONDecodeError("Bad", "ab\ncd", 4)
print(error, error.lineno, error.colno)
print(json.dumps(json.dumps({"a": "\""})))
print(json.loads(json.loads(json.dumps(json.dumps({"a": "\""})))))
