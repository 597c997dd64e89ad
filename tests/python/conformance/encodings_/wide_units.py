for n in ("utf-16","utf-16-le","utf-16-be","utf-32","utf-32-le","utf-32-be"):
    for d in (b"a", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdc", b"\xd8\x00", b"\xdc\x00a\x00", b"\xd8\x00\x00a", b"\x00\xd8\x00", b"\xff\xfe\x00\xd8", b"\xfe\xff\xd8\x00", b"\xfe\xffa", b"\xff\xff\xff\xff", b"\x00\xd8\x00\x00", b"\x00\x00\xd8\x00", b"abc", b"\xff\xfe\0\0abc", b"\0\0\xfe\xff\0\0\0a", b"\0\0\xfe\xff\0\1\0", b"\xff\xfe", b"\xff\xfeab\x00", b"\x00\xd8\x00\xd8\x00\xdc"):
        for e in ("strict", "replace", "ignore", "surrogatepass", "backslashreplace"):
            try: print(n, d, e, ascii(d.decode(n, e)))
            except UnicodeError as x: print(n, d, e, type(x).__name__, x)
    for s in ("a", "\ud800", "a\udc00b", "\U0001f600"):
        for e in ("strict", "replace", "ignore", "surrogatepass", "backslashreplace"):
            try: print(n, ascii(s), e, s.encode(n, e))
            except UnicodeError as x: print(n, ascii(s), e, type(x).__name__, x)
