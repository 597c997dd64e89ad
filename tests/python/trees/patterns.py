match x:
    case 1 | -2.5 | 3 + 4j | "s" "t" | b"u" | None | True | a.b.c: pass
    case [a, _, *rest] | (b, *_): pass
    case {"k": v, 1: w, None: _, x.y: z, **others} if v > w: pass
    case Point(0, y=0, z=Q(1)) | R(): pass
    case (1 | 2) as n, *_: pass
    case (): pass
    case (a): pass
    case [a,]: pass
    case {}: pass
    case _: pass
match a, *b:
    case c, d: pass
match (x, y): 
    case z: match = case = type = _ = 1
match = {}; match[a], match(b), match.c
match -1:
    case -1: pass
print(match, case)
type = 1
type(x)
