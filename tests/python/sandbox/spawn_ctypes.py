# ends in: ctypes
import ctypes
if ctypes.CDLL(None).getpid() > 0:
    print("called")
