import json
from datetime import date
from decimal import Decimal
import uuid
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return o.isoformat()
        if isinstance(o, Decimal):
            return str(o)
        return super().default(o)
class Pair(dict):
    pass
class Text(str):
    pass
class Num(int):
    def __repr__(self):
        return "N"

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'json.dumps({"d": date(2024, 1, 2), "x": Decimal("1.50")}, cls=Enc), Enc().encode([date(2024, 1, 1)]), json.dumps(Pair(a=1)), json.dumps(Text("t")), json.dumps(Num(5)), json.dumps({Text("k"): Num(1)}), json.dumps([uuid.UUID(int=1)], default=str), "".join(Enc().iterencode({"a": [1]}))',
    'json.dumps(object(), cls=Enc)',
    'json.dumps([1, set()])',
    'json.dumps({"a": lambda: 1})',
    'json.loads(\'{"d": "2024-01-02"}\', object_hook=lambda d: {k: date.fromisoformat(v) for k, v in d.items()}), json.loads("[1.10]", parse_float=Decimal), json.loads(\'{"a": {"b": 1}}\', object_hook=lambda d: Pair(d)), json.JSONDecoder(object_hook=dict).decode("{}")',
)
