import operator
rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"P{self.x}{self.y}"

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'sorted(rows, key=operator.itemgetter("v", "n")), sorted(rows, key=operator.itemgetter("n"), reverse=True)[0], sorted([P(2, 1), P(1, 2)], key=operator.attrgetter("x")), min([P(2, 1), P(1, 2)], key=operator.attrgetter("y")), list(map(operator.itemgetter(0), ["ab", "cd"])), list(map(operator.methodcaller("upper"), "ab")), max(rows, key=operator.itemgetter("v"))["n"], [operator.attrgetter("x", "y")(P(1, 2))], list(map(operator.mul, [1, 2], [3, 4]))',
)
