import re

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    're.sub(r"[^a-z0-9]+", "_", "Hello World-2024".lower()).strip("_"), re.match(r"^[A-Za-z_][A-Za-z0-9_]*$", "valid_name1") is not None, re.match(r"^ck_(\\w+?)_(\\w+)$", "ck_users_age").groups(), re.findall(r"%\\((\\w+)\\)s", "fk_%(table)s_%(col)s"), re.sub(r"--.*$", "", "select 1 -- c\\nselect 2", flags=re.M), re.split(r";\\s*\\n", "a;\\nb; \\nc"), re.findall(r"\'((?:[^\']|\'\')*)\'", "x \'it\'\'s\' y \'b\'"), re.sub(r"\\s+", " ", "  create\\n  table  ").strip(), re.fullmatch(r"\\d{4}_\\d{2}_\\d{2}_[0-9a-f]{12}", "2024_01_02_0123456789ab") is not None, re.sub(r"(.)([A-Z][a-z]+)", r"\\1_\\2", "SomeClassName").lower(), re.match(r"(?P<scheme>\\w+)://(?:(?P<user>[^:@]+)(?::(?P<pw>[^@]*))?@)?(?P<host>[^/:]+)(?::(?P<port>\\d+))?/(?P<db>\\w+)", "postgresql://u:p@h:5432/d").groupdict()',
)
