# ends in: did not end within 20000 steps
class Slow:
    def __lt__(self, other):
        while True:
            pass


sorted([Slow(), Slow()])
