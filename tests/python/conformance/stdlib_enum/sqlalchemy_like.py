import enum
class Status(enum.Enum):
    pending = "PENDING"
    done = "DONE"
class Role(str, enum.Enum):
    admin = "admin"
    user = "user"
    @classmethod
    def values(cls):
        return [r.value for r in cls]
    @property
    def is_admin(self):
        return self is Role.admin
names = [s.name for s in Status]

def show(*cases):
    for case in cases:
        try:
            print(case, "->", repr(eval(case)))
        except Exception as error:
            print(case, "->", type(error).__name__, error)


show(
    'names, [s.value for s in Status], Role.values(), Role.admin.is_admin, Role("user"), Role.admin == "admin", Role.admin + "!", "admin" in Role.values(), Role.admin.upper(), repr(Role.user), str(Role.user), f"{Role.user}", "{}".format(Role.user), "%s" % Role.user, Role.user.value, Status.pending.value, list(Status.__members__), {s.name: s.value for s in Status}, tuple(Status), Role.__members__["admin"], sorted(Role), ", ".join(Role), hash(Role.admin) == hash("admin"), Role.admin in {"admin"}',
)
