# ends in: did not end within 20000 steps
def f():
    while True:
        try:
            return 1
        finally:
            continue


f()
