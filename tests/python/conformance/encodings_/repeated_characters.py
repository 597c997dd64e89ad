# Of several bytes for a character, the last one writes it.
for name, letters in (("cp1006", "\ufe8d\ufe8e"), ("mac_arabic", " 1"), ("cp875", "\x1a")):
    for letter in letters:
        code = letter.encode(name)
        print(name, ascii(letter), code, [byte for byte in range(256) if bytes([byte]).decode(name, "ignore") == letter])
