// Sizes are judged before a part is inflated and again while it is: a directory may lie about them.
#include "adapters/sheets/workbook_parts.hpp"

#include <algorithm>

namespace vinhdanh::detail {
namespace {

constexpr std::size_t step = 64u << 10;
constexpr std::size_t judged_by_ratio = 1u << 20;

[[noreturn]] void refuse_part(const char* code, std::string detail = "") { throw SheetRefused{{code, std::move(detail)}}; }

bool ends_like_archive(const std::string& name) {
  for (const char* ending : {".zip", ".xlsx", ".xlsm", ".docx", ".7z", ".rar", ".gz", ".exe"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

/// A path below the archive's root and nothing else.
bool is_plain_name(const std::string& name) {
  return !name.empty() && name.size() <= 255 && name.front() != '/' && name.find('\\') == std::string::npos &&
         name.find("..") == std::string::npos && name.find(':') == std::string::npos;
}

void check_part(const std::string& name) {
  if (!is_plain_name(name)) refuse_part("sheet_strange_parts");
  if (name.find("vbaProject") != std::string::npos || name.find("macrosheets/") != std::string::npos) refuse_part("sheet_macros");
  if (name.find("externalLinks/") != std::string::npos) refuse_part("sheet_external_links");
  if (name.find("embeddings/") != std::string::npos || ends_like_archive(name)) refuse_part("sheet_embedded_files");
  if (name == "EncryptedPackage") refuse_part("sheet_encrypted");
}

}  // namespace

WorkbookParts::WorkbookParts(std::string_view bytes, const SheetLimits& limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) refuse_part("sheet_damaged");
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!archive_) {
    zip_source_free(source);
    refuse_part("sheet_damaged");
  }
  check_names();
}

void WorkbookParts::check_names() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits_.parts) refuse_part("sheet_too_many_parts", std::to_string(limits_.parts));
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0) refuse_part("sheet_damaged");
    const std::string name = (stat.valid & ZIP_STAT_NAME) != 0 ? stat.name : "";
    check_part(name);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) refuse_part("sheet_encrypted");
    if (!names_.insert(name).second) refuse_part("sheet_strange_parts");
  }
}

std::string WorkbookParts::part(const std::string& name) {
  zip_stat_t stat;
  if (!has(name) || zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) refuse_part("sheet_damaged", name);
  const std::string limit = std::to_string(limits_.part >> 20) + " MiB";
  if (stat.size > limits_.part) refuse_part("sheet_part_too_large", limit);
  if (stat.size > judged_by_ratio && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits_.ratio)
    refuse_part("sheet_bomb");
  zip_file_t* file = zip_fopen(archive_.get(), name.c_str(), 0);
  if (file == nullptr) refuse_part("sheet_damaged", name);
  const std::unique_ptr<zip_file_t, void (*)(zip_file_t*)> closing(file, [](zip_file_t* it) { zip_fclose(it); });
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(stat.size) + step);
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    const zip_int64_t got = zip_fread(file, bytes.data() + before, step);
    if (got < 0) refuse_part("sheet_damaged", name);
    bytes.resize(before + static_cast<std::size_t>(got));
    if (got == 0) break;
    if (bytes.size() > limits_.part) refuse_part("sheet_part_too_large", limit);
    if (read_ + bytes.size() > limits_.all_parts) refuse_part("sheet_part_too_large", limit);
  }
  read_ += bytes.size();
  return bytes;
}

}  // namespace vinhdanh::detail
