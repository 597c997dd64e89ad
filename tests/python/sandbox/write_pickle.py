# ends in: pickle
import os
project, outside = os.environ["PROJECT"], os.environ["OUTSIDE"]
import pickle
if pickle.dumps([1]) != b"":
    print("pickled")
