#pragma once

#include "documents/formats/package.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace qd::inline documents {

// Writes each SVG as "chart-1.png", "chart-2.png", … into a folder, drawn by rsvg-convert for programs that know no SVG.
// Error(outage) if it fails.
void draw_pictures(const std::vector<std::string>& drawings, const std::filesystem::path& folder);

// Puts the SVG with each picture of a .docx, in order, so that Word draws them sharp at any size.
void add_drawings(std::vector<PackagePart>& docx, const std::vector<std::string>& drawings);

} // namespace qd::inline documents
