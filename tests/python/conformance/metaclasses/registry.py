registry = {}
class Registered(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        if ns.get('table'):
            registry[ns['table']] = cls
        return cls
class Model(metaclass=Registered):
    table = None
class User(Model):
    table = 'users'
class Admin(User):
    pass
class Order(Model):
    table = 'orders'
print({k: v.__name__ for k, v in registry.items()})
class Field:
    counter = 0
    def __init__(self, kind):
        self.kind = kind
        self.order = Field.counter
        Field.counter += 1
class Declarative(type):
    def __new__(mcs, name, bases, ns):
        fields = [(k, v) for k, v in ns.items() if isinstance(v, Field)]
        for b in bases:
            fields = list(getattr(b, '_fields', [])) + fields
        ns['_fields'] = sorted(fields, key=lambda kv: kv[1].order)
        return super().__new__(mcs, name, bases, ns)
class Base(metaclass=Declarative): pass
class Person(Base):
    id = Field('int')
    name = Field('str')
class Employee(Person):
    salary = Field('num')
print([(k, f.kind) for k, f in Employee._fields])
class Singleton(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, v): self.v = v
print(Config(1) is Config(2), Config(3).v)
class Final(type):
    def __new__(mcs, name, bases, ns):
        for b in bases:
            if isinstance(b, Final):
                raise TypeError(f'{b.__name__} is final')
        return super().__new__(mcs, name, bases, ns)
class Last(metaclass=Final): pass
try:
    class After(Last): pass
except TypeError as e:
    print(e)
class AutoRepr(type):
    def __init__(cls, name, bases, ns):
        cls.__repr__ = lambda self: f'{name}({", ".join(f"{k}={v!r}" for k, v in vars(self).items())})'
class R(metaclass=AutoRepr):
    def __init__(self): self.a, self.b = 1, 'x'
print(R())
print(isinstance(User, Registered), isinstance(User, type), type(User).__mro__)
def with_metaclass(meta, *bases):
    class temporary(type):
        def __new__(cls, name, this_bases, d):
            return meta(name, bases, d)
        @classmethod
        def __prepare__(cls, name, this_bases):
            return meta.__prepare__(name, bases)
    return type.__new__(temporary, 'temporary_class', (), {})
class Compat(with_metaclass(Registered, Model)):
    table = 'compat'
print(registry['compat'].__mro__)
