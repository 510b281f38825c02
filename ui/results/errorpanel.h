#pragma once

#include "models/query/queryscript.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace squall::ui {

class Theme;

/// Why a statement failed: the server's words, the place, what to do about it, and what was not run.
class ErrorPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorPanel(const Theme &theme, QWidget *parent = nullptr);

    void show(const models::QueryFailure &failure);

signals:
    void goToRequested(const squall::sql::Span &place);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tint();
    static QString notRunText(const models::QueryFailure &failure);

    const Theme &m_theme;
    models::QueryFailure m_failure;
    QLabel *m_message;
    QLabel *m_excerpt;
    QLabel *m_detail;
    QLabel *m_hint;
    QToolButton *m_goTo;
};

} // namespace squall::ui
