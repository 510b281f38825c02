#pragma once

#include <QAbstractButton>

namespace squall::ui {

class Theme;

/// Looks like the field that "open anything" has; a click or key opens the palette in its place.
class OpenField : public QAbstractButton
{
    Q_OBJECT

public:
    explicit OpenField(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
