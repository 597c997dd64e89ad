from enum import Enum, IntEnum, Flag

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.__name__, Animal.__module__)
Pair = Enum("Pair", [("A", "a"), ("B", "b")])
print(list(Pair))
Num = IntEnum("Num", {"ONE": 1, "TWO": 2})
print(list(Num), Num.TWO + 1)
From = Enum("From", ["X", "Y"], start=5)
print(list(From))
F = Flag("F", "A B C")
print(list(F))
print(Animal("2") if False else Animal(2), Animal.ANT.name)
