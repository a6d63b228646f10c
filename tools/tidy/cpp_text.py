"""C++ read as far as tidy needs it: comments and literals told apart from code, and where functions begin and end."""

import re
from dataclasses import dataclass


@dataclass
class CppText:
    code: str  # comments and the insides of literals blanked; every line stays where it is
    literals: list[tuple[int, str]]  # line, what stands between the quotes


@dataclass
class Function:
    line: int
    lines: int


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?P<raw>\b(?:u8|u|U|L)?R"(?P<mark>[^\s()\\]{0,16})\((?P<rest>.*?)\)(?P=mark)")'
    r"""|(?P<string>"(?:\\.|[^"\\\n])*")|(?<![0-9A-Fa-f])(?P<char>'(?:\\.|[^'\\\n])+')""",
    re.DOTALL,
)


def blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def read_cpp(text: str) -> CppText:
    literals: list[tuple[int, str]] = []

    def replace(match: re.Match) -> str:
        found = match.group()
        line = text.count("\n", 0, match.start()) + 1
        if match["raw"] is not None:
            literals.append((line, match["rest"]))
        elif match["string"] is not None:
            literals.append((line, found[1:-1]))
        elif match["char"] is None:
            return blank(found)
        return found[0].replace("R", '"') + blank(found[1:-1]) + found[-1]

    return CppText(TOKEN.sub(replace, without_include_quotes(text)), literals)


def without_include_quotes(text: str) -> str:
    """An #include names a file, which is no literal: its quotes become spaces."""
    return re.sub(r'^([ \t]*#[ \t]*include[ \t]*)"([^"\n]*)"', r"\1 \2 ", text, flags=re.MULTILINE)


def opens(header: str, parentheses: int, outside: bool) -> str:
    """What the brace after this header opens: a scope, a function, or something else."""
    if parentheses > 0 or not outside:
        return "other"
    if re.search(r"\bnamespace\b|\bextern\s*\"", header):
        return "scope"
    if re.match(r"(template\s*<.*>\s*)?(typedef\s+)?(class|struct|union|enum)\b", header, re.DOTALL) and not header.endswith(")"):
        return "scope"
    if "(" not in header:
        return "other"
    member_initializer = re.search(r"\)\s*(noexcept\s*)?:[^:]", header) and re.search(r"[\w>]$", header)
    return "other" if member_initializer else "function"


def functions(code: str) -> list[Function]:
    """The functions defined at namespace or class scope, with the lines each one takes."""
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: blank(m.group()), code, flags=re.MULTILINE)
    found: list[Function] = []
    stack: list[tuple[str, int]] = []  # what was opened, and where its header begins
    parentheses = 0
    start = 0
    for mark in re.finditer(r"[(){};]|\b(?:public|private|protected)\s*:(?!:)", code):
        at, what = mark.start(), mark.group()
        if what == "(":
            parentheses += 1
        elif what == ")":
            parentheses -= 1
        elif what == "{":
            text = code[start:at]
            outside = all(kind == "scope" for kind, _ in stack)
            kind = opens(text.strip(), parentheses, outside)
            stack.append((kind, start + len(text) - len(text.lstrip())))
            if kind != "other":
                start = mark.end()
        elif what == "}" and stack:
            kind, begin = stack.pop()
            if kind == "function":
                found.append(Function(code.count("\n", 0, begin) + 1, code.count("\n", begin, at) + 1))
            if kind != "other":
                start = mark.end()
        elif parentheses == 0 and all(kind == "scope" for kind, _ in stack):
            start = mark.end()  # a declaration ended, or an access label
    return found
