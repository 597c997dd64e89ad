def counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    def peek():
        return count
    return step, peek

step, peek = counter()
print(step(), step(5), peek())
other, _ = counter()
print(other(), peek())

def nested():
    a = 1
    def middle():
        nonlocal a
        a += 10
        b = 'b'
        def inner():
            nonlocal a, b
            a *= 2
            b += '!'
            return a, b
        result = inner()
        return result, a, b
    return middle(), a

print(nested())

def deleting():
    v = 1
    def drop():
        nonlocal v
        del v
    drop()
    try:
        print(v)
    except UnboundLocalError as e:
        print('unbound', e)
    def look():
        return v
    try:
        look()
    except NameError as e:
        print(type(e).__name__, e)

deleting()

def loops():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    frozen = [lambda i=i: i for i in range(3)]
    return [f() for f in functions], [f() for f in frozen]

print(loops())

def shared():
    cell = []
    def put(v): cell.append(v)
    def get(): return tuple(cell)
    return put, get
put, get = shared()
put(1); put(2)
print(get(), put.__closure__ is not None, len(get.__closure__), get.__closure__[0].cell_contents)
print(put.__code__.co_freevars, shared.__code__.co_cellvars, shared.__code__.co_varnames)
