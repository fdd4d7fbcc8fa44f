// An elliptic curve's key, and a certificate for two days.
#include "tests/support/tls_identity.hpp"

#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>

namespace vinhdanh::test {
namespace {

void add_extension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  if (extension == nullptr) throw std::runtime_error("no extension " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

bool is_address(const std::string& host) {
  in_addr address{};
  return ::inet_pton(AF_INET, host.c_str(), &address) == 1;
}

}  // namespace

TlsIdentity::TlsIdentity(const std::string& host)
    : key_(EVP_EC_gen("P-256"), &EVP_PKEY_free), certificate_(X509_new(), &X509_free) {
  X509* it = certificate_.get();
  X509_set_version(it, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(it), 1);
  X509_gmtime_adj(X509_getm_notBefore(it), -3600);
  X509_gmtime_adj(X509_getm_notAfter(it), 48 * 3600);
  X509_set_pubkey(it, key_.get());
  X509_NAME* name = X509_get_subject_name(it);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
  X509_set_issuer_name(it, name);
  add_extension(it, NID_basic_constraints, "critical,CA:TRUE");
  add_extension(it, NID_subject_alt_name, (is_address(host) ? "IP:" : "DNS:") + host);
  if (X509_sign(it, key_.get(), EVP_sha256()) == 0) throw std::runtime_error("the certificate was not signed");
}

void TlsIdentity::write(const std::filesystem::path& file) const {
  FILE* out = std::fopen(file.c_str(), "w");
  if (out == nullptr || PEM_write_X509(out, certificate_.get()) != 1 || std::fclose(out) != 0)
    throw std::runtime_error("the certificate was not written");
}

}  // namespace vinhdanh::test
