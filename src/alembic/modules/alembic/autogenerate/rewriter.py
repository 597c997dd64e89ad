"""Rules for what the making of revisions from models would write."""


class Rewriter:
    def __init__(self):
        self.rules = []
        self.next = None

    def rewrites(self, operator):
        def register(rule):
            self.rules.append((operator, rule))
            return rule

        return register

    def chain(self, other):
        both = type(self)()
        both.rules = list(self.rules)
        both.next = other
        return both

    def process_revision_directives(self, context, revision, directives):
        raise NotImplementedError("limbeck makes no revisions from models")

    __call__ = process_revision_directives
