# ends in: needs more memory than the limit
number = 3
while True:
    number *= number
