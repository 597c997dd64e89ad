# ends in: did not end within 20000 steps
print(max(iter(int, 1)))
