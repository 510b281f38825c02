#pragma once

#include "core/base/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace squall::ui {

class Theme;

/// The middle of the window when there is nothing else to show there: what this is, what to do, and after a
/// failure the server's exact words.
class MessagePage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePage(const Theme &theme, QWidget *parent = nullptr);

    void showHint(const QString &title, const QString &text);
    void showWorking(const QString &title, const QString &text);
    /// `askPassword`: a password may help.
    void showFailure(const QString &title, const Error &error, bool askPassword);

signals:
    void retryRequested();
    void passwordEntered(const QString &password);
    void editRequested();
    void cancelRequested();

private:
    void reset(const QString &title, const QString &text);
    void tint();

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_text;
    QPlainTextEdit *m_words;
    QLabel *m_hint;
    QLineEdit *m_password;
    QPushButton *m_primary;
    QPushButton *m_edit;
    QPushButton *m_cancel;
};

/// An error as one would read it to a colleague: message, detail and SQLSTATE, each on its own line.
QString errorWords(const Error &error);

} // namespace squall::ui
