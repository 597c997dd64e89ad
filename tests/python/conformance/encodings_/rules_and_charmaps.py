texts = ["", "abc", "h\xe9llo", "\u20ac\u4e2d", "\u0416\xe4\n\t\\", "a\\b'\"\x00\x7f", "\U0001f600 x", "1+1=2", "+", "a+-b", "~x~", "\u4e2d\u6587 text \u4e2d", "\xe9-", "b\xfccher", "pi\xf1ata-x", "B\xfcCHER.example.com", "example.com.", "a..b", "x" * 64, "stra\xdfe.de", "xn--\xe9", "\u200d", "ma\xf1ana\u3002com"]
datas = [b"", b"abc", b"\xe9\x80", b"\\u20ac\\n", b"\\x4", b"\\x41\\101\\N{BULLET}\\q", b"\\N{nope}", b"\\N", b"\\N{", b"\\N{}", b"\\U00110000", b"\\u12", b"abc\\", b"\\\n x", b"\\\\u0041", b"\\\\\\u0041", b"xn--bcher-kva.ch", b"XN--BCHER-KVA.ch", b"bcher-kva", b"xn--a", b"xn--99999999999", b"a-", b"abc-!", b"~{VPND~}", b"~{VPND~} x ~~ ~\n y", b"~{V", b"~", b"+IKw-", b"+IKxOLQ-", b"a+-b", b"+", b"+A", b"+AEEAQg-x", b"+2D3eAA-", b"\xffa", b"example.com."]
for name in ("unicode_escape", "raw_unicode_escape", "utf_7", "punycode", "idna", "hz", "unicode-escape", "UTF-7", "HZ-GB-2312"):
    for t in texts:
        for errors in ("strict", "replace", "ignore"):
            if name == "hz" and errors == "replace": continue
            try: print(name, ascii(t), errors, t.encode(name, errors))
            except UnicodeError as e: print(name, ascii(t), errors, type(e).__name__, e)
    for d in datas:
        for errors in ("strict", "replace", "ignore"):
            try: print(name, d, errors, ascii(d.decode(name, errors)))
            except UnicodeError as e: print(name, d, errors, type(e).__name__, e)
ALL = """cp1006 cp1125 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp720 cp737 cp775 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp865 cp866 cp869 cp874 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_16 iso8859_3 iso8859_4 iso8859_6 iso8859_8 koi8_t koi8_u kz1048 mac_croatian mac_cyrillic mac_greek mac_iceland mac_latin2 mac_romanian mac_turkish palmos ptcp154 tis_620
cp1250 cp1251 cp1252 cp437 cp850 iso8859_1 iso8859_2 iso8859_5 iso8859_7 iso8859_9 iso8859_15 koi8_r mac_roman latin_1 ascii
L2 l9 latin9 greek cyrillic windows-1253 macintosh 1250 866 IBM866 us ansi_x3.4_1968 8859 latin utf u8 U16 utf-16LE UTF_16BE utf-32le u32 cp65001 maccyrillic""".split()
for n in ALL:
    print(n, [ascii(bytes(range(a, a + 16)).decode(n, "replace")) for a in range(0, 256, 16)])
    for t in ("abc", "\xe9\u20ac", "\u0416", "\u05d0\u0391\xff"):
        for errors in ("strict", "replace", "xmlcharrefreplace"):
            try: print(t.encode(n, errors))
            except UnicodeError as e: print(type(e).__name__, e)
    try: bytes(range(128, 256)).decode(n)
    except UnicodeError as e: print(type(e).__name__, e)
for n in ("nosuch", "", "utf-9", "rot13", "hex", "base64", "bz2", "hex_codec", "uu", "zlib"):
    for f in (lambda: "a".encode(n), lambda: b"a".decode(n), lambda: str(b"a", n), lambda: bytes("a", n), lambda: bytearray("a", n)):
        try: print(n, f())
        except LookupError as e: print(n, type(e).__name__, e)
