#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

std::vector<ReferenceDocument> read_reference_documents(db::Connection& store) {
    constexpr auto sql = "SELECT name, body FROM reference_documents";
    std::vector<ReferenceDocument> documents;
    for (auto row : store.query(sql))
        documents.push_back({row.get<std::string>(0), std::string(db::as_text(row.get<db::BlobView>(1)))});
    return documents;
}

Line bring_reference_documents(Writer& writer, const std::vector<ReferenceDocument>& given_documents) {
    return bring(writer, "reference_documents", given_documents, [](const ReferenceDocument& document) {
        return Item{Row::of("reference_documents", document.name, db::as_blob(document.bytes))};
    });
}

} // namespace qd::inline store
