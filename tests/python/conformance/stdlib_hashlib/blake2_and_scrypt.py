import hashlib, hmac
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for n in ("blake2b","blake2s"):
    h=getattr(hashlib,n)
    for size in (0, 1, 5, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000):
        print(size, h(bytes(i % 251 for i in range(size))).hexdigest())
    for kw in (dict(digest_size=1),dict(digest_size=20),dict(key=b"key"),dict(key=b"k"*32, digest_size=16),dict(salt=b"salt"),dict(person=b"person"),dict(salt=b"12345678",person=b"abcdefgh"),dict(fanout=2,depth=3,leaf_size=4096,node_offset=1,node_depth=1,inner_size=32,last_node=True),dict(node_offset=2**40+5),
      dict(digest_size=0),dict(digest_size=65),dict(key=b'x'*65),dict(salt=b'x'*17),dict(person=b'x'*17),dict(fanout=256),dict(depth=0),dict(leaf_size=2**32),dict(node_offset=2**64),dict(node_depth=256),dict(inner_size=65),dict(digest_size="a"),dict(key="a"),dict(foo=1),dict(leaf_size=-1),dict(node_offset=-1),dict(fanout=-1),dict(salt='x'),dict(usedforsecurity=False)):
        t(lambda: h(b'data',**kw).hexdigest()); t(lambda: h(b'',**kw).hexdigest())
    t(lambda: h('x')); t(lambda: repr(h())[:20]); t(lambda:(h.MAX_DIGEST_SIZE,h.MAX_KEY_SIZE,h.PERSON_SIZE,h.SALT_SIZE, h().digest_size, h().block_size, h().name, h(digest_size=5).digest_size))
    t(lambda: h(5)); t(lambda: h(b'a',b'b')); t(lambda: h(data=b'a')); t(lambda: type(h())); t(lambda: h().update('a'))
    x = h(b"a", key=b"q"); y = x.copy(); x.update(b"b"); y.update(b"c"); print(x.hexdigest(), y.hexdigest(), x.digest() == bytes.fromhex(x.hexdigest()))
    t(lambda: hmac.new(b"k", b"m", h).hexdigest()); t(lambda: hmac.new(b"k", b"m", n).hexdigest())
t(lambda: hashlib.new('blake2b', b'a', digest_size=4).hexdigest())
t(lambda: hashlib.new('BLAKE2b', b'a', digest_size=4).hexdigest())
t(lambda: hashlib.new('nope'))
t(lambda: hashlib.new('md5', 'x'))
t(lambda: hashlib.new('MD5', b'x').name)
s=hashlib.scrypt
t(lambda: s(b'p',salt=b's',n=16,r=1,p=1).hex())
t(lambda: s(b'p',salt=b's',n=1024,r=8,p=1).hex())
t(lambda: s(b'p',salt=b's',n=16,r=1,p=1,dklen=10).hex())
t(lambda: s(b'p'))
t(lambda: s(b'p',salt=b's'))
t(lambda: s(b'p',salt=b's',n=15,r=1,p=1))
t(lambda: s(b'p',salt=b's',n=16))
t(lambda: s(b'p',salt=b's',n=16,r=1))
t(lambda: s('p',salt=b's',n=16,r=1,p=1))
t(lambda: s(b'p',salt='s',n=16,r=1,p=1))
t(lambda: s(b'p',salt=b's',n=1,r=1,p=1))
t(lambda: s(b'p',salt=b's',n=16,r=1,p=1,dklen=0))
t(lambda: s(b'p',salt=b's',n=16,r=1,p=1,maxmem=-1))
t(lambda: s(b'p',salt=b's',n=16,r=0,p=1))
t(lambda: s(b'p',salt=b's',n='a',r=0,p=1))
t(lambda: s(b'p',salt=b's',n=16,r='a',p=1))
t(lambda: s(b'p',salt=b's',n=2**20,r=8,p=1))
p=hashlib.pbkdf2_hmac
t(lambda: p('sha256',b'p',b's',10,0)); t(lambda: p('nope',b'p',b's',10)); t(lambda: p('sha256','p',b's',10)); t(lambda: p('sha256',b'p',b's',0)); t(lambda: p(b'sha256',b'p',b's',1)); t(lambda: p('sha256',password=b'p',salt=b's',iterations=10,dklen=5).hex());t(lambda: p('sha256',b'p',b's',-1)); t(lambda: p('sha256',b'p',b's','x')); t(lambda: p('sha256',b'p',b's',1,-1)); t(lambda: p('SHA512',b'p',b's',1,None).hex()); t(lambda: p('blake2b',b'p',b's',1,8).hex()); t(lambda: p('sha3_256',b'p',b's',1,8).hex())
