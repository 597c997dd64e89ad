#!/usr/bin/env python3
"""floors.py finds what it is there to find: a made-up tree with one violation of each kind."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import floors  # noqa: E402

TABLE = """
| floor | folder | what |
| --- | --- | --- |
| 2 | `sql/` | text |
| 2 | `database/` | connections |
| 1 | `python/` | the language |
| 0 | `support/` | the ground |
"""


class Floors(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.root = pathlib.Path(self.scratch.name)
        self.write("docs/architecture.md", TABLE)
        for folder in ("sql", "database", "python", "support"):
            self.write(f"src/{folder}/empty.hpp", "")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self):
        return floors.violations(self.root, floors.read_floors(self.root / "docs/architecture.md"))

    def test_downwards_and_inside_are_fine(self):
        self.write("src/sql/a.cpp", '#include "sql/a.hpp"\n#include "support/empty.hpp"\n#include <vector>\n')
        self.assertEqual(self.found(), [])
        self.assertEqual(floors.main(self.root), 0)

    def test_upwards(self):
        self.write("src/support/a.cpp", '\n#include "sql/empty.hpp"\n')
        self.assertEqual(len(self.found()), 1)
        self.assertTrue(self.found()[0].startswith("src/support/a.cpp:2: "), self.found())
        self.assertEqual(floors.main(self.root), 1)

    def test_across(self):
        self.write("src/database/a.cpp", '# include "sql/empty.hpp"\n')
        self.assertIn("do not know each other", self.found()[0])

    def test_strangers(self):
        self.write("src/sql/deep/a.hpp", '#include "python/empty.hpp"\n')
        self.assertIn("knows nothing of", self.found()[0])

    def test_includes_name_their_folder(self):
        self.write("src/sql/a.cpp", '#include "a.hpp"\n#include "../support/empty.hpp"\n')
        self.assertEqual(len(self.found()), 2)

    def test_a_folder_without_a_floor(self):
        self.write("src/attic/a.cpp", "int x;\n")
        self.write("src/sql/a.cpp", '#include "attic/a.hpp"\n')
        self.assertEqual(len(self.found()), 2)
        self.assertEqual(floors.main(self.root), 1)

    def test_no_table(self):
        self.write("docs/architecture.md", "nothing\n")
        self.assertEqual(floors.main(self.root), 1)


if __name__ == "__main__":
    unittest.main(verbosity=1)
