# ends in: ecursion
import json
a = []
for _ in range(10000):
    a = [a]
print(json.dumps(a))
