# ends in: maximum recursion depth exceeded
class Mirror:
    def __repr__(self):
        return repr(self)


print(Mirror())
