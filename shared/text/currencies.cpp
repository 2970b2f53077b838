#include "text/currencies.h"

namespace evencart {

namespace {

struct Decimals
{
    int decimals;
    std::string_view codes; // three letters each, with a space between
};

constexpr Decimals currencies[] = {
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"},
    {3, "BHD IQD JOD KWD LYD OMR TND"},
    {2,
     "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
     "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
     "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
     "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
     "SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG"},
};

struct CurrencySign
{
    std::string_view sign;
    std::string_view codes; // the first is meant when none is preferred
};

constexpr CurrencySign signs[] = {
    {"€", "EUR"},
    {"$",
     "USD AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD"},
    {"£", "GBP EGP FKP GIP SHP"},
    {"¥", "JPY CNY"},
    {"￥", "JPY CNY"},
    {"₹", "INR"},
    {"₩", "KRW KPW"},
    {"₽", "RUB"},
    {"₺", "TRY"},
    {"₴", "UAH"},
    {"₪", "ILS"},
    {"₫", "VND"},
    {"₱", "PHP"},
    {"₦", "NGN"},
    {"฿", "THB"},
    {"₡", "CRC"},
    {"₲", "PYG"},
    {"₵", "GHS"},
    {"₸", "KZT"},
    {"₾", "GEL"},
    {"₼", "AZN"},
    {"zł", "PLN"},
    {"Kč", "CZK"},
    {"Ft", "HUF"},
    {"R$", "BRL"},
};

// The code inside the list, or an empty view. A code cannot match across two: codes hold no space.
std::string_view codeIn(std::string_view codes, std::string_view code)
{
    if (code.size() != 3 || code.find(' ') != std::string_view::npos)
        return {};
    const std::size_t at = codes.find(code);
    return at == std::string_view::npos ? std::string_view{} : codes.substr(at, 3);
}

} // namespace

std::optional<int> currencyDecimals(std::string_view code)
{
    for (const Decimals &row : currencies) {
        if (!codeIn(row.codes, code).empty())
            return row.decimals;
    }
    return std::nullopt;
}

std::string_view currencyFor(std::string_view signOrCode, std::string_view preferred)
{
    for (const Decimals &row : currencies) {
        const std::string_view code = codeIn(row.codes, signOrCode);
        if (!code.empty())
            return code;
    }
    for (const CurrencySign &row : signs) {
        if (row.sign != signOrCode)
            continue;
        const std::string_view code = codeIn(row.codes, preferred);
        return code.empty() ? row.codes.substr(0, 3) : code;
    }
    return {};
}

} // namespace evencart
