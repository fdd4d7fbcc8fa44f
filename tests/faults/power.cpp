// Builds a folder anew from the image of what was synced.
#include "tests/faults/power.hpp"

#include <stdlib.h>
#include <sys/stat.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/disk/image.hpp"

namespace vinhdanh::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector = 512;

struct Name {
  bool is_folder = false;
  std::string id;
  std::string name;
};

/// A disk's content by id.
struct Content {
  std::map<std::string, std::string> files;
  std::map<std::string, std::vector<Name>> folders;
};

ino_t inode_of(const fs::path& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0) throw std::runtime_error("cannot look at " + path.string());
  return about.st_ino;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What lies in the folder now, under the ids that its inodes have.
void read_live(const fs::path& folder, const std::map<ino_t, std::string>& made, Content& content) {
  const auto id = [&](const fs::path& path) {
    const ino_t inode = inode_of(path);
    const auto at = made.find(inode);
    return at == made.end() ? image::first_id(inode) : at->second;
  };
  auto& names = content.folders[id(folder)];
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back({entry.is_directory(), id(entry.path()), entry.path().filename().string()});
    if (!entry.is_directory()) content.files[names.back().id] = bytes_of(entry.path());
  }
  for (const Name& name : std::vector<Name>(names)) {
    if (name.is_folder) read_live(folder / name.name, made, content);
  }
}

Content read_image(const fs::path& image) {
  Content content;
  for (const auto& entry : fs::directory_iterator(image / "f")) {
    const std::string id = entry.path().filename().string();
    if (id.find(".new") == std::string::npos) content.files[id] = bytes_of(entry.path());
  }
  for (const auto& entry : fs::directory_iterator(image / "d")) {
    const std::string id = entry.path().filename().string();
    if (id.find(".new") != std::string::npos) continue;
    std::istringstream lines(bytes_of(entry.path()));
    auto& names = content.folders[id];
    for (std::string line; std::getline(lines, line);) {
      const auto gap = line.find(' ', 2);
      names.push_back({line[0] == 'd', line.substr(2, gap - 2), line.substr(gap + 1)});
    }
  }
  return content;
}

std::map<ino_t, std::string> read_made(const fs::path& image) {
  std::map<ino_t, std::string> made;
  std::ifstream lines(image / "made");
  ino_t inode = 0;
  for (std::string id; lines >> inode >> id;) made[inode] = id;
  return made;
}

/// Any sectors of what was written since the last sync may have reached the disk.
std::string torn(const std::string& synced, const std::string& live, std::mt19937& random) {
  const auto coin = [&] { return (random() & 1) != 0; };
  std::string bytes = synced;
  bytes.resize(coin() ? synced.size() : live.size());
  for (std::size_t at = 0; at < bytes.size(); at += sector) {
    const std::size_t size = std::min(sector, bytes.size() - at);
    if (at + size <= live.size() && coin()) bytes.replace(at, size, live, at, size);
  }
  return bytes;
}

Content mixed(Content synced, const Content& live, std::mt19937& random) {
  for (const auto& [id, bytes] : live.files) synced.files[id] = torn(synced.files[id], bytes, random);
  for (const auto& [id, names] : live.folders) {
    if ((random() & 1) != 0) synced.folders[id] = names;
  }
  return synced;
}

void write_out(const Content& content, const std::string& id, const fs::path& folder) {
  const auto names = content.folders.find(id);
  if (names == content.folders.end()) return;
  for (const Name& name : names->second) {
    if (name.is_folder) {
      fs::create_directory(folder / name.name);
      write_out(content, name.id, folder / name.name);
    } else {
      const auto bytes = content.files.find(name.id);
      std::ofstream file(folder / name.name, std::ios::binary);
      if (bytes != content.files.end()) file << bytes->second;
    }
  }
}

void write_image(const Content& content, const fs::path& image) {
  fs::create_directories(image / "f");
  fs::create_directories(image / "d");
  for (const auto& [id, bytes] : content.files) image::write_whole(image / "f" / id, bytes);
  for (const auto& [id, names] : content.folders) {
    std::string lines;
    for (const Name& name : names) lines += std::string(name.is_folder ? "d " : "f ") + name.id + " " + name.name + "\n";
    image::write_whole(image / "d" / id, lines);
  }
}

}  // namespace

Recorded::Recorded(const fs::path& root, int unsynced, Disk& of) : root_(fs::canonical(root)), disk_(of) {
  std::string pattern = (fs::temp_directory_path() / "vinhdanh-image-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  image_ = pattern;
  Content content;
  read_live(root_, {}, content);
  write_image(content, image_);
  set_text(disk_.root, root_);
  set_text(disk_.image, image_);
  disk_.unsynced = unsynced;
  disk_.recording = true;
}

Recorded::~Recorded() {
  disk_.recording = false;
  std::error_code none;
  fs::remove_all(image_, none);
}

void Recorded::cut(Loss loss, std::mt19937& random) {
  disk_.recording = false;
  Content content = read_image(image_);
  if (loss == Loss::some) {
    Content live;
    read_live(root_, read_made(image_), live);
    content = mixed(std::move(content), live, random);
  }
  const std::string id = image::first_id(inode_of(root_));
  for (const auto& entry : fs::directory_iterator(root_)) fs::remove_all(entry.path());
  write_out(content, id, root_);
}

}  // namespace vinhdanh::test
