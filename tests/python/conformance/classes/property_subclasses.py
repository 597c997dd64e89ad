def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Counted(property):
    def __get__(self, obj, owner=None):
        if obj is None:
            return "class"
        return "own", super().__get__(obj, owner)


class classproperty(property):
    def __get__(self, obj, owner):
        return self.fget(owner)


class Remembering(property):
    def __set__(self, obj, value):
        obj.log.append(("set", value))
        super().__set__(obj, value)

    def __delete__(self, obj):
        obj.log.append("delete")


class Plain(property):
    pass


class A:
    def __init__(self):
        self.log = []

    @Counted
    def x(self):
        return 5

    @classproperty
    def name(cls):
        return cls.__name__

    @Plain
    def y(self):
        return 6

    def _get(self):
        return self.log

    def _set(self, value):
        self.log.append(value)

    z = Remembering(_get, _set)


class B(A):
    pass


a = A()
show(lambda: a.x)
show(lambda: A.x)
show(lambda: a.name)
show(lambda: A.name)
show(lambda: B.name)
show(lambda: B().name)
show(lambda: a.y)
show(lambda: type(A.y).__name__)
show(lambda: getattr(a, "x"))
a.z = 3
del a.z
show(lambda: a.z)


def assign():
    a.y = 1


show(assign)


class loud_classmethod(classmethod):
    def __get__(self, obj, owner=None):
        return lambda: ("class method of", owner.__name__, obj is None)


class loud_staticmethod(staticmethod):
    def __get__(self, obj, owner=None):
        return lambda: "static"


class C:
    @loud_classmethod
    def a(cls):
        pass

    @loud_staticmethod
    def b():
        pass


show(lambda: C.a())
show(lambda: C().a())
show(lambda: C.b())
show(lambda: C().b())
show(lambda: property(lambda self: 1).__get__(3))
show(lambda: property().__get__(3))
show(lambda: type(property(lambda self: 1).__get__(None, int)))
