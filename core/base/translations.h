#pragma once

#include <QLocale>

class QCoreApplication;

namespace squall {

/// Installs the translation that fits the locale, if the program carries one, else English. Call before the
/// first tr().
void installTranslations(QCoreApplication &application, const QLocale &locale = QLocale());

}
