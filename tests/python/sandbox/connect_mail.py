# ends in: smtplib
import os
import smtplib
if smtplib.SMTP("127.0.0.1", int(os.environ["LISTENER"])).noop()[0] == 250:
    print("sent")
