#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace squall::ui {

class SelectionEdits;
class Theme;

/// Stands below the rows while more of them are to be pasted than there are, and offers what can be done.
class PasteOfferStrip : public QWidget
{
    Q_OBJECT

public:
    PasteOfferStrip(const Theme &theme, SelectionEdits &edits, QWidget *parent = nullptr);

private:
    void update();
    void tint();

    const Theme &m_theme;
    SelectionEdits &m_edits;
    QLabel *m_text;
    QPushButton *m_onto;
    QPushButton *m_allNew;
};

} // namespace squall::ui
