# ends in: threading
import threading
thread = threading.Thread(target=print, args=("ran",))
thread.start()
if thread.is_alive():
    print("alive")
