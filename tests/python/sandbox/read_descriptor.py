# ends in: PermissionError
print(open(0).read())
