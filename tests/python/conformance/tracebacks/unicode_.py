größe = {"länge": 1}
print("ä" * 3, größe["länge"]); größe["b"]
