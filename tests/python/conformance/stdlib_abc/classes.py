from abc import ABC, abstractmethod, ABCMeta
class Repo(ABC):
    @abstractmethod
    def get(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def kind(): ...
    @property
    @abstractmethod
    def size(self): ...
class Full(Repo):
    def get(self): return 1
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def kind(): return "full"
    size = 3
class Part(Repo):
    def get(self): return super().get()
class Meta(metaclass=ABCMeta):
    pass

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'Full.make().get(), Full().size, Full.kind(), isinstance(Full(), Repo), sorted(Repo.__abstractmethods__), sorted(Part.__abstractmethods__), Full.__abstractmethods__, Repo.get.__isabstractmethod__, Meta.register(int), isinstance(5, Meta), issubclass(bool, Meta), type(Repo).__name__, issubclass(Full, ABC)',
    'Repo()',
    'Part()',
    'Meta.register(5)',
)
