#pragma once

#include "documents/document.hpp"
#include "domain/committee.hpp"

#include <functional>
#include <string>
#include <vector>

// What a committee reads, written from its registers. None of them adds a heading, but for minutes, whose items have one.
namespace qd::inline documents {

// Items by part, with their papers' pages where these are kept, urgent and exempt items with their reasons.
Blocks agenda_section(const Content& content, const Meeting& meeting);
// The minutes of a meeting: who was there, what they say, what was resolved. "" of either is left
// out. For everyone, items of part 2 keep only their title.
enum class MinutesReaders { everyone, members };
Blocks minutes_section(const Content& content, const Meeting& meeting, int top_level = 3,
                       MinutesReaders readers = MinutesReaders::members);
// What earlier meetings asked for that is open, or answered at this one.
Blocks matters_arising_section(const Content& content, const Meeting& meeting);
Blocks decisions_section(const Content& content, const Meeting& meeting);
Blocks forward_plan_section(const Content& content, const ForwardPlan& plan);

// Where and when it is, whose papers are due, who was there. `address` leads to the page of another meeting; null = to none.
using MeetingAddress = std::function<std::string(const Meeting&)>;
Definitions meeting_facts(const Content& content, const Meeting& meeting, const MeetingAddress& address = nullptr);
// One meeting as a whole: its facts, its agenda, what came of it.
Blocks meeting_section(const Content& content, const Meeting& meeting);
Blocks requests_section(const Content& content, const std::vector<Request>& requests);

// "Exempt under paragraph 3 (financial or business affairs) of schedule 12A"; "" for an item of part 1.
std::string exempt_words(const Item& item);
// Page n of the pack of an item: "pages 9 to 22", "page 1"; "" where it has none.
std::string pages_words(const Item& item);

} // namespace qd::inline documents
