#pragma once

#include "base/ids.h"

#include <QFile>
#include <QString>

#include <cstdlib>

// Bytes that must never change by accident: tests/data/golden/NAME.hex, 32 bytes a line. They are rewritten only where
// EVENCART_UPDATE_GOLDEN=1 says so, and then the difference is in the commit for everyone to see.
namespace evencart::test {

inline QString goldenPath(const QString &name)
{
    return QStringLiteral(EVENCART_TEST_DATA "/golden/") + name + QStringLiteral(".hex");
}

inline QByteArray goldenText(ByteView bytes)
{
    constexpr int digitsPerLine = 64;
    const QByteArray digits = QByteArray::fromStdString(toHex(bytes));
    QByteArray text;
    for (qsizetype at = 0; at < digits.size(); at += digitsPerLine)
        text += digits.mid(at, digitsPerLine) + '\n';
    return text;
}

inline bool mayUpdateGolden()
{
    return qgetenv("EVENCART_UPDATE_GOLDEN") == "1";
}

// Empty where there is no such file.
inline Bytes goldenBytes(const QString &name)
{
    QFile file(goldenPath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QByteArray::fromHex(file.readAll()).toStdString();
}

// The lines that differ, golden above current, with the offset of their first byte.
inline QString differenceOf(const QByteArray &golden, const QByteArray &current)
{
    const QList<QByteArray> was = golden.split('\n');
    const QList<QByteArray> is = current.split('\n');
    QString text;
    for (qsizetype i = 0; i < qMax(was.size(), is.size()); ++i) {
        if (was.value(i) == is.value(i))
            continue;
        text += QStringLiteral("\nfrom byte %1\n  golden  %2\n  now     %3")
                    .arg(QString::number(i * 32), QString::fromLatin1(was.value(i)), QString::fromLatin1(is.value(i)));
    }
    return text;
}

// Empty where `bytes` are the golden ones; otherwise what to print.
inline QString goldenDifference(const QString &name, ByteView bytes)
{
    const QByteArray current = goldenText(bytes);
    QFile file(goldenPath(name));
    if (mayUpdateGolden()) {
        if (!file.open(QIODevice::WriteOnly) || file.write(current) != current.size())
            return QStringLiteral("cannot write ") + file.fileName();
        return {};
    }
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no golden file for %1; EVENCART_UPDATE_GOLDEN=1 makes it").arg(name);
    const QString difference = differenceOf(file.readAll(), current);
    return difference.isEmpty() ? QString()
                                : name + QStringLiteral(" is encoded in another way than it was:") + difference;
}

} // namespace evencart::test
