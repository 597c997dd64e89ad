# ends in: tempfile
import tempfile
with tempfile.NamedTemporaryFile("w", delete=False) as file:
    file.write("x")
    if file.name:
        print("written")
