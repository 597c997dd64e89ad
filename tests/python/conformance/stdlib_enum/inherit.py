from enum import Enum, IntEnum
import copy
import json


class Base(Enum):
    @classmethod
    def choices(cls):
        return [(m.value, m.name) for m in cls]

    @property
    def label(self):
        return self.name.replace("_", " ").title()


class State(Base):
    IN_PROGRESS = "p"
    DONE = "d"


class Level(IntEnum):
    A = 1


print(State.choices(), State.IN_PROGRESS.label)
print(copy.copy(State.DONE) is State.DONE, copy.deepcopy([State.DONE])[0] is State.DONE)
print(json.dumps({"l": Level.A}), State.DONE in {State.DONE}, State.__doc__)
print(State.DONE.__class__, State.__members__["DONE"], [*State.__members__])
match State("p"):
    case State.DONE:
        print("done")
    case State.IN_PROGRESS:
        print("going")
