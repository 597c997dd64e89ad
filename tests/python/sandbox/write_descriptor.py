# ends in: PermissionError
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
descriptor = os.open(project + "/new.txt", os.O_CREAT | os.O_WRONLY)
if descriptor >= 0:
    os.write(descriptor, b"x")
