x = 'module'

class A:
    before = x
    x = 'class'
    after = x
    items = [x for _ in range(1)]
    first = [i for i in (x, 1)]
    def method(self):
        return x

print(A.before, A.after, A.items, A.first, A().method())

def make():
    x = 'function'
    class B:
        y = x
        x = 'body'
        z = x
        def get(self):
            return x
    return B

try:
    B = make()
    print(B.y)
except NameError as error:
    print(type(error).__name__, error)

def make2():
    x = 'function'
    class C:
        y = x
        def get(self):
            return x
        class D:
            w = x
    return C
C = make2()
print(C.y, C().get(), C.D.w)

class E:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        bad = [n for _ in range(2)]
    except NameError as error:
        caught = str(error)
print(E.squares, E.caught)

class F:
    __private = 1
    def show(self):
        return self.__private, F.__private
    def _F__also(self):
        return 'mangled'
    def call(self):
        return self.__also()
print(F().show(), F().call(), sorted(n for n in vars(F) if 'private' in n or 'also' in n))
try:
    F().__private
except AttributeError as error:
    print(error)

class G:
    global made_global
    made_global = 5
    def __init__(self):
        self.v = __class__
print(made_global, 'made_global' in vars(G), G().v is G)

class H:
    a = 1
    def f(self, v=a):
        return v
    a = 2
print(H().f(), H.a)
print(H.__module__, H.__qualname__, H.f.__qualname__, make2.__qualname__, C.D.__qualname__)
