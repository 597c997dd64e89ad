z = 3+4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z + 1, z * 2, z * z, z / (1+1j), z ** 2, z == 3+4j, z != 3, 1j * 1j, complex(1, 2), complex('1+2j'), complex('3'), complex('-4j'), complex(2.5), complex(), bool(0j), hash(1+0j) == hash(1), 0j, -0j, 1e20j, 1.5-2.5j, (1+2j) == complex(1, 2), complex('nan+infj'), 2 ** 1j, z - 1j, 5 / z)
for text in ("z < 1j", "int(z)", "float(z)", "z // 1", "z % 1", "complex('x')", "round(z)", "divmod(z, 1)", "z / 0", "complex('1', 2)", "complex([])"):
    try:
        print(text, '->', eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
print(f'{z}', f'{z:.2f}', str(z), repr(z), format(1j), f'{1+2j:10.1f}|')
