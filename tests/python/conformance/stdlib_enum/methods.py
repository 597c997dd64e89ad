from enum import Enum


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    def __str__(self):
        return self.name.title()


print(Planet.EARTH, Planet.EARTH.value, round(Planet.EARTH.gravity, 3), Planet.heaviest())
print(Planet((3.303e23, 2.4397e6)) is Planet.MERCURY)


class Code(Enum):
    OK = 200, "fine"
    BAD = 400, "bad"

    def __new__(cls, code, text):
        made = object.__new__(cls)
        made._value_ = code
        made.text = text
        return made

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()]
        return None


print(Code.OK, Code(400).text, Code("ok"), repr(Code.BAD))
try:
    Code(7)
except ValueError as error:
    print(error)
