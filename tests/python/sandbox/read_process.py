# ends in: PermissionError
print(open("/proc/self/environ", "rb").read())
