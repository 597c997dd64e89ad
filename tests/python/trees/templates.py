t"Hello {name!r:>{width}}" t" and {x = }"
rt'\{a}'
