# ends in: steps
print(max(iter(int, 1)))
