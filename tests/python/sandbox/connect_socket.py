# ends in: socket
import os
import socket
connection = socket.create_connection(("127.0.0.1", int(os.environ["LISTENER"])))
if connection.send(b"x") == 1:
    print("sent")
