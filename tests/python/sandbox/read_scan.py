# ends in: PermissionError
import os
print([entry.name for entry in os.scandir("/")])
