for source in [b"# coding: nonsense\nx = 1", b"\xef\xbb\xbf# coding: latin-1\nx = 1", b"x = '\xe9'", b"# coding: ascii\nx = '\xe9'",
               b"# coding: utf-8\nx = '\xe9'", b"# coding: cp1252\nx = '\x81'", b"# coding: shift_jis\nx = '\x81'", b"# coding: euc-jp\nx = '\xa4'",
               b"x = 1\x00"]:
    try:
        compile(source, "case.py", "exec")
    except (SyntaxError, ValueError, LookupError) as error:
        print(source, type(error).__name__)
    else:
        print(source, "fine")
