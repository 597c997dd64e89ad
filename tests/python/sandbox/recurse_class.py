# ends in: maximum recursion depth exceeded
class Loop:
    def __init__(self):
        self.next = Loop()


Loop()
