#include "net/selfsigned.h"

#include <QHostAddress>

#include <cassert>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace evencart::net {

namespace {

constexpr long secondsPerDay = 24 * 60 * 60;
constexpr long lifetimeDays = 3652;
constexpr std::size_t mostCommonNameBytes = 64; // X.520's ub-common-name

template <auto function>
struct Freed
{
    template <typename T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;

bool setSerial(X509 *certificate)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

bool setNames(X509 *certificate, const std::string &commonName)
{
    const std::string shown = commonName.substr(0, mostCommonNameBytes);
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(shown.data()),
                                      static_cast<int>(shown.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool addExtension(X509 *certificate, int kind, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string alternativeNames(const std::vector<std::string> &names)
{
    std::string list;
    for (const std::string &name : names) {
        const bool isAddress = !QHostAddress(QString::fromStdString(name)).isNull();
        list += (list.empty() ? "" : ",") + std::string(isAddress ? "IP:" : "DNS:") + name;
    }
    return list;
}

Certificate signedCertificate(EVP_PKEY *key, const std::vector<std::string> &names)
{
    Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    const bool ok =
        raw && X509_set_version(raw, X509_VERSION_3) == 1 && setSerial(raw) &&
        X509_gmtime_adj(X509_getm_notBefore(raw), -secondsPerDay) &&
        X509_gmtime_adj(X509_getm_notAfter(raw), lifetimeDays * secondsPerDay) && X509_set_pubkey(raw, key) == 1 &&
        setNames(raw, names.front())
        // A certificate authority of itself and nothing else: clients hold it as their only trusted root.
        && addExtension(raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
        addExtension(raw, NID_key_usage, "critical,digitalSignature,keyCertSign") &&
        addExtension(raw, NID_ext_key_usage, "serverAuth") && addExtension(raw, NID_subject_key_identifier, "hash") &&
        addExtension(raw, NID_subject_alt_name, alternativeNames(names)) && X509_sign(raw, key, EVP_sha256()) > 0;
    return ok ? std::move(certificate) : nullptr;
}

} // namespace

Result<Bytes> makeSelfSigned(const std::vector<std::string> &names)
{
    assert(!names.empty());
    const Error failed{ErrorCode::Io,
                       "OpenSSL could not make a certificate; give one with --tls-certificate and --tls-key"};
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return failed;
    const Certificate certificate = signedCertificate(key.get(), names);
    const Memory memory(BIO_new(BIO_s_mem()));
    if (!certificate || !memory ||
        PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(memory.get(), certificate.get()) != 1)
        return failed;
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return Bytes(text, static_cast<std::size_t>(size));
}

} // namespace evencart::net
