# ends in: maximum recursion depth exceeded
def down():
    try:
        return down()
    except RecursionError:
        raise


down()
