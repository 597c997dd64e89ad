import os, io
from dotenv import dotenv_values, load_dotenv, find_dotenv
text = r'''
# comment
A=1
B = two words   # comment
export C='single # not'
D="double \"q\" \n x" # c
E=${A}-${B}-${NOPE:-dflt}-${NOPE}
F
G=
H='it\'s'
I=a#b
'J K'=v
=bad
L="multi
line"
M=${HOME_X:-x}
  N  =  spaced  
A=again
O="un closed
P=after
Q=$A \n
R="a" junk
S=ok
'''
for k, v in dotenv_values(stream=io.StringIO(text)).items(): print(repr(k), repr(v))
print(dict(dotenv_values(stream=io.StringIO(text), interpolate=False))["E"])
os.environ["A"] = "env"
print(load_dotenv(stream=io.StringIO("A=file\nZ=${A}\nY=1")), os.environ["A"], os.environ["Z"])
print(load_dotenv(stream=io.StringIO("A=file\nZ=${A}"), override=True), os.environ["A"], os.environ["Z"], load_dotenv(stream=io.StringIO("")))
