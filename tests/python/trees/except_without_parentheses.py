try: pass
except A, B: pass
except C, d.e,: pass
try: pass
except* F, G: pass
