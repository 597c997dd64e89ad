# ends in: MemoryError
import decimal
decimal.getcontext().prec = 10 ** 9
number = decimal.Decimal(1) / 3
