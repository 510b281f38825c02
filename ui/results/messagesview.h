#pragma once

#include "models/query/queryscript.h"

#include <QPlainTextEdit>

#include <deque>

namespace squall::ui {

class Theme;

/// What was said while scripts ran, line by line, with times. Enter or a double click on the line of a
/// statement leads to it.
class MessagesView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessagesView(const Theme &theme, QWidget *parent = nullptr);

    void add(const models::QueryMessage &message);
    /// A line between two runs.
    void beginRun(const QDateTime &time);

signals:
    void goToRequested(const squall::sql::Span &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void write(const models::QueryMessage &message);
    void writeAgain();
    void goTo();

    const Theme &m_theme;
    std::deque<models::QueryMessage> m_messages;
};

} // namespace squall::ui
