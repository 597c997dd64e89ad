samples = ['', 'abc', 'ABC', 'aBc dEf', 'straße', 'ΑΣ', 'ǆ', 'ﬁne', '123', '١٢٣', '²', '½', 'a1', ' \t', '\n', 'İi', "they're bill's", 'x_y', '_', '9a', 'é', '中文', 'Ⅷ', 'ª', '\x00', '\x7f', '\u00ad']
for s in samples:
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    print('  ', s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
