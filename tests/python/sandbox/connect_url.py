# ends in: urllib.request
import os
import urllib.request
with urllib.request.urlopen("http://127.0.0.1:" + os.environ["LISTENER"]) as answer:
    print(len(answer.read()))
