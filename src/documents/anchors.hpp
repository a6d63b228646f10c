#pragma once

#include <map>
#include <string>

namespace qd::inline documents {

// Assigns the ids of a document, each once: small letters, digits, "_", "." and "-". The same in every format, so that
// "#id" leads to the same place in all of them.
class Anchors {
public:
    std::string unique(const std::string& wanted);

private:
    std::map<std::string, int> given_;
};

} // namespace qd::inline documents
