#!/usr/bin/env python3
"""Random chains of revisions, and what the reference answers about them.

    chains.py record FILE [--graphs N] [--seed S]    write graphs, questions and answers
    chains.py live TOOL [--graphs N] [--seed S]      ask the reference and TOOL (build/tools/chain_answers) alike

The reference (Alembic and SQLAlchemy) must be importable. The questions are described in
tests/script/chain_queries.hpp. A recording is a text: "G" begins a graph, "r" lines are its revisions as id,
down_revision, depends_on, branch_labels and doc with "|" between them, and each question is followed by a line
with its answer.
"""

import argparse
import collections
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import ordered_reference  # noqa: E402,F401

import alembic.util  # noqa: E402
from alembic import util  # noqa: E402
from alembic.runtime import migration  # noqa: E402
from alembic.script import base, revision as revision_module  # noqa: E402
from alembic.util import CommandError  # noqa: E402

WARNINGS = []
LOGS = []


def record_warning(message, stacklevel=2):
    WARNINGS.append(message)


util.warn = revision_module.util.warn = base.util.warn = record_warning
migration.log.debug = lambda text, *args: LOGS.append(text % args)

Node = collections.namedtuple("Node", "id down deps labels doc")


# ---- graphs ----


def random_id(rng, used):
    while True:
        length = rng.choice([2, 4, 5, 6])
        name = "".join(rng.choice("abcdef01") for _ in range(length))
        if name not in used and not name.isdigit():
            used.add(name)
            return name


def random_graph(rng):
    """Nodes in the order of their ids' file names, as the reference would load them."""
    size = rng.choice([1, 2, 3, 5, 8, 8, 12, 12, 16, 22, 30])
    used = set()
    ids = [random_id(rng, used) for _ in range(size)]
    labels = ["lab%s" % rng.choice(["", "el"]) + str(i) for i in range(6)]
    rng.shuffle(labels)
    base_rate = rng.choice([0.02, 0.1, 0.25])
    merge_rate = rng.choice([0.0, 0.1, 0.3])
    deps_rate = rng.choice([0.0, 0.0, 0.15, 0.4])
    label_rate = rng.choice([0.0, 0.1, 0.3])
    branchy = rng.choice([0.1, 0.4, 1.0])
    nodes = []
    label_of = {}
    heads = []
    for i, name in enumerate(ids):
        before = ids[:i]
        down = ()
        if before and rng.random() > base_rate:
            pool = heads if rng.random() > branchy and heads else before
            down = (rng.choice(pool),)
            if rng.random() < merge_rate and len(before) > 1:
                others = [o for o in (heads if len(heads) > 1 else before) if o not in down]
                rng.shuffle(others)
                down += tuple(others[: rng.choice([1, 1, 2])])
        deps = ()
        if before and rng.random() < deps_rate:
            pool = [b for b in before if b not in down] or before
            deps = tuple(rng.sample(pool, min(len(pool), rng.choice([1, 1, 2, 3]))))
            deps = tuple(
                next((lab for lab, owner in label_of.items() if owner == d), d) if rng.random() < 0.3 else d
                for d in deps
            )
        own = ()
        if labels and rng.random() < label_rate:
            own = tuple(labels.pop() for _ in range(min(len(labels), rng.choice([1, 1, 2]))))
            for lab in own:
                label_of[lab] = name
        heads = [h for h in heads if h not in down] + [name]
        nodes.append(Node(name, down, deps, own, "doc of %s" % name if rng.random() < 0.9 else ""))
    if rng.random() < 0.06:
        break_graph(rng, nodes)
    nodes.sort(key=lambda n: n.id)
    return random_graph(rng) if has_hidden_cycle(nodes) else nodes


def has_hidden_cycle(nodes):
    """A cycle that can be reached from a head and from a base: the reference does not see it and never returns."""
    owners = {name: n for n in nodes for name in (n.id,) + n.labels}
    below = {n.id: {owners[d].id for d in n.down + n.deps if d in owners} for n in nodes}
    while True:
        ready = [name for name, parents in below.items() if not parents]
        if not ready:
            break
        for name in ready:
            del below[name]
        for parents in below.values():
            parents.difference_update(ready)
    if not below:
        return False
    try:
        scripts_in_memory(nodes).revision_map._revision_map
    except Exception:
        return False
    return True


def break_graph(rng, nodes):
    """Something that the reference refuses or warns of."""
    i = rng.randrange(len(nodes))
    node = nodes[i]
    other = rng.choice(nodes)
    kind = rng.randrange(7)
    if kind == 0:
        nodes[i] = node._replace(down=(other.id,))
    elif kind == 1:
        nodes[i] = node._replace(deps=(rng.choice(nodes).id,))
    elif kind == 2:
        nodes[i] = node._replace(down=("missing",))
    elif kind == 3:
        nodes[i] = node._replace(deps=("missing",))
    elif kind == 4:
        nodes[i] = node._replace(id=node.id + rng.choice("@-+:"))
    elif kind == 5:
        nodes[i] = node._replace(labels=node.labels + (rng.choice([other.id, "same"]),))
        j = rng.randrange(len(nodes))
        nodes[j] = nodes[j]._replace(labels=nodes[j].labels + ("same",))
    else:
        nodes[i] = node._replace(down=(other.labels[0] if other.labels else other.id,))


# ---- the reference ----


def tuple_or_none(items):
    return None if not items else items[0] if len(items) == 1 else tuple(items)


class Module:
    def __init__(self, node):
        self.__doc__ = node.doc or None
        self.revision = node.id
        self.down_revision = tuple_or_none(node.down)
        self.depends_on = tuple_or_none(node.deps)
        self.branch_labels = tuple_or_none(node.labels)

    def upgrade(self):
        pass

    def downgrade(self):
        pass


def scripts_in_memory(nodes):
    scripts = base.ScriptDirectory.__new__(base.ScriptDirectory)
    scripts.revision_map = revision_module.RevisionMap(
        lambda: (base.Script(Module(n), n.id, "/x/%s.py" % n.id) for n in nodes)
    )
    return scripts


def fnv(text):
    value = 14695981039346656037
    for byte in text.encode():
        value = ((value ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return "%016x" % value


class Heads(migration.HeadMaintainer):
    """Writes down the changes of the version table instead of making them."""

    def __init__(self, heads):
        self.heads = ordered_reference.OrderedSet(heads)
        self.changes = []

    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)
        self.changes.append("+" + version)

    def _delete_version(self, version):
        self.heads.remove(version)
        self.changes.append("-" + version)

    def _update_version(self, from_, to_):
        assert to_ not in self.heads
        # In the place of the row that becomes it.
        rows = [to_ if h == from_ else h for h in self.heads]
        self.heads.remove(from_)
        self.heads = ordered_reference.OrderedSet(rows)
        self.changes.append("%s>%s" % (from_, to_))


def ids(revisions):
    return ",".join("None" if r is None else r if isinstance(r, str) else r.revision for r in revisions)


def items(text):
    return tuple(text.split(",")) if text else ()


def history(scripts, lower, upper):
    revisions = list(scripts.walk_revisions(lower, upper))
    lines = ""
    for r in revisions:
        lines += r.cmd_format(False, include_branches=True, include_doc=True, include_parents=True) + "\n"
        lines += r.log_entry + "\n"
    return ids(revisions) + " #" + fnv(lines)


def reports(scripts):
    lines = ""
    for r in scripts.get_revisions(scripts.get_heads()):
        lines += r.cmd_format(False, include_branches=True, tree_indicators=False) + "\n"
    for r in scripts.get_revisions("heads"):
        lines += r.cmd_format(True, include_branches=True, tree_indicators=False) + "\n"
    for r in scripts.walk_revisions():
        if not r.is_branch_point:
            continue
        for verbose in (False, True):
            lines += "%s\n%s\n\n" % (
                r.cmd_format(verbose, include_branches=True),
                "\n".join(
                    "%s -> %s"
                    % (" " * len(r.revision), child.cmd_format(False, include_branches=True, include_doc=verbose))
                    for child in (scripts.get_revision(n) for n in r.nextrev)
                ),
            )
    m = scripts.revision_map
    return ";".join(",".join(x) for x in (m.heads, m._real_heads, m.bases, m._real_bases)) + " #" + fnv(lines)


def plan(steps, rows):
    heads = Heads(rows)
    out = ""
    logs = ""
    for step in steps:
        if out:
            out += " "
        if isinstance(step, migration.StampStep):
            out += "%s>%s%s%s" % (
                "+".join(step.from_revisions),
                "+".join(step.to_revisions),
                "U" if step.is_upgrade else "D",
                "B" if step.branch_move else "",
            )
        else:
            out += step.revision.revision
        out += "["
        heads.changes.clear()
        LOGS.clear()
        try:
            heads.update_to_step(step)
        except (CommandError, revision_module.RevisionError):
            raise
        except Exception:
            return out + "!X"
        out += "".join(c + "," for c in heads.changes) + "]"
        logs += "%s\n%s\n%s\n%s\n%s\n" % (
            step,
            step.short_log,
            LOGS[0],
            ",".join(step.info.up_revision_ids),
            ",".join(step.info.down_revision_ids),
        )
    return out + " #" + fnv(logs)


def answer_unguarded(scripts, query):
    kind, _, rest = query.partition(" ")
    arguments = rest.split("|")
    if kind == "h":
        return history(scripts, arguments[0], arguments[1])
    if kind == "r":
        return reports(scripts)
    if kind in "uds":
        rows = items(arguments[1])
        if kind == "u":
            steps = scripts._upgrade_revs(arguments[0], rows)
        elif kind == "d":
            steps = scripts._downgrade_revs(arguments[0], rows)
        else:
            steps = scripts._stamp_revs(items(arguments[0]), rows)
        return plan(steps, rows)
    if kind == "c":
        current = scripts.get_all_current(items(arguments[0]))
        in_order = list(scripts.revision_map._revision_map)
        return ids(sorted(current, key=lambda r: in_order.index(r.revision)))
    if kind == "g":
        return ids(scripts.get_revisions(arguments[0]))
    if kind == "n":
        number = scripts.as_revision_number(arguments[0])
        return "None" if number is None else number if isinstance(number, str) else ",".join(number)
    raise AssertionError(query)


def answer(scripts, query):
    WARNINGS.clear()
    try:
        out = answer_unguarded(scripts, query)
    except CommandError as error:
        out = "!C %s" % error
    except revision_module.RevisionError as error:
        out = "!R %s" % error
    except Exception:
        out = "!X"
    return "".join("?%s " % w for w in WARNINGS) + out


# ---- questions ----


def random_name(rng, nodes):
    """A name for a place, sensible or not."""
    node = rng.choice(nodes)
    labels = [lab for n in nodes for lab in n.labels] or ["nolabel"]
    simple = [
        lambda: node.id,
        lambda: node.id[: rng.randrange(1, len(node.id) + 1)],
        lambda: "head",
        lambda: "heads",
        lambda: "base",
        lambda: rng.choice(labels),
        lambda: rng.choice(labels)[:4],
        lambda: "nothing",
    ]
    name = rng.choice(simple[:1] * 6 + simple)()
    if rng.random() < 0.25:
        name = "%s@%s" % (rng.choice(labels + [rng.choice(nodes).id, "nobranch"]), name)
    if rng.random() < 0.2:
        name += "%+d" % rng.randrange(-4, 5)
    elif rng.random() < 0.15:
        name = "%+d" % rng.choice([-3, -2, -1, -1, -1, 1, 1, 2, 3, 9, -9])
        if rng.random() < 0.4:
            name = "%s@%s" % (rng.choice(labels + [rng.choice(nodes).id]), name)
    return name


def random_rows(rng, scripts, nodes):
    """The rows of a version table: mostly as upgrades leave them."""
    if rng.random() < 0.08:
        return ",".join(n.id for n in rng.sample(nodes, min(len(nodes), rng.randrange(1, 4))))
    heads = Heads(())
    try:
        for _ in range(rng.randrange(0, 4)):
            rows = tuple(heads.heads)
            target = rng.choice(nodes).id if rng.random() < 0.8 else "heads"
            for step in scripts._upgrade_revs(target, rows):
                heads.update_to_step(step)
            if rng.random() < 0.3 and heads.heads:
                for step in scripts._downgrade_revs(rng.choice(nodes).id, tuple(heads.heads)):
                    heads.update_to_step(step)
    except Exception:
        pass
    return ",".join(heads.heads)


def questions(rng, scripts, nodes):
    out = ["r", "h base|heads"]
    try:
        scripts.revision_map._revision_map
    except Exception:
        # Some requests are refused before the chain is looked at; limbeck looks at it first.
        return out + ["u heads|", "d base|%s" % nodes[0].id, "c " + nodes[0].id, "g heads", "n head"]
    for _ in range(6):
        out.append("h %s|%s" % (random_name(rng, nodes), random_name(rng, nodes)))
    out.append("h base|" + random_name(rng, nodes))
    out.append("h %s|heads" % random_name(rng, nodes))
    for _ in range(8):
        out.append("u %s|%s" % (random_name(rng, nodes), random_rows(rng, scripts, nodes)))
        out.append("d %s|%s" % (random_name(rng, nodes), random_rows(rng, scripts, nodes)))
    for _ in range(4):
        targets = ",".join(random_name(rng, nodes) for _ in range(rng.choice([1, 1, 1, 2])))
        out.append("s %s|%s" % (targets, random_rows(rng, scripts, nodes)))
    rows = random_rows(rng, scripts, nodes)
    out += ["u heads|" + rows, "d base|" + rows, "d -1|" + rows, "u +1|" + rows]
    for _ in range(3):
        out.append("c " + random_rows(rng, scripts, nodes))
        out.append("g " + random_name(rng, nodes))
        out.append("n " + random_name(rng, nodes))
    return list(dict.fromkeys(out))


# ---- commands ----


def record(args):
    rng = random.Random(args.seed)
    with open(args.where, "w") as out:
        for _ in range(args.graphs):
            nodes = random_graph(rng)
            scripts = scripts_in_memory(nodes)
            out.write("G\n")
            for n in nodes:
                fields = (n.id, ",".join(n.down), ",".join(n.deps), ",".join(n.labels), n.doc)
                out.write("r " + "|".join(fields) + "\n")
            for query in questions(rng, scripts, nodes):
                out.write(query + "\n" + answer(scripts, query) + "\n")


def write_folder(folder, nodes):
    for n in nodes:
        with open(os.path.join(folder, re.sub(r"\W", "_", n.id) + ".py"), "w") as out:
            out.write('"""%s"""\n\n' % n.doc if n.doc else "")
            out.write("revision = %r\n" % n.id)
            out.write("down_revision = %r\n" % (tuple_or_none(n.down),))
            out.write("branch_labels = %r\n" % (tuple_or_none(n.labels),))
            out.write("depends_on = %r\n\n\n" % (tuple_or_none(n.deps),))
            out.write("def upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n")


def live(args):
    asked = different = 0
    for number in range(args.graphs):
        rng = random.Random(args.seed * 1000003 + number)
        nodes = random_graph(rng)
        with tempfile.TemporaryDirectory() as folder:
            write_folder(folder, nodes)
            scripts = base.ScriptDirectory(folder, version_locations=[folder])
            asking = questions(rng, scripts, nodes)
            expected = [answer(scripts, q) for q in asking]
            done = subprocess.run(
                [args.where, folder], input="\n".join(asking) + "\n", capture_output=True, text=True
            )
            found = done.stdout.splitlines()
        asked += len(asking)
        for i, query in enumerate(asking):
            mine = found[i] if i < len(found) else "(no answer, exit %d) %s" % (done.returncode, done.stderr)
            if mine != expected[i]:
                different += 1
                if different <= args.show:
                    print("graph %d (seed %d): %s\n  reference: %s\n  limbeck:   %s" % (
                        number, args.seed, query, expected[i], mine))
                    for n in nodes if args.show == 1 else ():
                        print("   ", n)
    print("%d graphs, %d questions, %d answered differently" % (args.graphs, asked, different))
    return 1 if different else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["record", "live"])
    parser.add_argument("where", help="the file to write, or the tool to ask")
    parser.add_argument("--graphs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="how many differences to print")
    args = parser.parse_args()
    return record(args) if args.command == "record" else live(args)


if __name__ == "__main__":
    sys.exit(main())
