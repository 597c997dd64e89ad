# ends in: maximum recursion depth exceeded
class Missing:
    def __getattr__(self, name):
        return getattr(self, name + "_")


Missing().x
