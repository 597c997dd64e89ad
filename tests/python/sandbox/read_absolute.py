# ends in: PermissionError
print(open("/etc/passwd").read())
