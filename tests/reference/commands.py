"""Which commands are asked of a chain: for a seed always the same ones."""
import random

# A database is stamped, looked at and reported on; each list is run in order on one database.
Session = list[list[str]]


def reports(ids: list[str], labels: list[str], seed: int, shows: int = 12, ranges: int = 10) -> list[list[str]]:
    """Commands that read the chain alone."""
    chance = random.Random(seed)
    pick = lambda: chance.choice(ids)  # noqa: E731
    commands = [
        ["history"], ["history", "-v"], ["heads"], ["heads", "-v"], ["heads", "--resolve-dependencies"],
        ["heads", "-v", "--resolve-dependencies"], ["branches"], ["branches", "-v"], ["show", "heads"],
        ["show", "head"], ["show", "base"], ["history", "-r", "base:heads"], ["history", "-r", ":heads"],
        ["history", "-r", "base:"], ["history", "-r", ":"], ["history", "-r-3:"], ["history", "-r", ":+2"],
        ["history", "-r", "nothing"], ["history", "-r", "nosuch:heads"], ["show", "nosuch"], ["show", "zzz@head"],
        ["show", "current"], ["history", "-r", "head:base"], ["show", "head-1"], ["show", "base+1"],
    ]
    for _ in range(shows):
        id_ = pick()
        commands.append(["show", chance.choice([id_, id_[:4], id_[:8], id_[:1], id_ + "-1", id_ + "+1", id_ + "@head", id_ + "x"])])
    for _ in range(ranges):
        a, b = pick(), pick()
        text = chance.choice([f"{a}:{b}", f"{a}:", f":{b}", f"{a}:+2", f"-2:{b}", f"{a[:6]}:heads", f"base:{b}", f"{a}@base:{b}"])
        # What begins with "-" is taken for an option unless it stands in the same word.
        commands.append(["history", *chance.choice([[], ["-v"]]), *([f"-r{text}"] if text.startswith("-") else ["-r", text])])
    for label in labels:
        commands += [["show", label], ["show", f"{label}@head"], ["show", f"{label}@base"], ["history", "-r", f"{label}:"],
                     ["history", "-r", f"base:{label}@head"], ["history", "-r", f"{label}@base:{label}@head"],
                     ["show", f"{label}@head-1"], ["history", "-r", f"{label}@-2:"]]
    return commands


def sessions(ids: list[str], labels: list[str], seed: int, count: int = 4) -> list[Session]:
    """Databases at different places: stamped, then asked."""
    chance = random.Random(seed + 1)
    result: list[Session] = []
    for number in range(count):
        targets = ["heads"] if number == 0 else chance.sample(ids, min(len(ids), chance.randint(1, 3)))
        session = [["current"], ["stamp", *targets], ["current"], ["current", "-v"], ["current", "--check-heads"],
                   ["history", "-i"], ["history", "-v", "-i"], ["history", "-r", "current:"], ["history", "-r", ":current"],
                   ["history", "-i", "-r", "current:heads"], ["history", "-r-1:current"], ["history", "-r", "current:+1"]]
        again = chance.choice(ids)
        session += [["stamp", again], ["current"], ["stamp", "--purge", again], ["current", "-v"], ["stamp", "base"], ["current"],
                    ["stamp", "nosuch"], ["stamp", "+1"], ["current"], ["ensure_version"]]
        result.append(session)
    return result


def plans(ids: list[str], labels: list[str], seed: int, count: int = 16) -> list[list[str]]:
    """Commands whose answer is a plan: scripts that nothing runs."""
    chance = random.Random(seed + 2)
    commands = [["upgrade", "heads", "--sql"], ["upgrade", "head", "--sql"], ["upgrade", "+2", "--sql"],
                ["downgrade", "heads:base", "--sql"], ["downgrade", "base", "--sql"], ["stamp", "heads", "--sql"],
                ["upgrade", "heads", "--sql", "--tag", "x"]]
    for _ in range(count):
        a, b = chance.choice(ids), chance.choice(ids)
        commands.append(chance.choice([
            ["upgrade", a, "--sql"], ["upgrade", f"{a}:{b}", "--sql"], ["downgrade", f"{a}:{b}", "--sql"],
            ["upgrade", f"{a}:heads", "--sql"], ["downgrade", f"{a}:base", "--sql"], ["upgrade", f"{a}:+2", "--sql"],
            ["downgrade", f"{a}:-1", "--sql"], ["stamp", a, "--sql"], ["stamp", f"{a}:{b}", "--sql"],
            ["upgrade", f"{a}+1", "--sql"], ["upgrade", f"{a}-1", "--sql"],
        ]))
    for label in labels[:3]:
        commands += [["upgrade", f"{label}@head", "--sql"], ["upgrade", label, "--sql"], ["upgrade", f"{label}@+1", "--sql"],
                     ["downgrade", f"{label}@head:{label}@base", "--sql"]]
    return commands


def runs(ids: list[str], labels: list[str], seed: int, count: int = 3) -> list[Session]:
    """Databases that are moved about."""
    chance = random.Random(seed + 3)
    result: list[Session] = []
    for _ in range(count):
        a, b, c = (chance.choice(ids) for _ in range(3))
        session = [["upgrade", a], ["current"], ["upgrade", "heads"], ["current"], ["downgrade", b], ["current"],
                   ["upgrade", "+1"], ["current"], ["downgrade", "-1"], ["current"], ["upgrade", c], ["current"]]
        if labels:
            label = chance.choice(labels)
            session += [["upgrade", f"{label}@head"], ["current"], ["downgrade", f"{label}@base"], ["current"],
                        ["downgrade", f"{label}@-1"], ["current"], ["upgrade", f"{label}@+1"], ["current"]]
        session += [["downgrade", "base"], ["current"], ["upgrade", "heads"], ["current", "-v"], ["downgrade", "nosuch"],
                    ["upgrade", "head"], ["downgrade", a], ["current"]]
        result.append(session)
    return result
