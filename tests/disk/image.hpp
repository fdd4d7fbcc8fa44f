/// What a disk holds for certain: each file as it was at its last sync, each folder's names as they were at its last one.
///
/// `IMAGE/f/ID` is a file's content and `IMAGE/d/ID` a folder's names, one "f ID NAME" or "d ID NAME" a line. What was there
/// at the beginning has the id "i" and its inode; what a process made later "n", a number and the inode, noted in
/// `IMAGE/made` as "INODE ID", since an inode is used again when its file is gone.
#pragma once

#include <sys/types.h>

#include <string>

namespace vinhdanh::test::image {

/// The id of something that was there at the beginning.
std::string first_id(ino_t inode);
/// A file or folder that this process has just made.
void made(ino_t inode);
/// Copies an open file, or an open folder's names.
void keep(int fd);
/// Writes whole or not at all. For the test's own first image too.
void write_whole(const std::string& path, const std::string& bytes);

}  // namespace vinhdanh::test::image
