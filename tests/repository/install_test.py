#!/usr/bin/env python3
"""What `meson install` leaves is whole: the program runs, the man page and the completions know every command and
option that the program has, and a program that uses the headers builds by pkg-config and works.

usage: install_test.py BUILD CXX FLAGS ALIAS      FLAGS are the sanitizers' of the build, ALIAS is "true" or "false"
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, CXX, FLAGS, ALIAS = pathlib.Path(sys.argv[1]), shlex.split(sys.argv[2]), shlex.split(sys.argv[3]), sys.argv[4] == "true"

PROGRAM = r"""
#include <limbeck/limbeck.hpp>
#include <cstdio>

int main() {
    try {
        limbeck::Project project = limbeck::Project::open({});
        for (const limbeck::Revision& revision : project.history()) std::puts(revision.one_line().c_str());
        project.upgrade("head");
        std::puts(project.current().ids.at(0).c_str());
    } catch (const limbeck::Error& error) {
        std::printf("error: %s\n", error.what());
        return 1;
    }
}
"""


def output(*command, **options) -> str:
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def words_of_help(binary: pathlib.Path) -> dict[str, set[str]]:
    """Each command's options; those of the program itself under "". As --help gives them."""
    option = re.compile(r"(?<![\w-])(--?[A-Za-z][\w-]*)")
    # An option's own line begins with it; what stands to its right is prose.
    def options(text):
        return {name for line in text.splitlines() if line.lstrip().startswith("-") for name in option.findall(line[:40])}

    top = output(binary, "--help")
    commands = re.findall(r"^  ([a-z_]+) ", top[top.lower().index("subcommands"):], re.MULTILINE)
    return {"": options(top)} | {name: options(output(binary, name, "--help")) for name in commands}


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name)
        cls.root = cls.scratch / "root"
        output("meson", "install", "-C", str(BUILD), "--no-rebuild", "--destdir", str(cls.root))
        options = {o["name"]: o["value"] for o in json.loads(output("meson", "introspect", "--buildoptions", str(BUILD)))}
        cls.prefix = cls.root / options["prefix"].lstrip("/")
        cls.libdir = cls.prefix / options["libdir"]
        cls.binary = cls.prefix / "bin" / "limbeck"
        cls.words = words_of_help(cls.binary)

    def test_the_program_runs(self):
        self.assertRegex(output(self.binary, "--version"), r"^limbeck \d+\.\d+\.\d+\n$")
        for command in ("history", "upgrade", "stamp"):
            self.assertIn(command, self.words)
        self.assertIn("--sql", self.words["upgrade"])
        self.assertEqual((self.prefix / "bin" / "alembic").is_symlink(), ALIAS)
        if ALIAS:
            self.assertRegex(output(self.prefix / "bin" / "alembic", "--version"), r"^alembic \d+\.\d+\.\d+\n$")

    def test_the_man_page_knows_everything(self):
        page = self.prefix / "share/man/man1/limbeck.1"
        text = page.read_text(encoding="utf-8").replace("\\-", "-")
        self.assertNotIn("@VERSION@", text)
        for command, options in self.words.items():
            self.assertIn(command, text)
            for option in options:
                self.assertRegex(text, rf"(?<![\w-]){re.escape(option)}(?![\w-])", f"{command} {option}")
        if shutil.which("groff"):
            warned = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, text=True)
            self.assertEqual(warned.stderr, "")

    def test_the_completions_know_everything(self):
        share = self.prefix / "share"
        for shell, file in (("bash", share / "bash-completion/completions/limbeck"),
                            ("zsh", share / "zsh/site-functions/_limbeck"),
                            ("fish", share / "fish/vendor_completions.d/limbeck.fish")):
            text = file.read_text(encoding="utf-8")
            for command, options in self.words.items():
                self.assertIn(command, text)
                for option in options:
                    name = option
                    if shell == "fish":
                        name = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
                    self.assertRegex(text, rf"(?<![\w-]){re.escape(name)}(?![\w-])", f"{shell}: {command} {option}")
            if shutil.which(shell):
                output(shell, "-n", str(file))

    def test_bash_completes(self):
        script = f"""
            source {self.prefix}/share/bash-completion/completions/limbeck
            complete_words() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _limbeck; echo "${{COMPREPLY[*]}}"; }}
            PATH={self.prefix}/bin:$PATH
            complete_words limbeck up
            complete_words limbeck history --ver
            complete_words limbeck -c alembic.ini heads --res
            complete_words limbeck history --format m
            complete_words limbeck upgrade 0
        """
        here = self.scratch / "glyphd"
        shutil.copytree(pathlib.Path(__file__).parents[2] / "fixtures/glyphd", here, dirs_exist_ok=True)
        self.assertEqual(output("bash", "-c", script, cwd=here).splitlines(),
                         ["upgrade", "--verbose", "--resolve-dependencies", "mermaid", "001_add_import_index 000_base_schema"])

    def test_a_program_builds_against_it_and_works(self):
        source = self.scratch / "program.cpp"
        source.write_text(PROGRAM, encoding="utf-8")
        environment = os.environ | {"PKG_CONFIG_PATH": str(self.libdir / "pkgconfig")}
        flags = output("pkg-config", "--static", "--cflags", "--libs", f"--define-variable=prefix={self.prefix}", "limbeck",
                       env=environment).split()
        program = self.scratch / "program"
        output(*CXX, *FLAGS, str(source), "-o", str(program), *flags)
        project = self.scratch / "project"
        shutil.copytree(pathlib.Path(__file__).parents[2] / "fixtures/glyphd", project)
        self.assertEqual(output(program, cwd=project).splitlines(),
                         ["000_base_schema -> 001_add_import_index (head), Add import_index column to scored_listings table",
                          "<base> -> 000_base_schema, The store before import_index", "001_add_import_index"])
        self.assertEqual(subprocess.run([program], cwd=self.scratch, capture_output=True).returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
