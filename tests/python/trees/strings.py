'a' "b" '''c
d''' r'\n' "\n\t\\\'\"\a\b\f\v\r\0\101\x41\u00e9\U0001F600\N{BULLET}\N{latin small letter a}\q\
joined"
b'a\xff\n\d' B"b" rb'\x' Rb"\y"
u'u' 'v'
'u' u'v'
"\ud800", "é", "\x7f\x80", 'it\'s', '"', '\'"'
("a"
 "b"), "\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{LF}"
