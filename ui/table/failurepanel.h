#pragma once

#include "core/base/error.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace squall::ui {

class Theme;

/// Stands where rows would: what could not be done, the server's exact words, what to do, and a way to try
/// again.
class FailurePanel : public QWidget
{
    Q_OBJECT

public:
    explicit FailurePanel(const Theme &theme, QWidget *parent = nullptr);

    void showError(const QString &title, const Error &error);

signals:
    void retryRequested();

private:
    void tint();
    /// What to do about it, in our words when the server has none.
    static QString advice(const Error &error);

    const Theme &m_theme;
    QLabel *m_title;
    QPlainTextEdit *m_words;
    QLabel *m_hint;
    QPushButton *m_retry;
};

/// The server's message with all it added, shortened when it is endless.
QString wordsOf(const Error &error);

} // namespace squall::ui
