# ends in: needs more memory than the limit
text = "x"
while True:
    text += text
