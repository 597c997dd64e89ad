print("before")
code = "def f():\n    return 1 +\n"
exec(code)
