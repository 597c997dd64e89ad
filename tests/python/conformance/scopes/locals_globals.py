x = 'global'

def plain():
    return x

def local():
    x = 'local'
    return x

def declared():
    global x
    x = 'changed'
    return x

print(plain(), local(), declared(), x)

def unbound():
    try:
        print(y)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    y = 1
    print(y)

unbound()
try:
    missing
except NameError as error:
    print(error, error.name)

def outer():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 3
    return inner()

print(outer())

def deleted():
    value = 1
    del value
    try:
        value
    except UnboundLocalError as error:
        print(error)

deleted()
g = globals()
g['made'] = 42
print(made)
print(sorted(k for k in g if not k.startswith('__')))

def show(a, b=2, *args, c=3, **kw):
    d = 4
    return sorted(locals().items())

print(show(1, 5, 6, z=7))

def many():
    global one, two
    one, two = 1, 2
    del one
many()
try:
    one
except NameError as error:
    print(error)
print(two)
for x in range(3):
    pass
print(x)
with_value = [x for x in 'ab']
print(x, with_value)
