"""struct, base64, hashlib, binascii."""
import base64
import binascii
import hashlib
import hmac
import struct


def attempt(*texts):
    for text in texts:
        try:
            print(text, "=", repr(eval(text)))
        except Exception as error:
            print(text, "!", type(error).__name__, error)


attempt(
    "struct.pack('<bBhHiIqQ', -1, 255, -2, 65535, -3, 4, -5, 6)", "struct.pack('>fd', 1.5, -2.25)", "struct.pack('4sx2s', b'ab', b'cdef')", "struct.pack('5p', b'abcdefg')", "struct.pack('?c', True, b'x')", "struct.pack('<3h', 1, 2, 3)", "struct.pack('!I', 2**32)", "struct.pack('b', 128)", "struct.pack('B', -1)", "struct.pack('i', 'a')", "struct.pack('i', 1.5)", "struct.pack('i')", "struct.pack('i', 1, 2)", "struct.pack('c', 'a')", "struct.pack('c', b'ab')", "struct.pack('s', 'a')", "struct.pack('z', 1)", "struct.pack('<n', 1)", "struct.pack('e', 1.5)", "struct.pack('f', 'x')", "struct.unpack('<hI', b'\\x01\\x00\\x02\\x00\\x00\\x00')", "struct.unpack('<h', b'\\x01')", "struct.unpack('3s', b'abc')", "struct.unpack('>q', b'\\xff' * 8)", "struct.unpack('<d', b'\\0\\0\\0\\0\\0\\0\\xf8?')", "struct.calcsize('<hI'), struct.calcsize('hI'), struct.calcsize('@bq'), struct.calcsize('')", "struct.unpack_from('<h', b'\\0\\1\\0', 1)", "struct.unpack_from('<i', b'\\0\\1\\0', 1)", "list(struct.iter_unpack('<h', b'\\1\\0\\2\\0'))", "list(struct.iter_unpack('<h', b'\\1'))", "struct.Struct('<h').pack(5), struct.Struct('<h').size, struct.Struct('<h').format", "struct.pack('  <  h  ', 1)", "struct.error.__module__", "struct.unpack('<?', b'\\2')", "struct.pack('<0h')", "struct.pack('h', True)",
    "base64.b64encode(b'a?>~')", "base64.urlsafe_b64encode(b'a?>~\\xff')", "base64.b64decode('YT8+fg==')", "base64.b64decode('YT8+fg')", "base64.b64decode('Y T\\n8+fg==')", "base64.b64decode('Y*T8', validate=True)", "base64.b64decode(b'YQ')", "base64.b64decode('Y')", "base64.b64decode('é')", "base64.b64encode('a')", "base64.b64encode(b'ab', altchars=b'-_')", "base64.b32encode(b'hello')", "base64.b32decode('NBSWY3DP')", "base64.b32decode('nbswy3dp')", "base64.b32decode('nbswy3dp', casefold=True)", "base64.b16encode(b'\\xab')", "base64.b16decode('AB')", "base64.b16decode('ab')", "base64.b16decode('ab', True)", "base64.b16decode('A')", "base64.b85encode(b'hello')", "base64.b85decode(b'Xk~0{Zv')", "base64.encodebytes(b'x' * 60)", "base64.decodebytes(b'eHg=\\n')", "base64.standard_b64decode('YQ==')", "base64.urlsafe_b64decode('_-8=')", "base64.b64decode('')",
    "binascii.hexlify(b'\\x01\\xff')", "binascii.hexlify(b'\\x01\\xff\\x02', '-')", "binascii.unhexlify('01ff')", "binascii.unhexlify('0')", "binascii.unhexlify('zz')", "binascii.crc32(b'hello')", "binascii.b2a_base64(b'a')", "binascii.b2a_base64(b'a', newline=False)", "binascii.a2b_base64('YQ==')", "binascii.Error.__mro__[1]",
    "hashlib.md5(b'a').hexdigest()", "hashlib.sha1(b'a').digest()[:4]", "hashlib.sha256('a')", "hashlib.sha256(b'a').name, hashlib.sha256().digest_size, hashlib.sha256().block_size", "hashlib.new('sha512', b'a').hexdigest()[:16]", "hashlib.new('nothing')", "hashlib.sha3_256(b'').hexdigest()[:16]", "hashlib.shake_128(b'a').hexdigest(8)", "hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex()", "sorted(hashlib.algorithms_guaranteed)[:4]", "hashlib.md5(b'a', usedforsecurity=False).hexdigest()[:8]", "hashlib.sha256(5)", "hashlib.sha256(bytearray(b'a')).hexdigest()[:8]", "hmac.new(b'k', b'm', 'sha256').hexdigest()[:16]", "hmac.new(b'k', b'm', hashlib.md5).hexdigest()", "hmac.new(b'k', b'm')", "hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b')", "hmac.compare_digest('a', b'a')", "hmac.digest(b'k', b'm', 'sha1').hex()", "hmac.new('k', b'm', 'sha1')",
)
h = hashlib.sha256()
h.update(b"a")
copy = h.copy()
copy.update(b"b")
print(h.hexdigest()[:8], copy.hexdigest()[:8])
buffer = bytearray(6)
struct.pack_into("<h", buffer, 2, 5)
print(buffer)
try:
    struct.pack_into("<i", buffer, 4, 5)
except struct.error as error:
    print(error)
