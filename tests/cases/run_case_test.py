"""The runner of golden cases, with a shell script in the place of the program."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).with_name("run_case.py")
PROGRAM = """#!/bin/sh
case "$1" in
    greet) echo "good day"; echo "and a note" >&2 ;;
    fail) echo "no such thing"; exit 2 ;;
    keep) echo "$2" >>kept ;;
    gap) printf 'a\\n\\nb\\n\\n' ;;
    open) printf unfinished ;;
esac
"""


class RunCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.program = Path(folder.name, "program")
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        self.case = Path(folder.name, "a.case")

    def run_case(self, text: str, *options: str) -> subprocess.CompletedProcess:
        self.case.write_text(text)
        return subprocess.run([sys.executable, "-B", RUNNER, self.program, self.case, *options], capture_output=True, text=True)

    def passes(self, text: str):
        done = self.run_case(text)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def fails(self, text: str, difference: str):
        done = self.run_case(text)
        self.assertEqual(done.returncode, 1)
        self.assertIn(difference, done.stdout)

    def test_both_outputs_are_expected(self):
        self.passes("It greets.\n\n  $ quarterday greet\n  good day\n  and a note\n\nThat is all.\n")

    def test_another_line_is_a_difference(self):
        self.fails("  $ quarterday greet\n  good night\n  and a note\n", "-good night\n+good day")

    def test_a_missing_line_is_a_difference(self):
        self.fails("  $ quarterday greet\n  good day\n", "+and a note")

    def test_a_line_too_many_is_a_difference(self):
        self.fails("  $ quarterday keep a\n  kept\n", "-kept")

    def test_the_exit_code_counts(self):
        self.passes("  $ quarterday fail\n  no such thing\n  [2]\n")
        self.fails("  $ quarterday fail\n  no such thing\n", "+[2]")
        self.fails("  $ quarterday greet\n  good day\n  and a note\n  [1]\n", "-[1]")

    def test_a_glob_stands_for_what_changes(self):
        self.passes("  $ quarterday greet\n  good * (glob)\n  and a note\n")
        self.fails("  $ quarterday greet\n  bad * (glob)\n  and a note\n", "+good day")
        self.fails("  $ quarterday greet\n  good *\n  and a note\n", "+good day")

    def test_dots_stand_for_any_lines(self):
        self.passes("  $ quarterday greet\n  …\n  and a note\n")
        self.passes("  $ quarterday greet\n  good day\n  …\n")
        self.passes("  $ quarterday greet\n  …\n  good day\n  and a note\n")
        self.fails("  $ quarterday greet\n  …\n  and a word\n", "+and a note")
        self.fails("  $ quarterday greet\n  …\n  good day\n", "+and a note")

    def test_a_line_without_end_shows(self):
        self.passes("  $ quarterday open\n  unfinished (no end of line)\n")

    def test_empty_lines_are_printed_where_more_follows(self):
        self.passes("  $ quarterday gap\n  a\n\n  b\n\n  $ quarterday gap\n  a\n\n  b\nProse.\n")
        self.fails("  $ quarterday gap\n  a\n  b\n", "+\n b")
        self.fails("  $ quarterday gap\n  a\n\n\n  b\n", "-\n b")

    def test_commands_share_a_folder_and_may_be_long(self):
        self.passes("  $ quarterday keep a\n  $ quarterday keep b &&\n  > cat kept\n  a\n  b\n")

    def test_a_case_without_a_command_fails(self):
        self.fails("$ quarterday greet\n", "has no command")

    def test_update_writes_what_was_printed_and_keeps_the_rest(self):
        text = "Prose.\n\n  $ quarterday greet\n  {}\n\n  $ quarterday fail\n  no * (glob)\n  [2]\nEnd.\n"
        self.assertEqual(self.run_case(text.format("good night"), "--update").returncode, 0)
        self.assertEqual(self.case.read_text(), text.format("good day\n  and a note"))


if __name__ == "__main__":
    unittest.main()
