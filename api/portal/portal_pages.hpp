/// Files of the portal by their address, as a browser takes them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "api/http/message.hpp"
#include "engine/ports/embedded.hpp"

namespace vinhdanh {

class PortalPages {
 public:
  /// `files` as they lie below a folder `…/dist/`: `index.html`, `assets/…` with hashes in their names, and beside a file the same
  /// compressed (`.br`, `.gz`). They must outlive this.
  explicit PortalPages(std::span<const EmbeddedFile> files);

  /// The file; `index.html` for `/` and for whatever else is no file where the caller takes HTML: the portal finds its screen by itself.
  /// 404 for what is not there, `portal_not_built` where the program was built without the portal; 304 for what the browser has.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

 private:
  struct Page {
    std::string_view plain;
    std::string_view brotli;  ///< empty: there is none
    std::string_view gzip;
    std::string etag;
  };
  [[nodiscard]] bool built() const { return files_.contains("index.html"); }
  [[nodiscard]] const Page* find(std::string_view path) const;

  std::map<std::string, Page, std::less<>> files_;
};

}  // namespace vinhdanh
