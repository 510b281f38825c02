#pragma once

#include "models/latest.h"
#include "ui/theme/tokens.h"

#include <QObject>

#include <optional>

namespace squall::ui {

/// Whether the desktop wants light or dark, as its portal says (org.freedesktop.appearance), for desktops
/// that give Qt no palette of their own: before 6.5 Qt has none from GNOME.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks, and follows from now on. Nobody waits for the answer; without a session bus there is none.
    void start();
    /// Nothing when the desktop does not say, or has no preference.
    std::optional<Scheme> preferred() const { return m_preferred; }

signals:
    void changed();

private slots:
    /// A setting of the desktop is another one.
    void ask();

private:
    void take(const QVariant &value);

    std::optional<Scheme> m_preferred;
    models::Latest<bool> m_connecting;
};

} // namespace squall::ui
