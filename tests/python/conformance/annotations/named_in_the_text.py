# A module that names __annotations__ itself has them in its namespace from the start.
a: int = 1
b: "later"
print(__annotations__)
__annotations__["c"] = "by hand"
d: str
print(__annotations__)
print("__annotations__" in globals())

space = {}
exec("x: int = 1\ny: str\n", space)
print(space["__annotations__"])
