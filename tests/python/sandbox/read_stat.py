# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
print(os.stat(outside).st_size)
