class Config:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, key):
        return self.values[key]

    @property
    def port(self):
        return int(self["port"])


def load(config):
    return [
        config["host"],
        config.port + 1,
    ]


def main():
    settings = Config({"host": "x", "port": "not a number"})
    return (lambda c: load(c))(settings)


main()
