from ipaddress import *

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'ip_address("192.168.1.1"), ip_address("::1"), ip_address("2001:db8::0:1"), ip_network("10.0.0.0/8"), ip_network("10.1.2.3/8", strict=False), ip_address("10.0.0.1") in ip_network("10.0.0.0/24"), int(ip_address("1.2.3.4")), ip_address(16909060), ip_address("1.2.3.4") + 1, ip_address("10.0.0.1").is_private, ip_address("127.0.0.1").is_loopback, ip_address("8.8.8.8").is_global',
    'ip_network("192.168.0.0/30").num_addresses, list(ip_network("192.168.0.0/30").hosts()), ip_network("10.0.0.0/24").netmask, ip_network("10.0.0.0/24").broadcast_address, list(ip_network("10.0.0.0/30").subnets()), ip_network("10.0.0.0/24").supernet(), ip_interface("10.0.0.1/24"), ip_interface("10.0.0.1/24").network, ip_network("10.0.0.0/255.255.255.0"), ip_address("::ffff:1.2.3.4").ipv4_mapped, ip_address("::1").exploded, ip_network("::/126").prefixlen',
    'sorted([ip_address("2.0.0.0"), ip_address("1.0.0.0")]), ip_address("1.2.3.4") == ip_address("1.2.3.4"), {ip_address("::1"): 1}[ip_address("::1")], str(ip_network("fe80::/10")), ip_network("10.0.0.0/24").overlaps(ip_network("10.0.0.128/25")), ip_address("1.2.3.4").packed',
    'ip_address("256.1.1.1")',
    'ip_address("x")',
    'ip_network("10.0.0.1/24")',
    'IPv4Address("1.2.3")',
    'IPv6Address("1::2::3")',
    'IPv4Network("10.0.0.0/33")',
    'ip_address("1.1.1.1") < ip_address("::1")',
)
