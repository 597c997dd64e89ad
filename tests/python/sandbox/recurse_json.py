# ends in: ecursion
import json
a = []
for _ in range(100000):
    a = [a]
print(json.dumps(a))
