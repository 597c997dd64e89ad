# Code pages whose lower half is not ASCII: EBCDIC's, and Arabic ones.
import hashlib


def attempt(do):
    try:
        return repr(do())
    except (UnicodeError, LookupError) as error:
        return f"{type(error).__name__}: {error}"


names = "cp037 cp273 cp424 cp500 cp864 cp875 cp1026 cp1140 mac_arabic mac_farsi IBM037 EBCDIC-CP-BE csIBM424 IBM864".split()
for name in names:
    whole = bytes(range(256)).decode(name, "replace")
    print(name, hashlib.md5(whole.encode("utf-8")).hexdigest(), whole[0x41], whole[0xC1:0xC4])
    back = whole.replace("\ufffd", "").encode(name)
    print(len(back), hashlib.md5(back).hexdigest())
    for text in ("Order 12: 50 %", "Aé€×ﻼ٪", "naïve", "", "日本"):
        for errors in ("strict", "replace", "ignore", "xmlcharrefreplace"):
            print(" ", attempt(lambda: text.encode(name, errors)))
    print(" ", attempt(lambda: b"\x9f\xe1A\xa6\xff".decode(name)))

for name in ("shift_jis", "sjis", "euc-jp", "EUC_KR", "gb2312", "big5-hkscs", "uhc", "johab"):
    print(name, attempt(lambda: "\U0001F600".encode(name)))
