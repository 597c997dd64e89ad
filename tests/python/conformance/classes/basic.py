class Point:
    """A point."""
    dimensions = 2
    def __init__(self, x, y=0):
        self.x, self.y = x, y
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)
    def moved(self, dx=0, dy=0):
        return type(self)(self.x + dx, self.y + dy)

p = Point(1, 2)
print(p, [p], p.moved(dy=3), p == Point(1, 2), p != Point(1, 2), p == 3, Point.__doc__)
try:
    hash(p)
except TypeError as e:
    print(e)
print(vars(p), p.__dict__, p.__class__.__name__, Point.dimensions, p.dimensions)
p.dimensions = 3
print(p.dimensions, Point.dimensions)
del p.dimensions
print(p.dimensions)
try:
    del p.dimensions
except AttributeError as e:
    print(e)
try:
    p.nothing
except AttributeError as e:
    print(e, e.name, e.obj is p)
try:
    Point()
except TypeError as e:
    print(e)
try:
    Point(1, 2, 3)
except TypeError as e:
    print(e)
try:
    Point(1, z=3)
except TypeError as e:
    print(e)
print(getattr(p, 'x'), getattr(p, 'q', 'default'), hasattr(p, 'y'))
setattr(p, 'new', 1)
print(p.new)
delattr(p, 'new')
print(hasattr(p, 'new'))
print(isinstance(p, Point), isinstance(p, (int, Point)), isinstance(p, object), issubclass(Point, object))
class Empty: pass
class Child(Point):
    def __init__(self, *args, name):
        super().__init__(*args)
        self.name = name
c = Child(1, name='n')
print(c, c.moved if False else c.name, Child.__mro__, Child.__bases__, Child.__base__)
print(Empty().__dict__, Empty.__dict__.get('__doc__'), Empty.__name__, Empty)
print(Point.__subclasses__() == [Child])
p.__class__ = Empty
print(type(p) is Empty, p.x)
print(type('T', (), {}), type('T', (Point,), {'k': 1}).k)
print(Point.__init__.__qualname__)
