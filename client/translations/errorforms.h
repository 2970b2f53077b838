#pragma once

#include <span>

namespace evencart {

// One of the sentences that the libraries and the server say when something went wrong, word for word in English, with
// "%1", "%2" for what they put in: in this order, each once, with something between two of them. The libraries
// themselves know nothing of translations; tests/lint/lint_errors.py holds this list to what stands in their sources.
struct ErrorForm
{
    const char *english;
    int said = 0; // the number of the argument that is itself such a sentence or a detail; 0: none, all are data
};

std::span<const ErrorForm> errorForms();       // what is said on this machine; context "Error"
std::span<const ErrorForm> serverErrorForms(); // what a server answers; context "Error"
std::span<const ErrorForm> errorDetails();     // parts of sentences: "it is too long"; context "ErrorDetail"

} // namespace evencart
