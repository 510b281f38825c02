#pragma once

#include "models/query/queryscript.h"
#include "ui/sql/noticestrip.h"

#include <QTimer>

namespace squall::models {
class QueryRunner;
} // namespace squall::models

namespace squall::ui {

/// What a held write would do, and whether it is to be done. As long as it shows it counts down to not doing
/// it.
class HeldStrip : public NoticeStrip
{
    Q_OBJECT

public:
    HeldStrip(const Theme &theme, models::QueryRunner &runner, QWidget *parent = nullptr);

    /// To the answer that does no harm.
    void takeFocus();

signals:
    /// It has just come.
    void asked(const squall::models::HeldWrite &write);
    /// It is about to go.
    void settled();

private:
    static QString question(const models::HeldWrite &write);
    void ask(const models::HeldWrite &write);
    void settle();
    void count();
    QString refusal() const;

    models::QueryRunner &m_runner;
    QTimer m_counting;
};

} // namespace squall::ui
