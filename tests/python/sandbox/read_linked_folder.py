# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
print(open(project + "/linked/secret.txt").read())
