def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: 2**63 in b"abc"); t(lambda: -2**70 in b"abc"); t(lambda: 256 in b"a"); t(lambda: 97 in b"a"); t(lambda: True in b"\1")
b = bytearray(b"abc")
t(lambda: b.append(2**70)); t(lambda: b.__setitem__(0, 2**70)); t(lambda: b.insert(0, 300)); t(lambda: b.index(2**65)); t(lambda: 0 / -(2**70)); t(lambda: 0 / (2**70)); t(lambda: b.append("a")); t(lambda: b.append(1.5))
