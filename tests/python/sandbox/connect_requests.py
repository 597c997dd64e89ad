# ends in: requests
import os
import requests
if requests.get("http://127.0.0.1:" + os.environ["LISTENER"]).ok:
    print("fetched")
