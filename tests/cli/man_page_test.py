"""The man page and the program agree: man_page_test.py PROGRAM.

Every command, argument and option of --help is in the man page and the other way round, and so is every field of the JSON and
CSV that is printed for the examples."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = str(Path(sys.argv.pop(1)).resolve(strict=True))
EVERYWHERE = {"-h, --help", "--store STORE"}


class ManPage:
    """The page by sections (.Sh) and subsections (.Ss), as lines of mdoc."""

    def __init__(self, text: str) -> None:
        self.sections: dict[str, dict[str, list[str]]] = {}
        for line in text.splitlines():
            if line.startswith(".Sh "):
                self.sections[line[4:]] = {"": []}
            elif line.startswith(".Ss "):
                self.sections[self.last()][line[4:]] = []
            elif self.sections:
                subsections = self.sections[self.last()]
                subsections[list(subsections)[-1]].append(line)

    def last(self) -> str:
        return list(self.sections)[-1]

    def terms(self, section: str, subsection: str = "") -> list[str]:
        return [line[4:] for line in self.sections[section][subsection] if line.startswith(".It ")]

    def options(self, section: str, subsection: str = "") -> set[str]:
        """ "--period PERIOD", "-h, --help", "PATH" """
        return {re.sub(r"\b(Ar|Fl) ", lambda mark: "-" if mark[1] == "Fl" else "", term).replace(" ,", ",")
                for term in self.terms(section, subsection)}

    def fields(self, section: str, subsection: str = "") -> list[str]:
        return [field for term in self.terms(section, subsection) for field in term.removeprefix("Cm ").split(" , ")]


def quarterday(*words: str) -> str:
    return subprocess.run([PROGRAM, *words], check=False, capture_output=True, text=True, env=os.environ | {"COLUMNS": "400"}).stdout


def terms_of_help(text: str, *headings: str) -> set[str]:
    terms, inside = set(), False
    for line in text.splitlines():
        if not line.startswith(" "):
            inside = line.startswith(headings)
        elif inside and re.match(r"  \S", line):
            terms.add(re.split(r"  +", line.strip())[0])
    return terms


def paths(value: object, inside: str = "") -> set[str]:
    """The fields of a JSON value: "counts.green", "findings.code". Those of figures have a subsection of their own."""
    if isinstance(value, list):
        return set().union(*[paths(each, inside) for each in value]) if inside not in ("measures.", "series.") else set()
    if isinstance(value, dict):
        return set().union(*[{inside + key} | paths(each, inside + key + ".") for key, each in value.items()])
    return set()


def write_charted_council(folder: Path) -> None:
    """A council with districts and enough quarters for all that statistics say; the examples have too few."""
    folder.mkdir()
    (folder / "council.toml").write_text('name = "Charted"\narea = "C"\n[[status]]\n[[status.rule]]\nstatus = "green"\nname = "star"\n'
                                         'when = "meets target"\n[[status.rule]]\nstatus = "red"\nwhen = "otherwise"\n', encoding="utf-8")
    (folder / "areas.csv").write_text("code,name,kind,parent\nC,County,county,\n" +
                                      "".join(f"D{i},District {i},district,C\n" for i in range(5)), encoding="utf-8")
    (folder / "measures.csv").write_text("code,title,unit,grain,roll_up,missing\nM1,Share,percent,quarter,last,\n"
                                         "M2,Accidents,count,quarter,last,\nM3,Calls,count,month,sum,leave_out\n", encoding="utf-8")
    quarters = [f"20{year}-{year + 1}Q{quarter}" for year in (11, 12, 13) for quarter in (1, 2, 3, 4)] + ["2014-15Q1"]
    rows = [f"M1,D{i},{period},{700 + 20 * i + 13 * at % 40},1000," for at, period in enumerate(quarters) for i in range(5)]
    (folder / "targets.csv").write_text("measure,area,period,role,kind,value\nM1,D2,2014-15,annual,value,60\n"
                                        "M1,D2,2014-15,minimum,value,50\n", encoding="utf-8")
    (folder / "forecasts.csv").write_text("measure,area,period,made_in,value\nM1,D2,2012-13,2012-13Q3,77\n", encoding="utf-8")
    (folder / "neighbours.csv").write_text("area,neighbour,position,source\nD2,D4,1,By hand\nD2,D0,2,By hand\n", encoding="utf-8")
    rows += [f"M2,D2,{2010 + i // 4}-{11 + i // 4}Q{i % 4 + 1},,,{1 if i in (2, 7) else 0}" for i in range(12)] # rare
    rows += ["M3,D2,2014-04,,,12", "M3,D2,2014-06,,,14"] # a month is missing
    (folder / "returns.csv").write_text("measure,area,period,numerator,denominator,value\n" + "\n".join(rows) + "\n", encoding="utf-8")


class ManPageAgrees(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = ManPage((PROJECT / "man/quarterday.1").read_text(encoding="utf-8"))
        cls.commands = terms_of_help(quarterday("--help"), "Commands")
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.stores = {}
        for council in ("lancashire", "chorley"):
            cls.stores[council] = f"sqlite:{cls.folder.name}/{council}.db"
            quarterday("--store", cls.stores[council], "init")
            quarterday("--store", cls.stores[council], "import", str(PROJECT / "examples" / council))
        cls.stores["registers"] = f"sqlite:{cls.folder.name}/registers.db"
        quarterday("--store", cls.stores["registers"], "init")
        quarterday("--store", cls.stores["registers"], "import", str(PROJECT / "tests/councils/ledgershire"))
        cls.issue_twice(Path(cls.folder.name) / "later")
        cls.stores["charted"] = f"sqlite:{cls.folder.name}/charted.db"
        folder = Path(cls.folder.name) / "charted"
        write_charted_council(folder)
        quarterday("--store", cls.stores["charted"], "init")
        quarterday("--store", cls.stores["charted"], "import", str(folder))

    @classmethod
    def issue_twice(cls, later: Path) -> None:
        """What is issued a second time has something restated, something added and something gone."""
        def on(*words: str) -> None:
            quarterday("--store", cls.stores["registers"], *words)
        issue = ("report", "scorecard", "--issue", "--format", "html", "--period", "2024-25Q3")
        on(*issue)
        later.mkdir()
        (later / "returns.csv").write_text(
            "measure,period,numerator,denominator,gap,known_at,handed_in_by,reason\n"
            "LET,2024-25Q3,165,205,,2025-01-20,Head of housing,two were counted late\n"
            "LET,2024-25Q4,170,204,,2025-04-18,Head of housing,\n"
            "TRAIN,2024-25Q1,,,not_available,2025-01-20,Head of youth services,the list was lost\n", encoding="utf-8")
        on("import", str(later))
        on(*issue)

    def printed(self, council: str, *words: str) -> str:
        return quarterday("--store", self.stores[council], *words)

    def documents(self, format_: str) -> dict[str, list]:
        """What each command prints of the examples."""
        said = {"scorecard": [], "measure": []}
        for council, period in (("lancashire", "2012-13Q3"), ("chorley", "2013-14Q1"), ("chorley", "2016-17Q3")):
            said["scorecard"].append(self.printed(council, "scorecard", "--period", period, "--format", format_))
        for council, code in (("lancashire", "ASC1"), ("lancashire", "CYP1"), ("chorley", "NEET")):
            said["measure"].append(self.printed(council, "measure", code, "--format", format_))
        said["measure"].append(self.printed("charted", "measure", "M1", "--area", "D2", "--format", format_))
        said["measure"].append(self.printed("charted", "measure", "M2", "--area", "D2", "--format", format_))
        said["scorecard"].append(self.printed("charted", "scorecard", "--area", "D2", "--format", format_))
        said["scorecard"].append(self.printed("charted", "scorecard", "--area", "D2", "--status", "star", "--format", format_))
        return said

    def register_documents(self) -> dict[str, list[str]]:
        """What the commands of the registers print of an example in which each has something to tell."""
        def told(*words: str) -> str:
            return self.printed("registers", *words, "--format", "json")
        meetings = [told("meeting", "show", code) for code in ("PC-2024-06-11", "PC-2024-12-10")]
        return {
            "programme": [told("programme")],
            "risks": [told("risks")],
            "risks CODE": [told("risks", "R1")],
            "meeting list": [told("meeting", "list")],
            "meeting show": meetings,
            "meeting requests": [told("meeting", "requests"), told("meeting", "matters-arising", "PC-2024-12-10")],
            "meeting forward-plan": [told("meeting", "forward-plan", "--as-at", day) for day in ("2025-02-01", "2025-04-01")],
            "history": [told("history")],
            "history SUBJECT": [told("history", "returns", "LET", "2024-25Q3"), told("history", "measures", "LET")],
            "report --compare": [told("report", "--compare", "1", "2"), told("report", "--compare", "2", "1")],
        }

    def test_commands(self):
        self.assertEqual(set(self.page.sections["COMMANDS"]) - {""}, self.commands)
        self.assertGreater(len(self.commands), 10)

    def test_options_of_the_program(self):
        of_help = terms_of_help(quarterday("--help"), "Options")
        self.assertEqual(self.page.options("OPTIONS") - {"--period PERIOD", "--area AREA", "--as-at TIME", "--format FORMAT"}, of_help)

    def test_options_of_each_command(self):
        for command in sorted(self.commands):
            with self.subTest(command):
                of_help = terms_of_help(quarterday(command, "--help"), "Options", "Arguments")
                self.assertEqual(self.page.options("COMMANDS", command), of_help - EVERYWHERE)
                self.assertLessEqual(EVERYWHERE, of_help)

    def test_every_command_shows_examples_that_begin_with_its_name(self):
        for command in sorted(self.commands):
            with self.subTest(command):
                examples = quarterday(command, "--help").partition("\nExamples\n")[2].strip().splitlines()
                self.assertTrue(examples)
                for example in examples:
                    self.assertRegex(example, rf"^ *quarterday (--store \S+ )?{command}\b")

    def test_json(self):
        said = {command: [json.loads(text) for text in texts] for command, texts in self.documents("json").items()}
        said["check"] = [json.loads(self.printed("lancashire", "check", "--period", "2012-13Q3", "--format", "json"))]
        said["check --codes"] = [json.loads(quarterday("check", "--codes", "--format", "json"))]
        series = Path(self.folder.name) / "series.csv"
        series.write_text("value\n" + "\n".join(str(number) for number in range(20)), encoding="utf-8")
        said["forecast"] = [json.loads(quarterday("forecast", "--csv", str(series), "--format", "json"))]
        said["forecast --backtest"] = [json.loads(self.printed("charted", "forecast", "--backtest", "--area", "D2", "--format", "json"))]
        said |= {command: [json.loads(text) for text in texts] for command, texts in self.register_documents().items()}
        for command, documents in said.items():
            with self.subTest(command):
                documented = self.page.fields("JSON", f"{command} --format json")
                self.assertEqual(sorted(documented), sorted(set(documented)), "documented twice")
                self.assertEqual(set(documented), set().union(*map(paths, documents)))
        partial = json.loads(self.printed("charted", "measure", "M3", "--area", "D2", "--period", "2014-06", "--format", "json"))
        figures = partial["series"] + \
                  [figure for each in said["scorecard"] for figure in each["measures"]] + \
                  [figure for each in said["measure"] for figure in each["series"]]
        self.assertEqual(set(self.page.fields("JSON", "A figure")), set().union(*map(paths, figures)))

    def test_csv(self):
        documented = self.page.fields("CSV")
        for command, texts in self.documents("csv").items():
            for text in texts:
                self.assertEqual(text.splitlines()[0].split(","), documented, command)

    def test_words_of_periods_environment_and_exit_codes(self):
        text = quarterday("--help")
        for period in self.page.terms("PERIODS"):
            self.assertIn(period.removeprefix("Li "), text)
        for code in self.page.terms("EXIT STATUS"):
            self.assertRegex(text.partition("Exit codes")[2], rf"\b{code} ")
        self.assertIn("QUARTERDAY_STORE", text)


if __name__ == "__main__":
    unittest.main()
