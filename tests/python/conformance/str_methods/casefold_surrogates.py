# What is not a surrogate is folded, whatever stands beside it.
for text in ("Straße\ud800ẞ", "\udfffİΣ", "ﬁ\ud83d", "\ud800\udc00Ä\ud800", "\u1e9e", "퟿Ǆ", "\ue000ʼN"):
    print(ascii(text.casefold()), ascii(text.lower()), ascii(text.upper()))
