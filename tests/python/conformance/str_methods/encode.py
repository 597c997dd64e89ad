for text in ('abc', 'é', '中', '😀', '\ud800', 'aéb€c'):
    for codec in ('utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'latin-1', 'ascii', 'cp1252', 'utf-8-sig', 'utf-7'):
        for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogatepass'):
            if codec == 'utf-7': continue
            try:
                print(ascii(text), codec, errors, text.encode(codec, errors))
            except UnicodeEncodeError as e:
                print(ascii(text), codec, errors, 'error', e)
for data in (b'abc', b'\xe9', b'\xc3\xa9', b'\xff\xfe\xe9\x00', b'\xf0\x9f\x98\x80', b'\xe4\xb8', b'\x80', b'\xed\xa0\x80', b'\xef\xbb\xbfx', b'a\xffb'):
    for codec in ('utf-8', 'ascii', 'latin-1', 'utf-8-sig', 'cp1252'):
        for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
            try:
                print(data, codec, errors, ascii(data.decode(codec, errors)))
            except UnicodeDecodeError as e:
                print(data, codec, errors, 'error', e)
