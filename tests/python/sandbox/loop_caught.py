# ends in: steps
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
