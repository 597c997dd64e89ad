from circle.early import mine
needed = 2
