ns = {'a': 2}
exec('b = a * 3\ndef f(x):\n    return x + b', ns)
print(ns['b'], ns['f'](1), '__builtins__' in ns)
print(eval('a + b', ns), eval('a', {'a': 7}), eval('c', {}, {'c': 9}))
print(eval(' 1 + 1 '))
local = {}
exec('z = 1', {}, local)
print(local)
try:
    eval('1 +')
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno)
try:
    exec('x = = 1')
except SyntaxError as e:
    print(e.msg)
code = compile('q = 5\nq * 2', '<text>', 'exec')
exec(code, local)
print(local['q'])
print(eval(compile('3 ** 4', '<e>', 'eval')))
try:
    eval('undefined_name')
except NameError as e:
    print(e)

def inside():
    v = 10
    return eval('v + 1')
print(inside())
