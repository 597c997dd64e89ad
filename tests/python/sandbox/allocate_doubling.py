# ends in: MemoryError
text = "x"
while True:
    text += text
