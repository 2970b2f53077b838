// Writing carts as files. Reading them is in cartfileread.cpp.
#include "cli/cartfile.h"

#include "cli/cartdocument.h"
#include "cli/csv.h"
#include "cli/json.h"
#include "cli/quickaddtext.h"
#include "text/quantity.h"

#include <QJsonDocument>

namespace evencart::cli {

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

ExportedFile exportCsv(const CartReplica &cart)
{
    ExportedFile file{
        csv::toLine({"name", "quantity", "unit", "sku", "category", "price", "currency", "checked", "note"}), 0};
    for (const LineView *line : cart.view().lines()) {
        const std::string money = line->price ? formatMoney(*line->price) : std::string();
        const std::size_t space = money.find(' ');
        file.content += csv::toLine({line->name, formatQuantity(line->quantity), line->unit, line->sku, line->category,
                                     money.substr(0, space), space == std::string::npos ? "" : money.substr(space + 1),
                                     line->checked ? "yes" : "no", line->note});
    }
    return file;
}

ExportedFile exportList(const CartReplica &cart, const char *open, const char *checked)
{
    ExportedFile file;
    for (const LineView *line : cart.view().lines()) {
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

Result<ExportedFile> exportCart(Workspace &workspace, const CartReplica &cart, FileFormat format)
{
    switch (format) {
    case FileFormat::Json:
        return exportJson(workspace, cart);
    case FileFormat::Csv:
        return exportCsv(cart);
    case FileFormat::Markdown:
        return exportList(cart, "- [ ] ", "- [x] ");
    case FileFormat::Text:
        break;
    }
    return exportList(cart, "", "[x] ");
}

} // namespace evencart::cli
