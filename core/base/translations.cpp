#include "core/base/translations.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace squall {

namespace {

void install(QCoreApplication &application, const QLocale &locale)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (translator->load(locale, u"squall"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    // What another language has not translated is English, in its right number.
    install(application, QLocale(QLocale::English));
    if (locale.language() != QLocale::English)
        install(application, locale);
}

}
