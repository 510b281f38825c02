#pragma once

#include "ui/theme/fonts.h"

#include <QAbstractScrollArea>

class QPainter;

namespace squall::ui {

class Theme;

/// Bytes of any number in hexadecimal and as ASCII. Typing digits writes over the byte at the cursor, at the
/// end it adds one; Backspace and Delete take bytes away.
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(const Theme &theme, QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    qsizetype position() const { return m_cursor; }
    void setPosition(qsizetype byte);
    QSize sizeHint() const override;

signals:
    void edited();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paintRow(QPainter &painter, qsizetype row, int top) const;
    bool moveByKey(int key, bool control);
    void write(int digit);
    void erase(qsizetype byte);
    void updateScrollBar();
    qsizetype rowCount() const { return m_bytes.size() / rowBytes + 1; }
    int visibleRows() const;
    int hexLeft(int column) const;
    int asciiLeft(int column) const;

    static constexpr int rowBytes = 16;

    const Theme &m_theme;
    QByteArray m_bytes;
    qsizetype m_cursor = 0;
    bool m_half = false; ///< the first digit of the byte at the cursor was typed
    int m_letter = 8;
    int m_line = 18;
};

} // namespace squall::ui
