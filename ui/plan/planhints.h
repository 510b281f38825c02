#pragma once

#include "core/explain/hints.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace squall::ui {

class Theme;

/// What would help a plan, each with the statement that does it.
class PlanHints : public QWidget
{
    Q_OBJECT

public:
    explicit PlanHints(const Theme &theme, QWidget *parent = nullptr);

    /// `imagines`: indexes can be tried without making them.
    void setHints(const std::vector<explain::Hint> &hints, bool imagines);

signals:
    /// A hint is about this step.
    void stepChosen(int node);
    void copied(const QString &sql);
    void imagineRequested(const QString &createIndex);

private:
    void showCards();
    QWidget *card(const explain::Hint &hint);
    QWidget *fixOf(const explain::Hint &hint, QWidget *parent);
    QHBoxLayout *buttonsOf(const explain::Hint &hint, QWidget *parent);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    std::vector<explain::Hint> m_hints;
    bool m_imagines = false;
    std::vector<QWidget *> m_cards;
};

} // namespace squall::ui
