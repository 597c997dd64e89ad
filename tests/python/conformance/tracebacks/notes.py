class Failure(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] two\nlines"


def fail():
    error = Failure(7, "text")
    error.add_note("a note")
    error.add_note("another\nwith two lines")
    raise error


try:
    fail()
finally:
    print("finally")
