#pragma once

#include <QScrollArea>

#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace squall::models {
class PlanModel;
}

namespace squall::ui {

class PlanHints;
class Theme;

/// Beside a plan: what would help, and all that is known of the step one is at.
class PlanSidePanel : public QScrollArea
{
    Q_OBJECT

public:
    PlanSidePanel(const Theme &theme, models::PlanModel &model, QWidget *parent = nullptr);

    void showHints(bool imagines);
    void showStep(const QModelIndex &index);
    PlanHints &hints() { return *m_hints; }

signals:
    void imagineRequested(const QString &createIndex);

private:
    void setDetails(const std::vector<std::pair<QString, QString>> &details);
    void tintTexts();

    const Theme &m_theme;
    models::PlanModel &m_model;
    PlanHints *m_hints;
    QWidget *m_imagination;
    QLineEdit *m_index;
    QPushButton *m_imagine;
    QLabel *m_title;
    QWidget *m_list;
    QGridLayout *m_grid;
    std::vector<QLabel *> m_names;
    std::vector<QLabel *> m_values;
};

} // namespace squall::ui
