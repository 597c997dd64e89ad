# Subclasses of property that say themselves what is read, of an instance and of the class.
class of_class(property):
    def __get__(self, instance, owner=None):
        return self.fget(owner)


class counted(property):
    reads = 0

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        counted.reads += 1
        return super().__get__(instance, owner)


class Shape:
    def __init__(self):
        self._size = 1

    @of_class
    def kind(cls):
        return cls.__name__.lower()

    @counted
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value * 2


class Disc(Shape):
    pass


print(Shape.kind, Disc.kind, Disc().kind)
disc = Disc()
print(disc.size)
disc.size = 4
print(disc.size, counted.reads, Disc.size is Shape.__dict__["size"], type(Shape.__dict__["size"]).__name__)
