// Writing carts as files. Reading them is in cartfileread.cpp.
#include "portability/cartfile.h"

#include "portability/cartdocument.h"
#include "portability/csv.h"
#include "portability/json.h"
#include "portability/quickaddtext.h"
#include "text/quantity.h"

#include <QJsonDocument>

namespace evencart {

namespace {

Result<ExportedFile> exportJson(Workspace &workspace, const CartReplica &cart)
{
    auto document = cartDocument(workspace, cart);
    if (!document)
        return document.error();
    document->insert(QLatin1String("format"), QLatin1String("evencart-cart"));
    document->insert(QLatin1String("version"), 1);
    return ExportedFile{QJsonDocument(*document).toJson(QJsonDocument::Indented).toStdString(), 0};
}

ExportedFile exportCsv(const std::vector<const LineView *> &lines)
{
    ExportedFile file{
        csv::toLine({"name", "quantity", "unit", "sku", "category", "price", "currency", "checked", "note"}), 0};
    for (const LineView *line : lines) {
        const std::string money = line->price ? formatMoney(*line->price) : std::string();
        const std::size_t space = money.find(' ');
        file.content += csv::toLine({line->name, formatQuantity(line->quantity), line->unit, line->sku, line->category,
                                     money.substr(0, space), space == std::string::npos ? "" : money.substr(space + 1),
                                     line->checked ? "yes" : "no", line->note});
    }
    return file;
}

ExportedFile exportList(const std::vector<const LineView *> &lines, const char *open, const char *checked)
{
    ExportedFile file;
    for (const LineView *line : lines) {
        const QuickAddText text = quickAddText(*line);
        file.content += (line->checked ? checked : open) + text.text + "\n";
        file.incomplete += text.complete ? 0 : 1;
    }
    return file;
}

} // namespace

std::optional<FileFormat> formatNamed(std::string_view name)
{
    if (name == "json")
        return FileFormat::Json;
    if (name == "csv")
        return FileFormat::Csv;
    if (name == "markdown")
        return FileFormat::Markdown;
    if (name == "text")
        return FileFormat::Text;
    return std::nullopt;
}

const char *endingOf(FileFormat format)
{
    switch (format) {
    case FileFormat::Json:
        return "json";
    case FileFormat::Csv:
        return "csv";
    case FileFormat::Markdown:
        return "md";
    case FileFormat::Text:
        break;
    }
    return "txt";
}

ExportedFile exportLines(const std::vector<const LineView *> &lines, FileFormat format)
{
    if (format == FileFormat::Csv)
        return exportCsv(lines);
    if (format == FileFormat::Markdown)
        return exportList(lines, "- [ ] ", "- [x] ");
    return exportList(lines, "", "[x] ");
}

Result<ExportedFile> exportCart(Workspace &workspace, const CartReplica &cart, FileFormat format)
{
    if (format == FileFormat::Json)
        return exportJson(workspace, cart);
    return exportLines(cart.view().lines(), format);
}

} // namespace evencart
