import os

values = os.path.join(os.path.dirname(os.path.abspath(__file__)), "values.env")
