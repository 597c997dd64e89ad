import enum
from enum import *
class P(Flag):
    R=4;W=2;X=1
def t(f):
    try: r=f(); print(repr(r), str(r))
    except Exception as e: print(type(e).__name__, e)
for v in (8,9,-1,-2,-8,-9,15,16,7,0):
    t(lambda: P(v))
class C(Flag, boundary=CONFORM):
    R=4;W=2;X=1
class E(Flag, boundary=EJECT):
    R=4;W=2;X=1
class K(Flag, boundary=KEEP):
    R=4;W=2;X=1
class S(Flag, boundary=STRICT):
    R=4;W=2;X=1
class G(Flag):
    A=1;B=8
class I(IntFlag):
    R=4;W=2;X=1
class IS(IntFlag, boundary=STRICT):
    R=4;W=2;X=1
class Sub(int, Flag):
    R=4; X=1
for cls in (C,E,K,S,G,I,IS,Sub):
    print(cls.__name__, cls._boundary_)
    for v in (8,9,-1,-2,-8,-9,15,16,7,0,5):
        t(lambda: cls(v))
    m=list(cls)
    t(lambda: ~m[0]); t(lambda: m[0]|m[1]); t(lambda: m[0]^m[1]); t(lambda: ~(m[0]|m[1])); t(lambda: m[0]&m[1]);t(lambda: m[0]|8); t(lambda: 9 & m[0])
    t(lambda: ~cls(0)); t(lambda: list(~m[0])); t(lambda: len(~m[0])); t(lambda: (m[0]|m[1]).name); t(lambda: m[0].value)
print(P._boundary_, Flag._boundary_, IntFlag._boundary_)
t(lambda: P('x')); t(lambda: P(None)); t(lambda: I('x'))
