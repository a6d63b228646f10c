#include "store/bring.hpp"
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

Line bring_reference_documents(db::Connection& store, const std::vector<ReferenceDocument>& given_documents) {
    constexpr auto insert = "INSERT INTO reference_documents (name, body) VALUES ($1, $2)";
    constexpr auto erase = "DELETE FROM reference_documents WHERE name = $1";
    return bring(
        "reference_documents", read_reference_documents(store), given_documents,
        [](const ReferenceDocument& document) { return document.name; },
        [&](const ReferenceDocument& document) { store.execute(insert, document.name, db::as_blob(document.bytes)); },
        [&](const ReferenceDocument& document) { store.execute(erase, document.name); });
}

} // namespace qd::inline store
