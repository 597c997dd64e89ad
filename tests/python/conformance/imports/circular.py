import circle.a
print(circle.a.of_b(), circle.b.of_a())
try:
    import circle.early
except ImportError as error:
    print(type(error).__name__, str(error).split(" (/")[0].split(" (")[0:2] and str(error)[:110].split("(most")[0])
import sys
print("circle.early" in sys.modules, "circle.late" in sys.modules)
