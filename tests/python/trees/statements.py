import a, b.c as d
from . import e
from ...f.g import (h as i, j,)
from k import *
x = y = 1; z: int = 2; (w): str; v.u: list[int]
a, *b = c,
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
del a, b[0], (c, d), [e]
assert x, "message"
global g, h
pass
if a: pass
elif b: pass
else:
    pass
while (line := read()):
    if line: break
    continue
else: pass
for i, *j in 1, *k: pass
else: pass
with a as b, c: pass
with (a as b, c as (d, e),): pass
with (a), b: pass
with (a, b) as c: pass
with (yield): pass
try: pass
except A: pass
except (B, C) as e: raise
except: raise D from None
else: pass
finally: pass
try: pass
except* A as g: pass
if x:
	if y:
	    z
if True: \
    a; b;
