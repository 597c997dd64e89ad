import traceback
import sys


def inner():
    raise ValueError("deep")


try:
    inner()
except ValueError as error:
    text = traceback.format_exc()
    print(text.splitlines()[0], "|", text.splitlines()[-1])
    print(traceback.format_exception_only(error))
    print(traceback.format_exception_only(type(error), error))
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is error)
    print("".join(traceback.format_exception(error)).splitlines()[-1])
print(sys.exc_info())
