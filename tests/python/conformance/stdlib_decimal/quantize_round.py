"""Quantizing, rounding, exponents."""
from decimal import *


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "!", type(error).__name__, error)


for value in ("1.005", "2.675", "-1.005", "0.5", "1.5", "2.5", "-0.5", "1e3", "123.456", "0", "-0", "NaN", "Infinity", "9.995"):
    for places in ("1", "0.01", "1e1", "1.000"):
        attempt(f"Decimal('{value}').quantize(Decimal('{places}'))")
    for digits in ("", ", 0", ", 1", ", 2", ", -1"):
        attempt(f"round(Decimal('{value}'){digits})")
for text in (
    "Decimal('1.1').quantize(Decimal('0.1'), rounding='ROUND_UP')", "Decimal('1.15').quantize(Decimal('0.1'), ROUND_HALF_DOWN)", "Decimal('1.1').quantize(1)", "Decimal('1.1').quantize('1')",
    "Decimal('1.1').quantize(Decimal(1), rounding='nothing')", "Decimal('1' * 28).quantize(Decimal('0.1'))", "Decimal('1.1').quantize(Decimal('Infinity'))", "Decimal('Infinity').quantize(Decimal('Infinity'))",
    "Decimal('1.1').quantize(Decimal('1'), context=Context(prec=1))", "Decimal('12.1').quantize(Decimal('1'), context=Context(prec=1))",
    "Decimal('7.325').to_integral_value()", "Decimal('7.5').to_integral_value(ROUND_DOWN)", "Decimal('7.5').to_integral_exact(rounding=ROUND_CEILING)", "Decimal('1e5').to_integral()",
    "int(Decimal('-7.9'))", "int(Decimal('NaN'))", "int(Decimal('Infinity'))", "float(Decimal('1.1'))", "float(Decimal('sNaN'))", "bool(Decimal('0.00'))", "complex(Decimal('1.5'))",
    "Decimal('1.100').normalize()", "Decimal('100').normalize()", "Decimal('0.000').normalize()", "Decimal('1.2E+3').to_eng_string()", "str(Decimal('1E+3'))", "str(Decimal('1e-7'))", "str(Decimal('0.0000001'))", "str(Decimal('0.000001'))",
    "Decimal('123.45').as_tuple()", "Decimal('-Infinity').as_tuple()", "Decimal('NaN12').as_tuple()", "Decimal('3.14').as_integer_ratio()", "Decimal('-0').as_integer_ratio()", "Decimal('NaN').as_integer_ratio()", "Decimal('Infinity').as_integer_ratio()",
    "Decimal('12.5').adjusted()", "Decimal('0').adjusted()", "Decimal('1').compare(Decimal('2'))", "Decimal('1.0').compare_total(Decimal('1.00'))", "Decimal('1').copy_sign(Decimal('-2'))", "Decimal('-1').copy_abs()", "Decimal('1').copy_negate()",
    "Decimal('2').scaleb(3)", "Decimal('2').shift(2)", "Decimal('1234').rotate(1)", "Decimal('5').logb()", "Decimal('1').next_plus()", "Decimal('1').next_minus()", "Decimal('1').next_toward(Decimal('2'))",
    "Decimal('1').same_quantum(Decimal('2.0'))", "Decimal('7').remainder_near(4)", "-7 % Decimal(3)", "Decimal('-7') // 2", "divmod(Decimal('-7.5'), 2)", "Decimal('7') % -3", "pow(Decimal(3), 4, 5)", "Decimal(2) ** -2", "2 ** Decimal('0.5')", "Decimal('1.5') ** 2",
    "Decimal('1').is_finite(), Decimal('nan').is_nan(), Decimal('snan').is_snan(), Decimal('inf').is_infinite(), Decimal('-0').is_signed(), Decimal('0').is_zero(), Decimal('1').is_normal(), Decimal('1e-999999999').is_subnormal()",
    "Decimal('1').number_class(), Decimal('-inf').number_class(), Decimal('nan').number_class(), Decimal('-0').number_class()",
    "max(Decimal('1'), Decimal('1.0'), key=str)", "sum([Decimal('0.1')] * 3)", "sum([Decimal('0.1')] * 3) == Decimal('0.3')", "hash(Decimal('1.0')) == hash(1)", "hash(Decimal('0.5')) == hash(0.5)", "{Decimal(1): 'a'}[1]", "hash(Decimal('sNaN'))",
    "Decimal(10) == 10.0", "Decimal('0.1') == 0.1", "Decimal('1') in [1]", "sorted([Decimal('2'), 1, 1.5])", "min(Decimal('NaN'), 1)", "Decimal('NaN') == Decimal('NaN')", "Decimal(True)", "Decimal('1') is Decimal(Decimal('1'))",
    "Decimal('1.10') + Decimal('2.2')", "Decimal('1.10') * Decimal('2.20')", "Decimal('10') / Decimal('4')", "Decimal('10.00') / Decimal('4')", "abs(Decimal('-1.50'))", "-Decimal('0')", "+Decimal('-0')", "Decimal('1') - Decimal('1.00')", "Decimal('-1') + 1",
    "Decimal('1').exp()", "Decimal('10').ln()", "Decimal('1000').log10()", "Decimal('2').sqrt()", "Decimal('1e2').sqrt()", "Decimal('-0').sqrt()", "Decimal('1').foo", "Decimal('1').real, Decimal('1').imag, Decimal('1').conjugate()",
    "Decimal('1101').logical_and(Decimal('1011'))", "Decimal('12').logical_and(1)", "Decimal('1').max(2), Decimal('1').min_mag(-2)", "Decimal('١٢٣')", "Decimal('1e')", "Decimal('--1')", "Decimal('inf'), Decimal('-INF'), Decimal('nan'), Decimal('-sNaN5')", "Decimal(10**40) + 1", "Decimal('1e400') + 0", "Decimal(1.0), Decimal(1e22), Decimal(-0.0)",
    "Decimal('3').radix(), Decimal('3').canonical(), Decimal('3').is_canonical()", "(5).__eq__(Decimal(5))", "round(Decimal('2.5'), 0)", "__import__('math').floor(Decimal('-1.5')), __import__('math').ceil(Decimal('1.2')), __import__('math').trunc(Decimal('-1.9'))",
):
    attempt(text)
