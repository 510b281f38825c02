#pragma once

#include "core/base/connectionclass.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace squall::models {
class OpenDatabase;
}

namespace squall::ui {

class ElidedLabel;
class Theme;

/// The bottom of the window: what is happening at the left, who and where one is at the right.
class StatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(const Theme &theme, QWidget *parent = nullptr);

    void setMessage(const QString &text);
    /// Staged ones, of all tables; nothing is said of none.
    void setChangeCount(qsizetype changes);
    /// What is selected comes to this.
    void setSelection(const QString &text);
    void setClass(ConnectionClass environment);
    void setServer(const QString &version, const QString &user);
    /// What may be done: nothing, reading, writing, and for how long; or that it is being done.
    void setAccess(const models::OpenDatabase &database);
    /// Milliseconds of a round trip; negative when nobody measured.
    void setLatency(double milliseconds);
    /// Nothing is open.
    void clear();

signals:
    void classClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tintAll();
    void nameClass();
    void tintClass();

    const Theme &m_theme;
    ConnectionClass m_shownClass = ConnectionClass::Local;
    QLabel *m_changes;
    ElidedLabel *m_message;
    QLabel *m_selection;
    QToolButton *m_class;
    QLabel *m_server;
    QLabel *m_user;
    QLabel *m_transaction;
    QLabel *m_latency;
};

} // namespace squall::ui
