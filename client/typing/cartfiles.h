#pragma once

#include "model/appsession.h"
#include "portability/cartfile.h"

#include <QUrl>

namespace evencart {

// The open cart as a file or on the clipboard. Files are written whole or not at all, on the engine's thread.
class CartFiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session MEMBER m_session NOTIFY sessionChanged REQUIRED)

public:
    using QObject::QObject;

    // A name for the file dialog: the cart's, without what a file's name cannot hold.
    Q_INVOKABLE QString fileName(const QString &ending) const;
    // The format is that of the name's ending: json, csv, md, else text.
    Q_INVOKABLE void exportTo(const QUrl &file);
    // These lines, or for an empty list all that are shown, in the order in which they are shown.
    Q_INVOKABLE void copyText(const QStringList &ids);
    // What a paste would bring.
    Q_INVOKABLE QString clipboardText() const;
    Q_INVOKABLE QString textOf(const QStringList &ids) const;

Q_SIGNALS:
    void sessionChanged();
    // Said in the window; `incomplete` lines lost something that this format cannot hold.
    void exported(const QString &sentence, int incomplete);
    void failed(const QString &sentence);

private:
    AppSession *m_session = nullptr;
};

} // namespace evencart
