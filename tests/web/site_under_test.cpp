#include "web/site_under_test.hpp"

#include "base/complaint.hpp"
#include "exchange/folder.hpp"

#include <stdexcept>

namespace qd::test {

Content example(const std::filesystem::path& folder) {
    auto reading = read_source(folder, Content());
    if (!reading) throw std::runtime_error(print(reading.error().front()));
    return std::move(reading->content);
}

std::shared_ptr<const Snapshot> snapshot_of(Content content, Reader reader) {
    AboutStore about;
    about.database = "a database";
    about.address = "sqlite:test.db";
    return std::make_shared<const Snapshot>(std::move(content), "", 7, about, reader);
}

web::Site site_of(std::shared_ptr<const Snapshot> snapshot) {
    const Instant day = Instant::start_of(*Date::from_ymd(2013, 2, 26));
    return web::Site{{[snapshot = std::move(snapshot)] { return snapshot; }, [day] { return day; }}};
}

web::Response get(const web::Site& site, const std::string& target) {
    web::Request request;
    request.target = target;
    return *site.handle(request);
}

} // namespace qd::test
