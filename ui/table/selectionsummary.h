#pragma once

#include "models/selectionaggregates.h"

#include <QObject>
#include <QTimer>

namespace squall::ui {

class Grid;

/// What the selected cells of a grid come to, in words for the status bar.
class SelectionSummary : public QObject
{
    Q_OBJECT

public:
    explicit SelectionSummary(Grid &grid, QObject *parent = nullptr);

    /// Empty while nothing, or one cell that is no number, is selected.
    const QString &text() const { return m_text; }

signals:
    void changed(const QString &text);

private:
    void begin();
    void say();

    Grid &m_grid;
    models::SelectionAggregates m_aggregates;
    QTimer m_settling;
    QString m_text;
};

/// `1234567.50` with the separators of the person's language, all of its digits kept.
QString groupedNumber(const QByteArray &number);

} // namespace squall::ui
