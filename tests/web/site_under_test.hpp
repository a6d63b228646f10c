#pragma once

#include "views/snapshot.hpp"
#include "web/site.hpp"

#include <filesystem>
#include <memory>

namespace qd::test {

// The content of a council folder of examples/, as it would come out of a store.
Content example(const std::filesystem::path& folder);
std::shared_ptr<const Snapshot> snapshot_of(Content content, Reader reader = Reader::council);

// A site over a content, on the day of the committee: 26 February 2013.
web::Site site_of(std::shared_ptr<const Snapshot> snapshot);
web::Response get(const web::Site& site, const std::string& target);

} // namespace qd::test
