# `z` keeps the sign of what is not zero, in capitals, too.
for value in (float("-inf"), float("-nan"), float("inf"), -0.0, -0.0001, -1e-300, -2.5, 0.0):
    print(*(format(value, form) for form in ("z", "zE", "zF", "zG", "z.1f", "zE", "z.0e", "+z.2F", "z%")))
