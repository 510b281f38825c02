#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace squall::models {
class StatisticsReader;
}

namespace squall::ui {

class BarChart;
class ElidedLabel;
class ShareList;
class Theme;

/// What the values of the current column are like: the server's estimates, or counted on request.
class StatisticsCard : public QWidget
{
    Q_OBJECT

public:
    StatisticsCard(const Theme &theme, models::StatisticsReader &reader, QWidget *parent = nullptr);

signals:
    /// One of the most common values.
    void valueChosen(const QString &column, const QString &value);

private:
    void update();
    void tintTexts();
    QString summary() const;
    QString source() const;
    void showShares();

    const Theme &m_theme;
    models::StatisticsReader &m_reader;
    ElidedLabel *m_title;
    QLabel *m_about; ///< what the schema says of the column
    BarChart *m_chart;
    QLabel *m_summary;
    ShareList *m_common;
    QLabel *m_source;
    QToolButton *m_button;
    QToolButton *m_filtered; ///< counts what the filter leaves
};

} // namespace squall::ui
