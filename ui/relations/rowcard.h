#pragma once

#include "models/rowfields.h"

#include <QFrame>

#include <vector>

namespace squall::ui {

class Theme;

/// A row on a small card, beside what points to it: whose row it is, what people call it, its first values.
/// A click anywhere on it means to go there.
class RowCard : public QFrame
{
    Q_OBJECT

public:
    struct Content
    {
        QString path = {};   ///< `plan_id → plans`
        QString title = {};  ///< what people call the row; empty while nobody knows
        QString remark = {}; ///< on the cell it is shown for
        std::vector<models::RowField> fields = {};
        int more = 0;         ///< columns besides
        QString instead = {}; ///< why there are no values, in words
        bool failed = false;  ///< and that is a failure

        bool operator==(const Content &) const = default;
    };

    RowCard(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const Content &content);
    const Content &content() const { return m_content; }
    /// As a part of `window`, beside `cell`, which it does not cover; both in global coordinates.
    void showBeside(const QRect &cell, QWidget &window);
    QSize sizeHint() const override;

signals:
    void clicked();
    void entered();
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int wrappedHeight(const QString &text) const;
    int paintHead(QPainter &painter, int y) const;
    int paintFields(QPainter &painter, int y) const;
    void describe();

    const Theme &m_theme;
    Content m_content;
};

} // namespace squall::ui
