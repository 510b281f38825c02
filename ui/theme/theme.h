#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QIcon>
#include <QObject>
#include <QPalette>

#include <memory>

class QApplication;

namespace squall::ui {

class DesktopScheme;

/// The one place where meaning becomes colour: palette, style sheet and icons of the running scheme.
/// Made once by main() and handed to every view that paints; views repaint on `changed()`.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// Dresses `application` at once.
    explicit Theme(QApplication &application, Choice choice = Choice::System);
    ~Theme() override;

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    Scheme scheme() const { return m_scheme; }
    /// Asks the desktop what it prefers, and follows that where the choice is System.
    void followDesktop();

    QColor color(Token token) const { return tokenColor(token, m_scheme); }
    /// An icon of resources/icons by its file name, drawn in the colour of `tint` when first needed,
    /// and in another one by itself after the scheme has changed.
    QIcon icon(const QString &name, Token tint = Token::Muted) const;
    QPalette palette() const;

signals:
    void changed();
    /// Somebody chose another one, even if it looks the same now.
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Scheme systemScheme() const;
    void follow();
    void apply();

    QApplication &m_application;
    Choice m_choice;
    Scheme m_scheme = Scheme::Light;
    std::unique_ptr<DesktopScheme> m_desktop;
    bool m_applying = false;
};

/// For example 5.58 for light `Muted` on `Window`; WCAG AA asks for 4.5.
double contrast(const QColor &one, const QColor &other);

} // namespace squall::ui
