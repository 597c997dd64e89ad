# ends in: http.client
import os
import http.client
connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["LISTENER"]))
connection.request("GET", "/")
print(int(connection.getresponse().status))
