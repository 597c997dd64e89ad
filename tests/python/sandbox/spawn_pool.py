# ends in: concurrent
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    print(int(pool.submit(len, "abc").result()))
