#include "ops/statuspage.h"

#include <string_view>

namespace evencart::ops {

namespace {

constexpr std::string_view pageHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<title>Evencart server</title>
<style>
:root { color-scheme: light dark; --ink: #1d2420; --soft: #5a665f; --ground: #f6f7f5; --card: #fff; --line: #dfe4e0;
        --good: #1f7a4d; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebe7; --soft: #9aa69f; --ground: #141816; --card: #1d2320; --line: #313a35; --good: #63c795; --bad: #ff897d; }
}
body { margin: 0 auto; padding: 2rem 1rem; max-width: 60rem; background: var(--ground); color: var(--ink);
       font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; color: var(--soft); font-weight: 600; }
p { margin: .25rem 0 1.5rem; color: var(--soft); }
strong.good { color: var(--good); }
strong.bad { color: var(--bad); }
main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 400; padding: .2rem 1rem .2rem 0; }
td { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
footer { margin-top: 1.5rem; color: var(--soft); font-size: .875rem; }
a { color: inherit; }
</style>
</head>
<body>
<h1>Evencart server</h1>
)";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string verdict(const StatusSnapshot &status)
{
    if (!status.isHealthy)
        return "<strong class=\"bad\">Not healthy</strong>: " + escaped(status.reason);
    if (!status.isReady)
        return "<strong class=\"bad\">Not ready</strong>: " + escaped(status.reason);
    return "<strong class=\"good\">Ready</strong>";
}

std::string sectionHtml(const StatusSnapshot::Section &section)
{
    std::string out = "<section>\n<h2>" + escaped(section.title) + "</h2>\n<table>\n";
    for (const auto &[what, value] : section.rows)
        out += "<tr><th scope=\"row\">" + escaped(what) + "</th><td>" + escaped(value) + "</td></tr>\n";
    return out + "</table>\n</section>\n";
}

} // namespace

std::string statusPage(const StatusSnapshot &status)
{
    std::string out(pageHead);
    out += "<p>" + verdict(status) + " · version " + escaped(status.version) + "</p>\n<main>\n";
    for (const auto &section : status.sections)
        out += sectionHtml(section);
    return out + "</main>\n<footer><a href=\"/metrics\">metrics</a> · <a href=\"/healthz\">health</a> · "
                 "<a href=\"/readyz\">readiness</a></footer>\n</body>\n</html>\n";
}

} // namespace evencart::ops
