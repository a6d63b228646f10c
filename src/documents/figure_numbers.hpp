#pragma once

#include <string>

namespace qd::inline documents {

// Numbers the figures of a document as they are written.
class FigureNumbers {
public:
    std::string next() { return "Figure " + std::to_string(++last_); }

private:
    int last_ = 0;
};

} // namespace qd::inline documents
