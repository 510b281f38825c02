#pragma once

#include <QTest>

/// Fails the test with the error when a Result holds one.
#define NEED(result)                                                                                         \
    do {                                                                                                     \
        const auto &needed = (result);                                                                       \
        QVERIFY2(needed.ok(),                                                                                \
                 needed.ok() ? "" : qPrintable(needed.error().message + u'\n' + needed.error().detail));     \
    } while (false)
