# ends in: MemoryError
number = 3
while True:
    number *= number
