# ends in: PermissionError
print(open("../outside.txt").read())
