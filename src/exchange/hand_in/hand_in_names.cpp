#include "exchange/hand_in/hand_in_names.hpp"

#include "base/text.hpp"
#include "exchange/hand_in/hand_in.hpp"
#include "exchange/workbook/archive.hpp"
#include "exchange/workbook/xml.hpp"

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_frame_bytes = std::size_t{8} << 20;

class NamesReading : public XmlHandler {
public:
    HandInNames names;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        reading_ = name == "definedName" ? attributes.get("name") : "";
        text_.clear();
    }
    void end(std::string_view name) override {
        if (name != "definedName" || reading_.empty()) return;
        std::string_view text = trim(text_);
        if (text.starts_with('=')) text.remove_prefix(1);
        if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"'))
            names.texts[lower(reading_)] = text.substr(1, text.size() - 2);
        reading_.clear();
    }
    void text(std::string_view characters) override {
        if (!reading_.empty()) text_ += characters;
    }

private:
    std::string reading_, text_;
};

} // namespace

HandInNames hand_in_names(const SourceFile& file) {
    const auto frame = workbook_part(file.text(), "xl/workbook.xml", most_frame_bytes);
    NamesReading reading;
    if (!frame || parse_xml(*frame, reading)) return {};
    return std::move(reading.names);
}

bool is_hand_in(const SourceFile& file) { return !hand_in_names(file).word(HandInName::version).empty(); }

} // namespace qd::inline exchange
