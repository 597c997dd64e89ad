# ends in: MemoryError
class Node:
    pass


while True:
    node = Node()
    node.self = node
    node.data = "x" * 10000
