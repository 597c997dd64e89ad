# ends in: PermissionError
import os


def fail(error):
    raise error


for folder, _, files in os.walk("/etc", onerror=fail):
    print(files)
