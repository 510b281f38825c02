#pragma once

#include "models/rowfilter.h"

#include <QAbstractButton>

namespace squall::ui {

class Theme;

/// One condition, or group of them, of the filter: a click edits it, its cross or Delete takes it away.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(const Theme &theme, const models::FilterNode &node, QWidget *parent = nullptr);

    void setFault(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Part
    {
        QString text;
        bool strong = false;
        bool muted = false;
    };

    QRect cross() const;
    int textWidth() const;
    QFont fontOf(const Part &part) const;

    const Theme &m_theme;
    std::vector<Part> m_parts;
    QString m_whole;
    bool m_faulty = false;
    bool m_crossPressed = false;
};

} // namespace squall::ui
