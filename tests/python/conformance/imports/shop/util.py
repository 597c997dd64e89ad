print("util", __name__, __package__)


def shout(text):
    return text.upper() + "!"
