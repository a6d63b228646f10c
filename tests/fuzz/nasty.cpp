#include "fuzz/nasty.hpp"

#include <iterator>

namespace qd::fuzz {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

// Mostly small; one in many as long as a limit might be.
std::size_t some(Random& random) {
    constexpr std::size_t sizes[] = {2, 7, 30, 100, 255, 257, 1'000, 4'097, 33'000, 100'000};
    return random.once_in(6) ? random.pick(sizes) : sizes[random.below(5)];
}

// one word a line otherwise
// clang-format off
constexpr std::string_view cells[] = {
    "", " ", "0", "-0", "1", "-1", "5%", "150%", "£1,234", "£-0.01", "1,234,567.89", "(3)", "−0.5", "1e308",
    "1.2E+06", "9223372036854.775807", "9223372036854.775808", "-9223372036854.775808", "9223372036854775807",
    "99999999999999999999999999", "0.0000001", "0.0000005", ".5", "5.", "1.2.3", "0x10", "NaN", "inf", "-inf", "1,5",
    "n/a", "-", "..", "*", "[c]", "[x]", "12.3 [p]", "#DIV/0!", "#REF!", "TRUE", "yes", "no", "none", "null", "=1+1",
    "=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)", "41274", "60", "2958465", "2012-13", "2012-13Q3", "2012-13Q5",
    "2012-14", "2199-00", "2199-00Q4", "1900-01", "1899-00", "2012-12", "2012-13-14", "AY2012-13", "AY2199-00",
    "2010-01-01/2010-12-31", "2010-12-31/2010-01-01", "0001-01-01/9999-12-31", "2012-02-30", "2012-12-31",
    "31/12/2012", "9999-12-31", "0001-01-01", "2013-02-15T10:00:00Z", "2013-02-15T25:61:61Z", "9999-12-31T23:59:59Z",
    "measure:CYP1", "measure:", ":", "unit:LCC", "council:", "green", "amber", "red", "blue", "complete",
    "green >= 55; amber >= 40; red otherwise", "5 points", "-5%", "within 10% of target and at year end", "otherwise",
    "higher", "lower", "sum", "ratio", "rolling", "approved", "draft", "withdrawn", "CYP1", "CYP1;CYP1", "CYP1; CYP2",
    "E10000017", "../../etc/passwd", "a\"b", "\"", "\"\"", "'", "a,b", "a;b", ";;;", "a\nb", "\r", "\r\n", "\n\n\n",
    "\t", "\\", "\\n", "%s%n", "{{title}}", "{{{x}}}", "&amp;", "&#0;", "]]>", "_x000D_", "<b>", "<!--",
    "<script>quarterday(7)</script>", "\"><script>quarterday(7)</script>", "\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\x8B",
    "\xE2\x80\xAE", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF\xFE", "\x80", "\xA3" "5",
    "\xF0\x9F\x91\x8D", "e\xCC\x81", "[x](javascript:quarterday(7))", "+++", "2147483647", "2147483648",
    "-2147483648", "4294967296", "365000", "1000000000"
};
constexpr std::string_view toml_values[] = {
    "\"\"", "0", "-1", "13", "4.5", "1e400", "nan", "-inf", "9223372036854775807", "9223372036854775808", "true",
    "[]", "{}", "[1, \"a\"]", "[[]]", "{a = 1}", "2013-02-15", "2013-02-30", "9999-12-31", "0000-00-00",
    "2013-02-15T10:00:00Z", "07:32:00", "\"green\"", "\"5%\"", "\"5 points\"", "\"within 10% of target\"",
    "\"otherwise\"", "\"meets target and otherwise\"", "\"E10000017\"", "\"\\u0000\"", "\"\\uD800\"",
    "\"\"\"a\nb\"\"\"", "'''a'''", "\"unterminated", "\"\\\"", "0xFF", "1_000", "+1",
    "\"<script>quarterday(7)</script>\"", "\"2012-13Q3\"", "\"AY2012-13\"", "[\"a\", \"a\"]", "\"\xFF\"", "a.b", "=",
    ""
};
constexpr std::string_view toml_lines[] = {
    "name = \"again\"\nname = \"again\"\n", "[status]\n", "[[status]]\n", "[[status.rule]]\n",
    "[[status]]\nfrom = 2013-04-01\n", "[status.rule]\n",
    "[[status.rule]]\nstatus = \"green\"\nwhen = \"otherwise\"\n", "[[status.rule]]\nstatus = \"blue\"\nname = "
    "\"blue\"\nwhen = \"beats target by 5%\"\n", "[[presented]]\n", "[presented]\n", "[[section]]\n", "\"\" = 1\n",
    "a.b.c = 1\na = 2\n", "tolerance = \"green >= 5; amber >= 7\"\n", "year_starts = 0\n", "year_starts = 1\n",
    "due_days = 2147483648\n", "\xEF\xBB\xBF", "#\x01\n", "+++\n", "\n+++\n+++\n", "x = \"\"\"\n"
};
constexpr std::string_view markdown[] = {
    "# Heading\n", "####### Seven\n", "> quote\n", "- a\n  - b\n    - c\n", "1. a\n2. b\n", "```\ncode\n",
    "    code\n", "| a | b |\n|---|---|\n| 1 |\n", "|a|\n|:-:|\n", "<div><script>quarterday(7)</script>\n",
    "<script>quarterday(7)</script>\n", "<!-- ", "![x](javascript:quarterday(7))", "[x](javascript:quarterday(7))",
    "[x](data:text/html,<script>quarterday(7)</script>)", "[x]: http://a\n[x]\n", "&#0;&#x110000;", "\\\n",
    "***a*b**\n", "~~a~~", "---\n", "===\n", "\n\n", "\t- a\n", "[^1]: note\n", "[^1]", "http://example.org/<a>",
    "- [ ] to do\n", "\xFF\n"
};
constexpr std::string_view xml[] = {
    "<c r=\"A1\"><v>1</v></c>", "<c r=\"XFD1048576\"><v>1</v></c>", "<c r=\"ZZZZZZ99999999999\"><v>1</v></c>",
    "<c r=\"\"/>", "<c><v>5</v></c>", "<row r=\"0\">", "<row r=\"99999999999999999999\">", "<row r=\"-1\"></row>",
    "<row>", "</row>", "</sheetData>", "<c r=\"B2\" t=\"s\"><v>999999999</v></c>",
    "<c r=\"B2\" t=\"s\"><v>-1</v></c>", "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>", "<c r=\"B2\" t=\"b\"><v>1</v></c>",
    "<c r=\"B2\" t=\"str\"><f>1+1</f><v>2</v></c>", "<c r=\"B2\"><f>A1</f></c>",
    "<c r=\"B2\" s=\"999999\"><v>41274</v></c>", "<c r=\"B2\"><v>1e999</v></c>", "<c r=\"B2\"><v>nan</v></c>",
    "<v>-1e308</v>", "<c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c>", "<c r=\"B2\" t=\"d\"><v>2013-02-30</v></c>",
    "<si><t>x</t></si>", "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>",
    "<sheet name=\"returns\" sheetId=\"1\" r:id=\"rId1\"/>", "&lol;", "&#0;", "&#x110000;",
    "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<![CDATA[", "]]>",
    "<!--", "-->", "\"", "<", ">", "/>", "Target=\"../../../x\"", "Target=\"/xl/workbook.xml\"",
    "TargetMode=\"External\"", "date1904=\"1\"", "_x0000_", "_xD800_", "\xFF"
};
// clang-format on

} // namespace

std::string nasty_cell(Random& random) {
    switch (random.below(40)) {
    case 0: return repeated("9", some(random));
    case 1: return repeated("a", some(random));
    case 2: return repeated("\xC3\xA9", some(random));
    case 3: return repeated(",", some(random));
    case 4: return repeated("\"", some(random));
    case 5: return repeated("a;", some(random));
    case 6: return std::string("a\0b", 3);
    case 7: return std::string(1, static_cast<char>(random.below(256)));
    case 8: return repeated("(", some(random));
    default: return std::string(random.pick(cells));
    }
}

std::string nasty_toml(Random& random) {
    switch (random.below(24)) {
    case 0: return "x = " + repeated("[", some(random)) + "\n";
    case 1: return "x = " + repeated("{a = ", some(random)) + "1\n";
    case 2: return "x" + repeated(".x", some(random)) + " = 1\n";
    case 3: return "[x" + repeated(".x", some(random)) + "]\n";
    case 4: return "[[x" + repeated(".x", some(random)) + "]]\n";
    case 5: return "x = \"" + repeated("a", some(random)) + "\"\n";
    case 6: return repeated("[[status.rule]]\n", some(random));
    case 7:
    case 8:
    case 9:
    case 10:
    case 11: return std::string(random.pick(toml_lines));
    default: return std::string(random.pick(toml_values));
    }
}

std::string nasty_markdown(Random& random) {
    constexpr std::string_view deep[] = {">", "> ",  "- ", "* ", "[",   "![", "*",    "_a",
                                         "`", "1. ", "|",  "~",  "<a>", "\\", "&amp;"};
    if (random.once_in(4)) return repeated(random.pick(deep), some(random)) + "a\n";
    return std::string(random.pick(markdown));
}

std::string nasty_xml(Random& random) {
    switch (random.below(24)) {
    case 0: return repeated("<a>", some(random));
    case 1: return repeated("<is>", some(random));
    case 2: return repeated("<c r=\"A1\"/>", some(random));
    case 3: return "<c r=\"A1\" t=\"inlineStr\"><is><t>" + repeated("a", some(random)) + "</t></is></c>";
    case 4: return nasty_cell(random);
    default: return std::string(random.pick(xml));
    }
}

} // namespace qd::fuzz
