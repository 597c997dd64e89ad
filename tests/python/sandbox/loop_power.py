# ends in: did not end within 20000 steps
print(11326413264344453444553**400000)
