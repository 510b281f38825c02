#pragma once

#include <QToolButton>

namespace squall::models {
class RowWindowModel;
}

namespace squall::ui {

/// How many rows there are, as far as anyone knows. A click counts them all; another one stops that.
class RowCountButton : public QToolButton
{
    Q_OBJECT

public:
    explicit RowCountButton(models::RowWindowModel &rows, QWidget *parent = nullptr);

    /// `text` is what is known now.
    void showCount(const QString &text);

private:
    void toggle();
    QString explanation() const;

    models::RowWindowModel &m_rows;
};

} // namespace squall::ui
