# ends in: needs more memory than the limit
class Node:
    pass


while True:
    node = Node()
    node.self = node
    node.data = "x" * 10000
