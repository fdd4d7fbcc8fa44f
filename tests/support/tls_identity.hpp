/// A key and a certificate that a test makes for itself.
#pragma once

#include <filesystem>
#include <string>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace vinhdanh::test {

/// Signed by itself, for one host: a name or an IPv4 address.
class TlsIdentity {
 public:
  explicit TlsIdentity(const std::string& host);
  /// The certificate as PEM, for who is to trust it.
  void write(const std::filesystem::path& file) const;
  [[nodiscard]] EVP_PKEY* key() const { return key_.get(); }
  [[nodiscard]] X509* certificate() const { return certificate_.get(); }

 private:
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
  std::unique_ptr<X509, decltype(&X509_free)> certificate_;
};

}  // namespace vinhdanh::test
