# ends in: too many nested parentheses
eval("(" * 10000 + "1" + ")" * 100000)
