from circle.late import needed
mine = 1
