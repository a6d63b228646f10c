#include "base/text.hpp"
#include "domain/formula.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <muParserBase.h>

namespace qd {
namespace {

constexpr const char* as_in = "Write it as in (A + B) / C * 100, or mean(A, {B-1}).";

} // namespace

// muParser reads the text: precedence, brackets, arguments, and what is wrong where. Its numbers are binary and its values
// cannot be missing, so nothing is computed with it: each of its values is the number of a node of the tree that its callbacks
// build, and the engine computes with that tree.
class FormulaReader : private mu::ParserBase {
public:
    FormulaReader() {
        InitCharSets();
        InitFun();
        InitConst();
        InitOprt();
    }

    tl::expected<Formula, Formula::Problem> read(std::string_view text) {
        FormulaReader* const outer = std::exchange(current, this);
        struct Restore {
            FormulaReader* outer;
            ~Restore() { current = outer; }
        } const restore{outer};
        try {
            SetExpr(std::string(text));
            int results = 0;
            Eval(results);
            if (results != 1) return refuse("has a comma between formulas.", "Write one formula.");
            refuse_period(formula_.nodes_.size() - 1);
            return std::move(formula_);
        } catch (const mu::ParserError& error) {
            return refuse(message_of(error), remedy_of(error));
        } catch (Formula::Problem& problem) {
            return tl::unexpected(std::move(problem));
        }
    }

private:
    using Kind = Formula::Kind;
    static constexpr const char* letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    static constexpr const char* name_characters = "0123456789_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static thread_local FormulaReader* current;

    void InitCharSets() override {
        DefineNameChars(name_characters);
        DefineOprtChars("+-*/");
        DefineInfixOprtChars("+-");
    }
    void InitConst() override {}
    void InitOprt() override {
        EnableBuiltInOprt(false);
        AddValIdent(read_value);
        DefineOprt("+", binary<Kind::add>, mu::prADD_SUB);
        DefineOprt("-", binary<Kind::subtract>, mu::prADD_SUB);
        DefineOprt("*", binary<Kind::multiply>, mu::prMUL_DIV);
        DefineOprt("/", binary<Kind::divide>, mu::prMUL_DIV);
        DefineInfixOprt("-", negated, mu::prINFIX, false);
        DefineInfixOprt("+", unchanged, mu::prINFIX, false);
    }
    void InitFun() override {
        define<FormulaFunction::ratio>();
        define<FormulaFunction::per_head>();
        define<FormulaFunction::index>();
        define<FormulaFunction::sum>();
        define<FormulaFunction::mean>();
        define<FormulaFunction::wmean>();
        define<FormulaFunction::geomean>();
        define<FormulaFunction::least>();
        define<FormulaFunction::greatest>();
        define<FormulaFunction::abs>();
        define<FormulaFunction::sqrt>();
        define<FormulaFunction::dsr>();
        define<FormulaFunction::sampled>();
    }
    template <FormulaFunction function> void define() {
        DefineFun(std::string(print(function)), static_cast<mu::multfun_type>(called<function>), false);
    }

    static tl::unexpected<Formula::Problem> refuse(std::string message, std::string remedy) {
        return tl::unexpected(Formula::Problem{std::move(message), std::move(remedy)});
    }

    double add(Formula::Node node) {
        formula_.nodes_.push_back(std::move(node));
        return static_cast<double>(formula_.nodes_.size() - 1);
    }
    void refuse_period(std::size_t index) const {
        if (formula_.node(index).kind == Kind::period)
            throw Formula::Problem{"uses a period as a number.",
                                   "A period in quotes belongs only in index(…): index(ASC1, \"2010-11\")."};
    }
    std::size_t operand(double value) const {
        const auto index = static_cast<std::size_t>(value);
        refuse_period(index);
        return index;
    }

    template <Kind kind> static double binary(double a, double b) {
        return current->add({kind, {}, {}, {}, {}, {current->operand(a), current->operand(b)}});
    }
    static double negated(double a) { return current->add({Kind::negate, {}, {}, {}, {}, {current->operand(a)}}); }
    // A node of its own: the root is the last one added.
    static double unchanged(double a) {
        return current->add({Kind::call, {}, {}, {}, FormulaFunction::sum, {current->operand(a)}});
    }
    template <FormulaFunction function> static double called(const double* values, int count) {
        return current->call(function, values, static_cast<std::size_t>(count));
    }

    double call(FormulaFunction function, const double* values, std::size_t count) {
        Formula::Node node{Kind::call, {}, {}, {}, function, {}};
        const auto need = [&](bool holds, const char* example) {
            if (!holds)
                throw Formula::Problem{
                    fmt::format("gives {}() {} argument{}.", print(function), count, count == 1 ? "" : "s"),
                    fmt::format("Write it as {}.", example)};
        };
        switch (function) {
        case FormulaFunction::ratio: need(count == 2, "ratio(A, B)"); break;
        case FormulaFunction::per_head: need(count == 2, "per_head(A, POPULATION)"); break;
        case FormulaFunction::index: {
            constexpr auto example = "index(A, \"2010-11\")";
            need(count == 2, example);
            const auto base = static_cast<std::size_t>(values[1]);
            need(formula_.node(base).kind == Kind::period, example);
            node.operands = {operand(values[0])};
            node.period = formula_.node(base).period;
            return add(std::move(node));
        }
        case FormulaFunction::wmean:
            need(count > 0 && count % 2 == 0, "wmean(A, 0.6, B, 0.4): each followed by its weight");
            break;
        case FormulaFunction::dsr:
            need(count >= 6 && count % 3 == 0,
                 "dsr(A1, P1, 5000, A2, P2, 5500): events, population and weight of each age group, two at least");
            break;
        case FormulaFunction::sampled:
            need(count == 3,
                 "sampled(MEAN, DEVIATION, NUMBER): the mean, the standard deviation and how many were asked");
            break;
        case FormulaFunction::abs:
        case FormulaFunction::sqrt: need(count == 1, function == FormulaFunction::abs ? "abs(A)" : "sqrt(A)"); break;
        default: break;
        }
        for (std::size_t i = 0; i < count; ++i) node.operands.push_back(operand(values[i]));
        return add(std::move(node));
    }

    // A number, a measure, or a period in quotes; how many characters it takes, by moving the position.
    static int read_value(const char* text, int* position, double* value) {
        const std::string_view rest(text);
        const auto take = [&](std::size_t length, Formula::Node node) {
            *position += static_cast<int>(length);
            *value = current->add(std::move(node));
            return 1;
        };
        if (rest.empty()) return 0;
        if (rest.front() == '{') return current->read_braced(rest, take);
        if (rest.front() == '"') return current->read_quoted(rest, take);
        const std::size_t length = std::min(rest.find_first_not_of(name_characters), rest.size());
        const std::string_view word = rest.substr(0, length);
        if (word.empty()) return 0;
        if (word.find_first_of(letters) == 0) {
            const std::size_t next = rest.find_first_not_of(' ', length);
            if (next != std::string_view::npos && rest[next] == '(') return 0; // a function that there is not
            return take(length, current->input(word));
        }
        const auto number = Decimal::parse(word);
        if (!number)
            throw Formula::Problem{
                fmt::format("contains “{}”, which is neither a number nor a measure.", word),
                "Write digits with at most six decimals, and put a code that starts with a digit into "
                "braces: {2a}."};
        return take(length, {Kind::number, *number, {}, {}, {}, {}});
    }

    template <class Take> int read_braced(std::string_view rest, const Take& take) {
        const std::size_t end = rest.find('}');
        if (end == std::string_view::npos)
            throw Formula::Problem{"opens a brace and does not close it.",
                                   "Close it after the measure's code: {SDS-1}."};
        return take(end + 1, input(rest.substr(1, end - 1)));
    }

    template <class Take> int read_quoted(std::string_view rest, const Take& take) {
        const std::size_t end = rest.find('"', 1);
        const auto period = end == std::string_view::npos ? std::nullopt : Period::parse(rest.substr(1, end - 1));
        if (!period)
            throw Formula::Problem{"has quotes without a period in them.",
                                   "Write a period as in \"2010-11\" or \"2010-11Q1\"."};
        if (std::ranges::find(formula_.base_periods_, *period) == formula_.base_periods_.end())
            formula_.base_periods_.push_back(*period);
        return take(end + 1, {Kind::period, {}, {}, *period, {}, {}});
    }

    Formula::Node input(std::string_view code) {
        const MeasureCode measure{std::string(code)};
        if (std::ranges::find(formula_.inputs_, measure) == formula_.inputs_.end()) formula_.inputs_.push_back(measure);
        return {Kind::measure, {}, measure, {}, {}, {}};
    }

    static std::string message_of(const mu::ParserError& error) {
        const std::string token(trim(error.GetToken()));
        const int at = error.GetPos() + 1;
        switch (error.GetCode()) {
        case mu::ecEMPTY_EXPRESSION: return "is empty.";
        case mu::ecUNEXPECTED_EOF: return "is cut short.";
        case mu::ecMISSING_PARENS: return "leaves a bracket open.";
        default: break;
        }
        if (token.empty()) return fmt::format("cannot be understood at character {}.", at);
        return fmt::format("cannot be understood at character {}, “{}”.", at, token);
    }
    static std::string remedy_of(const mu::ParserError& error) {
        if (error.GetCode() == mu::ecUNASSIGNABLE_TOKEN) {
            std::string known;
            for (int i = 0; !print(static_cast<FormulaFunction>(i)).empty(); ++i)
                known += (i ? ", " : "") + std::string(print(static_cast<FormulaFunction>(i)));
            return "A formula may contain measures, numbers, + - * /, brackets and the functions " + known + ".";
        }
        return as_in;
    }

    Formula formula_;
};

thread_local FormulaReader* FormulaReader::current = nullptr;

tl::expected<Formula, Formula::Problem> Formula::parse(std::string_view text) {
    constexpr std::size_t longest = 2'000; // deep enough for people, not for the stack
    if (text.size() > longest)
        return tl::unexpected(Problem{"is longer than 2000 characters.", "Make its parts measures, and use those."});
    if (text.empty())
        return tl::unexpected(Problem{"is empty.", as_in}); // most measures have none, and a reader takes time
    return FormulaReader().read(text);
}

} // namespace qd
