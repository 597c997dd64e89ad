# ends in: too many nested parentheses
eval("(" * 100000 + "1" + ")" * 100000)
