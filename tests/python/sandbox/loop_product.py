# ends in: did not end within 20000 steps
number = 3**10000
while True:
    number = number * number
