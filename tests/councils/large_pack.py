#!/usr/bin/env python3
"""Writes a council folder whose one meeting has papers of many pages: large_pack.py FOLDER PAPERS PAGES

PAPERS items, each with a paper of about PAGES pages of headings, paragraphs, lists and tables. Equal calls write equal files."""

import pathlib
import sys

SENTENCE = ("The service looked at what was done between April and June, at what it cost, and at what people who use it "
            "said of it; the team will come back to the committee with what follows from that. ")


def paragraph(number):
    return f"Paragraph {number}. " + SENTENCE * (2 + number % 3)


def table(number):
    lines = ["| Office | Task | Begun | Ended |", "|---|---|---|---|"]
    for row in range(12):
        lines.append(f"| Office {row + 1} | Task {number} of the year, in words that take a second line | week {row} | week {row + 3} |")
    return "\n".join(lines)


def page(number):
    parts = [f"## Section {number}", paragraph(number), paragraph(number + 1), paragraph(number + 2),
             "\n".join(f"- Point {point}: {SENTENCE}" for point in "abc")]
    parts += [table(number)] if number % 2 else [paragraph(number + 3), paragraph(number + 4)]
    return "\n\n".join(parts)


def paper(item, pages):
    front = (f'+++\nreport = "plain"\nperiod = "2024-25Q1"\ntitle = "Paper {item}"\nbody = "CT"\nmeeting = 2024-09-10\n'
             f'item = "{item}"\nreport_of = "Director"\n+++\n\n')
    return front + "\n\n".join(page(number) for number in range(1, pages + 1)) + "\n"


def main():
    folder, papers, pages = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    (folder / "papers").mkdir(parents=True)
    (folder / "reports").mkdir()
    files = {
        "council.toml": 'name = "Borsetshire County Council"\narea = "E1"\n',
        "areas.csv": "code,name,kind\nE1,Borsetshire,county\n",
        "units.csv": "code,name,kind\nCT,Committee,committee\n",
        "measures.csv": "code,title,owner,polarity,unit,grain,roll_up\nM1,Visits to libraries,CT,higher,count,quarter,sum\n",
        "returns.csv": "measure,period,value\nM1,2024-25Q1,12345\n",
        "meetings.csv": "code,body,date,state\nCT-2024-09-10,CT,2024-09-10,planned\n",
        "reports/plain.md": '+++\ntitle = "Paper"\nsummary = "The text of a paper, alone"\n+++\n{{background}}\n',
    }
    items = ["code,meeting,number,position,title,kind,paper,part"]
    for item in range(1, papers + 1):
        part = "2" if item == papers else "1"
        items.append(f"CT-{item},CT-2024-09-10,{item},{item},Paper {item},report,CT-{item},{part}")
        files[f"papers/CT-{item}.md"] = paper(item, pages)
    files["items.csv"] = "\n".join(items) + "\n"
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
