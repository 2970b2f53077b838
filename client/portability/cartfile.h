#pragma once

#include "text/quickadd.h"
#include "workspace/itemstoadd.h"
#include "workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Carts as files: export and import.
//
// json keeps everything: it is the document of `cart show --json`. csv has a column for each of name, quantity, unit,
// sku, category, price, currency, checked and note. markdown is a task list and text a plain list, both in the grammar
// of quick add.
namespace evencart {

enum class FileFormat
{
    Json,
    Csv,
    Markdown,
    Text
};

std::optional<FileFormat> formatNamed(std::string_view name);
// From the file's ending, else from how it begins.
FileFormat guessFormat(const std::string &path, std::string_view content);
// As a file's ending: "json", "csv", "md", "txt".
const char *endingOf(FileFormat format);

struct ExportedFile
{
    std::string content;
    std::size_t incomplete = 0; // lines of which the format left something out
};
Result<ExportedFile> exportCart(Workspace &workspace, const CartReplica &cart, FileFormat format);
// Some lines alone, in the order given. REQUIRES: format != FileFormat::Json, which is a whole cart
ExportedFile exportLines(const std::vector<const LineView *> &lines, FileFormat format);

struct BadRow
{
    std::string where; // "line 3", "item 2"
    std::string problem;
};
struct ImportedFile
{
    std::vector<ItemToAdd> items;
    std::vector<BadRow> bad; // if there is one, nothing is to be imported
};
// `options` say how the person writes numbers and which currency is meant; `self` whose likes and claims are mine.
ImportedFile readCartFile(const QuickAddOptions &options, const MemberId &self, FileFormat format,
                          std::string_view content);

} // namespace evencart
