#include "ops/logging.h"

#include <QTest>

using namespace evencart::ops;

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLogLineIsOneLineWhateverIsInIt()
    {
        QCOMPARE(logLine(LogFormat::Json, LogLevel::Warning, "T", "evencart.net", "a \"b\"\n\\c\x1b[31m"),
                 std::string("{\"time\":\"T\",\"level\":\"warning\",\"category\":\"evencart.net\","
                             "\"message\":\"a \\\"b\\\"\\u000a\\\\c\\u001b[31m\"}"));
        QCOMPARE(logLine(LogFormat::KeyValue, LogLevel::Info, "T", "evencart.net", "listening\nlevel=error"),
                 std::string("time=T level=info category=evencart.net message=\"listening\\u000alevel=error\""));
    }
};

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
