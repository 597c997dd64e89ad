# ends in: PermissionError
import glob
print(glob.glob("/etc/*.conf"))
