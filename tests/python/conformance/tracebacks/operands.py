total = 1
rate = "x"
result = (total * 2 +
          rate / 3)
