# ends in: did not end within 20000 steps
class Stubborn:
    def __exit__(self, *_):
        return True

    def __enter__(self):
        return self


while True:
    with Stubborn():
        while True:
            pass
