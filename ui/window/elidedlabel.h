#pragma once

#include <QLabel>

namespace squall::ui {

/// One line of plain text that is cut with an ellipsis when it does not fit; the tool tip has all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    void setElide(Qt::TextElideMode mode) { m_mode = mode; }

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString elided() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace squall::ui
