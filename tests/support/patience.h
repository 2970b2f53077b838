#pragma once

#include <QTest>

// How long a test waits for what it expects. It only bounds a failure: what is waited for comes in milliseconds, but
// builders are slow and not alone, and Qt's own five seconds are too few there. In front of every test
// (cmake/EvencartTargets.cmake).
namespace evencart::test {

inline constexpr int patience = 60'000; // ms

}

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), evencart::test::patience)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT((expression), (message), evencart::test::patience)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), expected, evencart::test::patience)
