#pragma once

#include "models/diagram/diagramlens.h"
#include "models/diagram/diagramlook.h"
#include "ui/diagram/diagramcommands.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;

namespace squall::models {
class DiagramModel;
}

namespace squall::ui {

class ElidedLabel;
class Theme;

/// Above a diagram: what of the database it shows, how much there is, and how to find a table in it.
class DiagramBar : public QWidget
{
    Q_OBJECT

public:
    DiagramBar(const Theme &theme, models::DiagramModel &model, QWidget *parent = nullptr);

    /// Before everything else.
    void addFirst(QWidget *widget);
    void focusSearch();
    bool isSearching() const;

signals:
    void fitRequested();
    void arrangeRequested();
    void stopRequested();
    void overlayChosen(squall::models::DiagramOverlayKind kind);
    void commandRequested(squall::ui::DiagramCommand command);
    /// A box of the model's picture answers what was typed.
    void found(int box);
    /// Somebody is done with finding.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void make();
    void makeExport();
    void show();
    void makeOverlays();
    void fillSchemas();
    void choose(const QString &schema, bool on);
    void jump(int by);
    void tint();

    const Theme &m_theme;
    models::DiagramModel &m_model;
    QPushButton *m_schemas;
    QMenu *m_schemaMenu;
    QPushButton *m_detail;
    QPushButton *m_overlay;
    QLineEdit *m_search;
    ElidedLabel *m_counts;
    QPushButton *m_fit;
    QPushButton *m_arrange;
    QPushButton *m_export;
    int m_match = 0; ///< which of the tables found
};

} // namespace squall::ui
