# ends in: MemoryError
text = "%2000000000d" % 1
