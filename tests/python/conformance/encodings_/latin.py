cases = {
    "utf-8": "x = 'é€日'", "utf8": "x = 'é'", "UTF_8": "x = 'é'", "utf-8-sig": "x = 'é'",
    "latin-1": "x = 'é£ÿ'", "iso-8859-1": "x = 'é'", "latin1": "x = 'é'", "iso-8859-15": "x = '€'", "l9": "x = '€'",
    "cp1252": "x = '€“”é'", "windows-1252": "x = '€'", "cp1251": "x = 'Привет'", "windows-1251": "x = 'я'", "koi8-r": "x = 'Привет'",
    "koi8-u": "x = 'Їжак'", "cp437": "x = 'ÄÖ░'", "cp850": "x = 'ÄÖ'", "cp866": "x = 'Привет'", "iso-8859-2": "x = 'łź'",
    "iso-8859-5": "x = 'Привет'", "iso-8859-7": "x = 'αβ'", "iso-8859-9": "x = 'ışğ'", "mac-roman": "x = 'é'", "ascii": "x = 'plain'",
    "us-ascii": "x = 'plain'", "tis-620": "x = 'ไทย'",
    "shift_jis": "x = '日本語テスト'", "sjis": "x = 'ソ表'", "cp932": "x = '①日本'", "euc-jp": "x = '日本語'", "iso-2022-jp": "x = '日本語'",
    "gb2312": "x = '中文'", "gbk": "x = '中文镕'", "gb18030": "x = '中文€'", "big5": "x = '中文功'", "cp950": "x = '中文'",
    "euc-kr": "x = '한국어'", "cp949": "x = '한국어똠'", "johab": "x = '한국어'",
}
for name, text in cases.items():
    source = f"# -*- coding: {name} -*-\n{text}\n".encode(name.replace("-sig", ""))
    space = {}
    try:
        exec(compile(source, "case.py", "exec"), space)
    except SyntaxError as error:
        print(name, type(error).__name__, error.msg)
    else:
        print(name, space["x"], len(space["x"]))
for source in [b"\xef\xbb\xbfx = '\xc3\xa9'", b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\nx = '\xe9'", b"# coding: latin-1\r\nx = '\xe9'\r\n",
               b"x = 1\n# coding: latin-1\ny = 2", b"\n# coding=cp1252\nx = '\x80'"]:
    space = {}
    exec(compile(source, "case.py", "exec"), space)
    print(sorted((k, v) for k, v in space.items() if k != "__builtins__"))
