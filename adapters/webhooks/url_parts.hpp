/// An address taken apart by the parser that also fetches it, so that the two cannot disagree.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace vinhdanh {

/// Empty when the text is no address that a webhook may have.
using UrlParts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
UrlParts url_parts(const std::string& url);

/// Empty when there is none.
std::string url_part(CURLU* parts, CURLUPart which, unsigned flags = 0);

}  // namespace vinhdanh
