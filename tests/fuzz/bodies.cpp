#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz/family.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/show.hpp"
#include "store/return_body.hpp"
#include "store/store.hpp"

namespace qd::fuzz {
namespace {

void mutate_store(Random& random, std::string& bytes) {
    constexpr std::size_t page = 4096;
    for (std::size_t i = random.few(8); i > 0; --i) {
        const std::size_t at = random.once_in(6) ? random.below(100) : random.below(bytes.size());
        switch (random.below(5)) {
        case 0: bytes[at] = static_cast<char>(random.below(256)); break;
        case 1: // a page as another
            bytes.replace(at / page * page, page, bytes.substr(random.below(bytes.size()) / page * page, page));
            break;
        case 2: bytes.replace(at / page * page, page, std::string(page, '\0')); break;
        case 3:
            if (random.once_in(4)) bytes.resize(at);
            if (bytes.empty()) return;
            break;
        default: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        }
    }
}

} // namespace

// Packed, unpacked, or mutated and packed again: what reaches decode() need not have come from encode().
Input make_body(Random& random) {
    const std::vector<Return>& returns = ground().state(random.once_in(2) ? "lancashire" : "chorley").content.returns;
    const std::string body = encode(random.pick(returns).observations);
    switch (random.below(3)) {
    case 0: return {"packed", {{"body.bin", mutate_bytes(random, compress(body))}}};
    case 1: return {"packed", {{"body.bin", compress(mutate_bytes(random, body))}}};
    default: return {"unpacked", {{"body.bin", mutate_bytes(random, body)}}};
    }
}

Ending run_body(const Input& input) {
    const std::string& bytes = input.files[0].bytes;
    try {
        const Observations observations = decode(input.about == "packed" ? decompress(bytes) : bytes);
        must(decode(encode(observations)) == observations, "What was decoded is encoded as something else.");
        return Ending::understood;
    } catch (const Error& error) {
        must(error.fault() == Fault::outage,
             std::string("A damaged return is told of as something else: ") + error.what());
        return Ending::refused;
    }
}

Input make_store_file(Random& random) {
    const std::string name = random.once_in(2) ? "lancashire" : "chorley";
    std::string bytes = ground().store_bytes(name);
    mutate_store(random, bytes);
    return {name, {{"run.db", std::move(bytes)}}};
}

// A damaged store is reported, or everything it gives is as before.
Ending run_store_file(const Input& input) {
    try {
        Store store(ground().make_store(input.files[0].bytes), Opening::read_write, ground().clock());
        const bool sound = store.verify().empty();
        const Ground::State state = state_of(store);
        if (sound)
            must(state == ground().state(input.about), "A store that was changed by another hand calls itself sound.");
        try {
            show_everything(Snapshot::read(store), ground().clock().now(), input.files[0].bytes.size());
        } catch (const Broken&) { // texts of a store that is not sound may be anything
            if (sound) throw;
        }
        return sound ? Ending::understood : Ending::refused;
    } catch (const Broken&) {
        throw;
    } catch (const Error&) {
        return Ending::refused;
    } catch (const std::logic_error&) { // the tables' own description is damaged, so that our SQL no longer fits
        return Ending::refused;
    }
}

} // namespace qd::fuzz
