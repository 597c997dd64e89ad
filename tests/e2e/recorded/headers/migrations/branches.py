EXPAND = "expand"
CONTRACT = "contract"


def label(name):
    return ("_".join(["shop", name]),)
