from ipaddress import *
n = ip_network("192.168.1.0/28")

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'n, n.prefixlen, n.num_addresses, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n[1], n[-1], len(list(n.hosts())), list(n.subnets(new_prefix=30)), n.supernet(2), n.with_netmask, ip_address("192.168.1.5") in n, ip_address("192.168.2.5") in n, n.subnet_of(ip_network("192.168.0.0/16")), n == ip_network("192.168.1.0/28"), n < ip_network("192.168.2.0/24"), sorted([ip_network("10.0.0.0/8"), ip_network("10.0.0.0/16")]), n.is_private, str(n), hash(n) == hash(ip_network("192.168.1.0/28")), [str(a) for a in ip_network("10.0.0.0/31")], ip_interface("10.0.0.5/8").ip, str(ip_interface("10.0.0.5/8")), IPv6Network("2001:db8::/126").num_addresses, IPv6Address("fe80::1").is_link_local, IPv6Address("0:0:0:1:0:0:0:1"), IPv4Address(b"\\x7f\\0\\0\\1"), int(IPv6Address("::2")), IPv6Address("::1") > IPv6Address("::"), IPv4Address("10.0.0.1").reverse_pointer',
    'n[100]',
    'ip_network("10.0.0.0/abc")',
    'IPv4Address("01.2.3.4")',
    'IPv4Address(-1)',
    'IPv4Address("1.2.3.4/8")',
    'IPv6Address("12345::")',
)
