from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)

    def total(self):
        return self.price * 2


a = Item("x")
b = Item("x", 1.5, [])
print(a, a == b, a.total(), a is b, a.tags is b.tags)
a.tags.append("t")
print(a, a == b, asdict(a), astuple(a), replace(a, name="y"))
print([f.name for f in fields(Item)], is_dataclass(Item), is_dataclass(a), is_dataclass(3), Item.__match_args__)
print(Item(name="k", price=3), Item("h", hidden=1) == Item("h", hidden=2))
for attempt in (lambda: Item(), lambda: Item("a", 1, [], 2, 3), lambda: Item("a", nope=1), lambda: fields(3),
                lambda: hash(a), lambda: asdict(3), lambda: a < b):
    try:
        attempt()
    except TypeError as error:
        print(error)
match a:
    case Item(name, price):
        print(name, price)
