# ends in: multiprocessing
import multiprocessing
process = multiprocessing.Process(target=print)
process.start()
if process.exitcode == 0:
    print("ran")
