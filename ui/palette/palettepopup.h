#pragma once

#include "core/base/objectid.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace squall::models {
class PaletteModel;
}

namespace squall::ui {

class Theme;

/// "Open anything" and, after `>`, the commands: a field and what it finds, over the window's top.
class PalettePopup : public QFrame
{
    Q_OBJECT

public:
    PalettePopup(models::PaletteModel &model, const Theme &theme, QWidget *window);

    /// Shows itself with `typed` in the field.
    void openWith(const QString &typed);

signals:
    void objectChosen(const squall::ObjectId &id);
    void commandChosen(const QString &id);
    void queryChosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void search(const QString &typed);
    void choose(const QModelIndex &index);
    void moveBy(int rows);
    void rememberFocus();
    void goBack();

    models::PaletteModel &m_model;
    const Theme &m_theme;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_empty;
    QList<QPointer<QWidget>> m_before; ///< what had the focus, and what that stood in
};

} // namespace squall::ui
