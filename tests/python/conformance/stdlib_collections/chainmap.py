from collections import ChainMap, UserDict, UserList

base = {"a": 1, "b": 2}
top = {"b": 20}
c = ChainMap(top, base)
print(c["a"], c["b"], len(c), sorted(c), c.get("zz"), "a" in c, c)
c["new"] = 5
print(top, base, c.parents, c.new_child({"a": 100})["a"])
try:
    del c["a"]
except KeyError as error:
    print(error)
try:
    c["missing"]
except KeyError as error:
    print(error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u["b"] = 2
print(u, u.data, len(u), "A" in u, sorted(u.items()))
l = UserList([3, 1])
l.append(2)
l.sort()
print(l, l[0], l[1:], l + [9])
