# ends in: PermissionError
import os
os.chdir("/etc")
print(open("passwd").read())
